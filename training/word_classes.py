"""The table of word classes and morphology that the token-to-vector layers read, from the full-form lexicon.

A form is kept when the raw texts have it at least twice, and always when it is a name. To the lexicon's names come the
first names given in Berlin and the surnames of the speakers in the protocols of the Bundestag.
"""

import csv
import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from sources.pos_dict import PosDict
from sources.raw import NEWS, PARLIAMENT, paragraphs

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SPEAKER = re.compile(
    r"[A-ZÄÖÜ][a-zäöüßéèçğışć]+(?: [A-ZÄÖÜ]\.)? (?:von |de |zu )?([A-ZÄÖÜ][\w’-]+)(?: \([^)]+\))?[ ,]*[\[(]"
    r"(?:SPD|CDU/CSU|FDP|AfD|BÜNDNIS 90|DIE LINKE|Die Linke|BSW|GRÜNE)"
)
LEAST_COUNT = 2
LEAST_SPEAKER = 3
LEAST_GIVEN = 5
NAMES = {"VOR": "VOR", "NAC": "NAC"} | dict.fromkeys(("COU", "STD", "GEB", "WAT", "MOU", "GEO"), "GEO")
NON_FINITE = frozenset({"INF", "EIZ", "PA2"})
CASES = frozenset({"NOM", "GEN", "DAT", "AKK"})


def main(data: Path, target: Path) -> None:
    """Write the table, packed, sorted and the same each time."""
    counts: Counter[str] = Counter()
    speakers: Counter[str] = Counter()
    for paragraph in paragraphs(data / "raw", (*PARLIAMENT, *NEWS)):
        counts.update(WORD.findall(paragraph))
        speakers.update(SPEAKER.findall(paragraph))
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    grammar: defaultdict[str, set[str]] = defaultdict(set)
    for form, _, tag in PosDict(data / "lexicon" / "german-pos-dict.cfsa2"):
        kind, morphology = classes(tag)
        if kind and (counts[form] >= LEAST_COUNT or tag.startswith("EIG:")):
            kinds[form].add(kind)
            grammar[form].update(morphology)
    for kind, names in (("NAC", surnames(speakers)), ("VOR", given_names(data / "lexicon" / "first-names-berlin.tsv"))):
        for name in names:
            kinds[name].add(kind)
    lines: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for form, of_form in kinds.items():
        lines["+".join(sorted(of_form)), "+".join(sorted(grammar[form]))].append(form)
    text = "".join("\t".join([*key, " ".join(sorted(forms))]) + "\n" for key, forms in sorted(lines.items()))
    target.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    print(f"{len(kinds)} forms, {len({k for k, _ in lines})} word classes, {len({m for _, m in lines})} morphologies")


def classes(tag: str) -> tuple[str, set[str]]:
    """Return the word class that an entry's tag says, "" for none, and its morphology."""
    head, *parts = tag.split(":")
    if head == "EIG":
        kind = next((NAMES[part.rstrip("*#")] for part in parts if part.rstrip("*#") in NAMES), "EIG")
        return kind, {":".join(parts[:3])}
    if head in ("SUB", "ADJ", "PA1", "PA2"):
        return head, {":".join(parts[:3])} if parts and parts[0] in CASES else set()
    if head == "VER":
        verb = next((part for part in parts if part in ("AUX", "MOD")), "VER")
        form = next((part for part in parts if part in NON_FINITE), "IMP" if "IMP" in parts else "FIN")
        return f"{verb}-{form}", {":".join(part for part in parts if part not in ("SFT", "NON", verb))}
    return head, {":".join(parts[:3])} if head in ("ART", "PRO") else set()


def surnames(speakers: Counter[str]) -> Iterator[str]:
    """Yield the surnames of speakers, and their genitives."""
    for name, times in speakers.items():
        if times >= LEAST_SPEAKER:
            yield name
            yield name + "s"


def given_names(path: Path) -> Iterable[str]:
    """Yield the first names that were given more than a few times."""
    counts: Counter[str] = Counter()
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines, delimiter="\t"):
            if len(row) > 1 and row[1].isdigit():
                counts[row[0]] += int(row[1])
    return (name for name, times in counts.items() if times >= LEAST_GIVEN and name.isalpha())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
