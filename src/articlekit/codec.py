"""Summary ⇄ plain data, and the JSON Schema of the contract."""

from collections.abc import Collection
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from articlekit.records import Summary, SummaryWarning
from articlekit.sections import SECTIONS

OFFSET_FIELDS = frozenset(
    {
        "mentions",
        "references",
        "trigger_spans",
        "speaker_span",
        "antecedent_span",
        "addressee_span",
        "cue_spans",
        "frame_spans",
        "spans",
        "sentence",
    }
)
"""What a brief summary leaves out, apart from `sha256`: whatever says where in the text something stands."""


def to_plain(summary: Summary, *, only: Collection[str] | None = None, brief: bool = False) -> dict[str, Any]:
    """Return the summary as dicts, lists, strings, numbers, booleans and None, keys in the order of the contract.

    Args:
        summary: what to convert.
        only: names out of `sections.SECTIONS`; the other sections are left out. None keeps all.
        brief: leave out everything that is an offset or counts sentences.
    """
    drop = OFFSET_FIELDS if brief else frozenset()
    plain: dict[str, Any] = {}
    for item in fields(summary):
        if item.name in SECTIONS and only is not None and item.name not in only:
            continue
        plain[item.name] = _plain(getattr(summary, item.name), drop)
    return plain


def _plain(value: Any, drop: frozenset[str]) -> Any:
    if isinstance(value, tuple):
        return [_plain(item, drop) for item in value]
    if is_dataclass(value):
        drop_here = drop | {"start", "end"} if drop and isinstance(value, SummaryWarning) else drop
        # Names inside a claim are kept in a brief summary: they are no offsets.
        return {
            name: _plain(getattr(value, name), drop)
            for name in _field_names(type(value))  # type: ignore[arg-type]
            if name not in drop_here or (name == "mentions" and hasattr(value, "rule"))
        }
    return value


@cache
def _field_names(record: type[Any]) -> tuple[str, ...]:
    return tuple(item.name for item in fields(record))


@cache
def _adapter() -> TypeAdapter[Summary]:
    return TypeAdapter(Summary)


def from_plain(data: dict[str, Any]) -> Summary:
    """Return the summary that `to_plain` wrote, whole, brief or in part.

    Raises:
        pydantic.ValidationError: when the data is not of the schema.
    """
    return _adapter().validate_python(data)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every written summary validates against."""
    schema = _adapter().json_schema()
    schema["required"] = ["schema", "article", "provenance"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "articlekit/1", **schema}
