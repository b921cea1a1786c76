"""The engine of a Ray cluster: actors with a pipeline each, on whatever nodes there are."""

import logging
import os
import socket
import time
from collections import Counter, deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any

from articlekit.batch.growth import Growth
from articlekit.batch.local import AHEAD
from articlekit.batch.options import usable_cores
from articlekit.batch.processes import STARTS
from articlekit.batch.ray_worker import RayWorker
from articlekit.batch.stopping import signals_kept
from articlekit.batch.tasks import Ready, Result, Task
from articlekit.batch.worker import Answer
from articlekit.errors import ArticlekitError, SettingsError
from articlekit.extras import need_extra
from articlekit.records import Problem
from articlekit.settings import Settings

TRIES = 3
"""Actors that a task may be given to: a node can go at any time, and an article that ends its actor ends the next too."""
STEP = 0.01
"""Seconds between two looks at connections while results are waited for, which Ray cannot do together."""
ANSWER = 10.0
"""Seconds in which a cluster answers that is there: Ray itself tries for many minutes."""
STORE = 100 * 2**20
"""Bytes of shared memory of a Ray that is started for the run; what does not fit goes to disk."""

QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_DEDUP_LOGS_SKIP_REGEX": ".", "RAY_IGNORE_UNHANDLED_ERRORS": "1"}
"""Environment of a Ray that sends nothing to its makers and prints nothing: what matters is told by the engine."""


@dataclass(slots=True)
class _Actor:
    handle: Any
    loading: Any
    """What is to come while it has no pipeline, then None."""
    tasks: "deque[tuple[Task, Any]]" = field(default_factory=deque)
    """With what is to come of each."""
    since: float = 0.0
    """When the oldest task was begun, as far as is known here."""
    growth: Growth = field(default_factory=Growth)
    """When it is too much, it gets no more tasks."""

    @property
    def awaited(self) -> Any:
        """What comes next from it; None when nothing does."""
        return self.loading or (self.tasks[0][1] if self.tasks else None)


class RayEngine:
    """Actors of one CPU each, started when there is work for them, and replaced when they or their nodes die.

    Args:
        settings: of the summaries; lexicons and a model's path must be there on every node.
        key: what `made_by` gives here, and must give on every node.
        workers: number of actors; None for as many as the cluster has CPUs.
        timeout: seconds that one article may take.
        address: of the cluster; None starts a Ray on this machine for the run.

    Raises:
        SettingsError: when Ray is not installed.
    """

    def __init__(
        self, settings: Settings, key: str, *, workers: int | None, timeout: float, address: str | None
    ) -> None:
        need_extra("ray", "ray", SettingsError)
        self.lost = self.memory = 0
        self._settings, self._key, self._timeout, self._address = settings, key, timeout, address
        self._ray: Any = None
        self._joined = False
        """This engine connected to Ray, and is to leave it."""
        self._count = workers or 0
        self._actors: list[_Actor] = []
        self._again: deque[Task] = deque()
        """Tasks that no actor has yet, or has any longer."""
        self._tries: Counter[int] = Counter()
        """By document."""
        self._failed_starts = 0

    def has_room(self) -> bool:
        """Tell whether fewer tasks are here than the actors are to have at a time."""
        return self._ray is None or self._tasks() < AHEAD * self._count

    def busy(self) -> bool:
        """Tell whether there are results to come."""
        return self._tasks() > 0

    def submit(self, task: Task) -> None:
        """Give a task; the first one starts or joins Ray.

        Raises:
            SettingsError: when Ray cannot be started or joined.
        """
        if self._ray is None:
            self._start()
        self._again.append(task)
        self._deal()

    def wait(self, others: Sequence[Connection], timeout: float) -> list[Result]:
        """Wait for results, or for a message on one of `others`.

        Raises:
            ModelMissingError: when a node has no such pipeline.
            SettingsError: when a node has another version, model or lexicon.
            ArticlekitError: when actors end again and again before they have a pipeline.
        """
        if not any(actor.awaited for actor in self._actors):
            wait(others, timeout)
            return []
        end = time.monotonic() + timeout
        pause = 0.0
        while True:
            results = [result for actor in self._heard(pause) if (result := self._receive(actor))]
            now = time.monotonic()
            hung = [one for one in self._actors if not one.loading and one.tasks and now - one.since > self._timeout]
            results += [result for actor in hung if (result := self._lose(actor, hung=True))]
            self._deal()
            if results or now > end or wait(others, 0):
                return results
            pause = min(STEP if others else timeout, max(0.0, end - now))

    def close(self) -> None:
        """End all actors at once, and leave Ray."""
        for actor in self._actors:
            self._end(actor)
        self._actors.clear()
        if self._joined:
            self._ray.shutdown()

    def _tasks(self) -> int:
        return len(self._again) + sum(len(actor.tasks) for actor in self._actors)

    def _start(self) -> None:
        os.environ.update({name: value for name, value in QUIET.items() if name not in os.environ})
        import ray

        self._ray = ray
        if not ray.is_initialized():
            options: dict[str, Any] = {"logging_level": logging.CRITICAL, "log_to_driver": False}
            if not self._address:
                cores = self._count or usable_cores()
                options |= {"num_cpus": cores, "object_store_memory": STORE, "include_dashboard": False}
            try:
                _knock(self._address or "")
                with signals_kept():
                    ray.init(address=self._address or "local", **options)
            except Exception as error:  # Ray has many, of classes of Python
                hint = "see whether it runs: ray status" if self._address else "try --engine local"
                detail = str(error).strip().split("\n", maxsplit=1)[0]
                raise SettingsError(f"no Ray: {detail}", where=self._address, hint=hint) from None
            self._joined = True
        self._count = self._count or max(1, int(ray.cluster_resources().get("CPU", 1)))

    def _deal(self) -> None:
        """Give the tasks that are here to actors that are free, and start actors while there is work for more."""
        able = [one for one in self._actors if not one.loading and not one.growth.too_much and len(one.tasks) < AHEAD]
        while self._again and able:
            actor = min(able, key=lambda one: len(one.tasks))
            task = self._again.popleft()
            if not actor.tasks:
                actor.since = time.monotonic()
            actor.tasks.append((task, actor.handle.make.remote(task)))
            if len(actor.tasks) == AHEAD:
                able.remove(actor)
        while len(self._actors) < min(self._count, self._tasks()):
            # It is tried again here, where it is known which task an actor was at.
            handle = self._ray.remote(RayWorker).options(num_cpus=1, max_restarts=0, max_task_retries=0).remote()
            self._actors.append(_Actor(handle, handle.load.remote(self._settings, self._key)))

    def _heard(self, timeout: float) -> list[_Actor]:
        """Return the actors from which something has come, waiting for the first."""
        awaited = {actor.awaited: actor for actor in self._actors if actor.awaited}
        if not awaited:
            return []
        done, _ = self._ray.wait(list(awaited), num_returns=1, timeout=timeout)
        if done and len(awaited) > 1:
            done, _ = self._ray.wait(list(awaited), num_returns=len(awaited), timeout=0)
        return [awaited[ref] for ref in done]

    def _receive(self, actor: _Actor) -> Result | None:
        try:
            message = self._ray.get(actor.awaited, timeout=self._timeout)
        except self._ray.exceptions.RayError as error:
            return self._lose(actor, reason=type(error).__name__)
        actor.since = time.monotonic()
        if isinstance(message, Ready):
            if message.error:
                raise message.error
            actor.loading = None
            self._failed_starts = 0
            return None
        answer: Answer = message
        task, _ = actor.tasks.popleft()
        self._tries.pop(task.document, None)
        self.memory = answer.memory
        actor.growth.note(answer)
        if actor.growth.too_much and not actor.tasks:
            self._actors.remove(actor)
            self._end(actor)
        return Result(task, answer.outcome)

    def _lose(self, actor: _Actor, *, hung: bool = False, reason: str = "") -> Result | None:
        """Take an actor out; the task that it was at is tried again, but not for ever, nor when it hung."""
        self._actors.remove(actor)
        self._end(actor)
        if actor.loading:
            self._failed_starts += 1
            if self._failed_starts >= STARTS:
                self._count -= 1  # a node that cannot does without, the others go on
            if self._count == 0:
                raise ArticlekitError(f"actors end before they have a pipeline ({reason})", hint="see the logs of Ray")
            return None
        self.lost += 1
        if not actor.tasks:
            return None
        task, *others = (task for task, _ in actor.tasks)
        self._again.extendleft(reversed(others))
        self._tries[task.document] += 1
        if not hung and self._tries[task.document] < TRIES:
            self._again.appendleft(task)
            return None
        del self._tries[task.document]
        if hung:
            return Result.too_long(task, self._timeout)
        message = f"its actor was ended {TRIES} times ({reason})"
        hint = "run the same command again; where it ends again, memory may be short: fewer --workers"
        return Result(task, Problem(where=task.where, code="worker", message=message, hint=hint))

    def _end(self, actor: _Actor) -> None:
        with suppress(Exception):  # it is gone, or Ray is
            self._ray.kill(actor.handle)


def _knock(address: str) -> None:
    """Make sure that somebody listens where an address names host and port; raise OSError when nobody does."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if port.isdecimal():
        socket.create_connection((host, int(port)), ANSWER).close()
