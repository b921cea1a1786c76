"""Bytes become text: any encoding of German text, NFC, LF, and offsets that slice what was read."""

import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from articlekit import Article, Extractor
from articlekit.errors import InputError
from articlekit.read.decode import decode_bytes, normalise_text
from tests.samples import ARTICLE, CLAIM

GERMAN = "äöüÄÖÜß„“”–é"
printable = st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t")


def expected(text: str) -> str:
    """Return what the contract says becomes of `text`."""
    lines = re.sub("\r\n?", "\n", text)
    return unicodedata.normalize("NFC", re.sub("[\u00ad\u200b\ufeff]", "", lines))


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE.encode(),
        ARTICLE.encode("utf-8-sig"),
        ARTICLE.encode("utf-16"),
        b"\xfe\xff" + ARTICLE.encode("utf-16-be"),
        ARTICLE.encode("utf-32"),
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-le-bom", "utf-16-be-bom", "utf-32-bom"],
)
def test_unicode_is_read_without_a_word(data: bytes) -> None:
    """Every Unicode encoding that says what it is gives the same text and no warning."""
    decoded = decode_bytes(data, "a.txt")
    assert decoded.text == ARTICLE
    assert decoded.warnings == ()


@pytest.mark.parametrize("encoding", ["cp1252", pytest.param("utf-16-le"), pytest.param("utf-16-be")])
def test_other_encodings_are_detected_and_told(encoding: str) -> None:
    """Text that is not UTF-8 is read all the same, with one warning that says from which byte on and as what."""
    decoded = decode_bytes(ARTICLE.encode(encoding), "a.txt")
    assert decoded.text == ARTICLE
    [warning] = decoded.warnings
    assert warning.code == "encoding"
    assert re.search(r"byte \d+", warning.message)
    assert encoding.replace("-", "_") in warning.message


def test_utf_16_without_mark_and_without_umlauts() -> None:
    """A text does not become binary by having no umlaut."""
    assert decode_bytes("Das ist ein Text.".encode("utf-16-le"), "a.txt").text == "Das ist ein Text."


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("eins\r\nzwei\rdrei\n", "eins\nzwei\ndrei\n"),
        ("u\u0308ber a\u0308hnlich", "über ähnlich"),
        ("Über\u00adgangs\u00adfrist", "Übergangsfrist"),
        ("Null\u200bbreite", "Nullbreite"),
        ("u\u00ad\u0308ber", "über"),
        ("mitten\ufeff drin", "mitten drin"),
        ("fester\u00a0Abstand\f", "fester\u00a0Abstand\f"),
    ],
    ids=["line-ends", "nfc", "soft-hyphen", "zero-width", "hyphen-before-mark", "inner-bom", "kept"],
)
def test_text_is_normalised(raw: str, read: str) -> None:
    """Line ends are LF, letters composed, invisible characters gone; the rest stays."""
    assert decode_bytes(raw.encode(), "a.txt").text == read


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 ...",
        b"PK\x03\x04...",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"\x1f\x8b\x08",
        b"a\x00b\x01c",
        b"\xe4\x00\x01\x02\x03",
    ],
    ids=["pdf", "zip", "png", "jpeg", "gzip", "nul", "nul-not-utf8"],
)
def test_binary_is_refused(data: bytes) -> None:
    """No text is made out of a binary file."""
    with pytest.raises(InputError, match=r"^bild\.txt: this is a binary file; give the article as text$"):
        decode_bytes(data, "bild.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u00ad\u200b \u2003".encode()])
def test_empty_is_refused(data: bytes) -> None:
    """Nothing, white space and invisible characters are no article."""
    with pytest.raises(InputError, match="the file is empty; it needs the text of an article"):
        decode_bytes(data, "leer.txt")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xef\xbb\xbf" + ARTICLE.encode("cp1252"), r"its first bytes say utf-8, but byte \d+ is not"),
        (ARTICLE.encode("utf-16")[:-1], r"its first bytes say utf-16, but byte \d+ is not"),
    ],
)
def test_a_byte_order_mark_that_lies(data: bytes, message: str) -> None:
    """A mark that the bytes after it break is told with the place, not guessed round."""
    with pytest.raises(InputError, match=message) as caught:
        decode_bytes(data, "a.txt")
    assert caught.value.hint == "save it as UTF-8"


@given(st.text(printable, min_size=1), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_any_text_comes_back(text: str, encoding: str) -> None:
    """What is written in a Unicode encoding is read as it was, normalised, and normalising again changes nothing."""
    assume(expected(text).strip())
    decoded = decode_bytes(text.encode(encoding), "a.txt")
    assert decoded.text == expected(text)
    assert decoded.warnings == ()
    assert normalise_text(decoded.text) == decoded.text


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126) | st.sampled_from(GERMAN + "\n\r"), min_size=1))
def test_any_german_text_comes_back_from_cp1252(text: str) -> None:
    """German text saved by an old Windows program is read as it was, and the summary says how."""
    data = text.encode("cp1252")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        decoded = decode_bytes(data, "a.txt")
        assert decoded.text == expected(text)
        assert [warning.code for warning in decoded.warnings] == ["encoding"]


@pytest.mark.parametrize("data", [ARTICLE.replace("\n", "\r\n").encode("utf-16"), ARTICLE.encode("cp1252"),
                                  unicodedata.normalize("NFD", "\ufeff" + ARTICLE).encode()])  # fmt: skip
def test_offsets_slice_the_text_as_read(data: bytes, extractor: Extractor) -> None:
    """Spans are code points of the text as read, whatever the bytes were."""
    text = decode_bytes(data, "a.txt").text
    summary = extractor.extract(Article(text=text))
    found = {claim.text for claim in summary.claims}
    assert CLAIM in found
    for claim in summary.claims:
        assert " ... ".join(text[span.start : span.end] for span in claim.spans) == claim.text
        if claim.speaker_span:
            assert text[claim.speaker_span.start : claim.speaker_span.end] == claim.speaker_text
