"""`articlekit batch`: a folder in, a folder out that mirrors it; nothing done twice, nothing stopped by one bad file."""

import json
import re
import signal
import time
from pathlib import Path

import pytest
import yaml

from tests.batch.builders import dump
from tests.conftest import RunCli, StartCli
from tests.samples import ARTICLE, FRONT_MATTER, SENTENCE


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
BESIDE = {".lock", "corpus.sqlite", "run.json"}


def summaries(suffix: str) -> set[str]:
    """Return the paths of the summaries of `articles`."""
    return {f"summaries/{name}{suffix}" for name in EXPECTED}


def test_a_folder(tmp_path: Path, articles: Path, run_cli: RunCli) -> None:
    """It is mirrored; a second run does nothing again, a third only what changed; one worker makes the same as two."""
    first = run_cli("batch", "ein", "-o", "aus", "--workers", "2")
    assert (first.returncode, first.stdout) == (0, b"")
    assert first.stderr == b"articlekit: 6 done, 0 unchanged\n"
    made = contents(tmp_path / "aus")
    assert set(made) == summaries(".yaml") | BESIDE
    assert yaml.safe_load(made["summaries/tief/er/b.yaml"])["article"]["id"] == "frist-7"

    second = run_cli("batch", "ein", "-o", "aus")
    assert (second.returncode, second.stderr) == (0, b"articlekit: 0 done, 6 unchanged\n")

    (articles / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "aus" / "summaries" / "viele" / "000002.yaml").unlink()
    third = run_cli("batch", "ein", "-o", "aus")
    assert third.stderr == b"articlekit: 2 done, 4 unchanged\n"
    again = contents(tmp_path / "aus")
    assert [name for name in summaries(".yaml") if again[name] != made[name]] == ["summaries/a.yaml"]

    fourth = run_cli("batch", "ein", "-o", "neu", "--quiet", "--workers", "1")
    assert (fourth.returncode, fourth.stderr) == (0, b"")
    new = contents(tmp_path / "neu")
    assert {name for name in new if new[name] != again[name]} <= {"run.json", "corpus.sqlite"}
    assert dump(tmp_path / "neu" / "corpus.sqlite") == dump(tmp_path / "aus" / "corpus.sqlite")


def test_bad_files_never_stop_it(tmp_path: Path, articles: Path, run_cli: RunCli) -> None:
    """Each is told and listed, the others are done, and the list goes when all is well."""
    (articles / "b.txt").write_bytes(b"%PDF")
    (articles / "gross.txt").write_text(SENTENCE * 40, "utf-8")
    with (articles / "viele.jsonl").open("ab") as out:
        out.write(b"{\n")
    (tmp_path / "c.yaml").write_text("max_chars: 1000\n", "utf-8")
    options = ("--config", "c.yaml", "--format", "json", "--brief")
    result = run_cli("batch", "ein", "-o", "aus", *options)
    assert (result.returncode, result.stdout) == (4, b"")
    places = ["ein/b.txt", "ein/gross.txt", "ein/viele.jsonl:3"]
    lines = result.stderr.decode().splitlines()
    assert sorted(text.split(": ")[1] for text in lines[:-1]) == places
    assert lines[-1] == "articlekit: 6 done, 0 unchanged, 3 failed (see errors.jsonl)"
    listed = [json.loads(text) for text in (tmp_path / "aus" / "errors.jsonl").read_text("utf-8").splitlines()]
    assert [problem["where"] for problem in listed] == places
    assert all(problem["message"] and problem["hint"] for problem in listed)
    assert set(contents(tmp_path / "aus")) == summaries(".json") | BESIDE | {"errors.jsonl"}
    brief = json.loads((tmp_path / "aus" / "summaries" / "a.json").read_text("utf-8"))
    assert "spans" not in brief["claims"][0]

    for name in ("b.txt", "gross.txt"):
        (articles / name).unlink()
    (articles / "viele.jsonl").write_bytes(2 * (json.dumps({"text": SENTENCE}).encode() + b"\n"))
    mended = run_cli("batch", "ein", "-o", "aus", *options)
    assert (mended.returncode, mended.stderr) == (0, b"articlekit: 0 done, 6 unchanged\n")
    assert not (tmp_path / "aus" / "errors.jsonl").exists()


def test_output_inside_the_folder(articles: Path, run_cli: RunCli) -> None:
    """Summaries are not read as articles by the next run; another format takes the place of the first."""
    for done in (6, 0):
        result = run_cli("batch", "ein", "-o", "ein/aus", "--format", "json")
        assert result.stderr.decode() == f"articlekit: {done} done, {6 - done} unchanged\n"
    result = run_cli("batch", "ein", "-o", "ein/aus", "--format", "jsonl")
    assert result.stderr.decode() == "articlekit: 6 done, 0 unchanged\n"
    assert set(contents(articles / "aus")) == summaries(".jsonl") | BESIDE


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("ein", "-o", "ein/a.txt"), 2),
        (("ein", "-o", "ein"), 2),
        (("nirgends", "-o", "aus"), 3),
        (("leer", "-o", "aus"), 3),
        (("ein", "-o", "aus", "--shard", "5/4"), 2),
        (("ein", "-o", "aus", "--shard", "vier"), 2),
        (("ein", "-o", "aus", "--log-format", "xml"), 2),
        (("ein", "-o", "aus", "--model", "de_nirgends"), 5),
    ],
)
def test_wrong_usage(tmp_path: Path, articles: Path, run_cli: RunCli, arguments: tuple[str, ...], status: int) -> None:
    """One line and its status; nothing is written and the files are as they were."""
    (tmp_path / "leer").mkdir()
    before = contents(tmp_path)
    result = run_cli("batch", *arguments)
    assert (result.returncode, result.stderr.count(b"\n")) == (status, 1)
    assert contents(tmp_path) == before


def test_log_in_json(tmp_path: Path, articles: Path, run_cli: RunCli) -> None:
    """Every line of stderr is an event."""
    (articles / "leer.txt").write_bytes(b"")
    result = run_cli("batch", "ein", "-o", "aus", "--log-format", "json")
    events = [json.loads(line) for line in result.stderr.splitlines()]
    events = [one for one in events if one["event"] != "progress"]  # one every ten seconds
    assert (result.returncode, [one["event"] for one in events]) == (4, ["problem", "finished"])
    assert events[0]["where"] == "ein/leer.txt"
    assert (events[1]["done"], events[1]["failed"], events[1]["interrupted"]) == (6, 1, False)
    assert [sorted(one)[-2:] for one in events] == [["time", "where"], ["vanished", "words"]]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping(tmp_path: Path, start_cli: StartCli, run_cli: RunCli, number: signal.Signals) -> None:
    """It ends at once, says what is done and how to go on, and the next run does the rest."""
    (tmp_path / "ein").mkdir()
    for count in range(300):
        (tmp_path / "ein" / f"{count:03}.txt").write_text(f"{ARTICLE} {count}", "utf-8")
    process = start_cli("batch", "ein", "-o", "aus")
    while len(list((tmp_path / "aus").glob("summaries/*.yaml"))) < 3:
        assert process.poll() is None
        time.sleep(0.05)
    asked = time.monotonic()
    process.send_signal(number)
    _, stderr = process.communicate()
    assert time.monotonic() - asked < 10  # two seconds on a machine that has nothing else to do
    told = re.fullmatch(
        r"articlekit: (\d+) done, 0 unchanged, interrupted with (\d+) to go; the same command goes on\n",
        stderr.decode(),
    )
    assert told
    assert process.returncode == 130
    done = int(told[1])
    assert done + int(told[2]) == 300
    assert json.loads((tmp_path / "aus/run.json").read_text("utf-8"))["status"] == "interrupted"
    for path in sorted((tmp_path / "ein").iterdir())[50:]:
        path.unlink()
    rest = run_cli("batch", "ein", "-o", "aus")
    assert rest.returncode == 0
    assert len(list((tmp_path / "aus").glob("summaries/*.yaml"))) == max(50, done)


def test_shards_and_merge(tmp_path: Path, articles: Path, run_cli: RunCli) -> None:
    """Parts in, the whole out; a part that is missing is told, with 4."""
    for shard in ("1/2", "2/2"):
        assert run_cli("batch", "ein", "-o", f"teil-{shard[0]}", "--shard", shard).returncode == 0
    result = run_cli("merge", "teil-1", "teil-2", "-o", "aus")
    assert (result.returncode, result.stderr) == (0, b"articlekit: 6 documents\n")
    assert set(contents(tmp_path / "aus")) == summaries(".yaml") | BESIDE
    again = run_cli("batch", "ein", "-o", "aus")
    assert again.stderr == b"articlekit: 0 done, 6 unchanged\n"
    half = run_cli("merge", "--quiet", "teil-1", "-o", "halb")
    assert (half.returncode, half.stderr) == (4, b"articlekit: shard 2/2 is missing\n")
    wrong = run_cli("merge", "ein", "-o", "aus")
    assert (wrong.returncode, wrong.stderr.count(b"\n")) == (3, 1)
