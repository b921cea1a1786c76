"""When a worker has grown so much that a new one is better."""

from dataclasses import dataclass

from articlekit.batch.tasks import Made
from articlekit.batch.worker import Answer

MOST = 400 * 2**20
"""Bytes by which a worker may grow over what it held after its first article."""
LITTLE = 30 * 2**20
"""The same once it has read many words: starting another one then costs little beside what it has done."""
MANY_WORDS = 500_000


@dataclass(slots=True)
class Growth:
    """What a worker has read, and held at first."""

    words: int = 0
    first: int = 0
    too_much: bool = False

    def note(self, answer: Answer) -> None:
        """Take notice of an article that is done."""
        if isinstance(answer.outcome, Made):
            self.words += answer.outcome.words
        self.first = self.first or answer.memory
        grown = answer.memory - self.first
        self.too_much = grown > MOST or (grown > LITTLE and self.words >= MANY_WORDS)
