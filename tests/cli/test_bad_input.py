"""Bad input: one line that names the file and the mend, the documented exit status, and no half summary."""

import json
from pathlib import Path

import pytest
import yaml

from tests.conftest import RunCli, the_line
from tests.samples import ARTICLE, ENGLISH, SENTENCE

FILES = {
    "gut.txt": SENTENCE.encode(),
    "leer.txt": b"\n \n",
    "bild.txt": b"\x89PNG\r\n\x1a\n\x00\x00",
    "marke.txt": ARTICLE.encode("utf-16")[:-1],
    "offen.md": b"---\ntitle: T\n\nText.\n",
    "kopf.md": b"---\ntitle: [T\n---\nText.\n",
    "bruch.json": b'{"text": "Ja."',
    "ohne.json": b'{"title": "T"}',
    "bruch.jsonl": b'{"text": "Ja.}\n',
    "a.odt": b"PK",
    "schluessel.yaml": b"modle: x\nmax_chars: viele\n",
    "wert.yaml": b"format: jsonn\n",
    "yaml.yaml": b"model: [x\n",
    "lexikon.yaml": b"lexicons: [fehlt.yaml]\n",
    "pfad.yaml": b"lexicons: [verben.yaml]\n",
    "verben.yaml": b"cue_verb: {}\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files of `FILES` and a folder."""
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "ordner").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "status", "line"),
    [
        ("fehlt.txt", 3, "fehlt.txt: no such file; check the path"),
        ("ordner", 3, "ordner: this is a folder; for every article below it: articlekit batch ordner -o OUT"),
        ("leer.txt", 3, "leer.txt: the file is empty; it needs the text of an article"),
        ("bild.txt", 3, "bild.txt: this is a binary file; give the article as text"),
        ("marke.txt", 3, "marke.txt: its first bytes say utf-16, but byte "),
        ("offen.md", 3, "offen.md: the front matter is not closed; end it with a line ---"),
        ("kopf.md", 3, "kopf.md: broken front matter, line 3: "),
        ("bruch.json", 3, "bruch.json:1: broken JSON: "),
        ("ohne.json", 3, "ohne.json: there is no text field; it needs one of text, "),
        ("bruch.jsonl", 3, "bruch.jsonl:1: broken JSON: "),
        ("a.odt", 3, "a.odt: unknown format .odt; known formats are .txt, .md, "),
        ("-", 3, "stdin: the file is empty; it needs the text of an article"),
        ("gut.txt --format xlm", 2, "unknown format xlm; known are json, jsonl, yaml"),
        ("gut.txt --only claim", 2, "unknown section claim; did you mean claims?"),
        ("gut.txt --config fehlt.yaml", 2, "fehlt.yaml: cannot read it: No such file or directory; check the path"),
        (
            "gut.txt --config schluessel.yaml",
            2,
            "schluessel.yaml: unknown key modle (did you mean model?); max_chars must",
        ),
        ("gut.txt --config wert.yaml", 2, "wert.yaml: unknown format jsonn; did you mean json"),
        ("gut.txt --config yaml.yaml", 2, "yaml.yaml: broken YAML: "),
        ("gut.txt --config lexikon.yaml", 2, "lexikon.yaml: no such lexicon file: fehlt.yaml"),
        ("gut.txt --config pfad.yaml", 2, "verben.yaml: unknown section cue_verb; did you mean cue_verbs?"),
        ("gut.txt -o gut.txt", 2, "gut.txt: this is one of the inputs; write to another file"),
        ("gut.txt -o ordner/../gut.txt", 2, "ordner/../gut.txt: this is one of the inputs; write to another file"),
        ("gut.txt -o fehlt/s.yaml", 2, "fehlt/s.yaml: cannot write: No such file or directory; check the path"),
        ("gut.txt --model de_core_news_xl", 5, "de_core_news_xl: this model is not installed; articlekit models lists"),
        ("gut.txt --model ordner", 5, "ordner: cannot be loaded: "),
    ],
)
def test_one_line_and_a_status(folder: Path, run_cli: RunCli, arguments: str, status: int, line: str) -> None:
    """What is wrong, where, and what mends it; nothing on standard output, and no file is touched."""
    result = run_cli("extract", *arguments.split())
    assert the_line(result.stderr).startswith(line)
    assert "; " in the_line(result.stderr)
    assert (result.returncode, result.stdout) == (status, b"")
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == FILES


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ("fehlt -o aus", "fehlt: no such folder; batch takes a folder or one file of .json, .jsonl, .parquet"),
        ("gut.txt -o aus", "gut.txt: this is no file of many articles; batch takes a folder or one file of"),
        ("ordner -o aus", "ordner: no articles below this folder; known formats are .txt, .md, "),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_batch_of_nothing(run_cli: RunCli, arguments: str, line: str) -> None:
    """A folder that is not there or has nothing in it is an input that cannot be read."""
    result = run_cli("batch", *arguments.split())
    assert the_line(result.stderr).startswith(line)
    assert (result.returncode, result.stdout) == (3, b"")


def test_a_model_that_can_be_had(tmp_path: Path, run_cli: RunCli) -> None:
    """For a pipeline that we know, the line is the command that brings it."""
    (tmp_path / "a.txt").write_text(SENTENCE, "utf-8")
    result = run_cli("extract", "a.txt", "--model", "de_dep_news_trf")
    assert result.returncode == 5
    assert "this model is not installed; pip install https://github.com/explosion/" in the_line(result.stderr)


def test_a_broken_line_of_many(tmp_path: Path, run_cli: RunCli) -> None:
    """It is told by its number; the other articles are there."""
    good = json.dumps({"text": SENTENCE}).encode() + b"\n"
    (tmp_path / "a.jsonl").write_bytes(good + b'{"text": \n' + good)
    result = run_cli("extract", "a.jsonl")
    assert result.returncode == 3
    assert the_line(result.stderr).startswith("a.jsonl:2: broken JSON: ")
    assert [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()] == ["a-1", "a-3"]


def test_an_article_of_twenty_megabytes(tmp_path: Path, run_cli: RunCli) -> None:
    """It is refused before it takes all memory, with the numbers and the key that changes them."""
    (tmp_path / "gross.txt").write_text(f"{SENTENCE}\n" * 440_000, "utf-8")
    result = run_cli("extract", "gross.txt")
    assert (result.returncode, result.stdout) == (3, b"")
    line = the_line(result.stderr)
    assert line.startswith("gross")
    assert "characters are more than max_chars (20,000,000); split the text, or raise max_chars" in line


def test_too_long_an_article_is_told_by_its_file(tmp_path: Path, run_cli: RunCli) -> None:
    """Also what goes wrong after reading names the file, with the folder it is in."""
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "a.txt").write_text(SENTENCE, "utf-8")
    (tmp_path / "c.yaml").write_text("max_chars: 5\n", "utf-8")
    assert the_line(run_cli("extract", "x/a.txt", "--config", "c.yaml").stderr).startswith("x/a.txt: ")


def test_text_that_is_not_german(tmp_path: Path, run_cli: RunCli) -> None:
    """It is done all the same, and the summary says that little is to be expected."""
    (tmp_path / "en.txt").write_text(ENGLISH, "utf-8")
    result = run_cli("extract", "en.txt")
    assert result.returncode == 0
    plain = yaml.safe_load(result.stdout)
    assert [warning["code"] for warning in plain["warnings"]] == ["not-german"]
    assert plain["article"]["language"] is None
    assert the_line(result.stderr).startswith("en: warning: the text does not look German")


@pytest.mark.parametrize("arguments", [["extract"], ["extract", "--kurz"], ["extrakt"], ["batch", "."]])
def test_wrong_usage(run_cli: RunCli, arguments: list[str]) -> None:
    """What the parser refuses is told on standard error, with how it is used."""
    result = run_cli(*arguments)
    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr.startswith(b"Usage: ")


def test_half_a_character(run_cli: RunCli) -> None:
    """A JSON escape of half a surrogate pair costs that article at most."""
    good = json.dumps({"text": SENTENCE}).encode() + b"\n"
    result = run_cli("extract", "-", stdin=b'{"text": "Die Ministerin \\ud83d sagte."}\n' + good)
    assert result.returncode in {0, 3}
    assert b"stdin-2" in result.stdout
