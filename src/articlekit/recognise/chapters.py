"""A long text is cut into chapters, each of which is recognised by itself, so that memory does not grow with the text.

An ordinary article is one chapter. What needs more of the text than a chapter - who is who - is told when all are there.
"""

import re
from collections.abc import Iterator

CHAPTER = 300_000
"""Code points that a chapter has at most, about 50,000 tokens; hardly an article is that long."""
BREAKS = tuple(map(re.compile, (r"\n\s*\n\s*", r"\n\s*", r"[.!?…][“”\"«»]?\s+", r"\s+")))
"""Where a chapter can end, the best first: at a blank line, a line's end, a sentence's, between words."""


def chapters(text: str) -> Iterator[str]:
    """Yield the chapters of a text, which joined are the text: as long as one another, cut at the best break near by.

    A text has at least one chapter, which may be empty. A paragraph is cut only when it is longer than half a chapter.
    """
    start = 0
    while len(text) - start > CHAPTER:
        end = _end(text, start)
        yield text[start:end]
        start = end
    yield text[start:]


def _end(text: str, start: int) -> int:
    left = len(text) - start
    fair = start + left // -(-left // CHAPTER)
    for kind in BREAKS:
        ends = [match.end() for match in kind.finditer(text, start + CHAPTER // 2, start + CHAPTER)]
        if ends:
            return min(ends, key=lambda end: abs(end - fair))
    return fair
