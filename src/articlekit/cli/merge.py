"""`articlekit merge`: the outputs of shards in, one output out."""

from pathlib import Path
from typing import Annotated

import typer

from articlekit.cli.batch import BATCH_FAILED
from articlekit.cli.guard import guarded, say
from articlekit.cli.options import Quiet


@guarded
def merge(
    outputs: Annotated[list[Path], typer.Argument(metavar="SHARD...", help="Folders that batch wrote.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="OUT", help="Folder for all of it.")],
    quiet: Quiet = False,
) -> None:
    """Join what batch --shard wrote into one folder, as one run would have written it."""
    from articlekit.batch.merge import merge_outputs

    merged = merge_outputs(outputs, output)
    for note in merged.notes:
        say(note)
    if not quiet:
        say(merged)
    if merged.notes or merged.failed:
        raise SystemExit(BATCH_FAILED)
