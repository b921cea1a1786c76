"""SHA-256 of files and of plain data, as hexadecimal digits."""

import hashlib
import json
from pathlib import Path


def file_digest(path: Path) -> str:
    """Return the digest of a file's bytes.

    Raises:
        OSError: when it cannot be read.
    """
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def plain_digest(plain: object) -> str:
    """Return the digest of dicts, lists, strings, numbers, booleans and None, whatever the order of keys."""
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()
