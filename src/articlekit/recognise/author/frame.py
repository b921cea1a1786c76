"""An author's claim between recognition and summary, kept on the `Doc` in one span group."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, SpanGroup

GROUP = "articlekit_author"


@dataclass(frozen=True, slots=True)
class AuthorFrame:
    """A sentence that the author answers for; positions are token indices, ends exclusive."""

    start: int
    end: int
    act: str
    markers: tuple[str, ...]
    salience: float


def set_author_claims(doc: Doc, claims: list[AuthorFrame]) -> None:
    """Keep the claims on the document, strongest first."""
    spans = [Span(doc, claim.start, claim.end, label=claim.act) for claim in claims]
    rest = [{"markers": list(claim.markers), "salience": claim.salience} for claim in claims]
    doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=spans, attrs={"claims": rest})


def get_author_claims(doc: Doc) -> list[AuthorFrame]:
    """Return the author's claims of a document, strongest first; none when the component did not run."""
    if GROUP not in doc.spans:
        return []
    group = doc.spans[GROUP]
    return [
        AuthorFrame(span.start, span.end, span.label_, tuple(rest["markers"]), rest["salience"])
        for span, rest in zip(group, group.attrs["claims"], strict=True)
    ]
