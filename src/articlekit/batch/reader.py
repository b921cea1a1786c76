"""The reader: a process that turns files into articles, so that a file that breaks or hangs it breaks nothing else."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import chain, islice
from multiprocessing.connection import Connection
from pathlib import Path

from articlekit.batch.processes import answer, tell
from articlekit.batch.tasks import End, Item, ReadFile, Ready, Same
from articlekit.digests import file_digest, plain_digest
from articlekit.read import OF_RECORDS, read_articles, shown
from articlekit.records import Article, Problem


def serve_files(connection: Connection, folder: Path) -> None:
    """Say that it is there; answer each `ReadFile` with `Same`, or `Item`s and `End`, until the other side closes."""
    tell(connection, Ready())
    answer(connection, lambda job: read_one(job, folder))


def read_one(job: ReadFile, folder: Path) -> Iterator[Same | Item | End]:
    """Yield what there is to say of a file; never raises."""
    path = folder / job.path
    sha256 = _digest_of(path)
    if sha256 and sha256 == job.known:
        yield Same(job.index)
        return
    record = 0
    try:
        items = read_articles([path])
        head = list(islice(items, 2))
        many = len(head) > 1 or path.suffix.lower() in OF_RECORDS
        for item in chain(head, items):
            record += 1
            if record > job.skip:
                digest = article_digest(item) if isinstance(item, Article) else ""
                yield Item(job.index, record, many, item, digest)
    except Exception as error:
        record += 1
        yield Item(job.index, record, True, Problem.of(error, shown(path)), "")
        sha256 = ""
    yield End(job.index, record, sha256)


def article_digest(article: Article) -> str:
    """Return the SHA-256 of all that is known of an article but where it was read."""
    plain = asdict(article) | {"where": None}
    return plain_digest(plain)


def _digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, empty where it cannot be read: reading it as an article says why."""
    try:
        return file_digest(path)
    except OSError:
        return ""
