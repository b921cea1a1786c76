"""Both ends of a range, each of which can tell the year or the week of the other."""

import datetime
from typing import Protocol

from articlekit.recognise.when.terms import Dated, Day, Range, Term, Weekday, Yearly
from articlekit.summarise.spans import DAY, Span, Tense, chosen, gap, week
from articlekit.summarise.yearly import years_near

Ends = tuple[Span | None, Span | None]


class Resolver(Protocol):
    """What ranges need to know of the meaning of times."""

    @property
    def today(self) -> datetime.date | None:
        """The article's date."""

    @property
    def named_year(self) -> int | None:
        """The year of the event's name."""

    @property
    def tense(self) -> Tense | None:
        """What the sentence tells of."""

    def span(self, term: Term) -> Span | None:
        """Return the days of a time."""

    def yearly(self, what: Yearly, year: int) -> Span | None:
        """Return what every year has in one year."""


def ends_of(term: Range, of: Resolver) -> Ends:
    """Return the days of both ends of a range, in whatever order; None for what cannot be told.

    Raises:
        ValueError, OverflowError: when one lies beyond the calendar.
    """
    match term.first, term.last:
        case (Dated(what, None, None), Dated(end, None, None)):
            return _in_one_year(what, end, of)
        case (Weekday(number, None, week=None, weekend=False), Weekday(end, None, week=None, weekend=False)):
            return _in_one_week(number, end, of, adjacent=term.adjacent)
        case (Dated(what, None, None), last):
            after = of.span(last)
            same = isinstance(last, Dated) and _same_month(what, last.what)
            return after and _before(what, after, of, same_year=same), after
        case (first, Dated(what, None, None)):
            before = of.span(first)
            same = isinstance(first, Dated) and _same_month(first.what, what)
            return before, before and _after(what, before, of, same_year=same)
        case (Weekday(number, None, week=None, weekend=False), last):
            after = of.span(last)
            return after and _day(after.first - ((after.first.isoweekday() - number) % 7 or 7) * DAY), after
        case (first, Weekday(number, None, week=None, weekend=False)):
            before = of.span(first)
            return before, before and _day(before.last + ((number - before.last.isoweekday()) % 7 or 7) * DAY)
        case (first, last):
            return of.span(first), of.span(last)


def _day(day: datetime.date) -> Span:
    return Span(day, day)


def _in_one_year(first: Yearly, last: Yearly, of: Resolver) -> Ends:
    """Return both ends in one year, or the last in the next where it comes before the first."""
    years = [of.named_year] if of.named_year else years_near(of.today) if of.today else []
    pairs = {}
    for year in years:
        begin = of.yearly(first, year)
        end = begin and _after(last, begin, of, same_year=_same_month(first, last))
        if begin and end and begin.first <= end.last:
            pairs[Span(begin.first, end.last)] = begin, end
    if of.named_year or of.today is None:
        return next(iter(pairs.values()), (None, None))
    found = chosen(list(pairs), of.today, of.tense)
    return pairs[found] if found else (None, None)


def _in_one_week(first: int, last: int, of: Resolver, *, adjacent: bool) -> Ends:
    """Return two weekdays; without a tense a range must be going on, while two days are the last as one would be."""
    if of.today is None:
        return None, None
    pairs = {}
    for weeks in range(-2, 3):
        begin = week(of.today + 7 * weeks * DAY).first + (first - 1) * DAY
        end = begin + ((last - first) % 7 or 7) * DAY
        pairs[Span(begin, end)] = _day(begin), _day(end)
    if of.tense or adjacent:
        found = chosen(list(pairs), of.today, of.tense or "past")
    else:
        found = next((span for span in pairs if gap(span, of.today) == 0), None)
    return pairs[found] if found else (None, None)


def _same_month(first: Yearly, last: Yearly) -> bool:
    """Tell whether a last day before the first one is a mistake, and not a day of the next year."""
    return isinstance(first, Day) and isinstance(last, Day) and first.month == last.month


def _before(what: Yearly, after: Span, of: Resolver, *, same_year: bool) -> Span | None:
    spans = (of.yearly(what, after.first.year - back) for back in range(2 - same_year))
    return next((span for span in spans if span and span.first <= after.first), None)


def _after(what: Yearly, before: Span, of: Resolver, *, same_year: bool) -> Span | None:
    spans = (of.yearly(what, before.first.year + ahead) for ahead in range(2 - same_year))
    return next((span for span in spans if span and span.first >= before.first), None)
