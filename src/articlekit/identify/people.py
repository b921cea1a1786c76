"""People: full names first, then the names of one word that fit exactly one of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from articlekit.identify.blocks import contradiction, divide
from articlekit.identify.evidence import Evidence, Profile
from articlekit.identify.groups import Doubt, Group, Grouping
from articlekit.identify.knowledge import Knowledge
from articlekit.identify.names import Names, PersonName
from articlekit.identify.records import Why
from articlekit.identify.slim import Occurrence

Person = tuple[Occurrence, PersonName]
SHOWN = 10
"""How many people a doubt about a surname names at most."""


class People:
    """Divides entities of kind PER into people.

    Args:
        knowledge: the lexicons.
        evidence: compares what is known of people.
    """

    def __init__(self, knowledge: Knowledge, evidence: Evidence) -> None:
        self._knowledge = knowledge
        self._evidence = evidence
        self._names = Names(knowledge.lexicons)
        self._profiles: dict[int, Profile] = {}
        """Of each full-named person, by the identity of its group."""
        self._by_surname: dict[str, list[Group]] = defaultdict(list)

    def group(self, occurrences: Sequence[Occurrence]) -> Grouping:
        """Return the people.

        Args:
            occurrences: sorted.
        """
        full: dict[tuple[str, ...], list[Person]] = defaultdict(list)
        lone: dict[tuple[str, str], list[Person]] = defaultdict(list)
        for occurrence in occurrences:
            name = self._names.parse(self._knowledge.canonical("PER", occurrence.name) or occurrence.name)
            if name.full:
                # A name with the surname in front is compared whole: Nguyễn Thu Hà, Nguyễn Thanh Hà.
                block = (*name.block, *name.middle) if name.also_last and name.middle else name.block
                full[block].append((occurrence, name))
            else:
                lone[name.first, name.last].append((occurrence, name))
        grouping = Grouping()
        for block in sorted(full):
            grouping.add(self._full_names(full[block]))
        for block in sorted(lone):
            grouping.add(self._lone_names(lone[block]))
        return grouping

    def _profile(self, person: Person) -> Profile:
        occurrence, name = person
        own = {self._knowledge.root("PER", form) for form in (occurrence.name, *occurrence.aliases)}
        return self._evidence.profile(occurrence, own, name.middle)

    def _full_names(self, persons: list[Person]) -> Grouping:
        name = persons[0][1]
        profiles = divide(list(map(self._profile, persons)), self._evidence, full=True)
        groups = [self._person(profile) for profile in profiles]
        for group in groups:
            for surname in {name.last, name.also_last} - {""}:
                self._by_surname[surname].append(group)
        doubts = [Doubt("PER", most_common_name(persons), self._why(profiles), groups)] if len(groups) > 1 else []
        return Grouping(groups, doubts)

    def _person(self, profile: Profile) -> Group:
        occurrences = sorted(profile.occurrences, key=lambda occurrence: occurrence.order)
        group = Group("PER", occurrences, name=self._knowledge.canonical("PER", occurrences[0].name))
        self._profiles[id(group)] = profile
        return group

    def _why(self, profiles: Sequence[Profile]) -> Why:
        """Return why people of one name were kept apart: what speaks against the first pair, else that several fit."""
        for number, one in enumerate(profiles[: SHOWN - 1]):
            for other in profiles[number + 1 : SHOWN]:
                if why := contradiction(one, other, self._evidence):
                    return why
                if self._evidence.is_thin(one, other):
                    return "thin"
        return "ambiguous"

    def _lone_names(self, persons: list[Person]) -> Grouping:
        name = persons[0][1]
        candidates = [group for group in self._by_surname.get(name.last, ()) if self._initial_fits(group, name.first)]
        finder = _Finder(candidates, self._profiles)
        left: list[Profile] = []
        doubts: dict[Why, list[Group]] = defaultdict(list)
        for person in persons:
            profile = self._profile(person)
            in_article = finder.in_article(person[0])
            fits = [
                group
                for group in finder.sharing(profile)
                if self._evidence.fits(profile, self._profiles[id(group)])
                and not contradiction(profile, self._profiles[id(group)], self._evidence)
            ]
            if len(fits) == 1 and not in_article:
                fits[0].occurrences.append(person[0])
                continue
            left.append(profile)
            if candidates:
                doubts["ambiguous" if fits or in_article else "thin"] += fits[:SHOWN]
        profiles = divide(left, self._evidence, full=False) if left else []
        groups = [self._person(profile) for profile in profiles]
        if not groups or (len(groups) == 1 and not candidates):
            return Grouping(groups)
        why: Why = "ambiguous" if "ambiguous" in doubts else "thin"
        named = list({id(group): group for group in [*groups, *doubts["ambiguous"], *candidates[:SHOWN]]}.values())
        return Grouping(groups, [Doubt("PER", most_common_name(persons), why, named)])

    def _initial_fits(self, group: Group, initial: str) -> bool:
        if not initial:
            return True
        names = (self._names.parse(occurrence.name) for occurrence in group.occurrences)
        return any(name.first.startswith(initial) for name in names)


class _Finder:
    """Finds the people who share something with a profile, without comparing it to all."""

    def __init__(self, groups: Iterable[Group], profiles: dict[int, Profile]) -> None:
        self._articles: set[tuple[str, str]] = set()
        self._groups = list(groups)
        self._sharing: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, group in enumerate(self._groups):
            profile = profiles[id(group)]
            self._articles |= {occurrence.article.key for occurrence in group.occurrences}
            for feature in _features(profile):
                self._sharing[feature].append(number)

    def in_article(self, occurrence: Occurrence) -> bool:
        """Tell whether one of them stands in the article of an entity too."""
        return occurrence.article.key in self._articles

    def sharing(self, profile: Profile) -> list[Group]:
        """Return those who share something."""
        found = {number for feature in _features(profile) for number in self._sharing.get(feature, ())}
        return [self._groups[number] for number in sorted(found)]


def _features(profile: Profile) -> list[tuple[str, str]]:
    named = [("body", name) for name in profile.bodies] + [("noun", name) for name in profile.nouns]
    return named + [("company", name) for name in profile.company]


def most_common_name(persons: Iterable[Person]) -> str:
    """Return the form of most articles, of equals the first of the alphabet."""
    counts = Counter(occurrence.name for occurrence, _ in persons)
    return min(counts, key=lambda name: (-counts[name], name))
