"""A worker: a process with a pipeline that makes summaries, ready to be written."""

import gc
import io
import mmap
from collections.abc import Iterator
from contextlib import ExitStack
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

KEPT_WORDS = 20_000
"""Words of text after which the new ones among them are forgotten; until then none is looked up twice."""
COLLECT_AFTER = 10_000
"""Objects after which Python looks for garbage, in place of its 700: an article makes many that stay until its end."""


@dataclass(frozen=True, slots=True)
class Answer:
    """From a worker: what became of its oldest task, and the memory it holds, in bytes."""

    outcome: Made | Problem
    memory: int


def serve_tasks(connection: Connection, settings: Settings) -> None:
    """Load the pipeline, then answer each `Task`, until the other side closes."""
    try:
        maker = Maker.load(settings)
    except ArticlekitError as error:
        tell(connection, Ready(error))
        return
    tell(connection, Ready())

    def handle(task: Task) -> Iterator[Answer]:
        yield maker.make(task)

    answer(connection, handle)


class Maker:
    """Makes one summary after another with one pipeline.

    Args:
        extractor: with the pipeline and the settings; while words are kept, nothing else may use it.
    """

    def __init__(self, extractor: "Extractor") -> None:
        self._extractor = extractor
        self._kept = ExitStack()
        self._words = 0

    @classmethod
    def load(cls, settings: Settings) -> "Maker":
        """Load the pipeline in a process that does nothing else.

        Raises:
            ArticlekitError: when it cannot be loaded.
        """
        from articlekit.extractor import Extractor  # the reader and a run that has nothing to do go without spaCy

        maker = cls(Extractor(config=settings))
        gc.freeze()  # what is loaded stays: no collection looks at it again
        gc.set_threshold(COLLECT_AFTER, *gc.get_threshold()[1:])
        return maker

    def make(self, task: Task) -> Answer:
        """Return the summary of an article as it is written, or what is wrong; never raises."""
        if self._words >= KEPT_WORDS:
            self.forget()
        if not self._words:
            self._kept.enter_context(self._extractor.nlp.memory_zone())
        self._words += 1 + task.article.text.count(" ")
        return Answer(make_summary(self._extractor, task), memory_held())

    def forget(self) -> None:
        """Forget the words that the pipeline did not know when it was loaded."""
        self._kept.close()
        self._words = 0


def make_summary(extractor: "Extractor", task: Task) -> Made | Problem:
    """Return the summary of an article as it is written, or what is wrong; never raises."""
    settings = extractor.settings
    try:
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
