"""Metadata: many names, one field; dates are ISO where they can be."""

import datetime as dt
from typing import Any

import pytest

from articlekit.read.metadata import NAMES, metadata_fields


@pytest.mark.parametrize(("field", "name"), [(field, name) for field, names in NAMES.items() for name in names])
def test_every_known_name_is_read(field: str, name: str) -> None:
    """Each name gives its field, and no other one but for `source`, which can be a URL or a name."""
    value = {"url": "https://a.example/b", "date": "2025-10-02"}.get(field, "Wert")
    found = metadata_fields({name: value})
    assert {key: item for key, item in found.items() if item} == {field: value}


def test_the_first_name_wins() -> None:
    """An earlier name that is empty does not hide a later one."""
    assert metadata_fields({"headline": "Zwei", "title": "Eins"})["title"] == "Eins"
    assert metadata_fields({"headline": "Zwei", "title": " ", "id": None, "uuid": "u"})["title"] == "Zwei"


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2025-10-02", "2025-10-02"),
        ("2025-10-02T06:30:00+02:00", "2025-10-02T06:30:00+02:00"),
        ("2025-10-02 06:30:00", "2025-10-02 06:30:00"),
        ("2.10.2025", "2025-10-02"),
        ("02.10.2025", "2025-10-02"),
        ("31.2.2025", "31.2.2025"),
        ("vorgestern", "vorgestern"),
        (dt.date(2025, 10, 2), "2025-10-02"),
        (dt.datetime(2025, 10, 2, 6, 30), "2025-10-02T06:30:00"),
        (2025, "2025"),
        ("", None),
    ],
)
def test_dates(value: Any, date: str | None) -> None:
    """ISO dates stay, German ones become ISO, what is no date is carried as it is."""
    assert metadata_fields({"date": value})["date"] == date


@pytest.mark.parametrize(
    ("value", "author"),
    [
        (["Jörg Ähre", "Ute Übel"], "Jörg Ähre; Ute Übel"),
        ([], None),
        ([" ", None, "Ute  Übel\n"], "Ute Übel"),
        ("Jo\u0308rg", "Jörg"),
        ({"name": "Ute"}, None),
        (True, None),
        (7, "7"),
    ],
)
def test_authors(value: Any, author: str | None) -> None:
    """Lists are joined, white space and letters normalised; what is no text is nothing."""
    assert metadata_fields({"authors": value})["author"] == author


def test_source_can_be_a_url_or_a_name() -> None:
    """A URL under `source` is the article's address, a name is its source, and one does not hide the other."""
    both = metadata_fields({"source": "https://a.example/b", "publisher": "Blatt"})
    assert (both["url"], both["source"]) == ("https://a.example/b", "Blatt")
    name = metadata_fields({"source": "Blatt", "link": "http://a.example/b"})
    assert (name["url"], name["source"]) == ("http://a.example/b", "Blatt")
    assert metadata_fields({"source": "https://a.example/b"})["source"] is None


def test_no_metadata() -> None:
    """Every field is there, and None."""
    assert metadata_fields({}) == dict.fromkeys(NAMES)
