"""A batch against bare `nlp.pipe` with the same pipeline, and two workers against one: words a second, in turns.

Each runs in new processes, so that none knows words from the turn before, with one thread a process, as spaCy has by
itself. Rates are between the first articles and the last: start-up is paid once and told apart. The goals are 90 % and 1.8.
"""

import argparse
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from articlekit import Extractor
from articlekit.batch import BatchOptions
from articlekit.recognise.matrices import matrix_threads
from rates import WARM, batch_rate, corpus_texts, words_of


def main() -> None:
    """Time all three over the same articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=174)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    texts = corpus_texts(options.articles)
    shares, gains = [], []
    for _ in range(options.rounds):
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            bare = pool.submit(pipe_rate, texts).result()
        one, first = batch_rate(texts, BatchOptions(workers=1))
        two, _ = batch_rate(texts, BatchOptions(workers=2))
        shares.append(one / bare)
        gains.append(two / one)
        print(
            f"nlp.pipe {bare:,.0f} words/s; one worker {one:,.0f}, the first article after {first:.1f} s; two {two:,.0f}",
            flush=True,
        )
    print(f"one worker has {statistics.median(shares):.1%} of the words per second of nlp.pipe", end="; ")
    print(f"two workers {statistics.median(gains):.2f} times those of one")


def pipe_rate(texts: list[str]) -> float:
    """Return the words a second of `nlp.pipe`, after the first articles."""
    nlp = Extractor().nlp
    with matrix_threads().limit(limits=1):
        list(nlp.pipe(texts[:WARM]))
        start = time.perf_counter()
        for _ in nlp.pipe(texts[WARM:]):
            pass
        return words_of(texts[WARM:]) / (time.perf_counter() - start)


if __name__ == "__main__":
    main()
