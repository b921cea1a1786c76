"""Reads whole expressions of time: prepositions, ranges, open ends, hours beside days, and what makes a time inexact."""

from articlekit.recognise.when.cursor import Found
from articlekit.recognise.when.dates import read_date
from articlekit.recognise.when.hours import Hours, has_day
from articlekit.recognise.when.points import of_unit
from articlekit.recognise.when.terms import (
    Ahead,
    Century,
    Dated,
    Day,
    Decade,
    Month,
    Nth,
    Open,
    Part,
    PartOf,
    Range,
    Relative,
    Side,
    Term,
    Vague,
    Weekday,
    WholeYear,
)


class Phrases(Hours):
    """Each method returns the time that begins at a token, or None."""

    def phrase(self, i: int, *, bare: bool = False) -> Found | None:
        """Return the longest expression of time, with its hour.

        Args:
            i: where it begins.
            bare: take a month, weekday or year too that has neither preposition nor anything else to tell it.
        """
        found = self._vague(i)
        if found is None:
            found = self._limited(self.clock(i) or i)
        if found is None or not (bare or found.bare):
            return None
        return found._replace(end=self.clock(found.end) or found.end)

    def _vague(self, i: int) -> Found | None:
        for phrase in self.words.vague.get(self.lower(i), ()):
            if all(self.lower(i + k) == word for k, word in enumerate(phrase)):
                return Found(Vague(), i + len(phrase))
        return None

    def _limited(self, i: int) -> Found | None:
        """Return a time behind `spätestens`, `nicht` or `etwa`, or a plain one."""
        if side := self.words.limits.get(self.lower(i)):
            return _opened(side, self._plain(i + 1))
        if self.lower(i) in self.words.negations:
            later = self._plain(i + 1)
            if later and isinstance(later.term, Open) and later.term.side == "before":
                return Found(Open("from", later.term.of), later.end)
            return None
        if self.lower(i) in self.words.hedge_prepositions:
            found = self._spanned(i + 1 + (self.lower(i + 1) in self.words.articles))
            # `um heute zu beraten` is no time about today.
            return _hedged(found) if found and isinstance(found.term, Dated | Decade | Century) else None
        if self.lower(i) in self.words.hedges:
            return _hedged(self._plain(self._after_hedge(i)))
        return self._plain(i)

    def _plain(self, i: int) -> Found | None:
        role = self.words.prepositions.get(self.lower(i))
        if counted := self._counted(i):
            return counted
        match role:
            case "at":
                return self._within(i + 1)
            case "for":
                found = self._within(i + 1)
                coming = found and isinstance(found.term, Weekday) and found.term.shift is None and not found.term.week
                return found._replace(term=Ahead(found.term)) if found and coming else found
            case "from" | "since" | "before" | "after":
                return self._behind(role, i + 1)
            case "until":
                return self._until(i + 1)
            case "of" | "between":
                return self._spread(i, between=role == "between")
            case "the":
                found = self._spanned(i + 1)
                return found if found and has_day(found.term) and not isinstance(found.term, Relative) else None
            case _:
                return self._spanned(i)

    def _within(self, i: int) -> Found | None:
        if found := self.night(i) or self.part_of_day(i):
            return found
        i += self.lower(i) in self.words.articles
        if self.text(i) in self.words.courses:
            found = self.whole(i + 1)
            return found and found._replace(bare=True)
        found = self._limit_inside(i) or self._spanned(i)
        return found and found._replace(bare=True)

    def _behind(self, side: Side, i: int) -> Found | None:
        i += self.lower(i) in self.words.articles
        return _opened(side, self._limit_inside(i) or self._spanned(i))

    def _until(self, i: int) -> Found | None:
        if self.words.counting.get(self.lower(i)) == -1 and (counted := self._counted(i)):
            return _opened("until", counted)
        i = self._before_end(i)
        return _opened("until", self._limit_inside(i) or self._spanned(i))

    def _limit_inside(self, i: int) -> Found | None:
        """Return a time behind a word that makes it inexact: bis etwa Mai; behind a limit it is as it is."""
        if self.lower(i) in self.words.hedges:
            return _hedged(self._spanned(self._before_end(self._after_hedge(i))))
        if self.lower(i) in self.words.limits or self.lower(i) in self.words.particles:
            return self._spanned(self._before_end(i + 1))
        return None

    def _after_hedge(self, i: int) -> int:
        return i + 1 + (self.text(i + 1) == "." and self.glued(i + 1))

    def _before_end(self, i: int) -> int:
        """Return the token after what can stand between `bis` and a time: zum, in den, einschließlich."""
        i += self.lower(i) in self.words.inclusive
        i += self.lower(i) in self.words.second_prepositions
        i += self.lower(i) in self.words.articles
        return i + (self.lower(i) in self.words.inclusive)

    def _spread(self, i: int, *, between: bool) -> Found | None:
        """Return a range, `von Mai an`, or a time that `von` makes an attribute: das Gesetz von 2019."""
        j = i + 1 + (self.lower(i + 1) in self.words.articles)
        days = read_date(self, j, between=True) if between else None
        found = days if days and isinstance(days.term, Range) else self._spanned(j, between=between)
        if found is None or isinstance(found.term, Range | Vague):
            return found
        if between:
            return None
        after = found.end + 1
        place = self.lower(after) in self.words.determiners or self.text(after)[:1].isupper()
        if self.lower(found.end) in self.words.onwards and not place:
            return Found(Open("from", found.term), after)
        attribute = self.lower(i) in self.words.with_article
        if not attribute and isinstance(found.term, Relative):  # `Technik von gestern`
            return Found(Vague(), found.end)
        return found._replace(bare=found.bare or attribute)

    def _spanned(self, i: int, *, between: bool = False) -> Found | None:
        """Return a time, or a range of two."""
        first = self.point(i)
        link = self.words.links.get(self.lower(first.end)) if first else None
        if first is None or link is None or isinstance(first.term, Range | Vague):
            return first
        k = first.end + 1
        word = self.text(first.end).isalpha()
        last = self.point(self._before_end(k) if between or (link == "to" and word) else k)
        if last is None or isinstance(last.term, Range | Vague):
            return first
        alike = _kind(first.term) is not None and _kind(first.term) == _kind(last.term)
        if link == "or":
            return Found(Vague(), last.end, first.bare or last.bare) if alike else first
        if between and link == "and":
            return Found(Range(first.term, last.term), last.end)
        if link == "to" and (word or alike):
            return Found(Range(first.term, last.term), last.end)
        if link in ("and", "slash") and alike and (link == "slash" or _kind(first.term) is not PartOf):
            return Found(Range(first.term, last.term, adjacent=True), last.end, first.bare or last.bare)
        return first

    def _counted(self, i: int) -> Found | None:
        """Return `vor drei Jahren`, `seit zwei Wochen`, `in einem Monat`."""
        sign = self.words.counting.get(self.lower(i))
        counted = self.counted(i + 1) if sign else None
        if counted is None or sign is None:
            return None
        count, unit, end = counted
        if count is None or unit in ("decade", "century", "weekend"):
            return Found(Vague(), end)
        # A week ago is said of the day; two weeks ago and a year ago are said of that week or year.
        term: Term = Relative("day", 7 * sign) if (unit, count) == ("week", 1) else of_unit(unit, sign * count)
        if self.words.prepositions.get(self.lower(i)) == "since":
            return Found(Open("since", term), end)
        return Found(Ahead(term) if sign > 0 else term, end)


def _opened(side: Side, found: Found | None) -> Found | None:
    if found is None or isinstance(found.term, Vague):
        return found and found._replace(bare=True)
    return Found(found.term if isinstance(found.term, Open) else Open(side, found.term), found.end)


def _hedged(found: Found | None) -> Found | None:
    """Return a time that is inexact; beginnings, middles and ends are so anyway."""
    if found is None or not found.bare:
        return None
    part = isinstance(found.term, Part) or (isinstance(found.term, Dated) and isinstance(found.term.what, PartOf))
    return found if part else Found(Vague(), found.end)


def _kind(term: Term) -> type | None:
    """Return what can be told in a row: days, months, years, quarters, weekdays, parts."""
    match term:
        case Dated(Day() | Month() | Nth() | WholeYear() | PartOf() as what, None | int()):
            return type(what)
        case Weekday(weekend=False):
            return Weekday
        case _:
            return None
