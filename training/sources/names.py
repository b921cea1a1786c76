"""Sentences with names, and their documents.

A label is "O" for no name, "-" for unknown, else "B-X" or "I-X".
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from sources.docs import BREAK

OUTSIDE, UNKNOWN = "O", "-"


@dataclass(slots=True)
class NameSentence:
    """The tokens of a sentence, whether a space follows each, and their labels."""

    forms: Sequence[str]
    spaces: Sequence[bool]
    labels: Sequence[str]


def name_docs(
    vocab: Vocab, sentences: Iterable[NameSentence], rng: random.Random, *, size: int = 6, breaks: float = 0.3
) -> Iterator[Doc]:
    """Join every `size` sentences to a document; `breaks` is the share of them that end a paragraph."""
    rest = iter(sentences)
    while block := list(islice(rest, size)):
        forms: list[str] = []
        spaces: list[bool] = []
        labels: list[str] = []
        for number, sentence in enumerate(block):
            forms += sentence.forms
            spaces += [*sentence.spaces[:-1], True]
            labels += sentence.labels
            if number + 1 == len(block):
                spaces[-1] = False
            elif rng.random() < breaks:
                spaces[-1] = False
                forms.append(BREAK)
                spaces.append(False)
                labels.append(OUTSIDE)
        yield labelled(Doc(vocab, words=forms, spaces=spaces), labels)


def labelled(doc: Doc, labels: Sequence[str]) -> Doc:
    """Set the names of a document from one label for each token."""
    names: list[Span] = []
    missing: list[Span] = []
    start = 0
    for i in range(1, len(doc) + 1):
        if i < len(doc) and labels[i].startswith("I-"):
            continue
        label = labels[start]
        if label == UNKNOWN or (label != OUTSIDE and (doc[start].is_space or doc[i - 1].is_space)):
            missing.append(doc[start:i])
        elif label != OUTSIDE:
            names.append(Span(doc, start, i, label=label[2:]))
        start = i
    doc.set_ents(names, missing=missing, default="outside")
    return doc


def consistent(labels: Sequence[str]) -> list[str]:
    """Let every name begin with "B-"."""
    result: list[str] = []
    for label in labels:
        before = result[-1] if result else OUTSIDE
        starts = label.startswith("I-") and before[2:] != label[2:]
        result.append("B-" + label[2:] if starts else label)
    return result
