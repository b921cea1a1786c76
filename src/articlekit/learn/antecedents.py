"""Fits the model that ranks whom a pronoun, a role noun phrase or a missing speaker stands for.

python -m articlekit.learn.antecedents corpus/train

Conditional logistic regression over the candidates of each claim's speaker that gold tells, with L2 regularisation whose
strength is chosen by cross-validation over articles.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from articlekit.extractor import Extractor
from articlekit.learn.counts import assign
from articlekit.learn.evaluate import read_corpus
from articlekit.learn.gold import Gold
from articlekit.learn.score import MATCH, characters, normal_speaker
from articlekit.recognise.antecedents.candidates import Candidate
from articlekit.recognise.antecedents.ranker import Scene
from articlekit.recognise.claims.frame import ClaimFrame, get_claims
from articlekit.recognise.linear import Features
from articlekit.recognise.referents import meant_by
from articlekit.recognise.speakers import SpeakersComponent
from articlekit.recognise.view import View
from articlekit.records import Claim, Summary
from articlekit.summarise.build import build_summary

if TYPE_CHECKING:
    import numpy as np

FILE = Path(__file__).parents[1] / "recognise" / "lexicons" / "antecedent_model.yaml"
STRENGTHS = (0.3, 1.0, 3.0)
"""Factors of the penalty that are tried."""
FOLDS = 8
DIGITS = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates of one anaphor, nobody last, and which of them are right."""

    article: str
    features: list[Features]
    right: list[bool]


def choices_of(name: str, gold: Gold, extractor: Extractor) -> list[Choice]:
    """Return the choices of the claims that match gold; those of which all or none are right teach nothing."""
    doc = extractor.nlp(gold.article.text)
    summary = build_summary(gold.article, [doc], extractor.origin, extractor.lexicons)
    text, frames = gold.article.text, get_claims(doc)
    mine = [characters(text, [(span.start, span.end) for span in claim.spans]) for claim in summary.claims]
    theirs = [characters(text, claim.spans) for claim in gold.claims]
    truth = {one: normal_speaker(gold.claims[other].speaker) for one, other, _ in assign(mine, theirs, least=MATCH)}
    speakers: SpeakersComponent = extractor.nlp.get_pipe("articlekit_speakers")  # type: ignore[assignment]
    names = _names_at(summary)
    scene = Scene(View(doc))
    found: list[Choice] = []
    previous: ClaimFrame | None = None
    for number, frame in enumerate(frames):
        anaphor = speakers.anaphor_of(scene.view, frame, previous)
        if anaphor and number in truth:
            candidates, features = speakers.ranker.describe(scene, anaphor)
            right = [_is_meant(scene, candidate, names, truth[number]) for candidate in candidates]
            right.append(_is_nobody(anaphor.kind, scene, frame, summary.claims[number], truth[number]))
            if any(right) and not all(right):
                found.append(Choice(name, features, right))
        nested = previous is not None and previous.start <= frame.start and frame.end <= previous.end
        if not nested and (frame.antecedent or frame.speaker):
            previous = frame
        if meant := meant_by(frame):
            scene.said.add(meant[0])
    return found


def _names_at(summary: Summary) -> dict[int, set[str]]:
    return {
        mention.start: {normal_speaker(name) for name in (entity.name, *entity.aliases)}
        for entity in (*summary.people, *summary.organisations)
        for mention in entity.mentions
    }


def _is_meant(scene: Scene, candidate: Candidate, names: dict[int, set[str]], truth: str) -> bool:
    if not candidate.mentions:
        return bool(truth) and truth == normal_speaker(scene.view.words(*candidate.piece))
    return truth in names.get(scene.view.ents[candidate.mentions[0]].start_char, ())


def _is_nobody(kind: str, scene: Scene, frame: ClaimFrame, claim: Claim, truth: str) -> bool:
    if kind != "nominal":
        return not truth
    named = frame.antecedent is not None and scene.view.entity[frame.antecedent[0]] >= 0
    return truth == normal_speaker(claim.speaker_text) or (not named and truth == normal_speaker(claim.speaker))


def fit(choices: Sequence[Choice], strength: float) -> dict[str, float]:
    """Return the weight of each feature that makes the right candidates likeliest."""
    import numpy as np  # noqa: PLC0415  --help does not wait for it
    from scipy.optimize import minimize  # noqa: PLC0415

    places: dict[str, int] = {}
    for choice in choices:
        for features in choice.features:
            for name in features:
                places.setdefault(name, len(places))
    tables = [(_table(choice, places), np.array(choice.right)) for choice in choices]

    def loss(weights: "np.ndarray") -> tuple[float, "np.ndarray"]:
        total, slope = strength * float(weights @ weights) / 2, strength * weights
        for table, right in tables:
            scores = table @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            good = chances * right
            mass = max(float(good.sum()), 1e-300)
            total -= float(np.log(mass))
            slope = slope - table.T @ (good / mass - chances)
        return total, slope

    result = minimize(loss, np.zeros(len(places)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {name: float(result.x[place]) for name, place in places.items()}


def _table(choice: Choice, places: dict[str, int]) -> "np.ndarray":
    import numpy as np  # noqa: PLC0415

    table = np.zeros((len(choice.features), len(places)))
    for row, features in enumerate(choice.features):
        for name, value in features.items():
            table[row, places[name]] = value
    return table


def share_right(choices: Sequence[Choice], weights: dict[str, float]) -> float:
    """Return the share of choices whose likeliest candidate is right."""
    hits = 0
    for choice in choices:
        scores = [sum(weights.get(name, 0.0) * value for name, value in one.items()) for one in choice.features]
        hits += choice.right[max(range(len(scores)), key=scores.__getitem__)]
    return hits / max(1, len(choices))


def cross_validated(choices: Sequence[Choice], strength: float) -> float:
    """Return the share right where each article is left out of fitting in turn, an eighth of them at a time."""
    articles = sorted({choice.article for choice in choices})
    total = 0.0
    for fold in range(FOLDS):
        out = set(articles[fold::FOLDS])
        kept = [choice for choice in choices if choice.article not in out]
        tested = [choice for choice in choices if choice.article in out]
        total += share_right(tested, fit(kept, strength)) * len(tested)
    return total / max(1, len(choices))


def write_weights(path: Path, weights: dict[str, float], command: str) -> None:
    """Write the weights as a lexicon, a feature a line."""
    lines = ["# Weights of what speaks for and against somebody being meant.", f"# Written by: {command}"]
    kept = {name: round(weight, DIGITS) for name, weight in sorted(weights.items()) if round(weight, DIGITS)}
    lines.append("antecedent_model:" if kept else "antecedent_model: {}")
    lines += [f"  {json.dumps(name, ensure_ascii=False)}: {weight}" for name, weight in kept.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def main() -> None:
    """Fit the model and write its weights beside the other lexicons."""
    parser = argparse.ArgumentParser(description="Fit the model of antecedents.")
    parser.add_argument("gold", type=Path, help="the training split")
    options = parser.parse_args()
    extractor = Extractor()
    choices = [one for name, gold in read_corpus(options.gold).items() for one in choices_of(name, gold, extractor)]
    scores = {strength: cross_validated(choices, strength) for strength in STRENGTHS}
    best = max(scores, key=lambda strength: scores[strength])
    sys.stdout.write(f"{len(choices)} choices, {scores[best]:.3f} right in cross-validation\n")
    write_weights(FILE, fit(choices, best), f"python -m articlekit.learn.antecedents {options.gold}")


if __name__ == "__main__":
    main()
