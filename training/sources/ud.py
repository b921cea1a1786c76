"""Universal Dependencies treebanks in CoNLL-U: GSD, HDT and PUD."""

import lzma
from collections.abc import Iterator
from pathlib import Path

from sources.morphology import unified
from sources.text import Sentence, Word, spaces

UNKNOWN_LEMMAS = frozenset({"--", "_", "unknown"})
SAME_TAG = {"PAV": "PROAV"}


def read_treebank(path: Path, *, xpos: bool = True, respace: bool = False) -> Iterator[Sentence]:
    """Read a treebank; contractions become one word each.

    Args:
        path: an xz-packed CoNLL-U file.
        xpos: whether the language-specific tags are STTS.
        respace: whether the text is spaced token by token and has to be given natural spacing.
    """
    block: list[list[str]] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            row = line.rstrip("\n")
            if row and not row.startswith("#"):
                block.append(row.split("\t"))
            elif not row and block:
                sentence = _sentence(block, xpos=xpos)
                block = []
                if respace:
                    for word, space in zip(sentence, spaces([word.form for word in sentence]), strict=True):
                        word.space = space
                yield sentence


def _sentence(rows: list[list[str]], *, xpos: bool) -> Sentence:
    words: Sentence = []
    heads: list[int] = []
    place = {0: -1}
    joined_until = 0
    joined: list[str] = []
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            parts = [other[1] for other in rows if other[0].isdigit() and first <= int(other[0]) <= last]
            if "".join(parts) != row[1]:
                joined_until, joined = last, row
            continue
        number = int(row[0])
        if joined and number < joined_until:
            if not words or words[-1].form is not joined[1]:
                words.append(_word(joined[1], row, joined[9], xpos=xpos))
                heads.append(int(row[6]))
            place[number] = len(words) - 1
            continue
        if joined and number == joined_until:
            place[number] = len(words) - 1
            _contract(words[-1], row)
            joined = []
            continue
        words.append(_word(row[1], row, row[9], xpos=xpos))
        heads.append(int(row[6]))
        place[number] = len(words) - 1
    for i, (word, head) in enumerate(zip(words, heads, strict=True)):
        target = place[head]
        word.head = i if target < 0 or target == i else target
        if word.head == i:
            word.dep = "ROOT"
    return words


def _word(form: str, row: list[str], misc: str, *, xpos: bool) -> Word:
    tag = row[4] if xpos and row[4] != "_" else ""
    morph = unified(form, row[3], row[5])
    return Word(
        form=form,
        space="SpaceAfter=No" not in misc,
        tag=SAME_TAG.get(tag, tag),
        pos="" if morph is None else row[3],
        morph=morph or "",
        lemma=_lemma(form, row[2], row[3]),
        dep=row[7],
    )


def _lemma(form: str, lemma: str, pos: str) -> str:
    """Drop unknown lemmas, and those that are only the last part of a compound noun."""
    if lemma in UNKNOWN_LEMMAS:
        return ""
    if pos in ("NOUN", "PROPN") and len(lemma) + 2 < len(form) and lemma[:1].casefold() != form[:1].casefold():
        return ""
    return lemma


def _contract(word: Word, article: list[str]) -> None:
    """Give a preposition the case, gender and number of the article that is contracted with it."""
    if word.pos == "ADP" and article[3] == "DET":
        word.tag = "APPRART" if word.tag else ""
        word.morph = unified(article[1], article[3], article[5]) or ""
