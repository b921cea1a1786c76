"""A linear model over named features, kept as numbers in a lexicon and fitted by `articlekit.learn.weights`."""

from collections.abc import Mapping
from math import exp
from typing import Any

Features = dict[str, float]


class LinearModel:
    """Scores classes by the weights of their features (multinomial logistic regression)."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.classes: tuple[str, ...] = tuple(data["classes"])
        self._bias: list[float] = list(data["bias"])
        self._weights: dict[str, list[float]] = data["weights"]

    def probabilities(self, features: Features) -> dict[str, float]:
        """Return the probability of each class; features that the model does not know count nothing."""
        scores = list(self._bias)
        for name, value in features.items():
            for place, weight in enumerate(self._weights.get(name, ())):
                scores[place] += weight * value
        highest = max(scores)
        powers = [exp(score - highest) for score in scores]
        total = sum(powers)
        return {name: power / total for name, power in zip(self.classes, powers, strict=True)}

    def best(self, features: Features) -> str:
        """Return the likeliest class."""
        chances = self.probabilities(features)
        return max(chances, key=lambda name: chances[name])
