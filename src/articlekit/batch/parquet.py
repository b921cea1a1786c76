"""Summaries as Parquet: `summaries/part-00000.parquet` and so on, written once and never again."""

import io
import json
import time
from collections.abc import Callable
from typing import Any

from articlekit.batch.output import PARTS, Output
from articlekit.batch.parts import METADATA, Parts
from articlekit.batch.tasks import Made, Task
from articlekit.errors import SettingsError
from articlekit.extras import need_extra
from articlekit.layout import CORPUS, SUMMARIES
from articlekit.write.files import replace_file
from articlekit.write.sqlite import Done

DOCUMENTS = 2_000
"""Of a part, at most."""
BYTES = 256 * 2**20
"""Of texts and summaries from which a part is written that has fewer."""
SECONDS = 300.0
"""What a crash can cost: a part that has fewer is written then."""
COLUMNS = {
    "document": "int64", "path": "string", "record": "int64", "article": "string", "title": "string", "date": "string",
    "source": "string", "url": "string", "words": "int64", "sha256": "string", "text": "large_string",
    "summary": "large_string", "digest": "string", "made_by": "string",
}  # fmt: skip
OF_DOCUMENTS = ("id", "path", "record", "summary", "article", "title", "author", "date", "source", "url", "language",
                "words", "sentences", "sha256", "text")  # fmt: skip
"""The first columns of the table `documents`."""


class ParquetStore:
    """Parts of many summaries each; an article that changed gets another row, and the last of its rows counts.

    Args:
        output: the folder.

    Raises:
        SettingsError: when pyarrow is missing, or `output` has a corpus or parts that cannot be read.
    """

    def __init__(self, output: Output) -> None:
        need_extra("pyarrow", "parquet", SettingsError)
        if (output.folder / CORPUS).exists():
            hint = "leave out --to parquet, or name another folder with -o"
            raise SettingsError("this is the corpus of a batch", where=str(output.folder / CORPUS), hint=hint)
        self._folder = output.summaries
        parts = sorted(self._folder.glob(PARTS), key=lambda part: (len(part.name), part.name))
        self._known = Parts(parts)
        self._next = 1 + int(parts[-1].stem.removeprefix("part-")) if parts else 0
        self._written = 0
        self._rows: list[dict[str, Any]] = []
        self._files: list[tuple[str, str, int, str]] = []
        """That are done since the last part."""
        self._bytes = 0
        self._since = time.monotonic()

    def known_file(self, path: str, made_by: str) -> tuple[str, int] | None:
        """Return SHA-256 and number of items of a file that was done when a part was written, or None."""
        sha256, items, key = self._known.files.get(path, ("", 0, ""))
        return (sha256, items) if key == made_by else None

    def known_articles(self, path: str) -> dict[int, Done]:
        """Return the articles of a file that were there before this run, by their number in the file."""
        return self._known.articles(path)

    def target(self, path: str, record: int | None) -> str:  # noqa: ARG002
        """Return the folder of the parts: which one it will be shows when it is written."""
        return SUMMARIES

    def stands(self, done: Done) -> bool:  # noqa: ARG002
        """Tell that what was read from a part is there."""
        return True

    def has_document(self, number: int) -> bool:
        """Tell whether a document of this id was there before this run."""
        return self._known.has_document(number)

    def last_document(self) -> int:
        """Return the greatest id that was there before this run."""
        return self._known.last_document()

    def keep(self, task: Task, made: Made, made_by: str) -> None:
        """Take a row for the next part."""
        row = dict(zip(OF_DOCUMENTS, made.rows["documents"][0], strict=False))
        row |= {"document": task.document, "summary": made.body.decode().rstrip("\n")}
        row |= {"digest": task.digest, "made_by": made_by}
        if not self._rows:
            self._since = time.monotonic()
        self._rows.append({name: row[name] for name in COLUMNS})
        self._bytes += len(made.body) + len(task.article.text)
        if len(self._rows) >= DOCUMENTS or self._bytes >= BYTES:
            self.flush()

    def put_file(self, path: str, *, sha256: str, items: int, made_by: str) -> None:
        """Note that all items of a file are done, in the next part."""
        self._files.append((path, sha256, items, made_by))

    def paths(self) -> set[str]:
        """Return the paths of all files that had documents before this run."""
        return self._known.paths()

    def drop(self, path: str, after: int) -> None:
        """Refuse: the options do not let it come to that."""
        raise NotImplementedError

    def strays(self) -> list[str]:
        """Return nothing: a row has its document with it."""
        return []

    def drop_stray(self, name: str) -> None:
        """Refuse, as there is none."""
        raise NotImplementedError

    def commit(self) -> None:
        """Write a part where the last one was long ago."""
        if self._rows and time.monotonic() - self._since > SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write what was taken as a part, whole or not at all.

        Raises:
            SettingsError: when it cannot be written.
        """
        if not self._rows:
            return
        import pyarrow as pa
        import pyarrow.parquet as pq

        schema = pa.schema([(name, getattr(pa, kind)()) for name, kind in COLUMNS.items()])
        schema = schema.with_metadata({METADATA: json.dumps({"files": self._files})})
        out = io.BytesIO()
        pq.write_table(pa.Table.from_pylist(self._rows, schema=schema), out, compression="zstd")
        replace_file(self._folder / f"part-{self._next:05d}.parquet", out.getvalue())
        self._written += len(self._rows)
        self._next += 1
        self._rows, self._files, self._bytes = [], [], 0

    def settle(self, stop: Callable[[], bool]) -> None:
        """Do nothing: parts are not touched again."""

    def counts(self) -> dict[str, int]:
        """Return the number of rows and of parts."""
        return {"rows": self._known.rows + self._written, "parts": self._next}

    def close(self) -> None:
        """Write what is left: it is whole, whatever ended the run."""
        self.flush()
