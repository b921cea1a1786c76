"""The raw texts: parliament, civic-technology blogs and translated news."""

import lzma
import re
from collections.abc import Iterator
from pathlib import Path

PARLIAMENT = ("bundestag-2021-2026.txt.xz", "bundestag-2009-2015.txt.xz")
NEWS = ("okf-civic-tech-blogs.txt.xz", "ntrex-news-2019.txt")
MOJIBAKE = re.compile("[Â-ô][\x80-\xbf]+")
NO_PROSE = re.compile(r"^# Sitzung|^[0-9a-f]{40} |\t")


def paragraphs(folder: Path, names: tuple[str, ...]) -> Iterator[str]:
    """Yield the paragraphs of prose in some files of the folder of raw texts."""
    for name in names:
        path = folder / name
        with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                paragraph = line.strip()
                if paragraph and not NO_PROSE.search(paragraph):
                    yield MOJIBAKE.sub(_decoded, paragraph) if "Ã" in paragraph or "â" in paragraph else paragraph


def _decoded(match: re.Match[str]) -> str:
    try:
        return match[0].encode("latin-1").decode("utf-8")
    except UnicodeError:
        return match[0]
