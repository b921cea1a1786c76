"""Sources are read in the order given, each by its suffix, and a bad one is a problem among the articles."""

from pathlib import Path

import pytest

from articlekit import Article, Problem, read_articles
from tests.samples import ARTICLE, SENTENCE


def test_order_and_problems(tmp_path: Path) -> None:
    """A source that cannot be read stands where its article would."""
    (tmp_path / "a.TXT").write_text(ARTICLE, "utf-8")
    (tmp_path / "b.jsonl").write_text('{"id": "x", "text": "Ja."}\n', "utf-8")
    first, second, third = read_articles([tmp_path / "a.TXT", tmp_path / "fehlt.md", str(tmp_path / "b.jsonl")])
    assert first == Article(text=ARTICLE, id="a", source="a.TXT")
    assert second == Problem(
        where=str(tmp_path / "fehlt.md"), code="input", message="no such file", hint="check the path"
    )
    assert third.id == "x"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a.odt", "unknown format .odt; known formats are .txt, .md, "),
        ("README", "a file without a suffix has no known format; known formats are .txt, "),
        ("fehlt", "no such file"),
        ("ordner.txt", "this is a folder; for every article below it: articlekit batch "),
    ],
)
def test_what_is_no_article(tmp_path: Path, name: str, message: str) -> None:
    """The problem says what the source is and what to do."""
    (tmp_path / "a.odt").write_bytes(SENTENCE.encode())
    (tmp_path / "README").write_bytes(SENTENCE.encode())
    (tmp_path / "ordner.txt").mkdir()
    [problem] = read_articles([tmp_path / name])
    assert str(problem).startswith(f"{tmp_path / name}: {message}")


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    """A file later in the list need not be there yet."""
    (tmp_path / "a.txt").write_text("Eins.", "utf-8")
    articles = read_articles([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert next(articles).text == "Eins."
    (tmp_path / "b.txt").write_text("Zwei.", "utf-8")
    assert next(articles).text == "Zwei."
