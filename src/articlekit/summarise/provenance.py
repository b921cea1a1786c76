"""What made a summary."""

from spacy.language import Language

import articlekit
from articlekit.records import Provenance


def describe_origin(nlp: Language, config_sha256: str) -> Provenance:
    """Return tool, model and configuration as they stand in every summary."""
    return Provenance(
        articlekit=articlekit.__version__,
        model=f"{nlp.meta['lang']}_{nlp.meta['name']}",
        model_version=nlp.meta["version"],
        config_sha256=config_sha256,
    )
