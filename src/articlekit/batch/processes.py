"""Processes of our own: started afresh, talked to over a pipe each, so that one that is killed leaves no lock behind."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from threading import Thread
from typing import Any

from articlekit.batch.stopping import SIGNALS

STARTS = 3
"""Processes of a kind that may end, one after another, before they are ready."""
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""One process a core is the parallelism; matrices that start threads of their own only get in its way."""


class Child:
    """A process and the pipe to it.

    A thread of its own sends, so that a process that takes nothing, because it hangs or has not started yet, keeps nobody
    waiting.

    Args:
        target: what runs in it, with its end of the pipe and `arguments`.
        arguments: to be pickled.
    """

    def __init__(self, target: Callable[..., None], *arguments: object) -> None:
        context = get_context("spawn")
        self.connection, other = context.Pipe()
        self.process: SpawnProcess = context.Process(target=target, args=(other, *arguments), daemon=True)
        with _one_thread(), _deaf():
            self.process.start()
        other.close()
        self._outbox: SimpleQueue[object] = SimpleQueue()
        self._sender = Thread(target=_send, args=(self.connection, self._outbox), daemon=True)
        self._sender.start()

    def send(self, message: object) -> None:
        """Send a message as soon as the process takes it; what a process that is gone was to get is forgotten."""
        self._outbox.put(message)

    def kill(self) -> int | None:
        """End the process if it still runs; return its exit status, negative for the number of a signal."""
        self.process.kill()
        self.process.join()
        self._outbox.put(None)
        self._sender.join()
        status = self.process.exitcode
        self.process.close()
        self.connection.close()
        return status

    def died(self) -> int | None:
        """Wait for a process whose pipe is closed; return its exit status."""
        self.process.join(1)
        return self.kill()


@contextmanager
def _one_thread() -> Iterator[None]:
    unset = [name for name in ONE_THREAD if name not in os.environ]
    os.environ.update(dict.fromkeys(unset, "1"))
    try:
        yield
    finally:
        for name in unset:
            del os.environ[name]


@contextmanager
def _deaf() -> Iterator[None]:
    """Start a process that signals to stop do not reach: they are for the whole group, and the parent decides."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # starting it would let the signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _send(connection: Connection, outbox: "SimpleQueue[object]") -> None:
    with suppress(OSError):  # it is gone, which the next look at its pipe finds
        while (message := outbox.get()) is not None:
            connection.send(message)


def answer(connection: Connection, handle: Callable[[Any], Iterable[object]]) -> None:
    """Send what `handle` makes of each message, one after another, until the other side sends None or is gone.

    Messages are taken as they come, so that the other side never waits for room in the pipe.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    jobs: SimpleQueue[Any] = SimpleQueue()
    Thread(target=_receive, args=(connection, jobs), daemon=True).start()
    while (job := jobs.get()) is not None:
        for message in handle(job):
            tell(connection, message)


def tell(connection: Connection, message: object) -> None:
    """Send a message to the parent; when it is gone, there is nothing left to do."""
    try:
        connection.send(message)
    except OSError:
        os._exit(1)


def _receive(connection: Connection, jobs: "SimpleQueue[Any]") -> None:
    try:
        while True:
            jobs.put(connection.recv())
    except (EOFError, OSError):
        os._exit(1)  # the parent is gone, whatever this process is at
