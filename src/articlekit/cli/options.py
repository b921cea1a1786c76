"""Options that several commands share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from articlekit.settings import Settings

Format = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="yaml|json|jsonl", help="Default yaml; jsonl when reading JSONL."),
]
Model = Annotated[
    str | None, typer.Option("--model", "-m", metavar="NAME|PATH", help="Any installed German spaCy pipeline.")
]
Config = Annotated[Path | None, typer.Option("--config", "-c", metavar="FILE", help="Configuration in YAML.")]
Only = Annotated[
    str | None, typer.Option("--only", metavar="people,claims,...", help="Write these sections of the summary only.")
]
AuthorClaims = Annotated[
    str | None,
    typer.Option("--author-claims", metavar="N|all|none", help="The author's own claims, the N strongest; default 10."),
]
Brief = Annotated[bool, typer.Option("--brief", help="Names and counts, no offsets.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No warnings and no progress; errors remain.")]


def settings_from(config: Path | None, *, only: str | None = None, brief: bool = False, **options: Any) -> "Settings":
    """Return the settings of a configuration file with the command line's options on top."""
    from articlekit.settings import load_settings

    amount = options.get("author_claims")
    if isinstance(amount, str) and amount.isdecimal():
        options["author_claims"] = int(amount)
    sections = tuple(name.strip() for name in only.split(",") if name.strip()) if only is not None else None
    return load_settings(config, only=sections, brief=brief or None, **options)
