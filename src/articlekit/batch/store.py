"""Where the summaries of a batch are kept, and what is known of them."""

from collections.abc import Callable
from typing import Protocol

from articlekit.batch.names import Names
from articlekit.batch.output import PARTS, Output
from articlekit.batch.tasks import Made, Task
from articlekit.errors import SettingsError
from articlekit.layout import CORPUS, SUMMARIES
from articlekit.write.sqlite import Corpus, Done


class Store(Protocol):
    """Takes summaries, and knows which it has: those of the runs before for certain, those of this run perhaps."""

    def known_file(self, path: str, made_by: str) -> tuple[str, int] | None:
        """Return SHA-256 and number of items of a file that is done, or None."""

    def known_articles(self, path: str) -> dict[int, Done]:
        """Return the articles of a file that have a summary, by their number in the file."""

    def target(self, path: str, record: int | None) -> str:
        """Return where the summary of an article goes, below OUT; `record` is its number in a file of many."""

    def stands(self, done: Done) -> bool:
        """Tell whether a summary is where it is said to be."""

    def has_document(self, number: int) -> bool:
        """Tell whether a document of this id is there."""

    def last_document(self) -> int:
        """Return the greatest id of a document, 0 when there is none."""

    def keep(self, task: Task, made: Made, made_by: str) -> None:
        """Take a summary, in the place of the one that its document has."""

    def put_file(self, path: str, *, sha256: str, items: int, made_by: str) -> None:
        """Note that all items of a file are done."""

    def paths(self) -> set[str]:
        """Return the paths of all files that have documents."""

    def drop(self, path: str, after: int) -> None:
        """Remove the documents of a file whose number is above `after`, and their summaries."""

    def strays(self) -> list[str]:
        """Return what lies among the summaries and belongs to no document."""

    def drop_stray(self, name: str) -> None:
        """Remove a stray."""

    def commit(self) -> None:
        """Make what was taken last, where it is time for it."""

    def flush(self) -> None:
        """Make all that was taken last."""

    def settle(self, stop: Callable[[], bool]) -> None:
        """Put in order what is there, at the end of a run that did all; ends early when `stop` says so."""

    def counts(self) -> dict[str, int]:
        """Return the number of rows, by table."""

    def close(self) -> None:
        """End it; what was not made last may be lost."""


class FileStore(Corpus):
    """A file for each summary, and the corpus of them all.

    Args:
        output: the folder.
        names: of the summaries.

    Raises:
        SettingsError: when `output` has Parquet of another batch, or its corpus is none.
    """

    def __init__(self, output: Output, names: Names) -> None:
        if next(output.summaries.glob(PARTS), None):
            hint = "add --to parquet, or name another folder with -o"
            raise SettingsError("this has the Parquet of a batch", where=str(output.summaries), hint=hint)
        super().__init__(output.folder / CORPUS)
        self._output, self._names = output, names

    def target(self, path: str, record: int | None) -> str:
        """Return the path of the summary's file."""
        return f"{SUMMARIES}/{self._names.of(path, record)}"

    def stands(self, done: Done) -> bool:
        """Tell whether the file is there and has its size."""
        return done.summary is not None and self._output.size_of(done.summary) == done.size

    def keep(self, task: Task, made: Made, made_by: str) -> None:
        """Write the file, then the document."""
        self._output.write_summary(task.target, made.body)
        left = self.put(made.rows, digest=task.digest, made_by=made_by, size=len(made.body))
        if left:
            self._output.remove_summary(left)

    def drop(self, path: str, after: int) -> None:
        """Remove documents and files."""
        for summary in self.remove(path, after):
            self._output.remove_summary(summary)

    def strays(self) -> list[str]:
        """Return files that no document has."""
        return self._output.strays(self.summaries())

    def drop_stray(self, name: str) -> None:
        """Remove a file."""
        self._output.remove_summary(name)

    def flush(self) -> None:
        """Make all that was put last."""
        self.commit()
