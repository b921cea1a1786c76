"""Every word of the lexicon of happenings has an example of our own, and the embedded pipeline finds its type in it."""

from typing import Any, get_args

import pytest

from articlekit import Extractor
from articlekit.recognise.happenings.frame import get_happenings
from articlekit.recognise.lexicon import load_lexicons
from articlekit.records import EventType

LEXICONS = load_lexicons()
SECTIONS = ("happening_verbs", "happening_nouns")
FOUND = 0.9


def senses(section: str) -> list[tuple[str, dict[str, Any]]]:
    """Return the senses of a section by their word."""
    entries = LEXICONS[section].items()
    return [(word, sense) for word, entry in entries for sense in (entry if isinstance(entry, list) else [entry])]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_sense_has_an_example_of_its_own(section: str) -> None:
    texts = [sense["example"] for _, sense in senses(section)]
    assert all(text.endswith((".", "?", "!")) for text in texts), "a sentence"
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("section", SECTIONS)
def test_types_and_classes_are_known(section: str) -> None:
    classes = LEXICONS["happening_classes"]
    for word, sense in senses(section):
        assert sense["type"] in get_args(EventType), word
        for key in ("object", "subject"):
            named = sense.get(key, [])
            assert {named} <= classes.keys() if isinstance(named, str) else set(named) <= classes.keys(), word


def test_the_examples_tell_a_happening_of_their_type(extractor: Extractor) -> None:
    entries = [pair for section in SECTIONS for pair in senses(section)]
    docs = extractor.nlp.pipe(sense["example"] for _, sense in entries)
    missed = [
        word
        for (word, sense), doc in zip(entries, docs, strict=True)
        if sense["type"] not in {frame.type for frame in get_happenings(doc)}
    ]
    assert len(missed) <= (1 - FOUND) * len(entries), missed
