"""The days of what every year has - days, months, quarters, seasons - in one year."""

import calendar
import datetime
from typing import Any

from articlekit.recognise.when.terms import Day, Month, Nth, PartOf, Season, Turn, WholeYear, Yearly
from articlekit.summarise.spans import DAY, Span, months, part, week

LENGTHS = {"quarter": 3, "half": 6}
"""In months."""
IN_NO_WEEK_OF_NEXT_YEAR = 28
"""The day of December that always lies in the last ISO week of its year."""


def years_near(today: datetime.date) -> range:
    """Return the years in which the nearest of something lies, those left out that the calendar has not."""
    return range(max(today.year - 1, datetime.MINYEAR), min(today.year + 1, datetime.MAXYEAR - 1) + 1)


def yearly_span(what: Yearly, year: int, pieces: dict[str, dict[str, Any]]) -> Span | None:
    """Return the days of something in one year, or None where that year has not: a leap day, another weekday.

    Args:
        what: what every year has.
        year: in which it begins.
        pieces: how the lexicon counts parts of units.

    Raises:
        ValueError, OverflowError: when it lies beyond the calendar.
    """
    match what:
        case Day(number, month, weekday):
            if not (1 <= month <= 12 and 1 <= number <= calendar.monthrange(year, month)[1]):
                return None
            day = datetime.date(year, month, number)
            return Span(day, day) if weekday in (None, day.isoweekday()) else None
        case Month(number):
            return months(year, number, 1)
        case Nth("week", number):
            last = datetime.date(year, 12, IN_NO_WEEK_OF_NEXT_YEAR).isocalendar().week
            return week(datetime.date.fromisocalendar(year, number, 1)) if 1 <= number <= last else None
        case Nth(unit, number):
            length = LENGTHS[unit]
            return months(year, 1 + (number - 1) * length, length) if 1 <= number <= 12 // length else None
        case Season(first, last):
            return months(year, first, (last - first) % 12 + 1)
        case Turn():
            eve = datetime.date(year, 12, 31)
            return Span(eve, eve + DAY)
        case PartOf(name, of):
            whole = yearly_span(of, year, pieces)
            return whole and part(whole, pieces.get(_unit_of(of), {}), name)
        case WholeYear():
            return months(year, 1, 12)


def _unit_of(what: Month | Nth | Season | WholeYear) -> str:
    match what:
        case Month():
            return "month"
        case Nth(unit):
            return unit
        case Season():
            return "quarter"
        case WholeYear():
            return "year"
