"""One summary to one stream."""

from collections.abc import Collection
from typing import TextIO

from articlekit.codec import to_plain
from articlekit.records import Summary


def write_summary(
    summary: Summary,
    out: TextIO,
    *,
    format: str = "yaml",  # noqa: A002  the option's name
    only: Collection[str] | None = None,
    brief: bool = False,
) -> None:
    """Write `summary` to `out` as yaml, json or jsonl; `only` and `brief` as in `codec.to_plain`."""
    from articlekit.write import WRITERS

    writer = WRITERS[format](out, several=False)
    writer.write(to_plain(summary, only=only, brief=brief))
    writer.close()
