"""The folder of a batch: summaries, `corpus.sqlite`, `errors.jsonl`, `run.json`; everything there whole or not at all."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from itertools import chain
from pathlib import Path

from filelock import FileLock, Timeout

from articlekit.errors import SettingsError
from articlekit.layout import ERRORS, RUN, SUMMARIES
from articlekit.records import Problem
from articlekit.write.files import replace_file

PARTS = "part-*.parquet"
LOCK = ".lock"


class Output:
    """The folder that one batch at a time writes to.

    Args:
        folder: is made when it is not there.

    Raises:
        SettingsError: when it cannot be written, another batch is writing to it, or a link in it leads elsewhere.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.summaries = folder / SUMMARIES
        try:
            self.summaries.mkdir(parents=True, exist_ok=True)
            self._lock = FileLock(folder / LOCK)
            self._lock.acquire(timeout=0)
        except Timeout:
            hint = "wait for it, or name another folder with -o"
            raise SettingsError("another batch is writing here", where=str(folder), hint=hint) from None
        except OSError as error:
            raise SettingsError(
                f"cannot write: {error.strerror}", where=str(folder), hint="name another folder with -o"
            ) from None
        self._safe = {folder}
        self._check(self.summaries)
        for part in chain(folder.glob(".*.part"), self.summaries.rglob(".*.part")):
            part.unlink(missing_ok=True)

    def write_summary(self, name: str, body: bytes) -> None:
        """Write a summary to its path below the folder."""
        path = self.folder / name
        self._check(path.parent)
        replace_file(path, body)

    def _check(self, folder: Path) -> None:
        """Make sure that a folder is inside ours: no link on the way."""
        if folder in self._safe:
            return
        self._check(folder.parent)
        if folder.is_symlink():
            hint = "remove the link: summaries are written inside the output folder only"
            raise SettingsError("this is a link", where=str(folder), hint=hint)
        self._safe.add(folder)

    def size_of(self, name: str) -> int:
        """Return the size of a summary's file in bytes, -1 where there is none."""
        try:
            return os.stat(f"{self.folder}/{name}").st_size  # noqa: PTH116  many times a second
        except OSError:
            return -1

    def remove_summary(self, name: str) -> None:
        """Remove a summary's file and the folders that it leaves empty."""
        path = self.folder / name
        with suppress(OSError):
            path.unlink(missing_ok=True)
            for folder in path.parents:
                if folder == self.summaries:
                    break
                folder.rmdir()

    def strays(self, known: set[str]) -> list[str]:
        """Return the files among the summaries that belong to no document."""
        found = []
        for folder, _, names in os.walk(self.summaries):
            below = Path(folder).relative_to(self.folder).as_posix()
            found += [f"{below}/{name}" for name in names if f"{below}/{name}" not in known]
        return sorted(found)

    def write_errors(self, problems: Iterable[Problem]) -> None:
        """Write what failed, one problem a line; nothing failed, no file."""
        lines = [json.dumps(asdict(problem), ensure_ascii=False) for problem in problems]
        if lines:
            replace_file(self.folder / ERRORS, "".join(f"{line}\n" for line in lines).encode())
        else:
            (self.folder / ERRORS).unlink(missing_ok=True)

    def write_run(self, plain: dict[str, object]) -> None:
        """Write what this run was and did."""
        replace_file(self.folder / RUN, json.dumps(plain, ensure_ascii=False, indent=2).encode() + b"\n")

    def close(self) -> None:
        """Let the next batch write here."""
        self._lock.release()
