"""What an expression of time says, before the article's date makes days of it.

Numbers of months and weekdays are those of ISO 8601, from 1; an offset counts units from the present one (-1: the last).
"""

from dataclasses import dataclass
from typing import Literal

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]
Side = Literal["from", "since", "until", "before", "after"]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of every year, with the weekday where it is said."""

    number: int
    month: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month of every year."""

    number: int


@dataclass(frozen=True, slots=True)
class Nth:
    """A quarter, half or ISO week of every year."""

    unit: Literal["week", "quarter", "half"]
    number: int


@dataclass(frozen=True, slots=True)
class Season:
    """Months of every year; when the last is before the first, it lies in the next year."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class WholeYear:
    """All of a year."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The last day of a year and the first of the next."""


@dataclass(frozen=True, slots=True)
class PartOf:
    """Beginning, middle, end or half of something that every year has."""

    name: str
    of: "Month | Nth | Season | WholeYear"


Yearly = Day | Month | Nth | Season | WholeYear | Turn | PartOf


@dataclass(frozen=True, slots=True)
class Relative:
    """The present unit of time or the one so many units away."""

    unit: Unit
    offset: int
    weekday: int | None = None
    """Said of a day, which must be one."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Something that every year has, in one year."""

    what: Yearly
    year: int | Relative | None = None
    """None: the article's date, the hint of tense or `shift` tell it."""
    shift: int | None = None
    """The last one, this year's, the next one."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday or, as 6, a weekend: the one of a week, or the nearest by shift and tense."""

    number: int
    shift: int | None = None
    doubtful: bool = False
    """The next one may mean that of the next week."""
    week: Relative | None = None
    weekend: bool = False


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years from a year."""

    first: int


@dataclass(frozen=True, slots=True)
class Century:
    """A hundred years; the 20th begins with 1901."""

    number: int


@dataclass(frozen=True, slots=True)
class Part:
    """Beginning, middle, end or half of a time that not every year has."""

    name: str
    of: Relative | Decade | Century


@dataclass(frozen=True, slots=True)
class Rolling:
    """So many units up to the article's date (negative) or from it on."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class Ahead:
    """A time ahead, `in zwei Monaten`, `für Freitag`; in the past it says how long something took, or what was planned."""

    of: "Term"


@dataclass(frozen=True, slots=True)
class Night:
    """The night that ends on a day."""

    day: "Term"


@dataclass(frozen=True, slots=True)
class Range:
    """From the first day of one time to the last day of another."""

    first: "Term"
    last: "Term"
    adjacent: bool = False
    """They must follow each other without a gap: `am 2. und 3. Mai`, but not `am 2. und 5. Mai`."""


@dataclass(frozen=True, slots=True)
class Open:
    """From or up to a time."""

    side: Side
    of: "Term"


@dataclass(frozen=True, slots=True)
class Vague:
    """A time whose days nothing tells."""


Term = Relative | Dated | Weekday | Decade | Century | Part | Rolling | Ahead | Night | Range | Open | Vague
