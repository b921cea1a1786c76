"""Plain text: the whole file is the article."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from articlekit.read.decode import decode_bytes
from articlekit.records import Article


def read_text(stream: BinaryIO, where: str) -> Iterator[Article]:
    """Yield the one article of a text file, its text unchanged but for NFC and line ends.

    Raises:
        InputError: when the file is empty or binary.
    """
    decoded = decode_bytes(stream.read(), where)
    source = None if where == "stdin" else Path(where).name
    yield Article(text=decoded.text, id=Path(where).stem, source=source, where=where, warnings=decoded.warnings)
