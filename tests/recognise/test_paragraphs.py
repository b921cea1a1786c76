"""Where the text's form says that a sentence starts, or that none does, before any parser."""

import pytest
import spacy

from articlekit.recognise.paragraphs import mark_paragraphs

NLP = spacy.blank("de")


def marked(text: str, value: bool) -> list[str]:
    """Return the tokens whose sentence start is set to a value; the first one's always is."""
    return [token.text for token in mark_paragraphs(NLP(text))[1:] if token.is_sent_start is value]


def test_a_blank_line_starts_a_sentence() -> None:
    assert marked("Neue Regeln\n\nDie Kommission handelt.", True) == ["Die"]


@pytest.mark.parametrize(
    ("text", "no_start"),
    [
        ("Er rief: „Ja!“ Dann ging er.", ["rief", "Ja", "“", "ging", "er"]),
        ("Er rief: »Ja!« Dann ging er.", ["rief", "Ja", "«", "ging", "er"]),
        ('Er rief: "Ja!" Dann ging er.', ["rief", "Ja", '"', "ging", "er"]),
        ("Ein „Fehler“.", ["Fehler", "“"]),
    ],
)
def test_quotation_marks_stay_with_their_sentence(text: str, no_start: list[str]) -> None:
    assert marked(text, False) == no_start


@pytest.mark.parametrize(
    ("text", "start"), [("Er schwieg. „Nein“, sagte sie.", ["„"]), ("Er nannte es »gut« und ging.", [])]
)
def test_an_opening_mark_after_a_full_stop_starts_a_sentence(text: str, start: list[str]) -> None:
    assert marked(text, True) == start


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert "Plan" not in marked("Das war’s dann mit Ivanhoe’s Plan.", False)


def test_a_small_letter_after_no_mark_starts_no_sentence() -> None:
    assert marked("Laut WHO sollen Millionen krank sein. der Rest nicht", False) == ["sollen", "krank", "sein", "nicht"]


def test_text_without_marks_and_breaks_is_left_alone() -> None:
    assert marked("Ein Satz. Noch ein Satz.", True) == []
