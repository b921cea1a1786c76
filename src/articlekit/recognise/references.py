"""Pronouns and role noun phrases anywhere in the text that mean somebody who is named."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from spacy.tokens import Doc, Span, SpanGroup

from articlekit.recognise.antecedents.candidates import Anaphor
from articlekit.recognise.antecedents.ranker import Ranker, Scene
from articlekit.recognise.claims.frame import ClaimFrame, Piece, get_claims
from articlekit.recognise.claims.phrases import phrase_at
from articlekit.recognise.claims.quotes import CLOSERS
from articlekit.recognise.gender import UNKNOWN
from articlekit.recognise.lexicon import Lexicons
from articlekit.recognise.referents import DEFINITE, is_plural, meant_by
from articlekit.recognise.view import NOUNS, View, view_of

GROUP = "articlekit_references"
PERSONAL = frozenset({"er", "sie"})
SURE = 0.6
"""Least probability of who is meant."""
DETERMINERS = frozenset({"ART", "PDAT", "PPOSAT"})


@dataclass(frozen=True, slots=True)
class ReferenceFrame:
    """One pronoun or noun phrase and whom it means; token positions."""

    kind: str
    """pronoun or nominal."""
    piece: Piece
    antecedent: Piece
    """The nearest name of whom it means."""


class ReferencesComponent:
    """Finds references; registered as `articlekit_references`. Comes after the speakers."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._ranker = Ranker(lexicons)

    def __call__(self, doc: Doc) -> Doc:
        """Set the span group `articlekit_references`: what the speakers of claims mean, and what else is sure enough."""
        view = view_of(doc)
        frames: list[ReferenceFrame] = []
        if view.ents:
            claims = get_claims(doc)
            spoken = {claim.speaker: claim for claim in claims if claim.speaker and claim.antecedent}
            scene = Scene(view)
            scene.said.update(meant[0] for claim in claims if (meant := meant_by(claim)))
            frames = [
                frame
                for anaphor in _anaphors(view, claims, self._ranker)
                if (frame := self._frame(scene, anaphor, spoken))
            ]
        spans = [Span(doc, *frame.piece, label=frame.kind) for frame in frames]
        attrs = {"references": [asdict(frame) for frame in frames]}
        doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=spans, attrs=attrs)
        return doc

    def _frame(self, scene: Scene, anaphor: Anaphor, spoken: dict[Piece, ClaimFrame]) -> ReferenceFrame | None:
        claim = spoken.get(anaphor.piece)
        meant = claim.antecedent if claim else self._ranker.resolve(scene, anaphor, least=SURE)
        if meant is None or scene.view.entity[meant[0]] < 0 or meant[0] >= anaphor.piece[0]:
            return None
        return ReferenceFrame(anaphor.kind, anaphor.piece, meant)


def _anaphors(view: View, claims: list[ClaimFrame], ranker: Ranker) -> Iterator[Anaphor]:
    """Yield the pronouns and definite role noun phrases outside names, in order."""
    order = sorted(claims, key=lambda claim: claim.start)
    number, previous = 0, None
    for start, end in view.sentences:
        while number < len(order) and order[number].start < start:
            previous, number = order[number], number + 1
        for index in range(start, end):
            if view.entity[index] >= 0:
                continue
            if view.tag[index] == "PPER" and view.lower[index] in PERSONAL and _is_third(view, index, start):
                yield Anaphor("pronoun", (index, index + 1), index, previous=meant_by(previous))
            elif view.tag[index] in DETERMINERS and view.lower[index] in DEFINITE:
                head = _head_after(view, index, end)
                if head is not None and ranker.evidence.wanted(view, head) != UNKNOWN:
                    piece = phrase_at(view, head, index, end)
                    if piece[0] == index and not _names_a_person(view, piece, end):
                        yield Anaphor("nominal", piece, head, previous=meant_by(previous))


def _names_a_person(view: View, piece: Piece, end: int) -> bool:
    """Tell whether a noun phrase names whom it means, inside or behind a comma: `der Vorsitzende des Senats, X`."""
    behind = piece[1] + 1 if piece[1] + 1 < end and view.text[piece[1]] == "," else piece[1] - 1
    places = {view.entity[index] for index in (*range(*piece), behind)} - {-1}
    return any(view.ents[place].label_ == "PER" for place in places)


def _is_third(view: View, pronoun: int, start: int) -> bool:
    """Tell whether a pronoun means one person spoken of: no `Sie` of address, no plural."""
    if view.lower[pronoun] == "er":
        return True
    addressed = (
        view.text[pronoun][0].isupper() and pronoun > start and view.text[pronoun - 1] not in {"„", "»", "“", ":"}
    )
    return not addressed and not is_plural(view, pronoun)


def _head_after(view: View, determiner: int, end: int) -> int | None:
    """Return the singular common noun that a determiner opens the phrase of, no part of a name, or None."""
    for index in range(determiner + 1, min(determiner + 4, end)):
        if view.tag[index] == "NN":
            named = index + 1 < end and (view.tag[index + 1] in NOUNS or view.text[index + 1] in CLOSERS)
            after = named or (index + 1 < end and view.entity[index + 1] >= 0)
            plural = "Plur" in view.doc[index].morph.get("Number", [])
            return None if after or plural or view.entity[index] >= 0 else index
        if view.tag[index] not in {"ADJA", "ADV", "CARD"}:
            return None
    return None


def get_references(doc: Doc) -> list[ReferenceFrame]:
    """Return the references of a document, in order; none when the component did not run."""
    if GROUP not in doc.spans:
        return []
    return [
        ReferenceFrame(plain["kind"], tuple(plain["piece"]), tuple(plain["antecedent"]))
        for plain in doc.spans[GROUP].attrs["references"]
    ]
