"""The contract: plain data and back, and the schema that holds for everything that is written."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import jsonschema
import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit import Extractor, Summary
from articlekit.codec import from_plain, json_schema, to_plain
from articlekit.records import SummaryWarning
from articlekit.sections import SECTIONS
from tests.samples import ARTICLE, CLAIM
from tests.strategies import summaries

VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def keys_and_values(plain: Any) -> Iterator[tuple[str, Any]]:
    """Yield every key with its value, at any depth."""
    if isinstance(plain, dict):
        for key, value in plain.items():
            yield key, value
            yield from keys_and_values(value)
    elif isinstance(plain, list):
        for item in plain:
            yield from keys_and_values(item)


def test_the_schema_is_one() -> None:
    """It is of the draft it names, and calls itself by the name that stands in every summary."""
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json_schema()["$id"] == "articlekit/1"


@given(summaries, st.none() | st.sets(st.sampled_from(SECTIONS)), st.booleans())
def test_every_summary_is_of_the_schema(summary: Summary, only: set[str] | None, brief: bool) -> None:
    """Whole, brief or in part, what is written validates and can be read."""
    plain = to_plain(summary, only=only, brief=brief)
    VALIDATOR.validate(plain)
    again = from_plain(plain)
    assert to_plain(again, only=only, brief=brief) == plain
    assert [name for name in SECTIONS if name in plain] == [name for name in SECTIONS if only is None or name in only]


@given(summaries)
def test_a_whole_summary_comes_back(summary: Summary) -> None:
    """Nothing is lost on the way to plain data and back, and keys stand in the order of the contract."""
    plain = to_plain(summary)
    assert from_plain(plain) == summary
    assert list(plain) == [field.name for field in fields(Summary)]


def test_a_real_summary_is_of_the_schema(extractor: Extractor) -> None:
    """So is what the pipeline finds."""
    plain = to_plain(extractor.extract(ARTICLE))
    VALIDATOR.validate(plain)
    assert CLAIM in [claim["text"] for claim in plain["claims"]]


@given(summaries)
def test_brief_has_names_and_no_places(summary: Summary) -> None:
    """No list of mentions or spans and no sentence number remains; names inside claims do."""
    plain = to_plain(summary, brief=True)
    gone = {"spans", "cue_spans", "speaker_span", "sentence"}
    assert gone.isdisjoint(key for key, _ in keys_and_values(plain))
    assert all("mentions" not in item for name in SECTIONS if name != "claims" for item in plain[name])
    assert [claim["mentions"] for claim in plain["claims"]] == [list(claim.mentions) for claim in summary.claims]


def test_brief_has_no_offset_at_all(extractor: Extractor) -> None:
    """`start` and `end` that are numbers are offsets; in a brief summary there are none."""
    warning = SummaryWarning(code="c", message="m", start=3, end=4)
    plain = to_plain(replace(extractor.extract(ARTICLE), warnings=(warning,)), brief=True)
    assert not [key for key, value in keys_and_values(plain) if key in {"start", "end"} and isinstance(value, int)]


@pytest.mark.parametrize(
    "change",
    [
        {"schema": "articlekit/2"},
        {"neu": 1},
        {"claims": [{"id": 1, "act": "shout", "form": "direct", "text": "Ja", "confidence": 1.0, "rule": "r"}]},
        {"claims": [{"id": 1, "act": "ask", "form": "direct", "text": "Ja", "confidence": 1.0, "rule": "r", "neu": 1}]},
        {"people": [{"name": "Ute"}]},
        {"people": None},
        {"article": {}},
    ],
    ids=["version", "key", "act", "claim-key", "no-count", "null", "article"],
)
def test_what_is_not_of_the_schema_is_refused(extractor: Extractor, change: dict[str, Any]) -> None:
    """By the schema and by `from_plain` alike."""
    plain = to_plain(extractor.extract(ARTICLE)) | change
    assert not VALIDATOR.is_valid(plain)
    with pytest.raises(pydantic.ValidationError):
        from_plain(plain)
