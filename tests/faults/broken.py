"""Files that no article can be read from, or not all: each kind as it comes in real folders."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.faults.texts import ENGLISH, german_length, german_text

AS_ROOT = os.geteuid() == 0
LONG_LINE = 5 * 2**20
MAX_CHARS = 300_000
"""What runs over these files are to allow."""


def _binary(path: Path, rng: Random, variant: int) -> int:
    magic = (b"\x7fELF\x02\x01", b"%PDF-1.7\n", b"\x89PNG\r\n")[variant % 3]
    path.with_suffix(".txt").write_bytes(magic + rng.randbytes(3000))
    return 1


def _empty(path: Path, rng: Random, variant: int) -> int:
    suffix = (".txt", ".md", ".jsonl")[variant % 3]
    path.with_suffix(suffix).write_bytes((b"", b" \n\n", b"\n")[variant % 3])
    return 1


def _encoding(path: Path, rng: Random, variant: int) -> int:
    """Bytes of no encoding, and byte order marks that lie."""
    text = german_text(rng)
    path.with_suffix(".txt").write_bytes(
        (
            bytes(rng.randrange(0x80, 0x100) for _ in range(401)),
            b"\xef\xbb\xbf" + f"Überfällig. {text}".encode("cp1252"),
            b"\xff\xfe" + f"Überfällig. {text}".encode("utf-16-le") + b"\x20",
        )[variant % 3]
    )
    return 1


def _broken_lines(path: Path, rng: Random, variant: int) -> int:
    good = [json.dumps({"text": german_text(rng)}).encode() for _ in range(4)]
    bad = (b'{"text": "ohne Ende', b'["eine Liste"]', b'{"titel": "ohne Text"}')[variant % 3]
    path.with_suffix(".jsonl").write_bytes(b"\n".join([*good[:2], bad, *good[2:]]) + b"\n")
    return 1


def _long_line(path: Path, rng: Random, variant: int) -> int:
    """A line of more than `max_chars`: it is reported, the lines around it are done."""
    texts = (german_text(rng), german_length(rng, LONG_LINE), german_text(rng))
    path.with_suffix(".jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    return 1


def _nul(path: Path, rng: Random, variant: int) -> int:
    text = german_text(rng)
    path.with_suffix(".txt").write_bytes(text[:40].encode() + b"\x00" * (variant + 1) + text[40:].encode())
    return 1


def _loop(path: Path, rng: Random, variant: int) -> int:
    """Two links to each other, and a link to the folder they are in, which must not be walked for ever."""
    one, other = path.with_suffix(".txt"), path.with_suffix(".md")
    one.symlink_to(other.name)
    other.symlink_to(one.name)
    path.with_name(f"{path.name}-zurueck").symlink_to(".")
    return 2


def _unreadable(path: Path, rng: Random, variant: int) -> int:
    """What the system refuses to open, even for root: a path that is too long for it; a link to nothing; no permission."""
    if variant % 2 == 0:
        _too_deep(path)
    elif AS_ROOT:
        path.with_suffix(".txt").symlink_to("gibt-es-nicht.txt")
    else:
        path.with_suffix(".txt").write_text(german_text(rng), "utf-8")
        path.with_suffix(".txt").chmod(0)
    return 1


def _too_deep(path: Path) -> None:
    """Make a file whose path is longer than the system takes in one piece, folder by folder."""
    path.mkdir()
    length = len(os.fsencode(path))
    here = os.open(path, os.O_RDONLY)
    while length < 4096:
        name = "t" * min(200, max(1, 4090 - length))
        os.mkdir(name, dir_fd=here)
        inside = os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here, length = inside, length + len(name) + 1
    os.close(os.open("a.txt", os.O_WRONLY | os.O_CREAT, dir_fd=here))
    os.close(here)


def _deep(path: Path, rng: Random, variant: int) -> int:
    opening = ('{"text": ' if variant % 2 else "") + "[" * 100_000
    path.with_suffix((".json", ".jsonl")[variant % 2]).write_text(opening, "utf-8")
    return 1


def _not_german(path: Path, rng: Random, variant: int) -> int:
    path.with_suffix(".txt").write_text(f"{ENGLISH} That was number {variant}.\n", "utf-8")
    return 0


def _huge(path: Path, rng: Random, variant: int) -> int:
    path.with_suffix((".txt", ".md")[variant % 2]).write_text(german_length(rng, MAX_CHARS + 1), "utf-8")
    return 1


KINDS: dict[str, Callable[[Path, Random, int], int]] = {
    "binary": _binary,
    "empty": _empty,
    "encoding": _encoding,
    "broken-lines": _broken_lines,
    "long-line": _long_line,
    "nul": _nul,
    "loop": _loop,
    "unreadable": _unreadable,
    "deep": _deep,
    "not-german": _not_german,
    "huge": _huge,
}
"""Each makes a file at a path without its suffix, in one of several variants, and returns how many problems it gives.

The twelfth kind, files that vanish while they are read, is no folder to compare two runs by: see `single.vanishing`.
"""
