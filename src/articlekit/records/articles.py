"""What a reader gives."""

from dataclasses import dataclass, field
from typing import ClassVar

from pydantic import ConfigDict

from articlekit.errors import ArticlekitError
from articlekit.records.places import STRICT, SummaryWarning


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text as read: NFC, line ends LF, with its metadata."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    text: str
    id: str | None = None
    title: str | None = None
    author: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    where: str | None = field(default=None, compare=False)
    """File, and line where there are several, as messages name it."""
    warnings: tuple[SummaryWarning, ...] = ()
    """What the reader had to repair or guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An input that gave no article or no summary; the others go on."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    where: str
    """File, and line where one is known: `docs.jsonl:7`."""
    code: str
    message: str
    hint: str | None = None

    @classmethod
    def of(cls, error: Exception, where: str) -> "Problem":
        """Return what an error says; one that is none of ours is a fault of ours."""
        if isinstance(error, ArticlekitError):
            return cls(where=error.where or where, code=error.code, message=error.message, hint=error.hint)
        hint = "please report it with the article"
        return cls(where=where, code="fault", message=f"a fault of ours: {error!r}", hint=hint)

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" + (f"; {self.hint}" if self.hint else "")
