"""`articlekit batch`: every article below a folder."""

from pathlib import Path
from typing import Annotated

import typer

from articlekit.cli.guard import guarded, say
from articlekit.cli.options import AuthorClaims, Brief, Config, Format, Model, Only, Quiet, settings_from

BATCH_FAILED = 4


@guarded
def batch(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Every article below it is read.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT", help="Folder for the summaries; mirrors FOLDER.")
    ],
    format: Format = None,  # noqa: A002  the option's name
    model: Model = None,
    config: Config = None,
    only: Only = None,
    brief: Brief = False,
    author_claims: AuthorClaims = None,
    quiet: Quiet = False,
) -> None:
    """Summarise every article below a folder; what is already done is not done again."""
    settings = settings_from(config, only=only, brief=brief, format=format, model=model, author_claims=author_claims)
    from articlekit.batch import run_batch
    from articlekit.cli.progress import progress_bar

    with progress_bar(quiet=quiet) as advance:
        report = run_batch(folder, output, settings, tell=say, advance=advance)
    if not quiet:
        say(report)
    if report.failed:
        raise SystemExit(BATCH_FAILED)
