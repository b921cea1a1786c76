"""What happens in an article."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import ConfigDict

from articlekit.records.entities import Mention
from articlekit.records.places import STRICT, Offsets

EventType = Literal[
    "launch",
    "opening",
    "signing",
    "adoption",
    "ruling",
    "vote",
    "acquisition",
    "attack",
    "outage",
    "meeting",
    "resignation",
]
Status = Literal["happened", "planned", "denied"]
Part = Literal["agent", "object"]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time as the text says it and, where it can be resolved, as an interval of days, both inclusive.

    One of them is null where the interval is open: `seit 2019`, `bis 2030`.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    text: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who does something, or what it is done to."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: str | None = None
    """Of an entity or event of this summary; null where it has no name."""
    name: str
    """Canonical name, or the noun phrase."""
    role: Part | None = None
    """agent: who does it or meets; object: what or who it is done to; null where the text only names them beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A named event, or a happening: one public act or occurrence that the article tells or announces."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: str
    """Of this summary: evt1, evt2, in order of first mention."""
    name: str | None = None
    """Of a named event."""
    type: EventType | None = None
    """What happens; null for a named event of which nothing more is told."""
    trigger: str | None = None
    """The word that tells it, as it stands."""
    trigger_spans: tuple[Offsets, ...] = ()
    """That word and the others that tell the same again."""
    status: Status | None = None
    when: When | None = None
    where: str | None = None
    """Canonical name of the place."""
    participants: tuple[str, ...] = ()
    """Canonical names of people and organisations."""
    actors: tuple[Participant, ...] = ()
    """The participants with ids and roles, and what it is done to."""
    count: int
    """Number of mentions by name."""
    mentions: tuple[Mention, ...] = ()
