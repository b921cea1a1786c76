"""The likeliest candidate: a linear model ranks all of them and nobody, fitted by `articlekit.learn.antecedents`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp

from articlekit.recognise.antecedents.candidates import Anaphor, Candidate, Names, candidates_of
from articlekit.recognise.antecedents.features import Evidence
from articlekit.recognise.claims.frame import Piece
from articlekit.recognise.lexicon import Lexicons
from articlekit.recognise.linear import Features
from articlekit.recognise.roles import find_roles
from articlekit.recognise.view import View

CLASHES = frozenset(
    {
        "pronoun gender clashes PER",
        "pronoun gender clashes ORG",
        "nominal gender clashes PER",
        "wants ORG is PER",
        "wants PER is ORG",
        "kind no",
    }
)
"""What rules a candidate out, whatever else speaks for it."""


@dataclass(slots=True)
class Scene:
    """What is known of a document while anaphors are resolved one after another."""

    view: View
    names: Names = field(init=False)
    roles: dict[int, set[str]] = field(init=False)
    said: set[int] = field(default_factory=set)
    """First tokens of those who have said something so far."""

    def __post_init__(self) -> None:
        self.names = Names(self.view)
        self.roles = find_roles(self.view)


class Ranker:
    """Resolves anaphors."""

    def __init__(self, lexicons: Lexicons) -> None:
        self.evidence = Evidence(lexicons)
        self._weights: Mapping[str, float] = lexicons["antecedent_model"]

    def describe(self, scene: Scene, anaphor: Anaphor) -> tuple[list[Candidate], list[Features]]:
        """Return the candidates, and the features of each and, last, of nobody."""
        said = frozenset(scene.said)
        kept, described = [], []
        for candidate in candidates_of(scene.view, scene.names, anaphor):
            features = self.evidence.of(scene.view, scene.names, scene.roles, anaphor, candidate, said)
            if features.keys().isdisjoint(CLASHES):
                kept.append(candidate)
                described.append(features)
        return kept, [*described, self.evidence.of_nobody(scene.view, anaphor)]

    def resolve(self, scene: Scene, anaphor: Anaphor, *, least: float = 0.0) -> Piece | None:
        """Return who is meant, None for nobody who is named or stands before.

        Args:
            scene: the document.
            anaphor: what stands for somebody.
            least: probability below which nobody is meant.
        """
        candidates, features = self.describe(scene, anaphor)
        scores = [sum(self._weights.get(name, 0.0) * value for name, value in one.items()) for one in features]
        best = max(range(len(scores)), key=scores.__getitem__)
        if best == len(candidates) or 1 / sum(exp(score - scores[best]) for score in scores) < least:
            return None
        return candidates[best].piece
