"""Summaries as Parquet: parts that are whole, and runs that go on from them."""

import json
from pathlib import Path
from typing import Any

import pytest

from articlekit.batch import BatchOptions, Report
from articlekit.batch.options import Shard
from articlekit.errors import SettingsError
from tests.batch.builders import batch, files_below, fill
from tests.samples import ARTICLE, SENTENCE

pq = pytest.importorskip("pyarrow.parquet")

TO_PARQUET = BatchOptions(to="parquet")
LINE = '{"text": "Eins."}\n'


def run(base: Path, options: BatchOptions = TO_PARQUET, **settings: Any) -> tuple[Report, list[str]]:
    """Run a batch; return its report and its parts."""
    report, _, files = batch(base, options, **settings)
    return report, files


def rows(base: Path) -> list[dict[str, Any]]:
    """Return all rows, part after part."""
    parts = sorted((base / "aus/summaries").iterdir())
    return [row for part in parts for row in pq.read_table(part).to_pylist()]


def test_what_is_written(tmp_path: Path) -> None:
    """Parts, the record of the run, and no corpus; a row has the article, and the summary as one line of JSON."""
    fill(tmp_path, "a.txt", "tief/b.md")
    run(tmp_path)
    assert files_below(tmp_path / "aus") == [".lock", "run.json", "summaries/part-00000.parquet"]
    record = json.loads((tmp_path / "aus/run.json").read_text("utf-8"))
    assert (record["status"], record["corpus"]) == ("finished", {"rows": 2, "parts": 1})
    first, second = sorted(rows(tmp_path), key=lambda row: row["document"])
    assert (first["path"], first["record"], first["article"], first["text"]) == ("a.txt", 1, "a", SENTENCE)
    assert json.loads(second["summary"])["article"]["sha256"] == second["sha256"]
    assert second["words"] == 7
    assert (len(first["digest"]), first["made_by"]) == (64, record["made_by"])


def test_it_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in a part and unchanged is not done again; what changed gets a row in a new part, with its id."""
    monkeypatch.setattr("articlekit.batch.parquet.DOCUMENTS", 2)
    fill(tmp_path, "a.txt", "b.txt", "c.txt")
    fill(tmp_path, "viele.jsonl", text=LINE * 3)
    assert run(tmp_path)[1] == [f"part-0000{number}.parquet" for number in range(3)]
    assert run(tmp_path)[0].unchanged == 6
    fill(tmp_path, "b.txt", text=ARTICLE)
    fill(tmp_path, "viele.jsonl", text=LINE + LINE.replace("Eins", "Zwei") + LINE)
    report, files = run(tmp_path)
    assert (report.done, report.unchanged, len(files)) == (2, 4, 4)
    again = pq.read_table(tmp_path / "aus/summaries/part-00003.parquet").to_pylist()
    assert sorted((row["document"], row["path"], row["record"]) for row in again) == [
        (2, "b.txt", 1), (5, "viele.jsonl", 2),
    ]  # fmt: skip
    assert run(tmp_path)[0].unchanged == 6
    fill(tmp_path, "0.txt")
    report, _ = run(tmp_path)
    assert (report.done, report.unchanged) == (1, 6)
    assert [row["document"] for row in rows(tmp_path) if row["path"] == "0.txt"] == [7]
    (tmp_path / "ein/c.txt").unlink()
    assert run(tmp_path)[0].vanished == 1
    assert run(tmp_path, max_chars=7)[0].done == 3


def test_a_part_that_is_gone_is_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash before it was written, or a hand: the others stand."""
    monkeypatch.setattr("articlekit.batch.parquet.DOCUMENTS", 2)
    fill(tmp_path, *(f"{name}.txt" for name in "abcdef"))
    run(tmp_path)
    (tmp_path / "aus/summaries/part-00001.parquet").unlink()
    (tmp_path / "aus/summaries/.x.part").write_bytes(b"half")
    report, files = run(tmp_path)
    assert (report.done, report.unchanged) == (2, 4)
    assert files == ["part-00000.parquet", "part-00002.parquet", "part-00003.parquet"]


def test_a_file_that_is_done_is_not_read_again(tmp_path: Path) -> None:
    """Its digest stands in the part; a file of which something failed is."""
    fill(tmp_path, "a.jsonl", text=LINE * 2)
    fill(tmp_path, "b.jsonl", text=LINE + "{\n")
    run(tmp_path)
    metadata = pq.read_schema(tmp_path / "aus/summaries/part-00000.parquet").metadata
    ((path, sha256, items, _),) = json.loads(metadata[b"articlekit"])["files"]
    assert (path, len(sha256), items) == ("a.jsonl", 64, 2)
    report, _ = run(tmp_path)
    assert (report.unchanged, report.failed) == (3, 1)


def test_shards_lie_side_by_side(tmp_path: Path) -> None:
    """Together their rows are those of the whole."""
    fill(tmp_path, *(f"{name}.txt" for name in "abcdef"))
    keys = []
    for number in (1, 2):
        shard = BatchOptions(to="parquet", shard=Shard(number, 2))
        run(tmp_path, shard)
        assert run(tmp_path, shard)[0].done == 0
        keys += [(row["document"], row["path"]) for row in rows(tmp_path)]
        (tmp_path / "aus").rename(tmp_path / f"teil{number}")
    assert sorted(keys) == [(number, f"{name}.txt") for number, name in enumerate("abcdef", 1)]


def test_files_and_parquet_do_not_mix(tmp_path: Path) -> None:
    """One folder is one or the other: pruning files must not remove parts."""
    fill(tmp_path, "a.txt")
    run(tmp_path)
    with pytest.raises(SettingsError, match="add --to parquet"):
        batch(tmp_path)
    (tmp_path / "aus").rename(tmp_path / "teile")
    batch(tmp_path)
    with pytest.raises(SettingsError, match="leave out --to parquet"):
        run(tmp_path)


def test_a_part_that_is_none(tmp_path: Path) -> None:
    """It is left alone, with one line."""
    fill(tmp_path, "a.txt")
    run(tmp_path)
    (tmp_path / "aus/summaries/part-00001.parquet").write_bytes(b"PAR1")
    with pytest.raises(SettingsError, match=r"part-00001.parquet: cannot be read"):
        run(tmp_path)
