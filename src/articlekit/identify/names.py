"""Names of people: first name, surname, what is between them, and the spelling in which two of them are compared."""

import re
from dataclasses import dataclass

from articlekit.identify.spelling import spell
from articlekit.recognise.lexicon import Lexicons, words


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in the spelling for comparison."""

    first: str = ""
    """Empty where the name is one word."""
    middle: tuple[str, ...] = ()
    last: str = ""
    also_last: str = ""
    """The first word, where it can be a surname that stands in front: Xi, Lee."""

    @property
    def full(self) -> bool:
        """A first name of more than a letter is there."""
        return len(self.first) > 1

    @property
    def block(self) -> tuple[str, str]:
        """What two full names of one person have in common."""
        return self.first, self.last


class Names:
    """Takes names of people apart.

    Args:
        lexicons: for titles, particles, forms of first names, transliteration.
    """

    def __init__(self, lexicons: Lexicons) -> None:
        self._titles = frozenset(map(spell, words(lexicons["name_titles"])))
        self._particles = frozenset(map(spell, words(lexicons["name_particles"])))
        self._first_forms = {
            spell(short): spell(long)
            for short, _, long in (pair.partition("=") for pair in words(lexicons["first_name_forms"]))
        }
        self._in_front = frozenset(map(spell, words(lexicons["surnames_first"])))
        endings = sorted(words(lexicons["transliterated_endings"]), key=len, reverse=True)
        self._transliterated = re.compile(rf"..(?:{'|'.join(map(re.escape, endings))})$")
        self._variants = [(str(one), str(other)) for one, other in lexicons["letter_variants"].items()]
        self._cache: dict[str, PersonName] = {}

    def parse(self, name: str) -> PersonName:
        """Return the parts of a name; titles are no part of it."""
        parsed = self._cache.get(name)
        if parsed is None:
            parsed = self._cache[name] = self._parse(name)
        return parsed

    def _parse(self, name: str) -> PersonName:
        parts = [(spell(part).replace(" ", "-"), part) for part in _joined(name).split()]
        parts = [(spelt, part) for spelt, part in parts if spelt]
        while len(parts) > 1 and parts[0][0] in self._titles:
            parts.pop(0)
        if not parts:
            return PersonName(last=name.strip())
        if len(parts) == 1:
            return PersonName(last=self._spelled_last(parts[0][0]))
        at = next((i for i, (spelt, _) in enumerate(parts) if i and spelt in self._particles), len(parts) - 1)
        last = self._spelled_last("-".join(spelt for spelt, _ in parts[at:] if spelt not in self._particles))
        first, middle = parts[0][0], tuple(spelt for spelt, _ in parts[1:at])
        if self._transliterated.search(parts[-1][0]):
            first, middle = self._latin(first), tuple(map(self._latin, middle))
        if first in self._in_front:
            return PersonName(first, middle, last, also_last=first)
        return PersonName(self._first_forms.get(first, first), middle, last)

    def _spelled_last(self, spelt: str) -> str:
        return self._latin(spelt) if self._transliterated.search(spelt) else spelt

    def _latin(self, spelt: str) -> str:
        for one, other in self._variants:
            spelt = spelt.replace(one, other)
        return spelt


def _joined(name: str) -> str:
    """Return a name with its initials together: J. D. Vance and JD Vance are one."""
    return re.sub(r"\b([^\W\d_])\.? (?=[^\W\d_]\.)", r"\1.", name)


def fitting_middles(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether what stands between first name and surname can be of one person: one has none, or they share a word."""
    if not one or not other or one == other:
        return True
    return any(
        mine[0] == theirs[0] and 1 in (len(mine), len(theirs)) for mine, theirs in zip(one, other, strict=False)
    ) or (set(one) <= set(other) or set(other) <= set(one))
