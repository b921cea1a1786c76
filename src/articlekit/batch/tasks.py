"""What goes between the processes of a batch."""

from dataclasses import dataclass

from articlekit.errors import ArticlekitError
from articlekit.records import Article, Problem
from articlekit.write.sqlite.rows import Rows


@dataclass(frozen=True, slots=True)
class Ready:
    """From the reader and from workers, first of all: it has what it needs, or why it has not."""

    error: ArticlekitError | None = None


@dataclass(frozen=True, slots=True)
class ReadFile:
    """To the reader: read this file, unless it is as it was."""

    index: int
    """Place in the order of files."""
    path: str
    """Below the input folder, as the file system has it."""
    known: str | None
    """SHA-256 of the file when all of it is done."""
    skip: int = 0
    """Items that were read before a reader died."""


@dataclass(frozen=True, slots=True)
class Same:
    """From the reader: the file is as it was."""

    index: int


@dataclass(frozen=True, slots=True)
class Item:
    """From the reader: an article of a file, or what is wrong with it."""

    index: int
    record: int
    """Number in the file, from 1."""
    many: bool
    """The file can hold several."""
    content: Article | Problem
    digest: str
    """Of the article; empty for a problem."""


@dataclass(frozen=True, slots=True)
class End:
    """From the reader: the file is read."""

    index: int
    items: int
    sha256: str
    """Empty where the file could not be read."""


@dataclass(frozen=True, slots=True)
class Task:
    """To a worker: make the summary of an article."""

    document: int
    """Id of the document."""
    index: int
    path: str
    """Below the input folder, as text."""
    record: int
    target: str
    """Of the summary, below OUT."""
    article: Article
    digest: str

    @property
    def where(self) -> str:
        """File, and line where there are several, as messages name it."""
        return self.article.where or self.path


@dataclass(frozen=True, slots=True)
class Made:
    """From a worker: a summary as it goes to its file, and as rows."""

    body: bytes
    rows: Rows
    words: int


@dataclass(frozen=True, slots=True)
class Result:
    """From an engine: what became of a task."""

    task: Task
    outcome: Made | Problem

    @classmethod
    def too_long(cls, task: Task, seconds: float) -> "Result":
        """Return the result of a task that was given up after so many seconds."""
        message, hint = f"it took longer than {seconds:g} seconds", "give more time: --timeout SECONDS"
        return cls(task, Problem(where=task.where, code="timeout", message=message, hint=hint))
