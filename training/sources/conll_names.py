"""Name corpora with one token a line: GermEval 2014, WikiNER, Bundestag protocols and court rulings.

Names of other kinds (OTH, MISC) are relabelled by a reviewed list from mention to kind, "NONE" for no name; those that it
does not have are unknown.
"""

import bz2
import lzma
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml

from sources.names import OUTSIDE, UNKNOWN, NameSentence, consistent
from sources.text import spaces

SHARED = frozenset({"PER", "LOC", "ORG"})
OTHER = frozenset({"OTH", "MISC"})
NONE = "NONE"
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


def reviewed_kinds(path: Path) -> dict[str, str]:
    """Return the kind of each reviewed mention, "NONE" for no name."""
    lists: dict[str, list[str]] = yaml.safe_load(path.read_text("utf-8"))
    return {mention: kind for kind, mentions in lists.items() for mention in mentions}


def read_germeval(path: Path, kinds: Mapping[str, str]) -> Iterator[NameSentence]:
    """Read the outer names; derived words and parts of compounds are none."""
    with path.open(encoding="utf-8") as lines:
        for rows in _sentences(lines, "#"):
            yield _sentence([row[1] for row in rows], [_shared(row[2]) for row in rows], kinds)


def read_wikiner(path: Path, kinds: Mapping[str, str]) -> Iterator[NameSentence]:
    """Read the silver names of Wikipedia."""
    with bz2.open(path, "rt", encoding="utf-8") as lines:
        for rows in _sentences(lines, None):
            yield _sentence([row[0] for row in rows], [_shared(row[1]) for row in rows], kinds)


def read_bundestag(path: Path, kinds: Mapping[str, str]) -> Iterator[NameSentence]:
    """Read old protocols of the Bundestag."""
    with path.open(encoding="utf-8") as lines:
        for rows in _sentences(lines, "#"):
            yield _sentence([row[1] for row in rows], [_shared(row[4]) for row in rows], kinds)


def read_court_rulings(path: Path) -> Iterator[NameSentence]:
    """Read the sentences of court rulings that have names; a law is its name without section and paragraph."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for rows in _sentences((line.replace(" ", "\t") for line in lines), None):
            forms = [row[0] for row in rows]
            labels = [_court(row[-1]) for row in rows]
            if all(label in (OUTSIDE, UNKNOWN) for label in labels):
                continue
            yield NameSentence(forms, spaces(forms), consistent(_without_provisions(forms, labels)))


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


def _sentence(forms: list[str], labels: list[str], kinds: Mapping[str, str]) -> NameSentence:
    return NameSentence(forms, spaces(forms), _relabelled(forms, consistent(labels), kinds))


def _shared(label: str) -> str:
    kind = label[2:]
    return label if kind in SHARED or kind in OTHER else OUTSIDE


def _relabelled(forms: list[str], labels: list[str], kinds: Mapping[str, str]) -> list[str]:
    """Give names of other kinds the kind of the reviewed list."""
    result = list(labels)
    for start, label in enumerate(labels):
        if label[:2] == "B-" and label[2:] in OTHER:
            end = start + 1
            while end < len(labels) and labels[end] == "I-" + label[2:]:
                end += 1
            kind = kinds.get(" ".join(forms[start:end]))
            if kind is None or kind == NONE:
                new = [UNKNOWN if kind is None else OUTSIDE] * (end - start)
            else:
                new = ["B-" + kind] + ["I-" + kind] * (end - start - 1)
            result[start:end] = new
    return result


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
