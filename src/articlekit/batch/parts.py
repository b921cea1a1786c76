"""What the Parquet files of a batch have: read once, and held so that a document takes some 60 bytes."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from articlekit.errors import SettingsError
from articlekit.layout import SUMMARIES
from articlekit.write.sqlite import Done

KEYS = {"path": "int32", "record": "int64", "document": "int64", "digest": "V32", "made_by": "int32"}
"""What is held of a document; paths and `made_by` as their place among those that there are."""
METADATA = b"articlekit"
"""Key of the metadata of a part: which files were done when it was written."""
Table = dict[str, NDArray[Any]]


class Parts:
    """What is known of the documents in some Parquet files; of two rows of one article the later one counts.

    Args:
        files: in the order in which they were written.

    Raises:
        SettingsError: when one of them cannot be read.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        self.files: dict[str, tuple[str, int, str]] = {}
        """SHA-256, items and `made_by` of the files that are done."""
        self._paths: dict[str, int] = {}
        self._made_by: dict[str, int] = {}
        parts = [{name: np.zeros(0, kind) for name, kind in KEYS.items()}, *map(self._read, files)]
        whole = {name: np.concatenate([part[name] for part in parts]) for name in KEYS}
        self.rows = len(whole["path"])
        order = np.argsort(whole["path"], kind="stable")
        self._table = {name: column[order] for name, column in whole.items()}
        self._starts = np.searchsorted(self._table["path"], np.arange(len(self._paths) + 1))
        self._documents = np.sort(whole["document"])

    def articles(self, path: str) -> dict[int, Done]:
        """Return the articles of a file, by their number in it."""
        return {done.record: done for done in self._of(path)}

    def paths(self) -> set[str]:
        """Return the paths of all files that have documents."""
        return set(self._paths)

    def has_document(self, number: int) -> bool:
        """Tell whether a document of this id is there."""
        place = int(np.searchsorted(self._documents, number))
        return place < len(self._documents) and int(self._documents[place]) == number

    def last_document(self) -> int:
        """Return the greatest id of a document, 0 when there is none."""
        return int(self._documents[-1]) if len(self._documents) else 0

    def _of(self, path: str) -> Iterator[Done]:
        code = self._paths.get(path)
        if code is None:
            return
        keys = list(self._made_by)
        for row in range(self._starts[code], self._starts[code + 1]):
            _, record, document, digest, key = (self._table[name][row] for name in KEYS)
            yield Done(int(document), int(record), SUMMARIES, digest.tobytes().hex(), keys[key], 0)

    def _read(self, file: Path) -> Table:
        import pyarrow as pa
        import pyarrow.parquet as pq

        try:
            table = pq.read_table(file, columns=list(KEYS))
            metadata = json.loads((table.schema.metadata or {})[METADATA])
            self.files |= {path: (sha256, items, key) for path, sha256, items, key in metadata["files"]}
            digests = bytes.fromhex("".join(table["digest"].to_pylist()))
            return {
                "path": _codes(table["path"], self._paths),
                "record": table["record"].to_numpy(),
                "document": table["document"].to_numpy(),
                "digest": np.frombuffer(digests, dtype=KEYS["digest"]),
                "made_by": _codes(table["made_by"], self._made_by),
            }
        except (pa.ArrowException, OSError, ValueError, LookupError, TypeError) as error:
            hint = "it is none that batch wrote; move it away and run the command again"
            raise SettingsError(f"cannot be read: {error}", where=str(file), hint=hint) from None


def _codes(column: Any, known: dict[str, int]) -> NDArray[Any]:
    """Return the place of each value in `known`, where new ones are added."""
    return np.fromiter((known.setdefault(value, len(known)) for value in column.to_pylist()), dtype=np.int32)
