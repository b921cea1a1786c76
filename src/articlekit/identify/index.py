"""The same actor in many articles gets one id: takes summaries one after another, gives identities and conflicts."""

from collections import Counter, defaultdict

from articlekit.identify.evidence import Evidence
from articlekit.identify.finish import finish
from articlekit.identify.groups import Doubt, Group, Grouping
from articlekit.identify.knowledge import Knowledge
from articlekit.identify.links import Links, find_links, product_key
from articlekit.identify.people import People
from articlekit.identify.records import Conflict, Identity, Why
from articlekit.identify.slim import Occurrence, Slim, slim_down
from articlekit.identify.things import Sense, Senses
from articlekit.recognise.lexicon import Lexicons, load_lexicons
from articlekit.records import Summary

OPEN_WHYS: tuple[Why, ...] = ("ambiguous", "undated", "states")
OPEN = 4
"""Length of the key of an identity of which it is known what it is; after it stands why not."""


class IdentityIndex:
    """Collects what summaries say of actors, places, events, technologies and laws.

    The result does not depend on the order in which summaries are added. Summaries themselves are not kept.

    Args:
        lexicons: as `load_lexicons` gives them, with the user's gazetteer; ours alone by default.

    Example:
        >>> from articlekit import Extractor
        >>> extractor, index = Extractor(), IdentityIndex()
        >>> for text in ("Pawel Durow gründete Telegram.", "Telegram gehört Pawel Durow."):
        ...     index.add(extractor.extract(text))
        >>> [(identity.id, len(identity.articles)) for identity in index.identities() if identity.kind == "PER"]
        [('per-pawel-durow', 2)]
    """

    def __init__(self, lexicons: Lexicons | None = None) -> None:
        self._knowledge = Knowledge(load_lexicons() if lexicons is None else lexicons)
        self._articles: dict[tuple[str, str], Slim] = {}
        self._result: tuple[list[Identity], list[Conflict]] | None = None

    def add(self, summary: Summary, *, file: str | None = None) -> None:
        """Take a summary. The same article from the same file counts once.

        Args:
            summary: whole, brief or in part; what is not there cannot be used.
            file: where it stands; it comes back with the entities, and tells articles without ids apart.
        """
        slim = slim_down(summary, self._knowledge, file=file)
        known = self._articles.get(slim.key)
        # Of two summaries of one article the one with more is kept, whichever comes first.
        if known is None or _size(slim) > _size(known):
            self._articles[slim.key] = slim
            self._result = None

    def identities(self) -> list[Identity]:
        """Return who and what is in the articles, sorted by id."""
        return self._finished()[0]

    def conflicts(self) -> list[Conflict]:
        """Return what has one name and was kept apart, sorted by kind and name."""
        return self._finished()[1]

    def _finished(self) -> tuple[list[Identity], list[Conflict]]:
        if self._result is None:
            articles = [self._articles[key] for key in sorted(self._articles)]
            frequencies = Counter(name for article in articles for name in article.around)
            by_kind: dict[str, list[Occurrence]] = defaultdict(list)
            for article in articles:
                for occurrence in sorted(article.occurrences, key=lambda occurrence: occurrence.entity):
                    by_kind[occurrence.kind].append(occurrence)
            evidence = Evidence(self._knowledge, frequencies, len(articles))
            grouping = People(self._knowledge, evidence).group(by_kind.pop("PER", []))
            grouping.add(_things([one for kind in sorted(by_kind) for one in by_kind[kind]], self._knowledge))
            self._result = finish(grouping, self._knowledge)
        return self._result


def _size(slim: Slim) -> tuple[int, list[tuple[str, ...]]]:
    plain = [
        (one.kind, one.entity, one.name, *one.aliases, *one.roles, *one.bodies, str(one.year))
        for one in slim.occurrences
    ]
    return len(plain), plain


def _things(occurrences: list[Occurrence], knowledge: Knowledge) -> Grouping:
    """Return the identities of all kinds but people."""
    senses = Senses(knowledge)
    dated = frozenset(
        knowledge.root("EVT", bare)
        for one in occurrences
        if one.kind == "EVT"
        for bare, year in [senses.split_year(one.name)]
        if year
    )
    told = [(one, senses.sense_of(one, dated)) for one in occurrences]
    links = find_links(told, knowledge)
    groups: dict[tuple[str, ...], Group] = {}
    for one, sense in told:
        key = _key(one, sense, links, knowledge)
        group = groups.setdefault(key, Group(one.kind, [], name=sense.name, state=sense.state, year=sense.year))
        group.occurrences.append(one)
        group.name = group.name or sense.name
    return Grouping(list(groups.values()), _doubts(groups, links))


def _key(one: Occurrence, sense: Sense, links: Links, knowledge: Knowledge) -> tuple[str, ...]:
    """Return what all entities of an identity have in common; an open one has it with nobody."""
    if sense.open:
        return one.kind, *sense.whole, sense.open, *one.article.key, one.entity
    if sense.state:
        return one.kind, *sense.whole
    key = product_key(links, one, sense.key, knowledge)
    key = links.follow(one.kind, key)
    if (one.kind, key) in links.ambiguous:
        return one.kind, key, "", "", "ambiguous", *one.article.key, one.entity
    return one.kind, key, "", sense.year or ""


def _doubts(groups: dict[tuple[str, ...], Group], links: Links) -> list[Doubt]:
    """Return the names that stand for several: in several states, undated, or an acronym of several."""
    by_name: dict[tuple[str, str], list[tuple[tuple[str, ...], Group]]] = defaultdict(list)
    for key, group in groups.items():
        by_name[key[0], key[1]].append((key, group))
    doubts = []
    for (kind, name), found in sorted(by_name.items(), key=lambda item: item[0]):
        whys = {key[4] for key, _ in found if len(key) > OPEN}
        states = {group.state for _, group in found}
        why: Why | None = next((one for one in OPEN_WHYS if one in whys), "states" if len(states) > 1 else None)
        meant = [group for full in links.ambiguous.get((kind, name), ()) for _, group in by_name[kind, full]]
        kept_apart = [group for _, group in found] + meant
        if why and len(kept_apart) > 1:
            doubts.append(Doubt(kind, min(group.occurrences[0].name for _, group in found), why, kept_apart))
    return doubts
