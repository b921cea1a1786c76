"""What a term of time means on the article's date: days, or nothing where it could mean others."""

import datetime
from dataclasses import dataclass, replace
from typing import Any

from articlekit.recognise.when.terms import (
    Ahead,
    Century,
    Dated,
    Decade,
    Night,
    Open,
    Part,
    PartOf,
    Range,
    Relative,
    Rolling,
    Season,
    Term,
    Turn,
    Weekday,
    WholeYear,
    Yearly,
)
from articlekit.summarise.ranges import ends_of
from articlekit.summarise.spans import DAY, Span, Tense, century, chosen, months, moved, part, shifted, unit_span, week
from articlekit.summarise.yearly import yearly_span, years_near


@dataclass(frozen=True, slots=True)
class Meaning:
    """The article's date, the year of an event's name, the tense, and the lexicon's parts of units."""

    today: datetime.date | None
    named_year: int | None
    tense: Tense | None
    pieces: dict[str, dict[str, Any]]

    def span(self, term: Term) -> Span | None:
        """Return the days of a time with two ends, or None.

        Raises:
            ValueError, OverflowError: when it lies beyond the calendar.
        """
        match term:
            case Dated():
                return self._dated(term)
            case Decade(first):
                return months(first, 1, 120)
            case Century(number):
                return century(number)
            case Part(name, of):
                whole = self.span(of)
                unit = of.unit if isinstance(of, Relative) else type(of).__name__.lower()
                found = whole and part(whole, self.pieces.get(unit, {}), name)
                present = isinstance(of, Relative) and of.offset == 0
                return None if present and self._contradicts(found) else found
            case Range():
                return self._range(term)
        return self._counted(term, self.today) if self.today else None

    def _range(self, term: Range) -> Span | None:
        first, last = ends_of(term, self)
        if first is None or last is None or first.first > last.first or first.last > last.last:
            return None
        return None if term.adjacent and first.last + DAY != last.first else Span(first.first, last.last)

    def bound(self, term: Open) -> Span | None:
        """Return the time that an open one starts from or goes up to, or None.

        Raises:
            ValueError, OverflowError: when it lies beyond the calendar.
        """
        if term.side == "since":
            span = replace(self, tense="past").span(term.of)
            return None if span and self.today and span.first > self.today else span
        if term.side == "after" or self.tense == "future":
            return self.span(term.of)
        recurring = isinstance(term.of, Weekday) or _of_the_year(term.of)
        if self.tense == "past" and term.side != "from":
            # `Die Frist wurde bis Freitag verlängert`: the verb's past says nothing of the end.
            return None if recurring else replace(self, tense=None).span(term.of)
        if self.tense is None:
            span = replace(self, tense="future" if recurring else None).span(term.of)
            # Without a year and a tense, what is over may mean the next: `Bis zum Herbst will er ...`, said in spring.
            over = span is not None and self.today is not None and span.last < self.today
            return None if over and not self.named_year and _has_no_year(term.of) else span
        return self.span(term.of)

    def _contradicts(self, span: Span | None) -> bool:
        """Tell whether the present year's or week's part lies where the tense says that it does not."""
        if span is None or self.today is None:
            return False
        return (self.tense == "past" and span.first > self.today) or (self.tense == "future" and span.last < self.today)

    def _counted(self, term: Term, today: datetime.date) -> Span | None:
        match term:
            case Relative(unit, offset, weekday):
                span = unit_span(unit, offset, today)
                return span if weekday in (None, span.first.isoweekday()) else None
            case Weekday():
                return self._weekday(term, today)
            case Rolling(unit, count):
                other = moved(today, unit, count)
                return Span(min(today, other), max(today, other))
            case Ahead(of):
                return None if self.tense == "past" else replace(self, tense="future").span(of)
            case Night(day):
                morning = self.span(day)
                return morning and Span(morning.first - DAY, morning.first)
        return None

    def _weekday(self, term: Weekday, today: datetime.date) -> Span | None:
        if term.week:
            return _in_week(term, unit_span("week", term.week.offset, today))
        spans = [_in_week(term, week(today + 7 * weeks * DAY)) for weeks in range(-2, 3)]
        if term.shift == 0:
            past, future = chosen(spans, today, "past"), chosen(spans, today, "future")
            if self.tense:
                return past if self.tense == "past" else future
            return future if future == spans[2] else None
        if term.shift:
            day = shifted(spans, today, term.shift)
            return None if term.doubtful and day and week(day.first) == week(today) else day
        if term.weekend and self.tense is None:
            return None
        return chosen(spans, today, self.tense or "past")

    def _dated(self, term: Dated) -> Span | None:
        what, year = term.what, term.year
        if isinstance(year, int):
            return self.yearly(what, year)
        if isinstance(year, Relative):
            span = self.yearly(what, self.today.year + year.offset) if self.today else None
            return None if year.offset == 0 and self._contradicts(span) else span
        two_years = isinstance(what, Turn) or (isinstance(what, Season) and what.first > what.last)
        if term.shift is None and self.named_year and not isinstance(what, Turn):
            return None if two_years else self.yearly(what, self.named_year)
        if self.today is None:
            return None
        spans = [span for year in years_near(self.today) if (span := self.yearly(what, year))]
        if term.shift is not None and not (term.shift == 0 and two_years):
            return shifted(spans, self.today, term.shift)
        span = chosen(spans, self.today, self.tense)
        return None if span and _of_the_year(term) and self._doubtful(what, span, self.today) else span

    def _doubtful(self, what: Yearly, span: Span, today: datetime.date) -> bool:
        """Tell whether a part of the year may be that of another year."""
        if self.tense is None:
            return span.first.year != today.year
        return self.tense == "past" and span.last >= today and isinstance(what, PartOf) and what.name == "end"

    def yearly(self, what: Yearly, year: int) -> Span | None:
        """Return what every year has in one year, or None where that year has not."""
        return yearly_span(what, year, self.pieces)


def _in_week(term: Weekday, days: Span) -> Span:
    day = days.first + (term.number - 1) * DAY
    return Span(day, day + term.weekend * DAY)


def _of_the_year(term: Term) -> bool:
    """Tell whether it is a part of a year that is not named, which past and future have alike: Jahresende."""
    return (
        isinstance(term, Dated) and term.year is None and isinstance(term.what, PartOf) and term.what.of == WholeYear()
    )


def _has_no_year(term: Term) -> bool:
    match term:
        case Dated(_, year, shift):
            return year is None and shift is None
        case Range(_, last):
            return _has_no_year(last)
        case _:
            return False
