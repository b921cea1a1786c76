"""Scores of quotations by tokens: messages, roles and both, macro and micro, as the shared task on speaker attribution has it.

The scheme is that of the shared task SpkAtt-2023, task 2, and of Petersen-Frey and Biemann, Dataset of Quotation Attribution
in German News Articles, 2024. Predicted and gold quotations of an article are paired one to one so that the summed F1 of
their messages' tokens is greatest; equal forms break ties. For each pair, and for each quotation left alone, every part has a
precision (when something was predicted) and a recall (when there is gold). The macro score of a part averages these over all
pairs, `roles` over the four parts beside the message together, `joint` over all five; the micro scores sum tokens instead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from articlekit.learn.counts import Counts, dice

MESSAGE = "message"
ROLES = ("speaker", "cue", "frame", "addressee")
PARTS = (MESSAGE, *ROLES)
GROUPS = (*PARTS, "roles", "joint")
FORMS = ("direct", "indirect", "reported", "free, Konjunktiv", "free, indicative")
FORM_BONUS = 0.01


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation; each part holds the numbers of its tokens in the article, none where there is no such part."""

    form: str
    """One of `FORMS`."""
    parts: dict[str, frozenset[int]]

    @property
    def message(self) -> frozenset[int]:
        """Tokens of what is said."""
        return self.parts[MESSAGE]


@dataclass(slots=True)
class Average:
    """Means of precisions and recalls."""

    precisions: float = 0
    predicted: int = 0
    recalls: float = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Mean precision of what was predicted."""
        return self.precisions / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Mean recall of the gold."""
        return self.recalls / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two means."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, hit: int, predicted: int, gold: int) -> None:
        """Add one part of one pair, in tokens."""
        if predicted:
            self.precisions += hit / predicted
            self.predicted += 1
        if gold:
            self.recalls += hit / gold
            self.gold += 1


@dataclass(slots=True)
class QuotationScores:
    """All counts of an evaluation; `macro` and `micro` by the names of `GROUPS`."""

    keep_disjoint: bool = False
    """Whether pairs that share no token stay pairs, so that their roles can still agree, as in the task's own program."""
    articles: int = 0
    gold: int = 0
    macro: dict[str, Average] = field(default_factory=lambda: {name: Average() for name in GROUPS})
    micro: dict[str, Counts] = field(default_factory=lambda: {name: Counts() for name in GROUPS})
    forms: dict[str, Average] = field(default_factory=lambda: {form: Average() for form in FORMS})
    """Messages by the form of the gold quotation, of the predicted one where it stands alone."""

    def add(self, mine: Sequence[Quotation], theirs: Sequence[Quotation]) -> None:
        """Add one article: predicted quotations, gold quotations."""
        self.articles += 1
        self.gold += len(theirs)
        for one, other in pairs(mine, theirs, keep_disjoint=self.keep_disjoint):
            form = other.form if other else one.form if one else ""
            for name in PARTS:
                predicted = one.parts.get(name, frozenset()) if one else frozenset()
                truth = other.parts.get(name, frozenset()) if other else frozenset()
                counts = (len(predicted & truth), len(predicted), len(truth))
                for group in (name, "joint", *(("roles",) if name != MESSAGE else ())):
                    self.macro[group].add(*counts)
                    self.micro[group].add(*counts)
                if name == MESSAGE:
                    self.forms[form].add(*counts)


def pairs(
    mine: Sequence[Quotation], theirs: Sequence[Quotation], *, keep_disjoint: bool = False
) -> Iterator[tuple[Quotation | None, Quotation | None]]:
    """Yield the best one-to-one pairs, then what is left alone on either side."""
    left, missing = set(range(len(mine))), set(range(len(theirs)))
    if mine and theirs:
        import numpy as np  # noqa: PLC0415  --help does not wait for it
        from scipy.optimize import linear_sum_assignment  # noqa: PLC0415

        table = np.array([[_likeness(one, other) for other in theirs] for one in mine])
        for row, column in zip(*linear_sum_assignment(table, maximize=True), strict=True):
            if table[row, column] > 0 or keep_disjoint:
                left.discard(int(row))
                missing.discard(int(column))
                yield mine[row], theirs[column]
    yield from ((mine[row], None) for row in sorted(left))
    yield from ((None, theirs[column]) for column in sorted(missing))


def _likeness(one: Quotation, other: Quotation) -> float:
    overlap = dice(one.message, other.message)
    return overlap + FORM_BONUS * (overlap > 0 and one.form == other.form)
