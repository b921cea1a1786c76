"""A long chapter goes through the model part by part, and through articlekit's own components whole.

The memory that spaCy's parser takes grows with the length of what it parses, far more than the components need. Claims
and names are still looked for in the whole chapter.
"""

from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from articlekit.recognise import COMPONENTS
from articlekit.recognise.paragraphs import mark_paragraphs

PART = 10_000
"""Tokens after which a part ends, at the next paragraph; hardly an article is that long."""


def recognise(nlp: Language, text: str) -> Doc:
    """Return a chapter with all that the pipeline finds in it."""
    doc = nlp.make_doc(text)
    if len(doc) <= PART:
        return nlp(doc)
    doc = mark_paragraphs(doc)
    ours = [name for name in nlp.pipe_names if name in COMPONENTS]
    done = [name for name in nlp.pipe_names if name not in COMPONENTS[1:]]
    parts = [nlp(_part(doc, start, end), disable=ours) for start, end in pairwise(_cuts(doc))]
    return nlp(Doc.from_docs(parts, ensure_whitespace=False), disable=done)


def _part(doc: Doc, start: int, end: int) -> Doc:
    tokens = doc[start:end]
    return Doc(
        doc.vocab,
        words=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        sent_starts=[token.is_sent_start for token in tokens],
    )


def _cuts(doc: Doc) -> list[int]:
    """Return where parts start, and the end: at a paragraph's start; inside one only when it is longer than a part."""
    cuts = [0]
    for index in range(PART, len(doc)):
        length = index - cuts[-1]
        new_paragraph = doc[index].is_sent_start and "\n" in doc[index - 1].text
        if length >= 2 * PART or (length >= PART and new_paragraph):
            cuts.append(index)
    return [*cuts, len(doc)]
