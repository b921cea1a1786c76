"""Quotation marks of all German styles pair up; a mark without a partner is a warning, never an exception."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from articlekit.recognise.claims.quotes import Quote, find_quotes
from articlekit.recognise.view import View
from tests.builders import claims_of, flat_doc, german, make_doc, recognised

MARKS = ["„", "“", "”", '"', "»", "«", "›", "‹", "‚", "‘", "’", "'", "``", "''"]


def doc_of(pieces: list[tuple[str, bool]]) -> Doc:
    doc = Doc(german().vocab, words=[word for word, _ in pieces], spaces=[space for _, space in pieces])
    for token in doc:
        token.tag_, token.lemma_, token.is_sent_start = "NN", token.text, token.i == 0
    return doc


def quotes_in(text: str) -> tuple[list[str], list[str]]:
    """Return the quotations of a text, marks included, and the marks without a partner."""
    doc = flat_doc(text)
    quotes, unclosed = find_quotes(View(doc))
    return [doc[quote.start : quote.end].text for quote in quotes], [doc[index].text for index in unclosed]


@pytest.mark.parametrize(
    "quoted",
    [
        *("„Ja, gut“", "„Ja, gut”", '„Ja, gut"', "»Ja, gut«", "«Ja, gut»", "“Ja, gut”", '"Ja, gut"', "‚Ja, gut‘"),
        *("‘Ja, gut’", "``Ja, gut''", "„Wie geht's?“", "„Das war’s.“", "„“"),
    ],
)
@pytest.mark.parametrize("frame", ["{}", "Er sagte: {}.", "({}) und", "Sie sagte {}, er nicht.", "Absatz\n\n{}\n\nNeu"])
def test_every_style_pairs_up_wherever_it_stands(quoted: str, frame: str) -> None:
    assert quotes_in(frame.format(quoted)) == ([quoted], [])


@pytest.mark.parametrize(("opening", "closing"), ["›‹", "‹›", "‚‘", "‚'", "»«"])
def test_single_marks_that_the_tokenizer_splits_pair_up(opening: str, closing: str) -> None:
    doc = doc_of([("Er", True), ("rief", True), (opening, False), ("ja", False), (closing, False)])
    assert find_quotes(View(doc)) == ([Quote(2, 5, 0)], [])


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("„Er sagte ‚ja‘ dazu“", ["„Er sagte ‚ja‘ dazu“", "‚ja‘"]),
        ("„Er sagte »ja« dazu“", ["„Er sagte »ja« dazu“", "»ja«"]),
        ("»Er sagte „ja“ dazu«", ["»Er sagte „ja“ dazu«", "„ja“"]),
        ('"Er sagte „ja“ dazu"', ['"Er sagte „ja“ dazu"', "„ja“"]),
        ("„Er sagte „ja“ dazu“", ["„Er sagte „ja“ dazu“", "„ja“"]),
        ("„Ja“, sagte er, „aber nein“", ["„Ja“", "„aber nein“"]),
        ("»Ja«, »nein« und «doch», «nie»", ["»Ja«", "»nein«", "«doch»", "«nie»"]),
        ('"Ja", sagte er, "nein"', ['"Ja"', '"nein"']),
        ('„Ja“ und »nein« und "doch"', ["„Ja“", "»nein«", '"doch"']),
    ],
)
def test_nested_and_mixed_styles(text: str, quotes: list[str]) -> None:
    assert quotes_in(text) == (quotes, [])


@pytest.mark.parametrize(
    ("text", "quotes", "unclosed"),
    [
        ("„Das bleibt offen.", [], ["„"]),
        ("Er sagte »offen", [], ["»"]),
        ("„Offen\n\nDer nächste Absatz hat „ein Zitat“.", ["„ein Zitat“"], ["„"]),
        ("Nur zu“ und weiter", [], []),
        ('Ein 5" großer Schirm und 6" dazu', [], []),
        ("So geht’s, wenn’s läuft", [], []),
    ],
)
def test_a_mark_without_partner(text: str, quotes: list[str], unclosed: list[str]) -> None:
    """An opening mark ends with its paragraph; inch signs and apostrophes open nothing."""
    assert quotes_in(text) == (quotes, unclosed)


@pytest.mark.parametrize("opening", ["„", "»"])
def test_a_speech_goes_on_in_the_next_paragraph(opening: str) -> None:
    closing = {"„": "“", "»": "«"}[opening]
    text = f"{opening}Erster Absatz.\n\n{opening}Zweiter Absatz.{closing}"
    assert quotes_in(text) == ([f"{opening}Erster Absatz.", f"{opening}Zweiter Absatz.{closing}"], [])


def test_an_unclosed_mark_is_a_warning_span() -> None:
    doc = recognised(flat_doc("„Das bleibt offen, sagte sie."))
    assert [(span.text, span.label_, span.start_char) for span in doc.spans["articlekit_warnings"]] == [
        ("„", "unclosed-quote", 0)
    ]


def test_a_closed_text_has_no_warning() -> None:
    assert list(recognised(flat_doc("„Ja“, sagte sie.")).spans["articlekit_warnings"]) == []


def test_straight_marks_inside_low_marks() -> None:
    assert quotes_in('„Er sagte "ja" dazu“')[0] == ['„Er sagte "ja" dazu“', '"ja"']


def test_a_mark_inside_a_hyphenated_compound() -> None:
    assert quotes_in("Das „Smart City“-Projekt läuft.")[1] == []


def test_an_unclosed_mark_does_not_hide_the_next_quotation() -> None:
    table = """
        „ $( =
        Wir PPER wir nsubj:3
        bauen VVFIN = root:0
        . $. =

        „ $( =
        Wir PPER wir nsubj:3
        planen VVFIN = ccomp:7
        viel PIS = obj:3
        “ $( =
        , $, =
        sagte VVFIN sagen root:0
        Durow NE = nsubj:7 @PER
        . $. =
        """
    claims = claims_of(recognised(make_doc(table)))
    assert [(claim.form, claim.text) for claim in claims] == [("direct", "„Wir planen viel“")]


OTHERS = ["Wort", "sagte", ".", ",", ":", "-", "\n", "\n\n", "(", ")"]
PIECES = st.lists(st.tuples(st.sampled_from([*MARKS, *OTHERS]), st.booleans()))


@settings(max_examples=200, deadline=None)
@given(PIECES)
def test_any_sequence_gives_well_nested_quotes(pieces: list[tuple[str, bool]]) -> None:
    doc = doc_of(pieces)
    quotes, unclosed = find_quotes(View(doc))
    edges = [index for quote in quotes for index in ([quote.start, quote.end - 1] if quote.closed else [quote.start])]
    assert len({*edges, *unclosed}) == len(edges) + len(unclosed), "a mark is used once"
    for number, one in enumerate(quotes):
        low, high = one.inner
        assert one.start < low <= high <= one.end <= len(doc)
        for other in quotes[number + 1 :]:
            assert one.end <= other.start or other.end <= one.end, "quotes lie apart or one in the other"
            assert other.level > one.level or one.end <= other.start
    assert not any("\n" in token.text for quote in quotes for token in doc[quote.start : quote.end])


@settings(max_examples=60, deadline=None)
@given(PIECES)
def test_the_claims_component_takes_any_sequence(pieces: list[tuple[str, bool]]) -> None:
    doc = recognised(doc_of(pieces))
    unclosed = find_quotes(View(doc))[1]
    assert [span.start for span in doc.spans["articlekit_warnings"]] == unclosed
