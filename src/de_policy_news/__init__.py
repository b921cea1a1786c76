"""The embedded German pipeline as a package, so that `spacy.load("de_policy_news")` finds it."""

from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.util import load_model_from_path

__version__ = "0.1.0"


def load(**overrides: Any) -> Language:
    """Return the pipeline; the arguments are those of `spacy.load`."""
    return load_model_from_path(Path(__file__).parent / f"de_policy_news-{__version__}", **overrides)
