"""A sentence that holds a word of happenings: its clauses, expressions of time and places, found once."""

from functools import cached_property

from articlekit.recognise.claims.clauses import Clause, split_clauses
from articlekit.recognise.times import find_times
from articlekit.recognise.view import View

Piece = tuple[int, int]
BETWEEN = frozenset({"ADJA", "ART", "PDAT", "PPOSAT", "NN", "CARD"})
"""Tags between a preposition and the place that it governs: im kalifornischen Oakland, in der Stadt Kassel."""
REACH = 4


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
        return bool(words) and words[-1] not in {".", "!", "?", "“", '"', "«", "”", ":", "…"}

    @cached_property
    def times(self) -> list[tuple[Piece, Piece]]:
        """Expressions of time: as characters of the document, and as tokens."""
        doc = self.view.doc
        left = doc[self.start].idx
        found = []
        for start, end in find_times(doc[self.start : self.end].text):
            span = doc.char_span(left + start, left + end, alignment_mode="expand")
            if span is not None:
                found.append(((left + start, left + end), (span.start, span.end)))
        return found

    def times_near(self, index: int, extent: Piece | None = None) -> list[Piece]:
        """Return the expressions of time that can belong to a token, likeliest first: those of its clause, the nearest first.

        Args:
            index: the token.
            extent: tokens of a name that it belongs to; a time inside it is none.
        """
        if not self.times:
            return []
        home = self.clause_of(index)
        low, high = extent or (index, index + 1)

        def rank(time: tuple[Piece, Piece]) -> tuple[int, int]:
            place = self.clause_of(time[1][0])
            distance = time[1][0] - high if time[1][0] >= high else low - time[1][1] + 1
            return self._clause_distance(home, place), distance

        ranked = sorted((time for time in self.times if not low <= time[1][0] < high), key=rank)
        return [time[0] for time in ranked]

    def _clause_distance(self, home: int, place: int) -> int:
        """Return how far a clause is from another; a relative clause is near the one before it."""
        if home == place:
            return 0
        between = range(min(home, place) + 1, max(home, place) + 1)
        return 1 + sum(self.clauses[number].kind in {"main", "sub"} for number in between)

    def has_own_time(self, index: int) -> bool:
        """Tell whether an expression of time stands in a token's clause."""
        home = self.clause_of(index)
        return any(self.clause_of(tokens[0]) == home for _, tokens in self.times)

    def places(self, prepositions: frozenset[str]) -> list[Piece]:
        """Return the names of places that a preposition governs."""
        view = self.view
        found = []
        for number in sorted({number for number in view.entity[self.start : self.end] if number >= 0}):
            entity = view.ents[number]
            if entity.label_ != "LOC" or entity.start < self.start:
                continue
            place = entity.start - 1
            while place > max(self.start, entity.start - REACH) and view.tag[place] in BETWEEN and view.entity[place] < 0:
                place -= 1
            if place >= self.start and view.lower[place] in prepositions:
                found.append((entity.start, entity.end))
        return found

    def place_near(self, index: int, prepositions: frozenset[str]) -> Piece | None:
        """Return the place that belongs to a token: in its clause, else in a relative clause or fragment beside it, or None."""
        home = self.clause_of(index)
        ranked = []
        for start, end in self.places(prepositions):
            distance = self._clause_distance(home, self.clause_of(start))
            if distance <= 1:
                ranked.append((distance, start < index, abs(start - index), (start, end)))
        return min(ranked)[3] if ranked else None
