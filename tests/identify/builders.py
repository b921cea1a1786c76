"""Summaries in a line, and what an index makes of them."""

from collections.abc import Iterable, Sequence

from articlekit.identify import Identity, IdentityIndex
from articlekit.records import ArticleInfo, Entity, Event, Mention, Provenance, Summary, When

ORIGIN = Provenance(articlekit="0", model="de_fake", model_version="1", config_sha256="0")
SECTIONS = {"PER": "people", "ORG": "organisations", "LOC": "places", "TEC": "technologies", "LAW": "laws"}
Name = str | tuple[str, ...]
"""A name, or a name with its aliases; of people with their roles."""


def summary(article: str, date: str | None = "2025-06-01", **names: Sequence[Name]) -> Summary:
    """Return the summary of an article with the names of each kind (`PER=[...]`), each in a sentence of its own."""
    sections: dict[str, tuple[Entity, ...]] = {}
    sentence = 0
    for kind, section in SECTIONS.items():
        entities = []
        for number, given in enumerate(names.get(kind, ()), 1):
            sentence += 1
            name, *rest = (given,) if isinstance(given, str) else given
            entities.append(
                Entity(
                    id=f"{kind.lower()}{number}",
                    name=name,
                    aliases=() if kind == "PER" else tuple(rest),
                    roles=tuple(rest) if kind == "PER" else (),
                    count=1,
                    mentions=(Mention(text=name, start=sentence, end=sentence + 1, sentence=sentence),),
                )
            )
        sections[section] = tuple(entities)
    events = tuple(
        Event(id=f"evt{number}", name=given if isinstance(given, str) else given[0], when=_when(given), count=1)
        for number, given in enumerate(names.get("EVT", ()), 1)
    )
    info = ArticleInfo(id=article, date=date, words=1, sentences=sentence, sha256=article)
    return Summary(article=info, provenance=ORIGIN, events=events, **sections)  # type: ignore[arg-type]


def _when(given: Name) -> When | None:
    return None if isinstance(given, str) or len(given) < 2 else When(text=given[1], start=given[1])


def indexed(summaries: Iterable[Summary]) -> IdentityIndex:
    """Return an index of summaries."""
    index = IdentityIndex()
    for one in summaries:
        index.add(one)
    return index


def identity_of(index: IdentityIndex, article: str, entity: str) -> Identity:
    """Return the only identity that an entity is in."""
    found = [one for one in index.identities() if any((m.article, m.entity) == (article, entity) for m in one.articles)]
    assert len(found) == 1
    return found[0]


def same(
    kind: str, one: Name, other: Name, *, dates: tuple[str | None, str | None] = ("2025-06-01", "2025-06-02")
) -> bool:
    """Tell whether two names in two articles that name nothing else come out as one."""
    index = indexed([summary("a", dates[0], **{kind: [one]}), summary("b", dates[1], **{kind: [other]})])
    entity = f"{kind.lower()}1"
    return identity_of(index, "a", entity) is identity_of(index, "b", entity)
