"""A long summary is written piece by piece, and nobody can tell from what is written."""

import io

import pytest

from articlekit import Summary, write_summary
from articlekit.write import pieces as module
from articlekit.write.pieces import pieces


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ({}, [({}, False)]),
        ({"a": 1, "b": {"c": []}}, [({"a": 1}, False), ({"b": {"c": []}}, False)]),
        ({"a": [], "b": [1, 2]}, [({"a": []}, False), ({"b": [1, 2]}, False)]),
        ({"a": [1, 2, 3], "b": 4}, [({"a": [1, 2]}, False), ({"a": [3]}, True), ({"b": 4}, False)]),
    ],
)
def test_pieces(monkeypatch: pytest.MonkeyPatch, plain: dict[str, object], expected: list[object]) -> None:
    monkeypatch.setattr(module, "ITEMS", 2)
    assert list(pieces(plain)) == expected


def test_pieces_change_nothing(monkeypatch: pytest.MonkeyPatch, extractor_summary: Summary) -> None:
    whole, parts = io.StringIO(), io.StringIO()
    write_summary(extractor_summary, whole)
    monkeypatch.setattr(module, "ITEMS", 1)
    write_summary(extractor_summary, parts)
    assert len(extractor_summary.claims) > 1
    assert parts.getvalue() == whole.getvalue()
