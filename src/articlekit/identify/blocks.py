"""Entities that one name of a person stands for, divided into people.

What is shared joins: organisations, nouns of roles, party and public office, rare names in the same articles. What
contradicts keeps apart. A name of which nothing is said joins the only person of that name there is, and nobody where
there are two. Nothing here depends on the order of the articles.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import combinations

from articlekit.identify.evidence import ENOUGH, Evidence, Profile
from articlekit.identify.groups import Sets
from articlekit.identify.names import fitting_middles
from articlekit.identify.records import Why

MANY = 40
"""With more people of one name only what is plainly shared joins: pairs of all with all would take too long."""


def divide(profiles: list[Profile], evidence: Evidence, *, full: bool) -> list[Profile]:
    """Return the people whom the profiles of one name are.

    Args:
        profiles: one for each entity, sorted.
        evidence: compares profiles.
        full: the name is a full one, so that it is evidence by itself.
    """
    people = _share(profiles)
    if full:
        blank = [person for person in people if person.blank and not person.middles]
        people = [person for person in people if not (person.blank and not person.middles)]
        if not people:
            return [_merged(blank)]
    else:
        blank = []
    if len(people) <= MANY:
        people = _strongest_first(people, evidence, full=full)
        if full:
            people = _without_contradiction(people, evidence)
    return people if not blank else _with_blank(people, blank, evidence)


def _features(profile: Profile) -> Iterator[Hashable]:
    middle = min(profile.middles, default=())
    for kind, values in (("body", profile.bodies), ("noun", profile.nouns)):
        for value in values:
            yield kind, value, middle
    if profile.public:
        yield "public", min(profile.parties, default=""), middle


def _share(profiles: list[Profile]) -> list[Profile]:
    """Join the profiles that share an organisation, a noun of a role, or party and office."""
    sets = Sets(len(profiles))
    first: dict[Hashable, int] = {}
    for number, profile in enumerate(profiles):
        for feature in _features(profile):
            sets.join(first.setdefault(feature, number), number)
    return [_merged([profiles[number] for number in numbers]) for numbers in sets.members()]


def _merged(profiles: list[Profile]) -> Profile:
    first, *others = profiles
    for other in others:
        first.take(other)
    return first


def _strongest_first(people: list[Profile], evidence: Evidence, *, full: bool) -> list[Profile]:
    """Join pairs for which enough speaks, the strongest first; pairs of equal strength that exclude each other are left."""
    while len(people) > 1:
        ranked: list[tuple[int, int, int]] = []
        for one, other in combinations(range(len(people)), 2):
            strength = evidence.strength(people[one], people[other])
            enough = full or evidence.fits(people[one], people[other])
            if enough and _can_join(people[one], people[other], evidence, strength):
                ranked.append((-strength, one, other))
        if not ranked:
            return people
        best = min(ranked)[0]
        sets = Sets(len(people))
        for strength, one, other in sorted(ranked):
            if strength == best:
                sets.join(one, other)
        joined = [numbers for numbers in sets.members() if len(numbers) > 1]
        fitting = [
            numbers
            for numbers in joined
            if all(
                not contradiction(people[one], people[other], evidence) or (best, one, other) in ranked
                for one, other in combinations(numbers, 2)
            )
        ]
        if not fitting:
            return people
        gone = {number for numbers in fitting for number in numbers[1:]}
        for numbers in fitting:
            _merged([people[number] for number in numbers])
        people = [person for number, person in enumerate(people) if number not in gone]
    return people


def contradiction(one: Profile, other: Profile, evidence: Evidence) -> Why | None:
    """Return why two are not one as far as it is known, None where nothing speaks against it."""
    if any(not fitting_middles(mine, theirs) for mine in one.middles for theirs in other.middles):
        return "ambiguous"
    return evidence.contradicts(one, other)


def _can_join(one: Profile, other: Profile, evidence: Evidence, strength: int) -> bool:
    why = contradiction(one, other, evidence)
    # People change their employers; the same rare names round them say that it is still they.
    if why == "professions":
        return strength >= evidence.needed(one, other)
    if why == "organisations":
        return evidence.beyond_office(one, other) >= ENOUGH
    return why is None and strength >= ENOUGH


def _without_contradiction(people: list[Profile], evidence: Evidence) -> list[Profile]:
    """Join people of one full name where nothing speaks against it and no third person could as well be meant."""
    fits = Sets(len(people))
    apart = {
        (one, other)
        for one, other in combinations(range(len(people)), 2)
        if contradiction(people[one], people[other], evidence) or evidence.is_thin(people[one], people[other])
    }
    for one, other in combinations(range(len(people)), 2):
        if (one, other) not in apart:
            fits.join(one, other)
    kept = []
    for numbers in fits.members():
        if any(pair in apart for pair in combinations(numbers, 2)):
            kept += [people[number] for number in numbers]
        else:
            kept.append(_merged([people[number] for number in numbers]))
    return kept


def _with_blank(people: list[Profile], blank: list[Profile], evidence: Evidence) -> list[Profile]:
    """Give the entities of which nothing is said to the only person, where a little speaks for it or an office is public.

    Where there are several people, an entity belongs to the one that its article fits, and to nobody if there are two.
    """
    left: list[Profile] = []
    found: dict[int, list[Profile]] = defaultdict(list)
    several = len(people) > 1
    for entity in blank:
        fitting = [
            number
            for number, person in enumerate(people)
            if (evidence.fits(entity, person) if several else not evidence.is_thin(person, entity))
        ]
        if len(fitting) == 1:
            found[fitting[0]].append(entity)
        else:
            left.append(entity)
    people = [_merged([person, *found[number]]) for number, person in enumerate(people)]
    return [*people, _merged(left)] if left and not several else [*people, *left]
