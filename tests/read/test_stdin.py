"""Standard input: the format is recognised from the first bytes, and articles come as soon as they are there."""

import io
import json
import os
from collections.abc import Iterable

import pytest

from articlekit import Article, Problem, read_articles
from tests.samples import ARTICLE, FRONT_MATTER, SENTENCE

RECORD = {"id": "x", "text": SENTENCE}


class Pieces(io.RawIOBase):
    """A pipe whose writer writes piece by piece."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = list(pieces)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:
        piece = self._pieces.pop(0) if self._pieces else b""
        now, later = piece[: len(buffer)], piece[len(buffer) :]
        if later:
            self._pieces.insert(0, later)
        buffer[: len(now)] = now
        return len(now)


def read(*pieces: bytes) -> list[Article | Problem]:
    """Return everything that comes from a standard input of these pieces."""
    return list(read_articles(["-"], stdin=io.BufferedReader(Pieces(pieces))))


def test_text() -> None:
    """Plain text is one article, called stdin, without a source."""
    assert read(ARTICLE.encode()) == [Article(text=ARTICLE, id="stdin")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_text_in_other_encodings(encoding: str) -> None:
    """Recognising the format does not hinder recognising the encoding."""
    assert [item.text for item in read(ARTICLE.encode(encoding))] == [ARTICLE]


@pytest.mark.parametrize("text", ["[Update] Die Lage.", "– so heißt es.", "--- nur ein Strich", "- Punkt\n- Punkt"])
def test_text_that_looks_like_a_format(text: str) -> None:
    """A bracket or a dash at the beginning is text."""
    assert [item.text for item in read(text.encode())] == [text]


def test_front_matter() -> None:
    """Text with front matter is read like a Markdown file."""
    [article] = read((FRONT_MATTER + ARTICLE).encode())
    assert (article.id, article.date, article.text) == ("frist-7", "2025-10-02", ARTICLE)


@pytest.mark.parametrize("indent", [None, 2], ids=["one-line", "pretty"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\n "])
def test_json_object(indent: int | None, mark: bytes) -> None:
    """One object is one article, on one line or pretty-printed, with or without a byte order mark."""
    assert read(mark + json.dumps(RECORD, indent=indent).encode()) == [Article(id="x", text=SENTENCE)]


@pytest.mark.parametrize("indent", [None, 2], ids=["one-line", "pretty"])
def test_json_list(indent: int | None) -> None:
    """A list is one article for each record."""
    data = json.dumps([RECORD, {"text": "Zwei."}], indent=indent).encode()
    assert [item.id for item in read(data)] == ["x", "stdin-2"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_jsonl(mark: bytes) -> None:
    """One object a line is one article a line."""
    data = mark + json.dumps(RECORD).encode() + b'\n{"text": "Zwei."}\n\n{"id": "z", "text": "Drei."}'
    assert [item.id for item in read(data)] == ["x", "stdin-2", "z"]


@pytest.mark.parametrize("first", [b'{"text": "a" "b"}', b'{"text": }', b'{"title": "ohne"}'])
def test_jsonl_whose_first_line_is_broken(first: bytes) -> None:
    """The first line is told by its number, and the others are read."""
    items = read(first + b"\n" + json.dumps(RECORD).encode() + b"\n")
    assert [item.id if isinstance(item, Article) else item.where for item in items] == ["stdin:1", "x"]


def test_jsonl_whose_first_line_is_cut_off() -> None:
    """A first line without its end costs that line only."""
    line = json.dumps(RECORD).encode() + b"\n"
    items = read(b'{"text": "abgeschn\n' + line + line)
    assert [item.id if isinstance(item, Article) else item.where for item in items] == ["stdin:1", "x", "x"]


def test_the_first_article_comes_before_the_last_is_written() -> None:
    """JSONL streams: an article is there when its line is, and waits for no other."""
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stdin, os.fdopen(writing, "wb", buffering=0) as out:
        articles = read_articles(["-"], stdin=stdin)
        for name in ("eins", "zwei"):
            out.write(json.dumps({"id": name, "text": SENTENCE}).encode() + b"\n")
            assert next(articles).id == name
        out.close()
        assert list(articles) == []


@pytest.mark.parametrize(
    ("pieces", "name"),
    [
        ([b"---\n", b"id: vorn\n---\nText."], "vorn"),
        ([b"---\nid: vorn\n", b"---\nText."], "vorn"),
        ([b"[\n", b'{"id": "drin", "text": "Ja."}]'], "drin"),
        ([b"\n", b'{"id": "drin", "text": "Ja."}'], "drin"),
        ([b"\xef", b'\xbb\xbf{"id": "drin", "text": "Ja."}'], "drin"),
        ([b"---\nid: vorn\nnote: " + b"x" * 9000, b"\n---\nText."], "vorn"),
    ],
    ids=["fence", "open-front-matter", "bracket", "blank", "mark", "long-front-matter"],
)
def test_the_format_does_not_depend_on_how_a_pipe_is_filled(pieces: list[bytes], name: str) -> None:
    """The same bytes are the same articles, whether they come at once or in pieces."""
    assert [item.id for item in read(*pieces)] == [name]
    assert read(*pieces) == read(b"".join(pieces))
