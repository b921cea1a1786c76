"""What a batch does and leaves, run after run."""

import json
import os
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from articlekit import Extractor
from articlekit.batch import BatchOptions, Report
from articlekit.batch.options import Shard
from articlekit.errors import SettingsError
from tests.batch.builders import batch, dump, files_below, fill, query
from tests.samples import ARTICLE, SENTENCE

LIST = '[{"text": "Eins."}, {"text": "Zwei."}]'
LINE = '{"text": "Eins."}\n'


def counts(report: Report) -> tuple[int, int, int, int]:
    """Return done, unchanged, failed and vanished."""
    return report.done, report.unchanged, report.failed, report.vanished


@pytest.mark.parametrize(
    ("articles", "count"),
    [
        pytest.param({"a.txt": "A.", "a.md": "B.", "A.TXT": "C."}, 3, id="suffixes"),
        pytest.param({"a.b.txt": "A.", "a.txt": "B."}, 2, id="dots"),
        pytest.param({"x/a.txt": "A.", "x.txt": "B.", "y/a.txt": "C."}, 3, id="folders"),
        pytest.param({"a[1].txt": "A.", "a[1].md": "B."}, 2, id="glob"),
        pytest.param({"a.txt": "A.", "a.txt.md": "B."}, 2, id="suffix-in-name"),
        pytest.param({"a.json": LIST}, 2, id="list"),
        pytest.param({"a.jsonl": LINE, "a/000001.txt": "A."}, 2, id="record"),
        pytest.param({"a.txt": "A.", "a.yaml/b.txt": "B."}, 2, id="folder-like-a-summary"),
        pytest.param({"errors.txt": "A.", "run.md": "B."}, 2, id="errors"),
    ],
)  # fmt: skip
def test_every_article_has_its_own_summary(tmp_path: Path, articles: dict[str, str], count: int) -> None:
    """As many files as articles, whatever their names, and a second run finds them all done."""
    for name, text in articles.items():
        fill(tmp_path, name, text=text)
    report, told, files = batch(tmp_path)
    assert (report.done, len(files), told) == (count, count, [])
    assert counts(batch(tmp_path)[0]) == (0, count, 0, 0)


def test_what_is_written(tmp_path: Path) -> None:
    """Summaries, the corpus, the record of the run, and nothing else while nothing fails."""
    fill(tmp_path, "a.txt", "tief/b.md")
    batch(tmp_path)
    assert files_below(tmp_path / "aus") == [
        ".lock", "corpus.sqlite", "run.json", "summaries/a.yaml", "summaries/tief/b.yaml",
    ]  # fmt: skip
    run = json.loads((tmp_path / "aus" / "run.json").read_text("utf-8"))
    assert (run["status"], run["counts"]["done"], run["corpus"]["documents"]) == ("finished", 2, 2)
    assert query(tmp_path / "aus" / "corpus.sqlite", "SELECT id, path, record, summary, text FROM documents") == [
        (1, "a.txt", 1, "summaries/a.yaml", SENTENCE),
        (2, "tief/b.md", 1, "summaries/tief/b.yaml", SENTENCE),
    ]


@pytest.mark.parametrize("change", [{"brief": True}, {"only": ("claims",)}, {"max_chars": 77}])
def test_other_settings_do_all_again(tmp_path: Path, change: dict[str, Any]) -> None:
    """A summary made under other settings is not taken for done."""
    fill(tmp_path, "a.txt")
    batch(tmp_path)
    assert counts(batch(tmp_path, **change)[0]) == (1, 0, 0, 0)


def test_another_program_does_all_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an update, what the old version made is not taken for done."""
    fill(tmp_path, "a.txt")
    batch(tmp_path)
    monkeypatch.setattr("articlekit.batch.run.made_by", lambda settings: "another")  # noqa: ARG005
    assert counts(batch(tmp_path)[0]) == (1, 0, 0, 0)


def test_only_what_changed_is_done_again(tmp_path: Path) -> None:
    """An article, one record of many, a summary that was removed or cut off; ids stay."""
    fill(tmp_path, "a.txt", "b.txt", "c.txt")
    fill(tmp_path, "viele.jsonl", text=LINE * 3)
    batch(tmp_path)
    before = query(tmp_path / "aus" / "corpus.sqlite", "SELECT id, path, record FROM documents")
    fill(tmp_path, "a.txt", text=ARTICLE)
    fill(tmp_path, "viele.jsonl", text=LINE + LINE.replace("Eins", "Zwei") + LINE)
    (tmp_path / "aus/summaries/b.yaml").unlink()
    os.truncate(tmp_path / "aus/summaries/c.yaml", 10)
    assert counts(batch(tmp_path)[0]) == (4, 2, 0, 0)
    assert query(tmp_path / "aus" / "corpus.sqlite", "SELECT id, path, record FROM documents") == before
    assert "Zwei" in query(tmp_path / "aus" / "corpus.sqlite", "SELECT text FROM documents WHERE id = 5")[0][0]
    assert counts(batch(tmp_path)[0]) == (0, 6, 0, 0)


def test_what_vanished_is_told_and_removed_when_asked(tmp_path: Path) -> None:
    """Files, records, and summaries whose document is not there."""
    fill(tmp_path, "a.txt", "tief/b.txt")
    fill(tmp_path, "viele.jsonl", text=LINE * 3)
    batch(tmp_path)
    (tmp_path / "ein/tief/b.txt").unlink()
    fill(tmp_path, "viele.jsonl", text=LINE)
    (tmp_path / "aus/summaries/rest.yaml").write_text("", "utf-8")
    report, _, files = batch(tmp_path)
    assert (counts(report), len(files)) == ((0, 2, 0, 4), 6)
    assert "4 vanished (kept; --prune removes them)" in str(report)
    report, _, files = batch(tmp_path, BatchOptions(prune=True))
    assert (counts(report), files) == ((0, 2, 0, 4), ["a.yaml", "viele/000001.yaml"])
    assert not (tmp_path / "aus/summaries/tief").exists()
    assert query(tmp_path / "aus" / "corpus.sqlite", "SELECT path, record FROM documents") == [
        ("a.txt", 1), ("viele.jsonl", 1),
    ]  # fmt: skip
    assert counts(batch(tmp_path)[0]) == (0, 2, 0, 0)


def test_a_new_name_leaves_no_old_summary(tmp_path: Path) -> None:
    """A file of the same stem changes the names of both; another format the names of all."""
    fill(tmp_path, "a.txt")
    batch(tmp_path)
    fill(tmp_path, "a.md", text=ARTICLE)
    report, _, files = batch(tmp_path)
    assert (counts(report), files) == ((2, 0, 0, 0), ["a.md.yaml", "a.txt.yaml"])
    report, _, files = batch(tmp_path, format="json")
    assert (counts(report), files) == ((2, 0, 0, 0), ["a.md.json", "a.txt.json"])


def test_one_that_takes_the_place_of_another(tmp_path: Path) -> None:
    """The summary of a file that is gone is written over by that of another of its stem."""
    fill(tmp_path, "a.txt")
    batch(tmp_path)
    (tmp_path / "ein/a.txt").rename(tmp_path / "ein/a.md")
    report, _, files = batch(tmp_path)
    assert (counts(report), files) == ((1, 0, 0, 1), ["a.yaml"])
    report, _, files = batch(tmp_path, BatchOptions(prune=True))
    assert (counts(report), files) == ((0, 1, 0, 1), ["a.yaml"])
    assert counts(batch(tmp_path)[0]) == (0, 1, 0, 0)


def test_what_fails_is_listed_in_order(tmp_path: Path) -> None:
    """Whole files and records; what was done of an article before stays until it is done anew."""
    fill(tmp_path, "a.txt")
    batch(tmp_path)
    fill(tmp_path, "a.txt", text="  ")
    fill(tmp_path, "viele.jsonl", text="{\n" + LINE + "[]\n")
    fill(tmp_path, "z.txt", text=SENTENCE * 100)
    report, told, files = batch(tmp_path, max_chars=1000)
    assert counts(report) == (1, 0, 4, 0)
    listed = [json.loads(line) for line in (tmp_path / "aus/errors.jsonl").read_text("utf-8").splitlines()]
    names = [problem["where"].removeprefix(f"{tmp_path}/ein/") for problem in listed]
    assert names == ["a.txt", "viele.jsonl:1", "viele.jsonl:3", "z.txt"]
    assert files == ["a.yaml", "viele/000002.yaml"]
    assert len(told) == 4


def test_a_fault_of_ours_costs_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever an article does to the pipeline, the others are done and it is listed."""
    original = Extractor.extract

    def breaking(self: Extractor, article: Any) -> Any:
        if article.id == "b":
            raise RuntimeError("unerwartet")
        return original(self, article)

    monkeypatch.setattr(Extractor, "extract", breaking)
    fill(tmp_path, "a.txt", "b.txt", "c.txt")
    report, told, files = batch(tmp_path)
    assert (report.done, report.failed, files) == (2, 1, ["a.yaml", "c.yaml"])
    assert "unerwartet" in told[0]


@pytest.mark.parametrize("name", ["../b", "/etc/b", "..", "a\nb", "'; DROP TABLE documents; --", "\ud800"])
def test_an_id_names_no_file(tmp_path: Path, name: str) -> None:
    """Whatever an article calls itself, its summary is named after its file."""
    fill(tmp_path, "a.json", text=json.dumps({"text": SENTENCE, "id": name, "title": name}))
    report, _, files = batch(tmp_path)
    assert (counts(report), files) == ((1, 0, 0, 0), ["a.yaml"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["aus", "ein"]


@pytest.mark.parametrize("name", [b"\xff.txt", b"a\nb.txt", b"-q.txt", b"'\".txt", b"x" * 251 + b".txt", b"%s {0}.md"])
def test_any_name_of_a_file(tmp_path: Path, name: bytes) -> None:
    """Names are taken as they are, but what is no text or too long."""
    fill(tmp_path, "a.txt")
    (tmp_path / "ein" / os.fsdecode(name)).write_text(SENTENCE, "utf-8")
    report, told, files = batch(tmp_path)
    assert (counts(report), told, len(files)) == ((2, 0, 0, 0), [], 2)
    assert counts(batch(tmp_path)[0]) == (0, 2, 0, 0)


def test_a_link_among_the_summaries(tmp_path: Path) -> None:
    """Nothing is written through it."""
    fill(tmp_path, "x/a.txt")
    (tmp_path / "aus/summaries").mkdir(parents=True)
    (tmp_path / "fremd").mkdir()
    (tmp_path / "aus/summaries/x").symlink_to(tmp_path / "fremd")
    with pytest.raises(SettingsError, match="link"):
        batch(tmp_path)
    assert not list((tmp_path / "fremd").iterdir())


def test_two_at_a_time(tmp_path: Path) -> None:
    """The second to come is told so and changes nothing."""
    from filelock import FileLock

    fill(tmp_path, "a.txt")
    batch(tmp_path)
    with FileLock(tmp_path / "aus/.lock"), pytest.raises(SettingsError, match="another batch"):
        batch(tmp_path)
    assert counts(batch(tmp_path)[0]) == (0, 1, 0, 0)


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00 but broken"])
def test_a_corpus_that_is_none(tmp_path: Path, content: bytes) -> None:
    """An empty file becomes one; anything else is left alone, with one line."""
    fill(tmp_path, "a.txt")
    (tmp_path / "aus").mkdir()
    (tmp_path / "aus/corpus.sqlite").write_bytes(content)
    if not content:
        assert counts(batch(tmp_path)[0]) == (1, 0, 0, 0)
        return
    with pytest.raises(SettingsError, match="move it away"):
        batch(tmp_path)
    assert (tmp_path / "aus/corpus.sqlite").read_bytes() == content


def test_shards_are_the_parts_of_the_whole(tmp_path: Path) -> None:
    """Each article is in one of them, with the id that it has in the whole, records of one file too."""
    fill(tmp_path, *(f"{name}.txt" for name in "abcdef"))
    fill(tmp_path, "viele.jsonl", text=LINE * 6)
    ids = "SELECT path, record, id FROM documents ORDER BY id"
    parts = []
    for number in (1, 2, 3):
        report, _, files = batch(tmp_path, BatchOptions(shard=Shard(number, 3)))
        assert report.done == len(files) == report.total
        assert batch(tmp_path, BatchOptions(shard=Shard(number, 3)))[0].unchanged == report.done
        parts.append(query(tmp_path / "aus/corpus.sqlite", ids))
        (tmp_path / "aus").rename(tmp_path / f"teil{number}")
    batch(tmp_path)
    assert all(parts)
    assert sorted(chain(*parts), key=lambda row: row[2]) == query(tmp_path / "aus/corpus.sqlite", ids)


def test_the_same_corpus_whatever_came_before(tmp_path: Path) -> None:
    """Interrupted after each article and gone on with, it is the corpus of an undisturbed run, to the byte."""
    names = [f"{name}.txt" for name in "abcde"]
    fill(tmp_path, *names)
    batch(tmp_path)
    whole = (tmp_path / "aus/corpus.sqlite").read_bytes()
    whole_dump = dump(tmp_path / "aus/corpus.sqlite")
    (tmp_path / "aus").rename(tmp_path / "ganz")
    for name in names:
        fill(tmp_path, name, text="")
    fill(tmp_path, "c.txt")
    for name in ["c.txt", "a.txt", "e.txt", "b.txt", "d.txt"]:
        fill(tmp_path, name)
        batch(tmp_path)
    assert dump(tmp_path / "aus/corpus.sqlite") == whole_dump
    assert len((tmp_path / "aus/corpus.sqlite").read_bytes()) == len(whole)
