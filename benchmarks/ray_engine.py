"""The Ray engine against the local one: words a second of two workers each, in turns, and the seconds until the first.

Needs the extra: `pip install "articlekit[ray]"`.
"""

import argparse
import statistics

from articlekit.batch import BatchOptions
from rates import batch_rate, corpus_texts


def main() -> None:
    """Time both over the same articles, each the first one in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    texts = corpus_texts(options.articles)
    ratios = []
    for number in range(options.rounds):
        order = ("ray", "local") if number % 2 else ("local", "ray")
        rates = {engine: batch_rate(texts, BatchOptions(workers=2, engine=engine)) for engine in order}
        ratios.append(rates["ray"][0] / rates["local"][0])
        told = (f"{engine} {rate:,.0f} words/s, first after {first:.1f} s" for engine, (rate, first) in rates.items())
        print("; ".join(told), flush=True)
    print(f"ray has {statistics.median(ratios):.1%} of the words per second of the local engine")


if __name__ == "__main__":
    main()
