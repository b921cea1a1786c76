"""A recognised chapter of an article: its tokens as places in the whole article."""

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span

from articlekit.recognise.view import view_of
from articlekit.records import Offsets
from articlekit.sections import LABELS

Piece = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something that a chapter speaks of, before it is known who is who in the whole article."""

    place: int
    """First code point."""
    words: str
    """What it is called where no name stands there."""


class Chapter:
    """One chapter.

    Args:
        doc: of the chapter, with articlekit's components applied.
        start: first code point in the article.
        sentences: how many sentences the article has before it.
    """

    def __init__(self, doc: Doc, start: int = 0, sentences: int = 0) -> None:
        self.doc, self.view, self.text = doc, view_of(doc), doc.text
        self._start, self._sentences = start, sentences

    def place_of(self, token: int) -> int:
        """Return the first code point of a token in the article."""
        return self._start + self.doc[token].idx

    def sentence_of(self, token: int) -> int:
        """Return the number of a token's sentence in the article, from 1."""
        return self._sentences + self.view.sentence_of[token] + 1

    def offsets(self, piece: Piece) -> Offsets:
        """Return where tokens stand in the article."""
        span = self.doc[piece[0] : piece[1]]
        return Offsets(start=self._start + span.start_char, end=self._start + span.end_char)

    @cached_property
    def names(self) -> dict[int, Span]:
        """The names of the six kinds by their first token, in order."""
        return {entity.start: entity for entity in self.view.ents if entity.label_ in LABELS}
