"""Every article below a folder: one summary file each, in a folder that mirrors the input.

One bad article never stops the batch: it is told and listed in `errors.jsonl`. An article whose summary is already
there, made from the same text with the same model and configuration, is not done again.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from articlekit.codec import to_plain
from articlekit.errors import InputError
from articlekit.extractor import Extractor
from articlekit.read import READERS, read_articles
from articlekit.records import Article, Problem
from articlekit.settings import Settings, config_digest, settings_plain
from articlekit.write import WRITERS
from articlekit.write.files import partial_path, write_whole

STATE = ".articlekit.json"
ERRORS = "errors.jsonl"


@dataclass(slots=True)
class Report:
    """What a batch did."""

    done: int = 0
    unchanged: int = 0
    failed: int = 0

    def __str__(self) -> str:
        failed = f", {self.failed} failed (see {ERRORS})" if self.failed else ""
        return f"{self.done} done, {self.unchanged} unchanged{failed}"


def find_articles(folder: Path, *, below: Path | None = None) -> list[Path]:
    """Return the articles below `folder` in the order of their paths; hidden files and those below `below` are not."""
    found = []
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        if path.suffix.lower() in READERS and path.is_file() and not any(part.startswith(".") for part in parts):
            if below is None or below.resolve() not in path.resolve().parents:
                found.append(path)
    return sorted(found)


def run_batch(
    folder: Path,
    output: Path,
    settings: Settings,
    *,
    tell: Callable[[object], None],
    advance: Callable[[int], None],
) -> Report:
    """Write a summary for every article below `folder` to `output`.

    Args:
        folder: where the articles are.
        output: where the summaries go: `a/x.md` becomes `a/x.yaml`; the records of a JSONL file go to a folder `x/`.
        settings: the effective configuration.
        tell: is told each problem.
        advance: is called with the number of files after each file.

    Raises:
        InputError: when `folder` is no folder or has no article.
        ModelMissingError: when the model is not installed.
    """
    if not folder.is_dir():
        raise InputError(
            "no such folder", where=str(folder), hint="batch takes a folder; for files: articlekit extract"
        )
    files = find_articles(folder, below=output)
    if not files:
        raise InputError(
            "no articles below this folder", where=str(folder), hint=f"known formats are {', '.join(READERS)}"
        )
    report, problems = Report(), []
    state = _State(output / STATE, _settings_key(settings))
    extractor = Extractor(config=settings)
    try:
        for path in files:
            for target, item in _targets(folder, output, path, settings):
                problem = item if isinstance(item, Problem) else _one(item, target, extractor, settings, state, report)
                if problem:
                    problem = replace(problem, where=str(path)) if problem is not item else problem
                    report.failed += 1
                    problems.append(problem)
                    tell(problem)
            advance(len(files))
    finally:
        state.save()
        _write_errors(output / ERRORS, problems)
    return report


def _targets(folder: Path, output: Path, path: Path, settings: Settings) -> Iterator[tuple[Path, Article | Problem]]:
    """Pair each article of a file with the file its summary goes to; names never collide."""
    suffix = WRITERS[settings.format or "yaml"].suffix
    relative = path.relative_to(folder)
    twins = [other for other in path.parent.glob(f"{path.stem}.*") if other.suffix.lower() in READERS]
    base = output / (relative.with_suffix("") if len(twins) < 2 else relative)
    many = path.suffix.lower() == ".jsonl"
    for number, item in enumerate(read_articles([path]), 1):
        name = f"{base.name}{suffix}" if not many else f"{base.name}/{number:06d}{suffix}"
        yield base.parent / name, item


def _one(
    article: Article, target: Path, extractor: Extractor, settings: Settings, state: "_State", report: Report
) -> Problem | None:
    key = str(target.relative_to(state.path.parent))
    digest = hashlib.sha256(json.dumps(asdict(article), sort_keys=True).encode()).hexdigest()
    if target.is_file() and state.done.get(key) == digest:
        report.unchanged += 1
        return None
    result = next(extractor.extract_many([article]))
    if isinstance(result, Problem):
        return result
    write_whole(target, to_plain(result, only=settings.only, brief=settings.brief), settings.format or "yaml")
    state.done[key] = digest
    report.done += 1
    return None


def _settings_key(settings: Settings) -> str:
    plain = settings_plain(settings) | {"digest": config_digest(settings)}
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


class _State:
    """Which summaries are done, from which article, under which settings."""

    def __init__(self, path: Path, settings_key: str) -> None:
        self.path = path
        self._settings_key = settings_key
        self.done: dict[str, str] = {}
        try:
            data = json.loads(path.read_text("utf-8"))
            if data.get("settings") == settings_key:
                self.done = data["done"]
        except (OSError, ValueError, KeyError):
            pass

    def save(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        partial = partial_path(self.path)
        partial.write_text(json.dumps({"settings": self._settings_key, "done": self.done}, sort_keys=True), "utf-8")
        partial.replace(self.path)


def _write_errors(path: Path, problems: list[Problem]) -> None:
    if problems:
        lines = (json.dumps(asdict(problem), ensure_ascii=False) + "\n" for problem in problems)
        path.write_text("".join(lines), "utf-8")
    else:
        path.unlink(missing_ok=True)
