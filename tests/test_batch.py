"""Batches that go wrong in ways a command line test would take long for: names that meet, articles that break."""

from pathlib import Path
from typing import Any

import pytest

from articlekit import Extractor
from articlekit.batch import Report, find_articles, run_batch
from articlekit.settings import Settings
from tests.samples import SENTENCE


@pytest.fixture(autouse=True)
def _one_pipeline(monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> None:
    monkeypatch.setattr("articlekit.batch.Extractor", lambda config: extractor)  # noqa: ARG005


def batch(base: Path, **settings: Any) -> tuple[Report, list[str], list[str]]:
    """Run a batch from `ein` to `aus`; return its report, what it told and the files it wrote."""
    told: list[str] = []
    report = run_batch(
        base / "ein",
        base / "aus",
        Settings(**settings),
        tell=lambda problem: told.append(str(problem)),
        advance=lambda total: None,  # noqa: ARG005
    )
    files = [path for path in (base / "aus").rglob("*") if path.is_file() and not path.name.startswith(".")]
    return report, told, sorted(str(path.relative_to(base / "aus")) for path in files)


def fill(base: Path, *names: str, text: str = SENTENCE) -> None:
    """Write articles below `ein`."""
    for name in names:
        path = base / "ein" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


LIST = '[{"text": "Eins."}, {"text": "Zwei."}]'
LINE = '{"text": "Eins."}\n'


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
        pytest.param({"errors.txt": "A."}, 1, id="errors"),
    ],
)  # fmt: skip
def test_every_article_has_its_own_summary(tmp_path: Path, articles: dict[str, str], count: int) -> None:
    """As many files as articles, whatever their names, and a second run finds them all done."""
    for name, text in articles.items():
        fill(tmp_path, name, text=text)
    report, told, files = batch(tmp_path, format="jsonl")
    assert (report.done, len(files), told) == (count, count, [])
    assert batch(tmp_path, format="jsonl")[0] == Report(unchanged=count)


def test_articles_are_found_in_order(tmp_path: Path) -> None:
    """Hidden files, other formats and what lies below the output are none."""
    fill(tmp_path, "b.txt", "a/z.md", "a/y.JSON", ".x.txt", ".git/a.txt", "aus/c.txt", "d.docx", "leer.txt/e.txt")
    found = [
        str(path.relative_to(tmp_path / "ein")) for path in find_articles(tmp_path / "ein", below=tmp_path / "ein/aus")
    ]
    assert found == ["a/y.JSON", "a/z.md", "b.txt", "leer.txt/e.txt"]


@pytest.mark.parametrize("state", ["", "{}", pytest.param("[]"), '{"settings": 1}', "\x00"])
def test_a_broken_state_is_no_state(tmp_path: Path, state: str) -> None:
    """What a crash left behind costs time only."""
    fill(tmp_path, "a.txt")
    (tmp_path / "aus").mkdir()
    (tmp_path / "aus" / ".articlekit.json").write_text(state, "utf-8")
    assert batch(tmp_path)[0] == Report(done=1)
    assert batch(tmp_path)[0] == Report(unchanged=1)


@pytest.mark.parametrize("change", [{"brief": True}, {"only": ("claims",)}, {"max_chars": 77}])
def test_other_settings_do_all_again(tmp_path: Path, change: dict[str, Any]) -> None:
    """A summary made under other settings is not taken for done."""
    fill(tmp_path, "a.txt")
    batch(tmp_path)
    assert batch(tmp_path, **change)[0] == Report(done=1)


def test_another_version_does_all_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extractor: Extractor) -> None:
    """After an update, what the old version made is not taken for done."""
    fill(tmp_path, "a.txt")
    batch(tmp_path)
    monkeypatch.setitem(extractor.nlp.meta, "version", "99.0.0")
    monkeypatch.setattr("articlekit.__version__", "99.0.0")
    assert batch(tmp_path)[0] == Report(done=1)


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
    assert (report.done, report.failed, files) == (2, 1, ["a.yaml", "c.yaml", "errors.jsonl"])
    assert "unerwartet" in told[0]
