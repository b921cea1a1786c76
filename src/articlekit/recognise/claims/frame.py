"""A claim between recognition and summary: token positions and labels, kept on the `Doc` in one span group.

The group `articlekit_claims` holds one span for each piece of each claim (label: form; id: claim number), and in its
`attrs["claims"]` the rest as plain lists, so that it survives `Doc.to_bytes`, `DocBin` and several processes.
"""

from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc, Span, SpanGroup

GROUP = "articlekit_claims"
Piece = tuple[int, int]


@dataclass(slots=True)
class ClaimFrame:
    """One claim; all positions are token indices, ends exclusive."""

    form: str
    act: str
    rule: str
    pieces: list[Piece]
    cue: list[Piece] = field(default_factory=list)
    speaker: Piece | None = None
    """The speaker's noun phrase beside the claim."""
    speaker_head: int | None = None
    inherits: bool = False
    """The speaker is that of the claim before."""
    antecedent: Piece | None = None
    """The name or noun phrase elsewhere that `speaker` stands for; set by the speakers component."""
    frame: list[Piece] = field(default_factory=list)
    """The rest of the cue's sentence."""
    addressee: Piece | None = None
    """The noun phrase of whom it is said to."""
    cue_act: str = ""
    """The act that the cue says, before the words of the claim are asked."""
    confidence: float = 0.5

    @property
    def start(self) -> int:
        """First token of the claim."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Token after the last of the claim."""
        return self.pieces[-1][1]


def set_claims(doc: Doc, claims: list[ClaimFrame]) -> None:
    """Keep the claims on the document, in order of their first token."""
    claims = sorted(claims, key=lambda claim: (claim.start, -claim.end))
    spans = [
        Span(doc, start, end, label=claim.form, span_id=str(number))
        for number, claim in enumerate(claims, 1)
        for start, end in claim.pieces
    ]
    plain = [{name: getattr(claim, name) for name in ClaimFrame.__slots__} for claim in claims]
    doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=spans, attrs={"claims": plain})


def get_claims(doc: Doc) -> list[ClaimFrame]:
    """Return the claims of a document, in order; none when the component did not run."""
    if GROUP not in doc.spans:
        return []
    return [_from_plain(plain) for plain in doc.spans[GROUP].attrs["claims"]]


def _from_plain(plain: dict[str, Any]) -> ClaimFrame:
    values = dict(plain)
    for name in ("pieces", "cue", "frame"):
        values[name] = [(start, end) for start, end in values[name]]
    for name in ("speaker", "antecedent", "addressee"):
        values[name] = tuple(values[name]) if values[name] else None
    return ClaimFrame(**values)
