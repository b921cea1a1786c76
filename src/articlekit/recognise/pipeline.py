"""The pipeline: an installed German model with articlekit's components added."""

from collections.abc import Sequence

import spacy
from spacy.language import Language

from articlekit.errors import ModelMissingError
from articlekit.installed import model_folder
from articlekit.recognise import COMPONENTS
from articlekit.settings import DEFAULT_MODEL

BEFORE_PARSER = COMPONENTS[0]


def load_pipeline(name: str | None = None, *, lexicons: Sequence[str] = ()) -> Language:
    """Return a German spaCy pipeline with articlekit's components.

    Args:
        name: an installed pipeline or a path to one; the embedded `de_policy_news` by default.
        lexicons: YAML files that extend the lexicons.

    Raises:
        ModelMissingError: when it is not installed, cannot be loaded or is not German; says what mends it.
        SettingsError: when a lexicon file is wrong.
    """
    name = name or DEFAULT_MODEL
    model_folder(name)
    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, ImportError, TypeError, AttributeError) as error:
        raise ModelMissingError(f"cannot be loaded: {error}", where=name, hint="install it again") from error
    return add_components(nlp, lexicons=lexicons)


def add_components(nlp: Language, *, lexicons: Sequence[str] = ()) -> Language:
    """Add articlekit's components to a German pipeline, those that are not there yet, and return it.

    Raises:
        ModelMissingError: when the pipeline is not German or has no tagger.
    """
    if nlp.lang != "de":
        raise ModelMissingError(
            f"a pipeline for {nlp.lang}, not for German", where=nlp.meta["name"], hint="see articlekit models"
        )
    if not {"tagger", "parser"} <= set(nlp.pipe_names):
        raise ModelMissingError("it has no tagger and parser", where=nlp.meta["name"], hint="see articlekit models")
    for component in COMPONENTS:
        if component in nlp.pipe_names:
            continue
        if component == BEFORE_PARSER:
            nlp.add_pipe(component, before="parser")
        elif component == "articlekit_lemmas":
            nlp.add_pipe(component)
        else:
            nlp.add_pipe(component, config={"lexicons": list(lexicons)})
    return nlp
