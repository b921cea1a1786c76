"""Read: bytes become `Article`s, whatever the format. Nothing here knows spaCy.

A reader takes a binary stream and a name for messages and yields articles, or problems where one record of many is
broken. A new format is one module and one line in `READERS`.
"""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from articlekit.errors import InputError
from articlekit.read.from_json import read_json, read_json_stream, read_jsonl
from articlekit.read.from_markdown import read_markdown, read_text_stream
from articlekit.read.from_parquet import read_parquet
from articlekit.read.from_text import read_text
from articlekit.read.sniff import sniff_stream
from articlekit.records import Article, Problem

Reader = Callable[[BinaryIO, str], Iterator[Article | Problem]]

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".json": read_json,
    ".jsonl": read_jsonl,
    ".parquet": read_parquet,
}
OF_MANY = frozenset({".json", ".jsonl", ".parquet"})
"""Formats of which one file can hold several articles."""
OF_RECORDS = frozenset({".jsonl", ".parquet"})
"""Those of them that are made for several, so that one article is the first of them."""
STREAM_READERS: dict[str, Reader] = {"text": read_text_stream, "json": read_json_stream}
STDIN = "-"
NO_UTF8 = re.compile("[\udc80-\udcff]")
"""Bytes in the names of files, as `os.fsdecode` gives them."""


def read_articles(sources: Iterable[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Article | Problem]:
    """Yield the articles of files and of standard input, one at a time, in the order given.

    Args:
        sources: paths; `-` reads standard input, whose format (text, Markdown, JSON, JSONL) is recognised.
        stdin: what `-` reads; the process's standard input by default.

    Yields:
        An `Article`, or a `Problem` for a source or record that cannot be read; the others go on.
    """
    for source in sources:
        name = "stdin" if str(source) == STDIN else shown(source)
        try:
            if str(source) == STDIN:
                yield from _read_stream(stdin or sys.stdin.buffer)
            else:
                yield from read_file(Path(source))
        except InputError as error:
            yield Problem.of(error, name)


def read_file(path: Path) -> Iterator[Article | Problem]:
    """Yield the articles of one file, read by its suffix.

    Raises:
        InputError: when the file is missing, a folder, of an unknown format, empty, binary or broken.
    """
    where = shown(path)
    try:
        if path.is_dir():
            raise InputError(
                "this is a folder", where=where, hint=f"for every article below it: articlekit batch {where} -o OUT"
            )
        reader = READERS.get(path.suffix.lower())
        if reader is None:
            known = ", ".join(READERS)
            message = f"unknown format {path.suffix}" if path.suffix else "a file without a suffix has no known format"
            if not path.exists():
                message = "no such file"
            raise InputError(message, where=where, hint=f"known formats are {known}")
        with path.open("rb") as stream:
            yield from reader(stream, where)
    except OSError as error:
        hint = "check the path" if isinstance(error, FileNotFoundError) else None
        message = "no such file" if isinstance(error, FileNotFoundError) else (error.strerror or str(error))
        raise InputError(message, where=where, hint=hint) from None


def shown(path: str | Path) -> str:
    """Return a path as text that any file can hold: a byte that is no UTF-8 becomes U+FFFD and its two hex digits."""
    return NO_UTF8.sub(lambda byte: f"\ufffd{ord(byte[0]) - 0xDC00:02x}", os.fsdecode(path))


def _read_stream(stream: BinaryIO) -> Iterator[Article | Problem]:
    format_name, whole = sniff_stream(stream)
    yield from STREAM_READERS[format_name](whole, "stdin")
