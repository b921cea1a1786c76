"""JSON (an object or a list of them) and JSONL (one object a line): a text field plus metadata."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

from articlekit.errors import InputError
from articlekit.read.decode import decode_bytes
from articlekit.read.metadata import article_of
from articlekit.records import Article, Problem, SummaryWarning


def read_json(stream: BinaryIO, where: str) -> Iterator[Article | Problem]:
    """Yield the articles of a JSON file: one object, or a list of objects.

    Raises:
        InputError: when the file is no JSON or a single object has no text.
    """
    yield from _whole(stream.read(), where)


def read_jsonl(stream: BinaryIO, where: str) -> Iterator[Article | Problem]:
    """Yield the article of each line as it is read; a broken line gives a `Problem` that names its number.

    Raises:
        InputError: when there is no record at all.
    """
    yield from _lines(stream, where)


def read_json_stream(stream: BinaryIO, where: str) -> Iterator[Article | Problem]:
    """Yield the articles of a stream that is JSON or JSONL: JSONL when its first line is a whole object or closes one.

    Raises:
        InputError: as `read_json` and `read_jsonl` do.
    """
    head: list[bytes] = []
    for line in stream:
        head.append(line)
        if _is_object(line):
            yield from _lines(chain(head, stream), where)
            return
        if len(head) > 1 and not line.startswith(b"{") and line.strip():
            break  # the second line goes on with what the first opened
    rest = [*head, *stream]
    if sum(map(_is_object, rest)) > 0 and head[0].lstrip().startswith(b"{"):
        yield from _lines(rest, where)
    else:
        yield from _whole(b"".join(rest), where)


def _is_object(line: bytes) -> bool:
    """Tell whether a line is a whole JSON object, not indented as one inside another is."""
    if not line.removeprefix(b"\xef\xbb\xbf").startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _detail(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')}, column {error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error).split(";", maxsplit=1)[0]


def _whole(data: bytes, where: str) -> Iterator[Article | Problem]:
    decoded = decode_bytes(data, where)
    try:
        content = json.loads(decoded.text)
    except json.JSONDecodeError as error:
        place = f"{where}:{error.lineno}"
        raise InputError(f"broken JSON: {_detail(error)}", where=place, hint="mend that line") from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"broken JSON: {_detail(error)}", where=where, hint="mend the file") from None
    if not isinstance(content, list):
        yield _article(content, where, Path(where).stem, decoded.warnings)
        return
    for number, record in enumerate(content, 1):
        try:
            yield _article(record, f"{where}[{number}]", f"{Path(where).stem}-{number}", decoded.warnings)
        except InputError as error:
            yield Problem.of(error, where)


def _lines(lines: Iterable[bytes], where: str) -> Iterator[Article | Problem]:
    empty = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        empty = False
        place = f"{where}:{number}"
        try:
            decoded = decode_bytes(line.strip(), place)
            record = json.loads(decoded.text)
            yield _article(record, place, f"{Path(where).stem}-{number}", decoded.warnings)
        except (ValueError, RecursionError) as error:
            message = f"broken JSON: {_detail(error)}"
            yield Problem(where=place, code="input", message=message, hint="mend that line; the others are done")
        except InputError as error:
            yield Problem.of(error, place)
    if empty:
        raise InputError("the file is empty", where=where, hint="it needs one JSON object a line")


def _article(record: Any, where: str, default_id: str, warnings: tuple[SummaryWarning, ...]) -> Article:
    if not isinstance(record, dict):
        raise InputError("this is no JSON object", where=where, hint="it needs a text field and metadata")
    return article_of(record, where, default_id, warnings, missing="there is no text field")
