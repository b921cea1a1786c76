"""A batch against bare `nlp.pipe` with the same pipeline, and two workers against one; words a second, in turns.

Rates are between the first article and the last: start-up is paid once and told apart. The goals are 90 % and 1.8.
"""

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from articlekit import Article, load_pipeline, read_articles
from articlekit.batch import BatchOptions, Report, run_batch
from articlekit.settings import Settings

ARTICLES = Path(__file__).parent.parent / "corpus" / "articles"
WARM = 10
"""Articles before the clock starts."""


def main() -> None:
    """Time all three over the same articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    articles = [item for item in read_articles(sorted(ARTICLES.glob("*.md"))) if isinstance(item, Article)]
    texts = [article.text for article in articles[: options.articles]]
    nlp = load_pipeline()
    rows = []
    for _ in range(options.rounds):
        rows.append((_pipe(nlp, texts), *_batch(texts, 1), *_batch(texts, 2)))
        bare, one, first, two, _ = rows[-1]
        print(
            f"nlp.pipe {bare:,.0f} words/s, one worker {one:,.0f}, two {two:,.0f}; first after {first:.1f} s",
            flush=True,
        )
    share = statistics.median(one / bare for bare, one, *_ in rows)
    gain = statistics.median(two / one for _, one, _, two, _ in rows)
    print(f"one worker has {share:.1%} of the words per second of nlp.pipe; two workers {gain:.2f} times those of one")


def _pipe(nlp, texts: list[str]) -> float:  # type: ignore[no-untyped-def]
    list(nlp.pipe(texts[:WARM]))
    start = time.perf_counter()
    for _ in nlp.pipe(texts[WARM:]):
        pass
    return sum(len(text.split()) for text in texts[WARM:]) / (time.perf_counter() - start)


def _batch(texts: list[str], workers: int) -> tuple[float, float]:
    """Return words per second after the first articles, and the seconds until the first."""
    done: list[tuple[float, int]] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            path = Path(folder) / "in" / f"{number:05}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")

        def note(report: Report) -> None:
            done.append((time.perf_counter(), report.words))

        start = time.perf_counter()
        options = BatchOptions(workers=workers)
        run_batch(Path(folder) / "in", Path(folder) / "out", Settings(), options, tell=print, advance=note)
    (begin, before), (end, after) = done[WARM - 1], done[-1]
    words = sum(len(text.split()) for text in texts)
    return (after - before) / after * words / (end - begin), done[0][0] - start


if __name__ == "__main__":
    main()
