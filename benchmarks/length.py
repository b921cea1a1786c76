"""Time per word of one long text, the whole way; should stay flat.

Two kinds of text: the corpus articles joined and repeated, and short sentences that are each a claim.
"""

import time

from articlekit import Extractor
from rates import corpus_texts

WORDS = (1_000, 10_000, 100_000, 1_000_000)
CLAIMS = (50, 500, 5_000)
SENTENCES = (
    "Die Ministerin sagte, das Gesetz komme im Mai.",
    "„Das reicht uns nicht“, kritisierte ein Sprecher der Bitkom.",
    "Laut einer Studie der Bundesnetzagentur sinken die Preise.",
    "Der Ausbau werde teuer, hieß es aus dem Ministerium.",
    "Er warnte vor einem Verbot.",
)
PARAGRAPH = 4  # sentences


def main() -> None:
    """Time both kinds at each length, relative to the shortest."""
    extractor = Extractor()
    extractor.extract(" ".join(SENTENCES))  # warms up
    words = "\n\n".join(corpus_texts()).split(" ")
    words *= WORDS[-1] // len(words) + 1
    first = None
    for count in WORDS:
        each, _ = _timed(extractor, " ".join(words[:count]), count)
        first = first or each
        print(f"{count:9,} words: {each:6.1f} µs a word, {each / first:.2f} of the shortest", flush=True)
    first = None
    for count in CLAIMS:
        sentences = [SENTENCES[number % len(SENTENCES)] for number in range(count)]
        paragraphs = [" ".join(sentences[start : start + PARAGRAPH]) for start in range(0, count, PARAGRAPH)]
        each, found = _timed(extractor, "\n\n".join(paragraphs), count)
        first = first or each
        print(f"{count:9,} sentences with {found:,} claims: {each:6.1f} µs each, {each / first:.2f} of the shortest")


def _timed(extractor: Extractor, text: str, count: int) -> tuple[float, int]:
    """Microseconds of one whole way by the count given, and the number of claims; the best of three for short texts."""
    times = []
    for _ in range(3 if len(text) < 100_000 else 1):
        start = time.perf_counter()
        summary = extractor.extract(text)
        times.append(time.perf_counter() - start)
    return min(times) / count * 1e6, len(summary.claims)


if __name__ == "__main__":
    main()
