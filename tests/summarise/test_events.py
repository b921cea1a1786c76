"""Happenings and named events become one list of events, numbered in order of first mention."""

from articlekit.records import Event
from tests.builders import make_doc, recognised, summary_of

DATE = "2024-03-22"
HELD = """
    Am APPRART an
    Samstag NN =
    beginnt VVFIN beginnen root:0 +Mood=Ind|Tense=Pres
    in APPR = case:5
    Köln NE = obl:3 @LOC
    das ART =
    Forum NE = nsubj:3 sb:3 @EVT
    Digital NE = @EVT
    . $. =
"""
ADOPTED = """
    Am APPRART an
    Donnerstag NN =
    hat VAFIN haben aux:8
    der ART =
    Bundestag NN = nsubj:8 @ORG
    ein ART =
    Paket NN = obj:8
    beschlossen VVPP beschließen root:0
    . $. =
"""


def events_of(*sentences: str) -> tuple[Event, ...]:
    return summary_of(recognised(make_doc("\n\n".join(text.strip("\n") for text in sentences))), DATE).events


def test_happening_that_tells_a_named_event_is_one_event() -> None:
    [event] = events_of(HELD)
    assert (event.id, event.name, event.type, event.trigger) == ("evt1", "Forum Digital", "opening", "beginnt")
    assert (event.where, event.count, event.status) == ("Köln", 1, "planned")
    assert event.when
    assert event.when.start == event.when.end == "2024-03-23"


def test_happening_without_a_name() -> None:
    [event] = events_of(ADOPTED)
    assert (event.name, event.type, event.status, event.count) == (None, "adoption", "happened", 0)
    assert event.participants == ("Bundestag",)
    assert [(actor.id, actor.name, actor.role) for actor in event.actors] == [
        ("org1", "Bundestag", "agent"),
        (None, "Paket", "object"),
    ]
    assert event.when
    assert event.when.start == "2024-03-21"


def test_ids_count_both_kinds_in_order_of_first_mention() -> None:
    first, second = events_of(ADOPTED, HELD)
    assert [(event.id, event.type) for event in (first, second)] == [("evt1", "adoption"), ("evt2", "opening")]
    first, second = events_of(HELD, ADOPTED)
    assert [(event.id, event.type) for event in (first, second)] == [("evt1", "opening"), ("evt2", "adoption")]


def test_trigger_spans_lie_on_their_words() -> None:
    sentences = ADOPTED.strip("\n")
    text = make_doc(sentences).text
    [event] = events_of(sentences)
    assert [text[span.start : span.end] for span in event.trigger_spans] == ["beschlossen"]
