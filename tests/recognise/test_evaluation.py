"""Words of evaluation are found by lemma or form, phrases as they stand, among the tokens that are asked for."""

import pytest

from articlekit.recognise.evaluation import Marker, Markers
from articlekit.recognise.lexicon import load_lexicons
from articlekit.recognise.view import View
from tests.builders import make_doc

LEXICON = {
    "evaluation": {
        "negative": {"strong": "Irrweg verheerend", "weak": "Risiko", "phrases": ["kein gutes haar", "nein, danke"]},
        "demand": {"weak": "müssen", "phrases": ["höchste zeit"]},
        "risk": {"strong": "Risiko"},
    }
}
SENTENCE = """
    Die ART der
    Risiken NN Risiko
    des ART der
    Irrwegs NN Irrweg
    müssen VMFIN =
    enden VVINF =
    , $, =
    es PPER =
    ist VAFIN sein
    höchste ADJA hoch
    Zeit NN =
    . $. =
    """


def found_in(table: str, *stretches: tuple[int, int]) -> list[tuple[str, str, str]]:
    view = View(make_doc(table))
    tokens = [index for start, end in stretches or ((0, len(view)),) for index in range(start, end)]
    return [(marker.kind, marker.strength, marker.text) for marker in Markers(LEXICON).find(view, tokens)]


def test_words_by_lemma_and_phrases_in_the_order_of_the_text() -> None:
    assert found_in(SENTENCE) == [
        ("negative", "weak", "Risiken"),
        ("risk", "strong", "Risiken"),
        ("negative", "strong", "Irrwegs"),
        ("demand", "weak", "müssen"),
        ("demand", "phrase", "höchste Zeit"),
    ]


@pytest.mark.parametrize(
    ("row", "known"),
    [
        ("Irrweg NN =", True),
        ("IRRWEG NN Irrweg", True),
        ("Irrweg NN Weg", True),
        ("verheerenden ADJA verheerend", True),
        ("Verheerend ADJD =", True),
        ("Irrwege NN =", False),
        ("Irrwegweiser NN =", False),
    ],
)
def test_a_word_counts_once_by_lemma_or_form_in_any_case(row: str, known: bool) -> None:
    """A form that is no lemma and has none of the lexicon's is no marker, nor is a compound."""
    assert [kind for kind, _, _ in found_in(row)] == ["negative"] * known


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("Nein PTKANT =\n, $, =\ndanke PTKANT =", "Nein , danke"),
        ("Kein PIAT =\ngutes ADJA gut\nHaar NN =", "Kein gutes Haar"),
        ("Kein PIAT =\ngutes ADJA gut", None),
        ("Kein PIAT =\nso ADV =\ngutes ADJA gut\nHaar NN =", None),
        ("Keine PIAT kein\ngute ADJA gut\nHaare NN Haar", None),
    ],
    ids=["with-comma", "capital", "cut-off", "parted", "other-forms"],
)
def test_a_phrase_is_found_as_it_stands(table: str, text: str | None) -> None:
    assert found_in(table) == ([("negative", "phrase", text)] if text else [])


def test_only_the_tokens_that_are_asked_for_count() -> None:
    assert found_in(SENTENCE, (0, 3)) == [("negative", "weak", "Risiken"), ("risk", "strong", "Risiken")]
    assert found_in(SENTENCE, (7, 10)) == []
    assert found_in(SENTENCE, (0, 0)) == []


def test_a_phrase_goes_over_the_gap_between_two_pieces() -> None:
    """What a frame interrupts is one claim: `höchste, sagte X, Zeit`."""
    table = "höchste ADJA =\n, $, =\nsagte VVFIN sagen\nUte NE =\n, $, =\nZeit NN ="
    assert found_in(table, (0, 1), (5, 6)) == [("demand", "phrase", "höchste Zeit")]
    assert found_in(table) == []


def test_a_marker_is_what_stands_in_the_text() -> None:
    view = View(make_doc("Irrwege NN Irrweg"))
    assert Markers(LEXICON).find(view, iter([0])) == [Marker("negative", "strong", "Irrwege")]


@pytest.mark.parametrize("kind", sorted(load_lexicons()["evaluation"]))
def test_no_shipped_word_is_strong_and_weak_at_once(kind: str) -> None:
    entry = load_lexicons()["evaluation"][kind]
    strong, weak = (set(entry.get(strength, "").split()) for strength in ("strong", "weak"))
    assert strong & weak == set()
    assert strong | weak


@pytest.mark.parametrize("kind", sorted(load_lexicons()["evaluation"]))
def test_every_shipped_phrase_is_found(kind: str) -> None:
    """A phrase that the tokenizer cuts otherwise would be a dead entry."""
    markers = Markers(load_lexicons())
    for phrase in load_lexicons()["evaluation"][kind].get("phrases", ()):
        words = phrase.replace(",", " ,").split()
        view = View(make_doc("\n".join(f"{word} XY =" for word in words)))
        assert (kind, "phrase") in {(marker.kind, marker.strength) for marker in markers.find(view, range(len(words)))}
