"""Sentences joined to documents of spaCy, with paragraph breaks as in articles."""

import random
from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from sources.text import Sentence, Word

BREAK = "\n\n"
SENTENCES_PER_DOC = 8


def blocks(sentences: Iterable[Sentence], size: int = SENTENCES_PER_DOC) -> Iterator[list[Sentence]]:
    """Cut a source into blocks of consecutive sentences."""
    rest = iter(sentences)
    while block := list(islice(rest, size)):
        yield block


def syntax_doc(nlp: Language, block: list[Sentence], rng: random.Random, *, breaks: float = 0.25) -> Doc:
    """Join the sentences of a block; `breaks` is the share of them that end a paragraph."""
    words: list[Word] = []
    starts: list[int] = []
    for number, sentence in enumerate(block):
        offset = len(words)
        starts.append(offset)
        parsed = all(word.head is not None for word in sentence)
        for word in sentence:
            head = None if word.head is None else word.head + offset
            words.append(Word(word.form, word.space, word.tag, word.pos, word.morph, word.lemma, head, word.dep))
        words[-1].space = True
        if number + 1 < len(block) and rng.random() < breaks:
            words[-1].space = False
            last = len(words) - 1
            head = last if parsed else None
            words.append(Word(BREAK, False, "_SP", "SPACE", "", BREAK, head, "dep" if parsed else ""))
    words[-1].space = False
    heads = [word.head for word in words if word.head is not None]
    parsed = len(heads) == len(words)
    doc = Doc(
        nlp.vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads if parsed else None,
        deps=[word.dep for word in words] if parsed else None,
    )
    for token in doc:
        if not token.pos:
            token.set_morph(None)  # type: ignore[attr-defined]
    if parsed:
        _merge_as_tokenizer(doc, nlp)
    return doc


def _merge_as_tokenizer(doc: Doc, nlp: Language) -> None:
    """Merge tokens that the tokenizer leaves together, such as EU-Staaten."""
    with doc.retokenize() as retokenizer:
        for token in nlp.make_doc(doc.text):
            span = doc.char_span(token.idx, token.idx + len(token))
            if span is not None and len(span) > 1:
                last = span[-1]
                joined = "".join(part.text for part in span[:-1])
                lemma = joined + last.lemma_ if last.is_alpha else span.text
                retokenizer.merge(span, attrs={"LEMMA": lemma})
