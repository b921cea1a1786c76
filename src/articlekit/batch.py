"""Every article below a folder: one summary file each, in a folder that mirrors the input.

One bad article never stops the batch: it is told and listed in `errors.jsonl`. An article whose summary is already
there, made from the same article with the same model, versions and configuration, is not done again.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain, islice
from pathlib import Path

from articlekit.codec import to_plain
from articlekit.errors import InputError, SettingsError
from articlekit.extractor import Extractor
from articlekit.read import READERS, read_articles
from articlekit.records import Article, Problem
from articlekit.settings import Settings, settings_plain
from articlekit.write import WRITERS
from articlekit.write.files import partial_path, write_whole

STATE = ".articlekit.json"
ERRORS = "errors.jsonl"
IDENTIFIED = ("identities.jsonl", "conflicts.jsonl")
"""What `articlekit identify` writes beside the summaries."""


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
        output: where the summaries go: `a/x.md` becomes `a/x.yaml`; the records of a file of many go to a folder `x/`.
        settings: the effective configuration.
        tell: is told each problem.
        advance: is called with the number of files after each file.

    Raises:
        InputError: when `folder` is no folder or has no article.
        SettingsError: when `output` is a file or the folder itself.
        ModelMissingError: when the model is not installed.
    """
    if not folder.is_dir():
        hint = "batch takes a folder; for files: articlekit extract"
        raise InputError("no such folder", where=str(folder), hint=hint)
    if (output.exists() and not output.is_dir()) or output.resolve() == folder.resolve():
        raise SettingsError("this cannot be the output folder", where=str(output), hint="name another folder with -o")
    files = find_articles(folder, below=output)
    if not files:
        hint = f"known formats are {', '.join(READERS)}"
        raise InputError("no articles below this folder", where=str(folder), hint=hint)
    extractor = Extractor(config=settings)
    batch = _Batch(extractor, settings, output, tell)
    stems = Counter(_stem(path) for path in files)
    try:
        for path in files:
            batch.do_file(path, path.relative_to(folder), twins=stems[_stem(path)] > 1)
            advance(len(files))
    finally:
        batch.close()
    return batch.report


class _Batch:
    """One run: what is done, what failed, and which names are taken."""

    def __init__(self, extractor: Extractor, settings: Settings, output: Path, tell: Callable[[object], None]) -> None:
        self.report = Report()
        self._extractor, self._settings, self._output, self._tell = extractor, settings, output, tell
        self._format = settings.format or "yaml"
        self._taken = {name.casefold() for name in (ERRORS, STATE, *IDENTIFIED)}
        self._problems: list[Problem] = []
        self._key = _digest({"settings": settings_plain(settings), "origin": asdict(extractor.origin)})
        self._done = self._read_state()

    def do_file(self, path: Path, relative: Path, *, twins: bool) -> None:
        items = read_articles([path])
        head = list(islice(items, 2))
        many = len(head) > 1 or path.suffix.lower() == ".jsonl"
        for number, item in enumerate(chain(head, items), 1):
            if isinstance(item, Problem):
                self._fail(item)
                continue
            self._do_article(item, self._target(_names(relative, twins=twins), number if many else None))

    def close(self) -> None:
        """Write what is done and what failed."""
        self._output.mkdir(parents=True, exist_ok=True)
        state = self._output / STATE
        partial = partial_path(state)
        partial.write_text(json.dumps({"key": self._key, "done": self._done}, sort_keys=True), "utf-8")
        partial.replace(state)
        errors = self._output / ERRORS
        if self._problems:
            lines = (json.dumps(asdict(problem), ensure_ascii=False) + "\n" for problem in self._problems)
            errors.write_text("".join(lines), "utf-8")
        else:
            errors.unlink(missing_ok=True)

    def _do_article(self, article: Article, name: str) -> None:
        target, digest = self._output / name, _digest(asdict(article))
        if target.is_file() and self._done.get(name) == digest:
            self.report.unchanged += 1
            return
        try:
            result = next(self._extractor.extract_many([article]))
        except Exception as error:
            where, hint = article.where or name, "please report it with the article"
            result = Problem(where=where, code="fault", message=f"a fault of ours: {error!r}", hint=hint)
        if isinstance(result, Problem):
            self._fail(result)
            return
        plain = to_plain(result, only=self._settings.only, brief=self._settings.brief)
        write_whole(target, plain, self._format)
        self._done[name] = digest
        self.report.done += 1

    def _fail(self, problem: Problem) -> None:
        self.report.failed += 1
        self._problems.append(problem)
        self._tell(problem)

    def _target(self, names: Iterator[str], number: int | None) -> str:
        """Return the path of a summary below the output that no other summary of this run has."""
        suffix = WRITERS[self._format].suffix
        for name in names:
            candidate = f"{name}/{number:06d}{suffix}" if number else f"{name}{suffix}"
            if candidate.casefold() not in self._taken:
                self._taken.add(candidate.casefold())
                return candidate
        raise AssertionError("names never run out")

    def _read_state(self) -> dict[str, str]:
        try:
            state = json.loads((self._output / STATE).read_text("utf-8"))
            return dict(state["done"]) if state["key"] == self._key else {}
        except (OSError, ValueError, LookupError, TypeError):
            return {}


def _stem(path: Path) -> str:
    return path.with_suffix("").as_posix().casefold()


def _names(relative: Path, *, twins: bool) -> Iterator[str]:
    """Yield names for the summary of a file: without its suffix unless it has twins, with it, and then numbered."""
    if not twins:
        yield relative.with_suffix("").as_posix()
    yield relative.as_posix()
    number = 1
    while True:
        number += 1
        yield f"{relative.as_posix()}-{number}"


def _digest(plain: object) -> str:
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()
