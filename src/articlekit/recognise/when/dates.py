"""Reads days of a month: `3. Oktober 2025`, `03.10.`, `2./3. Mai`, `2025-10-03`."""

from articlekit.recognise.when.cursor import YEARS_OF_DATES, Cursor, Found
from articlekit.recognise.when.terms import Dated, Day, Range, Relative, Term, Vague
from articlekit.recognise.when.words import are_consecutive

LONGEST_LIST = 5
"""Days in one list; a bound keeps the time linear."""
PIVOT = 70
"""Years in two digits from this one on are of the 20th century."""


def read_date(at: Cursor, i: int, *, between: bool = False) -> Found | None:
    """Return the day or days that begin at a token; `und` is the middle of a range behind `zwischen`."""
    if iso := _iso(at, i):
        return iso
    first = at.ordinal(i)
    if first is None:
        return None
    numbers, links, j = [first[0]], [], first[1]
    while len(numbers) < LONGEST_LIST and (link := _next_day(at, j, between=between)):
        said, number, j = link
        numbers.append(number)
        links.append("to" if between and said == "and" else said)
    named = _named_month(at, j)
    if named:
        month, j = named
        year, j = at.year_after(j)
        return Found(_days(numbers, links, month, year), j)
    numeric = _numeric_month(at, i, j)
    if numeric is None:
        return None
    month, year, end = numeric
    two_digits = len(at.text(i)) == len(at.text(j)) == 2 and not at.follows_name(i)
    return Found(_days(numbers, links, month, year), end, bare=two_digits or year is not None or len(numbers) > 1)


def _next_day(at: Cursor, j: int, *, between: bool) -> tuple[str, int, int] | None:
    link = "and" if at.text(j) == "," else at.words.links.get(at.lower(j))
    if link is None:
        return None
    k = j + 1
    while link == "to" and k < j + 3 and (at.lower(k) in at.words.second_prepositions | at.words.inclusive):
        k += 1
    k += between and at.lower(k) in at.words.articles
    day = at.ordinal(k)
    return (link, *day) if day else None


def _named_month(at: Cursor, j: int) -> tuple[int, int] | None:
    if month := at.words.months.get(at.text(j)):
        return month, j + 1
    if month := at.words.abbreviations.get(at.text(j)):
        return month, j + 1 + (at.text(j + 1) == "." and at.glued(j + 1))
    return None


def _numeric_month(at: Cursor, i: int, j: int) -> tuple[int, int | None, int] | None:
    if not at.text(i).isdecimal() or (at.glued(i) and at.text(i - 1) in ".,:/§"):  # a part of a longer number
        return None
    month = at.number(j, 2)
    if month is None or at.text(j + 1) != "." or not at.glued(j + 1):
        return None
    year = at.year(j + 2, YEARS_OF_DATES)
    if year:
        return month, year, j + 3
    short = at.number(j + 2, 2) if at.glued(j + 2) else None
    if at.glued(j + 2) and at.text(j + 2).isdecimal():
        whole = len(at.text(j + 2)) == 2 and not (at.glued(j + 3) and at.text(j + 3) in ".:%" and at.glued(j + 4))
        return (month, short + (1900 if short >= PIVOT else 2000), j + 3) if whole and short is not None else None
    return month, None, j + 2


def _iso(at: Cursor, i: int) -> Found | None:
    year, month, day = at.number(i, 4), at.number(i + 2, 2), at.number(i + 4, 2)
    marks = at.text(i + 1) == at.text(i + 3) == "-" and all(at.glued(i + k) for k in range(1, 5))
    if year is None or month is None or day is None or not marks or at.glued(i) or len(at.text(i)) != 4:
        return None
    if not len(at.text(i + 2)) == len(at.text(i + 4)) == 2 or (at.glued(i + 5) and at.text(i + 5) in "-T"):
        return None
    return Found(Dated(Day(day, month), year), i + 5)


def _days(numbers: list[int], links: list[str], month: int, year: int | Relative | None) -> Term:
    first, last = (Dated(Day(number, month), year) for number in (numbers[0], numbers[-1]))
    if not links:
        return first
    if links == ["to"] or (set(links) <= {"and", "slash"} and are_consecutive(numbers)):
        return Range(first, last)
    return Vague()
