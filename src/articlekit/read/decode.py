"""Bytes to text: byte order marks, UTF-8, other encodings by detection; NFC and LF."""

import re
import unicodedata
from dataclasses import dataclass

from articlekit.errors import InputError
from articlekit.records import SummaryWarning

BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# What German text was saved in before UTF-8.
LEGACY_ENCODINGS = ["cp1252", "iso8859_15", "cp850", "mac_roman", "utf_16_le", "utf_16_be", "cp1250", "cp1251"]
MAGIC = (b"%PDF", b"PK\x03\x04", b"\x7fELF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
HALF = re.compile("[\ud800-\udfff]")
INVISIBLE = re.compile("[\u00ad\u200b\ufeff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text as read, and what had to be guessed."""

    text: str
    warnings: tuple[SummaryWarning, ...]


def normalise_text(text: str) -> str:
    """Return `text` in NFC with LF line ends, without soft hyphens and zero-width spaces; half characters become U+FFFD."""
    text = HALF.sub("\ufffd", text)
    return unicodedata.normalize("NFC", INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def decode_bytes(data: bytes, where: str) -> Decoded:
    """Return the normalised text of `data`.

    Raises:
        InputError: when the data is empty, binary or of no encoding that German text is written in.
    """
    if not data.strip():
        raise InputError("the file is empty", where=where, hint="it needs the text of an article")
    if data.startswith(MAGIC):
        raise InputError("this is a binary file", where=where, hint="give the article as text")
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(_strict(data, encoding, where), where)
    if b"\x00" in data[:4096] and (unmarked := _unmarked_utf16(data)):
        warning = SummaryWarning(code="encoding", message=f"not UTF-8 (byte {data.index(0)}); read as {unmarked}")
        return _checked(_strict(data, unmarked, where), where, warning)
    try:
        return _checked(data.decode("utf-8"), where)
    except UnicodeDecodeError as error:
        position = error.start
    if b"\x00" in data[:4096]:
        raise InputError("this is a binary file", where=where, hint="give the article as text")
    text, encoding = _detect(data, where)
    message = f"not UTF-8 (byte {position}); read as {encoding}"
    return _checked(text, where, SummaryWarning(code="encoding", message=message))


def _checked(text: str, where: str, *warnings: SummaryWarning) -> Decoded:
    if CONTROL.search(text[:100_000]):
        raise InputError("this is a binary file", where=where, hint="give the article as text")
    text = normalise_text(text)
    if not text.strip():
        raise InputError("the file is empty", where=where, hint="it needs the text of an article")
    return Decoded(text, warnings)


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"its first bytes say {encoding}, but byte {error.start} is not", where=where, hint="save it as UTF-8"
        ) from None


def _unmarked_utf16(data: bytes) -> str | None:
    """Return which UTF-16 it is when nearly every second byte is zero, as in Latin script, or None."""
    head = data[:4096]
    half = len(head) // 2
    if half and head[1::2].count(0) > 0.8 * half:
        return "utf_16_le"
    return "utf_16_be" if half and head[0::2].count(0) > 0.8 * half else None


def _detect(data: bytes, where: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    # German umlauts in cp1252 decode to no control characters; most legacy files are that, and short texts give a
    # statistical detector too little to see.
    try:
        text = data.decode("cp1252")
        if sum(text.count(letter) for letter in "äöüÄÖÜß„“”–é") >= 0.5 * sum(byte >= 0x80 for byte in data):
            return text, "cp1252"
    except UnicodeDecodeError:
        pass
    best = from_bytes(data, cp_isolation=LEGACY_ENCODINGS).best()
    if best is None:
        raise InputError("its encoding is not recognised", where=where, hint="save it as UTF-8")
    return str(best), best.encoding
