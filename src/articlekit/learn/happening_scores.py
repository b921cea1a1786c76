"""Scores of happenings, and of dates and places of named events.

A happening is matched, one to one, with one of the same type whose triggers share a word with its own; what is said
about it is counted on the matched ones. Dates and places of named events are counted on the names that were found.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, get_args

from articlekit.learn.counts import Counts, assign
from articlekit.learn.happenings import GoldEvent, GoldHappening, GoldHappenings, Span
from articlekit.records import Event, EventType, Summary, When

ARTICLES = frozenset("der die das den dem des ein eine einen einem einer eines".split())


@dataclass(slots=True)
class Details:
    """Something that is said about what was found, against the gold that says it."""

    counts: Counts = field(default_factory=Counts)
    """Only where the gold says it; predicted is where the summary does too."""
    extra: int = 0
    """Said in the summary alone."""

    def add(self, mine: Any, theirs: Any, *, same: bool) -> None:
        """Add one pair; None is nothing said."""
        if theirs is not None:
            self.counts.add(same, mine is not None, 1)
        else:
            self.extra += mine is not None


@dataclass(slots=True)
class HappeningScores:
    """All counts of happenings and named events."""

    happenings: Counts = field(default_factory=Counts)
    types: dict[str, Counts] = field(default_factory=lambda: {kind: Counts() for kind in get_args(EventType)})
    participants: Counts = field(default_factory=Counts)
    """By name, of matched happenings."""
    details: dict[str, Details] = field(
        default_factory=lambda: {
            name: Details() for name in ("status", "role", "date", "place", "event date", "event place")
        }
    )
    """Status, date and place of matched happenings, role of matched participants, date and place of named events."""

    def add(self, gold: GoldHappenings | None, summary: Summary) -> None:
        """Add one article; nothing where nobody annotated it."""
        if gold is None:
            return
        aliases = _aliases(summary)
        for truth in gold.events:
            mine = next((event for event in summary.events if _is_named(event, truth.name)), None)
            if mine:
                self._add_details("event ", mine, truth, aliases)
        if gold.happenings is None:
            return
        for kind, counts in self.types.items():
            found = [event for event in summary.events if event.type == kind and event.trigger_spans]
            theirs = [happening for happening in gold.happenings if happening.type == kind]
            pairs = assign(
                [_characters((span.start, span.end) for span in event.trigger_spans) for event in found],
                [_characters(iter(happening.triggers)) for happening in theirs],
            )
            for total in (counts, self.happenings):
                total.add(len(pairs), len(found), len(theirs))
            for one, other, _ in pairs:
                self._add_matched(found[one], theirs[other], aliases)

    def _add_matched(self, mine: Event, truth: GoldHappening, aliases: dict[str, set[str]]) -> None:
        self.details["status"].add(mine.status, truth.status, same=mine.status == truth.status)
        self._add_details("", mine, truth, aliases)
        wanted = {_normal(name): role for name, role in truth.participants}
        hits = 0
        for actor in mine.actors:
            name = next((name for name in (*aliases.get(actor.name, ()), _normal(actor.name)) if name in wanted), None)
            if name is not None:
                hits += 1
                role = wanted.pop(name)
                self.details["role"].add(actor.role, role, same=actor.role == role)
        self.participants.add(hits, len(mine.actors), len(truth.participants))

    def _add_details(
        self, prefix: str, mine: Event, truth: GoldHappening | GoldEvent, aliases: dict[str, set[str]]
    ) -> None:
        said, true = _interval(mine.when), _interval(truth.when)
        self.details[f"{prefix}date"].add(said, true, same=said == true)
        places = {_normal(mine.where), *aliases.get(mine.where or "", ())}
        self.details[f"{prefix}place"].add(mine.where, truth.where, same=_normal(truth.where) in places)


def _interval(when: When | None) -> tuple[str, str | None] | None:
    return (when.start, when.end) if when and when.start else None


def _is_named(event: Event, name: str) -> bool:
    return event.name is not None and name in {event.name, *(mention.text for mention in event.mentions)}


def _characters(spans: Iterator[Span]) -> set[int]:
    return {index for start, end in spans for index in range(start, end)}


def _aliases(summary: Summary) -> dict[str, set[str]]:
    sections = (summary.people, summary.organisations, summary.places, summary.technologies, summary.laws)
    return {entity.name: {*map(_normal, (entity.name, *entity.aliases))} for part in sections for entity in part}


def _normal(name: str | None) -> str:
    """Return a name for comparison: lower case, without quotation marks and a leading article."""
    parts = re.sub('[„“”"»«]', "", (name or "").lower()).split()
    return " ".join(parts[1:] if parts and parts[0] in ARTICLES else parts)
