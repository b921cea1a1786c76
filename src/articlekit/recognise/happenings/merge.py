"""Triggers of one happening become one: same type, and the same participants, object or time, or one right after the other."""

from dataclasses import dataclass, field

from articlekit.recognise.happenings.arguments import Phrase
from articlekit.recognise.happenings.sentence import Time
from articlekit.recognise.happenings.triggers import Trigger
from articlekit.recognise.view import NOUNS, View

NEAR = 2
"""Sentences between two triggers that may be one happening though nothing else says so."""
FAR = 40
"""Sentences over which a noun can take up a happening."""


@dataclass(slots=True)
class Judged:
    """A trigger with what was found out about it."""

    trigger: Trigger
    chance: float
    tense: str
    status: str
    anaphoric: bool
    times: list[Time] = field(default_factory=list)
    """Of its clause."""


@dataclass(slots=True)
class Group:
    """The triggers of one happening, in order."""

    members: list[Judged]

    @property
    def type(self) -> str:
        """Of all its members."""
        return self.members[0].trigger.sense.type


def grouped(view: View, judged: list[Judged], least: float, least_heading: float) -> list[Group]:
    """Return the happenings: triggers that are likely enough, joined where they are one; then what takes them up.

    Args:
        view: the document.
        judged: all triggers, in order.
        least: chance from which a trigger tells a happening.
        least_heading: the same for one in a heading that nothing in the text below repeats.
    """
    groups: list[Group] = []
    late: list[Judged] = []
    for one in judged:
        if one.trigger.sentence.is_heading:
            late.append(one)
            continue
        if one.anaphoric or one.chance < least:
            host = _taken_up(groups, one)
            if host:
                host.members.append(one)
            continue
        host = next((group for group in reversed(groups) if _same(view, group, one)), None)
        if host:
            host.members.append(one)
        else:
            groups.append(Group([one]))
    for one in late:
        host = next((group for group in groups if _is_headed(view, group, one)), None)
        if host:
            host.members.append(one)
        elif one.chance >= least_heading:
            groups.append(Group([one]))
    return groups


def _taken_up(groups: list[Group], one: Judged) -> Group | None:
    """Return the last happening of the type that a definite noun can take up, or None."""
    if not one.anaphoric:
        return None
    for group in reversed(groups):
        if group.type == one.trigger.sense.type and _distance(group, one) <= FAR:
            return group
    return None


def _same(view: View, group: Group, one: Judged) -> bool:
    if group.type != one.trigger.sense.type:
        return False
    if any(_shares_clause(one, member) for member in group.members):
        return True
    if {one.status, group.members[0].status} == {"denied", "happened"} and _distance(group, one) > NEAR:
        return False
    mine, theirs = _names(view, one.trigger.arguments.objects), _all_names(view, group, objects=True)
    agents, others = _names(view, one.trigger.arguments.agents), _all_names(view, group, objects=False)
    times = {_text(time) for time in one.times}
    known = {_text(time) for member in group.members for time in member.times}
    if times and known and times.isdisjoint(known):
        return False
    if mine and theirs:
        return not mine.isdisjoint(theirs)
    if agents and others:
        return not agents.isdisjoint(others) and (_distance(group, one) <= NEAR or bool(times & known))
    return _distance(group, one) <= NEAR and not (one.trigger.kind == "noun" and not one.anaphoric and times)


def _shares_clause(one: Judged, other: Judged) -> bool:
    """Tell whether verb and noun of one clause tell the same: `hat eine Geldbuße verhängt`."""
    mine, theirs = one.trigger, other.trigger
    same = mine.sentence.number == theirs.sentence.number and mine.clause.start == theirs.clause.start
    return same and "noun" in {mine.kind, theirs.kind}


def _is_headed(view: View, group: Group, one: Judged) -> bool:
    """Tell whether a heading tells what the text right below it tells."""
    if group.type != one.trigger.sense.type:
        return False
    ahead = min(member.trigger.sentence.number for member in group.members) - one.trigger.sentence.number
    if 0 < ahead <= NEAR:
        return True
    arguments = one.trigger.arguments
    names = _names(view, arguments.objects) | _names(view, arguments.agents)
    known = _all_names(view, group, objects=True) | _all_names(view, group, objects=False)
    return not names.isdisjoint(known)


def _distance(group: Group, one: Judged) -> int:
    return min(abs(one.trigger.sentence.number - member.trigger.sentence.number) for member in group.members)


def _all_names(view: View, group: Group, *, objects: bool) -> set[str]:
    return {
        name
        for member in group.members
        for name in _names(view, member.trigger.arguments.objects if objects else member.trigger.arguments.agents)
    }


def _names(view: View, phrases: list[Phrase]) -> set[str]:
    """Return names and head nouns of phrases, without a genitive s."""
    words = set()
    for head, (start, end) in phrases:
        if view.tag[head] in NOUNS:
            words.add(view.lower[head].removesuffix("s"))
        words |= {view.lower[index].removesuffix("s") for index in range(start, end) if view.entity[index] >= 0}
    return words


def _text(time: Time) -> str:
    return time.text.lower().split(" ", 1)[-1]
