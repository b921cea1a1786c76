"""`articlekit identify`: summaries of a batch in, identities and conflicts beside them."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from articlekit.codec import to_plain
from articlekit.write.files import write_whole
from tests.conftest import RunCli, the_line
from tests.identify.builders import summary
from tests.samples import SENTENCE

RESULTS = ["conflicts.jsonl", "identities.jsonl"]


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the records of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three summaries in three formats, one of them in a folder, with what a batch leaves beside them."""
    made = {
        "a.yaml": summary("a", PER=[("Ute Keller", "Landwirtin")], ORG=["Nordnetz"]),
        "tief/b.json": summary("b", PER=[("Ute Keller", "Juristin")], ORG=["Elbnetz"]),
        "c.jsonl": summary("c", ORG=["Nordnetz AG"]),
    }
    for name, one in made.items():
        path = tmp_path / "aus" / name
        write_whole(path, to_plain(one), path.suffix[1:])
    (tmp_path / "aus" / ".articlekit.json").write_text("{}", "utf-8")
    (tmp_path / "aus" / "errors.jsonl").write_text("{}\n", "utf-8")
    return tmp_path / "aus"


def test_a_folder(folder: Path, run_cli: RunCli) -> None:
    """A second run writes the same bytes: what the first wrote is no summary."""
    first = run_cli("identify", "aus")
    assert (first.returncode, first.stdout) == (0, b"")
    assert the_line(first.stderr) == "4 identities, 1 conflicts in 3 summaries"
    identities = lines(folder / "identities.jsonl")
    assert [one["id"] for one in identities] == ["org-elbnetz", "org-nordnetz-ag", "per-ute-keller", "per-ute-keller-2"]
    assert identities[1] == {
        "id": "org-nordnetz-ag",
        "name": "Nordnetz AG",
        "kind": "ORG",
        "aliases": ["Nordnetz"],
        "roles": [],
        "articles": [
            {"article": "a", "entity": "org1", "file": "a.yaml"},
            {"article": "c", "entity": "org1", "file": "c.jsonl"},
        ],
    }
    (conflict,) = lines(folder / "conflicts.jsonl")
    assert (conflict["why"], conflict["identities"]) == ("professions", ["per-ute-keller", "per-ute-keller-2"])
    made = {name: (folder / name).read_bytes() for name in RESULTS}
    second = run_cli("identify", "--quiet", "aus")
    assert (second.returncode, second.stderr) == (0, b"")
    assert {name: (folder / name).read_bytes() for name in RESULTS} == made
    assert not list(folder.glob(".*.part"))


def test_the_users_gazetteer(folder: Path, run_cli: RunCli, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(
        "gazetteer:\n  Nordnetz: {kind: ORG, aliases: [Elbnetz], wikidata: Q1}\n", "utf-8"
    )
    (tmp_path / "config.yaml").write_text("lexicons: [mine.yaml]\n", "utf-8")
    assert run_cli("identify", "aus", "--config", "config.yaml").returncode == 0
    body = lines(folder / "identities.jsonl")[0]
    assert (body["name"], body["wikidata"], len(body["articles"])) == ("Nordnetz", "Q1", 3)


def test_what_a_batch_writes(tmp_path: Path, run_cli: RunCli) -> None:
    """The real way: articles, summaries, identities."""
    (tmp_path / "ein").mkdir()
    (tmp_path / "ein" / "a.txt").write_text(f"{SENTENCE} Das sagte auch Pawel Durow.", "utf-8")
    assert run_cli("batch", "ein", "-o", "aus").returncode == 0
    assert run_cli("identify", "aus").returncode == 0
    found = {one["id"]: one["articles"] for one in lines(tmp_path / "aus" / "identities.jsonl")}
    assert found["per-pawel-durow"] == [{"article": "a", "entity": "per1", "file": "summaries/a.yaml"}]
    again = run_cli("batch", "ein", "-o", "aus")
    assert again.stderr == b"articlekit: 0 done, 1 unchanged\n"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("x.yaml", "schema: [", "broken YAML"),
        ("x.json", "{", "broken JSON"),
        ("x.json", "[]", "no summary of schema articlekit/1"),
        ("x.json", '{"schema": "articlekit/2"}', "no summary of schema articlekit/1"),
        ("x.json", '{"schema": "articlekit/1", "article": 1}', "not of schema articlekit/1"),
        ("x.jsonl", '{"schema": "articlekit/1"}\n{', "not of schema articlekit/1"),
    ],
)
def test_a_bad_file_does_not_stop_the_others(folder: Path, run_cli: RunCli, name: str, text: str, told: str) -> None:
    (folder / name).write_text(text, "utf-8")
    result = run_cli("identify", "aus")
    assert result.returncode == 3
    said, report = result.stderr.decode("utf-8").splitlines()
    assert said.startswith(f"articlekit: {Path('aus', name)}")
    assert told in said
    assert report == "articlekit: 4 identities, 1 conflicts in 3 summaries, 1 files could not be read"
    assert len(lines(folder / "identities.jsonl")) == 4


def test_no_summaries(tmp_path: Path, run_cli: RunCli) -> None:
    missing = run_cli("identify", "nirgends")
    assert (missing.returncode, the_line(missing.stderr).split(";")[0]) == (3, "nirgends: no such folder")
    (tmp_path / "leer").mkdir()
    empty = run_cli("identify", "leer")
    assert (empty.returncode, the_line(empty.stderr).split(";")[0]) == (3, "leer: no summaries below this folder")
    (tmp_path / "leer" / "x.json").write_bytes(b"\xff")
    broken = run_cli("identify", "leer")
    assert broken.returncode == 3
    assert "not UTF-8" in broken.stderr.decode("utf-8")
    assert not (tmp_path / "leer" / "identities.jsonl").exists()


def test_wrong_settings(folder: Path, run_cli: RunCli, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("same_names: {Netz: {kind: ORG}}\n", "utf-8")
    (tmp_path / "config.yaml").write_text("lexicons: [mine.yaml]\n", "utf-8")
    result = run_cli("identify", "aus", "--config", "config.yaml")
    assert result.returncode == 2
    assert "lexicon of identities is wrong" in the_line(result.stderr)
    assert run_cli("identify").returncode == 2


def test_a_summary_is_not_overwritten(folder: Path, run_cli: RunCli) -> None:
    write_whole(folder / "identities.jsonl", to_plain(summary("identities")), "jsonl")
    before = (folder / "identities.jsonl").read_bytes()
    result = run_cli("identify", "aus")
    assert (result.returncode, (folder / "identities.jsonl").read_bytes()) == (2, before)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_cannot_be_written(folder: Path, run_cli: RunCli) -> None:
    folder.chmod(0o500)
    try:
        result = run_cli("identify", "aus")
    finally:
        folder.chmod(0o700)
    assert result.returncode == 2
    assert "cannot write" in the_line(result.stderr)


def test_results_that_are_folders(folder: Path, run_cli: RunCli) -> None:
    """What cannot be written is told in a line, and nothing is left half done."""
    (folder / "conflicts.jsonl").mkdir()
    result = run_cli("identify", "aus")
    assert result.returncode == 2
    assert "cannot write" in the_line(result.stderr)
    assert not list(folder.glob(".*.part"))
