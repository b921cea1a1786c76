"""JSON: one object, or one list when there may be several summaries."""

import json
from typing import TextIO

from articlekit.write.contract import Plain


class JsonWriter:
    """Indented JSON, umlauts as they are."""

    suffix = ".json"

    def __init__(self, out: TextIO, *, several: bool) -> None:
        self._out = out
        self._several = several
        self._count = 0

    def write(self, plain: Plain) -> None:
        """Write one summary."""
        if self._several:
            self._out.write(",\n" if self._count else "[\n")
        self._count += 1
        self._out.write(json.dumps(plain, ensure_ascii=False, indent=2))
        if not self._several:
            self._out.write("\n")

    def close(self) -> None:
        """Close the list."""
        if self._several:
            self._out.write("\n]\n" if self._count else "[]\n")
