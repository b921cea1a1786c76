"""Where summaries go: standard output, one file, or a folder with one file for each article."""

import errno
import hashlib
import os
import re
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from articlekit.errors import SettingsError
from articlekit.write import WRITERS
from articlekit.write.contract import Plain, Writer

LONGEST_NAME = 100
UNSAFE = re.compile(r"[^\w.-]+")


class Sink(Protocol):
    """Takes one summary after another."""

    def write(self, name: str, plain: Plain) -> None:
        """Take the summary of the article called `name`."""


@contextmanager
def open_sink(
    output: Path | None,
    *,
    directory: bool,
    format: str,  # noqa: A002  the option's name
    several: bool,
    inputs: Collection[Path] = (),
) -> Iterator[Sink]:
    """Open the place for summaries; what was written before an interruption stays whole.

    Raises:
        SettingsError: when `output` cannot be written, or a file in it is one of `inputs`.
    """
    if output is not None and directory:
        yield _Folder(output, format, inputs)
        return
    if output is None:
        writer = WRITERS[format](sys.stdout, several=several)
        yield _Stream(writer)
        writer.close()
        return
    target = output.resolve()
    # A pipe or device is written to as it is; a file is replaced when the new one is whole.
    partial = target if target.exists() and not target.is_file() else partial_path(target)
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as out:
            writer = WRITERS[format](out, several=several)
            sink = _Stream(writer)
            try:
                yield sink
            finally:
                writer.close()
        if sink.count and partial != target:
            partial.replace(target)
    except OSError as error:
        raise SettingsError(f"cannot write: {error.strerror}", where=str(output), hint="check the path") from None
    finally:
        if partial != target:
            _forget(partial)


def write_whole(path: Path, plain: Plain, format: str) -> None:  # noqa: A002
    """Write one summary to a file that is there whole or not at all.

    Raises:
        SettingsError: when the file cannot be written.
    """
    with _whole(path) as partial, partial.open("w", encoding="utf-8", newline="\n") as out:
        writer = WRITERS[format](out, several=False)
        writer.write(plain)
        writer.close()


def replace_file(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all; folders on the way are made.

    Raises:
        SettingsError: when the file cannot be written.
    """
    with _whole(path) as partial:
        partial.write_bytes(data)


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """Give a name to write to; what is written there takes its place when it is whole."""
    partial = partial_path(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield partial
        partial.replace(path)
    except OSError as error:
        hint = "free space and run the same command again" if error.errno == errno.ENOSPC else "check the path"
        raise SettingsError(f"cannot write: {error.strerror}", where=str(path), hint=hint) from None
    finally:
        _forget(partial)


def _forget(partial: Path) -> None:
    """Remove what was left unfinished; that it cannot be is no news beside the error that left it."""
    with suppress(OSError):
        partial.unlink(missing_ok=True)


def partial_path(path: Path) -> Path:
    """Return the name under which a file is written until it is whole."""
    digest = hashlib.sha256(os.fsencode(path.name)).hexdigest()[:16]  # a long name has no room for more
    return path.with_name(f".{digest}.{os.getpid()}.part")


class _Stream:
    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self.count = 0

    def write(self, name: str, plain: Plain) -> None:  # noqa: ARG002
        self._writer.write(plain)
        self.count += 1


class _Folder:
    def __init__(self, folder: Path, format: str, inputs: Collection[Path]) -> None:  # noqa: A002
        self._folder = folder
        self._inputs = {path.resolve() for path in inputs}
        self._format = format
        self._used: set[str] = set()

    def write(self, name: str, plain: Plain) -> None:
        stem = UNSAFE.sub("-", name)[:LONGEST_NAME].strip(".-") or "article"
        unique, number = stem, 1
        while unique.casefold() in self._used:
            number += 1
            unique = f"{stem}-{number}"
        self._used.add(unique.casefold())
        path = self._folder / f"{unique}{WRITERS[self._format].suffix}"
        if path.resolve() in self._inputs:
            raise SettingsError("this is one of the inputs", where=str(path), hint="write to another folder")
        write_whole(path, plain, self._format)
