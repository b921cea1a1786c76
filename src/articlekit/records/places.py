"""Where something stands, and what a reader of it should know."""

from dataclasses import dataclass
from typing import ClassVar

from pydantic import ConfigDict

STRICT: ConfigDict = {"use_attribute_docstrings": True, "extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryWarning:
    """Something that a reader of the summary should know: a repair, a doubt, a rule that gave up."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    code: str
    """Short stable name, such as `unclosed-quote` or `encoding`."""
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offsets:
    """A stretch of `Article.text`."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    start: int
    """First code point."""
    end: int
    """Code point after the last."""
