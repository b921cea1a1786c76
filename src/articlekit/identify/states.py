"""Which state an article, or a name in it, speaks of."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from articlekit.identify.spelling import key_of, spell

NEAR = 3
"""What a place in the same sentence counts beside one elsewhere in the article."""
JOINING = re.compile(r"(?: (?:in|von|der|den|dem|des|im|für))+$")
"""Words between a name and its state."""
CLEAR = 2
"""How many times the evidence of the second state the first must have."""
LEAST = 2
"""What at least must speak for another state than the home state."""


class States:
    """Knows states and the parts of federal states by names, adjectives, places and bodies.

    Args:
        entries: the section `states` of the lexicons.
        home: the state that is meant where an article says nothing of one.
    """

    def __init__(self, entries: Mapping[str, Any], home: str) -> None:
        self.home = home
        self.within = {name: entry["within"] for name, entry in entries.items() if entry.get("within")}
        self._seats = {name for name, entry in entries.items() if entry.get("seat")}
        self._place: dict[str, str] = {}
        self._body: dict[str, str] = {}
        self._adjective: dict[str, str] = {}
        for name, entry in entries.items():
            for place in (name, *(entry.get("places") or ())):
                self._place.setdefault(key_of(place), name)
            for body in entry.get("bodies") or ():
                self._body.setdefault(key_of(body), name)
            for adjective in entry.get("adjective") or ():
                self._adjective[spell(adjective)] = name
        self._said: dict[str, tuple[str, str] | None] = {}
        self._adjectives = sorted(self._adjective, key=len, reverse=True)

    def of_place(self, name: str) -> str | None:
        """Return the state that a place is or lies in, None where it is not known."""
        return self.of_key(key_of(name))

    def of_key(self, key: str) -> str | None:
        """Return the state of a place by the key of its name."""
        return self._place.get(key)

    def of_body(self, name: str) -> str | None:
        """Return the state that a body speaks for, by its name."""
        return self._body.get(key_of(name)) or (self.in_name(name) or (None, ""))[0]

    def in_name(self, name: str) -> tuple[str, str] | None:
        """Return the state that a name says and the rest of the name, None where it says none.

        Example: `Berliner Informationsfreiheitsgesetz`, `US-Präsidentschaftswahl`, `Landesamt Sachsen`.
        """
        if name not in self._said:
            self._said[name] = self._in_name(name)
        return self._said[name]

    def _in_name(self, name: str) -> tuple[str, str] | None:
        parts = name.replace("-", " - ", 1).split() if name.startswith(("US-", "EU-")) else name.split()
        parts = [part for part in parts if part != "-"]
        if len(parts) < 2:
            return None
        for index, part in ((0, parts[0]), (len(parts) - 1, parts[-1])):
            word = spell(part)
            rest = " ".join(parts[:index] + parts[index + 1 :])
            state = self._place.get(key_of(part)) or self._place.get(key_of(part.removesuffix("s")))
            if state and (state == self._place.get(key_of(state)) and key_of(state) in key_of(part)):
                return state, JOINING.sub("", rest)
            if index == 0:
                for adjective in self._adjectives:
                    if word.startswith(adjective) and word[len(adjective) :] in ("", "e", "er", "es", "en", "em"):
                        return self._adjective[adjective], rest
        return None

    def weigh(self, places: Iterable[tuple[str, int]], bodies: Iterable[tuple[str, int]]) -> Counter[str]:
        """Return how much in an article speaks for each state: names of places and bodies with their numbers of mentions."""
        weights: Counter[str] = Counter()
        for of, names in ((self.of_place, places), (self.of_body, bodies)):
            for name, count in names:
                state = of(name)
                if state:
                    weights[state] += count
        return weights

    def choose(self, weights: Mapping[str, int], level: str, allowed: frozenset[str]) -> str | None:
        """Return the state that is meant, None where that cannot be told.

        Args:
            weights: what speaks for each state.
            level: state, land or both, as the lexicon says.
            allowed: only these states; all of the level where it is empty.
        """
        countries: Counter[str] = Counter()
        lands: Counter[str] = Counter()
        for state, weight in weights.items():
            countries[self.within.get(state, state)] += weight
            if state in self.within and state not in self._seats:
                lands[state] += weight
        if level == "land":
            return self._clearest(lands)
        country = self._country(countries, allowed)
        if level == "state" or country != self.home:
            return country
        land = self._clearest(lands)
        return land if land and lands[land] > weights.get(self.home, 0) else country

    def _country(self, countries: Counter[str], allowed: frozenset[str]) -> str | None:
        fitting = Counter({state: weight for state, weight in countries.items() if not allowed or state in allowed})
        clearest = self._clearest(fitting)
        if clearest == self.home or (clearest and fitting[clearest] >= LEAST):
            return clearest
        foreign = max((weight for state, weight in fitting.items() if state != self.home), default=0)
        return self.home if foreign < LEAST and (not allowed or self.home in allowed) else None

    @staticmethod
    def _clearest(weights: Counter[str]) -> str | None:
        ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] < CLEAR * ranked[1][1]):
            return None
        return ranked[0][0]
