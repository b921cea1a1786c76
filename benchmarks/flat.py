"""The memory of one worker over thousands of articles of some 600 words; growth after the first 500, the goal is 10 %.

The articles are sentences of the corpus in ever new orders with names and compounds that occur in one article only, since new
words are what lets a pipeline grow.
"""

import argparse
import random
import tempfile
from pathlib import Path

from articlekit.batch import BatchOptions, Report, run_batch
from articlekit.settings import Settings
from rates import corpus_texts

WORDS = 600
NEW = 12
"""New words in an article."""
SYLLABLES = "ba be bi bo bu da de di do du fa fe ga ge ha he ka ke ki ko ku la le li lo ma me mi mo na ne".split()
ENDINGS = ("gesetz", "minister", "netz", "behörde", "projekt", "förderung")
FIRST = 500


def main() -> None:
    """Do the articles in one worker and print the most that it held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    count = parser.parse_args().articles
    held: list[int] = []

    def note(report: Report) -> None:
        held.append(report.memory)
        if len(held) % FIRST == 0:
            growth = held[-1] / held[FIRST - 1] - 1
            print(f"{len(held):6,} articles: at most {held[-1] / 2**20:,.0f} MB, {growth:+.1%}", flush=True)

    with tempfile.TemporaryDirectory() as base:
        (Path(base) / "in").mkdir()
        sentences = [sentence for text in corpus_texts() for sentence in text.replace("\n", " ").split(". ")]
        for number in range(count):
            (Path(base) / "in" / f"{number:06}.txt").write_text(_article(sentences, random.Random(number)), "utf-8")
        options = BatchOptions(workers=1)
        run_batch(Path(base) / "in", Path(base) / "out", Settings(), options, tell=print, advance=note)


def _article(sentences: list[str], random: random.Random) -> str:
    words: list[str] = []
    while len(words) < WORDS:
        words += f"{random.choice(sentences).strip()}.".split()
    for _ in range(NEW):
        new = "".join(random.choices(SYLLABLES, k=4)).capitalize() + random.choice(ENDINGS)
        words[random.randrange(len(words))] = new
    return " ".join(words)


if __name__ == "__main__":
    main()
