"""Words of evaluation in a stretch of text: judging, warning, demanding, predicting, denying, explaining."""

from collections.abc import Iterable
from dataclasses import dataclass

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
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for kind, entries in lexicons["evaluation"].items():
            for strength in STRENGTHS:
                for word in entries.get(strength, "").split():
                    self._words.setdefault(word.lower(), []).append((kind, strength))
            for phrase in entries.get("phrases", ()):
                words = tuple(phrase.lower().replace(",", " ,").split())
                self._phrases.setdefault(words[0], []).append((words, kind))

    def find(self, view: View, tokens: Iterable[int]) -> list[Marker]:
        """Return the markers among tokens, which may have gaps, in order; each word once for each of its kinds."""
        places = list(tokens)
        lower = [view.lower[index] for index in places]
        found: list[Marker] = []
        for position, index in enumerate(places):
            word = lower[position]
            known = dict.fromkeys([*self._words.get(view.lemma[index].lower(), ()), *self._words.get(word, ())])
            found += [Marker(kind, strength, view.text[index]) for kind, strength in known]
            for words, kind in self._phrases.get(word, ()):
                if tuple(lower[position : position + len(words)]) == words:
                    text = " ".join(view.text[place] for place in places[position : position + len(words)])
                    found.append(Marker(kind, PHRASE, text))
        return found
