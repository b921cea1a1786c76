"""An evaluation for reading: as plain data, as tables of text, and as tables on a terminal."""

from collections import Counter
from dataclasses import dataclass
from typing import Any, TextIO

from articlekit.learn.counts import Counts
from articlekit.learn.evaluate import Evaluation
from articlekit.learn.happening_scores import HappeningScores
from articlekit.learn.score import Scores

ERRORS = 10
"""Kinds of error that are told."""
WIDTH = 100
"""Columns of the output when it does not go to a terminal, so that it is the same everywhere."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of text; the first column is text, the others are numbers."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def to_plain(evaluation: Evaluation) -> dict[str, Any]:
    """Return an evaluation as plain data; scores are rounded to 4 digits."""
    return {
        "model": {"name": evaluation.model, "version": evaluation.model_version},
        "corpus": {
            "sha256": evaluation.corpus_sha256,
            "articles": evaluation.total.articles,
            "claims": evaluation.claims,
            "names": evaluation.names,
        },
        "total": _scores_plain(evaluation.total),
        "genres": {genre: _scores_plain(scores) for genre, scores in evaluation.genres.items()},
        "articles": {name: _scores_plain(scores) for name, scores in evaluation.articles.items()},
    }


def headline(evaluation: Evaluation) -> str:
    """Return in one line what was evaluated on what."""
    return (
        f"{evaluation.model} {evaluation.model_version}: {evaluation.total.articles} articles, "
        f"{evaluation.names} names, {evaluation.claims} claims"
    )


def grids(evaluation: Evaluation) -> list[Grid]:
    """Return the tables of an evaluation: names, claims, what is said about matched claims, genres."""
    total = evaluation.total
    names = tuple((label, *_cells(strict), *_ratios(total.overlap[label])) for label, strict in total.strict.items())
    claims = (
        *((form, *_cells(counts)) for form, counts in total.forms.items()),
        ("all", *_cells(total.claims)),
        ("all, by overlap", *_cells(total.claim_overlap)),
    )
    matched = tuple(
        (name, f"{counts.gold:.0f}", f"{counts.hit:.0f}", _digits(counts.f1))
        for name, counts in _matched(total).items()
    )
    genres = tuple(
        (
            genre or "(none)",
            str(scores.articles),
            f"{scores.strict['all'].gold:.0f}",
            _digits(scores.strict["all"].f1),
            f"{scores.claims.gold:.0f}",
            _digits(scores.claims.f1),
        )
        for genre, scores in evaluation.genres.items()
    )
    own = (
        ("all", *_cells(total.author_claims)),
        ("ten strongest", *_cells(total.author_top)),
        ("reports that got some", str(total.reports), str(total.reports_with_own), "", "", ""),
    )
    reliability = tuple(
        (band, f"{counts.predicted:.0f}", _digits(counts.gold / counts.predicted), _digits(counts.precision))
        for band, counts in total.reliability.items()
        if counts.predicted
    )
    errors = tuple((kind, str(count)) for kind, count in _most_common(total.errors))
    strict = ("gold", "found", "precision", "recall", "F1")
    return [
        Grid("Names: strict, and by overlap", ("category", *strict, "overlap P", "overlap R", "overlap F1"), names),
        Grid("Claims", ("form", *strict), claims),
        Grid("Matched claims", ("", "matched", "right", "accuracy"), matched),
        Grid("Speakers named elsewhere", ("beside the claim", "claims", "right", "accuracy"), _resolved_rows(total)),
        Grid(
            "Names put together (B-cubed), and canonical names",
            ("category", "mentions", "precision", "recall", "F1"),
            _cluster_rows(total),
        ),
        Grid("Author's claims of opinion pieces", ("", *strict), own),
        Grid("Happenings and events", ("type", *strict), _happening_rows(total.happenings)),
        Grid(
            "Matched happenings, and named events found",
            ("", "in gold", "right", "accuracy", "not in gold"),
            _detail_rows(total),
        ),
        Grid("Reliability of confidences", ("confidence", "claims", "mean confidence", "share right"), reliability),
        Grid("Most frequent kinds of error in claims", ("kind", "claims"), errors),
        Grid("Genres", ("genre", "articles", "names", "names F1", "claims", "claims F1"), genres),
    ]


def _resolved_rows(scores: Scores) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (kind, f"{counts.gold:.0f}", f"{counts.hit:.0f}", _digits(counts.recall))
        for kind, counts in scores.resolved.items()
    )


def _cluster_rows(scores: Scores) -> tuple[tuple[str, ...], ...]:
    rows = [*scores.clusters.kinds.items(), ("all", scores.clusters.all)]
    names = scores.clusters.names
    return (
        *((kind, str(one.mentions), *map(_digits, (one.precision, one.recall, one.f1))) for kind, one in rows),
        ("entities with gold's name", f"{names.gold:.0f}", "", _digits(names.recall), ""),
    )


def _happening_rows(scores: HappeningScores) -> tuple[tuple[str, ...], ...]:
    return (
        *((kind, *_cells(counts)) for kind, counts in scores.types.items() if counts.gold or counts.predicted),
        ("all", *_cells(scores.happenings)),
        ("participants of matched", *_cells(scores.participants)),
    )


def _detail_rows(scores: Scores) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (name, f"{one.counts.gold:.0f}", f"{one.counts.hit:.0f}", _digits(one.counts.recall), str(one.extra))
        for name, one in scores.happenings.details.items()
    )


def print_tables(title: str, tables: list[Grid], out: TextIO) -> None:
    """Write a title and tables to `out`; in colour and as wide as it is on a terminal only."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415  plain data does without rich
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    terminal = out.isatty()
    console = Console(file=out, force_terminal=terminal, width=None if terminal else WIDTH, highlight=False)
    # Console would turn a closed pipe into a failure; `out` leaves that to the caller.
    with console.capture() as captured:
        console.print(title, markup=False)
        for grid in tables:
            table = Table(title=grid.title, title_justify="left", box=SIMPLE_HEAD)
            for number, column in enumerate(grid.columns):
                table.add_column(column, justify="right" if number else "left")
            for row in grid.rows:
                table.add_row(*row)
            console.print(table)
    out.write(captured.get())


def _scores_plain(scores: Scores) -> dict[str, Any]:
    return {
        "articles": scores.articles,
        "entities": {
            label: {"strict": _counts_plain(counts), "overlap": _counts_plain(scores.overlap[label])}
            for label, counts in scores.strict.items()
        },
        "claims": {
            "matched": _counts_plain(scores.claims),
            "overlap": _counts_plain(scores.claim_overlap),
            "forms": {form: _counts_plain(counts) for form, counts in scores.forms.items()},
        },
        "errors": dict(_most_common(scores.errors)),
        "author_claims": {
            "all": _counts_plain(scores.author_claims),
            "top": _counts_plain(scores.author_top),
            "reports": scores.reports,
            "reports_with_own": scores.reports_with_own,
        },
        "resolved": {
            kind: {"accuracy": round(counts.recall, 4), "right": int(counts.hit), "claims": int(counts.gold)}
            for kind, counts in scores.resolved.items()
        },
        "clusters": {
            kind: {
                "mentions": one.mentions,
                "precision": round(one.precision, 4),
                "recall": round(one.recall, 4),
                "f1": round(one.f1, 4),
            }
            for kind, one in (*scores.clusters.kinds.items(), ("all", scores.clusters.all))
        },
        "canonical_names": {"right": int(scores.clusters.names.hit), "gold": int(scores.clusters.names.gold)},
        "happenings": {
            "all": _counts_plain(scores.happenings.happenings),
            "types": {kind: _counts_plain(counts) for kind, counts in scores.happenings.types.items()},
            "participants": _counts_plain(scores.happenings.participants),
            **{
                name.replace(" ", "_"): {**_counts_plain(one.counts), "extra": one.extra}
                for name, one in scores.happenings.details.items()
            },
        },
        **{
            name: {"accuracy": round(counts.f1, 4), "right": int(counts.hit), "matched": int(counts.gold)}
            for name, counts in _matched(scores).items()
        },
    }


def _counts_plain(counts: Counts) -> dict[str, float]:
    return {
        "precision": round(counts.precision, 4),
        "recall": round(counts.recall, 4),
        "f1": round(counts.f1, 4),
        "gold": int(counts.gold),
        "predicted": int(counts.predicted),
    }


def _matched(scores: Scores) -> dict[str, Counts]:
    return {"speaker": scores.speaker, "act": scores.act, "form": scores.form}


def _most_common(errors: Counter[str]) -> list[tuple[str, int]]:
    """Return the most frequent kinds of error, those of one count by name."""
    return sorted(errors.items(), key=lambda item: (-item[1], item[0]))[:ERRORS]


def _cells(counts: Counts) -> tuple[str, ...]:
    return (f"{counts.gold:.0f}", f"{counts.predicted:.0f}", *_ratios(counts))


def _ratios(counts: Counts) -> tuple[str, ...]:
    return (_digits(counts.precision), _digits(counts.recall), _digits(counts.f1))


def _digits(score: float) -> str:
    return f"{score:.3f}"
