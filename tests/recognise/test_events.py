"""Named events get the date, the place and the people that stand beside them in their sentence."""

from typing import NamedTuple

import pytest
from spacy.tokens import Doc

from articlekit.recognise.events import get_events
from articlekit.recognise.times import find_times
from tests.builders import flat_doc, german, make_doc, recognised, words_at


class Found(NamedTuple):
    event: str | None
    when: str | None = None
    where: str | None = None
    people: tuple[str | None, ...] = ()


def events_of(doc: Doc) -> list[Found]:
    return [
        Found(
            words_at(doc, frame.span),
            doc.text[slice(*frame.when)] if frame.when else None,
            words_at(doc, frame.where),
            tuple(words_at(doc, piece) for piece in frame.participants),
        )
        for frame in get_events(doc)
    ]


def events_in(text: str, *names: tuple[str, str]) -> list[Found]:
    return events_of(recognised(flat_doc(text, names=names), "events"))


FORUM = ("EVT", "Forum Digital")


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Das Forum Digital begann.", [FORUM], Found("Forum Digital")),
        (
            "Es lief vom 2. bis 4. Oktober das Forum Digital in Astana mit Pawel Durow und Kai-Fu Lee.",
            [FORUM, ("LOC", "Astana"), ("PER", "Pawel Durow"), ("PER", "Kai-Fu Lee")],
            Found("Forum Digital", "vom 2. bis 4. Oktober", "Astana", ("Pawel Durow", "Kai-Fu Lee")),
        ),
        ("Astana war beim Forum Digital dabei.", [FORUM, ("LOC", "Astana")], Found("Forum Digital")),
        ("In Astana lief das Forum Digital.", [FORUM, ("LOC", "Astana")], Found("Forum Digital", None, "Astana")),
        (
            "In Bonn warb man für das Forum Digital in Astana.",
            [("LOC", "Bonn"), FORUM, ("LOC", "Astana")],
            Found("Forum Digital", None, "Astana"),
        ),
        (
            "Nach dem 1. Mai lief ein Film, am 3. Mai das Forum Digital.",
            [FORUM],
            Found("Forum Digital", "am 3. Mai"),
        ),
        (
            "Erst am 1. Mai " + "und danach " * 12 + "lief das Forum Digital in einem Saal.",
            [FORUM],
            Found("Forum Digital"),
        ),
    ],
)
def test_what_stands_beside_an_event(text: str, names: list[tuple[str, str]], expected: Found) -> None:
    """The nearest date counts; a place needs its preposition, and one behind the event wins."""
    assert events_in(text, *names) == [expected]


def test_other_sentences_give_nothing() -> None:
    table = """
        Forum NE = @EVT
        endet VVFIN =
        . $. =

        Durow NE = @PER
        fliegt VVFIN =
        am APPRART an
        Montag NN =
        nach APPR =
        Astana NE = @LOC
        . $. =
        """
    assert events_of(recognised(make_doc(table), "events")) == [Found("Forum")]


def test_each_mention_of_an_event_has_its_own_frame_and_span() -> None:
    doc = recognised(flat_doc("Gipfel und Messe, sonst nichts.", names=(("EVT", "Gipfel"), ("EVT", "Messe"))), "events")
    assert [found.event for found in events_of(doc)] == ["Gipfel", "Messe"]
    assert [(span.text, span.label_) for span in doc.spans["articlekit_events"]] == [
        ("Gipfel", "EVT"),
        ("Messe", "EVT"),
    ]


def test_other_names_are_no_events() -> None:
    assert events_in("Durow war in Astana.", ("PER", "Durow"), ("LOC", "Astana")) == []


def test_a_document_without_the_component_has_no_events() -> None:
    assert get_events(german().make_doc("Das Forum Digital begann.")) == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("vom 2. bis 4. Oktober in Astana", ["vom 2. bis 4. Oktober"]),
        ("vom 30. September bis zum 2. Oktober 2025", ["vom 30. September bis zum 2. Oktober 2025"]),
        ("am 2. und 3. Mai", ["am 2. und 3. Mai"]),
        ("am 3. März 2024, am 04.05.2024", ["am 3. März 2024", "am 04.05.2024"]),
        ("im Mai und Ende Juni 2024", ["im Mai", "Ende Juni 2024"]),
        ("Oktober 2025", ["Oktober 2025"]),
        ("im Jahr 2025 und seit 2019", ["im Jahr 2025", "seit 2019"]),
        (
            "am Montag, am kommenden Dienstag, am vergangenen Sonnabend",
            ["am Montag", "am kommenden Dienstag", "am vergangenen Sonnabend"],
        ),
        ("Artikel 5, 30 Prozent, Version 3.2, 12. Sitzung", []),
        ("Der Mai 1945 kam.", ["Mai 1945"]),
        ("Vom 2. bis 4. Oktober lief es. Am 3. Mai auch.", ["Vom 2. bis 4. Oktober", "Am 3. Mai"]),
        ("Am Montag war es. Im Mai 2024 endet es. Seit 2019 läuft es.", ["Am Montag", "Im Mai 2024", "Seit 2019"]),
        ("", []),
    ],
)
def test_expressions_of_time(text: str, times: list[str]) -> None:
    assert [text[start:end] for start, end in find_times(text)] == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        pytest.param(
            "es läuft am 2.–4. Mai 2024",
            ["am 2.–4. Mai 2024"],
        ),
        pytest.param("Er lebt im Maintal.", []),
    ],
)
def test_expressions_of_time_to_be_mended(text: str, times: list[str]) -> None:
    assert [text[start:end] for start, end in find_times(text)] == times
