"""The average of the weights of pipelines that began alike and were trained on different data.

Such an average is often better than each of them ("model soups", Wortsman et al. 2022, https://arxiv.org/abs/2203.05482).
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from thinc.api import Model


def average(pipelines: Sequence[Language]) -> Language:
    """Return the first pipeline with the mean of all their weights.

    Raises:
        ValueError: when they have other components or labels.
    """
    first, *others = pipelines
    for name in first.pipe_names:
        pipes: list[Any] = [nlp.get_pipe(name) for nlp in (first, *others)]
        if any(pipe.labels != pipes[0].labels for pipe in pipes if hasattr(pipe, "labels")):
            raise ValueError(f"{name} has other labels in one of the pipelines")
        _average_model([pipe.model for pipe in pipes])
    return first


def _average_model(models: Sequence[Model[Any, Any]]) -> None:
    for nodes in zip(*(model.walk() for model in models), strict=True):
        for name in nodes[0].param_names:
            if nodes[0].has_param(name):
                nodes[0].set_param(name, sum(node.get_param(name) for node in nodes) / len(nodes))


def main(target: Path, *models: Path) -> None:
    """Write the average of the pipelines in `models` to `target`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    average([spacy.load(model) for model in models]).to_disk(target)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
