"""Golden cases: each file of `tests/cases` goes through the library and through the command, with the same result.

A case has `why`, `text`, optional metadata and `show` (sections, or `all`); `expect` is written by `make golden`.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from articlekit import Article, Extractor
from articlekit.codec import to_plain
from articlekit.sections import SECTIONS

from .conftest import RunCli

CASES = Path(__file__).parent / "cases"
MARKER = "# Below this line: written by `make golden`.\n"
METADATA = ("title", "author", "date", "source", "url")
HINT = "if the new output is right: make golden"


@cache
def cases() -> dict[str, dict[str, Any]]:
    return {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(CASES.glob("*.yaml"))}


def article_of(name: str) -> Article:
    case = cases()[name]
    return Article(text=case["text"], id=name, **{key: case[key] for key in METADATA if key in case})


def shown(case: dict[str, Any], plain: dict[str, Any]) -> dict[str, Any]:
    """Return what a case shows: the sections it names, or everything but what changes with every release."""
    if case["show"] == "all":
        return {key: value for key, value in plain.items() if key != "provenance"}
    return {section: plain[section] for section in case["show"]}


@pytest.mark.parametrize("name", sorted(cases()))
def test_library(name: str, extractor: Extractor, update_golden: bool) -> None:
    """The library's summary of a case is the expected one."""
    case = cases()[name]
    found = shown(case, to_plain(extractor.extract(article_of(name))))
    if update_golden:
        path = CASES / f"{name}.yaml"
        human = path.read_text("utf-8").split(MARKER)[0]
        expect = yaml.safe_dump({"expect": found}, sort_keys=False, allow_unicode=True, width=110)
        path.write_text(human + MARKER + expect, "utf-8")
        case["expect"] = found
    assert "expect" in case, f"{name} expects nothing yet; {HINT}"
    assert found == case["expect"], f"{case['why']}; {HINT}"


def test_command(run_cli: RunCli) -> None:
    """The command adds nothing and leaves nothing out: all cases as a stream of JSON lines give the same."""
    records = [
        {"id": name, "text": case["text"], **{key: case[key] for key in METADATA if key in case}}
        for name, case in cases().items()
    ]
    lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    result = run_cli("extract", "-", "--quiet", stdin=lines.encode("utf-8"))
    assert (result.returncode, result.stderr) == (0, b"")
    summaries = [json.loads(line) for line in result.stdout.decode("utf-8").splitlines()]
    assert [summary["article"]["id"] for summary in summaries] == list(cases())
    for summary, (name, case) in zip(summaries, cases().items(), strict=True):
        assert shown(case, summary) == case["expect"], name


def test_every_section_is_shown() -> None:
    """Every section of a summary is in at least one case, so that none changes unseen."""
    seen = {section for case in cases().values() if case["show"] != "all" for section in case["show"]}
    assert seen | {"author_claims"} >= set(SECTIONS)
    assert sum(case["show"] == "all" for case in cases().values()) >= 3
