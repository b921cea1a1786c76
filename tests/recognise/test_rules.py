"""The rules of names can be switched off one by one."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from articlekit.recognise.entities import RULES, EntitiesComponent
from articlekit.recognise.lexicon import load_lexicons

NLP = spacy.blank("de")


def names(doc: Doc, *without: str) -> set[tuple[str, str]]:
    made = EntitiesComponent(load_lexicons(), NLP.make_doc, without)(doc)
    return {(name.text, name.label_) for name in made.ents}


def text_with_name(text: str, tags: str, start: int, end: int, label: str) -> Doc:
    words = text.split()
    doc = Doc(
        NLP.vocab, words=words, tags=tags.split(), lemmas=words, deps=["dep"] * len(words), heads=[0] * len(words)
    )
    doc.set_ents([Span(doc, start, end, label=label)])
    return doc


def test_edges() -> None:
    def doc() -> Doc:
        return text_with_name("Sie nutzt die Zelvian .", "PPER VVFIN ART NE $.", 2, 4, "TEC")

    assert names(doc()) == {("Zelvian", "TEC")}
    assert names(doc(), "edges") == {("die Zelvian", "TEC")}


def test_repeated() -> None:
    def doc() -> Doc:
        return text_with_name("Zelvian wächst , sagt Zelvian .", "NE VVFIN $, VVFIN NE $.", 0, 1, "ORG")

    assert len(EntitiesComponent(load_lexicons(), NLP.make_doc)(doc()).ents) == 2
    assert len(EntitiesComponent(load_lexicons(), NLP.make_doc, ["repeated"])(doc()).ents) == 1


def test_gazetteer() -> None:
    doc = text_with_name("Bei Zelvian und der Bundesnetzagentur .", "APPR NE KON ART NN $.", 1, 2, "ORG")
    assert ("Bundesnetzagentur", "ORG") not in names(doc, "gazetteer")


def test_no_such_rule() -> None:
    with pytest.raises(ValueError, match=r"no rules of names: guess; there are edges, .*repeated"):
        EntitiesComponent(load_lexicons(), NLP.make_doc, ["guess"])


def test_every_rule_is_described() -> None:
    assert all(RULES.values())
