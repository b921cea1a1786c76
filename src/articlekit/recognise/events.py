"""Named events with the date, place and people that stand by them in the text."""

from dataclasses import asdict, dataclass

from spacy.tokens import Doc, Span, SpanGroup

from articlekit.recognise.happenings.sentence import BESIDE, Sentence, Time
from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.view import View, view_of

GROUP = "articlekit_events"
STEM = 4
"""Letters that a place and the adjective made of it share at least."""
Piece = tuple[int, int]


@dataclass(slots=True)
class EventFrame:
    """One mention of a named event; token positions, but `when` in characters."""

    span: Piece
    when: Piece | None
    where: Piece | None
    participants: list[Piece]
    tense: str = ""
    """Beside the time: past, or future for what is to come."""


class EventsComponent:
    """Finds what belongs to named events; registered as `articlekit_events`. Comes after entities."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._prepositions = words(lexicons["place_prepositions"])
        self._reach: int = lexicons["event_reach"]

    def __call__(self, doc: Doc) -> Doc:
        """Set the span group `articlekit_events`, one span for each mention, details in its attributes."""
        entities = [entity for entity in doc.ents if entity.label_ == "EVT"]
        view = view_of(doc) if entities else None
        frames = [self._frame(view, entity) for entity in entities if view]
        spans = [Span(doc, entity.start, entity.end, label="EVT") for entity in entities]
        attrs = {"events": [asdict(frame) for frame in frames]}
        doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=spans, attrs=attrs)
        return doc

    def _frame(self, view: View, event: Span) -> EventFrame:
        sentence = Sentence(view, view.sentence_of[event.start])
        extent = event.start, event.end
        low, high = event.start - self._reach, event.end + self._reach
        near = sentence.times_near(event.start, extent, BESIDE + 1)
        times = [time for time in near if low < time.tokens[1] and time.tokens[0] < high]
        people = [
            (entity.start, entity.end)
            for entity in view.ents
            if entity.label_ == "PER" and sentence.start <= entity.start < sentence.end
        ]
        where = (
            self._inner_place(view, event)
            or sentence.place_near(event.end - 1, self._prepositions, BESIDE)
            or self._adjective_place(view, event)
        )
        when = times[0] if times else None
        return EventFrame(extent, when.characters if when else None, where, people, self._tense(sentence, when))

    def _inner_place(self, view: View, event: Span) -> Piece | None:
        """Return the place that the event's name ends in: `G7-Gipfel in Hiroshima`."""
        for index in range(event.start + 1, event.end - 1):
            if view.lower[index] in self._prepositions:
                return index + 1, event.end
        return None

    def _adjective_place(self, view: View, event: Span) -> Piece | None:
        """Return the place elsewhere in the article that an adjective before the name is made of: `die Kölner Gamescom`."""
        for index in range(max(0, event.start - 2), event.start + 1):
            word = view.text[index]
            if not word.endswith("er") or not word[:1].isupper() or view.tag[index] not in {"ADJA", "NN", "NE"}:
                continue
            stem = word.removesuffix("er")
            for entity in view.ents:
                place = view.text[entity.start]
                if (
                    entity.label_ == "LOC"
                    and len(stem) >= STEM
                    and place.startswith(stem)
                    and len(place) <= len(stem) + 2
                ):
                    return entity.start, entity.end
        return None

    def _tense(self, sentence: Sentence, when: Time | None) -> str:
        """Return the tense of the clause that a time stands in."""
        if when is None:
            return ""
        view = sentence.view
        clause = sentence.clause_at(when.tokens[0])
        finite = clause.finite
        if finite < 0:
            return ""
        participle = any(view.tag[index] in {"VVPP", "VAPP"} for index in range(clause.start, clause.end))
        if view.is_past(finite) or (participle and view.lemma[finite] in {"haben", "sein"}):
            return "past"
        return "future"


def get_events(doc: Doc) -> list[EventFrame]:
    """Return the event mentions of a document, in order; none when the component did not run."""
    if GROUP not in doc.spans:
        return []
    frames = []
    for plain in doc.spans[GROUP].attrs["events"]:
        when, where = (tuple(plain[key]) if plain[key] else None for key in ("when", "where"))
        people = [(start, end) for start, end in plain["participants"]]
        frames.append(EventFrame(tuple(plain["span"]), when, where, people, plain.get("tense", "")))
    return frames
