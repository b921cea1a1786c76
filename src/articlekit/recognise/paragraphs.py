"""Paragraph breaks end sentences, so that headings without a full stop stand alone. Comes before the parser."""

from spacy.tokens import Doc


def mark_paragraphs(doc: Doc) -> Doc:
    """Set a sentence start after each paragraph break and leave every other token to the parser.

    A blank line is a break. Where a text has none, every line end is one unless the next line goes on in lower case,
    as in hard-wrapped text.
    """
    blank_lines = any(token.text.count("\n") > 1 for token in doc)
    for token in doc[1:]:
        before = doc[token.i - 1]
        if "\n" not in before.text:
            continue
        if before.text.count("\n") > 1 or (not blank_lines and not token.text[:1].islower()):
            token.is_sent_start = True
    return doc
