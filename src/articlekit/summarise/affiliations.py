"""Which organisations people are said to belong to: `X (CDU)`, `X vom Verein Y`, `Y-Chef X`, `X, Sprecherin von Y`."""

from collections.abc import Iterator

from spacy.tokens import Span

from articlekit.recognise.roles import role_spans
from articlekit.recognise.view import View

BELONGING = frozenset({"von", "vom", "bei", "beim", "aus", "des"})
"""Words between a person and an organisation that say that one belongs to the other."""
REACH = 4
"""Tokens from a person to the organisation behind it: `vom Verein`, `von der Bürgerrechtsgruppe`."""
PASSED = frozenset({"APPR", "APPRART", "ART", "ADJA", "NN"})


def affiliations(view: View) -> dict[int, list[int]]:
    """Return the first tokens of the organisations beside each mention of a person, by the first token of that."""
    known = {view.lower[entity.start]: entity for entity in reversed(view.ents) if _is_one_word(entity)}
    return {
        person.start: [place.start for place in (*_beside(view, person), *_in_roles(view, person, known))]
        for person in view.ents
        if person.label_ == "PER"
    }


def _is_one_word(entity: Span) -> bool:
    return entity.label_ == "ORG" and entity.end - entity.start == 1


def _beside(view: View, person: Span) -> Iterator[Span]:
    """Yield the organisation in brackets right behind a person, or behind `vom Verein`."""
    end = person.end
    last = view.sentences[view.sentence_of[person.start]][1]
    if end + 1 < last and view.text[end] == "(":
        if found := _organisation(view, end + 1):
            yield found
        return
    if end < last and view.lower[end] in BELONGING:
        for index in range(end + 1, min(end + 1 + REACH, last)):
            if found := _organisation(view, index):
                yield found
            if view.entity[index] >= 0 or view.tag[index] not in PASSED:
                return


def _in_roles(view: View, person: Span, known: dict[str, Span]) -> Iterator[Span]:
    """Yield the organisations named in the roles beside a person, alone or as the first part of a compound."""
    for start, end in role_spans(view, person):
        for index in range(start, end):
            if found := _organisation(view, index):
                yield found
            elif "-" in view.text[index] and view.entity[index] < 0:
                first = view.lower[index].rpartition("-")[0]
                if first in known:
                    yield known[first]


def _organisation(view: View, index: int) -> Span | None:
    place = view.entity[index]
    return view.ents[place] if place >= 0 and view.ents[place].label_ == "ORG" else None
