"""What a writer gets: everything about one article."""

from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from pydantic import ConfigDict

from articlekit.records.claims import AuthorClaim, Claim
from articlekit.records.entities import Entity
from articlekit.records.events import Event
from articlekit.records.places import STRICT, SummaryWarning

SCHEMA: Final = "articlekit/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleInfo:
    """The article's metadata and measures."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: str | None = None
    title: str | None = None
    author: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    words: int
    """Tokens that are neither punctuation nor white space."""
    sentences: int
    sha256: str
    """Of the text as read, in UTF-8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made the summary: the same four and the same text give the same bytes."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    articlekit: str
    model: str
    model_version: str
    config_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Everything articlekit says about one article."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    schema: Literal["articlekit/1"] = SCHEMA
    article: ArticleInfo
    people: tuple[Entity, ...] = ()
    organisations: tuple[Entity, ...] = ()
    places: tuple[Entity, ...] = ()
    technologies: tuple[Entity, ...] = ()
    laws: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    author_claims: tuple[AuthorClaim, ...] = ()
    warnings: tuple[SummaryWarning, ...] = ()
    provenance: Provenance
