"""Claim frames become the claims of a summary."""

from articlekit.recognise.claims.frame import ClaimFrame, Piece
from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.view import View
from articlekit.records import Claim, Offsets
from articlekit.summarise.actors import Actors
from articlekit.summarise.nominative import nominative_phrase, without_article

GAP = " ... "
LINKED = ("ungs", "ions", "heits", "keits", "schafts", "täts", "mens", "ments", "amts", "tums")
"""Ends of nouns with a linking s."""
DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT"})


class ClaimBuilder:
    """Builds the claims of one article.

    Args:
        view: the document.
        lexicons: for modality and negation.
        actors: who stands where.
    """

    def __init__(self, view: View, lexicons: Lexicons, actors: Actors) -> None:
        self._view = view
        self._names = actors.name_at
        self._ids = actors.id_at
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
            speaker_id=self._speaker_id(frame),
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

    def _speaker_id(self, frame: ClaimFrame) -> str | None:
        """Return the id of the name that `_speaker` gives, None where that is a noun phrase."""
        start = self._named(frame)
        return self._ids[start] if start is not None else None

    def _named(self, frame: ClaimFrame) -> int | None:
        """Return the first code point of the name that a claim's antecedent is, or None."""
        if frame.antecedent is None:
            return None
        start, end = frame.antecedent
        place, offset = self._view.entity[start], self._view.doc[start].idx
        return offset if place >= 0 and self._view.ents[place].end == end and offset in self._names else None

    def _speaker(self, frame: ClaimFrame) -> str | None:
        """Return the canonical name of who is meant, or the noun phrase without its article."""
        meant = frame.antecedent or frame.speaker
        if meant is None:
            return None
        if (named := self._named(frame)) is not None:
            return self._names[named]
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
