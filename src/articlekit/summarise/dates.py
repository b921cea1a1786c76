"""German dates to ISO intervals, against the year that the article or the event's name gives."""

import calendar
import datetime
import re

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "januar jänner",
            "februar",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember",
        ],
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: n for n, name in enumerate(["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"])
}
WEEKDAYS["sonnabend"] = 5
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
RANGE = re.compile(
    r"(\d{1,2})\.(?: (\w+))?(?: ((?:19|20)\d\d))? ?(?:bis(?: zum)?|und|–|-) ?(\d{1,2})\. (\w+)(?: ((?:19|20)\d\d))?"
)
DAY = re.compile(r"(\d{1,2})\. ([A-Za-zä]+)(?: ((?:19|20)\d\d))?")
NUMERIC = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)")
Interval = tuple[str, str]
OPEN_ENDED = ("seit ", "bis ", "ab ", "anfang ", "mitte ", "ende ")
FULL_DATE = 10


def resolve_time(text: str, article_date: str | None, named_year: int | None = None) -> Interval | None:
    """Return the first and last day of an expression of time, or None where it cannot be told.

    Args:
        text: the expression, such as `vom 2. bis 4. Oktober`.
        article_date: ISO date of the article; a day without a year is taken from the nearest year.
        named_year: a year that the event's name carries; it wins over the article's.
    """
    today = _parse(article_date)
    try:
        return _resolve(text, today, named_year)
    except (ValueError, OverflowError):  # 31. Februar; a week before the first of all days
        return None


def _resolve(text: str, today: datetime.date | None, named_year: int | None) -> Interval | None:
    if match := NUMERIC.search(text):
        day = datetime.date(int(match[3]), int(match[2]), int(match[1]))
        return _iso(day, day)
    if match := RANGE.search(text):
        last_month = MONTHS.get(match[5].lower())
        first_month = MONTHS.get((match[2] or match[5]).lower())
        if last_month is None or first_month is None:
            return None
        turn = int(first_month > last_month)
        if named_year and not (match[3] or match[6]):
            named_year += turn
        year = _year(match[6] or match[3], last_month, int(match[4]), today, named_year)
        if year is None:
            return None
        first_year = int(match[3]) if match[3] else year - turn
        return _iso(
            datetime.date(first_year, first_month, int(match[1])), datetime.date(year, last_month, int(match[4]))
        )
    if text.lower().startswith(OPEN_ENDED):
        return None
    if (match := DAY.search(text)) and (month := MONTHS.get(match[2].lower())):
        year = _year(match[3], month, int(match[1]), today, named_year)
        if year is None:
            return None
        day = datetime.date(year, month, int(match[1]))
        return _iso(day, day)
    return _vague(text, today, named_year)


def _vague(text: str, today: datetime.date | None, named_year: int | None) -> Interval | None:
    lower = text.lower()
    year_match = YEAR.search(text)
    month = next((number for name, number in MONTHS.items() if name in lower.split()), None)
    if month:
        year = int(year_match[0]) if year_match else _year(None, month, 15, today, named_year)
        if year is None:
            return None
        return _iso(datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1]))
    if year_match:
        return _iso(datetime.date(int(year_match[0]), 1, 1), datetime.date(int(year_match[0]), 12, 31))
    weekday = next((number for name, number in WEEKDAYS.items() if name in lower), None)
    if weekday is None or today is None:
        return None
    back = (today.weekday() - weekday) % 7
    if "kommenden" in lower:
        day = today + datetime.timedelta(days=7 - back)
    else:
        day = today - datetime.timedelta(days=back or 7 * ("vergangenen" in lower))
    return _iso(day, day)


def _year(said: str | None, month: int, day: int, today: datetime.date | None, named: int | None) -> int | None:
    if said:
        return int(said)
    if named:
        return named
    if today is None:
        return None
    years = (today.year - 1, today.year, today.year + 1)
    return min(years, key=lambda year: abs((datetime.date(year, month, min(day, 28)) - today).days))


def _parse(date: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(date[:FULL_DATE]) if date else None
    except ValueError:
        return None


def _iso(first: datetime.date, last: datetime.date) -> Interval | None:
    return (first.isoformat(), last.isoformat()) if first <= last else None
