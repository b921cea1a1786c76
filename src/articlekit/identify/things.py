"""Which thing, body, place, law or event a name means: the key of its identity, as far as one article and the lexicons tell."""

import re
from dataclasses import dataclass

from articlekit.identify.knowledge import Knowledge, Shared
from articlekit.identify.slim import Occurrence
from articlekit.identify.spelling import key_of
from articlekit.identify.states import JOINING

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
EDITION = re.compile(r"^\d+\.? |\d$")
"""A number that counts the events of a name: 38. Chaos Communication Congress."""


def _stems(word: str) -> tuple[str, ...]:
    """Return what an adjective in -er can come from: Pariser, Bremer, Münchner."""
    stem = word.removesuffix("er")
    return (stem, f"{stem}en", f"{stem[:-1]}en", f"{stem}e") if word.endswith("er") and len(stem) > 2 else ()


@dataclass(frozen=True, slots=True)
class Sense:
    """What a name means."""

    key: str
    """Without state and year."""
    name: str | None = None
    """Canonical, where a lexicon gives it."""
    state: str | None = None
    year: str | None = None
    open: str | None = None
    """Why it cannot be told which of several is meant: `states` or `undated`."""

    @property
    def whole(self) -> tuple[str, str, str]:
        """What all entities of one identity have in common."""
        return self.key, self.state or "", self.year or ""


class Senses:
    """Tells what the names of things mean.

    Args:
        knowledge: the lexicons.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def sense_of(self, occurrence: Occurrence, dated: frozenset[str] = frozenset()) -> Sense:
        """Return what the name of an entity means.

        Args:
            occurrence: of any kind but PER.
            dated: keys of events that other articles name with a year.
        """
        kind, name = occurrence.kind, occurrence.name
        meaning = self._knowledge.meaning(kind, name, occurrence.article.around)
        if meaning:
            return self._known(kind, meaning)
        if kind == "EVT":
            return self._event(occurrence, dated)
        return self._with_state(occurrence, name) or self._known(kind, name)

    def _known(self, kind: str, name: str) -> Sense:
        return Sense(self._knowledge.root(kind, name), self._knowledge.canonical(kind, name))

    def _with_state(self, occurrence: Occurrence, name: str) -> Sense | None:
        """Return the sense of a name that several states use; None for other names."""
        kind, states = occurrence.kind, self._knowledge.states
        said = None
        shared = self._knowledge.shared(kind, name)
        if shared is None:
            said = states.in_name(name)
            shared = self._knowledge.shared(kind, said[1]) if said else None
            if said is None or shared is None:
                return None
        if said:
            return self._of_state(kind, shared, said[0])
        # A place in the same sentence says more than all places elsewhere.
        state = states.choose(dict(occurrence.near), shared.level, shared.states) if occurrence.near else None
        state = state or states.choose(dict(occurrence.article.states), shared.level, shared.states)
        if state is None:
            return Sense(key_of(shared.name), open="states")
        return self._of_state(kind, shared, state)

    def _of_state(self, kind: str, shared: Shared, state: str) -> Sense:
        """Return the body or law of a state. Of the home state: the one whose name says that it is the federation's."""
        if state == self._knowledge.states.home:
            for name in (f"Bundes{shared.name[:1].lower()}{shared.name[1:]}", shared.name):
                if known := self._knowledge.canonical(kind, name):
                    return Sense(self._knowledge.root(kind, known), known)
        return Sense(key_of(shared.name), state=state)

    def _event(self, occurrence: Occurrence, dated: frozenset[str]) -> Sense:
        """Return the sense of an event: its name without the year, and the year.

        A name without a year takes that of the edition nearest to the article, else that of the article's date.
        """
        bare, said = self.split_year(self._knowledge.rewritten(occurrence.name))
        sense = self._with_state(occurrence, bare) or self._known(
            "EVT", self._without_place(bare, occurrence.article.around)
        )
        year, why = said, sense.open
        recurring = sense.key in dated or self._knowledge.is_recurring(bare)
        if year is None and recurring and not EDITION.search(bare):
            year = self._year(occurrence, sense)
            why = why or (None if year else "undated")
        return Sense(sense.key, sense.name, sense.state, year, why)

    def _without_place(self, name: str, around: frozenset[str]) -> str:
        """Return the name of an event with its place in one form, and without it where the lexicons know the rest."""
        if self._knowledge.canonical("EVT", name):
            return name
        opening, _, rest = name.partition(" ")
        place = next((stem for stem in _stems(opening) if rest and self._is_place(stem, around)), "")
        head, _, end = name.rpartition(" in ")
        if not place and head and self._is_place(end, around):
            place, rest = end, head
        head, _, end = name.rpartition(" ")
        if not place and head and self._is_place(end, around):
            place, rest = end, JOINING.sub("", head)
        if not place:
            return name
        return rest if self._knowledge.canonical("EVT", rest) else f"{rest} {place}"

    def _is_place(self, name: str, around: frozenset[str]) -> bool:
        return bool(self._knowledge.states.of_place(name)) or self._knowledge.root("LOC", name) in around

    def _year(self, occurrence: Occurrence, sense: Sense) -> str | None:
        written = occurrence.article.year
        told = occurrence.year if occurrence.year and written and abs(occurrence.year - written) <= 1 else None
        editions = self._knowledge.editions.get(f"{sense.key}@{sense.state}", ()) if sense.state else ()
        editions = editions or self._knowledge.editions.get(sense.key, ())
        near = told or written
        if near is None:
            return None
        if editions:
            first, *others = sorted(editions, key=lambda edition: (abs(edition - near), edition))
            tie = bool(others) and abs(others[0] - near) == abs(first - near)
            return None if tie else str(first)
        return str(near)

    @staticmethod
    def split_year(name: str) -> tuple[str, str | None]:
        """Return the name of an event without its year, and the year."""
        found = YEAR.search(name)
        if not found:
            return name, None
        bare = " ".join(f"{name[: found.start()]} {name[found.end() :]}".replace("/", " ").split()).strip(" -–.")
        return (bare, found[0]) if bare else (name, None)
