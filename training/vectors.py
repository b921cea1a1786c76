"""Floret vectors of the words of the raw texts, in an empty pipeline."""

import re
import sys
from pathlib import Path

import floret  # type: ignore[import-untyped]
import spacy
from spacy.training.initialize import convert_vectors

from sources.raw import NEWS, PARLIAMENT, paragraphs

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:[-’'/]\w+)*-?|[^\w\s]")
DIM = 96
BUCKETS = 50_000
EPOCHS = 3
NEWS_REPEATED = 5
DEVIATION = 0.2  # of the table's numbers, as small as the embeddings they are joined with


def write_text(raw: Path, target: Path) -> int:
    """Write the tokenised text that the vectors are learned from, and return its number of tokens."""
    count = 0
    with target.open("w", encoding="utf-8") as out:
        for names in (PARLIAMENT, *[NEWS] * NEWS_REPEATED):
            for number, paragraph in enumerate(paragraphs(raw, names)):
                if names is PARLIAMENT and number % 2:
                    continue
                tokens = TOKEN.findall(paragraph)
                count += len(tokens)
                out.write(" ".join(tokens) + "\n")
    return count


def main(data: Path, build: Path) -> None:
    """Learn the vectors on one thread, so that the same texts always give the same table."""
    build.mkdir(parents=True, exist_ok=True)
    text, table = build / "raw.txt", build / "vectors.floret"
    print(f"{write_text(data / 'raw', text)} tokens")
    model = floret.train_unsupervised(
        str(text), model="cbow", mode="floret", hashCount=2, bucket=BUCKETS, minn=4, maxn=5, minCount=20,
        dim=DIM, epoch=EPOCHS, thread=1, lr=0.05, neg=10, verbose=1,
    )  # fmt: skip
    model.save_floret_vectors(str(table))
    pack(table, build / "vectors")
    text.unlink()


def pack(table: Path, target: Path) -> None:
    """Write a pipeline that has nothing but the vectors."""
    nlp = spacy.blank("de")
    convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret")
    vectors = nlp.vocab.vectors
    vectors.data *= DEVIATION / vectors.data.std()
    nlp.to_disk(target)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
