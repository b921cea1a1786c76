"""The lexicon of happenings, compiled: verbs, phrases and nouns with what they tell, and the classes of nouns beside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from articlekit.recognise.lemmas import verb_forms
from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.view import View

LONG = 5
"""Letters that a noun has at least to count as the end of a compound."""
MIN_PARTICLE = 2
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
        self._endings = {noun for noun, sense in self._nouns.items() if not sense.exact and len(noun) >= LONG - 1}
        self._shortest = min(map(len, self._endings), default=LONG)
        self._classes = {name: _noun_class(data) for name, data in lexicons["happening_classes"].items()}
        self._particles: dict[str, dict[str, str]] = {}
        """By particle: base verbs to the verbs with it, for forms that the table of verbs lacks."""
        bases = frozenset(verb_forms().values())
        for verb in self.verbs:
            for cut in range(MIN_PARTICLE, len(verb) - MIN_PARTICLE):
                if verb[cut:] in bases:
                    self._particles.setdefault(verb[:cut], {})[verb[cut:]] = verb
        self._regular = {form: verb for verb in self.verbs for form in _regular_forms(verb)}
        """Regular forms to infinitives, for verbs that no table knows."""
        bases_with = {base for verbs in self._particles.values() for base in verbs}
        self.bases = frozenset(bases_with)
        self._regular_bases = {form: base for base in bases_with for form in _regular_forms(base)}
        self._lemmas: dict[tuple[str, str], str] = {}
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
        bases = _bases(word)
        found = next((end for base in bases for end in _ends(base, self._shortest) if end in self._endings), None)
        if found is None or any(base.endswith(self._nouns[found].not_in) for base in bases):
            return None
        return self._nouns[found]

    def lemma(self, word: str, lemma: str) -> str:
        """Return the infinitive of a verb form, by the particle before a known form where the tables do not know it."""
        if lemma in self.verbs or lemma in self.phrases:
            return lemma
        key = word, lemma
        if key not in self._lemmas:
            self._lemmas[key] = self._with_particle(word) or self._regular.get(word) or lemma
        return self._lemmas[key]

    def joined(self, lemma: str, word: str, particle: str) -> str | None:
        """Return the verb that a verb form and a particle behind it make, which the tagger may have missed, or None."""
        for base in (lemma, verb_forms().get(word, ""), self._regular_bases.get(word, "")):
            if base and particle + base in self.verbs:
                return particle + base
        return None

    def _with_particle(self, word: str) -> str | None:
        for cut in range(MIN_PARTICLE, len(word) - MIN_PARTICLE):
            verbs = self._particles.get(word[:cut])
            if verbs and (found := verbs.get(verb_forms().get(word[cut:], ""))):
                return found
        return None

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
        bases = _bases(word)
        bases += [base.translate(UMLAUTS) for base in bases]
        return any(base in known.nouns for base in bases) or any(
            end in known.nouns for base in bases for end in _ends(base, LONG)
        )


def _regular_forms(verb: str) -> list[str]:
    stem = verb.removesuffix("n") if verb.endswith(("ern", "eln")) else verb.removesuffix("en")
    link = "e" if stem.endswith(("t", "d")) else ""
    participle = stem + link + "t" if verb.endswith("ieren") else f"ge{stem}{link}t"
    return [f"{stem}{link}te", f"{stem}{link}ten", f"{stem}{link}t", participle]


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
    return NounClass(words(data["names"]), nouns)


def _bases(word: str) -> list[str]:
    """Return what a noun can be without its case ending, itself included."""
    return [word[: len(word) - len(ending)] for ending in CASE_ENDINGS if word.endswith(ending)]


def _ends(word: str, shortest: int) -> Iterator[str]:
    """Yield the ends of a word, itself included, the longest first."""
    return (word[cut:] for cut in range(len(word) - shortest + 1))
