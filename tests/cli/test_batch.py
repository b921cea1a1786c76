"""`articlekit batch`: a folder in, a folder out that mirrors it; nothing done twice, nothing stopped by one bad file."""

import json
from pathlib import Path

import pytest
import yaml

from tests.conftest import RunCli
from tests.samples import ARTICLE, FRONT_MATTER, SENTENCE

STATE = ".articlekit.json"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of articles: nested, of equal names, of several to a file, and things that are none."""
    folder = tmp_path / "ein"
    for name, data in {
        "a.txt": SENTENCE.encode(),
        "tief/er/b.md": (FRONT_MATTER + ARTICLE).encode(),
        "gleich/c.txt": SENTENCE.encode(),
        "gleich/c.json": json.dumps({"text": SENTENCE}).encode(),
        "viele.jsonl": 2 * (json.dumps({"text": SENTENCE}).encode() + b"\n"),
        ".versteckt/d.txt": SENTENCE.encode(),
        "notiz.pdf": b"%PDF",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return name and bytes of every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


EXPECTED = ["a", "gleich/c.json", "gleich/c.txt", "tief/er/b", "viele/000001", "viele/000002"]


def test_a_folder(tmp_path: Path, articles: Path, run_cli: RunCli) -> None:
    """It is mirrored; a second run does nothing again, a third only what changed, and a fourth makes the same bytes."""
    first = run_cli("batch", "ein", "-o", "aus")
    assert (first.returncode, first.stdout) == (0, b"")
    assert first.stderr == b"articlekit: 6 done, 0 unchanged\n"
    made = contents(tmp_path / "aus")
    assert sorted(made) == sorted([f"{name}.yaml" for name in EXPECTED] + [STATE])
    assert yaml.safe_load(made["tief/er/b.yaml"])["article"]["id"] == "frist-7"

    second = run_cli("batch", "ein", "-o", "aus")
    assert (second.returncode, second.stderr) == (0, b"articlekit: 0 done, 6 unchanged\n")
    assert contents(tmp_path / "aus") == made

    (articles / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "aus" / "viele" / "000002.yaml").unlink()
    third = run_cli("batch", "ein", "-o", "aus")
    assert third.stderr == b"articlekit: 2 done, 4 unchanged\n"
    again = contents(tmp_path / "aus")
    assert [name for name in made if again[name] != made[name]] == [STATE, "a.yaml"]

    fourth = run_cli("batch", "ein", "-o", "neu", "--quiet")
    assert (fourth.returncode, fourth.stderr) == (0, b"")
    assert contents(tmp_path / "neu") == again


def test_bad_files_never_stop_it(tmp_path: Path, articles: Path, run_cli: RunCli) -> None:
    """Each is told and listed, the others are done, and the list goes when all is well."""
    (articles / "b.txt").write_bytes(b"%PDF")
    (articles / "gross.txt").write_text(SENTENCE * 40, "utf-8")
    with (articles / "viele.jsonl").open("ab") as out:
        out.write(b"{\n")
    (tmp_path / "c.yaml").write_text("max_chars: 1000\n", "utf-8")
    result = run_cli("batch", "ein", "-o", "aus", "--config", "c.yaml", "--format", "json", "--brief")
    assert (result.returncode, result.stdout) == (4, b"")
    places = ["ein/b.txt", "ein/gross.txt", "ein/viele.jsonl:3"]
    lines = result.stderr.decode().splitlines()
    assert [text.split(": ")[1] for text in lines[:-1]] == places
    assert lines[-1] == "articlekit: 6 done, 0 unchanged, 3 failed (see errors.jsonl)"
    listed = [json.loads(text) for text in (tmp_path / "aus" / "errors.jsonl").read_text("utf-8").splitlines()]
    assert [problem["where"] for problem in listed] == places
    assert all(problem["message"] and problem["hint"] for problem in listed)
    assert set(contents(tmp_path / "aus")) == {f"{name}.json" for name in EXPECTED} | {STATE, "errors.jsonl"}
    assert "spans" not in json.loads((tmp_path / "aus" / "a.json").read_text("utf-8"))["claims"][0]

    for name in ("b.txt", "gross.txt", "viele.jsonl"):
        (articles / name).unlink()
    mended = run_cli("batch", "ein", "-o", "aus", "--config", "c.yaml", "--format", "json", "--brief")
    assert (mended.returncode, mended.stderr) == (0, b"articlekit: 0 done, 4 unchanged\n")
    assert not (tmp_path / "aus" / "errors.jsonl").exists()


def test_output_inside_the_folder(articles: Path, run_cli: RunCli) -> None:
    """Summaries are not read as articles by the next run; another format is another batch."""
    for done in (6, 0):
        result = run_cli("batch", "ein", "-o", "ein/aus", "--format", "json")
        assert result.stderr.decode() == f"articlekit: {done} done, {6 - done} unchanged\n"
    result = run_cli("batch", "ein", "-o", "ein/aus", "--format", "jsonl")
    assert result.stderr.decode() == "articlekit: 6 done, 0 unchanged\n"
    gleich = {"c.json.json", "c.json.jsonl", "c.txt.json", "c.txt.jsonl"}
    assert set(contents(articles / "aus" / "gleich")) == gleich


def test_an_output_that_is_a_file(articles: Path, run_cli: RunCli) -> None:
    """One line and 2, and the file is as it was."""
    result = run_cli("batch", "ein", "-o", "ein/a.txt")
    assert (articles / "a.txt").read_text("utf-8") == SENTENCE
    assert (result.returncode, result.stderr.count(b"\n")) == (2, 1)
