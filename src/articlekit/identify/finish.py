"""Groups become identities with names and ids, doubts become conflicts."""

from collections import Counter, defaultdict

from articlekit.identify.groups import Group, Grouping
from articlekit.identify.knowledge import Knowledge
from articlekit.identify.records import Conflict, Identity, Member
from articlekit.identify.slim import Occurrence
from articlekit.identify.spelling import slug
from articlekit.identify.things import Senses

SHOWN = 3
"""How many entities of each identity a conflict names."""


def finish(grouping: Grouping, knowledge: Knowledge) -> tuple[list[Identity], list[Conflict]]:
    """Return identities sorted by id, and conflicts sorted by kind and name."""
    names = {id(group): _name(group) for group in grouping.groups}
    ids = _ids(grouping.groups, names)
    identities = [_identity(group, ids[id(group)], names[id(group)], knowledge) for group in grouping.groups]
    conflicts = []
    for doubt in grouping.doubts:
        groups = sorted(doubt.groups, key=lambda group: ids[id(group)])
        conflicts.append(
            Conflict(
                kind=doubt.kind,
                name=doubt.name,
                why=doubt.why,
                identities=tuple(ids[id(group)] for group in groups),
                articles=tuple(
                    member
                    for group in groups
                    for member in sorted(map(_member, group.occurrences), key=_sorted_by)[:SHOWN]
                ),
            )
        )
    identities.sort(key=lambda identity: identity.id)
    conflicts.sort(key=lambda conflict: (conflict.kind, conflict.name, conflict.identities))
    return identities, conflicts


def _forms(group: Group) -> Counter[str]:
    """Return the forms of the names with the numbers of entities that have them."""
    counts: Counter[str] = Counter()
    for occurrence in group.occurrences:
        counts.update({occurrence.name, *occurrence.aliases})
    return counts


def _name(group: Group) -> str:
    """Return the canonical name: a lexicon's, else the name of most entities; a person's full name before a surname.

    An event that comes again has its year in the name.
    """
    counts = Counter(occurrence.name for occurrence in group.occurrences)
    words = 2 if group.kind == "PER" else 1
    name = group.name or min(
        counts, key=lambda form: (min(len(form.split()), words) * -1, -counts[form], -len(form), form)
    )
    bare, _ = Senses.split_year(name)
    return f"{bare} {group.year}" if group.kind == "EVT" and group.year else name


def _ids(groups: list[Group], names: dict[int, str]) -> dict[int, str]:
    """Return an id for each group: kind and name; the second of a name in the order of its first article has the number 2."""
    by_slug: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        by_slug[f"{group.kind.lower()}-{slug(names[id(group)])}"].append(group)
    ids: dict[int, str] = {}
    for base in sorted(by_slug):
        number = 1
        for group in sorted(by_slug[base], key=lambda group: group.order):
            candidate = base
            while number > 1 and (candidate == base or candidate in by_slug):
                candidate = f"{base}-{number}"
                number += candidate in by_slug
            ids[id(group)] = candidate
            number += 1
    return ids


def _member(occurrence: Occurrence) -> Member:
    return Member(occurrence.article.name, occurrence.entity, occurrence.article.file)


def _sorted_by(member: Member) -> tuple[str, str, str]:
    return member.article, member.file or "", member.entity


def _identity(group: Group, given: str, name: str, knowledge: Knowledge) -> Identity:
    counts = _forms(group)
    roles = Counter(role for occurrence in group.occurrences for role in set(occurrence.roles))
    return Identity(
        id=given,
        name=name,
        kind=group.kind,
        aliases=tuple(form for form in _ranked(counts) if form != name),
        roles=tuple(_ranked(roles)),
        state=group.state,
        wikidata=None if group.state or group.year else _wikidata(group, knowledge),
        articles=tuple(sorted(map(_member, group.occurrences), key=_sorted_by)),
    )


def _wikidata(group: Group, knowledge: Knowledge) -> str | None:
    """Return what the gazetteer gives to one of the names, the name of most entities first."""
    forms = [group.name] if group.name else []
    for form in [*forms, *_ranked(Counter(occurrence.name for occurrence in group.occurrences))]:
        if given := knowledge.wikidata.get((group.kind, knowledge.root(group.kind, form))):
            return given
    return None


def _ranked(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda form: (-counts[form], form))
