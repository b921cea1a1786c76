"""What must hold of OUT at every moment, and what must hold at the end."""

import json
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.faults.processes import FaultError, summaries

COUNTERS = (slice(24, 28), slice(92, 96))
"""Where the head of an SQLite file counts its changes: how often it was committed depends on the time."""
INDEXES = ("documents_fts", "entities_fts", "claims_fts")


def demand(holds: object, message: str) -> None:
    """Raise when something does not hold."""
    if not holds:
        raise FaultError(message)


def errors_of(output: Path) -> list[dict[str, Any]]:
    """Return what `errors.jsonl` says."""
    path = output / "errors.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


@dataclass
class Reference:
    """What an undisturbed run made."""

    output: Path
    files: dict[str, bytes] = field(default_factory=dict)
    documents: dict[int, tuple[str, int, str]] = field(default_factory=dict)
    """Path, number in the file and summary, by id."""
    database: bytes = b""
    dump: list[str] = field(default_factory=list)
    errors: bytes = b""

    def __post_init__(self) -> None:
        for name, path in summaries(self.output).items():
            self.files[name] = path.read_bytes()
            whole = yaml.load(self.files[name], yaml.CSafeLoader)
            demand(isinstance(whole, dict) and "provenance" in whole, f"{name}: no whole summary")
        with closing(_opened(self.output / "corpus.sqlite")) as database:
            rows = database.execute("SELECT id, path, record, summary FROM documents")
            self.documents = {row[0]: row[1:] for row in rows}
            self.dump = _dump(database)
        self.database = _database_bytes(self.output)
        self.errors = _bytes(self.output / "errors.jsonl")

    @property
    def problems(self) -> int:
        """How many are reported."""
        return self.errors.count(b"\n")


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path.absolute().as_uri() + "?mode=rw", uri=True)


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _database_bytes(output: Path) -> bytes:
    data = bytearray((output / "corpus.sqlite").read_bytes())
    for place in COUNTERS:
        data[place] = bytes(4)
    return bytes(data)


def _dump(database: sqlite3.Connection) -> list[str]:
    """Return the content, without the insides of search indexes, which depend on what was done in which order."""
    names = [f'"{index}' for index in INDEXES]
    return [
        line
        for line in database.iterdump()
        if not any(name in line for name in names)
        and 'INSERT INTO "_state"' not in line
        and "sqlite_master" not in line
    ]


def check_stopped(output: Path, reference: Reference) -> int:
    """Check OUT after a stop at any moment; return the number of documents."""
    files = summaries(output)
    for name, path in files.items():
        demand(name in reference.files, f"{name}: no such summary in the reference")
        demand(path.read_bytes() == reference.files[name], f"{name}: other bytes than in the reference")
    if not (output / "corpus.sqlite").exists():
        return 0
    with tempfile.TemporaryDirectory() as copy:  # opening it would mend it: that is left to the next run
        for suffix in ("", "-wal"):
            if (output / f"corpus.sqlite{suffix}").exists():
                shutil.copy(output / f"corpus.sqlite{suffix}", copy)
        with closing(_opened(Path(copy, "corpus.sqlite"))) as database:
            return _check_database(database, files, reference)


def _check_database(database: sqlite3.Connection, files: dict[str, Path], reference: Reference) -> int:
    check = database.execute("PRAGMA integrity_check").fetchall()
    demand(check == [("ok",)], f"integrity_check: {check[:3]}")
    broken = database.execute("PRAGMA foreign_key_check").fetchall()
    demand(not broken, f"foreign_key_check: {broken[:3]}")
    if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'documents'").fetchone():
        return 0
    for index in INDEXES:
        database.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    query = "SELECT id, path, record, summary, size FROM documents JOIN _articles ON document_id = id"
    rows = database.execute(query).fetchall()
    (count,) = database.execute("SELECT count(*) FROM documents").fetchone()
    demand(len(rows) == count, f"{count} documents, {len(rows)} of them known as done")
    seen: set[str] = set()
    for number, path, record, summary, size in rows:
        demand(summary in files, f"document {number}: its summary {summary} is not there")
        demand(files[summary].stat().st_size == size, f"document {number}: {summary} is not {size} bytes long")
        demand(summary not in seen, f"{summary}: two documents")
        seen.add(summary)
        expected = reference.documents.get(number)
        demand(expected == (path, record, summary), f"document {number}: {expected} in the reference, not {path}")
    return count


def check_finished(output: Path, reference: Reference, *, same_bytes: bool = True) -> None:
    """Check OUT after a run that came to its end: it equals the reference.

    Args:
        output: OUT.
        reference: what an undisturbed run made.
        same_bytes: of the corpus too, which holds where it was put in order once, when all was done.
    """
    check_stopped(output, reference)
    missing = reference.files.keys() - summaries(output).keys()
    demand(not missing, f"lost: {sorted(missing)[:3]}")
    demand(_bytes(output / "errors.jsonl") == reference.errors, "errors.jsonl is not the reference's")
    parts = [str(path) for path in output.rglob("*.part")]
    demand(not parts, f"left behind: {parts}")
    beside = {path.name for path in output.iterdir()} - {
        "summaries",
        "corpus.sqlite",
        "errors.jsonl",
        "run.json",
        ".lock",
    }
    demand(not beside, f"left behind: {sorted(beside)}")
    with closing(_opened(output / "corpus.sqlite")) as database:
        dump = _dump(database)
    if dump != reference.dump:
        differing = next(one for one in zip(dump, reference.dump, strict=False) if one[0] != one[1])
        raise FaultError(f"corpus.sqlite is not the reference's: {differing[0][:200]} / {differing[1][:200]}")
    demand(not same_bytes or _database_bytes(output) == reference.database, "corpus.sqlite: same content, other bytes")
