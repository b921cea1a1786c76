"""Metadata by the names that trafilatura, newspaper4k and other scrapers use, to those of `Article`."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from articlekit.errors import InputError
from articlekit.read.decode import normalise_text
from articlekit.records import Article, SummaryWarning

# In order of preference. `source` is a URL in trafilatura's JSON and a name elsewhere: see `_split_source`.
NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "doc_id", "uuid", "fingerprint"),
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline"),
    "date": ("date", "publish_date", "date_publish", "published", "published_at", "pubdate"),
    "source": (
        "sitename",
        "site_name",
        "meta_site_name",
        "source-hostname",
        "hostname",
        "source_domain",
        "publisher",
        "source",
    ),
    "url": ("url", "canonical_link", "canonical_url", "link", "source", "source_url"),
    "language": ("language", "lang", "meta_lang"),
}
TEXT_NAMES = ("text", "maintext", "content", "body", "article_text", "raw_text", "cleaned_text")
NO_TEXT_HINT = f"it needs one of {', '.join(TEXT_NAMES)}"
GERMAN_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}([T ].*)?")


def metadata_fields(record: Mapping[str, Any]) -> dict[str, str | None]:
    """Return the metadata of a record under the names of `Article`; names that are not there are None."""
    found: dict[str, str | None] = {}
    for field, names in NAMES.items():
        values = (_as_text(record.get(name)) for name in names)
        if field in ("source", "url"):
            values = (value for value in values if value and _is_url(value) == (field == "url"))
        found[field] = next((value for value in values if value), None)
    found["date"] = _iso_date(found["date"])
    return found


def article_of(
    record: Mapping[str, Any], where: str, default_id: str, warnings: tuple[SummaryWarning, ...], *, missing: str
) -> Article:
    """Return the article that a record is: its text field and its metadata.

    Args:
        record: values by name.
        where: file and number, for messages.
        default_id: for a record that has no id of its own.
        warnings: what its text had repaired or guessed.
        missing: what to say when there is no text.

    Raises:
        InputError: when there is none.
    """
    text = next((value for name in TEXT_NAMES if isinstance(value := record.get(name), str) and value.strip()), None)
    if text is None:
        raise InputError(missing, where=where, hint=NO_TEXT_HINT)
    fields = metadata_fields(record)
    fields["id"] = fields["id"] or default_id
    return Article(text=normalise_text(text), where=where, warnings=warnings, **fields)


def _is_url(value: str) -> bool:
    return value.startswith(("http://", "https://"))


def _as_text(value: object) -> str | None:
    if isinstance(value, list | tuple):
        return "; ".join(part for item in value if not isinstance(item, list) and (part := _as_text(item))) or None
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()
    if isinstance(value, str):
        return " ".join(normalise_text(value).split()) or None
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _iso_date(value: str | None) -> str | None:
    """Return an ISO date where the value is one or is a German numeric date; anything else is carried as it is."""
    if value is None or ISO_DATE.fullmatch(value):
        return value
    if match := GERMAN_DATE.fullmatch(value):
        day, month, year = map(int, match.groups())
        try:
            return datetime.date(year, month, day).isoformat()
        except ValueError:
            return value
    return value
