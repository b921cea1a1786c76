"""German expressions of time to intervals of days, against the article's date or the year that an event's name gives.

| what | reading |
|---|---|
| `seit`, `ab`, `von … an`, `frühestens`, `nicht vor` | from the first day of the time on; the end is open |
| `bis`, `spätestens` | up to the last day of the time; the start is open |
| `vor`, `nach` | up to the day before it; from the day after it on |
| no year | the nearest year; in the past the last that has begun, in the future the first that has not ended |
| a weekday | the last up to the article's date; in the future, and behind `bis` and `ab`, the first from it on |
| `Anfang`, `Mitte`, `Ende` | thirds of a month, certain months of a year; see `time_parts` in the lexicon |
| `vor drei Jahren`, `in zwei Monaten` | the whole year or month; a week (one) and days to the day |
"""

import datetime
import re
from typing import NamedTuple

from articlekit.recognise.times import read_time
from articlekit.recognise.when.terms import Open, Term
from articlekit.recognise.when.words import TimeWords, shipped_words
from articlekit.summarise.meaning import Meaning
from articlekit.summarise.spans import DAY, Tense

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
FULL_DATE = 10


class Interval(NamedTuple):
    """Days from the first to the last, both inclusive, as ISO 8601 dates; at most one of them is None.

    `seit 2019` is `2019-01-01/..` in ISO 8601: its end is None. `bis 2030` is `../2030-12-31`: its start is None.
    """

    start: str | None
    """First day; None where the time has no start."""
    end: str | None
    """Last day; None where the time has no end."""


def resolve_time(
    text: str,
    article_date: str | None,
    named_year: int | None = None,
    *,
    tense: Tense | None = None,
    words: TimeWords | None = None,
) -> Interval | None:
    """Return the days of an expression of time, or None where they cannot be told.

    Args:
        text: the expression and nothing else, such as `vom 2. bis 4. Oktober`.
        article_date: ISO date of the article, a time behind it is let pass; None or anything else leaves what is
            counted from it unresolved.
        named_year: a year that the event's name carries; it wins over the article's for a time without a year.
        tense: whether the sentence tells of the past or the future; None when that is not known.
        words: the lexicon's words; those that come with the package by default.
    """
    words = words or shipped_words()
    term = read_time(text, words)
    if term is None:
        return None
    try:
        return _interval(term, Meaning(_parse(article_date), named_year, tense, words.pieces))
    except (ValueError, OverflowError):  # beyond the calendar: the week before the first of all days
        return None


def _interval(term: Term, meaning: Meaning) -> Interval | None:
    if not isinstance(term, Open):
        span = meaning.span(term)
        return span and Interval(span.first.isoformat(), span.last.isoformat())
    span = meaning.bound(term)
    if span is None:
        return None
    match term.side:
        case "until":
            return Interval(None, span.last.isoformat())
        case "before":
            return Interval(None, (span.first - DAY).isoformat())
        case "after":
            return Interval((span.last + DAY).isoformat(), None)
        case _:
            return Interval(span.first.isoformat(), None)


def _parse(date: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(date[:FULL_DATE]) if date else None
    except ValueError:
        return None
