"""The application: the commands, `--version`, and the last word on exit statuses."""

import sys
from typing import Annotated

import typer

from articlekit import __version__
from articlekit.cli.batch import batch
from articlekit.cli.describe import config, models, schema
from articlekit.cli.evaluate import evaluate
from articlekit.cli.extract import extract
from articlekit.cli.guard import end_quietly
from articlekit.cli.identify import identify
from articlekit.cli.merge import merge

EPILOG = (
    "Exit status: 0 all well, 1 a fault of ours, 2 wrong usage or configuration, 3 an input could not be read, "
    "4 a batch finished with failures, 5 model missing, 6 accuracy floor broken, 130 interrupted."
)

app = typer.Typer(
    name="articlekit",
    help="Read German technology-policy articles: who is in them, what happened, who claims what.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"articlekit {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None: ...


for command in (extract, batch, merge, identify, evaluate, models, schema, config):
    app.command()(command)


def main() -> None:
    """Run the command line of this process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    stdout = sys.stdout
    with end_quietly():
        try:
            app()
        except SystemExit:
            if sys.stdout is not stdout:  # the parser puts another in its place when its help meets a closed pipe
                raise SystemExit(0) from None
            raise
