"""JSONL: one compact object a line, flushed line by line."""

import json
from typing import TextIO

from articlekit.write.contract import Plain


class JsonlWriter:
    """One summary a line."""

    suffix = ".jsonl"

    def __init__(self, out: TextIO, *, several: bool) -> None:  # noqa: ARG002  lines frame themselves
        self._out = out

    def write(self, plain: Plain) -> None:
        """Write one line and flush it."""
        self._out.write(json.dumps(plain, ensure_ascii=False) + "\n")
        self._out.flush()

    def close(self) -> None:
        """Do nothing: the last line is complete."""
