"""The scores of an extractor on the German Wikinews quotations."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articlekit.errors import ArticlekitError, GoldError
from articlekit.learn.counts import Counts
from articlekit.learn.evaluate import Extracts
from articlekit.learn.quotations import Average, QuotationScores
from articlekit.learn.tables import Grid
from articlekit.learn.wikinews import quotations_of, read_wikinews

PUBLISHED = {"message": 0.479, "roles": 0.355, "joint": 0.391}
"""Macro F1 of the rule-based system on the test split, Petersen-Frey and Biemann (2024)."""
TASK_GROUPS = ("message", "roles", "joint")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationEvaluation:
    """What was evaluated on what, and how well it did."""

    model: str
    model_version: str
    where: str
    """The folder or file."""
    scores: QuotationScores
    """Pairs of quotations that share no token are rejected."""
    task: QuotationScores
    """As the shared task's own program pairs them."""


def evaluate_quotations(
    path: Path, extractor: Extracts, *, on_article: Callable[[int], None] | None = None
) -> QuotationEvaluation:
    """Score an extractor on the quotations of a Wikinews file, or of all below a folder.

    Args:
        path: a JSON file of the collection, or a folder of them.
        extractor: makes the summaries, which are turned into the scheme of the collection.
        on_article: called with the number of all articles after each one.

    Raises:
        GoldError: when a file has another format, or when the extractor refuses an article.
    """
    scores, task = QuotationScores(), QuotationScores(keep_disjoint=True)
    collection = read_wikinews(path)
    for name, news in collection.items():
        try:
            summary = extractor.extract(news.article)
        except ArticlekitError as error:
            raise GoldError(error.message, where=name, hint=error.hint) from None
        found = quotations_of(news, summary)
        scores.add(found, news.quotations)
        task.add(found, news.quotations)
        if on_article:
            on_article(len(collection))
    origin = summary.provenance
    return QuotationEvaluation(
        model=origin.model, model_version=origin.model_version, where=str(path), scores=scores, task=task
    )


def quotations_headline(evaluation: QuotationEvaluation) -> str:
    """Return in one line what was evaluated on what."""
    scores = evaluation.scores
    return (
        f"{evaluation.model} {evaluation.model_version} on {evaluation.where}: {scores.articles} articles, "
        f"{scores.gold} quotations"
    )


def quotation_grids(evaluation: QuotationEvaluation) -> list[Grid]:
    """Return the tables of an evaluation: parts, forms, and the figures of the shared task's own program."""
    scores = evaluation.scores
    three = ("precision", "recall", "F1")
    parts = tuple((name, *_ratios(mean), *_ratios(scores.micro[name])) for name, mean in scores.macro.items())
    forms = tuple((form, str(mean.gold), *_ratios(mean)) for form, mean in scores.forms.items())
    task = tuple((name, *_ratios(evaluation.task.macro[name]), f"{PUBLISHED[name]:.3f}") for name in TASK_GROUPS)
    return [
        Grid(
            "Quotations by tokens",
            ("part", *(f"macro {name}" for name in three), *(f"micro {name}" for name in three)),
            parts,
        ),
        Grid("Messages by form (macro)", ("form", "gold", *three), forms),
        Grid("As the shared task pairs them (macro)", ("", *three, "published, on test"), task),
    ]


def quotations_plain(evaluation: QuotationEvaluation) -> dict[str, Any]:
    """Return an evaluation as plain data; scores are rounded to 4 digits."""
    scores = evaluation.scores
    return {
        "model": {"name": evaluation.model, "version": evaluation.model_version},
        "quotations": {"articles": scores.articles, "gold": scores.gold},
        "macro": {name: _plain(mean) for name, mean in scores.macro.items()},
        "micro": {name: _plain(counts) for name, counts in scores.micro.items()},
        "forms": {form: {**_plain(mean), "gold": mean.gold} for form, mean in scores.forms.items()},
        "task": {name: _plain(evaluation.task.macro[name]) for name in TASK_GROUPS},
    }


def _plain(score: Average | Counts) -> dict[str, float]:
    return {"precision": round(score.precision, 4), "recall": round(score.recall, 4), "f1": round(score.f1, 4)}


def _ratios(score: Average | Counts) -> tuple[str, ...]:
    return tuple(f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
