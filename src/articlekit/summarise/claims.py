"""Claim frames become the claims of a summary."""

from dataclasses import dataclass, replace

from articlekit.recognise.claims.frame import ClaimFrame, Piece
from articlekit.recognise.lexicon import Lexicons, words
from articlekit.records import Claim
from articlekit.summarise.actors import Actors
from articlekit.summarise.chapter import Chapter
from articlekit.summarise.nominative import nominative_phrase, without_article

GAP = " ... "
LINKED = ("ungs", "ions", "heits", "keits", "schafts", "täts", "mens", "ments", "amts", "tums")
"""Ends of nouns with a linking s."""
DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT"})


@dataclass(frozen=True, slots=True)
class Said:
    """A claim before it is known who is who in the whole article."""

    claim: Claim
    """Without number and names; its speaker is a noun phrase."""
    speaker: int | None
    """First code point of the name that the speaker is."""
    names: tuple[int, ...]
    """First code points of the names inside."""

    def numbered(self, number: int, actors: Actors) -> Claim:
        """Return the claim under a number, with who is who."""
        return replace(
            self.claim,
            id=number,
            speaker=self.claim.speaker if self.speaker is None else actors.name_at[self.speaker],
            speaker_id=None if self.speaker is None else actors.id_at[self.speaker],
            mentions=tuple(dict.fromkeys(actors.name_at[place] for place in self.names)),
        )


class ClaimBuilder:
    """Builds the claims of one chapter.

    Args:
        chapter: where they stand.
        lexicons: for modality and negation.
    """

    def __init__(self, chapter: Chapter, lexicons: Lexicons) -> None:
        self._chapter, self._view = chapter, chapter.view
        self._modality: dict[str, str] = lexicons["modality"]
        self._sayings = tuple(noun.lower() for noun in lexicons["after_nouns"])
        self._negations = words(lexicons["negations"])

    def build(self, frame: ClaimFrame) -> Said:
        """Return the claim of a frame."""
        view, offsets = self._view, self._chapter.offsets
        tokens = [index for start, end in frame.pieces for index in range(start, end)]
        inside = (
            view.ents[place].start for place in dict.fromkeys(view.entity[index] for index in tokens) if place >= 0
        )
        modals = [
            view.lemma[index] for index in tokens if view.tag[index] == "VMFIN" and view.lemma[index] in self._modality
        ]
        named = self._named(frame)
        claim = Claim(
            id=0,
            speaker=self._phrase(frame) if named is None else None,
            speaker_text=view.words(*frame.speaker) if frame.speaker else None,
            speaker_span=offsets(frame.speaker) if frame.speaker else None,
            antecedent_span=offsets(frame.antecedent) if frame.antecedent else None,
            addressee=view.words(*frame.addressee) if frame.addressee else None,
            addressee_span=offsets(frame.addressee) if frame.addressee else None,
            act=frame.act,  # type: ignore[arg-type]
            form=frame.form,  # type: ignore[arg-type]
            cue=" ".join(view.words(*piece) for piece in frame.cue) or None,
            cue_spans=tuple(map(offsets, frame.cue)),
            frame_spans=tuple(map(offsets, frame.frame)),
            text=GAP.join(view.words(*piece) for piece in frame.pieces),
            spans=tuple(map(offsets, frame.pieces)),
            sentence=self._chapter.sentence_of(frame.start),
            modality=self._modality[modals[0]] if modals else None,  # type: ignore[arg-type]
            negated=any(view.lower[index] in self._negations for index in tokens),
            confidence=frame.confidence,
            rule=frame.rule,
        )
        return Said(
            claim,
            speaker=self._chapter.place_of(named) if named is not None else None,
            names=tuple(self._chapter.place_of(token) for token in inside if token in self._chapter.names),
        )

    def _named(self, frame: ClaimFrame) -> int | None:
        """Return the first token of the name that a claim's antecedent is, or None."""
        name = self._chapter.names.get(frame.antecedent[0]) if frame.antecedent else None
        return name.start if name and (name.start, name.end) == frame.antecedent else None

    def _phrase(self, frame: ClaimFrame) -> str | None:
        """Return the noun phrase of who is meant without its article."""
        meant = frame.antecedent or frame.speaker
        if meant is None:
            return None
        start, end = meant
        if self._view.tag[start] in {"PPER", "PRELS"}:
            return None
        if frame.rule == "frame-nach" and end - start == 1 and (name := self._in_compound(start)):
            return name
        if end - start > 1 and self._view.tag[start] in DETERMINERS:
            start += 1
        if end - start > 3 and self._view.text[end - 1] == ")":
            end = next((place for place in range(end - 2, start, -1) if self._view.text[place] == "("), end)
        head = next((place for place in range(start, end) if self._view.tag[place] == "NN"), None)
        if head is not None and self._is_governed(meant, frame):
            return " ".join(nominative_phrase(self._view, start, end, head).split())
        return " ".join(without_article(self._view, meant[0], start, end).split())

    def _is_governed(self, piece: Piece, frame: ClaimFrame) -> bool:
        """Tell whether a preposition or a noun governs a phrase: `laut X`, `nach Ansicht X`, `von X kritisiert`."""
        if piece == frame.speaker and frame.rule in {"frame-laut", "frame-nach", "frame-zufolge", "frame-heisst-es"}:
            return True
        return piece[0] > 0 and self._view.tag[piece[0] - 1] in {"APPR", "APPRART"}

    def _in_compound(self, noun: int) -> str | None:
        """Return who stands in a compound of saying: Polizei of Polizeiangaben, Regierung of Regierungskreisen; or None."""
        word = self._view.text[noun]
        starts = (word.lower().rfind(ending) for ending in self._sayings)
        start = max((place for place in starts if place > 2), default=0)
        if not start:
            return None
        name = word[:start]
        return name.removesuffix("s") if name.endswith(LINKED) else name
