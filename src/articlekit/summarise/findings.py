"""What the chapters of an article give its summary: small records, so that no document has to be kept."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from articlekit.recognise.author.frame import AuthorFrame, get_author_claims
from articlekit.recognise.claims.component import WARNINGS
from articlekit.recognise.claims.frame import get_claims
from articlekit.recognise.lexicon import Lexicons
from articlekit.recognise.references import ReferenceFrame, get_references
from articlekit.recognise.roles import role_spans
from articlekit.records import AuthorClaim, Mention, Reference, SummaryWarning
from articlekit.sections import LABELS
from articlekit.summarise.affiliations import affiliations
from articlekit.summarise.chapter import Chapter
from articlekit.summarise.claims import ClaimBuilder, Said
from articlekit.summarise.language import count_words
from articlekit.summarise.merge import Inflection
from articlekit.summarise.nominative import nominative_name
from articlekit.summarise.told import Beside, Happening, beside_events, happenings


@dataclass(frozen=True, slots=True)
class Personal:
    """What stands beside one mention of a person."""

    roles: tuple[str, ...]
    organisations: tuple[int, ...]
    """First code points of the organisations that it says the person belongs to."""


class Findings:
    """Grows with each chapter; all places are those in the article.

    Args:
        lexicons: those that the components used.
        author_claims: how many of the author's own claims to keep at most, the strongest; all by default.
    """

    def __init__(self, lexicons: Lexicons, author_claims: int | None = None) -> None:
        self._lexicons, self._most = lexicons, author_claims
        self.characters = self.sentences = self.words = self.letters = self.german = 0
        """Letters are words of letters, German those of them that are function words of that language."""
        self.names: dict[str, list[tuple[Mention, Inflection]]] = {label: [] for label in LABELS}
        """By label, in order."""
        self.people: dict[int, Personal] = {}
        """By the first code point of each mention."""
        self.references: list[tuple[int, Reference]] = []
        """Each with the first code point of the name that it stands for."""
        self.claims: list[Said] = []
        self.beside_events: dict[int, Beside] = {}
        """By the first code point of each mention of a named event."""
        self.happenings: list[Happening] = []
        self.author_claims: list[AuthorClaim] = []
        """Strongest first."""
        self.warnings: list[SummaryWarning] = []

    def add(self, doc: Doc) -> None:
        """Take all that the summary needs out of the next chapter's document, which nothing is kept of."""
        chapter = Chapter(doc, self.characters, self.sentences)
        view = chapter.view
        for entity in chapter.names.values():
            self.names[entity.label_].append((_mention(chapter, entity), _inflection(entity)))
        self.people |= _people(chapter)
        self.references += [_reference(chapter, frame) for frame in get_references(doc)]
        builder = ClaimBuilder(chapter, self._lexicons)
        self.claims += map(builder.build, get_claims(doc))
        self.beside_events |= beside_events(chapter)
        self.happenings += happenings(chapter)
        own = [*self.author_claims, *(_author_claim(chapter, frame) for frame in get_author_claims(doc))]
        self.author_claims = sorted(own, key=lambda claim: -claim.salience)[: self._most]
        self.warnings += _warnings(chapter)
        letters, german = count_words(view.lower)
        self.letters += letters
        self.german += german
        self.words += sum(
            not (tag.startswith("$") or text.isspace()) for tag, text in zip(view.tag, view.text, strict=True)
        )
        self.sentences += len(view.sentences)
        self.characters += len(chapter.text)


def _mention(chapter: Chapter, name: Span) -> Mention:
    place = chapter.offsets((name.start, name.end))
    return Mention(text=name.text, start=place.start, end=place.end, sentence=chapter.sentence_of(name.start))


def _inflection(name: Span) -> Inflection:
    return Inflection(genitive="Gen" in name[-1].morph.get("Case", []), nominative=nominative_name(name))


def _people(chapter: Chapter) -> dict[int, Personal]:
    view, belonging = chapter.view, affiliations(chapter.view)
    people = (entity for entity in chapter.names.values() if entity.label_ == "PER")
    return {
        chapter.place_of(entity.start): Personal(
            tuple(" ".join(view.words(start, end).split()) for start, end in role_spans(view, entity)),
            tuple(map(chapter.place_of, belonging[entity.start])),
        )
        for entity in people
    }


def _reference(chapter: Chapter, frame: ReferenceFrame) -> tuple[int, Reference]:
    place = chapter.offsets(frame.piece)
    return chapter.place_of(frame.antecedent[0]), Reference(
        kind=frame.kind,  # type: ignore[arg-type]
        text=chapter.view.words(*frame.piece),
        start=place.start,
        end=place.end,
        sentence=chapter.sentence_of(frame.piece[0]),
    )


def _author_claim(chapter: Chapter, frame: AuthorFrame) -> AuthorClaim:
    return AuthorClaim(
        text=" ".join(chapter.view.words(frame.start, frame.end).split()),
        spans=(chapter.offsets((frame.start, frame.end)),),
        sentence=chapter.sentence_of(frame.start),
        act=frame.act,  # type: ignore[arg-type]
        markers=frame.markers,
        salience=frame.salience,
    )


def _warnings(chapter: Chapter) -> Iterator[SummaryWarning]:
    doc = chapter.doc
    for span in doc.spans[WARNINGS] if WARNINGS in doc.spans else ():  # noqa: SIM401  span groups have no get
        place = chapter.offsets((span.start, span.end))
        yield SummaryWarning(
            code=span.label_,
            message=f"the quotation mark {span.text} in sentence {chapter.sentence_of(span.start)} is not closed",
            start=place.start,
            end=place.end,
        )
