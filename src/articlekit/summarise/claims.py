"""Claim frames become the claims of a summary."""

from collections.abc import Mapping

from articlekit.recognise.claims.frame import ClaimFrame, Piece
from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.view import View
from articlekit.records import Claim, Offsets

GAP = " ... "
LINKED = ("ungs", "ions", "heits", "keits", "schafts", "täts", "mens", "ments", "amts", "tums")
"""Ends of nouns with a linking s."""
DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT"})


class ClaimBuilder:
    """Builds the claims of one article.

    Args:
        view: the document.
        lexicons: for modality and negation.
        names: canonical name of each mention by its first code point.
    """

    def __init__(self, view: View, lexicons: Lexicons, names: Mapping[int, str]) -> None:
        self._view = view
        self._names = names
        self._modality: dict[str, str] = lexicons["modality"]
        self._sayings = tuple(noun.lower() for noun in lexicons["after_nouns"])
        self._negations = words(lexicons["negations"])

    def build(self, number: int, frame: ClaimFrame) -> Claim:
        """Return the claim of a frame under a number."""
        view = self._view
        tokens = [index for start, end in frame.pieces for index in range(start, end)]
        inside = dict.fromkeys(
            self._names[entity.start_char]
            for place in dict.fromkeys(view.entity[index] for index in tokens)
            if place >= 0 and (entity := view.ents[place]).start_char in self._names
        )
        modals = [
            view.lemma[index] for index in tokens if view.tag[index] == "VMFIN" and view.lemma[index] in self._modality
        ]
        return Claim(
            id=number,
            speaker=self._speaker(frame),
            speaker_text=view.words(*frame.speaker) if frame.speaker else None,
            speaker_span=self._offsets(frame.speaker) if frame.speaker else None,
            antecedent_span=self._offsets(frame.antecedent) if frame.antecedent else None,
            addressee=view.words(*frame.addressee) if frame.addressee else None,
            addressee_span=self._offsets(frame.addressee) if frame.addressee else None,
            act=frame.act,  # type: ignore[arg-type]
            form=frame.form,  # type: ignore[arg-type]
            cue=" ".join(view.words(*piece) for piece in frame.cue) or None,
            cue_spans=tuple(self._offsets(piece) for piece in frame.cue),
            frame_spans=tuple(self._offsets(piece) for piece in frame.frame),
            text=GAP.join(view.words(*piece) for piece in frame.pieces),
            spans=tuple(self._offsets(piece) for piece in frame.pieces),
            sentence=view.sentence_of[frame.start] + 1,
            mentions=tuple(inside),
            modality=self._modality[modals[0]] if modals else None,  # type: ignore[arg-type]
            negated=any(view.lower[index] in self._negations for index in tokens),
            confidence=frame.confidence,
            rule=frame.rule,
        )

    def _offsets(self, piece: Piece) -> Offsets:
        span = self._view.doc[piece[0] : piece[1]]
        return Offsets(start=span.start_char, end=span.end_char)

    def _speaker(self, frame: ClaimFrame) -> str | None:
        """Return the canonical name of who is meant, or the noun phrase without its article."""
        meant = frame.antecedent or frame.speaker
        if meant is None:
            return None
        start, end = meant
        if frame.antecedent and (name := self._names.get(self._view.doc[start].idx)):
            place = self._view.entity[start]
            if place >= 0 and self._view.ents[place].end == end:
                return name
        if self._view.tag[start] in {"PPER", "PRELS"}:
            return None
        if frame.rule == "frame-nach" and end - start == 1 and (name := self._in_compound(start)):
            return name
        if end - start > 1 and self._view.tag[start] in DETERMINERS:
            start += 1
        phrase = self._view.words(start, end)
        if frame.rule.startswith("frame-") and frame.speaker_head is not None and frame.speaker_head == end - 1:
            phrase = phrase.removesuffix(self._view.text[end - 1]) + self._nominative(end - 1)
        return " ".join(phrase.split())

    def _in_compound(self, noun: int) -> str | None:
        """Return who stands in a compound of saying: Polizei of Polizeiangaben, Regierung of Regierungskreisen; or None."""
        word = self._view.text[noun]
        starts = (word.lower().rfind(ending) for ending in self._sayings)
        start = max((place for place in starts if place > 2), default=0)
        if not start:
            return None
        name = word[:start]
        return name.removesuffix("s") if name.endswith(LINKED) else name

    def _nominative(self, noun: int) -> str:
        """Return a noun out of the dative or genitive that a preposition put it in: Fachleuten, Sprechers."""
        word, lemma = self._view.text[noun], self._view.lemma[noun]
        if word.endswith("leuten"):
            return word[:-1]
        if word in (lemma + "s", lemma + "es") or (word == lemma + "n" and lemma.endswith("er")):
            return lemma
        return word
