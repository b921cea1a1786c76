"""Stretches of days: units of the calendar, parts of them, and the one of several that is meant."""

import calendar
import datetime
from typing import Any, Literal, NamedTuple

from articlekit.recognise.when.terms import Unit

Tense = Literal["past", "future"]
DAY = datetime.timedelta(days=1)
MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
HALF_YEAR = 184
"""Days within which the nearest of a year's days lies; a leap day can lie farther, and then nothing is nearest."""


class Span(NamedTuple):
    """Days from the first to the last, both inclusive."""

    first: datetime.date
    last: datetime.date


def months(year: int, month: int, count: int) -> Span:
    """Return so many months from one of a year on; a month over twelve lies in a later year.

    Raises:
        ValueError: when it lies beyond the calendar.
    """
    first = _month(12 * year + month - 1)
    last = _month(12 * year + month - 1 + count - 1)
    return Span(first, last.replace(day=calendar.monthrange(last.year, last.month)[1]))


def _month(number: int) -> datetime.date:
    return datetime.date(number // 12, number % 12 + 1, 1)


def week(day: datetime.date) -> Span:
    """Return the ISO week of a day, Monday to Sunday."""
    monday = day - (day.isoweekday() - 1) * DAY
    return Span(monday, monday + 6 * DAY)


def unit_span(unit: Unit, offset: int, today: datetime.date) -> Span:
    """Return the unit of time that a day lies in, or the one so many units away.

    Raises:
        ValueError, OverflowError: when it lies beyond the calendar.
    """
    match unit:
        case "day":
            return Span(today + offset * DAY, today + offset * DAY)
        case "week":
            return week(today + 7 * offset * DAY)
        case "weekend":
            return Span(week(today + 7 * offset * DAY).last - DAY, week(today + 7 * offset * DAY).last)
        case "century":
            return century((today.year - 1) // 100 + 1 + offset)
        case _:
            length = MONTHS_OF[unit]
            start = (12 * today.year + today.month - 1) // length + offset
            return months(0, 1 + start * length, length)


def century(number: int) -> Span:
    """Return a century; the 20th is 1901 to 2000."""
    return months(100 * number - 99, 1, 1200)


def part(span: Span, table: dict[str, Any], name: str) -> Span | None:
    """Return a part of a span as the lexicon counts the pieces of its unit, or None where it has no such part."""
    if name not in table:
        return None
    begin, end = table[name]
    match table["piece"]:
        case "day":
            return Span(span.first + (begin - 1) * DAY, min(span.last, span.first + (end - 1) * DAY))
        case "month":
            return months(span.first.year, span.first.month + begin - 1, end - begin + 1)
        case _:
            return months(span.first.year + begin - 1, 1, 12 * (end - begin + 1))


def moved(day: datetime.date, unit: Unit, count: int) -> datetime.date:
    """Return the day so many units away: the same day of another month, or its last where it is shorter.

    Raises:
        ValueError, OverflowError: when it lies beyond the calendar.
    """
    if unit in ("day", "week"):
        return day + count * (7 if unit == "week" else 1) * DAY
    month = _month(12 * day.year + day.month - 1 + count * MONTHS_OF.get(unit, 1200))
    return month.replace(day=min(day.day, calendar.monthrange(month.year, month.month)[1]))


def gap(span: Span, today: datetime.date) -> int:
    """Return the days between a span and a day; 0 for a day inside."""
    return max((span.first - today).days, (today - span.last).days, 0)


def chosen(spans: list[Span], today: datetime.date, tense: Tense | None) -> Span | None:
    """Return the last that has begun, the first that has not ended, or without a tense the nearest; None for none."""
    if tense == "past":
        return max((span for span in spans if span.first <= today), default=None)
    if tense == "future":
        return min((span for span in spans if span.last >= today), default=None)
    return min(
        (span for span in spans if gap(span, today) <= HALF_YEAR), key=lambda span: gap(span, today), default=None
    )


def shifted(spans: list[Span], today: datetime.date, shift: int) -> Span | None:
    """Return the last that is over (-1), the first that has not begun (1), or this year's (0)."""
    if shift < 0:
        return max((span for span in spans if span.last < today), default=None)
    if shift > 0:
        return min((span for span in spans if span.first > today), default=None)
    return next((span for span in spans if span.first.year == today.year), None)
