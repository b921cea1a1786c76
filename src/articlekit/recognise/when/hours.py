"""Reads hours and parts of days, which count beside a day only: `um 14 Uhr`, `Abend des 3. Mai`, `Nacht zum Dienstag`."""

from articlekit.recognise.when.cursor import Found
from articlekit.recognise.when.points import Points
from articlekit.recognise.when.terms import Dated, Day, Night, Range, Relative, Term, Weekday


class Hours(Points):
    """Each method returns the time that begins at a token, or None."""

    def night(self, i: int) -> Found | None:
        """Return `in der Nacht zum Dienstag` and `in der Nacht von Montag auf Dienstag`."""
        j = i + (self.lower(i) in self.words.articles)
        if self.lower(j) != self.words.night:
            return None
        j += 1
        evening = None
        if self.words.prepositions.get(self.lower(j)) == "of":
            evening = self.point(j + 1 + (self.lower(j + 1) in self.words.articles))
            if evening is None:
                return None
            j = evening.end
        if self.lower(j) not in self.words.night_links:
            return None
        day = self.point(j + 1 + (self.lower(j + 1) in self.words.articles))
        if day is None or not has_day(day.term) or isinstance(day.term, Range):
            return None
        return Found(Range(evening.term, day.term, adjacent=True) if evening else Night(day.term), day.end)

    def part_of_day(self, i: int) -> Found | None:
        """Return `späten Abend des 3. Mai`."""
        i += self.lower(i) in self.words.day_part_adjectives
        if self.text(i) not in self.words.day_nouns or self.lower(i + 1) not in self.words.day_links:
            return None
        day = self.point(i + 2)
        return day._replace(bare=True) if day and has_day(day.term) else None

    def clock(self, i: int) -> int | None:
        """Return the token after an hour: um 14 Uhr, von 10 bis 12.30 Uhr."""
        i += self.text(i) == ","
        j = self._hour(i + (self.lower(i) in self.words.clock_openers))
        if j and self.words.links.get(self.lower(j)) in ("to", "and"):
            j = self._hour(j + 1)
        return j + 1 if j and self.text(j) in self.words.clock else None

    def _hour(self, i: int) -> int | None:
        hour = self.number(i, 2)
        if hour is None or hour > 24:
            return None
        minutes = self.text(i + 1) in (".", ":") and self.glued(i + 2) and self.number(i + 2, 2) is not None
        return i + 3 if minutes else i + 1


def has_day(term: Term) -> bool:
    """Tell whether a time is of days, not of weeks or longer."""
    match term:
        case Range(first):
            return has_day(first)
        case Dated(Day()) | Weekday() | Relative("day"):
            return True
        case _:
            return False
