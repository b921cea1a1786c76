"""Sentence ends that the text's form says, for the parser after it.

Paragraph breaks end sentences, so that headings without a full stop stand alone; quotation marks stay with the
sentence that they open or close.
"""

from typing import Any

import numpy as np
from spacy.attrs import SENT_START
from spacy.tokens import Doc

WRAPPED = range(50, 131)
"""Longest line of text that somebody wrapped by hand: titles are shorter, a paragraph on one line is longer as a rule."""
FULL = 0.75
"""Share of the longest line below which a wrapped line ends because its paragraph does."""
MARKS = frozenset('„“”"»«‚’‘')
FULL_STOPS = frozenset(".!?")
NO_START = np.uint64(2**64 - 1)
"""-1 as spaCy's arrays of unsigned numbers have it."""
SENTENCE_ENDS = tuple('.!?…“”"«:')


def mark_paragraphs(doc: Doc) -> Doc:
    """Set a sentence start after each paragraph break, none where a mark or a small letter binds; leave all else to the parser.

    A blank line is a break. Where a text has none, every line end is one; in a text wrapped by hand only the end of a
    short line, or nothing in front of a lower-case word.
    """
    text = [token.text for token in doc]
    ends = [index for index, word in enumerate(text) if "\n" in word]
    quoted, no_starts = _about_marks(doc, text)
    if not ends and not quoted and not no_starts:
        return doc
    if any(text[index].count("\n") > 1 for index in ends):
        breaks = [index for index in ends if text[index].count("\n") > 1]
    else:
        breaks = _breaks_of_lines(doc, text, ends) if ends else []
    starts: Any = np.zeros((len(text), 1), dtype="uint64")
    starts[no_starts] = NO_START
    starts[quoted] = 1
    starts[[index + 1 for index in breaks if index + 1 < len(text)]] = 1
    return doc.from_array([SENT_START], starts)


def _about_marks(doc: Doc, text: list[str]) -> tuple[list[int], list[int]]:
    """Return the tokens that start a sentence, and those that do not.

    An opening mark after a full stop starts one; a closing mark, and what comes right after an opening one, does not.
    Nor does a lower-case word after no mark that can end a sentence.
    """
    starts: list[int] = []
    no_starts: list[int] = []
    last = len(text) - 1
    for index, word in enumerate(text):
        if index and word[:1].islower() and not (text[index - 1].endswith(SENTENCE_ENDS) or text[index - 1].isspace()):
            no_starts.append(index)
        if word in MARKS:
            after_space = index == 0 or bool(doc[index - 1].whitespace_) or text[index - 1].isspace()
            before_space = index == last or bool(doc[index].whitespace_) or text[index + 1].isspace()
            if after_space and not before_space:
                no_starts.append(index + 1)
                if index and text[index - 1] in FULL_STOPS:
                    starts.append(index)
            elif not after_space and (before_space or not text[index + 1].isalnum()):
                no_starts.append(index)
    return starts, no_starts


def _breaks_of_lines(doc: Doc, text: list[str], ends: list[int]) -> list[int]:
    lengths, start = [], 0
    for index in ends:
        lengths.append(doc[index].idx - start)
        start = doc[index].idx + len(text[index])
    longest = max(lengths)
    full = [index for index, length in zip(ends, lengths, strict=True) if length >= FULL * longest]
    runs_on = any(index and not text[index - 1].endswith(SENTENCE_ENDS) for index in full)
    if longest in WRAPPED and runs_on and len(ends) > 1:
        ends = [index for index in ends if index not in set(full)]
    return [index for index in ends if not "".join(text[index + 1 : index + 2])[:1].islower()]
