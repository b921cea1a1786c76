"""German expressions of time in a text, as stretches of characters.

What they say is read by `articlekit.recognise.when`; days are made of it in `articlekit.summarise.dates`.
"""

from articlekit.recognise.lexicon import load_lexicons
from articlekit.recognise.when.phrases import Phrases
from articlekit.recognise.when.terms import Term
from articlekit.recognise.when.words import TimeWords, shipped_words, tokens_of

MONTHS = "|".join(load_lexicons()["time_months"])
"""Names of the months as alternatives of a regular expression."""
OUTER_MARKS = frozenset(".,;:!?…)»”“")


def find_times(text: str, words: TimeWords | None = None) -> list[tuple[int, int]]:
    """Return the (start, end) of each expression of time, in order and without overlaps, in time linear in the text.

    Offsets are code points into `text`, end exclusive. Expressions whose days cannot be told, such as `demnächst`, are
    found too; habits (`jeden Dienstag`), durations (`zwei Wochen lang`) and hours without a day are not.

    Args:
        text: of any length.
        words: the lexicon's words; those that come with the package by default.
    """
    tokens = tokens_of(text)
    reader = Phrases(tokens, words or shipped_words())
    spans, i = [], 0
    while i < len(tokens):
        found = reader.phrase(i) if reader.can_begin(i) else None
        if found:
            spans.append((tokens[i].start, tokens[found.end - 1].end))
        i = found.end if found else i + 1
    return spans


def read_time(text: str, words: TimeWords | None = None) -> Term | None:
    """Return what a text says that is nothing but one expression of time, or None.

    Words such as `schon` before it and punctuation behind it are let pass.

    Args:
        text: such as `vom 2. bis 4. Oktober`.
        words: the lexicon's words; those that come with the package by default.
    """
    tokens = tokens_of(text)
    words = words or shipped_words()
    reader = Phrases(tokens, words)
    i = 0
    while reader.lower(i) in words.particles:
        i += 1
    found = reader.phrase(i, bare=True) if i < len(tokens) else None
    if found is None or any(token.text not in OUTER_MARKS for token in tokens[found.end :]):
        return None
    return found.term
