"""Who and what is named in an article."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import ConfigDict

from articlekit.records.places import STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a name stands."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    text: str
    """As it stands in the text."""
    start: int
    end: int
    sentence: int
    """Number of the sentence, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One place where somebody is meant without a name: `die Ministerin`, `er`."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    kind: Literal["nominal", "pronoun"]
    text: str
    """As it stands in the text."""
    start: int
    end: int
    sentence: int
    """Number of the sentence, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organisation, place, technology or law with all its mentions."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: str
    """Of this summary: per1, org2, loc1, tec1, law1, in order of first mention."""
    name: str
    """Canonical: the fullest form in the article without genitive ending, or the gazetteer's."""
    aliases: tuple[str, ...] = ()
    """Other forms in the article."""
    roles: tuple[str, ...] = ()
    """People only: roles as the text says them."""
    affiliations: tuple[str, ...] = ()
    """People only: ids of the organisations that they are said to belong to."""
    count: int
    """Number of mentions by name."""
    mentions: tuple[Mention, ...] = ()
    references: tuple[Reference, ...] = ()
    """Noun phrases and pronouns that mean it; not counted."""
