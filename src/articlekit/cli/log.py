"""What a batch tells on stderr: a bar and lines to read on a terminal, lines elsewhere, or JSON for programs."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any, Protocol

from articlekit.batch.report import Report
from articlekit.cli.guard import say
from articlekit.cli.progress import batch_bar
from articlekit.errors import SettingsError, near_name
from articlekit.records import Problem

LOG_FORMATS = ("text", "json")
EVERY_SECONDS = 10.0
"""Between two lines of progress in JSON."""


class Log(Protocol):
    """Is told what happens."""

    def problem(self, problem: Problem) -> None:
        """Take a problem."""

    def progress(self, report: Report) -> None:
        """Take the counts after each article."""

    def end(self, report: Report) -> None:
        """Take the counts of the whole run."""


class _Text:
    def __init__(self, show: Callable[[Report], None], *, quiet: bool) -> None:
        self._show, self._quiet = show, quiet

    def problem(self, problem: Problem) -> None:
        say(problem)

    def progress(self, report: Report) -> None:
        self._show(report)

    def end(self, report: Report) -> None:
        if report.interrupted or not self._quiet:
            say(report)


class _Json:
    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._told = self._started = time.monotonic()

    def problem(self, problem: Problem) -> None:
        self._write("problem", asdict(problem))

    def progress(self, report: Report) -> None:
        now = time.monotonic()
        if not self._quiet and now - self._told >= EVERY_SECONDS:
            self._told = now
            rate = round(report.finished / (now - self._started), 2)
            self._write("progress", asdict(report) | {"articles_per_second": rate})

    def end(self, report: Report) -> None:
        if report.interrupted or not self._quiet:
            self._write("interrupted" if report.interrupted else "finished", asdict(report))

    def _write(self, event: str, plain: dict[str, Any]) -> None:
        line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event} | plain
        with suppress(OSError, AttributeError):  # nobody listens, or there is no stderr
            sys.stderr.write(json.dumps(line, ensure_ascii=False) + "\n")
            sys.stderr.flush()


@contextmanager
def open_log(log_format: str, *, quiet: bool) -> Iterator[Log]:
    """Give what tells a batch's user.

    Raises:
        SettingsError: when there is no such format.
    """
    if log_format not in LOG_FORMATS:
        raise SettingsError(f"unknown log format {log_format}", hint=near_name(log_format, LOG_FORMATS))
    if log_format == "json":
        yield _Json(quiet=quiet)
        return
    with batch_bar(quiet=quiet) as show:
        yield _Text(show, quiet=quiet)
