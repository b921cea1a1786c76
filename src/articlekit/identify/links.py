"""Names of things that only the corpus joins: acronym and full form, maker and product, issuer and rule, short names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from articlekit.identify.knowledge import Knowledge
from articlekit.identify.slim import Occurrence
from articlekit.identify.spelling import initials, is_abbreviation, is_acronym, key_of, looks_like_acronym
from articlekit.identify.things import Sense

MAKERS = {"TEC": "ORG", "LAW": "ORG", "LOC": "LOC"}
"""Of which kind a name is that can stand before another: maker and product, issuer and rule, city and quarter."""

LONGEST_MAKER = 3
"""Words that the name of a maker has at most."""


@dataclass(slots=True)
class Links:
    """What the corpus says: the key that a key stands for, and the keys that could stand for several."""

    target: dict[tuple[str, str], str] = field(default_factory=dict)
    """By kind and key."""
    ambiguous: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """Acronyms with several full forms, by kind and key."""
    products: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    """Of a product's bare name: the key with the maker by the maker's key."""

    def follow(self, kind: str, key: str) -> str:
        """Return the key at the end of the way."""
        seen = {key}
        while (kind, key) in self.target:
            key = self.target[kind, key]
            if key in seen:
                return min(seen)
            seen.add(key)
        return key


def find_links(senses: Iterable[tuple[Occurrence, Sense]], knowledge: Knowledge) -> Links:
    """Return what a corpus says about names of things.

    Args:
        senses: all entities but people, each with what its name means by itself.
        knowledge: the lexicons; what they know is not linked to something else.
    """
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for occurrence, sense in senses:
        if sense.state or sense.open:
            continue
        kind = occurrence.kind
        names[kind, sense.key].add(occurrence.name)
        for alias in occurrence.aliases:
            if is_acronym(alias, occurrence.name) or is_abbreviation(alias, occurrence.name):
                said[kind, knowledge.root(kind, alias)].add(sense.key)
    links = Links()
    _link_acronyms(links, names, said, knowledge)
    _link_short_names(links, names, knowledge)
    _find_products(links, names, knowledge)
    return links


def _link_acronyms(
    links: Links, names: dict[tuple[str, str], set[str]], said: dict[tuple[str, str], set[str]], knowledge: Knowledge
) -> None:
    """Join an acronym to its full form: the one beside which articles give it, else the only one with these initials."""
    by_initials: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (kind, key), forms in names.items():
        for form in forms:
            if len(letters := initials(form)) >= 3 and " " in form:
                by_initials[kind, letters.lower()].add(key)
    for kind, key in sorted(names):
        full = set(said.get((kind, key), ()))
        if any(looks_like_acronym(form) for form in names[kind, key]):
            full |= by_initials.get((kind, key), set())
        full = {links.follow(kind, one) for one in full} - {key}
        if not full or knowledge.knows(kind, key):
            continue
        if len(full) == 1:
            links.target[kind, key] = next(iter(full))
        else:
            links.ambiguous[kind, key] = tuple(sorted(full))


def _link_short_names(links: Links, names: dict[tuple[str, str], set[str]], knowledge: Knowledge) -> None:
    """Join a name to the one without a word that says nothing: Mistral AI, the messenger Signal, the Luca app."""
    for kind, key in sorted(names):
        for form in sorted(names[kind, key]):
            for rest in _without_weak(kind, form, knowledge):
                short = knowledge.root(kind, rest)
                if short != key and (kind, short) in names and links.follow(kind, short) != links.follow(kind, key):
                    if (kind, key) not in links.target:
                        links.target[kind, key] = links.follow(kind, short)


def _without_weak(kind: str, form: str, knowledge: Knowledge) -> Iterator[str]:
    parts = re.split(r"[ -]", form)
    if len(parts) > 1 and key_of(parts[-1]) in knowledge.weak_last.get(kind, ()):
        yield form[: -len(parts[-1]) - 1]
    if len(parts) > 1 and key_of(parts[0]) in knowledge.weak_first.get(kind, ()):
        yield form[len(parts[0]) + 1 :]


def _find_products(links: Links, names: dict[tuple[str, str], set[str]], knowledge: Knowledge) -> None:
    """Note the products and rules that are also named with their maker or issuer: Azure, Microsoft Azure."""
    for kind, key in sorted(names):
        if kind not in MAKERS:
            continue
        makers = MAKERS[kind]
        for form in sorted(names[kind, key]):
            for maker, rest in _splits(form):
                root = knowledge.root(makers, maker)
                if not ((makers, root) in names or knowledge.knows(makers, root)):
                    continue
                bare = knowledge.root(kind, rest)
                if bare != key and (kind, bare) in names and any(char.isalpha() for char in rest):
                    links.products.setdefault((kind, bare), {})[root] = key


def _splits(name: str) -> Iterator[tuple[str, str]]:
    """Yield what can be maker and product in a name: the first words or the part before the hyphen, and the rest."""
    parts = name.split(" ")
    for cut in range(1, min(len(parts), LONGEST_MAKER + 1)):
        yield " ".join(parts[:cut]), " ".join(parts[cut:])
    before, _, after = name.partition("-")
    if after and " " not in before and len(before) > 2:
        yield before, after


def product_key(links: Links, occurrence: Occurrence, key: str, knowledge: Knowledge) -> str:
    """Return the key of a product with its maker, where the article names the maker or no other maker has a product so called."""
    makers = links.products.get((occurrence.kind, key))
    if not makers:
        return key
    named = sorted(maker for maker in makers if maker in occurrence.article.around)
    if len(named) == 1:
        return makers[named[0]]
    if not named and len(makers) == 1:
        maker, whole = next(iter(makers.items()))
        if occurrence.kind != "LOC" or knowledge.states.of_key(maker) in dict(occurrence.article.states):
            return whole
    return key
