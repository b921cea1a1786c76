"""`articlekit evaluate`: how well gold articles are summarised."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from articlekit.cli.guard import guarded, say
from articlekit.cli.options import Config, Model, Quiet, settings_from
from articlekit.errors import SettingsError, near_name

if TYPE_CHECKING:
    from articlekit.extractor import Extractor

FORMATS = ("table", "json")


@guarded
def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD", help="Gold articles (.xml) or Wikinews quotations (.json), or a folder of them."
        ),
    ],
    *,
    format: Annotated[  # noqa: A002  the option's name
        str, typer.Option("--format", "-f", metavar="table|json", help="Default table.")
    ] = "table",
    model: Model = None,
    config: Config = None,
    floors: Annotated[
        Path | None, typer.Option("--floors", metavar="FILE", help="Fail when a score is below its floor.")
    ] = None,
    update_floors: Annotated[
        bool, typer.Option("--update-floors", help="Pin the floors anew and raise them to the scores.")
    ] = False,
    allow_regression: Annotated[
        bool, typer.Option("--allow-regression", help="With --update-floors: lower floors too.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Score summaries against gold: precision, recall and F1 of names and claims, or of quotations."""
    _check_options(format, floors=floors, update=update_floors, lower=allow_regression)
    settings = settings_from(config, model=model)
    from articlekit.cli.progress import progress_bar
    from articlekit.extractor import Extractor
    from articlekit.learn import gate, tables
    from articlekit.learn.evaluate import evaluate_gold
    from articlekit.learn.wikinews import is_wikinews

    if is_wikinews(gold):
        if floors:
            raise SettingsError("floors are for gold articles in XML", where=str(gold), hint="leave --floors out")
        _evaluate_quotations(gold, Extractor(config=settings), name=format, quiet=quiet)
        return
    pinned = gate.read_floors(floors) if floors and not update_floors else None
    with progress_bar(quiet=quiet) as advance:
        extractor = Extractor(config=replace(settings, author_claims="all"))
        evaluation = evaluate_gold(gold, extractor, on_article=advance)
    if format == "json":
        typer.echo(json.dumps(tables.to_plain(evaluation), ensure_ascii=False, indent=2))
    else:
        tables.print_tables(tables.headline(evaluation), tables.grids(evaluation), sys.stdout)
    if floors and update_floors:
        pinned = gate.update_floors(floors, evaluation, allow_regression=allow_regression)
        if not quiet:
            say(f"{floors}: pinned for {tables.headline(evaluation)}")
    if pinned:
        gate.check_floors(evaluation, pinned)


def _evaluate_quotations(gold: Path, extractor: "Extractor", *, name: str, quiet: bool) -> None:
    from articlekit.cli.progress import progress_bar
    from articlekit.learn import evaluate_quotations as quotations
    from articlekit.learn.tables import print_tables

    with progress_bar(quiet=quiet) as advance:
        evaluation = quotations.evaluate_quotations(gold, extractor, on_article=advance)
    if name == "json":
        typer.echo(json.dumps(quotations.quotations_plain(evaluation), ensure_ascii=False, indent=2))
    else:
        print_tables(quotations.quotations_headline(evaluation), quotations.quotation_grids(evaluation), sys.stdout)


def _check_options(name: str, *, floors: Path | None, update: bool, lower: bool) -> None:
    if name not in FORMATS:
        raise SettingsError(f"unknown format {name}", hint=near_name(name, FORMATS))
    if update and floors is None:
        raise SettingsError("--update-floors needs --floors FILE")
    if lower and not update:
        raise SettingsError("--allow-regression needs --update-floors")
