"""What a writer is."""

from typing import Any, Protocol, TextIO

Plain = dict[str, Any]
"""A summary as `codec.to_plain` gives it."""


class Writer(Protocol):
    """Writes summaries to one text stream, each as soon as it is given."""

    suffix: str

    def __init__(self, out: TextIO, *, several: bool) -> None:
        """Write to `out`; `several` says that more than one summary may come, which can change the framing."""

    def write(self, plain: Plain) -> None:
        """Write one summary."""

    def close(self) -> None:
        """Write what ends the stream; the stream itself stays open."""
