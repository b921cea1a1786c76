"""Shards become one output again."""

import json
from pathlib import Path

import pytest

from articlekit.batch import BatchOptions
from articlekit.batch.merge import merge_outputs
from articlekit.batch.options import Shard
from articlekit.errors import InputError, SettingsError
from tests.batch.builders import batch, dump, files_below, fill, query
from tests.samples import ARTICLE, SENTENCE

RECORDS = "".join(json.dumps({"text": f"{SENTENCE} {number}."}) + "\n" for number in range(12))


@pytest.fixture
def shards(tmp_path: Path) -> list[Path]:
    """Three shards of a folder with an article that fails, and the whole in `aus`."""
    fill(tmp_path, "a.txt", "b.md", "tief/c.txt", text=ARTICLE)
    fill(tmp_path, "viele.jsonl", text=RECORDS + "{\n")
    fill(tmp_path, "leer.txt", text="")
    return [shard(tmp_path, number, 3) for number in (1, 2, 3)]


def shard(base: Path, number: int, of: int, **settings: object) -> Path:
    """Run a batch of one shard into a folder of its own."""
    batch(base, BatchOptions(shard=Shard(number, of)), **settings)
    return (base / "aus").rename(base / f"teil{number}")


def test_it_is_what_one_run_makes(tmp_path: Path, shards: list[Path]) -> None:
    """To the byte, in whatever order they come, and a batch over it finds all done."""
    batch(tmp_path)
    (tmp_path / "aus").rename(tmp_path / "ganz")
    merged = merge_outputs([shards[1], shards[2], shards[0]], tmp_path / "aus")
    assert (merged.documents, merged.same, merged.failed, merged.notes) == (15, 0, 2, [])
    names = files_below(tmp_path / "ganz")
    assert files_below(tmp_path / "aus") == names
    for name in set(names) - {"run.json"}:
        assert (tmp_path / "aus" / name).read_bytes() == (tmp_path / "ganz" / name).read_bytes(), name
    report = batch(tmp_path)[0]
    assert (report.done, report.unchanged, report.failed) == (0, 15, 2)


def test_it_can_be_done_again(tmp_path: Path, shards: list[Path]) -> None:
    """What is there already stays, and what is missing is brought."""
    merge_outputs(shards[:2], tmp_path / "aus")
    (tmp_path / "aus/summaries/a.yaml").unlink(missing_ok=True)
    merged = merge_outputs(shards, tmp_path / "aus")
    assert merged.same
    once = merge_outputs(shards, tmp_path / "neu")
    assert once.documents == merged.documents == 15
    assert dump(tmp_path / "aus/corpus.sqlite") == dump(tmp_path / "neu/corpus.sqlite")
    assert files_below(tmp_path / "aus") == files_below(tmp_path / "neu")


def test_missing_and_unfinished_shards_are_told(tmp_path: Path, shards: list[Path]) -> None:
    run = json.loads((shards[0] / "run.json").read_text("utf-8"))
    (shards[0] / "run.json").write_text(json.dumps(run | {"status": "interrupted"}), "utf-8")
    merged = merge_outputs(shards[:2], tmp_path / "aus")
    assert merged.notes == ["shard 3/3 is missing", "shard 1/3 is not finished; run it again and merge again"]


def test_other_folders_can_be_joined_too(tmp_path: Path) -> None:
    """Documents of one id get new ones, with all that belongs to them; of two versions the first stays and is told."""
    fill(tmp_path, "a.txt", "b.txt")
    first = shard(tmp_path, 1, 1)
    fill(tmp_path, "b.txt", "c.txt", text=ARTICLE)
    (tmp_path / "ein/a.txt").unlink()
    (tmp_path / "teil1").rename(tmp_path / "eins")
    merged = merge_outputs([tmp_path / "eins", shard(tmp_path, 1, 1)], tmp_path / "aus")
    assert first.name == "teil1"
    assert merged.notes == [f"b.txt: summarised differently in {tmp_path}/teil1, left out"]
    database = tmp_path / "aus/corpus.sqlite"
    assert query(database, "SELECT id, path, text FROM documents") == [
        (1, "a.txt", SENTENCE), (2, "b.txt", SENTENCE), (3, "c.txt", ARTICLE),
    ]  # fmt: skip
    assert query(database, "PRAGMA foreign_key_check") == []
    assert query(database, "SELECT DISTINCT id / 1000000 FROM claims") == [(1,), (2,), (3,)]


def test_what_does_not_belong_together(tmp_path: Path, shards: list[Path]) -> None:
    """One line each, and nothing written."""
    fill(tmp_path, "a.txt")
    other = shard(tmp_path, 4, 4, brief=True)
    with pytest.raises(SettingsError, match="another configuration"):
        merge_outputs([shards[0], other], tmp_path / "aus")
    with pytest.raises(SettingsError, match="one of the inputs"):
        merge_outputs(shards, shards[0])
    with pytest.raises(InputError, match="folders that articlekit batch wrote"):
        merge_outputs([tmp_path / "ein"], tmp_path / "aus")
    (shards[1] / "corpus.sqlite").unlink()
    with pytest.raises(InputError, match="no corpus"):
        merge_outputs(shards, tmp_path / "aus")
    assert not (tmp_path / "aus").exists()
