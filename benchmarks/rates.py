"""Texts, and words a second of a batch, for the other benchmarks. No benchmark itself."""

import tempfile
import time
from pathlib import Path

from articlekit import Article, read_articles
from articlekit.batch import BatchOptions, Report, run_batch
from articlekit.settings import Settings

ARTICLES = Path(__file__).parent.parent / "corpus" / "articles"
WARM = 10
"""Articles before the clock starts."""


def corpus_texts(count: int | None = None) -> list[str]:
    """Return the texts of all corpus articles, or of that many, again from the first where there are too few."""
    found = [item.text for item in read_articles(sorted(ARTICLES.glob("*.md"))) if isinstance(item, Article)]
    return found if count is None else (found * (count // len(found) + 1))[:count]


def words_of(texts: list[str]) -> int:
    """Return the number of words between spaces."""
    return sum(len(text.split()) for text in texts)


def batch_rate(texts: list[str], options: BatchOptions) -> tuple[float, float]:
    """Return words a second between the first articles and the last, and the seconds until the first was done."""
    done: list[tuple[float, int]] = []
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            path = Path(folder) / "in" / f"{number:05}.txt"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")

        def note(report: Report) -> None:
            done.append((time.perf_counter(), report.words))

        start = time.perf_counter()
        run_batch(Path(folder) / "in", Path(folder) / "out", Settings(), options, tell=print, advance=note)
    (begin, before), (end, after) = done[WARM - 1], done[-1]
    # The report counts tokens without punctuation, which are a little more than what stands between spaces.
    return (after - before) / after * words_of(texts) / (end - begin), done[0][0] - start
