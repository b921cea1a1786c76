"""`articlekit evaluate` on quotations in the format of Wikinews, as a user runs it."""

import json
from pathlib import Path

import pytest

from tests.conftest import RunCli, the_line
from tests.learn.news import annotation, write_news

TEXT = "„Wir brauchen mehr Zeit“, sagte der Verbandschef."
GOLD = annotation(quote=range(6), cue=[7], speaker=[8, 9], frame=[7, 8, 9])


def test_table(tmp_path: Path, run_cli: RunCli) -> None:
    """Three tables under one line that says what was evaluated on what; nothing on standard error."""
    write_news(tmp_path / "a.json", TEXT, GOLD)
    result = run_cli("evaluate", "a.json")
    assert (result.returncode, result.stderr) == (0, b"")
    lines = [line.strip() for line in result.stdout.decode("utf-8").splitlines()]
    assert lines[0].startswith("de_policy_news ")
    assert lines[0].endswith(" on a.json: 1 articles, 1 quotations")
    titles = ("Quotations by tokens", "Messages by form (macro)", "As the shared task pairs them (macro)")
    assert [line for line in lines if line in titles] == list(titles)
    assert ["message", *["1.000"] * 6] in [line.split() for line in lines]
    assert ["direct", "1", *["1.000"] * 3] in [line.split() for line in lines]


def test_json(tmp_path: Path, run_cli: RunCli) -> None:
    """A folder is evaluated with all below it; what is missed costs recall."""
    write_news(tmp_path / "gold" / "a.json", TEXT, GOLD)
    write_news(tmp_path / "gold" / "sub" / "b.json", "Es regnet in Bonn.", annotation("FreeIndirect", quote=range(5)))
    result = run_cli("evaluate", "gold", "--format", "json")
    assert (result.returncode, result.stderr) == (0, b"")
    plain = json.loads(result.stdout)
    assert plain["quotations"] == {"articles": 2, "gold": 2}
    assert plain["macro"]["message"] == {"precision": 1.0, "recall": 0.5, "f1": 0.6667}
    assert plain["forms"]["direct"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 1}
    assert plain["forms"]["free, indicative"]["recall"] == 0


@pytest.mark.parametrize("options", [[], ["--update-floors"]])
def test_floors_are_refused(tmp_path: Path, run_cli: RunCli, options: list[str]) -> None:
    """They are wrong usage, whatever is in their file, and it is not touched."""
    write_news(tmp_path / "a.json", TEXT, GOLD)
    (tmp_path / "floors.txt").write_bytes(b"{}")
    result = run_cli("evaluate", "a.json", "--floors", "floors.txt", *options)
    assert (result.returncode, result.stdout) == (2, b"")
    assert the_line(result.stderr) == "a.json: floors are for gold articles in XML; leave --floors out"
    assert (tmp_path / "floors.txt").read_bytes() == b"{}"


@pytest.mark.parametrize("content", ['{"tokens": [', "[]", '{"originalText": "Ja."}'])
def test_broken_gold(tmp_path: Path, run_cli: RunCli, content: str) -> None:
    """One line that names the file, and the status of an input that cannot be read."""
    (tmp_path / "a.json").write_text(content, "utf-8")
    result = run_cli("evaluate", "a.json")
    assert (result.returncode, result.stdout) == (3, b"")
    assert the_line(result.stderr).startswith("a.json: cannot be read as quotations: ")


def test_unknown_format(tmp_path: Path, run_cli: RunCli) -> None:
    """The same as for gold articles."""
    write_news(tmp_path / "a.json", TEXT, GOLD)
    result = run_cli("evaluate", "a.json", "--format", "jsn")
    assert (result.returncode, result.stdout) == (2, b"")
    assert the_line(result.stderr) == "unknown format jsn; did you mean json?"


def test_no_gold(run_cli: RunCli) -> None:
    """A file that is not there is neither kind of gold."""
    result = run_cli("evaluate", "fehlt.json")
    assert (result.returncode, result.stdout) == (3, b"")
    assert the_line(result.stderr).startswith("fehlt.json: no gold articles here; ")
