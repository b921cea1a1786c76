"""articlekit reads German technology-policy articles and writes down who is in them, what happened and who claims what."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from articlekit.errors import ArticlekitError
    from articlekit.extractor import Extractor
    from articlekit.read import read_articles
    from articlekit.recognise.pipeline import load_pipeline
    from articlekit.records import Article, Problem, Summary
    from articlekit.write import write_summary

__all__ = [
    "Article",
    "ArticlekitError",
    "Extractor",
    "Problem",
    "Summary",
    "__version__",
    "load_pipeline",
    "read_articles",
    "write_summary",
]
__version__ = "0.1.0"

# Imported on first use, so that `articlekit --help` does not wait for spaCy.
_HOMES = {
    "Article": "articlekit.records",
    "ArticlekitError": "articlekit.errors",
    "Extractor": "articlekit.extractor",
    "Problem": "articlekit.records",
    "Summary": "articlekit.records",
    "load_pipeline": "articlekit.recognise.pipeline",
    "read_articles": "articlekit.read",
    "write_summary": "articlekit.write",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
