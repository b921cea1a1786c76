"""The table of German common nouns that are nobody's name, from the full-form lexicon.

A form is kept when the raw texts have it at least three times, it is a common noun only (no entry as a name), and no
other word class starts a sentence with it.
"""

import gzip
import re
import sys
from collections import Counter
from pathlib import Path

from sources.pos_dict import PosDict
from sources.raw import NEWS, PARLIAMENT, paragraphs

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LEAST_COUNT = 3


def main(data: Path, target: Path) -> None:
    """Write the table, packed, sorted and the same each time."""
    counts: Counter[str] = Counter()
    for paragraph in paragraphs(data / "raw", (*PARLIAMENT, *NEWS)):
        counts.update(WORD.findall(paragraph))
    nouns: set[str] = set()
    names: set[str] = set()
    for form, _, tag in PosDict(data / "lexicon" / "german-pos-dict.cfsa2"):
        if tag.startswith("SUB:") and counts[form] >= LEAST_COUNT:
            nouns.add(form)
        elif tag.startswith("EIG:"):
            names.add(form)
    kept = sorted(nouns - names)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress("".join(f"{form}\n" for form in kept).encode("utf-8"), mtime=0))
    print(f"{len(kept)} forms of common nouns")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
