"""Grammatical gender of names and noun phrases, by first names, titles, articles and morphology."""

from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.view import View

Piece = tuple[int, int]
MORPH = {"Masc": "m", "Fem": "f", "Neut": "n"}
PRONOUNS = {"er": "m", "dieser": "m", "sie": "f", "diese": "f", "es": "n"}
UNKNOWN = "?"
NONE = "-"
"""Of what no singular pronoun of a person stands for."""


class Genders:
    """Tells genders by the lexicons of first names and titles."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._feminine = words(lexicons["feminine_titles"])
        self._feminine_names = words(lexicons["feminine_names"])
        self._masculine_names = words(lexicons["masculine_names"])

    def of_person(self, view: View, piece: Piece) -> str:
        """Return m or f of a person or of a noun phrase, `?` where nothing tells, and `-` for no person."""
        place = view.entity[piece[1] - 1]
        if place < 0:
            return _of_noun(view, piece[1] - 1) if _of_noun(view, piece[1] - 1) != "n" else NONE
        entity = view.ents[place]
        if entity.label_ != "PER":
            return NONE
        same = view.people[view.lower[entity.end - 1].removesuffix("s")]
        if entity.end - entity.start > 1:
            same = [
                other
                for other in same
                if other.end - other.start == 1 or view.text[other.start] == view.text[entity.start]
            ]
        for other in same:
            first = view.text[other.start]
            before = view.text[other.start - 1] if other.start and view.tag[other.start - 1] == "NN" else ""
            if first in self._feminine_names or before in self._feminine or before.endswith("in"):
                return "f"
            if first in self._masculine_names or before in {"Herr", "Herrn"} or before.endswith("er"):
                return "m"
        return UNKNOWN

    def of_phrase(self, view: View, piece: Piece, head: int) -> str:
        """Return m, f or n of a noun phrase, by the person it names or else by its article and head, or `?`."""
        place = view.entity[head]
        if place >= 0 and view.ents[place].label_ == "PER":
            return self.of_person(view, (view.ents[place].start, view.ents[place].end))
        if view.tag[piece[0]] in {"ART", "PPOSAT", "PDAT"} and piece[0] != head:
            gender = _of_noun(view, piece[0])
            return gender if gender != UNKNOWN else _of_noun(view, head)
        return _of_noun(view, head) if place < 0 else UNKNOWN


def _of_noun(view: View, index: int) -> str:
    morph = view.doc[index].morph
    if "Plur" in morph.get("Number", []):
        return NONE
    return MORPH.get("".join(morph.get("Gender", [])), UNKNOWN)
