"""The lexicon of happenings, compiled: verbs, phrases and nouns with what they tell, and the classes of nouns beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from articlekit.recognise.lemmas import verb_forms
from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.view import View

LONG = 5
"""Letters that a noun has at least to count as the end of a compound."""
CASE_ENDINGS = ("", "s", "es", "n", "en", "e", "er", "ern", "nen", "se", "sen", "ses")
UMLAUTS = str.maketrans("äöü", "aou")


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a verb, phrase or noun."""

    type: str
    object: frozenset[str] = frozenset()
    """Classes of what it is done to; any where there are none."""
    subject: frozenset[str] = frozenset()
    """Classes of who does it."""
    intransitive: bool = False
    """Its subject is what it is done to."""
    either: bool = False
    """Intransitive where it has no object."""
    after: frozenset[str] = frozenset()
    """Prepositions before what it is done to."""
    weak: bool = False
    status: str = ""
    reflexive: bool = False
    """Only with sich."""
    dated: bool = False
    """Only with a time in its clause."""
    genitive: str = ""
    """Nouns: whether a genitive is `object` or `agent`."""
    exact: bool = False
    not_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NounClass:
    """What a noun stands for."""

    names: frozenset[str]
    nouns: frozenset[str]
    endings: tuple[str, ...]


class HappeningLexicon:
    """All words of happenings, by lemma in lower case."""

    def __init__(self, lexicons: Lexicons) -> None:
        self.verbs: dict[str, tuple[Sense, ...]] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], tuple[Sense, ...]]]] = {}
        """By the lemma of their verb: the other words and what they tell together; longest first."""
        for entry, data in lexicons["happening_verbs"].items():
            *others, verb = entry.split()
            senses = tuple(map(_sense, data if isinstance(data, list) else [data]))
            if others:
                self.phrases.setdefault(verb, []).append((tuple(word.lower() for word in others), senses))
            else:
                self.verbs[verb] = senses
        for known in self.phrases.values():
            known.sort(key=lambda item: -len(item[0]))
        self._nouns = {noun.lower(): _sense(data) for noun, data in lexicons["happening_nouns"].items()}
        self._endings = _by_length(
            noun for noun, sense in self._nouns.items() if not sense.exact and len(noun) >= LONG - 1
        )
        self._classes = {name: _noun_class(data) for name, data in lexicons["happening_classes"].items()}
        self._particles: dict[str, dict[str, str]] = {}
        """By particle: base verbs to the verbs with it, for forms that the table of verbs lacks."""
        bases = frozenset(verb_forms().values())
        for verb in self.verbs:
            for cut in range(2, len(verb) - 3):
                if verb[cut:] in bases:
                    self._particles.setdefault(verb[:cut], {})[verb[cut:]] = verb
        self._known: dict[tuple[str, str], Sense | None] = {}
        self._members: dict[tuple[str, frozenset[str]], bool] = {}

    def noun(self, word: str, lemma: str) -> Sense | None:
        """Return what a noun tells by itself or as the end of a compound, or None; remembered."""
        key = word, lemma
        if key not in self._known:
            self._known[key] = self._noun(lemma.lower()) or self._noun(word.lower())
        return self._known[key]

    def _noun(self, word: str) -> Sense | None:
        for ending in CASE_ENDINGS:
            base = word.removesuffix(ending) if ending else word
            if base in self._nouns and len(base) + len(ending) == len(word):
                return None if word.endswith(self._nouns[base].not_in) else self._nouns[base]
        bases = {word.removesuffix(ending) for ending in CASE_ENDINGS}
        found = next((noun for noun in self._endings if any(base.endswith(noun) for base in bases)), None)
        if found is None or any(base.endswith(self._nouns[found].not_in) for base in bases):
            return None
        return self._nouns[found]

    def lemma(self, word: str, lemma: str) -> str:
        """Return the infinitive of a verb form, by the particle before a known form where the tables do not know it."""
        if lemma in self.verbs or lemma in self.phrases:
            return lemma
        for particle, verbs in self._particles.items():
            if word.startswith(particle) and (found := verbs.get(verb_forms().get(word.removeprefix(particle), ""))):
                return found
        return lemma

    def fits(self, view: View, head: int, classes: frozenset[str]) -> bool:
        """Tell whether a noun or name is of one of some classes; any is where there are none."""
        if not classes:
            return True
        number = view.entity[head]
        if number >= 0:
            label = view.ents[number].label_
            if any(label in self._classes[name].names for name in classes):
                return True
        key = view.lower[head], classes
        if key not in self._members:
            self._members[key] = any(self._is_member(key[0], self._classes[name]) for name in classes)
        return self._members[key]

    def _is_member(self, word: str, known: NounClass) -> bool:
        bases = {word.removesuffix(ending) for ending in CASE_ENDINGS}
        bases |= {base.translate(UMLAUTS) for base in bases}
        return not bases.isdisjoint(known.nouns) or any(base.endswith(known.endings) for base in bases)


def _sense(data: Mapping[str, Any]) -> Sense:
    return Sense(
        type=data["type"],
        object=_classes(data.get("object", ())),
        subject=_classes(data.get("subject", ())),
        intransitive=data.get("intransitive", False),
        either=data.get("either", False),
        after=words(data.get("after", ())),
        weak=data.get("weak", False),
        status=data.get("status", ""),
        reflexive=data.get("reflexive", False),
        dated=data.get("dated", False),
        genitive=data.get("genitive", ""),
        exact=data.get("exact", False),
        not_in=tuple(word.lower() for word in data.get("not", ())),
    )


def _classes(value: str | list[str]) -> frozenset[str]:
    return frozenset([value] if isinstance(value, str) else value)


def _noun_class(data: Mapping[str, Any]) -> NounClass:
    nouns = frozenset(word.lower() for word in words(data["nouns"]))
    return NounClass(words(data["names"]), nouns, tuple(_by_length(noun for noun in nouns if len(noun) >= LONG)))


def _by_length(nouns: Iterable[str]) -> list[str]:
    return sorted(nouns, key=lambda noun: (-len(noun), noun))
