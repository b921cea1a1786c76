"""`articlekit models | schema | config`: what is there."""

import json
import sys

import typer

from articlekit.cli.guard import guarded
from articlekit.cli.options import Config, Model, settings_from


@guarded
def models() -> None:
    """List the German pipelines that are installed, and how to get the others."""
    from articlekit.installed import installed_models, missing_models

    for name, version, note in installed_models():
        typer.echo(f"{name}  {version}  {note}")
    for name, command in missing_models():
        typer.echo(f"{name}  not installed  {command}")


@guarded
def schema() -> None:
    """Print the JSON Schema of a summary."""
    from articlekit.codec import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


@guarded
def config(config: Config = None, model: Model = None) -> None:
    """Print the effective configuration."""
    import yaml

    from articlekit.settings import settings_plain

    plain = settings_plain(settings_from(config, model=model))
    yaml.safe_dump(plain, sys.stdout, sort_keys=False, allow_unicode=True)
