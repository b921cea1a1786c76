"""Treebanks to the DocBins that the tagger, morphologizer, parser and lemmatizer learn from.

Every tenth block of sentences of GSD and HDT is held out.
"""

import random
import sys
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from sources.docs import blocks, syntax_doc
from sources.empirist import read_web
from sources.text import Sentence, typographic
from sources.ud import read_treebank

HELD_OUT = 10
SEED = 20


def main(data: Path, build: Path) -> None:
    """Write syntax_train.spacy and syntax_dev.spacy into `build`."""
    nlp = spacy.blank("de")
    rng = random.Random(SEED)  # noqa: S311  chance, not secrecy
    train: list[Doc] = []
    dev: list[Doc] = []
    bank = data / "treebank"
    gsd = [*read_treebank(bank / "de_gsd-ud-dev.conllu.xz"), *read_treebank(bank / "de_gsd-ud-test.conllu.xz")]
    hdt = [
        *read_treebank(bank / "de_hdt-part1.conllu.xz", respace=True),
        *read_treebank(bank / "de_hdt-part2.conllu.xz", respace=True),
    ]
    for source in (gsd, hdt):
        for number, block in enumerate(blocks(source)):
            if number % HELD_OUT == HELD_OUT - 1:
                dev.append(syntax_doc(nlp, block, rng))
            else:
                train.append(syntax_doc(nlp, _requoted(block, number), rng))
    for extra in (read_treebank(bank / "de_pud-ud-test.conllu.xz", xpos=False), read_web(bank / "empirist.vrt.xz")):
        train.extend(syntax_doc(nlp, block, rng) for block in blocks(extra))
    build.mkdir(parents=True, exist_ok=True)
    for name, docs in (("train", train), ("dev", dev)):
        DocBin(docs=docs).to_disk(build / f"syntax_{name}.spacy")
        print(f"syntax {name}: {len(docs)} documents, {sum(map(len, docs))} tokens")


def _requoted(block: list[Sentence], number: int) -> list[Sentence]:
    """Give every other block the quotation marks of today's articles."""
    if number % 2:
        for sentence in block:
            typographic(sentence)
    return block


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
