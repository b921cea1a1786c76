"""What every score counts: hits among the predicted and among the gold, and which prediction goes with which gold."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass


@dataclass(slots=True)
class Counts:
    """True positives of predictions and gold; they differ only for soft overlap."""

    hit: float = 0
    predicted: float = 0
    gold: float = 0

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 0 when nothing was predicted."""
        return self.hit / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 when there is no gold."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.hit / (self.predicted + self.gold) if self.predicted + self.gold else 0.0

    def add(self, hit: float, predicted: float, gold: float) -> None:
        """Add the counts of one article."""
        self.hit += hit
        self.predicted += predicted
        self.gold += gold


def assign(mine: Sequence[set[int]], theirs: Sequence[set[int]], *, least: float = 0.0) -> list[tuple[int, int, float]]:
    """Return the one-to-one pairs (mine, theirs, Dice) with the greatest sum of overlaps.

    Pairs that overlap by nothing, or by less than `least`, are none, so that two poor pairs never displace a good one.
    """
    if not mine or not theirs:
        return []
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    table = np.array([[dice(one, other) for other in theirs] for one in mine])
    table[table < least] = 0
    rows, columns = linear_sum_assignment(table, maximize=True)
    return [(int(r), int(c), float(table[r, c])) for r, c in zip(rows, columns, strict=True) if table[r, c] > 0]


def dice(one: AbstractSet[int], other: AbstractSet[int]) -> float:
    """Return the Dice coefficient of two sets, 0 when both are empty."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
