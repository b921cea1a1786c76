"""JSON and JSONL: the same summary, for programs."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit import Summary, write_summary
from articlekit.codec import from_plain, to_plain
from articlekit.write import WRITERS
from tests.strategies import summaries


def written(name: str, several: list[Summary], *, framed: bool) -> str:
    """Return what a writer writes; `framed` says that several may come."""
    out = io.StringIO()
    writer = WRITERS[name](out, several=framed)
    for summary in several:
        writer.write(to_plain(summary))
    writer.close()
    return out.getvalue()


@given(summaries)
def test_one_object(summary: Summary) -> None:
    """One summary is one object, in JSON and in JSONL, and reads back the same."""
    for name in ("json", "jsonl"):
        text = written(name, [summary], framed=False)
        assert text.endswith("}\n")
        assert from_plain(json.loads(text)) == summary
        assert text.encode("utf-8")


@given(summaries, st.integers(0, 3))
def test_a_list_where_several_may_come(summary: Summary, number: int) -> None:
    """JSON is one list, whole even when nothing or only one came."""
    read = json.loads(written("json", [summary] * number, framed=True))
    assert [from_plain(plain) for plain in read] == [summary] * number


@given(summaries, st.integers(0, 3))
def test_a_line_each(summary: Summary, number: int) -> None:
    """JSONL has one line a summary, whatever line ends stand in its texts."""
    text = written("jsonl", [summary] * number, framed=True)
    assert text.count("\n") == number
    assert [from_plain(json.loads(line)) for line in text.split("\n") if line] == [summary] * number


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_umlauts_stand_as_they_are(extractor_summary: Summary, name: str) -> None:
    """No escapes for letters."""
    assert "überfällig" in written(name, [extractor_summary], framed=False)


def test_jsonl_is_flushed_line_by_line(extractor_summary: Summary) -> None:
    """Whoever reads the pipe has each summary when it is written."""

    class Counted(io.StringIO):
        flushed = 0

        def flush(self) -> None:
            self.flushed += 1

    out = Counted()
    writer = WRITERS["jsonl"](out, several=True)
    for number in (1, 2):
        writer.write(to_plain(extractor_summary))
        assert out.flushed == number


@pytest.mark.parametrize("name", list(WRITERS))
def test_write_summary_takes_every_format(extractor_summary: Summary, name: str) -> None:
    """`format`, `only` and `brief` are those of the command line."""
    out = io.StringIO()
    write_summary(extractor_summary, out, format=name, only={"claims"}, brief=True)
    assert "speaker_text" in out.getvalue()
    assert "people" not in out.getvalue()
    assert "spans" not in out.getvalue()
