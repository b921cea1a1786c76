"""What the identification of actors gives: identities and conflicts. They are written as JSON lines."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

Why = Literal["professions", "organisations", "states", "thin", "ambiguous", "undated"]
"""Why entities of one name were kept apart.

professions: what they do cannot be one person's; organisations: they belong to different ones and nothing joins them;
states: institutions or laws of one name in several states; ambiguous: several identities fit alike; thin: too little is
said to tell; undated: an event that comes again, without a year.
"""


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """One entity of one article."""

    article: str
    """Id of the article, its file where it has none."""
    entity: str
    """Id of the entity in its summary."""
    file: str | None = None
    """Where the summary stands, as told when it was added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One actor, place, event, technology or law with all the entities that mean it."""

    id: str
    """A slug of kind and name, with a number where several have the same name."""
    name: str
    """Canonical: the gazetteer's, else the form of most articles."""
    kind: str
    """PER, ORG, LOC, EVT, TEC or LAW."""
    aliases: tuple[str, ...] = ()
    """The other forms, those of most articles first."""
    roles: tuple[str, ...] = ()
    """People only: as the articles say them, those of most articles first."""
    state: str | None = None
    """Of an institution, law or election whose name several states have: the state it belongs to, where it is known."""
    wikidata: str | None = None
    """As the gazetteer entry gives it."""
    articles: tuple[Member, ...] = ()
    """In the order of the articles' ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Entities of one name that were kept apart."""

    kind: str
    name: str
    why: Why
    identities: tuple[str, ...]
    """Ids of the identities that are kept apart."""
    articles: tuple[Member, ...]
    """Their entities, the first ones of each identity."""


def to_plain(record: Identity | Conflict) -> dict[str, Any]:
    """Return a record as plain data; what an identity does not have is left out."""
    plain = asdict(record)
    for name in ("state", "wikidata"):
        if plain.get(name, "") is None:
            del plain[name]
    for member in plain["articles"]:
        if member["file"] is None:
            del member["file"]
    return plain
