"""Progress bars on stderr, on a terminal only."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articlekit.batch.report import Report


@contextmanager
def progress_bar(*, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Give a function to call with the total after each finished article."""
    if quiet or not sys.stderr.isatty():
        yield lambda total: None  # noqa: ARG005
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    with Progress(BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=Console(stderr=True)) as bar:
        task = bar.add_task("articles", total=None)
        yield lambda total: bar.update(task, total=total, advance=1)


@contextmanager
def batch_bar(*, quiet: bool) -> Iterator[Callable[["Report"], None]]:
    """Give a function to call with the counts after each article; shows rate, failures and time left."""
    if quiet or not sys.stderr.isatty():
        yield lambda report: None  # noqa: ARG005
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("{task.fields[failed]} failed"),
        TimeRemainingColumn(),
    )
    started = time.monotonic()
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("articles", total=None, rate="", failed=0)

        def show(report: "Report") -> None:
            rate = f"{report.finished / max(time.monotonic() - started, 0.1):.1f}/s"
            bar.update(task, total=report.total, completed=report.finished, rate=rate, failed=report.failed)

        yield show
