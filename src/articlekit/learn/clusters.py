"""Gold entities, `entities/SLUG.yaml` beside the split of an article, and how well mentions are put together.

B-cubed (Bagga and Baldwin 1998) over the mentions that gold and summary share, same kind and same place: for each the
share of its cluster that is of its gold entity, and the share of its gold entity that is in its cluster.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from articlekit.errors import GoldError
from articlekit.learn.counts import Counts
from articlekit.records import Entity, Event, Summary
from articlekit.sections import LABELS

FOLDER = "entities"
HINT = "see the annotation guide"
Name = tuple[str, int, int]
"""Label, first code point, code point after the last."""


@dataclass(slots=True)
class BCubed:
    """Sums over mentions."""

    mentions: int = 0
    precision_sum: float = 0.0
    recall_sum: float = 0.0

    @property
    def precision(self) -> float:
        """Mean precision of a mention; 0 without mentions."""
        return self.precision_sum / self.mentions if self.mentions else 0.0

    @property
    def recall(self) -> float:
        """Mean recall of a mention; 0 without mentions."""
        return self.recall_sum / self.mentions if self.mentions else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, mine: Mapping[Name, object], theirs: Mapping[Name, object]) -> None:
        """Add one article: the cluster of each mention, in the summary and in gold."""
        shared = mine.keys() & theirs.keys()
        both = Counter((mine[name], theirs[name]) for name in shared)
        own, true = Counter(mine[name] for name in shared), Counter(theirs[name] for name in shared)
        self.mentions += len(shared)
        self.precision_sum += sum(count * count / own[one] for (one, _), count in both.items())
        self.recall_sum += sum(count * count / true[other] for (_, other), count in both.items())


@dataclass(slots=True)
class ClusterScores:
    """How well mentions are put together, by kind and in all, and how often the canonical name is gold's."""

    kinds: dict[str, BCubed] = field(default_factory=lambda: {label: BCubed() for label in LABELS})
    all: BCubed = field(default_factory=BCubed)
    names: Counts = field(default_factory=Counts)
    """Gold entities of which a mention was found; hits are those of which a cluster with such a mention has the name."""

    def add(self, truth: Mapping[Name, str] | None, summary: Summary) -> None:
        """Add one article; nothing where its entities are not annotated."""
        if truth is None:
            return
        mine = summary_clusters(summary)
        for label, scores in self.kinds.items():
            scores.add(_of(label, mine), _of(label, truth))
        self.all.add(mine, truth)
        given: dict[tuple[str, str], set[str]] = {}
        for name in mine.keys() & truth.keys():
            given.setdefault((name[0], truth[name]), set()).add(mine[name].partition(" ")[2])
        hits = sum(name.rpartition("#")[0] in names for (_, name), names in given.items())
        self.names.add(hits, len(given), len(given))


def _of(label: str, clusters: Mapping[Name, str]) -> dict[Name, str]:
    return {name: cluster for name, cluster in clusters.items() if name[0] == label}


def summary_clusters(summary: Summary) -> dict[Name, str]:
    """Return for each mention of a summary the id and name of its entity, `per1 Pawel Durow`."""
    sections: Sequence[tuple[str, Sequence[Entity | Event]]] = (
        ("PER", summary.people),
        ("ORG", summary.organisations),
        ("LOC", summary.places),
        ("EVT", summary.events),
        ("TEC", summary.technologies),
        ("LAW", summary.laws),
    )
    return {
        (label, mention.start, mention.end): f"{item.id} {item.name}"
        for label, items in sections
        for item in items
        for mention in item.mentions
    }


def read_clusters(path: Path, text: str, names: Iterable[Name]) -> dict[Name, str] | None:
    """Return the gold entity of each name of an article, its name and number (`Pawel Durow#1`); None where there is no file.

    Args:
        path: the article's file.
        text: its text.
        names: its annotated names, in order.

    Raises:
        GoldError: when the file is broken, or a name is in no entity or in two; all mistakes are named.
    """
    file = path.resolve().parent.parent / FOLDER / f"{path.stem}.yaml"
    if not file.exists():
        return None
    try:
        entries: list[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8"))["entities"] or []
        rows = [
            (str(entry["kind"]), str(form), f"{entry['name']}#{number}")
            for number, entry in enumerate(entries, 1)
            for form in entry["forms"]
        ]
    except (OSError, yaml.YAMLError, ValueError, KeyError, TypeError) as error:
        told = " ".join(str(error).split())
        raise GoldError(f"cannot be read: {told}", where=str(file), hint=HINT) from None
    owner = {(kind, form): entity for kind, form, entity in rows}
    twice = [key for key, count in Counter((kind, form) for kind, form, _ in rows).items() if count > 1]
    mistakes = [f"{form!r} ({kind}) stands in two entities" for kind, form in twice]
    clusters: dict[Name, str] = {}
    seen: Counter[tuple[str, str]] = Counter()
    used: set[tuple[str, str]] = set()
    for name in names:
        label, start, end = name
        form = " ".join(text[start:end].split())
        seen[label, form] += 1
        numbered = label, f"{form}#{seen[label, form]}"
        key = numbered if numbered in owner else (label, form)
        used.add(key)
        if key in owner:
            clusters[name] = owner[key]
        else:
            mistakes.append(f"{form!r} ({label}) is in no entity")
    mistakes += [f"{form!r} ({kind}) is no name of the article" for kind, form in owner if (kind, form) not in used]
    if mistakes:
        raise GoldError("; ".join(mistakes), where=str(file), hint=HINT)
    return clusters
