"""In a pipe: data on standard output only, one article after the other, and a quiet end."""

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.conftest import COMMAND, RunCli, StartCli, the_line
from tests.samples import ARTICLE, SENTENCE


def line(name: str) -> bytes:
    """Return one record of JSONL."""
    return json.dumps({"id": name, "text": SENTENCE}).encode() + b"\n"


def test_jsonl_in_jsonl_out(run_cli: RunCli) -> None:
    """Ids and order are kept, umlauts are UTF-8, and nothing but data is on standard output."""
    names = ["zwei", "eins", "ähre", "eins"]
    records = b"".join(
        json.dumps({"id": name, "text": SENTENCE}, ensure_ascii=False).encode() + b"\n" for name in names
    )
    result = run_cli("extract", "-", stdin=records)
    assert (result.returncode, result.stderr) == (0, b"")
    plains = [json.loads(text) for text in result.stdout.splitlines()]
    assert [plain["article"]["id"] for plain in plains] == names
    assert all(plain["claims"][0]["text"] == "das Gesetz sei überfällig" for plain in plains)
    assert "überfällig".encode() in result.stdout


def test_talk_is_on_standard_error(tmp_path: Path, run_cli: RunCli) -> None:
    """Warnings and problems do not get into the data, and neither stream has escape sequences for a terminal."""
    (tmp_path / "a.txt").write_bytes(ARTICLE.encode("cp1252"))
    result = run_cli("extract", "a.txt", "fehlt.txt", "--format", "jsonl")
    assert len(result.stderr.splitlines()) == 2
    assert [json.loads(text)["article"]["id"] for text in result.stdout.splitlines()] == ["a"]
    assert b"\x1b" not in result.stdout + result.stderr
    assert b"\x1b" not in run_cli("--help").stdout


def test_articles_come_one_by_one(start_cli: StartCli) -> None:
    """A summary is there before the next article is written."""
    process = start_cli("extract", "-", "--format", "jsonl")
    for name in ("eins", "zwei"):
        process.stdin.write(line(name))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["article"]["id"] == name
    process.stdin.close()
    assert process.stdout.read() == b""
    assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", [["extract", "a.txt"], ["extract", "a.txt", "--format", "json"], ["schema"]])
def test_a_full_disk_behind_standard_output(tmp_path: Path, start_cli: StartCli, arguments: list[str]) -> None:
    """It is told in one line."""
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    with Path("/dev/full").open("wb") as full:
        process = start_cli(*arguments, stdout=full)
        _, told = process.communicate()
    assert process.returncode == 2
    assert told.startswith(b"articlekit: standard output: cannot write: ")
    assert told.count(b"\n") == 1


@pytest.mark.parametrize(
    "arguments", [["extract", "a.txt", "b.txt"], ["extract", "a.txt", "--format", "json"], ["schema"]]
)
def test_a_reader_that_leaves_early(tmp_path: Path, start_cli: StartCli, arguments: list[str]) -> None:
    """`articlekit ... | head -1` ends without a word and without blame."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLE * 20, "utf-8")
    process = start_cli(*arguments)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0


def test_a_reader_of_the_help_that_leaves_early(start_cli: StartCli) -> None:
    """So does the help."""
    process = start_cli("--help")
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0


def test_interrupted_while_waiting(start_cli: StartCli) -> None:
    """Ctrl-C ends it with one line and 130; what was written before is whole."""
    process = start_cli("extract", "-", "--format", "jsonl")
    process.stdin.write(line("eins"))
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["article"]["id"] == "eins"
    process.send_signal(signal.SIGINT)
    assert process.wait() == 130
    assert process.stdout.read() == b""
    assert the_line(process.stderr.read()) == "interrupted"


def test_interrupted_output_file(tmp_path: Path, start_cli: StartCli) -> None:
    """With -o an interrupted command leaves the old file as it was, and no other."""
    (tmp_path / "s.jsonl").write_text("alt", "utf-8")
    os.mkfifo(tmp_path / "rohr.txt")
    process = start_cli("extract", "fehlt.txt", "rohr.txt", "-o", "s.jsonl", "--format", "jsonl")
    # After this line it reads from the pipe, where nobody writes.
    assert process.stderr.readline() == b"articlekit: fehlt.txt: no such file; check the path\n"
    process.send_signal(signal.SIGINT)
    assert process.wait() == 130
    assert sorted(path.name for path in tmp_path.iterdir()) == ["rohr.txt", "s.jsonl"]
    assert (tmp_path / "s.jsonl").read_text("utf-8") == "alt"


@pytest.mark.parametrize(
    ("closed", "lines"),
    [
        (">&-", 1),
        pytest.param("2>&-", 0),
    ],
)
def test_streams_that_are_closed(tmp_path: Path, closed: str, lines: int) -> None:
    """Without a standard output or error the status is still right."""
    script = f'"$@" {closed}'
    command = ["sh", "-c", script, "sh", *COMMAND, "extract", "fehlt.txt"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert (result.returncode, result.stdout, result.stderr.count(b"\n")) == (3, b"", lines)
