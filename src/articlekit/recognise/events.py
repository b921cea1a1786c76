"""Named events with the date, place and people that stand by them in the text."""

from dataclasses import asdict, dataclass

from spacy.tokens import Doc, Span, SpanGroup

from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.times import find_times
from articlekit.recognise.view import View

GROUP = "articlekit_events"
Piece = tuple[int, int]


@dataclass(slots=True)
class EventFrame:
    """One mention of a named event; token positions, but `when` in characters."""

    span: Piece
    when: Piece | None
    where: Piece | None
    participants: list[Piece]


class EventsComponent:
    """Finds what belongs to named events; registered as `articlekit_events`. Comes after entities."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._prepositions = words(lexicons["place_prepositions"])
        self._reach: int = lexicons["event_reach"]

    def __call__(self, doc: Doc) -> Doc:
        """Set the span group `articlekit_events`, one span for each mention, details in its attributes."""
        entities = [entity for entity in doc.ents if entity.label_ == "EVT"]
        view = View(doc) if entities else None
        frames = [self._frame(view, entity) for entity in entities if view]
        spans = [Span(doc, entity.start, entity.end, label="EVT") for entity in entities]
        attrs = {"events": [asdict(frame) for frame in frames]}
        doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=spans, attrs=attrs)
        return doc

    def _frame(self, view: View, event: Span) -> EventFrame:
        doc = view.doc
        first, last = view.sentences[view.sentence_of[event.start]]
        low, high = max(first, event.start - self._reach), min(last, event.end + self._reach)
        left = doc[low].idx
        near = [(left + start, left + end) for start, end in find_times(doc[low:high].text)]
        near.sort(key=lambda time: min(abs(time[0] - event.end_char), abs(event.start_char - time[1])))
        beside = [entity for entity in view.ents if first <= entity.start < last]
        places = [
            entity
            for entity in beside
            if entity.label_ == "LOC"
            and low <= entity.start < high
            and entity.start > first
            and view.lower[entity.start - 1] in self._prepositions
        ]
        places.sort(key=lambda place: (place.start < event.start, abs(place.start - event.start)))
        people = [(entity.start, entity.end) for entity in beside if entity.label_ == "PER"]
        where = (places[0].start, places[0].end) if places else None
        return EventFrame((event.start, event.end), near[0] if near else None, where, people)


def get_events(doc: Doc) -> list[EventFrame]:
    """Return the event mentions of a document, in order; none when the component did not run."""
    if GROUP not in doc.spans:
        return []
    frames = []
    for plain in doc.spans[GROUP].attrs["events"]:
        when, where = (tuple(plain[key]) if plain[key] else None for key in ("when", "where"))
        people = [(start, end) for start, end in plain["participants"]]
        frames.append(EventFrame(tuple(plain["span"]), when, where, people))
    return frames
