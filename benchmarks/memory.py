"""Most memory that the process of one long text takes, the whole way, and the time per word; less than 2 GB.

The text is the corpus articles joined and repeated, written as YAML to a temporary file; run in a process of its own.
"""

import argparse
import resource
import tempfile
import time

from articlekit import Extractor, write_summary
from rates import corpus_texts

WORDS = 2_000_000


def main() -> None:
    """Do one text and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=WORDS)
    count = parser.parse_args().words
    extractor = Extractor()
    extractor.extract("Die Ministerin sagte, das Gesetz komme im Mai.")  # warms up
    loaded = _most()
    words = "\n\n".join(corpus_texts()).split(" ")
    text = " ".join((words * (count // len(words) + 1))[:count])
    start = time.process_time()
    summary = extractor.extract(text)
    each, found = (time.process_time() - start) / count * 1e6, _most()
    with tempfile.TemporaryFile("w", encoding="utf-8") as out:
        write_summary(summary, out)
    print(f"{count:,} words with {len(summary.claims):,} claims: {each:.1f} µs a word on one core")
    print(
        f"most memory: {loaded:,.0f} MB with the model, {found:,.0f} MB after the summary, {_most():,.0f} MB in the end"
    )


def _most() -> float:
    """Return the most memory that the process had so far, in MB (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
