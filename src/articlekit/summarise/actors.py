"""Who is who in one summary: the id and the canonical name behind each mention."""

from collections.abc import Mapping, Sequence

from articlekit.summarise.chapter import Party
from articlekit.summarise.merge import Cluster


class Actors:
    """The entities of an article by where they stand.

    Args:
        clusters: the merged mentions by label, in order of first mention.
    """

    def __init__(self, clusters: Mapping[str, Sequence[Cluster]]) -> None:
        self._ids: dict[int, str] = {}
        self.name_at: dict[int, str] = {}
        """Canonical name of each mention by its first code point."""
        self.id_at: dict[int, str] = {}
        """Id of each mention by its first code point."""
        for label, group in clusters.items():
            for number, cluster in enumerate(group, 1):
                name, entity = cluster.name, f"{label.lower()}{number}"
                self._ids[id(cluster)] = entity
                for mention in cluster.mentions:
                    self.name_at[mention.start] = name
                    self.id_at[mention.start] = entity

    def id_of(self, cluster: Cluster) -> str:
        """Return the id of a cluster: its label and number, `per1`."""
        return self._ids[id(cluster)]

    def name_of(self, party: Party) -> str:
        """Return the canonical name of a party, or its words where no name stands there."""
        return self.name_at.get(party.place, party.words)
