"""What the token-to-vector layers read of the full-form lexicon."""

import gzip

import numpy
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from de_policy_news.word_classes import WordClasses, word_class_embed, word_classes

LINES = "SUB\tGEN\tRechts\nSUB\tNOM\tRecht Gesetz\nADJ\t\trechts breite\nNAC\tNOM\tRech\n"
TABLE = WordClasses(gzip.compress(LINES.encode()))
SUB, ADJ = TABLE.features("Gesetz")[0], TABLE.features("breite")[0]


def test_known_words() -> None:
    assert SUB != ADJ
    assert TABLE.features("Recht")[:2] == TABLE.features("Gesetz")[:2]
    assert TABLE.features("Rechts")[1] != TABLE.features("Recht")[1]


def test_the_lower_cased_form_of_a_capitalised_word() -> None:
    assert TABLE.features("Rechts") == (SUB, 1, ADJ)
    assert TABLE.features("Breite") == (0, 0, ADJ)
    assert TABLE.features("breite")[2] == 0


@pytest.mark.parametrize("word", ["Datenschutzgesetz", "KI-Gesetz", "Vorrecht"])
def test_compounds_have_the_grammar_of_their_last_part(word: str) -> None:
    kind, grammar, _ = TABLE.features(word)
    assert kind not in (0, SUB)
    assert grammar == TABLE.features("Gesetz")[1]


@pytest.mark.parametrize("word", ["Kund:innen", "Lehrer*innen", "Bürger_innen", "LehrerInnen", "Minister:in"])
def test_gender_forms_are_nouns(word: str) -> None:
    assert word_classes().features(word)[:2] != (0, 0)


def test_names_are_no_last_parts_but_after_a_hyphen() -> None:
    assert TABLE.features("Durchrech") == (0, 0, 0)
    assert TABLE.features("Meier-Rech")[0] != 0


@given(st.text())
def test_any_word_has_three_numbers(word: str) -> None:
    assert len(word_classes().features(word)) == 3


def test_the_layer_gives_a_row_for_each_token() -> None:
    nlp = spacy.blank("de")
    layer = word_class_embed(8, ["NORM", "SHAPE"], [50, 50], [20, 20, 20])
    docs = [nlp("Das Gesetz gilt."), nlp(""), nlp("Ja")]
    nlp.vocab.vectors.resize((1, 4))
    layer.initialize(docs[:1])
    made = layer.predict(docs)
    assert [rows.shape for rows in made] == [(4, 8), (0, 8), (1, 8)]
    assert numpy.isfinite(made[0]).all()


def test_vectors_stored_in_half_precision_are_widened() -> None:
    nlp = spacy.blank("de")
    nlp.vocab.vectors.resize((1, 4))
    layer = word_class_embed(8, ["NORM"], [50], [20, 20, 20])
    layer.initialize([nlp("Ja")])
    before = layer.predict([nlp("Ja")])[0]
    nlp.vocab.vectors.data = nlp.vocab.vectors.data.astype("float16")
    assert (layer.predict([nlp("Ja")])[0] == before).all()
    assert nlp.vocab.vectors.data.dtype == numpy.float32


def test_rows_for_each_column() -> None:
    with pytest.raises(ValueError, match="rows for each"):
        word_class_embed(8, ["NORM"], [50, 50], [20, 20, 20])
