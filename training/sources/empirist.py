"""The web half of EmpiriST: tags and lemmas only."""

import lzma
from collections.abc import Iterator
from pathlib import Path

from sources.text import Sentence, Word, spaces

STTS = {"PAV": "PROAV", "PTKMA": "ADV", "PTKIFG": "ADV", "PTKMWL": "ADV"}
BEYOND_STTS = frozenset({"URL", "EML", "HST", "ADR", "EMOASC", "EMOIMG", "DM", "AKW", "ONO", "XY", "ADV."})


def read_web(path: Path) -> Iterator[Sentence]:
    """Read the sentences of the web pages; the chats and comments are left out."""
    is_web = False
    words: Sentence = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("<text"):
                is_web = 'subcorpus="web"' in line
            elif line.startswith("</s>"):
                if words and is_web:
                    for word, space in zip(words, spaces([word.form for word in words]), strict=True):
                        word.space = space
                    yield words
                words = []
            elif not line.startswith("<"):
                form, tag, _, _, _, lemma, *_ = line.rstrip("\n").split("\t")
                tag = "" if tag in BEYOND_STTS else STTS.get(tag, tag)
                words.append(Word(form=form, tag=tag, lemma=lemma if tag else ""))
