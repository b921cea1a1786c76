"""`articlekit identify`: who and what is the same in many articles."""

from pathlib import Path
from typing import Annotated

import typer

from articlekit.cli.guard import guarded, say
from articlekit.cli.options import Config, Quiet, settings_from

INPUT_FAILED = 3


@guarded
def identify(
    output: Annotated[Path, typer.Argument(metavar="OUT", help="Folder of summaries, as batch wrote it.")],
    config: Config = None,
    quiet: Quiet = False,
) -> None:
    """Give the same actor in many articles one id: writes OUT/identities.jsonl and OUT/conflicts.jsonl."""
    settings = settings_from(config)
    from articlekit.cli.progress import progress_bar
    from articlekit.identify.files import identify_folder

    with progress_bar(quiet=quiet) as advance:
        found = identify_folder(output, settings, tell=say, advance=advance)
    if not quiet:
        say(found)
    if found.failed:
        raise SystemExit(INPUT_FAILED)
