"""The words of time, compiled from the lexicon, and the tokens that the grammar reads."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from articlekit.recognise.lexicon import Lexicons, load_lexicons, words

TOKEN = re.compile(r"\d+|[^\W\d_]+(?:-[^\W\d_]+)*|[^\s]|(?P<gap>\s+)")
"""Numbers, words, single marks; every alternative takes all it can, so that the time is linear."""


class Token(NamedTuple):
    """A number, a word or a mark."""

    text: str
    start: int
    """First code point."""
    glued: bool
    """No white space stands before it."""

    @property
    def end(self) -> int:
        """Code point after the last."""
        return self.start + len(self.text)


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a text; a blank line is one too, which no expression of time contains."""
    tokens = []
    glued = True
    for match in TOKEN.finditer(text):
        gap = match["gap"]
        if gap is None or gap.count("\n") > 1:
            tokens.append(Token(match[0], match.start(), glued))
        glued = gap is None
    return tokens


class TimeWords:
    """The sections `time_...` of the lexicons, with the forms of stems spelled out."""

    def __init__(self, lexicons: Lexicons) -> None:
        section = {name.removeprefix("time_"): value for name, value in lexicons.items() if name.startswith("time_")}
        endings = section["endings"].split()

        def inflected(stems: dict[str, Any]) -> dict[str, Any]:
            return {stem + ending: value for stem, value in stems.items() for ending in endings}

        self.months: dict[str, int] = section["months"]
        self.abbreviations: dict[str, int] = section["month_abbreviations"]
        self.seasons: dict[str, tuple[int, int] | None] = {
            **dict.fromkeys(words(section["vague_seasons"])),
            **{name: (first, last) for name, (first, last) in section["seasons"].items()},
        }
        self.days: dict[str, int] = section["days"]
        self.day_adjectives: dict[str, int] = inflected(section["day_stems"])
        self.day_parts = words(section["day_parts"])
        self.day_nouns = words(section["day_nouns"])
        self.day_part_adjectives = words(section["day_part_adjectives"])
        self.night: str = section["night"]
        self.weekdays: dict[str, tuple[int, str | None]] = {}
        """Number and part of the day by form: Dienstag, Dienstagabend."""
        for name, number in section["weekdays"].items():
            self.weekdays[name] = number, None
            for part in (*self.day_parts, self.night):
                self.weekdays[name + part] = number, part
        self.shifts: dict[str, int] = inflected(section["shift_stems"])
        self.doubtful = frozenset(inflected(dict.fromkeys(words(section["doubtful_shifts"]))))
        self.last = frozenset(inflected(dict.fromkeys(words(section["last_shifts"]))))
        self.units: dict[str, Any] = section["units"]
        self.plural_units: dict[str, Any] = section["plural_units"]
        self.numbered_units: dict[str, Any] = section["numbered_units"]
        self.quarter_letters = words(section["quarter_letters"])
        self.shifted_nouns: dict[str, tuple[Any, int]] = section["shifted_nouns"]
        self.numbers: dict[str, int] = section["numbers"]
        self.ordinals: dict[str, int] = inflected(section["ordinal_stems"])
        self.parts: dict[str, str] = section["part_nouns"]
        self.pieces: dict[str, dict[str, Any]] = section["parts"]
        """For each unit the piece that it is counted in, and first and last piece of each of its parts."""
        self.halves = words(section["half_nouns"])
        self.compounds: dict[str, tuple[Any, str]] = section["compounds"]
        self.turns = words(section["turns"])
        self.decade_endings = words(section["decade_endings"])
        self.decades: dict[str, int] = section["decade_words"]
        self.prepositions: dict[str, str] = section["prepositions"]
        self.with_article = words(section["with_article"])
        self.night_links = words(section["night_links"])
        self.day_links = words(section["day_links"])
        self.counting: dict[str, int] = section["counting"]
        self.articles = words(section["articles"])
        self.genitives = words(section["genitives"])
        self.second_prepositions = words(section["second_prepositions"])
        self.inclusive = words(section["inclusive"])
        self.links: dict[str, str] = section["links"]
        self.onwards = words(section["onwards"])
        self.determiners = words(section["determiners"])
        self.courses = words(section["courses"])
        self.limits: dict[str, Any] = section["limits"]
        self.negations = words(section["negations"])
        self.hedge_prepositions = words(section["hedge_prepositions"])
        self.hedges = words(section["hedges"]) | self.hedge_prepositions
        self.number_hedges = words(section["number_hedges"]) | self.hedges
        self.particles = words(section["particles"])
        self.recurring = words(section["recurring"])
        self.before_years = words(section["before_years"]) | self.particles | self.hedges
        self.counted = words(section["counted"])
        self.clock_openers = words(section["clock_openers"])
        self.clock = words(section["clock"])
        self.vague: dict[str, list[list[str]]] = {}
        """Phrases in lower case by their first word, the longest first."""
        for phrase in sorted((entry.split() for entry in section["vague"]), key=len, reverse=True):
            self.vague.setdefault(phrase[0], []).append(phrase)
        self.openers = frozenset(word.lower() for group in self._openers() for word in group)
        """Words in lower case with which an expression of time can begin, numbers left out."""

    def _openers(self) -> Iterable[Iterable[str]]:
        yield from (self.months, self.abbreviations, self.seasons, self.days, self.day_adjectives, self.weekdays)
        yield self.day_part_adjectives
        yield from (self.shifts, self.units, self.shifted_nouns, self.ordinals, self.quarter_letters, self.parts)
        yield from (self.compounds, self.turns, self.prepositions, self.counting, self.limits, self.negations)
        yield from (self.hedges, self.clock_openers, self.vague)
        yield (word + ending for word in self.decades for ending in ("", "jahre", "jahren", "n"))


@cache
def shipped_words() -> TimeWords:
    """Return the words of the lexicon that comes with the package."""
    return TimeWords(load_lexicons())


def are_consecutive(numbers: list[int]) -> bool:
    """Tell whether each number is one more than the one before."""
    return all(after == before + 1 for before, after in pairwise(numbers))
