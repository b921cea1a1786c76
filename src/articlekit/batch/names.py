"""Names of summaries: they mirror the input, no two are the same on any file system, and none is too long."""

import hashlib
import os
import unicodedata
from collections import Counter
from collections.abc import Collection
from pathlib import PurePosixPath

from articlekit.read import OF_MANY, shown

LONGEST_NAME = 200
"""Bytes of one part of a path; file systems take 255, and a suffix is to come."""


class Names:
    """Gives each article the path of its summary below the folder of summaries.

    Args:
        paths: all files of the batch, below the input folder.
        suffix: of the summaries, with its dot.
    """

    def __init__(self, paths: Collection[str], suffix: str) -> None:
        self._suffix = suffix
        stems = Counter(_key(_stem(path)) for path in paths)
        files = {_key(path) for path in paths}
        folders = {_key(str(folder)) for path in paths for folder in PurePosixPath(path).parents}
        # Of two files of one stem both keep their suffix, and so does a file whose stem is the name of another.
        self._whole = {path for path in paths if stems[_key(_stem(path))] > 1 or _key(_stem(path)) in files}
        taken = Counter(_key(self._base(path)) for path in paths)
        self._marked: set[str] = set()
        for path in paths:
            base = self._base(path)
            a_folder = _key(base) in folders and PurePosixPath(path).suffix.lower() in OF_MANY
            if taken[_key(base)] > 1 or a_folder or _key(base + suffix) in folders:
                self._marked.add(path)

    def of(self, path: str, record: int | None) -> str:
        """Return the path of a summary: `a/x.yaml`, or `a/x/000007.yaml` for the seventh article of a file of many."""
        base = f"{self._base(path)}-{_digest(path)}" if path in self._marked else self._base(path)
        return f"{base}{self._suffix}" if record is None else f"{base}/{record:06d}{self._suffix}"

    def _base(self, path: str) -> str:
        whole = path if path in self._whole else _stem(path)
        return "/".join(map(_short, whole.split("/")))


def _stem(path: str) -> str:
    return str(PurePosixPath(path).with_suffix(""))


def _key(path: str) -> str:
    """Return what is the same for names that some file system takes for one."""
    return unicodedata.normalize("NFC", path).casefold()


def _short(part: str) -> str:
    data = shown(part).encode()
    short = data if len(data) <= LONGEST_NAME else data[: LONGEST_NAME - 9] + f"-{_digest(part)}".encode()
    return short.decode("utf-8", "ignore")


def _digest(text: str) -> str:
    return hashlib.sha256(os.fsencode(text)).hexdigest()[:8]
