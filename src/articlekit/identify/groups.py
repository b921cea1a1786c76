"""Groups of entities in the making, and what was kept apart."""

from dataclasses import dataclass, field

from articlekit.identify.records import Why
from articlekit.identify.slim import Occurrence


@dataclass(slots=True, eq=False)
class Group:
    """One identity in the making."""

    kind: str
    occurrences: list[Occurrence]
    name: str | None = None
    """Canonical, where a lexicon gives it."""
    state: str | None = None
    year: str | None = None

    @property
    def order(self) -> tuple[tuple[str, str], str]:
        """What groups are sorted by: their first entity."""
        return min(occurrence.order for occurrence in self.occurrences)


@dataclass(slots=True, eq=False)
class Doubt:
    """Groups of one name that were kept apart."""

    kind: str
    name: str
    why: Why
    groups: list[Group]


@dataclass(slots=True)
class Grouping:
    """All groups, and the doubts about them."""

    groups: list[Group] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def add(self, other: "Grouping") -> None:
        """Add the groups of another part."""
        self.groups += other.groups
        self.doubts += other.doubts


class Sets:
    """Disjoint sets of numbers.

    Args:
        size: of the numbers from 0.
    """

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, one: int) -> int:
        """Return the smallest number of the set."""
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one

    def join(self, one: int, other: int) -> None:
        """Make two sets one."""
        low, high = sorted((self.find(one), self.find(other)))
        self._parent[high] = low

    def members(self) -> list[list[int]]:
        """Return the sets in the order of their smallest numbers."""
        found: dict[int, list[int]] = {}
        for one in range(len(self._parent)):
            found.setdefault(self.find(one), []).append(one)
        return list(found.values())
