"""A long text is cut into chapters at its paragraphs, and all of it is in them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.recognise import chapters as module
from articlekit.recognise.chapters import chapters

LENGTH = 20
pieces = st.sampled_from(["Wort", " ", ". ", "\n", "\n\n", "ä", "!“ ", "Ein langes Wort", "\t", "😀"])


@pytest.fixture(autouse=True)
def short_chapters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHAPTER", LENGTH)


@given(st.lists(pieces, max_size=60).map("".join))
def test_chapters_are_the_whole_text(text: str) -> None:
    found = list(chapters(text))
    assert "".join(found) == text
    assert all(0 < len(chapter) <= LENGTH for chapter in found) or found == [""]
    assert len(found) <= 1 + 2 * len(text) // LENGTH


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Ein kurzer Text.", ["Ein kurzer Text."]),
        ("Zeile eins.\n\nA b. Zeile\nzwei", ["Zeile eins.\n\n", "A b. Zeile\nzwei"]),
        ("Zeile eins.\n \n  A. Zeile zwei", ["Zeile eins.\n \n  ", "A. Zeile zwei"]),
        ("Zeile eins.\nA b. Zeile zwei", ["Zeile eins.\n", "A b. Zeile zwei"]),
        ("„Zeile eins.“ A b, Zeile zwei", ["„Zeile eins.“ ", "A b, Zeile zwei"]),
        ("Zeile eins und Zeile zwei", ["Zeile eins ", "und Zeile zwei"]),
        ("Zeileeinsundzeilezweiunddrei", ["Zeileeinsundze", "ilezweiunddrei"]),
    ],
    ids=["short", "blank-line", "white-line", "line", "sentence", "word", "nowhere"],
)
def test_a_chapter_ends_at_the_best_break(text: str, cut: list[str]) -> None:
    assert list(chapters(text)) == cut


def test_chapters_are_of_like_length() -> None:
    found = [len(chapter) for chapter in chapters("Ab.\n\n" * 9)]
    assert found == [15, 15, 15]


@pytest.mark.parametrize("text", ["\n" * 200_000, "a" * 200_000, "\n" + " " * 200_000, ". " * 100_000])
def test_text_of_one_kind_is_cut_fast(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(module, "CHAPTER", 50_000)
    start = time.process_time()
    assert sum(map(len, chapters(text))) == len(text)
    assert time.process_time() - start < 5
