"""The outputs of several shards become one, as if one run had made it."""

import json
import re
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from articlekit.batch.output import Output
from articlekit.errors import InputError, SettingsError
from articlekit.layout import CORPUS, ERRORS, RUN
from articlekit.records import Problem
from articlekit.write.sqlite import Corpus
from articlekit.write.sqlite.join import join_corpus

HINT = "give folders that articlekit batch wrote"
PLACE = re.compile(r"(.*?)(?::(\d+)|\[(\d+)\])?", re.DOTALL)
"""File and record of a problem."""


@dataclass(slots=True)
class Merged:
    """What a merge did; counts of documents."""

    documents: int = 0
    same: int = 0
    """They were in several."""
    failed: int = 0
    """Articles that no run could do."""
    notes: list[str] = field(default_factory=list)
    """What is missing or does not fit, a line each."""

    def __str__(self) -> str:
        parts = [f"{self.documents} documents"]
        if self.same:
            parts.append(f"{self.same} of them in several")
        if self.failed:
            parts.append(f"{self.failed} failed (see {ERRORS})")
        return ", ".join(parts)


def merge_outputs(outputs: Sequence[Path], target: Path) -> Merged:
    """Join what batches wrote to several folders into one folder.

    Shards of one run give what one run without shards gives, and a later batch of all articles to `target` finds them
    done. A merge that was interrupted can be run again.

    Args:
        outputs: folders that batches wrote; none is changed.
        target: is made, or added to.

    Raises:
        InputError: when one of the folders is none that a batch wrote.
        SettingsError: when they were not made by the same configuration, model and program, or `target` cannot be written.
    """
    runs = [_read_run(output) for output in outputs]
    if any(target.resolve() == output.resolve() for output in outputs):
        raise SettingsError("this is one of the inputs", where=str(target), hint="name another folder with -o")
    for output, run in zip(outputs, runs, strict=True):
        if run["made_by"] != runs[0]["made_by"]:
            message = f"made by another configuration, model or version than {outputs[0]}"
            raise SettingsError(message, where=str(output), hint="run that batch again")
    merged = Merged(notes=list(_missing(runs)))
    with ExitStack() as stack:
        out = stack.enter_context(closing(Output(target)))
        corpus = stack.enter_context(closing(Corpus(target / CORPUS)))
        problems: list[Problem] = []
        for output in outputs:
            joined = join_corpus(corpus, output / CORPUS, partial(_bring, output, out))
            merged.same += joined.same
            merged.notes += [f"{path}: summarised differently in {output}, left out" for path in joined.different]
            problems += _read_errors(output)
        corpus.forget_unfinished_files()
        corpus.commit()
        problems = sorted(dict.fromkeys(problems), key=_place)
        merged.failed = len(problems)
        out.write_errors(problems)
        corpus.settle(lambda: False)
        rows = corpus.counts()
        merged.documents = rows["documents"]
        out.write_run({"status": "merged", "made_by": runs[0]["made_by"], "corpus": rows, "runs": runs})
    return merged


def _bring(source: Path, out: Output, name: str) -> None:
    """Copy a summary that is not there yet."""
    try:
        body = (source / name).read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", where=str(source / name), hint="run that batch again"
        ) from None
    if out.size_of(name) != len(body):
        out.write_summary(name, body)


def _read_run(output: Path) -> dict[str, Any]:
    try:
        run = json.loads((output / RUN).read_text("utf-8"))
        _ = run["made_by"], run["status"]
    except (OSError, ValueError, LookupError, TypeError):
        raise InputError(f"no {RUN} of a batch in it", where=str(output), hint=HINT) from None
    if not (output / CORPUS).is_file():
        raise InputError(f"no {CORPUS} in it", where=str(output), hint=HINT)
    return dict(run)


def _missing(runs: Sequence[dict[str, Any]]) -> list[str]:
    """Return a line for each shard that is not there or not whole."""
    shards = {str(run.get("shard", "1/1")) for run in runs}
    of = max((int(shard.split("/")[1]) for shard in shards), default=1)
    notes = [f"shard {number}/{of} is missing" for number in range(1, of + 1) if f"{number}/{of}" not in shards]
    return notes + [
        f"shard {run.get('shard')} is not finished; run it again and merge again"
        for run in runs
        if run["status"] not in ("finished", "merged")
    ]


def _read_errors(output: Path) -> list[Problem]:
    try:
        lines = (output / ERRORS).read_text("utf-8").splitlines()
        return [Problem(**json.loads(line)) for line in lines]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError) as error:
        raise InputError(f"cannot be read: {error}", where=str(output / ERRORS), hint="run that batch again") from None


def _place(problem: Problem) -> tuple[str, int]:
    found = PLACE.fullmatch(problem.where)
    return (found[1], int(found[2] or found[3] or 0)) if found else (problem.where, 0)
