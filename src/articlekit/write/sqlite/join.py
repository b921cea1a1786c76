"""Two corpora become one: documents keep their ids where they can, and are numbered anew where they cannot."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from articlekit.write.sqlite.corpus import Corpus
from articlekit.write.sqlite.rows import IDS, TABLES

OWN = {"id", "entity_id", "event_id", "person_id", "organisation_id", "speaker_id", "claim_id"}
"""Columns with ids that are made of the document's."""
FIRST = {"affiliations": "person_id", "participants": "event_id", "claim_entities": "claim_id"}
"""Of the tables without `document_id`, the column that tells the document."""
DOCUMENTS = """
    SELECT theirs.id, theirs.path, theirs.summary, state.digest || state.made_by, (
        SELECT a.digest || a.made_by FROM main.documents AS d JOIN main._articles AS a ON a.document_id = d.id
        WHERE d.path = theirs.path AND d.record = theirs.record
    )
    FROM other.documents AS theirs JOIN other._articles AS state ON state.document_id = theirs.id
    ORDER BY theirs.id"""
FILES = (
    "INSERT OR IGNORE INTO main._files SELECT path, sha256, items, substr(made_by, 1, 64) FROM other._files",
    # A file that was another one for the other corpus is to be looked at again.
    "UPDATE main._files SET sha256 = '' WHERE sha256 <> (SELECT sha256 FROM other._files AS o WHERE o.path = _files.path)",
)


@dataclass(slots=True)
class Joined:
    """What came of a corpus that was joined to another; counts of documents."""

    new: int = 0
    same: int = 0
    """Both had them, made from the same by the same."""
    different: list[str] = field(default_factory=list)
    """Paths of articles of which the two have different summaries; the first one's stays."""


def join_corpus(corpus: Corpus, other: Path, bring: Callable[[str], None]) -> Joined:
    """Add all documents of another corpus to an open one.

    Args:
        corpus: is added to.
        other: a corpus file.
        bring: is called with the path of each summary that belongs to a document of the other, before anything is
            committed.

    Raises:
        SettingsError: when the other is no corpus or this one cannot be written.
    """
    Corpus(other).close()  # it tells when it is none
    joined = Joined()
    database = corpus.database
    corpus.commit()
    with corpus.told():
        database.execute("ATTACH ? AS other", (str(other),))
        database.execute("CREATE TEMP TABLE moved (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)")
        _number(database, joined, bring)
        for table in (*TABLES, "_articles"):
            database.execute(_copy(database, table))
        for statement in FILES:
            database.execute(statement)
        corpus.note_changes(joined.new)
        corpus.commit()
        database.execute("DROP TABLE moved")
        database.commit()
        database.execute("DETACH other")
    return joined


def _number(database: sqlite3.Connection, joined: Joined, bring: Callable[[str], None]) -> None:
    """Note the new id of each document that this corpus has not got."""
    every = "SELECT coalesce(max(id), 0) FROM (SELECT id FROM main.documents UNION ALL SELECT id FROM other.documents)"
    last = database.execute(every).fetchone()[0]
    for number, path, summary, theirs, ours in database.execute(DOCUMENTS).fetchall():
        if ours is not None and ours != theirs:
            joined.different.append(path)
            continue
        if summary:
            bring(summary)
        if ours is not None:
            joined.same += 1
            continue
        joined.new += 1
        taken = database.execute("SELECT 1 FROM main.documents WHERE id = ?", (number,)).fetchone()
        last += bool(taken)
        database.execute("INSERT INTO moved VALUES (?, ?)", (number, last if taken else number))


def _copy(database: sqlite3.Connection, table: str) -> str:
    """Return the statement that copies a table's rows of the documents that are moved."""
    values = []
    for _, column, *_ in database.execute(f"PRAGMA main.table_info({table})"):
        if column == "document_id" or (table == "documents" and column == "id"):
            values.append("moved.new")
        elif column in OWN:
            values.append(f"theirs.{column} + (moved.new - moved.old) * {IDS}")
        else:
            values.append(f'theirs."{column}"')
    document = "theirs.id" if table == "documents" else "theirs.document_id"
    if table in FIRST:
        document = f"theirs.{FIRST[table]} / {IDS}"
    columns = ", ".join(values)
    return (
        f"INSERT INTO main.{table} SELECT {columns} FROM other.{table} AS theirs JOIN moved ON moved.old = {document}"  # noqa: S608
    )
