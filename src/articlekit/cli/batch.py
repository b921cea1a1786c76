"""`articlekit batch`: every article below a folder, or of one file of many."""

from pathlib import Path
from typing import Annotated

import typer

from articlekit.cli.guard import INTERRUPTED, guarded
from articlekit.cli.options import AuthorClaims, Brief, Config, Format, Model, Only, Quiet, settings_from

BATCH_FAILED = 4


@guarded
def batch(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Every article below it is read; or a file of many.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="OUT", help="Folder for summaries and corpus.sqlite.")
    ],
    workers: Annotated[
        int | None, typer.Option("--workers", "-w", min=1, metavar="N", help="Processes; default: one a core.")
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", min=1, metavar="SECONDS", help="The time that one article may take.")
    ] = 600,
    shard: Annotated[
        str, typer.Option("--shard", metavar="I/N", help="Do one of N parts; join them with articlekit merge.")
    ] = "1/1",
    engine: Annotated[
        str, typer.Option("--engine", metavar="local|ray", help="Processes of this machine, or a Ray cluster.")
    ] = "local",
    address: Annotated[
        str | None, typer.Option("--address", metavar="ADDR", help="Ray cluster to join; default: one for this run.")
    ] = None,
    to: Annotated[
        str, typer.Option("--to", metavar="files|parquet", help="A file each and corpus.sqlite, or Parquet alone.")
    ] = "files",
    prune: Annotated[bool, typer.Option("--prune", help="Remove summaries whose article is gone.")] = False,
    follow_symlinks: Annotated[
        bool, typer.Option("--follow-symlinks", help="Follow links that lead out of FOLDER.")
    ] = False,
    format: Format = None,  # noqa: A002  the option's name
    model: Model = None,
    config: Config = None,
    only: Only = None,
    brief: Brief = False,
    author_claims: AuthorClaims = None,
    quiet: Quiet = False,
    log_format: Annotated[
        str, typer.Option("--log-format", metavar="text|json", help="What stderr gets: lines to read or JSON.")
    ] = "text",
) -> None:
    """Summarise every article below a folder; what is already done is not done again."""
    from articlekit.batch.options import BatchOptions, parse_shard
    from articlekit.cli.log import open_log

    settings = settings_from(config, only=only, brief=brief, format=format, model=model, author_claims=author_claims)
    options = BatchOptions(
        workers=workers,
        timeout=timeout,
        shard=parse_shard(shard),
        prune=prune,
        follow_symlinks=follow_symlinks,
        engine=engine,
        address=address,
        to=to,
    )
    from articlekit.batch import run_batch

    with open_log(log_format, quiet=quiet) as log:
        report = run_batch(folder, output, settings, options, tell=log.problem, advance=log.progress)
    log.end(report)
    if report.interrupted:
        raise SystemExit(INTERRUPTED)
    if report.failed:
        raise SystemExit(BATCH_FAILED)
