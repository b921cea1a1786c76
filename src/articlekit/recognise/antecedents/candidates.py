"""What an anaphor can stand for: the names before it, each by its nearest mention, and noun phrases right before it."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from articlekit.recognise.claims.frame import Piece
from articlekit.recognise.referents import subject_of_sentence
from articlekit.recognise.view import SUBJECT, View

ACTORS = frozenset({"PER", "ORG"})
REACH = 40
"""Sentences back to which a name is a candidate."""
PHRASE = "phrase"
"""Label of a candidate without a name."""


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A place where somebody is meant without a name."""

    kind: str
    """pronoun, nominal, or missing: a claim without a speaker."""
    piece: Piece
    """Its tokens; of a missing one nothing, where its claim starts."""
    head: int | None
    inside: tuple[Piece, ...] = ()
    """The claim that it speaks: nobody named in there is meant."""
    previous: Piece | None = None
    """Who said what was said before."""


@dataclass(slots=True)
class Candidate:
    """Somebody who can be meant."""

    piece: Piece
    """The nearest mention, or the noun phrase."""
    label: str
    mentions: list[int] = field(default_factory=list)
    """Places in `view.ents` of the mentions before the anaphor."""
    head: int | None = None
    """Of a noun phrase."""


class Names:
    """The people and organisations of a document, the mentions of each together."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.places = [number for number, entity in enumerate(view.ents) if entity.label_ in ACTORS]
        self.starts = [view.ents[number].start for number in self.places]
        self._full: dict[str, str] = {}
        self.key = {number: self._key_of(number) for number in self.places}

    def _key_of(self, number: int) -> str:
        """Return a person's full name, of a surname alone that of the last of the name, or an organisation's name."""
        entity = self._view.ents[number]
        name = f"{entity.label_} {entity.text.lower().removesuffix('s')}"
        if entity.label_ != "PER":
            return name
        surname = self._view.lower[entity.end - 1].removesuffix("s")
        if entity.end - entity.start > 1:
            self._full[surname] = name
        return self._full.get(surname, name)

    @cached_property
    def subjects(self) -> set[int]:
        """Places of the names that are subjects."""
        view = self._view
        return {
            number
            for number in self.places
            if any(view.dep[index] in SUBJECT for index in range(view.ents[number].start, view.ents[number].end))
        }


def candidates_of(view: View, names: Names, anaphor: Anaphor) -> list[Candidate]:
    """Return whom an anaphor can stand for, the nearest first."""
    found: dict[str, Candidate] = {}
    number = view.sentence_of[min(anaphor.piece[0], len(view) - 1)]
    for index in range(bisect_left(names.starts, anaphor.piece[0]) - 1, -1, -1):
        place = names.places[index]
        entity = view.ents[place]
        if number - view.sentence_of[entity.start] > REACH:
            break
        if any(start <= entity.start < end for start, end in anaphor.inside):
            continue
        known = found.get(names.key[place])
        if known is None:
            known = found[names.key[place]] = Candidate((entity.start, entity.end), entity.label_)
        known.mentions.append(place)
    return [*found.values(), *_phrases(view, anaphor, number)]


def _phrases(view: View, anaphor: Anaphor, number: int) -> Iterable[Candidate]:
    """Yield the speaker before and the subject of the sentence before, where they have no name."""
    seen = set()
    if anaphor.previous and view.entity[anaphor.previous[1] - 1] < 0:
        seen.add(anaphor.previous[0])
        yield Candidate(anaphor.previous, PHRASE, head=anaphor.previous[1] - 1)
    subject = subject_of_sentence(view, number - 1)
    if subject and view.entity[subject[0]] < 0 and subject[1][0] not in seen:
        named = any(view.entity[index] >= 0 for index in range(*subject[1]))
        if not named:
            yield Candidate(subject[1], PHRASE, head=subject[0])
