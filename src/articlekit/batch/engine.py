"""What makes summaries out of articles, as the batch sees it."""

from collections.abc import Sequence
from multiprocessing.connection import Connection
from typing import Protocol

from articlekit.batch.tasks import Result, Task


class Engine(Protocol):
    """Takes tasks and gives results, in any order; every task has one result."""

    lost: int
    """Workers that died or were stopped because they hung."""
    memory: int
    """Bytes that the worker of the last result held; 0 where it is not known."""

    def has_room(self) -> bool:
        """Tell whether a task can be given without waiting."""

    def busy(self) -> bool:
        """Tell whether there are results to come."""

    def submit(self, task: Task) -> None:
        """Give a task."""

    def wait(self, others: Sequence[Connection], timeout: float) -> list[Result]:
        """Wait until a result or a message on one of `others` is there, at most `timeout` seconds; return the results."""

    def close(self) -> None:
        """End all workers at once, whatever they are at."""
