"""The other side of the reader: it is given files in order and gives articles in order, and is replaced when it breaks."""

import time
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from articlekit.batch.processes import STARTS, Child
from articlekit.batch.reader import serve_files
from articlekit.batch.tasks import End, Item, ReadFile, Ready, Same
from articlekit.errors import ArticlekitError
from articlekit.read import shown
from articlekit.records import Problem

AHEAD = 32
"""Files that the reader knows of at a time, so that it need not wait for the next one."""
HINT = 'in a script, batches are run below if __name__ == "__main__"'
Message = Same | Item | End


class Files:
    """Files on their way through the reader.

    Args:
        folder: where they lie.
        jobs: what is to be read, in order.
        timeout: seconds that the next article of a file may take.
    """

    def __init__(self, folder: Path, jobs: Iterator[ReadFile], *, timeout: float) -> None:
        self.lost = 0
        self._folder, self._jobs, self._timeout = folder, jobs, timeout
        self._sent: deque[ReadFile] = deque()
        self._record = 0
        """Item of the first of them that came last."""
        self._tried: tuple[int, int] | None = None
        self._since = time.monotonic()
        self._starts = 0
        """Readers that ended before they were there, one after another."""
        self._there = False
        self._reader = Child(serve_files, folder)
        try:
            self._refill()
        except BaseException:
            self.close()
            raise

    @property
    def connection(self) -> Connection:
        """What becomes readable when there is a message."""
        return self._reader.connection

    @property
    def done(self) -> bool:
        """All files are read."""
        return not self._sent

    def pause(self) -> None:
        """Say that nobody is listening: that the reader waits is not its fault."""
        self._since = time.monotonic()

    def receive(self) -> Iterator[Message]:
        """Yield the message that is there, or what a reader that broke leaves to say; nothing when it is at work.

        Raises:
            ArticlekitError: when readers end again and again before they are there.
        """
        if not self.connection.poll():
            if self._sent and time.monotonic() - self._since > self._timeout:
                self.lost += 1
                self._reader.kill()
                hint = "look at the file, or give more time: --timeout SECONDS"
                yield from self._give_up(f"reading it took longer than {self._timeout:g} seconds", "timeout", hint)
                self._restart()
            return
        try:
            message: Ready | Message = self.connection.recv()
        except (EOFError, OSError):
            yield from self._died()
            return
        self._since = time.monotonic()
        if isinstance(message, Ready):
            self._there, self._starts = True, 0
            return
        if isinstance(message, Item):
            self._record = message.record
        else:
            self._next()
        yield message

    def close(self) -> None:
        """End the reader."""
        self._reader.kill()

    def _died(self) -> Iterator[Message]:
        """Go on with a new reader where the old one stopped; where it ends once more at the same place, after that."""
        status = self._reader.died()
        if not self._there:
            self._starts += 1
            if self._starts >= STARTS:
                raise ArticlekitError(f"readers end before they read (status {status})", hint=HINT)
        elif self._sent:
            self.lost += 1
            place = (self._sent[0].index, self._record)
            if place == self._tried:
                yield from self._give_up(
                    "reading it ends the reader", "worker", "look at the file: it may be too large"
                )
            self._tried = place
        self._restart()

    def _give_up(self, message: str, code: str, hint: str) -> Iterator[Message]:
        job = self._sent[0]
        problem = Problem(where=shown(self._folder / job.path), code=code, message=message, hint=hint)
        yield Item(job.index, self._record + 1, self._record > 0, problem, "")
        yield End(job.index, self._record + 1, "")
        self._next()

    def _next(self) -> None:
        self._sent.popleft()
        self._record = 0
        self._refill()

    def _refill(self) -> None:
        while len(self._sent) < AHEAD and (job := next(self._jobs, None)):
            self._sent.append(job)
            self._reader.send(job)

    def _restart(self) -> None:
        self._there = False
        self._reader = Child(serve_files, self._folder)
        self._since = time.monotonic()
        for job in self._sent:
            self._reader.send(replace(job, skip=self._record) if job is self._sent[0] else job)
