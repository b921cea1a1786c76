"""Progress bars on stderr, on a terminal only."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from articlekit.batch.report import Report


Show = Callable[..., None]


@contextmanager
def _bar(*fields: str, quiet: bool) -> Iterator[Show | None]:
    """Give what updates a bar with the texts of `fields` beside it, None where there is nobody to see one."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    texts = [TextColumn(f"{{task.fields[{name}]}}") for name in fields]
    columns = (BarColumn(), MofNCompleteColumn(), *texts, TimeRemainingColumn())
    empty: dict[str, Any] = dict.fromkeys(fields, "")
    with Progress(*columns, console=Console(stderr=True)) as bar:
        yield partial(bar.update, bar.add_task("articles", total=None, **empty))


@contextmanager
def progress_bar(*, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Give a function to call with the total after each finished article."""
    with _bar(quiet=quiet) as show:
        yield lambda total: show(total=total, advance=1) if show else None


@contextmanager
def batch_bar(*, quiet: bool) -> Iterator[Callable[["Report"], None]]:
    """Give a function to call with the counts after each article; shows rate, failures and time left."""
    started = time.monotonic()
    with _bar("rate", "failed", quiet=quiet) as show:

        def tell(report: "Report") -> None:
            if show:
                rate = f"{report.finished / max(time.monotonic() - started, 0.1):.1f}/s"
                show(total=report.total, completed=report.finished, rate=rate, failed=f"{report.failed} failed")

        yield tell
