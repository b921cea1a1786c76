"""Looks at the tokens of a text: words, numbers, years, and what a number beside a word means."""

from typing import NamedTuple

from articlekit.recognise.when.terms import Relative, Term
from articlekit.recognise.when.words import TimeWords, Token

SENTENCE_ENDS = frozenset(".!?:…„“»«\"'(")
YEARS = range(1900, 2100)
"""What a number of four digits must be to count as a year without the word."""
YEARS_OF_DATES = range(1000, 3000)


class Found(NamedTuple):
    """A time, and the token after it."""

    term: Term
    end: int
    bare: bool = True
    """It is a time without a preposition too: `Mai 2025`, but not `Mai`."""


class Cursor:
    """Tokens by position; beyond both ends there is nothing."""

    def __init__(self, tokens: list[Token], words: TimeWords) -> None:
        self.tokens = tokens
        self.words = words
        self._lower = [token.text.lower() for token in tokens]

    def text(self, i: int) -> str:
        """Return the token as it stands."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def lower(self, i: int) -> str:
        """Return the token in lower case."""
        return self._lower[i] if 0 <= i < len(self.tokens) else ""

    def glued(self, i: int) -> bool:
        """Tell whether the token follows the one before without white space."""
        return 0 < i < len(self.tokens) and self.tokens[i].glued

    def number(self, i: int, digits: int) -> int | None:
        """Return a number of so many digits at most."""
        text = self.text(i)
        return int(text) if text.isdecimal() and len(text) <= digits else None

    def can_begin(self, i: int) -> bool:
        """Tell whether an expression of time can begin here; `jeden Dienstag` is a habit."""
        word = self.lower(i)
        return (word in self.words.openers or word.isdecimal()) and self.lower(i - 1) not in self.words.recurring

    def begins_sentence(self, i: int) -> bool:
        """Tell whether a sentence can begin with the token."""
        return i == 0 or self.text(i - 1) in SENTENCE_ENDS or self.text(i - 1).isspace()

    def follows_name(self, i: int) -> bool:
        """Tell whether the word before makes a number part of a name: Agenda 2030, Abschnitt 3.10."""
        before = self.text(i - 1)
        if not before or self.text(i)[0].isalpha():
            return False
        if self.glued(i) or before.isdecimal() or before in "([" or "-" in before[1:]:
            return True
        if self.glued(i - 1) and self.text(i - 2) == "." and before.isalpha():  # CPDP.ai 2024
            return True
        return before[0].isupper() and not (self.begins_sentence(i - 1) and before.lower() in self.words.before_years)

    def ordinal(self, i: int) -> tuple[int, int] | None:
        """Return a number with a full stop or in words, and the token after it."""
        if self.text(i + 1) == "." and self.glued(i + 1) and (number := self.number(i, 2)) is not None:
            return number, i + 2
        word = self.words.ordinals.get(self.lower(i))
        return (word, i + 1) if word else None

    def year(self, i: int, years: range = YEARS) -> int | None:
        """Return a year in digits, and nothing for a number of euros, a law's number or half a school year."""
        year = self.number(i, 4)
        if year is None or year not in years or len(self.text(i)) < 4:
            return None
        after = self.text(i + 1)
        longer = after in "/.,:" and self.glued(i + 2) and self.text(i + 2).isdecimal()
        if self.glued(i + 1) and (after.isalpha() or longer):
            return None
        counted = after in self.words.counted or (year % 100 == 0 and after[:1].isupper())
        return None if counted or (after == "%") else year

    def pair_of_years(self, i: int) -> tuple[int, int] | None:
        """Return the first of two years that follow each other, 2025/26, and the token after them."""
        first, second = self.number(i, 4), self.text(i + 2)
        if first is None or first not in YEARS or self.text(i + 1) != "/" or len(second) not in (2, 4):
            return None
        return (first, i + 3) if second in (str(first + 1), str(first + 1)[2:]) else None

    def year_after(self, i: int) -> tuple[int | Relative | None, int]:
        """Return the year that stands behind a day or month: 2025, dieses Jahres, des Jahres 2025, im Vorjahr."""
        if year := self.year(i, YEARS_OF_DATES):
            return year, i + 1
        genitive = self.lower(i) in self.words.genitives
        j = i + 1 if genitive or self.words.prepositions.get(self.lower(i)) == "at" else i
        offset = self.words.shifts.get(self.lower(j))
        if offset is not None and self.words.units.get(self.text(j + 1)) == "year":
            year = self.year(j + 2)
            return (year, j + 3) if year else (Relative("year", offset), j + 2)
        unit, offset = self.words.shifted_nouns.get(self.text(j), ("", 0))
        if unit == "year" and j > i:
            return Relative("year", offset), j + 1
        if j > i and self.words.units.get(self.text(j)) == "year":
            if year := self.year(j + 1, YEARS_OF_DATES):
                return year, j + 2
            if genitive:
                return Relative("year", 0), j + 1
        return None, i
