"""The project's own annotated articles."""

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from articlekit.learn.gold import Gold, gold_files, read_gold


def read_articles(folder: Path) -> list[Gold]:
    """Read the gold articles of a folder, sorted by file name."""
    return [read_gold(path) for path in gold_files(folder)]


def article_doc(gold: Gold, nlp: Language) -> Doc:
    """Tokenise an article; a name that ends within a token is left unknown."""
    doc = nlp.make_doc(gold.article.text)
    names: list[Span] = []
    missing: list[Span] = []
    for entity in gold.entities:
        span = doc.char_span(entity.start, entity.end, label=entity.label)
        if span is not None:
            names.append(span)
        else:
            wide = doc.char_span(entity.start, entity.end, alignment_mode="expand")
            if wide is not None:
                missing.append(wide)
    doc.set_ents(names, missing=missing, default="outside")
    return doc
