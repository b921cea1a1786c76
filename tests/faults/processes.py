"""The real command in a process group of its own; its processes are found through /proc."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

COMMAND = (sys.executable, "-m", "articlekit", "batch")
PATIENCE = 600.0
"""Seconds after which a run that should have ended is a hang."""
TICK = 0.005


class FaultError(AssertionError):
    """Something that must hold does not."""


@dataclass(frozen=True)
class Process:
    """One process of the system."""

    pid: int
    state: str
    parent: int
    group: int
    started: int


def all_processes() -> Iterator[Process]:
    """Yield the processes of the system but those that only wait to be buried."""
    for folder in Path("/proc").iterdir():
        if not folder.name.isdecimal():
            continue
        try:
            stat = (folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue
        if stat[0] not in "ZX":
            yield Process(int(folder.name), stat[0], int(stat[1]), int(stat[2]), int(stat[19]))


def wait_until(condition: Callable[[], object], what: str, seconds: float = PATIENCE) -> None:
    """Wait until something holds.

    Raises:
        FaultError: when it never does.
    """
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise FaultError(f"waited {seconds:g} s: {what}")
        time.sleep(TICK)


class Run:
    """`articlekit batch`, started; leave the `with` block and nothing of it runs any more.

    Args:
        folder: of articles.
        output: OUT.
        options: more of the command line.
    """

    def __init__(self, folder: Path, output: Path, *options: str) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  closed in __exit__
        # A shell ignores SIGINT for what runs in the background, and so would the command.
        restore = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
        self.output = output
        self.process = subprocess.Popen(
            [*COMMAND, os.fspath(folder), "-o", os.fspath(output), *options],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            start_new_session=True,
            preexec_fn=restore,  # noqa: PLW1509
        )

    def __enter__(self) -> "Run":
        return self

    def __exit__(self, *error: object) -> None:
        self.kill_all()
        self.process.wait()
        self._errors.close()

    @property
    def pid(self) -> int:
        """Of the command, and of its group."""
        return self.process.pid

    def ended(self) -> bool:
        """Tell whether the command has ended."""
        return self.process.poll() is not None

    def wait(self) -> int:
        """Wait for the end of the command and of all its processes; return the status."""
        wait_until(self.ended, "the command does not end")
        wait_until(lambda: not self.left(), "processes outlive the command", 30)
        return int(self.process.returncode)

    def left(self) -> list[Process]:
        """Return the processes of the group."""
        return [one for one in all_processes() if one.group == self.pid]

    def stderr(self) -> list[str]:
        """Return what it told so far, line by line."""
        self._errors.seek(0)
        return self._errors.read().decode("utf-8", "replace").splitlines()

    def children(self) -> list[Process]:
        """Return reader and workers, the oldest first."""
        own = [one for one in all_processes() if one.parent == self.pid and b"spawn_main" in _command_line(one.pid)]
        return sorted(own, key=lambda one: (one.started, one.pid))

    def reader(self) -> Process | None:
        """Return the reader: the oldest that has no spaCy."""
        return next((one for one in self.children() if not _has_spacy(one.pid)), None)

    def workers(self) -> list[Process]:
        """Return the processes that are not the reader."""
        reader = self.reader()
        return [one for one in self.children() if one != reader]

    def at_work(self) -> Process | None:
        """Return a worker that has its pipeline and is the oldest."""
        return next((one for one in self.workers() if _has_spacy(one.pid)), None)

    def kill_all(self) -> None:
        """End the command with all its processes at once."""
        send(-self.pid, signal.SIGKILL)


def send(pid: int, number: signal.Signals) -> bool:
    """Send a signal to a process, to a group when negative; tell whether it was still there."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return False
    return True


def _command_line(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def _has_spacy(pid: int) -> bool:
    try:
        return b"/spacy/" in Path(f"/proc/{pid}/maps").read_bytes()
    except OSError:
        return False


def summaries(output: Path) -> dict[str, Path]:
    """Return the summaries of OUT by their path below it; files that are being written are none."""
    found = {}
    for folder, _, names in os.walk(output / "summaries"):
        for name in names:
            if not (name.startswith(".") and name.endswith(".part")):
                path = Path(folder, name)
                found[path.relative_to(output).as_posix()] = path
    return found
