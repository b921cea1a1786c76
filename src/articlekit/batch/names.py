"""Names of summaries: they mirror the input, no two are the same on any file system, and none is too long."""

import hashlib
import os
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from posixpath import dirname, splitext

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
        stems = [_key(_stem(path)) for path in paths]
        count = Counter(stems)
        files = {_key(path) for path in paths}
        folders = {_key(folder) for folder in _folders(paths)}
        # Of two files of one stem both keep their suffix, and so does a file whose stem is the name of another.
        self._whole = {path for path, stem in zip(paths, stems, strict=True) if count[stem] > 1 or stem in files}
        bases = [_key(self._base(path)) for path in paths]
        taken = Counter(bases)
        self._marked: set[str] = set()
        for path, base in zip(paths, bases, strict=True):
            a_folder = base in folders and splitext(path)[1].lower() in OF_MANY
            if taken[base] > 1 or a_folder or _key(base + suffix) in folders:
                self._marked.add(path)

    def of(self, path: str, record: int | None) -> str:
        """Return the path of a summary: `a/x.yaml`, or `a/x/000007.yaml` for the seventh article of a file of many."""
        base = f"{self._base(path)}-{_digest(path)}" if path in self._marked else self._base(path)
        return f"{base}{self._suffix}" if record is None else f"{base}/{record:06d}{self._suffix}"

    def _base(self, path: str) -> str:
        whole = path if path in self._whole else _stem(path)
        if whole.isascii() and len(whole) <= LONGEST_NAME:
            return whole
        return "/".join(map(_short, whole.split("/")))


def _folders(paths: Iterable[str]) -> set[str]:
    """Return the folders of files, and those that they are in."""
    found: set[str] = set()
    new = {dirname(path) for path in paths}
    while new:
        found |= new
        new = {dirname(folder) for folder in new} - found
    return found - {""}


def _stem(path: str) -> str:
    return splitext(path)[0]


def _key(path: str) -> str:
    """Return what is the same for names that some file system takes for one."""
    return (path if path.isascii() else unicodedata.normalize("NFC", path)).casefold()


def _short(part: str) -> str:
    data = shown(part).encode()
    short = data if len(data) <= LONGEST_NAME else data[: LONGEST_NAME - 9] + f"-{_digest(part)}".encode()
    return short.decode("utf-8", "ignore")


def _digest(text: str) -> str:
    return hashlib.sha256(os.fsencode(text)).hexdigest()[:8]
