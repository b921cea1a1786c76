"""What articlekit adds to the bare pipeline: components, summary and writing, as shares of the pipeline's own time.

One process, one core; the bare pipeline, as `spacy.load` gives it, and the whole way take turns over the corpus articles;
medians of the paired ratios are printed. The goal is 15 % at most.
"""

import io
import statistics
import time
from pathlib import Path

import spacy

from articlekit import Extractor, read_articles, write_summary
from articlekit.records import Article
from articlekit.settings import DEFAULT_MODEL

ARTICLES = Path(__file__).parent.parent / "corpus" / "articles"
ROUNDS = 7


def main() -> None:
    """Time both over all articles, in turn."""
    bare = spacy.load(DEFAULT_MODEL)
    extractor = Extractor()
    articles = [item for item in read_articles(sorted(ARTICLES.glob("*.md"))) if isinstance(item, Article)]
    words = sum(len(article.text.split()) for article in articles)
    rows: list[tuple[float, float, float]] = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        for article in articles:
            bare(article.text)
        middle = time.perf_counter()
        summaries = [extractor.extract(article) for article in articles]
        end = time.perf_counter()
        for summary in summaries:
            write_summary(summary, io.StringIO())
        rows.append((middle - start, end - middle, time.perf_counter() - end))
    rows = rows[1:]  # the first round warms up
    added = statistics.median((whole - alone) / alone for alone, whole, _ in rows)
    written = statistics.median(writing / alone for alone, _, writing in rows)
    seconds = statistics.median(alone for alone, _, _ in rows)
    print(f"{len(articles)} articles, {words} words; bare pipeline {words / seconds:,.0f} words/s")
    print(f"components and summary: {added:+.1%} of the bare pipeline's time; writing YAML: {written:+.1%}")


if __name__ == "__main__":
    main()
