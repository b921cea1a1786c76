"""DFKI SmartData: newswire, tweets and traffic reports with character offsets."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from sources.names import OUTSIDE, UNKNOWN, labelled
from sources.pos_dict import PosDict

LABELS = {
    "organization": "ORG", "organization-company": "ORG", "person": "PER", "location": "LOC",
    "location-city": "LOC", "location-street": "LOC", "location-stop": "LOC", "location-route": None,
}  # fmt: skip
DOUBTFUL = frozenset({"EU", "US", "USA", "UN"})


def common_nouns(lexicon: Path) -> frozenset[str]:
    """Return the forms of the lexicon that are nouns and never names."""
    nouns: set[str] = set()
    names: set[str] = set()
    for form, _, tag in PosDict(lexicon):
        if tag.startswith("SUB:"):
            nouns.add(form)
        elif tag.startswith("EIG:"):
            names.add(form)
    return frozenset(nouns - names)


def read_smartdata(path: Path, nlp: Language, nouns: frozenset[str]) -> Iterator[Doc]:
    """Read the documents; a mention that is a common noun or begins in lower case counts as unknown."""
    for record in _records(path):
        text = record["text"]["string"].rstrip()
        doc = nlp.make_doc(text)
        labels = [OUTSIDE] * len(doc)
        for mention in record["conceptMentions"]["array"]:
            kind = mention["type"]
            span = doc.char_span(mention["span"]["start"], mention["span"]["end"], alignment_mode="expand")
            if kind not in LABELS or span is None:
                continue
            label = LABELS[kind]
            exact = (span.start_char, span.end_char) == (mention["span"]["start"], mention["span"]["end"])
            if label == "LOC" and span.text[:1].islower():
                continue
            known = label and exact and span.text not in DOUBTFUL and not span.text[:1].islower()
            known = known and not (len(span) == 1 and span.text in nouns)
            for i in range(span.start, span.end):
                labels[i] = ("B-" if i == span.start else "I-") + str(label) if known else UNKNOWN
        yield labelled(doc, labels)


def _records(path: Path) -> Iterator[dict[str, Any]]:
    text = gzip.decompress(path.read_bytes()).decode("utf-8")
    decoder = json.JSONDecoder()
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        record, place = decoder.raw_decode(text, place)
        yield record
