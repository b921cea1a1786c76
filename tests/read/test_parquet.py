"""Parquet in: a row an article, read piece by piece."""

import datetime
import io
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from articlekit.read import read_articles
from articlekit.records import Article, Problem
from tests.conftest import RunCli, the_line
from tests.samples import SENTENCE

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


def write(path: Path, rows: list[dict[str, Any]], schema: Any = None, **options: Any) -> Path:
    """Write rows to a file."""
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), path, **options)
    return path


def read(path: Path) -> list[Article | Problem]:
    """Return what a file gives."""
    return list(read_articles([path]))


def test_rows_are_articles(tmp_path: Path) -> None:
    """Columns have the names that JSON has; lists, times and numbers are taken; an unknown column is nothing."""
    day = datetime.datetime(2025, 10, 2, 8, tzinfo=datetime.UTC)
    rows = [
        {"maintext": SENTENCE, "headline": " Ein\nTitel", "authors": ["A", "B"], "published": day, "doc_id": 7, "x": {"y": 1}},
        {"maintext": "Fu\u0308r\r\n", "headline": None, "authors": None, "published": None, "doc_id": None, "x": None},
    ]  # fmt: skip
    first, second = read(write(tmp_path / "a.parquet", rows))
    date = "2025-10-02T08:00:00+00:00"
    assert first == Article(text=SENTENCE, id="7", title="Ein Titel", author="A; B", date=date)
    assert second == Article(text="Für\n", id="a-2")
    assert first.where == f"{tmp_path}/a.parquet:1"


def test_types_of_other_programs(tmp_path: Path) -> None:
    """Text as bytes, in whatever encoding; large strings; dictionaries; nanoseconds."""
    schema = pa.schema({
        "text": pa.binary(), "title": pa.large_string(), "lang": pa.dictionary(pa.int8(), pa.string()),
        "date": pa.timestamp("ns"), "url": pa.binary(),
    })  # fmt: skip
    row = {
        "text": "Größe".encode("cp1252"),
        "title": "T",
        "lang": "de",
        "date": 1_700_000_000_000_000_001,
        "url": b"http://a",
    }
    (article,) = read(write(tmp_path / "a.PARQUET", [row], schema))
    assert isinstance(article, Article)
    assert (article.text, article.title, article.language, article.url) == ("Größe", "T", "de", "http://a")
    assert article.date == "2023-11-14T22:13:20"
    assert [warning.code for warning in article.warnings] == ["encoding"]


def test_a_bad_row_is_one_problem(tmp_path: Path) -> None:
    """It is named by its number, across row groups; the others are there."""
    schema = pa.schema({"text": pa.binary(), "content": pa.string()})
    rows = [
        {"text": b"Eins."},
        {"text": None},
        {"text": b"\x00\x01"},
        {"text": b"  ", "content": ""},
        {"content": "Zwei."},
    ]
    found = read(write(tmp_path / "a.parquet", rows, schema, row_group_size=2))
    assert [item.text if isinstance(item, Article) else item.where.rpartition("/")[2] for item in found] == [
        "Eins.", "a.parquet:2", "a.parquet:3", "a.parquet:4", "Zwei.",
    ]  # fmt: skip


def test_text_that_is_no_utf8(tmp_path: Path) -> None:
    """Other programs write what they call text without looking."""
    strings = pa.Array.from_buffers(pa.string(), 2, pa.array([b"Eins.", b"\xff\xfe."]).buffers())
    pq.write_table(pa.table({"text": strings}), tmp_path / "a.parquet")
    first, second = read(tmp_path / "a.parquet")
    assert isinstance(first, Article)
    assert isinstance(second, Problem)
    assert second.where.endswith("a.parquet:2")


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data[:0],
        lambda data: data[:100],
        lambda data: data[:4] + b"x" * 100 + data[-4:],
        lambda data: data[:8] + b"\xff" * 200 + data[208:],
    ],
)
def test_a_broken_file_is_one_problem(tmp_path: Path, change: Any) -> None:
    """Whatever was cut off or written over."""
    path = write(
        tmp_path / "a.parquet", [{"text": f"{number} {SENTENCE}"} for number in range(100)], compression="none"
    )
    path.write_bytes(change(path.read_bytes()))
    problems = [item for item in read(path) if isinstance(item, Problem)]
    assert len(problems) == 1
    assert "broken Parquet" in problems[0].message


def test_a_file_without_articles(tmp_path: Path) -> None:
    """No row or no text column is one problem."""
    (empty,) = read(write(tmp_path / "a.parquet", [], pa.schema({"text": pa.string()})))
    (none,) = read(write(tmp_path / "b.parquet", [{"title": "T"}]))
    assert isinstance(empty, Problem)
    assert isinstance(none, Problem)
    assert (empty.message, none.message) == ("the file is empty", "there is no text column")


def test_memory_is_flat(tmp_path: Path) -> None:
    """One row group of 100 MB is read in a fraction of that."""
    path = tmp_path / "a.parquet"
    texts = pa.array([f"{number} {SENTENCE} " * 400 for number in range(4000)])
    pq.write_table(pa.table({"text": texts}), path, compression="none", use_dictionary=False)
    del texts
    assert path.stat().st_size > 80_000_000
    before, most = pa.total_allocated_bytes(), 0
    tracemalloc.start()
    for item in read_articles([path]):
        assert isinstance(item, Article)
        most = max(most, pa.total_allocated_bytes() - before)
    _, python = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 30_000_000
    assert python < 30_000_000


def test_a_batch_of_one_file(tmp_path: Path, run_cli: RunCli) -> None:
    """Its rows are the articles, from Parquet and from JSONL, to files and to Parquet; nothing is done twice."""
    write(tmp_path / "a.parquet", [{"text": SENTENCE, "id": "x"}, {"text": None}, {"text": SENTENCE}])
    for target in ("files", "parquet"):
        told = [run_cli("batch", "a.parquet", "-o", target, "--to", target, "--workers", "1").stderr for _ in range(2)]
        assert told[0].endswith(b"articlekit: 2 done, 0 unchanged, 1 failed (see errors.jsonl)\n")
        assert told[1].endswith(b"articlekit: 0 done, 2 unchanged, 1 failed (see errors.jsonl)\n")
    assert sorted(path.name for path in (tmp_path / "files/summaries/a").iterdir()) == ["000001.yaml", "000003.yaml"]
    rows = pq.read_table(tmp_path / "parquet/summaries/part-00000.parquet").to_pylist()
    rows.sort(key=lambda row: row["document"])
    assert [(row["document"], row["path"], row["record"], row["article"]) for row in rows] == [
        (1, "a.parquet", 1, "x"), (3, "a.parquet", 3, "a-3"),
    ]  # fmt: skip
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": SENTENCE, "id": "x"}) + "\n", "utf-8")
    assert run_cli("batch", "b.jsonl", "-o", "b", "--workers", "1").returncode == 0
    assert (tmp_path / "b/summaries/b/000001.yaml").read_bytes() == (
        tmp_path / "files/summaries/a/000001.yaml"
    ).read_bytes()
    plain = run_cli("extract", "b.jsonl", "--format", "jsonl").stdout.decode()
    assert json.loads(rows[0]["summary"]) == json.loads(plain)


def test_extract_and_what_is_no_folder(tmp_path: Path, run_cli: RunCli) -> None:
    """`extract` reads it; `batch` of one article says what it takes."""
    write(tmp_path / "a.parquet", [{"text": SENTENCE}])
    assert b"id: a-1" in run_cli("extract", "a.parquet").stdout
    (tmp_path / "a.txt").write_text(SENTENCE, "utf-8")
    result = run_cli("batch", "a.txt", "-o", "aus")
    assert (result.returncode, the_line(result.stderr).split(":")[0]) == (3, "a.txt")


def test_a_stream_that_cannot_go_back() -> None:
    """A pipe is told as what it is."""
    from articlekit.errors import InputError
    from articlekit.read.from_parquet import read_parquet

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise io.UnsupportedOperation("seek")

    with pytest.raises(InputError, match="broken Parquet"):
        next(read_parquet(Pipe(b"PAR1" * 100), "x.parquet"))
