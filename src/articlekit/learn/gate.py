"""The accuracy gate: scores that were reached once are floors, and no change may fall below them.

The floors stand in a JSON file beside the gold, with the model and the corpus they belong to. A floor rises whenever
the file is renewed and is lowered only on demand.
"""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from articlekit.errors import FloorError, SettingsError
from articlekit.learn.counts import Counts
from articlekit.learn.evaluate import Evaluation
from articlekit.learn.score import Scores
from articlekit.write.files import partial_path

REPIN = "run make repin"
WORST = 5
MARGIN_SPANS = 1
MARGIN_REASON = (
    "Sums of floating-point numbers differ between processors and can turn one borderline name or claim; "
    "one span of a task is 2 / (predicted + gold) of its F1."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The pinned scores, with all that they depend on."""

    model: str
    model_version: str
    corpus_sha256: str
    articles: int
    claims: int
    names: int
    margin_spans: int
    """So many names or claims of a task may be lost before its floor counts as broken."""
    margin_reason: str
    floors: dict[str, float]
    """By task; F1 or accuracy, 0 to 1."""


def task_counts(scores: Scores) -> dict[str, Counts]:
    """Return the counts of every task that has a floor."""
    return {
        **{f"entities.{label}.strict_f1": counts for label, counts in scores.strict.items()},
        **{f"entities.{label}.overlap_f1": counts for label, counts in scores.overlap.items()},
        "claims.f1": scores.claims,
        "claims.overlap_f1": scores.claim_overlap,
        **{f"claims.{form}.f1": counts for form, counts in scores.forms.items()},
        "speaker": scores.speaker,
        "act": scores.act,
        "form": scores.form,
        "happenings.f1": scores.happenings.happenings,
        "happenings.participants": scores.happenings.participants,
        **{f"happenings.{name.replace(' ', '_')}": one.counts for name, one in scores.happenings.details.items()},
    }


def read_floors(path: Path) -> Floors:
    """Read a file of floors.

    Raises:
        SettingsError: when it cannot be read or is not such a file.
    """
    try:
        return TypeAdapter(Floors).validate_json(path.read_bytes(), strict=True)
    except OSError as error:
        raise SettingsError(f"cannot read it: {error.strerror}", where=str(path), hint=REPIN) from None
    except ValidationError as error:
        mistakes = "; ".join(
            f"{'.'.join(map(str, item['loc'])) or 'file'}: {item['msg']}" for item in error.errors(include_url=False)
        )
        raise SettingsError(f"not a file of floors: {mistakes}", where=str(path), hint=REPIN) from None


def check_floors(evaluation: Evaluation, floors: Floors) -> None:
    """Do nothing when every score reaches its floor.

    Raises:
        FloorError: names each task below its floor and the articles with most mistakes in these tasks; or what differs
            when model, corpus or tasks are not those of the floors.
    """
    now = _ground(evaluation)
    moved = [
        f"{key} {getattr(floors, key)} is now {value}" for key, value in now.items() if getattr(floors, key) != value
    ]
    counts = task_counts(evaluation.total)
    moved += [f"no floor for {task}" for task in counts if task not in floors.floors]
    moved += [f"unknown task {task}" for task in floors.floors if task not in counts]
    if moved:
        raise FloorError(f"the floors are pinned for something else: {'; '.join(moved)}", hint=REPIN)
    broken = []
    told = []
    for task, count in counts.items():
        floor, margin = floors.floors[task], _margin(count, floors.margin_spans)
        # The floor was rounded to 4 digits, so the score is too.
        if round(count.f1 + margin, 4) < floor:
            broken.append(task)
            told.append(f"{task} {count.f1:.4f} (floor {floor:.4f}, margin {margin:.4f})")
    if broken:
        worst = ", ".join(worst_articles(evaluation, broken))
        raise FloorError(f"below the floor: {'; '.join(told)}; worst articles: {worst}")


def update_floors(path: Path, evaluation: Evaluation, *, allow_regression: bool = False) -> Floors:
    """Pin the floors of a file anew: model, corpus and counts as they are, floors raised to the scores.

    Args:
        path: the file; written whole or not at all.
        evaluation: gives the scores.
        allow_regression: lower a floor to its score too; without it a floor above the score stays.

    Raises:
        SettingsError: under continuous integration, which checks floors and does not set them; or when the file cannot
            be read or written.
    """
    if os.environ.get("CI"):
        raise SettingsError("floors are not pinned under CI", where=str(path), hint=f"{REPIN} and commit the file")
    old = read_floors(path) if path.exists() else None
    floors = {task: round(count.f1, 4) for task, count in task_counts(evaluation.total).items()}
    if old and not allow_regression:
        floors = {task: max(score, old.floors.get(task, 0.0)) for task, score in floors.items()}
    new = Floors(
        model=evaluation.model,
        model_version=evaluation.model_version,
        corpus_sha256=evaluation.corpus_sha256,
        articles=evaluation.total.articles,
        claims=evaluation.claims,
        names=evaluation.names,
        margin_spans=old.margin_spans if old else MARGIN_SPANS,
        margin_reason=old.margin_reason if old else MARGIN_REASON,
        floors=floors,
    )
    partial = partial_path(path)
    try:
        partial.write_text(json.dumps(asdict(new), indent=2) + "\n", encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        raise SettingsError(f"cannot write: {error.strerror}", where=str(path), hint="check the path") from None
    finally:
        partial.unlink(missing_ok=True)
    return new


def worst_articles(evaluation: Evaluation, tasks: list[str]) -> list[str]:
    """Return the names of the articles with most mistakes in some tasks, at most five, none without a mistake."""
    mistakes: dict[str, float] = {}
    for name, scores in evaluation.articles.items():
        counts = task_counts(scores)
        mistakes[name] = sum(max(counts[task].predicted, counts[task].gold) - counts[task].hit for task in tasks)
    ranked = sorted(mistakes, key=lambda name: (-mistakes[name], name))
    return [name for name in ranked if mistakes[name]][:WORST]


def _ground(evaluation: Evaluation) -> dict[str, object]:
    return {
        "model": evaluation.model,
        "model_version": evaluation.model_version,
        "corpus_sha256": evaluation.corpus_sha256,
        "articles": evaluation.total.articles,
        "claims": evaluation.claims,
        "names": evaluation.names,
    }


def _margin(counts: Counts, spans: int) -> float:
    spread = counts.predicted + counts.gold
    return 2 * spans / spread if spread else 0.0
