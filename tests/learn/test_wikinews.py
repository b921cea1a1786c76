"""Quotation gold is read as it stands, and a file that is something else is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from articlekit.errors import GoldError
from articlekit.learn.quotations import FORMS
from articlekit.learn.wikinews import FORM_NAMES, is_wikinews, read_wikinews

from .news import Seen, annotation, news_json, seen, tokens_of, write_news

TEXT = "„Ja“, sagte Kim 😀 dem Rat."
MARKED = annotation(quote=[0, 1, 2], cue=[4], speaker=[5], frame=[4, 5, 7, 8], addressee=[7, 8])
WHOLE = news_json(TEXT, MARKED)


def test_article_is_read_with_tokens_and_quotations(tmp_path: Path) -> None:
    path = write_news(tmp_path / "a.json", TEXT, MARKED)
    [(name, news)] = read_wikinews(path).items()
    assert (name, news.article.id, news.article.text, news.article.language) == ("a.json", "n1", TEXT, "de")
    assert news.tokens == tokens_of(TEXT)
    assert [seen(TEXT, quotation) for quotation in news.quotations] == [
        Seen("direct", "„ Ja “", "Kim", "sagte", "sagte Kim dem Rat", "dem Rat")
    ]


def test_every_type_has_its_form(tmp_path: Path) -> None:
    path = write_news(tmp_path / "a.json", TEXT, *(annotation(name, quote=[1]) for name in FORM_NAMES))
    assert tuple(quotation.form for quotation in read_wikinews(path)["a.json"].quotations) == FORMS


def test_article_without_quotations_is_one(tmp_path: Path) -> None:
    assert read_wikinews(write_news(tmp_path / "a.json", TEXT))["a.json"].quotations == []


def test_folder_is_read_with_those_below_it(tmp_path: Path) -> None:
    for name in ("b.json", "sub/c.json", "a.json"):
        write_news(tmp_path / name, TEXT)
    (tmp_path / "notes.txt").write_text("{", encoding="utf-8")
    assert list(read_wikinews(tmp_path)) == ["a.json", "b.json", "sub/c.json"]


def test_files_of_one_name_are_all_read(tmp_path: Path) -> None:
    for name in ("x/a.json", "y/a.json"):
        write_news(tmp_path / name, TEXT)
    assert list(read_wikinews(tmp_path)) == ["x/a.json", "y/a.json"]


def test_folder_without_quotations_is_told(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no quotations here"):
        read_wikinews(tmp_path)


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in WHOLE.items() if name != key}


def annotated(**changes: Any) -> dict[str, Any]:
    return WHOLE | {"annotations": [MARKED | changes]}


BROKEN = {
    "a list": [WHOLE],
    "null": None,
    "no text": without("originalText"),
    "no name": without("documentName"),
    "no tokens": without("tokens"),
    "no annotations": without("annotations"),
    "null tokens": WHOLE | {"tokens": None},
    "a token that is a number": WHOLE | {"tokens": [0, 1]},
    "a token without end": WHOLE | {"tokens": [{"charBegin": 0}]},
    "null annotations": WHOLE | {"annotations": None},
    "an annotation that is a number": WHOLE | {"annotations": [1]},
    "unknown type": annotated(type="Loud"),
    "no type": WHOLE | {"annotations": [{key: part for key, part in MARKED.items() if key != "type"}]},
    "a type that is a list": annotated(type=[]),
    "no quote": WHOLE | {"annotations": [{key: part for key, part in MARKED.items() if key != "quote"}]},
    "no addressee": WHOLE | {"annotations": [{key: part for key, part in MARKED.items() if key != "addressee"}]},
    "null speaker": annotated(speaker=None),
    "a cue without token numbers": annotated(cue={}),
    "null token numbers": annotated(frame={"tokenIds": None}),
    "token numbers in words": annotated(cue={"tokenIds": "01"}),
    "a token that is not there": annotated(cue={"tokenIds": [10_000]}),
    "a token before the first": annotated(cue={"tokenIds": [-1]}),
    "a text that is a number": WHOLE | {"originalText": 5},
    "a token without a place": WHOLE | {"tokens": [{"charBegin": None, "charEnd": 1}]},
    "a token behind the text": WHOLE | {"tokens": [{"charBegin": 0, "charEnd": 10_000}]},
}
NO_JSON = {
    "empty": b"",
    "open": b'{"originalText": "Ja',
    "words": b"Ja.",
    "binary": b"\xff\xfe\x00",
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize(
    "content",
    [*NO_JSON.values(), *(json.dumps(plain).encode() for plain in BROKEN.values())],
    ids=[*NO_JSON, *BROKEN],
)
def test_what_has_another_format_is_told_with_its_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(GoldError, match="cannot be read as quotations") as caught:
        read_wikinews(path)
    assert caught.value.where == str(path)
    assert "originalText, tokens and annotations" in str(caught.value)


def test_broken_file_of_a_folder_is_the_one_that_is_told(tmp_path: Path) -> None:
    write_news(tmp_path / "a.json", TEXT)
    (tmp_path / "b.json").write_text("{", encoding="utf-8")
    with pytest.raises(GoldError, match=r"b\.json: cannot be read"):
        read_wikinews(tmp_path)


@pytest.mark.parametrize("name", ["fehlt.json", "ordner.json"])
def test_what_cannot_be_opened_is_told(tmp_path: Path, name: str) -> None:
    """Also a folder below that is named like a file."""
    (tmp_path / "ordner.json").mkdir()
    with pytest.raises(GoldError, match=r"\.json: cannot be read"):
        read_wikinews(tmp_path if name == "ordner.json" else tmp_path / name)


@pytest.mark.parametrize(
    ("files", "path", "wanted"),
    [
        (("a.json",), "a.json", True),
        (("a.xml",), "a.xml", False),
        (("sub/a.json",), ".", True),
        (("sub/a.xml",), ".", False),
        (("sub/a.xml", "floors.json"), ".", False),
        ((), ".", False),
        ((), "fehlt", False),
    ],
)
def test_wikinews_is_told_by_its_file_names(tmp_path: Path, files: tuple[str, ...], path: str, wanted: bool) -> None:
    for name in files:
        write_news(tmp_path / name, TEXT)
    assert is_wikinews(tmp_path / path) is wanted
