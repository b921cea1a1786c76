"""What a person does, by the roles that articles give, and whether two of it can be of one person."""

from collections.abc import Iterable
from dataclasses import dataclass

from articlekit.identify.spelling import key_of, spell
from articlekit.recognise.lexicon import Lexicons, words

FEMININE = "in"
SHORTEST_NOUN = 4
CASES = ("en", "n", "s", "es", "e")
"""Endings that a noun of a profession has in other cases."""


@dataclass(frozen=True, slots=True)
class Trade:
    """What roles say: professions, and nouns that are told of few people."""

    professions: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()


class Professions:
    """Knows professions by the endings of nouns.

    Args:
        lexicons: for professions and which of them go together.
    """

    def __init__(self, lexicons: Lexicons) -> None:
        self._by_noun = {
            spell(noun).replace(" ", ""): group
            for group, nouns in lexicons["professions"].items()
            for noun in words(nouns)
        }
        self._lengths = sorted({len(noun) for noun in self._by_noun}, reverse=True)
        self._common = frozenset(map(spell, words(lexicons["common_nouns"])))
        self.parties = frozenset(
            key_of(name)
            for kind in lexicons["organisation_kinds"]
            if "Partei" in kind["nouns"]
            for name in words(kind["names"])
        )
        self.public = words(lexicons["public_professions"])
        pairs = (pair.partition("+") for pair in words(lexicons["compatible_professions"]))
        self._compatible = {frozenset((one, other)) for one, _, other in pairs}
        pairs = (pair.partition("+") for pair in words(lexicons["possible_professions"]))
        self._possible = {frozenset((one, other)) for one, _, other in pairs}
        self._cache: dict[tuple[str, ...], Trade] = {}

    def trade_of(self, roles: tuple[str, ...]) -> Trade:
        """Return what the roles of a person say."""
        trade = self._cache.get(roles)
        if trade is None:
            trade = self._cache[roles] = self._read(roles)
        return trade

    def _read(self, roles: tuple[str, ...]) -> Trade:
        groups: set[str] = set()
        nouns: set[str] = set()
        for role in roles:
            heads = [word for word in role.split() if word[:1].isupper() or "-" in word]
            for word in heads[:3]:
                noun = spell(word).replace(" ", "")
                form, group = self._group(noun)
                if group:
                    groups.add(group)
                if len(form) > SHORTEST_NOUN and (group or word == heads[0]):
                    if form not in self._common and form not in self._by_noun:
                        nouns.add(form.removesuffix(FEMININE))
        parties = {
            part for role in roles for part in map(key_of, role.replace("-", " ").split()) if part in self.parties
        }
        return Trade(frozenset(groups), frozenset(nouns), frozenset(parties))

    def _group(self, noun: str) -> tuple[str, str | None]:
        """Return a noun without the ending of its case, and its profession."""
        for form in (noun, *(noun.removesuffix(ending) for ending in CASES if noun.endswith(ending))):
            for length in self._lengths:
                if group := self._by_noun.get(form[-length:]) if length <= len(form) else None:
                    return form, group
        return noun, None

    def can_be_one(self, one: set[str], other: set[str]) -> bool:
        """Tell whether a person of the first professions can be one of the others; where one side has none, it can."""
        if not one or not other or one & other:
            return True
        return self._any(one, other, self._compatible)

    def could_be_one(self, one: set[str], other: set[str]) -> bool:
        """Tell whether a little more evidence is enough for a person of the first professions to be one of the others."""
        return self._any(one, other, self._possible)

    @staticmethod
    def _any(one: Iterable[str], other: Iterable[str], pairs: set[frozenset[str]]) -> bool:
        return any(frozenset((mine, theirs)) in pairs for mine in one for theirs in other)
