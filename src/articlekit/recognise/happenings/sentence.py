"""A sentence that holds a word of happenings: its clauses, expressions of time and places, found once."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from articlekit.recognise.claims.clauses import RELATIVE_FORMS, Clause, is_verb_final, split_clauses
from articlekit.recognise.times import find_times
from articlekit.recognise.view import View

Piece = tuple[int, int]
BETWEEN = frozenset({"ADJA", "ART", "PDAT", "PPOSAT", "NN", "CARD"})
"""Tags between a preposition and the place that it governs: im kalifornischen Oakland, in der Stadt Kassel."""
REACH = 4
FINAL_MARKS = frozenset('.!?“"«”:…')
BESIDE = 1
"""How far a clause may be from that of a trigger or name to say its time or place."""
YEAR = re.compile(r"(?:19|20)\d\d")


class Time(NamedTuple):
    """An expression of time."""

    characters: Piece
    """In the document."""
    tokens: Piece
    text: str


class Sentence:
    """One sentence of a document."""

    def __init__(self, view: View, number: int) -> None:
        self.view = view
        self.number = number
        self.start, self.end = view.sentences[number]

    @cached_property
    def clauses(self) -> list[Clause]:
        """Its clauses in order."""
        return split_clauses(self.view, self.start, self.end)

    def clause_of(self, index: int) -> int:
        """Return the number of the clause that a token stands in, the last one before it where it stands in none."""
        number = 0
        for place, clause in enumerate(self.clauses):
            if clause.start <= index:
                number = place
        return number

    def clause_at(self, index: int) -> Clause:
        """Return the clause that a token stands in."""
        if not self.clauses:
            return Clause(self.start, self.end, "frag", -1, "")
        return self.clauses[self.clause_of(index)]

    @cached_property
    def is_heading(self) -> bool:
        """Whether it ends a paragraph without a final mark."""
        words = [word for word in self.view.text[self.start : self.end] if not word.isspace()]
        return bool(words) and words[-1][-1] not in FINAL_MARKS

    @cached_property
    def times(self) -> list[Time]:
        """Its expressions of time, in order."""
        doc = self.view.doc
        left, text = doc[self.start].idx, doc[self.start : self.end].text
        found = []
        for start, end in find_times(text):
            span = doc.char_span(left + start, left + end, alignment_mode="expand")
            if span is not None:
                found.append(Time((left + start, left + end), (span.start, span.end), text[start:end]))
        return sorted(found + list(self._years({time.tokens[0] for time in found})))

    def _years(self, taken: set[int]) -> Iterator[Time]:
        """Yield the years right behind a name that they are no part of: `Softbank hatte Arm 2016 übernommen`."""
        view = self.view
        for index in range(self.start + 1, self.end):
            behind = view.entity[index - 1] >= 0 > view.entity[index] and index not in taken
            if behind and YEAR.fullmatch(view.text[index]) and view.ents[view.entity[index - 1]].label_ != "EVT":
                start = view.doc[index].idx
                yield Time((start, start + len(view.text[index])), (index, index + 1), view.text[index])

    def times_near(self, index: int, extent: Piece | None = None, beside: int = BESIDE) -> list[Time]:
        """Return the expressions of time that can belong to a token, likeliest first.

        Those of a relative clause right behind come before those of its own clause, the nearest first; then those of
        fragments beside it. A relative clause does not share the time of the clause that it stands in.

        Args:
            index: the token.
            extent: tokens of a name that it belongs to; a time inside it is none.
            beside: how far away its clause may be.
        """
        if not self.times:
            return []
        home = self.clause_of(index)
        low, high = extent or (index, index + 1)
        ranked = []
        for time in self.times:
            tokens = time.tokens
            away = self.clauses_between(home, self.clause_of(tokens[0]))
            if low <= tokens[0] < high or away > beside:
                continue
            distance = tokens[0] - high if tokens[0] >= high else low - tokens[1] + 1
            ranked.append((self._is_told_elsewhere(home, high, tokens[0]), away, distance, time))
        return [ranking[-1] for ranking in sorted(ranked)]

    def _is_told_elsewhere(self, home: int, end: int, place: int) -> bool:
        """Tell whether a token stands anywhere but in a relative clause right behind a name."""
        after = home + 1
        opens = after < len(self.clauses) and self.kinds[after] == "rel" and self.clauses[after].start <= end + 2
        return not (opens and self.clauses[after].start <= place < self.clauses[after].end)

    @cached_property
    def kinds(self) -> list[str]:
        """The kinds of its clauses; relative are also those that only the end of their verb shows."""
        return ["rel" if is_relative(self.view, clause) else clause.kind for clause in self.clauses]

    def clauses_between(self, home: int, place: int) -> int:
        """Return how far a clause is from another; fragments and a relative clause behind it are beside it."""
        if home == place:
            return 0
        kinds = self.kinds
        if place < home:
            passed = {"frag", "rel", "wh"} if kinds[home] == "frag" else {"frag"}
            return BESIDE + sum(kind not in passed for kind in kinds[place + 1 : home + 1])
        return BESIDE + sum(kind not in {"rel", "frag"} for kind in kinds[home + 1 : place + 1])

    def has_own_time(self, index: int) -> bool:
        """Tell whether an expression of time stands in a token's clause."""
        home = self.clause_of(index)
        return any(self.clause_of(time.tokens[0]) == home for time in self.times)

    def places(self, prepositions: frozenset[str]) -> list[Piece]:
        """Return the names of places that a preposition governs."""
        view = self.view
        found = []
        for number in sorted({number for number in view.entity[self.start : self.end] if number >= 0}):
            entity = view.ents[number]
            if entity.label_ != "LOC" or entity.start < self.start:
                continue
            place = entity.start - 1
            while (
                view.lower[place] not in prepositions
                and place > max(self.start, entity.start - REACH)
                and view.tag[place] in BETWEEN
                and view.entity[place] < 0
            ):
                place -= 1
            if place >= self.start and view.lower[place] in prepositions:
                found.append((entity.start, entity.end))
        return found

    def place_near(self, index: int, prepositions: frozenset[str], beside: int = 0) -> Piece | None:
        """Return the place that belongs to a token: in its clause, else in one beside it within `beside`, or None."""
        home = self.clause_of(index)
        ranked = []
        for start, end in self.places(prepositions):
            distance = self.clauses_between(home, self.clause_of(start))
            if distance <= beside:
                elsewhere = not beside or self._is_told_elsewhere(home, index + 1, start)
                ranked.append((elsewhere, distance, start < index, abs(start - index), (start, end)))
        return min(ranked)[-1] if ranked else None


def is_relative(view: View, clause: Clause) -> bool:
    """Tell whether a clause opens with a relative pronoun, by the tagger or by its verb at the end."""
    if view.tag[clause.start] == "PRELS":
        return True
    opens = clause.start > 0 and view.text[clause.start - 1] == "," and view.lower[clause.start] in RELATIVE_FORMS
    return opens and is_verb_final(view, clause)
