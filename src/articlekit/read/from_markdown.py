"""Markdown with optional YAML front matter: the body is the text, as it stands; the front matter is metadata."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import yaml

from articlekit.errors import InputError
from articlekit.read.decode import Decoded, decode_bytes
from articlekit.read.from_text import read_text
from articlekit.read.metadata import metadata_fields
from articlekit.records import Article

FENCE = re.compile(r"---[ \t]*\n")
CLOSING = re.compile(r"^(---|\.\.\.)[ \t]*(\n|\Z)", re.MULTILINE)
HEADING = re.compile(r"\s*# +(.+?)(?: +#+)?[ \t]*(?:\n|\Z)")


def read_markdown(stream: BinaryIO, where: str) -> Iterator[Article]:
    """Yield the one article of a Markdown file.

    `Article.text` is the body after the line that closes the front matter, without leading blank lines; markup stays.

    Raises:
        InputError: when the file is empty or binary or its front matter is broken.
    """
    decoded = decode_bytes(stream.read(), where)
    yield _article(decoded, where)


def read_text_stream(stream: BinaryIO, where: str) -> Iterator[Article]:
    """Yield the one article of a text without a name: with front matter where it has any, as plain text otherwise.

    Raises:
        InputError: as `read_markdown` does.
    """
    data = stream.read()
    decoded = decode_bytes(data, where)
    opening = FENCE.match(decoded.text)
    if opening and CLOSING.search(decoded.text, opening.end()):
        yield _article(decoded, where)
    else:
        yield from read_text(BytesIO(data), where)


def _article(decoded: Decoded, where: str) -> Article:
    front, body = split_front_matter(decoded.text, where)
    body = body.lstrip("\n")
    if not body.strip():
        raise InputError("there is no text after the front matter", where=where, hint="add the text of the article")
    fields = metadata_fields(front)
    if fields["title"] is None and (heading := HEADING.match(body)):
        fields["title"] = heading[1]
    fields["id"] = fields["id"] or Path(where).stem
    fields["source"] = fields["source"] or (None if where == "stdin" else Path(where).name)
    return Article(text=body, warnings=decoded.warnings, where=where, **fields)


def split_front_matter(text: str, where: str) -> tuple[dict[str, Any], str]:
    """Return the front matter and the body; no front matter is an empty one.

    Raises:
        InputError: when the front matter is not closed or is no YAML mapping.
    """
    opening = FENCE.match(text)
    if opening is None:
        return {}, text
    closing = CLOSING.search(text, opening.end())
    hint = "mend the YAML between the two --- lines"
    if closing is None:
        raise InputError("the front matter is not closed", where=where, hint="end it with a line ---")
    try:
        front = yaml.safe_load(text[opening.end() : closing.start()])
    except (yaml.YAMLError, ValueError, RecursionError, LookupError, AttributeError, TypeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 2}" if mark else ""
        problem = getattr(error, "problem", None) or str(error)
        raise InputError(f"broken front matter{line}: {problem}", where=where, hint=hint) from None
    if front is not None and not isinstance(front, dict):
        raise InputError("broken front matter: no key: value lines", where=where, hint=hint)
    return front or {}, text[closing.end() :]
