"""How a batch is run; nothing in it changes a summary."""

import os
from dataclasses import dataclass, field

from articlekit.errors import SettingsError


def usable_cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Shard:
    """One of `of` parts of the articles, counted from 1.

    Raises:
        SettingsError: when there is no such part.
    """

    number: int = 1
    of: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.number <= self.of:
            raise SettingsError(f"there is no shard {self}", hint="give I/N with I from 1 to N: --shard 1/4")

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"


def parse_shard(text: str) -> Shard:
    """Return the shard that `I/N` names.

    Raises:
        SettingsError: when it names none.
    """
    number, slash, of = text.partition("/")
    if not (slash and number.isdecimal() and of.isdecimal()):
        raise SettingsError(f"no shard: {text}", hint="give I/N with I from 1 to N: --shard 1/4")
    return Shard(int(number), int(of))


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """How a batch is run."""

    workers: int = field(default_factory=usable_cores)
    """Processes with a pipeline each."""
    timeout: float = 600.0
    """Seconds that one article may take, and that reading one file may."""
    shard: Shard = Shard()
    prune: bool = False
    """Remove the summaries of articles that are no longer there."""
    follow_symlinks: bool = False
    """Follow links that lead out of the folder."""
