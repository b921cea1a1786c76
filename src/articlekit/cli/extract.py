"""`articlekit extract`: articles in, summaries out."""

from pathlib import Path
from typing import Annotated

import typer

from articlekit.cli.guard import guarded, say
from articlekit.cli.options import AuthorClaims, Brief, Config, Format, Model, Only, Quiet, settings_from

INPUT_FAILED = 3


@guarded
def extract(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Articles (.txt .md .json .jsonl .parquet); - reads standard input."),
    ],
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE|DIR", help="Write here instead of to stdout.")
    ] = None,
    format: Format = None,  # noqa: A002  the option's name
    model: Model = None,
    config: Config = None,
    only: Only = None,
    brief: Brief = False,
    author_claims: AuthorClaims = None,
    quiet: Quiet = False,
) -> None:
    """Summarise one or more articles."""
    settings = settings_from(config, only=only, brief=brief, format=format, model=model, author_claims=author_claims)
    from articlekit.flow import extract_to

    failed = extract_to(
        sources,
        settings,
        output=Path(output) if output else None,
        directory=_is_directory(output),
        warn=None if quiet else say,
        tell=say,
    )
    if failed:
        raise SystemExit(INPUT_FAILED)


def _is_directory(output: str | None) -> bool:
    return output is not None and (output.endswith("/") or Path(output).is_dir())
