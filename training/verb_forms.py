"""The table of German verb forms that rules look lemmas up in, from the full-form lexicon.

A form is kept when the raw texts have it at least twice; of several lemmas the one whose infinitive is most
frequent there.
"""

import gzip
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from sources.pos_dict import PosDict
from sources.raw import NEWS, PARLIAMENT, paragraphs

WORD = re.compile(r"[^\W\d_]+")
LEAST_COUNT = 2
AUXILIARIES = frozenset({"haben", "sein", "werden"})


def count_words(raw: Path) -> Counter[str]:
    """Count the lower-cased words of the raw texts."""
    counts: Counter[str] = Counter()
    for paragraph in paragraphs(raw, (*PARLIAMENT, *NEWS)):
        counts.update(WORD.findall(paragraph.lower()))
    return counts


def verb_lemmas(lexicon: Path, counts: Counter[str]) -> dict[str, str]:
    """Return the most plausible lemma of each verb form that occurs."""
    candidates: defaultdict[str, set[str]] = defaultdict(set)
    for form, lemma, tag in PosDict(lexicon):
        if tag.startswith("VER:") and counts[form.lower()] >= LEAST_COUNT:
            candidates[form.lower()].add(lemma.lower())
    return {
        form: min(lemmas, key=lambda lemma: (lemma not in AUXILIARIES, -counts[lemma], lemma))
        for form, lemmas in candidates.items()
    }


def main(data: Path, target: Path) -> None:
    """Write the table, packed, sorted and the same each time."""
    table = verb_lemmas(data / "lexicon" / "german-pos-dict.cfsa2", count_words(data / "raw"))
    text = "".join(f"{form}\t{lemma}\n" for form, lemma in sorted(table.items()))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    print(f"{len(table)} forms of {len(set(table.values()))} verbs")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
