"""A happening between recognition and summary, kept on the `Doc` in one span group.

The group `articlekit_happenings` holds one span for each trigger (label: type; id: number of the happening), and in its
`attrs["happenings"]` the rest as plain lists, so that it survives `Doc.to_bytes`, `DocBin` and several processes.
"""

from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc, Span, SpanGroup

GROUP = "articlekit_happenings"
Piece = tuple[int, int]


@dataclass(slots=True)
class HappeningFrame:
    """One happening; token positions, ends exclusive, but `whens` in characters."""

    type: str
    triggers: list[int]
    """Tokens, the strongest first."""
    status: str
    whens: list[Piece] = field(default_factory=list)
    """Expressions of time that can be its date, likeliest first."""
    tenses: list[str] = field(default_factory=list)
    """For each of them the tense beside it: past, present or future."""
    where: Piece | None = None
    agents: list[Piece] = field(default_factory=list)
    objects: list[Piece] = field(default_factory=list)
    event: Piece | None = None
    """The named event that it tells."""
    chance: float = 0.5


def set_happenings(doc: Doc, happenings: list[HappeningFrame]) -> None:
    """Keep the happenings on the document, in order of their first trigger."""
    happenings = sorted(happenings, key=lambda frame: (min(frame.triggers), frame.type))
    spans = [
        Span(doc, token, token + 1, label=frame.type, span_id=str(number))
        for number, frame in enumerate(happenings, 1)
        for token in frame.triggers
    ]
    plain = [{name: getattr(frame, name) for name in HappeningFrame.__slots__} for frame in happenings]
    doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=spans, attrs={"happenings": plain})


def get_happenings(doc: Doc) -> list[HappeningFrame]:
    """Return the happenings of a document, in order; none when the component did not run."""
    if GROUP not in doc.spans:
        return []
    return [_from_plain(plain) for plain in doc.spans[GROUP].attrs["happenings"]]


def _from_plain(plain: dict[str, Any]) -> HappeningFrame:
    values = dict(plain)
    for name in ("whens", "agents", "objects"):
        values[name] = [(start, end) for start, end in values[name]]
    for name in ("where", "event"):
        values[name] = tuple(values[name]) if values[name] else None
    return HappeningFrame(**values)
