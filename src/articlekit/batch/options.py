"""How a batch is run; nothing in it changes a summary."""

import os
from dataclasses import dataclass

from articlekit.errors import SettingsError, near_name

ENGINES = ("local", "ray")
TARGETS = ("files", "parquet")


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
    """How a batch is run.

    Raises:
        SettingsError: when there is no such engine or target, or what is asked for does not go together.
    """

    workers: int | None = None
    """Processes with a pipeline each; by default one a core that this process may use, or one a CPU of the cluster."""
    timeout: float = 600.0
    """Seconds that one article may take, and that reading one file may."""
    shard: Shard = Shard()
    prune: bool = False
    """Remove the summaries of articles that are no longer there."""
    follow_symlinks: bool = False
    """Follow links that lead out of the folder."""
    engine: str = "local"
    """What makes the summaries: processes of this machine (local), or actors of Ray (ray)."""
    address: str | None = None
    """Of the Ray cluster to join; by default a Ray of this machine is started for the run."""
    to: str = "files"
    """What summaries are written to: a file each and a corpus in SQLite (files), or Parquet of many rows (parquet)."""

    def __post_init__(self) -> None:
        for name, value, known in (("engine", self.engine, ENGINES), ("target", self.to, TARGETS)):
            if value not in known:
                raise SettingsError(f"unknown {name} {value}", hint=near_name(value, known))
        if self.address and self.engine != "ray":
            raise SettingsError("an address is one of a Ray cluster", hint="add --engine ray")
        if self.prune and self.to == "parquet":
            raise SettingsError("nothing is removed from Parquet", hint="name a new folder with -o")
