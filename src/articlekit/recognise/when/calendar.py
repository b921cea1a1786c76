"""Reads what every year has, and longer times: `Mai 2025`, `ersten Quartal`, `Sommer 2024`, `1990er-Jahren`."""

from articlekit.recognise.when.cursor import YEARS_OF_DATES, Cursor, Found
from articlekit.recognise.when.terms import Century, Dated, Decade, Month, Nth, Season, Turn, Vague, WholeYear

SURE_DECADES = range(30, 100, 10)
"""Decades in two digits that nobody takes for those of this century."""


class Calendar(Cursor):
    """Each method returns the time that begins at a token, or None."""

    def nth(self, i: int) -> Found | None:
        """Return a quarter, half, calendar week or century by its number."""
        if self.text(i) in self.words.quarter_letters and self.glued(i + 1) and (number := self.number(i + 1, 1)):
            j = i + 2 + (self.text(i + 2) == "/")
            year, end = self.year_after(j)
            return Found(Dated(Nth("quarter", number), year), end if year else i + 2, bare=year is not None)
        ordinal = self.ordinal(i)
        if ordinal is None:
            return None
        number, j = ordinal
        unit = self.words.numbered_units.get(self.text(j))
        if unit is None:
            return None
        if unit == "century":
            return Found(Century(number), j + 1, bare=False)
        year, end = self.year_after(j + 1)
        return Found(Dated(Nth(unit, number), year), end, bare=year is not None)

    def month(self, i: int) -> Found | None:
        """Return a month."""
        if self.words.units.get(self.text(i)) == "month":
            i += 1
        if number := self.words.months.get(self.text(i)):
            year, j = self.year_after(i + 1)
            return Found(Dated(Month(number), year), j, bare=year is not None)
        if number := self.words.abbreviations.get(self.text(i)):
            j = i + 1 + (self.text(i + 1) == ".")
            if year := self.year(j):
                return Found(Dated(Month(number), year), j + 1)
        return None

    def season(self, i: int) -> Found | None:
        """Return a season; a winter lies in two years, so that it needs both."""
        if self.text(i) not in self.words.seasons:
            return None
        months = self.words.seasons[self.text(i)]
        if pair := self.pair_of_years(i + 1):
            year, end = pair
            wraps = months is not None and months[0] > months[1]
            return Found(Dated(Season(*months), year) if months and wraps else Vague(), end)
        said, end = self.year_after(i + 1)
        if months is None or (said is not None and months[0] > months[1]):
            return Found(Vague(), end, bare=said is not None)
        return Found(Dated(Season(*months), said), end, bare=said is not None)

    def decade(self, i: int) -> Found | None:
        """Return a decade in digits or in words."""
        word = self.lower(i)
        if self.text(i).isdecimal():
            first, ending, j = self.number(i, 4), self.lower(i + 1), i + 2
            base, _, unit = ending.partition("-")
            if first is None or first % 10 or base not in self.words.decade_endings or not self.glued(i + 1):
                return None
            if unit and self.words.plural_units.get(unit.capitalize()) != "year":
                return None
        else:
            unit = next((name for name in self.words.plural_units if word.endswith(name.lower())), "")
            base = word.removesuffix(unit.lower()).removesuffix("-")
            first, j = self.words.decades.get(base), i + 1
            first = first or self.words.decades.get(base.removesuffix("n"))
            if first is None:
                return None
        j += not unit and self.words.plural_units.get(self.text(j)) == "year"
        if first in SURE_DECADES:
            first += 1900
        return Found(Decade(first) if first in YEARS_OF_DATES else Vague(), j, bare=False)

    def turn(self, i: int) -> Found | None:
        """Return the turn of the year; one year alone does not tell which of its two."""
        if self.text(i) not in self.words.turns:
            return None
        if pair := self.pair_of_years(i + 1):
            return Found(Dated(Turn(), pair[0]), pair[1])
        if self.year(i + 1):
            return Found(Vague(), i + 2)
        return Found(Dated(Turn()), i + 1)

    def calendar_year(self, i: int) -> Found | None:
        """Return a year, with the word before it or alone."""
        word = self.words.plural_units.get(self.text(i)) or self.words.units.get(self.text(i))
        if word == "year" and (year := self.year(i + 1, YEARS_OF_DATES)):
            return Found(Dated(WholeYear(), year), i + 2)
        if year := self.year(i):
            return Found(Dated(WholeYear(), year), i + 1, bare=year % 100 != 0 and not self.follows_name(i))
        return None
