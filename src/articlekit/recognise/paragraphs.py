"""Paragraph breaks end sentences, so that headings without a full stop stand alone. Comes before the parser."""

from typing import Any

import numpy as np
from spacy.attrs import SENT_START
from spacy.tokens import Doc


def mark_paragraphs(doc: Doc) -> Doc:
    """Set a sentence start after each paragraph break and leave every other token to the parser.

    A blank line is a break. Where a text has none, every line end is one unless the next line goes on in lower case,
    as in hard-wrapped text.
    """
    text = [token.text for token in doc]
    blank_lines = any(word.count("\n") > 1 for word in text)
    starts: Any = np.zeros(len(text), dtype="uint64")
    for index in range(1, len(text)):
        before = text[index - 1]
        if "\n" in before and (before.count("\n") > 1 or (not blank_lines and not text[index][:1].islower())):
            starts[index] = 1
    return doc.from_array([SENT_START], starts.reshape(-1, 1)) if starts.any() else doc
