"""JSON and JSONL: a text field and metadata, by the names that scrapers use."""

import json
from io import BytesIO
from typing import Any

import pytest

from articlekit import Article, Problem
from articlekit.errors import InputError
from articlekit.read.from_json import read_json, read_jsonl
from tests.samples import ARTICLE, SENTENCE

# What trafilatura 2 writes with `--json --with-metadata`.
TRAFILATURA = {
    "title": "Streit über die Frist", "author": "Jörg Ähre; Ute Übel", "hostname": "technikblatt.example",
    "date": "2025-10-02", "fingerprint": "b2f1c07a", "id": None, "license": None, "comments": "",
    "raw_text": "Streit Die Ministerin sagte", "text": ARTICLE, "language": "de", "image": None, "pagetype": "article",
    "filedate": "2026-01-05", "source": "https://technikblatt.example/frist", "source-hostname": "Technikblatt",
    "excerpt": "Worum es geht.", "categories": "", "tags": "Recht",
}  # fmt: skip
# What newspaper4k's `Article.to_json` writes (its `article_json_fields`).
NEWSPAPER = {
    "url": "https://technikblatt.example/frist?utm=1", "read_more_link": "", "language": "de",
    "title": "Streit über die Frist", "top_image": "", "meta_img": "", "images": [], "movies": [], "keywords": [],
    "meta_keywords": [""], "tags": [], "authors": ["Jörg Ähre", "Ute Übel"],
    "publish_date": "2025-10-02T06:30:00+02:00",
    "summary": "", "meta_description": "", "meta_lang": "de", "meta_favicon": "", "meta_site_name": "Technikblatt",
    "canonical_link": "https://technikblatt.example/frist", "text": ARTICLE,
}  # fmt: skip


def read(data: Any, where: str = "ordner/a.json") -> list[Article | Problem]:
    """Return everything that the reader for the name gives."""
    raw = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
    return list((read_jsonl if where.endswith("jsonl") else read_json)(BytesIO(raw), where))


def jsonl(*records: Any) -> bytes:
    """Return records as lines; a string is a line as it is."""
    lines = (record if isinstance(record, str) else json.dumps(record) for record in records)
    return "".join(f"{line}\n" for line in lines).encode()


def test_trafilatura() -> None:
    """Its `source` is the URL, its `source-hostname` the name; the fingerprint stands in for the id."""
    assert read(TRAFILATURA) == [
        Article(
            text=ARTICLE,
            id="b2f1c07a",
            title="Streit über die Frist",
            author="Jörg Ähre; Ute Übel",
            date="2025-10-02",
            source="Technikblatt",
            url="https://technikblatt.example/frist",
            language="de",
        )
    ]


def test_newspaper() -> None:
    """Authors are a list, the date has a time, and there is no id: the file's name is it."""
    [article] = read(NEWSPAPER)
    assert isinstance(article, Article)
    assert (article.id, article.title, article.author) == ("a", "Streit über die Frist", "Jörg Ähre; Ute Übel")
    assert article.date == "2025-10-02T06:30:00+02:00"
    assert article.url == "https://technikblatt.example/frist?utm=1"
    assert (article.language, article.text) == ("de", ARTICLE)


def test_newspaper_site_name() -> None:
    """The site's name is the source."""
    [article] = read(NEWSPAPER)
    assert article.source == "Technikblatt"


@pytest.mark.parametrize("name", ["text", "maintext", "content", "body", "article_text", "raw_text", "cleaned_text"])
def test_names_of_the_text(name: str) -> None:
    """Each of the known names holds the text; an empty one before it does not hide it."""
    assert [item.text for item in read({"text": " ", name: SENTENCE})] == [SENTENCE]


def test_text_is_normalised_after_parsing() -> None:
    """Escapes in JSON are text like any other: NFC, LF."""
    assert [item.text for item in read(b'{"text": "u\\u0308ber\\r\\nUn\\u00adsinn"}')] == ["über\nUnsinn"]


def test_a_list_gives_one_article_each() -> None:
    """Records of a list are numbered from 1; a bad one is a problem with its number, and the others are read."""
    one, two, three = read([{"text": SENTENCE}, {"title": "ohne"}, {"id": 12, "text": SENTENCE}])
    assert (one.id, three.id) == ("a-1", "12")
    assert isinstance(two, Problem)
    assert two.where == "ordner/a.json[2]"
    assert two.hint.startswith("it needs one of text, ")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b'{"text": "a"', "ordner/a.json:1: broken JSON: Expecting ',' delimiter, column 13; mend that line"),
        (b'{\n"text": "a",\n}', "ordner/a.json:3: broken JSON: "),
        ({"title": "ohne"}, "ordner/a.json: there is no text field; it needs one of text, "),
        ({"text": 5}, "ordner/a.json: there is no text field; it needs one of text, "),
        (b'"nur Text"', "ordner/a.json: this is no JSON object; it needs a text field and metadata"),
        (b"  ", "ordner/a.json: the file is empty; it needs the text of an article"),
    ],
)
def test_broken_json_is_told(data: Any, line: str) -> None:
    """The message names the file, the line in it and the mend."""
    with pytest.raises(InputError) as caught:
        read(data)
    assert str(caught.value).startswith(line)


def test_a_broken_line_does_not_stop_the_others() -> None:
    """Each bad line is a problem with its number, blank lines counted; the articles keep order and ids."""
    records = ({"id": "x", "text": SENTENCE}, '{"text": "ab', "", {"text": SENTENCE}, "[1]", {"id": "z", "text": "Z."})
    data = jsonl(*records)
    items = read(data, "ordner/a.jsonl")
    assert [item.id for item in items if isinstance(item, Article)] == ["x", "a-4", "z"]
    assert [item.where for item in items if isinstance(item, Problem)] == ["ordner/a.jsonl:2", "ordner/a.jsonl:5"]
    assert str(items[1]).startswith("ordner/a.jsonl:2: broken JSON: ")
    assert items[1].hint == "mend that line; the others are done"


def test_jsonl_with_byte_order_mark_and_crlf() -> None:
    """What Windows programs write is read without a word."""
    data = b"\xef\xbb\xbf" + jsonl({"text": "Eins."}, {"text": "Zwei."}).replace(b"\n", b"\r\n")
    assert [item.text for item in read(data, "a.jsonl")] == ["Eins.", "Zwei."]


def test_jsonl_in_cp1252_carries_the_warning() -> None:
    """Each article says that its encoding was guessed."""
    [article] = read('{"text": "Über größere Gefahren"}\n'.encode("cp1252"), "a.jsonl")
    assert article.text == "Über größere Gefahren"
    assert [warning.code for warning in article.warnings] == ["encoding"]


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_empty_jsonl_is_refused(data: bytes) -> None:
    """No record at all is one mistake of the file."""
    with pytest.raises(InputError, match=r"^a\.jsonl: the file is empty; it needs one JSON object a line$"):
        read(data, "a.jsonl")


@pytest.mark.parametrize("where", ["a.json", "a.jsonl"])
@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("[" * 100_000, id="deep"),
        pytest.param('{"text": "Ja.", "n": ' + "1" * 5000 + "}", id="int"),
        pytest.param('{"text": "Ja \\ud800."}', id="half"),
        pytest.param('{"text": "Ja.", "title": NaN, "date": Infinity}', id="nan"),
        pytest.param('{"text": "Ja.", "text": null}', id="twice"),
    ],
)
def test_json_never_crashes(raw: str, where: str) -> None:
    """Whatever a line holds, the reader gives articles whose text is Unicode, problems, or an `InputError`."""
    try:
        items = read(raw.encode(), where)
    except InputError as error:
        assert error.where  # noqa: PT017  either way is right
    else:
        assert all(isinstance(item, Problem) or item.text.encode() for item in items)
