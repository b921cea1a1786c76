"""What is kept of a summary: the names of its entities and what tells who they are; not the summary."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from sys import intern

from articlekit.identify.knowledge import Knowledge
from articlekit.identify.spelling import key_of, spell
from articlekit.identify.states import NEAR, States
from articlekit.records import Entity, Event, Summary

Items = Sequence[Entity | Event]


@dataclass(slots=True, eq=False)
class Slim:
    """An article as far as it matters here."""

    key: tuple[str, str]
    """Name and digest: no two articles have the same."""
    name: str
    file: str | None
    year: int | None
    states: tuple[tuple[str, int], ...]
    """What speaks for each state."""
    around: frozenset[str]
    """Keys of all names in the article."""
    occurrences: list["Occurrence"] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Occurrence:
    """One entity of one article."""

    article: Slim
    kind: str
    entity: str
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    """Names of the organisations that a person is said to belong to."""
    year: int | None = None
    """Of an event, as the article dates it."""
    near: tuple[tuple[str, int], ...] = ()
    """States by the places in the sentences where it is named."""

    @property
    def order(self) -> tuple[tuple[str, str], str]:
        """What entities are sorted by, so that the order of adding does not matter."""
        return self.article.key, self.entity


def sections_of(summary: Summary) -> tuple[tuple[str, Items], ...]:
    """Return the entities of a summary by kind; events without a name are none."""
    return (
        ("PER", summary.people),
        ("ORG", summary.organisations),
        ("LOC", summary.places),
        ("EVT", [event for event in summary.events if event.name]),
        ("TEC", summary.technologies),
        ("LAW", summary.laws),
    )


def slim_down(summary: Summary, knowledge: Knowledge, *, file: str | None = None) -> Slim:
    """Return what is kept of a summary.

    Args:
        summary: whole, brief or in part.
        knowledge: tells the states of places and bodies, and names of one thing.
        file: where it stands, when the caller knows.
    """
    info, states = summary.article, knowledge.states
    sections = sections_of(summary)
    weights = states.weigh(
        ((place.name, place.count) for place in summary.places),
        ((body.name, body.count) for body in summary.organisations),
    )
    slim = Slim(
        key=(info.id or file or info.url or info.title or "", f"{info.sha256} {file or ''}"),
        name=info.id or file or info.url or info.sha256[:12] or "article",
        file=file,
        year=_year(info.date),
        states=tuple(sorted(weights.items())),
        around=frozenset(
            intern(key)
            for kind, items in sections
            for item in items
            for key in (key_of(item.name or ""), knowledge.root(kind, item.name or ""))
        ),
    )
    near = _nearby(summary, states)
    bodies = {body.id: body.name for body in summary.organisations}
    for kind, items in sections:
        for number, item in enumerate(items):
            slim.occurrences.append(
                Occurrence(
                    article=slim,
                    kind=kind,
                    entity=intern(item.id or f"{kind.lower()}{number + 1}"),
                    name=intern(item.name or ""),
                    aliases=tuple(map(intern, item.aliases)) if isinstance(item, Entity) else (),
                    roles=tuple(map(intern, item.roles)) if isinstance(item, Entity) else (),
                    bodies=tuple(_bodies(item, bodies)) if isinstance(item, Entity) else (),
                    year=_year(item.when.start) if isinstance(item, Event) and item.when else None,
                    near=_near(item, near) if kind != "LOC" else (),
                )
            )
    return slim


def _year(date: str | None) -> int | None:
    head = (date or "")[:4]
    return int(head) if head.isascii() and head.isdigit() and len(head) == 4 else None


def _bodies(person: Entity, bodies: dict[str, str]) -> Iterator[str]:
    """Yield the organisations of a person: those of the summary's own field, and those that a role names."""
    said = {name for name in map(bodies.get, person.affiliations) if name}
    roles = f" {' '.join(map(spell, person.roles))} "
    said |= {name for name in bodies.values() if person.roles and f" {spell(name)} " in roles}
    yield from sorted(map(intern, said))


def _nearby(summary: Summary, states: States) -> dict[int, Counter[str]]:
    """Return the states of the places in each sentence."""
    found: dict[int, Counter[str]] = {}
    for place in summary.places:
        state = states.of_place(place.name)
        for mention in place.mentions if state else ():
            found.setdefault(mention.sentence, Counter())[str(state)] += NEAR
    return found


def _near(item: Entity | Event, nearby: dict[int, Counter[str]]) -> tuple[tuple[str, int], ...]:
    sum_of: Counter[str] = Counter()
    for sentence in _sentences(item):
        sum_of.update(nearby.get(sentence, {}))
    return tuple(sorted(sum_of.items()))


def _sentences(item: Entity | Event) -> Iterable[int]:
    return sorted({mention.sentence for mention in item.mentions})
