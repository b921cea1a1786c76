"""Name corpora with one token a line: GermEval 2014, WikiNER, Bundestag protocols and court rulings."""

import bz2
import lzma
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from sources.names import OUTSIDE, UNKNOWN, NameSentence, consistent
from sources.text import spaces

SHARED = frozenset({"PER", "LOC", "ORG"})
COURT = {
    "PER": "PER", "AN": "PER", "RR": "PER", "ST": "LOC", "LD": "LOC", "LDS": "LOC", "STR": "LOC",
    "UN": "ORG", "INN": "ORG", "ORG": "ORG", "GRT": "ORG",
    "GS": "LAW", "VO": "LAW", "VT": "LAW", "EUN": "LAW", "VS": "LAW",
}  # fmt: skip
PROVISION = re.compile(
    r"§+|Art\.?|Artikel[ns]?|Abs\.?|Absatz|Absätze|Satz|S\.|Nr\.?|Nummern?|Hs\.?|Halbs\.?|Halbsatz|Alt\.?|Buchst\.?|"
    r"Anm\.?|Anlage|Ziff\.?|Unterabs\.?|Var\.?|lit\.?|ff?\.?|bis|und|oder|,|/|-|–|i\.?V\.?m\.?|[a-z]\)?|\d+[a-z]?\.?|"
    r"[IVX]+|des|der|zum|Kap\.?|Kapitel|Teil|Tz\.?"
)


def read_germeval(path: Path) -> Iterator[NameSentence]:
    """Read the outer names; derived words and parts of compounds are none."""
    with path.open(encoding="utf-8") as lines:
        for rows in _sentences(lines, "#"):
            labels = [_shared(row[2], unknown=("OTH",)) for row in rows]
            yield _sentence([row[1] for row in rows], labels)


def read_wikiner(path: Path) -> Iterator[NameSentence]:
    """Read the silver names of Wikipedia."""
    with bz2.open(path, "rt", encoding="utf-8") as lines:
        for rows in _sentences(lines, None):
            yield _sentence([row[0] for row in rows], [_shared(row[1], unknown=("MISC",)) for row in rows])


def read_bundestag(path: Path) -> Iterator[NameSentence]:
    """Read old protocols of the Bundestag."""
    with path.open(encoding="utf-8") as lines:
        for rows in _sentences(lines, "#"):
            labels = [_shared(row[4], unknown=("MISC",)) for row in rows]
            yield _sentence([row[1] for row in rows], labels)


def read_court_rulings(path: Path) -> Iterator[NameSentence]:
    """Read the sentences of court rulings that have names; a law is its name without section and paragraph."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for rows in _sentences((line.replace(" ", "\t") for line in lines), None):
            forms = [row[0] for row in rows]
            labels = [_court(row[-1]) for row in rows]
            if all(label in (OUTSIDE, UNKNOWN) for label in labels):
                continue
            yield _sentence(forms, _without_provisions(forms, labels))


def _sentences(lines: Iterable[str], comment: str | None) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in [*lines, "\n"]:
        row = line.rstrip("\n").split("\t")
        if row == [""]:
            if rows:
                yield rows
            rows = []
        elif comment is None or row[0] != comment:
            rows.append(row)


def _sentence(forms: list[str], labels: list[str]) -> NameSentence:
    return NameSentence(forms, spaces(forms), consistent(labels))


def _shared(label: str, *, unknown: tuple[str, ...]) -> str:
    kind = label[2:]
    if kind in unknown:
        return UNKNOWN
    return label if kind in SHARED else OUTSIDE


def _court(label: str) -> str:
    if label == OUTSIDE:
        return OUTSIDE
    kind = COURT.get(label[2:])
    return UNKNOWN if kind is None else label[:2] + kind


def _without_provisions(forms: list[str], labels: list[str]) -> list[str]:
    """Cut "§ 4 Abs. 2" from the front of laws; leave unknown what still has such a part."""
    result = list(labels)
    start = 0
    while start < len(result):
        end = start + 1
        while end < len(result) and labels[end] == "I-LAW" and labels[start][2:] == "LAW":
            end += 1
        if labels[start] == "B-LAW":
            first = start
            while first < end and PROVISION.fullmatch(forms[first]):
                result[first] = OUTSIDE
                first += 1
            rest = forms[first:end]
            if not rest or not rest[0][:1].isupper() or any(form.startswith(("§", "Abs", "Art")) for form in rest):
                result[start:end] = [UNKNOWN] * (end - start)
            else:
                result[first] = "B-LAW"
        start = end
    return result
