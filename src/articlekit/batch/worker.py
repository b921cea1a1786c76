"""A worker: a process with a pipeline that makes summaries, ready to be written."""

import gc
import io
import mmap
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from articlekit.batch.processes import answer, tell
from articlekit.batch.tasks import Made, Ready, Task
from articlekit.errors import ArticlekitError
from articlekit.records import Problem
from articlekit.settings import Settings
from articlekit.write import write_summary
from articlekit.write.sqlite.rows import document_rows

if TYPE_CHECKING:
    from articlekit.extractor import Extractor


@dataclass(frozen=True, slots=True)
class Answer:
    """From a worker: what became of its oldest task, and the memory it holds, in bytes."""

    outcome: Made | Problem
    memory: int


def serve_tasks(connection: Connection, settings: Settings) -> None:
    """Load the pipeline, then answer each `Task`, until the other side closes."""
    from articlekit.extractor import Extractor  # the reader and a run that has nothing to do go without spaCy

    try:
        extractor = Extractor(config=settings)
    except ArticlekitError as error:
        tell(connection, Ready(error))
        return
    gc.freeze()  # what is loaded stays: no collection looks at it again
    tell(connection, Ready())

    def handle(task: Task) -> Iterator[Answer]:
        yield Answer(make_summary(extractor, task), memory_held())

    answer(connection, handle)


def make_summary(extractor: "Extractor", task: Task) -> Made | Problem:
    """Return the summary of an article as it is written, or what is wrong; never raises."""
    settings = extractor.settings
    try:
        with extractor.nlp.memory_zone():  # the words of this article are forgotten with it
            summary = extractor.extract(task.article)
        rows = document_rows(
            summary,
            task.article.text,
            number=task.document,
            path=task.path,
            record=task.record,
            target=task.target,
        )
        out = io.StringIO()
        write_summary(summary, out, format=settings.format or "yaml", only=settings.only, brief=settings.brief)
        return Made(out.getvalue().encode(), rows, summary.article.words)
    except Exception as error:
        return Problem.of(error, task.where)


def memory_held() -> int:
    """Return the resident memory of this process in bytes, 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb") as stream:  # noqa: PTH123  many times a second
            return int(stream.read().split()[1]) * mmap.PAGESIZE
    except (OSError, IndexError, ValueError):
        return 0
