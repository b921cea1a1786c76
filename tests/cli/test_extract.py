"""`articlekit extract`: articles in, summaries out, as a user runs it."""

import json
import os
from pathlib import Path

import jsonschema
import pytest
import yaml

from articlekit import Extractor, read_articles
from articlekit.codec import json_schema, to_plain
from articlekit.sections import SECTIONS
from articlekit.settings import Settings, settings_plain
from tests.conftest import RunCli, the_line
from tests.samples import ARTICLE, CLAIM, FRONT_MATTER, SENTENCE


def names(folder: Path) -> list[str]:
    """Return the names in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_one_article(tmp_path: Path, run_cli: RunCli, extractor: Extractor) -> None:
    """YAML on standard output, nothing on standard error, and the same that the library gives."""
    (tmp_path / "a.md").write_text(FRONT_MATTER + ARTICLE, "utf-8")
    result = run_cli("extract", "a.md")
    assert (result.returncode, result.stderr) == (0, b"")
    plain = yaml.safe_load(result.stdout)
    jsonschema.validate(plain, json_schema())
    assert (plain["article"]["id"], plain["article"]["date"]) == ("frist-7", "2025-10-02")
    assert (plain["claims"][0]["speaker"], plain["claims"][0]["text"]) == ("Ministerin", CLAIM)
    [article] = read_articles([tmp_path / "a.md"])
    assert plain == to_plain(extractor.extract(article))


@pytest.mark.parametrize("name", ["yaml", "json", "jsonl"])
def test_several_articles(tmp_path: Path, run_cli: RunCli, name: str) -> None:
    """Each format has its way to hold several, in the order given; sections and places can be left out."""
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "b.json").write_text(json.dumps([{"text": SENTENCE}, {"id": "drei", "text": SENTENCE}]), "utf-8")
    result = run_cli("extract", "b.json", "a.txt", "--format", name, "--only", "claims,people", "--brief")
    assert (result.returncode, result.stderr) == (0, b"")
    text = result.stdout.decode("utf-8")
    plains = {
        "yaml": lambda: list(yaml.safe_load_all(text)),
        "json": lambda: json.loads(text),
        "jsonl": lambda: [json.loads(line) for line in text.splitlines()],
    }[name]()
    assert [plain["article"]["id"] for plain in plains] == ["b-1", "drei", "a"]
    for plain in plains:
        assert [key for key in plain if key in SECTIONS] == ["people", "claims"]
        assert "spans" not in plain["claims"][0]
        jsonschema.validate(plain, json_schema())


def test_to_a_file(tmp_path: Path, run_cli: RunCli) -> None:
    """With -o nothing goes to standard output; what stood there before is replaced."""
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "s.yaml").write_text("alt", "utf-8")
    result = run_cli("extract", "a.txt", "-o", "s.yaml")
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    assert yaml.safe_load((tmp_path / "s.yaml").read_text("utf-8"))["claims"]
    assert names(tmp_path) == ["a.txt", "s.yaml"]


def test_to_a_folder(tmp_path: Path, run_cli: RunCli) -> None:
    """A folder, made where it is not there, gets a file for each article, and a bad input does not hinder it."""
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(SENTENCE, "utf-8")
    result = run_cli("extract", "x/a.txt", "fehlt.txt", "y/a.txt", "-o", "neu/", "--format", "json")
    assert (result.returncode, result.stdout) == (3, b"")
    assert the_line(result.stderr) == "fehlt.txt: no such file; check the path"
    assert names(tmp_path / "neu") == ["a-2.json", "a.json"]


def test_a_bad_input_among_good_ones(tmp_path: Path, run_cli: RunCli) -> None:
    """The others are written, the bad one is told, and the status says so."""
    (tmp_path / "a.txt").write_text(SENTENCE, "utf-8")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.7")
    result = run_cli("extract", "a.txt", "b.txt", "-", "--format", "json")
    assert result.returncode == 3
    assert [plain["article"]["id"] for plain in json.loads(result.stdout)] == ["a"]
    assert [line.split(": ")[1] for line in result.stderr.decode().splitlines()] == ["b.txt", "stdin"]


def test_warnings(tmp_path: Path, run_cli: RunCli) -> None:
    """A warning stands in the summary and on standard error; --quiet keeps it from there only."""
    (tmp_path / "a.txt").write_bytes(ARTICLE.encode("cp1252"))
    told, quiet = run_cli("extract", "a.txt"), run_cli("extract", "a.txt", "--quiet")
    assert told.stdout == quiet.stdout
    assert (told.returncode, quiet.returncode, quiet.stderr) == (0, 0, b"")
    [warning] = yaml.safe_load(told.stdout)["warnings"]
    assert the_line(told.stderr) == f"a: warning: {warning['message']}"
    assert "read as cp1252" in warning["message"]


def test_configuration(tmp_path: Path, run_cli: RunCli) -> None:
    """A file sets what the command line does not; `config` prints what holds, and that is a configuration again."""
    (tmp_path / "a.txt").write_text(SENTENCE, "utf-8")
    (tmp_path / "c.yaml").write_text("format: json\nonly: [claims]\nlexicons: [mehr.yaml]\n", "utf-8")
    (tmp_path / "mehr.yaml").write_text("cue_verbs: {sagen: {act: deny}}\n", "utf-8")
    shown = run_cli("config", "--config", "c.yaml")
    assert yaml.safe_load(shown.stdout) == settings_plain(
        Settings(format="json", only=("claims",), lexicons=("mehr.yaml",))
    )
    (tmp_path / "d.yaml").write_bytes(shown.stdout)
    result = run_cli("extract", "a.txt", "--config", "d.yaml", "--format", "jsonl", "--brief")
    plain = json.loads(result.stdout)
    assert plain["claims"][0]["act"] == "deny"
    assert "people" not in plain


def test_schema_and_models(run_cli: RunCli) -> None:
    """What is there is told without loading a pipeline."""
    assert json.loads(run_cli("schema").stdout) == json_schema()
    assert run_cli("models").stdout.startswith(b"de_policy_news  ")


def test_a_folder_with_an_input_in_it(tmp_path: Path, run_cli: RunCli) -> None:
    """No input is ever overwritten."""
    before = json.dumps({"text": SENTENCE})
    (tmp_path / "a.json").write_text(before, "utf-8")
    result = run_cli("extract", "a.json", "--format", "json", "-o", "./")
    assert (tmp_path / "a.json").read_text("utf-8") == before
    assert result.returncode == 2


def test_to_a_named_pipe(tmp_path: Path, run_cli: RunCli) -> None:
    """What is no ordinary file is written to, not replaced."""
    (tmp_path / "a.txt").write_text(SENTENCE, "utf-8")
    os.mkfifo(tmp_path / "rohr")
    reading = os.open(tmp_path / "rohr", os.O_RDONLY | os.O_NONBLOCK)
    run_cli("extract", "a.txt", "-o", "rohr")
    written = os.read(reading, 1 << 16)
    os.close(reading)
    assert written.startswith(b"schema: articlekit/1\n")


def test_one_object_on_one_line_is_json(run_cli: RunCli) -> None:
    """One object is one article, as `trafilatura --json` writes it, and gives YAML; lines begin with the second."""
    record = json.dumps({"text": SENTENCE}).encode() + b"\n"
    assert run_cli("extract", "-", stdin=record).stdout.startswith(b"schema: articlekit/1\n")
    lines = run_cli("extract", "-", stdin=record * 2).stdout.splitlines()
    assert [json.loads(line)["article"]["id"] for line in lines] == ["stdin-1", "stdin-2"]
