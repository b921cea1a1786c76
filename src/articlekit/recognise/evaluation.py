"""Words of evaluation in a stretch of text: judging, warning, demanding, predicting, denying, explaining."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from articlekit.recognise.lexicon import Lexicons
from articlekit.recognise.view import View

STRENGTHS = ("strong", "weak")
PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Marker:
    """A word or phrase as it stands in the text, with its kind (negative, demand, ...) and strength."""

    kind: str
    strength: str
    text: str


class Markers:
    """Finds the words of the lexicon `evaluation`, by lemma or form, and its phrases."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._words: dict[str, list[tuple[str, str]]] = {}
        """By the word as a lemma can be written, and in lower case."""
        self._phrases: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
        """By their first two words, or their only one."""
        for kind, entries in lexicons["evaluation"].items():
            for strength in STRENGTHS:
                for word in entries.get(strength, "").split():
                    for form in {word, word.lower(), word.capitalize()}:
                        self._words.setdefault(form, []).append((kind, strength))
            for phrase in entries.get("phrases", ()):
                words = tuple(phrase.lower().replace(",", " ,").split())
                self._phrases.setdefault(words[:2], []).append((words, kind))

    def find(self, view: View, tokens: Iterable[int]) -> list[Marker]:
        """Return the markers among tokens, which may have gaps, in order; each word once for each of its kinds."""
        places = list(tokens)
        found: list[Marker] = []
        words, phrases, lemma, lower = self._words, self._phrases, view.lemma, view.lower
        following = [*(lower[index] for index in places[1:]), ""]
        for position, index in enumerate(places):
            word = lower[index]
            opening = word, following[position]
            by_lemma, by_form = words.get(lemma[index]), words.get(word)
            if by_lemma or by_form:
                known = dict.fromkeys([*(by_lemma or ()), *(by_form or ())])
                found += [Marker(kind, strength, view.text[index]) for kind, strength in known]
            for parts, kind in chain(phrases.get(opening, ()), phrases.get((word,), ())):
                stretch = places[position : position + len(parts)]
                if tuple(lower[place] for place in stretch) == parts:
                    found.append(Marker(kind, PHRASE, " ".join(view.text[place] for place in stretch)))
        return found
