"""The one writer of `corpus.sqlite`: documents in, out and anew, and what is known to be done."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from articlekit.errors import SettingsError
from articlekit.write.sqlite.rows import TABLES, Rows

APPLICATION = 0x61_6B_63_31
"""Tells our files from other SQLite files: `akc1`."""
INDEXES = ("documents_fts", "entities_fts", "claims_fts")
SETTLE_SHARE = 0.1
"""Share of new documents from which search indexes and file are made anew at the end of a run, compact and in order."""
STEPS = 10_000
"""Instructions of SQLite between two looks at whether to stop."""


@dataclass(frozen=True, slots=True)
class Done:
    """What is known of an article that has a summary."""

    document: int
    record: int
    summary: str | None
    digest: str
    made_by: str
    size: int


class Corpus:
    """An open corpus; create it with `Corpus(path)`, end it with `close`.

    Raises:
        SettingsError: from every method, when the file is no corpus or cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with self.told():
            self.database = sqlite3.connect(path, timeout=30)
            self.database.execute("PRAGMA foreign_keys = ON")
            self.database.execute("PRAGMA journal_mode = WAL")
            self.database.execute("PRAGMA synchronous = NORMAL")
            self._create()
        self._changed = 0
        self._inserts: dict[str, str] = {}

    def _create(self) -> None:
        (application,) = self.database.execute("PRAGMA application_id").fetchone()
        if application == APPLICATION:
            return
        if self.database.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise sqlite3.DatabaseError("it is a database of something else")
        schema = files("articlekit.write.sqlite").joinpath("schema.sql").read_text("utf-8")
        self.database.executescript(f"BEGIN; {schema}; PRAGMA application_id = {APPLICATION}; COMMIT;")

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn what SQLite says into one line for the user."""
        try:
            yield
        except sqlite3.Error as error:
            full = "full" in str(error) or "I/O" in str(error)
            hint = "free space and run the same command again" if full else "move it away and run the command again"
            raise SettingsError(f"cannot write: {error}", where=str(self.path), hint=hint) from None

    def known_file(self, path: str, made_by: str) -> tuple[str, int] | None:
        """Return SHA-256 and number of items of a file that is done, or None."""
        query = "SELECT sha256, items FROM _files WHERE path = ? AND made_by = ?"
        with self.told():
            row = self.database.execute(query, (path, made_by)).fetchone()
        return (row[0], row[1]) if row else None

    def known_articles(self, path: str) -> dict[int, Done]:
        """Return the articles of a file that have a summary, by their number in the file."""
        query = """
            SELECT document_id, record, summary, digest, _articles.made_by, size
            FROM documents JOIN _articles ON document_id = id WHERE path = ?"""
        with self.told():
            return {row[1]: Done(*row) for row in self.database.execute(query, (path,))}

    def paths(self) -> set[str]:
        """Return the paths of all files that have documents."""
        with self.told():
            return {path for (path,) in self.database.execute("SELECT DISTINCT path FROM documents")}

    def summaries(self) -> set[str]:
        """Return the paths of all summaries, below OUT."""
        query = "SELECT summary FROM documents WHERE summary IS NOT NULL"
        with self.told():
            return {summary for (summary,) in self.database.execute(query)}

    def has_document(self, number: int) -> bool:
        """Tell whether a document of this id is there."""
        with self.told():
            return bool(self.database.execute("SELECT 1 FROM documents WHERE id = ?", (number,)).fetchone())

    def last_document(self) -> int:
        """Return the greatest id of a document, 0 when there is none."""
        with self.told():
            return int(self.database.execute("SELECT coalesce(max(id), 0) FROM documents").fetchone()[0])

    def put(self, rows: Rows, *, digest: str, made_by: str, size: int) -> str | None:
        """Add a document, or put it in the place of the one with its id; return the path of a summary that it leaves.

        A document whose summary had the same path loses it: the file is now this one's.

        Args:
            rows: of the document.
            digest: of the article.
            made_by: of all that makes the summary.
            size: of the summary's file, in bytes.
        """
        number, target = rows["documents"][0][0], rows["documents"][0][3]
        with self.told():
            left = self.database.execute("SELECT summary FROM documents WHERE id = ?", (number,)).fetchone()
            self.database.execute("DELETE FROM documents WHERE id = ?", (number,))
            self.database.execute("UPDATE documents SET summary = NULL WHERE summary = ?", (target,))
            for table in TABLES:
                if rows[table]:
                    self.database.executemany(self._insert(table, len(rows[table][0])), rows[table])
            self.database.execute("INSERT INTO _articles VALUES (?, ?, ?, ?)", (number, digest, made_by, size))
        self._changed += 1
        return left[0] if left and left[0] != target else None

    def _insert(self, table: str, columns: int) -> str:
        return self._inserts.setdefault(table, f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})")  # noqa: S608

    def put_file(self, path: str, *, sha256: str, items: int, made_by: str) -> None:
        """Note that all items of a file are done."""
        with self.told():
            self.database.execute("INSERT OR REPLACE INTO _files VALUES (?, ?, ?, ?)", (path, sha256, items, made_by))

    def forget_unfinished_files(self) -> None:
        """Note that files of which documents are missing are to be looked at."""
        documents = "SELECT count(*) FROM documents WHERE documents.path = _files.path"
        with self.told():
            self.database.execute(f"DELETE FROM _files WHERE items <> ({documents})")  # noqa: S608

    def remove(self, path: str, after: int = 0) -> list[str]:
        """Remove the documents of a file whose number is above `after`; return the paths of their summaries."""
        query = "DELETE FROM documents WHERE path = ? AND record > ? RETURNING summary"
        with self.told():
            gone = self.database.execute(query, (path, after)).fetchall()
            if after == 0:
                self.database.execute("DELETE FROM _files WHERE path = ?", (path,))
        self._changed += len(gone)
        return [summary for (summary,) in gone if summary]

    def note_changes(self, documents: int) -> None:
        """Count documents that came or went by another way."""
        self._changed += documents

    def commit(self) -> None:
        """Make what was put and removed last."""
        with self.told():
            if self._changed:
                self.database.execute(
                    "INSERT INTO _state VALUES ('unsettled', ?1) ON CONFLICT DO UPDATE SET value = value + ?1",
                    (self._changed,),
                )
                self._changed = 0
            self.database.commit()

    def settle(self, stop: Callable[[], bool]) -> None:
        """Make search indexes and file compact, and the same whatever the order in which the documents came.

        Nothing happens where few documents are new. It ends early, with nothing lost, when `stop` says so.
        """
        with self.told():
            (count,) = self.database.execute("SELECT count(*) FROM documents").fetchone()
            row = self.database.execute("SELECT value FROM _state WHERE name = 'unsettled'").fetchone()
            if not row or row[0] < SETTLE_SHARE * count:
                return
            self.database.set_progress_handler(stop, STEPS)
            try:
                for index in INDEXES:
                    self.database.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608
                    self.database.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")  # noqa: S608
                self.database.commit()
                self.database.execute("VACUUM")
                self.database.execute("DELETE FROM _state WHERE name = 'unsettled'")
                self.database.commit()
            except sqlite3.OperationalError:
                self.database.rollback()
                if not stop():
                    raise
            finally:
                self.database.set_progress_handler(None, STEPS)

    def counts(self) -> dict[str, int]:
        """Return the number of rows of each table."""
        with self.told():
            return {
                table: self.database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
                for table in ("documents", "entities", "mentions", "claims", "events")
            }

    def close(self) -> None:
        """Close the file; what was not committed is not in it."""
        with self.told():
            self.database.rollback()
            self.database.close()
