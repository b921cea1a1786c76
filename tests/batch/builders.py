"""Folders of articles, and a batch over them without processes that load a pipeline."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from multiprocessing.connection import Connection, Pipe, wait
from pathlib import Path
from typing import Any

from articlekit import Extractor
from articlekit.batch import BatchOptions, Report, run_batch
from articlekit.batch.reader import read_one
from articlekit.batch.tasks import End, Item, Made, ReadFile, Result, Same, Task
from articlekit.batch.worker import make_summary
from articlekit.settings import Settings
from tests.samples import SENTENCE


class OwnEngine:
    """Makes each summary at once, in this process."""

    lost = memory = 0

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor
        self._results: list[Result] = []

    def has_room(self) -> bool:
        return True

    def busy(self) -> bool:
        return bool(self._results)

    def submit(self, task: Task) -> None:
        self._results.append(Result(task, self.make(task)))

    def make(self, task: Task) -> Any:
        made = make_summary(self._extractor, task)
        assert isinstance(made, Made) or made.message
        return made

    def wait(self, others: Sequence[Connection], timeout: float) -> list[Result]:
        results, self._results = self._results, []
        if not results and others:
            wait(others, timeout)
        return results

    def close(self) -> None:
        """Nothing is open."""


class OwnFiles:
    """Reads each file in this process."""

    lost = 0

    def __init__(self, folder: Path, jobs: Iterator[ReadFile], *, timeout: float) -> None:  # noqa: ARG002
        self._folder, self._jobs = folder, jobs
        self._next = next(jobs, None)
        self.connection, self._other = Pipe()
        self._other.send(None)  # there is always something to hear

    @property
    def done(self) -> bool:
        return self._next is None

    def pause(self) -> None:
        """Nobody waits."""

    def receive(self) -> Iterator[Same | Item | End]:
        job = self._next
        assert job
        yield from read_one(job, self._folder)
        self._next = next(self._jobs, None)

    def close(self) -> None:
        self.connection.close()
        self._other.close()


def fill(base: Path, *names: str, text: str = SENTENCE) -> None:
    """Write articles below `ein`."""
    for name in names:
        path = base / "ein" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def batch(base: Path, options: BatchOptions | None = None, **settings: Any) -> tuple[Report, list[str], list[str]]:
    """Run a batch from `ein` to `aus`; return its report, what it told, and the summaries that are there."""
    told: list[str] = []
    report = run_batch(
        base / "ein",
        base / "aus",
        Settings(**settings),
        options,
        tell=lambda problem: told.append(str(problem)),
        advance=lambda report: None,  # noqa: ARG005
    )
    return report, told, files_below(base / "aus" / "summaries")


def files_below(folder: Path) -> list[str]:
    """Return the paths of all files below a folder, hidden ones too."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def dump(database: Path) -> list[str]:
    """Return all that is in a database, as statements."""
    with closing(sqlite3.connect(database)) as connection:
        return list(connection.iterdump())


def query(database: Path, statement: str, *values: object) -> list[tuple[Any, ...]]:
    """Return the rows of a query."""
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(statement, values).fetchall()
