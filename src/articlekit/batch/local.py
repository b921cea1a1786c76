"""The engine of one machine: worker processes."""

import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait

from articlekit.batch.growth import Growth
from articlekit.batch.processes import STARTS, Child
from articlekit.batch.tasks import Ready, Result, Task
from articlekit.batch.worker import Answer, serve_tasks
from articlekit.errors import ArticlekitError
from articlekit.records import Problem
from articlekit.settings import Settings

AHEAD = 2
"""Tasks that a worker has at a time, so that it need not wait for the next one."""
START_SECONDS = 300.0
"""What a worker may take at least until it has a pipeline, however little time an article may take."""


@dataclass(slots=True)
class _Worker:
    child: Child
    tasks: deque[Task] = field(default_factory=deque)
    ready: bool = False
    since: float = 0.0
    """When the oldest task was begun."""
    growth: Growth = field(default_factory=Growth)
    """When it is too much, it gets no more tasks."""


class LocalEngine:
    """Worker processes on this machine, started when there is work for them.

    Args:
        settings: of the summaries.
        workers: number of processes.
        timeout: seconds that one article may take.
    """

    def __init__(self, settings: Settings, *, workers: int, timeout: float) -> None:
        self.lost = self.memory = 0
        self._settings, self._count, self._timeout = settings, workers, timeout
        self._workers: list[_Worker] = []
        self._again: deque[Task] = deque()
        self._failed_starts = 0

    def has_room(self) -> bool:
        """Tell whether a worker can take a task, or one can be started."""
        return not self._again and (len(self._workers) < self._count or self._free() is not None)

    def busy(self) -> bool:
        """Tell whether there are results to come."""
        return bool(self._again) or any(worker.tasks for worker in self._workers)

    def submit(self, task: Task) -> None:
        """Give a task to an idle worker, to a new one, or to the one that has the fewest."""
        worker = self._free()
        if (worker is None or worker.tasks) and len(self._workers) < self._count:
            worker = _Worker(Child(serve_tasks, self._settings))
            self._workers.append(worker)
        if worker is None:
            self._again.append(task)
            return
        if not worker.tasks:
            worker.since = time.monotonic()
        worker.tasks.append(task)
        worker.child.send(task)

    def wait(self, others: Sequence[Connection], timeout: float) -> list[Result]:
        """Wait for results, or for a message on one of `others`.

        Raises:
            ArticlekitError: what a worker says that cannot load its pipeline, or when workers end before they have one.
        """
        now = time.monotonic()
        deadlines = [worker.since + self._patience(worker) - now for worker in self._workers if worker.tasks]
        connections = {worker.child.connection: worker for worker in self._workers}
        found = wait([*connections, *others], max(0.0, min([timeout, *deadlines])))
        heard = [connections[connection] for connection in found if connection in connections]
        results = [self._receive(worker) for worker in heard]
        now = time.monotonic()
        hung = [one for one in self._workers if one.tasks and now - one.since > self._patience(one)]
        results += [self._lose(worker, hung=True) for worker in hung]
        while self._again and (self._free() or len(self._workers) < self._count):
            self.submit(self._again.popleft())
        return [result for result in results if result]

    def close(self) -> None:
        """End all workers at once."""
        for worker in self._workers:
            worker.child.kill()
        self._workers.clear()

    def _patience(self, worker: _Worker) -> float:
        return self._timeout if worker.ready else max(self._timeout, START_SECONDS)

    def _free(self) -> _Worker | None:
        able = [worker for worker in self._workers if len(worker.tasks) < AHEAD and not worker.growth.too_much]
        return min(able, key=lambda worker: len(worker.tasks), default=None)

    def _receive(self, worker: _Worker) -> Result | None:
        try:
            message = worker.child.connection.recv()
        except (EOFError, OSError):
            return self._lose(worker)
        worker.since = time.monotonic()
        if isinstance(message, Ready):
            if message.error:
                raise message.error
            worker.ready = True
            self._failed_starts = 0
            return None
        answer: Answer = message
        result = Result(worker.tasks.popleft(), answer.outcome)
        self.memory = answer.memory
        worker.growth.note(answer)
        if worker.growth.too_much and not worker.tasks:
            self._workers.remove(worker)
            worker.child.kill()
        return result

    def _lose(self, worker: _Worker, *, hung: bool = False) -> Result | None:
        """Take a worker out; the task that it was at is the one that costs it, the others are given again."""
        self._workers.remove(worker)
        status = worker.child.kill() if hung else worker.child.died()
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= STARTS:
                raise ArticlekitError(
                    f"workers end before they have a pipeline (status {status})", hint="try fewer: --workers 1"
                )
            self._again.extendleft(reversed(worker.tasks))
            return None
        self.lost += 1
        if not worker.tasks:
            return None
        task = worker.tasks.popleft()
        self._again.extendleft(reversed(worker.tasks))
        if hung:
            return Result.too_long(task, self._timeout)
        message = f"its worker was ended ({'signal' if (status or 0) < 0 else 'status'} {abs(status or 0)})"
        hint = "run the same command again; where it ends again, memory may be short: --workers 1"
        return Result(task, Problem(where=task.where, code="worker", message=message, hint=hint))
