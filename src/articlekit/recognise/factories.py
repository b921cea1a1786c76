"""Tells spaCy about the components; the target of the entry point, so importing it is all that is needed.

`lexicons` are paths of YAML files that extend ours.
"""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from articlekit.recognise.author.component import AuthorComponent
from articlekit.recognise.claims.component import ClaimsComponent
from articlekit.recognise.entities import EntitiesComponent
from articlekit.recognise.events import EventsComponent
from articlekit.recognise.happenings.component import HappeningsComponent
from articlekit.recognise.lemmas import mend_lemmas
from articlekit.recognise.lexicon import load_lexicons
from articlekit.recognise.paragraphs import mark_paragraphs
from articlekit.recognise.references import ReferencesComponent
from articlekit.recognise.speakers import SpeakersComponent

Component = Callable[[Doc], Doc]


@Language.factory("articlekit_paragraphs", assigns=["token.is_sent_start"])
def make_paragraphs(nlp: Language, name: str) -> Component:  # noqa: ARG001  spaCy's signature
    """Return the component that ends sentences at paragraph breaks; it goes before the parser."""
    return mark_paragraphs


@Language.factory("articlekit_lemmas", requires=["token.tag", "token.dep"], assigns=["token.lemma"])
def make_lemmas(nlp: Language, name: str) -> Component:  # noqa: ARG001
    """Return the component that knows verb forms and joins separated particles."""
    return mend_lemmas


@Language.factory("articlekit_entities", assigns=["doc.ents"], default_config={"lexicons": [], "without": []})
def make_entities(nlp: Language, name: str, lexicons: list[str], without: list[str]) -> Component:  # noqa: ARG001
    """Return the component that makes the six kinds of names out of the pipeline's; `without` are rules to leave out."""
    return EntitiesComponent(load_lexicons(tuple(lexicons)), nlp.make_doc, without)


@Language.factory("articlekit_events", requires=["doc.ents"], assigns=["doc.spans"], default_config={"lexicons": []})
def make_events(nlp: Language, name: str, lexicons: list[str]) -> Component:  # noqa: ARG001
    """Return the component that finds date, place and people of named events."""
    return EventsComponent(load_lexicons(tuple(lexicons)))


@Language.factory(
    "articlekit_claims",
    requires=["token.tag", "token.lemma", "token.dep"],
    assigns=["doc.spans"],
    default_config={"lexicons": []},
)
def make_claims(nlp: Language, name: str, lexicons: list[str]) -> Component:  # noqa: ARG001
    """Return the component that finds claims."""
    return ClaimsComponent(load_lexicons(tuple(lexicons)))


@Language.factory(
    "articlekit_happenings", requires=["doc.ents", "doc.spans"], assigns=["doc.spans"], default_config={"lexicons": []}
)
def make_happenings(nlp: Language, name: str, lexicons: list[str]) -> Component:  # noqa: ARG001
    """Return the component that finds happenings."""
    return HappeningsComponent(load_lexicons(tuple(lexicons)))


@Language.factory(
    "articlekit_speakers", requires=["doc.ents", "doc.spans"], assigns=["doc.spans"], default_config={"lexicons": []}
)
def make_speakers(nlp: Language, name: str, lexicons: list[str]) -> Component:  # noqa: ARG001
    """Return the component that says who the speakers of claims are."""
    return SpeakersComponent(load_lexicons(tuple(lexicons)))


@Language.factory(
    "articlekit_references", requires=["doc.ents", "doc.spans"], assigns=["doc.spans"], default_config={"lexicons": []}
)
def make_references(nlp: Language, name: str, lexicons: list[str]) -> Component:  # noqa: ARG001
    """Return the component that says whom pronouns and role noun phrases mean."""
    return ReferencesComponent(load_lexicons(tuple(lexicons)))


@Language.factory(
    "articlekit_author", requires=["doc.ents", "doc.spans"], assigns=["doc.spans"], default_config={"lexicons": []}
)
def make_author(nlp: Language, name: str, lexicons: list[str]) -> Component:  # noqa: ARG001
    """Return the component that finds what an opinion piece says in its own voice."""
    return AuthorComponent(load_lexicons(tuple(lexicons)))
