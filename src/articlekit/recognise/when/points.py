"""Reads one time without its preposition: `Dienstagabend`, `Ende Mai`, `ersten Quartal 2026`, `vergangenen Woche`."""

from dataclasses import replace

from articlekit.recognise.when.calendar import Calendar
from articlekit.recognise.when.cursor import Found
from articlekit.recognise.when.dates import read_date
from articlekit.recognise.when.terms import (
    Century,
    Dated,
    Day,
    Decade,
    Month,
    Night,
    Nth,
    Part,
    PartOf,
    Relative,
    Rolling,
    Season,
    Unit,
    Vague,
    Weekday,
    WholeYear,
)

LONGEST_COUNT = 5
"""Words before a unit: etwas mehr als drei Jahre."""


class Points(Calendar):
    """Each method returns the time that begins at a token, or None."""

    def point(self, i: int) -> Found | None:
        """Return the time of any kind."""
        readers = (
            *(self._day_word, self._weekday, self._date, self._compound, self._part, self.shifted, self._shifted_noun),
            *(self.nth, self.month, self.season, self.decade, self.turn, self._weekend, self.calendar_year),
        )
        return next((found for reader in readers if (found := reader(i))), None)

    def whole(self, i: int) -> Found | None:
        """Return the longer time that a part is of: `Mai`, `des Jahres`, `der kommenden Woche`, `2026`."""
        article = self.lower(i) in self.words.articles
        i += article
        unit = self.words.units.get(self.text(i))
        if article and unit not in (None, "day", "weekend") and self.text(i + 1) not in self.words.months:
            year = self.year(i + 1) if unit == "year" else None
            if year:
                return Found(Dated(WholeYear(), year), i + 2)
            return Found(of_unit(unit, 0), i + 1)
        # Only what a part can be of: a second `Ende` in a row would be read again and again.
        readers = (self.shifted, self._shifted_noun, self.nth, self.month, self.season, self.decade, self.calendar_year)
        return next((found for reader in readers if (found := reader(i))), None)

    def _date(self, i: int) -> Found | None:
        return read_date(self, i)

    def _day_word(self, i: int) -> Found | None:
        if self.lower(i) in self.words.day_adjectives:
            return self._day_adjective(i, self.words.day_adjectives[self.lower(i)])
        offset = self.words.days.get(self.lower(i))
        if offset is None or (self.text(i) != self.lower(i) and not self.begins_sentence(i)):
            return None
        if self.lower(i + 1) == self.words.night:
            return Found(Vague(), i + 2)
        return Found(Relative("day", offset), i + 1 + self._day_part(i + 1))

    def _day_adjective(self, i: int, offset: int) -> Found | None:
        weekday, _ = self.words.weekdays.get(self.text(i + 1), (None, None))
        if weekday is None and self.words.units.get(self.text(i + 1)) != "day":
            return None
        return Found(Relative("day", offset, weekday), i + 2)

    def _day_part(self, i: int) -> bool:
        return self.text(i) in self.words.day_nouns or self.text(i) in self.words.day_parts

    def _weekday(self, i: int) -> Found | None:
        day = self._weekday_alone(i)
        if day is None or not isinstance(day.term, Weekday):
            return day
        return self._date_of(day.end, day.term.number) or self._week_of(day.end, day.term.number) or day

    def _weekday_alone(self, i: int) -> Found | None:
        """Return a weekday and the part of it; a night belongs to two days."""
        i += self.lower(i) in self.words.day_part_adjectives
        if self.text(i) not in self.words.weekdays:
            return None
        number, part = self.words.weekdays[self.text(i)]
        if part == self.words.night or self.lower(i + 1) == self.words.night:
            return Found(Vague(), i + 1 + (part is None))
        spelled = part is None and self._day_part(i + 1)
        return Found(Weekday(number), i + 1 + spelled, bare=spelled or part is not None)

    def _date_of(self, j: int, weekday: int) -> Found | None:
        bracket = self.text(j) == "("
        j += self.text(j) in (",", "(")
        j += self.words.prepositions.get(self.lower(j)) == "the" or self.lower(j) in self.words.articles
        date = self._date(j)
        if date is None or not isinstance(date.term, Dated) or not isinstance(date.term.what, Day):
            return None
        if bracket and self.text(date.end) != ")":
            return None
        return Found(replace(date.term, what=replace(date.term.what, weekday=weekday)), date.end + bracket)

    def _week_of(self, j: int, weekday: int) -> Found | None:
        j += self.words.prepositions.get(self.lower(j)) == "at"
        j += self.lower(j) in self.words.articles
        week = self._shifted_noun(j) or self._shifted_unit(j)
        if week and isinstance(week.term, Relative) and week.term.unit == "week":
            return Found(Weekday(weekday, week=week.term), week.end)
        return None

    def _weekend(self, i: int) -> Found | None:
        if self.words.units.get(self.text(i)) != "weekend":
            return None
        return Found(Weekday(6, weekend=True), i + 1, bare=False)

    def _compound(self, i: int) -> Found | None:
        if self.text(i) not in self.words.compounds:
            return None
        unit, name = self.words.compounds[self.text(i)]
        if unit != "year":
            return Found(Part(name, Relative(unit, 0)), i + 1)
        year, j = self.year_after(i + 1)
        return Found(Dated(PartOf(name, WholeYear()), year), j)

    def _part(self, i: int) -> Found | None:
        name, j = self.words.parts.get(self.text(i)), i + 1
        if name is None:
            half = self.ordinal(i)
            if half is None or half[0] > 2 or self.text(half[1]) not in self.words.halves:
                return None
            name, j = ("first", "second")[half[0] - 1], half[1] + 1
        of = self.whole(j)
        return of and _part_of(name, of)

    def shifted(self, i: int) -> Found | None:
        """Return a time that an adjective picks: `vergangenen Dienstag`, `kommende Woche`, `letzten drei Jahren`."""
        shift = self.words.shifts.get(self.lower(i))
        if shift is None:
            return None
        if found := self._rolling(i, shift):
            return found
        if self.lower(i + 1) == self.words.night:  # the night after today begins today
            return Found(Night(Relative("day", max(shift, 0))) if abs(shift) == 1 else Vague(), i + 2)
        unit = self._shifted_unit(i)
        if unit and unit.term == Relative("week", shift):  # kommende Woche am Dienstag
            day = self._weekday_alone(unit.end + (self.words.prepositions.get(self.lower(unit.end)) == "at"))
            if day and isinstance(day.term, Weekday):
                return Found(replace(day.term, week=unit.term), day.end)
        return unit or self._shifted_name(i, shift)

    def _shifted_name(self, i: int, shift: int) -> Found | None:
        doubtful, last = (self.lower(i) in forms for forms in (self.words.doubtful, self.words.last))
        named = self._weekday(i + 1) or self._weekend(i + 1) or self.month(i + 1) or self.season(i + 1)
        if named is None:
            return None
        if last and isinstance(named.term, Weekday):  # the last Friday of May, not last Friday
            month = self.month(named.end + 1)
            if month and self.lower(named.end) in self.words.prepositions | dict.fromkeys(self.words.articles):
                return Found(Vague(), month.end)
        if isinstance(named.term, Weekday) and not named.term.week:
            picked: Weekday | Dated = replace(named.term, shift=shift, doubtful=doubtful)
        elif isinstance(named.term, Dated) and named.term.year is None and not isinstance(named.term.what, Day):
            picked = replace(named.term, shift=shift)
        else:
            return Found(named.term, named.end)
        return Found(picked if abs(shift) < 2 else Vague(), named.end)

    def _rolling(self, i: int, shift: int) -> Found | None:
        counted = self.counted(i + 1)
        if counted is None:
            return None
        count, unit, end = counted
        if count is None or abs(shift) != 1 or unit == "weekend":
            return Found(Vague(), end)
        return Found(Rolling(unit, shift * count), end)

    def counted(self, i: int) -> tuple[int | None, Unit, int] | None:
        """Return number, unit and the token after `drei Jahren`; no number where a word makes it inexact."""
        count, exact, j = None, True, i
        while j < i + LONGEST_COUNT:
            number = self.number(j, 3) or self.words.numbers.get(self.lower(j))
            if number is None and self.lower(j) not in self.words.number_hedges | self.words.particles:
                break
            count = count or number
            exact = exact and self.lower(j) not in self.words.number_hedges
            j += 1
        unit = self.words.plural_units.get(self.text(j)) or self.words.units.get(self.text(j))
        if j == i or unit is None:
            return None
        return count if exact else None, unit, j + 1

    def _shifted_unit(self, i: int) -> Found | None:
        shift, unit = self.words.shifts.get(self.lower(i)), self.words.units.get(self.text(i + 1))
        if self.text(i + 1) in self.words.plural_units:
            return Found(Vague(), i + 2, bare=False)
        if shift is None or unit in (None, "weekend"):
            return None
        year, j = self.year_after(i + 2)
        if isinstance(year, int) and unit == "year":
            return Found(Dated(WholeYear(), year), j)
        if year is not None:
            if self.lower(i) in self.words.last and unit in ("quarter", "half"):
                return Found(Dated(Nth(unit, 4 if unit == "quarter" else 2), year), j)
            return Found(Vague(), j)
        if unit == "day":
            return Found(Vague(), j)
        return Found(of_unit(unit, shift), j)

    def _shifted_noun(self, i: int) -> Found | None:
        word = self.lower(i) if self.begins_sentence(i) and self.lower(i) in self.words.shifted_nouns else self.text(i)
        if word not in self.words.shifted_nouns:
            return None
        unit, offset = self.words.shifted_nouns[word]
        return Found(of_unit(unit, offset), i + 1)


def of_unit(unit: Unit, offset: int) -> Relative | Dated:
    """Return the present unit of time or one so many units away; what lies in a year has months to be in."""
    return Dated(WholeYear(), Relative("year", offset)) if unit == "year" else Relative(unit, offset)


def _part_of(name: str, of: Found) -> Found | None:
    match of.term:
        case Dated(Month() | Nth() | Season() | WholeYear() as what, year, shift):
            return Found(Dated(PartOf(name, what), year, shift), of.end)
        case Relative() | Decade() | Century():
            return Found(Part(name, of.term), of.end)
        case Vague():
            return of
        case _:
            return None
