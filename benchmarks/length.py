"""Time per word of one long text: the whole way over the corpus articles joined and repeated; should stay flat."""

import time
from pathlib import Path

from articlekit import Article, Extractor, read_articles
from articlekit.settings import Settings

ARTICLES = Path(__file__).parent.parent / "corpus" / "articles"
WORDS = (10_000, 40_000, 160_000)


def main() -> None:
    """Time one text of each length, relative to the shortest."""
    extractor = Extractor(config=Settings(max_chars=10_000_000))
    articles = [item for item in read_articles(sorted(ARTICLES.glob("*.md"))) if isinstance(item, Article)]
    words = "\n\n".join(article.text for article in articles * 4).split(" ")
    first = None
    for count in WORDS:
        text = " ".join(words[:count])
        start = time.perf_counter()
        extractor.extract(text)
        each = (time.perf_counter() - start) / count * 1e6
        first = first or each
        print(f"{count:8,} words: {each:6.1f} µs a word, {each / first:.2f} of the shortest")


if __name__ == "__main__":
    main()
