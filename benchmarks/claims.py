"""What claims cost: the time of the components for claims, speakers and author's claims, as a share of the pipeline's.

One process, one core, the embedded model; the components take turns over the corpus articles, and the median share over
the rounds is printed. The goal is 25 % at most.
"""

import statistics
import time
from collections import Counter

from spacy.language import Language

from articlekit import Extractor
from rates import corpus_texts

CLAIMS = ("articlekit_claims", "articlekit_speakers", "articlekit_author")
ROUNDS = 5


def main() -> None:
    """Time every component over all articles."""
    nlp = Extractor().nlp
    texts = corpus_texts()
    rounds: list[Counter[str]] = []
    for _ in range(ROUNDS + 1):
        seconds: Counter[str] = Counter()
        for text in texts:
            _run(nlp, text, seconds)
        rounds.append(seconds)
    rounds = rounds[1:]  # the first warms up
    for name in ("tokenizer", *nlp.pipe_names):
        print(f"{name:24} {statistics.median(each[name] / each.total() for each in rounds):6.1%}")
    share = statistics.median(sum(each[name] for name in CLAIMS) / each.total() for each in rounds)
    print(f"claims, speakers, author {share:6.1%} of the pipeline's time")


def _run(nlp: Language, text: str, seconds: Counter[str]) -> None:
    start = time.perf_counter()
    doc = nlp.make_doc(text)
    seconds["tokenizer"] += time.perf_counter() - start
    for name, component in nlp.pipeline:
        start = time.perf_counter()
        doc = component(doc)
        seconds[name] += time.perf_counter() - start


if __name__ == "__main__":
    main()
