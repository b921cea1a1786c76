"""A stream without a name: whether it is JSON or text, told from its first characters, however a pipe brings them."""

from io import BufferedReader, RawIOBase
from typing import BinaryIO

BOM = b"\xef\xbb\xbf"
ENOUGH = 2
"""Characters that tell JSON from text: `{"`, `[{`."""


class _Rewound(RawIOBase):
    """A stream with what was read of it put back in front."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._head:
            piece, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            # One piece as it arrives: a record is there when its line is.
            piece = getattr(self._stream, "read1", self._stream.read)(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def sniff_stream(stream: BinaryIO) -> tuple[str, BinaryIO]:
    """Return `json` or `text`, and the stream as it was before it was looked at."""
    head = b""
    while len(_letters(head)) < ENOUGH and (piece := getattr(stream, "read1", stream.read)(1 << 16)):
        head += piece
    letters = _letters(head)
    is_json = (letters[:1] == b"{" and letters[1:2] in (b'"', b"}")) or letters[:2] in (b"[{", b"[]")
    return "json" if is_json else "text", BufferedReader(_Rewound(head, stream))


def _letters(head: bytes) -> bytes:
    return b"".join(head.removeprefix(BOM).split())[:ENOUGH]
