"""Claims are the same whether a pipeline speaks UD (articlekit's own) or TIGER (de_core_news_*).

Every sentence of `schemes.yaml` stands there with both analyses: UD has the content verb as head, and auxiliary,
conjunction and preposition below it; TIGER has the finite verb, `und` of a coordination and the preposition as heads.
"""

from pathlib import Path

import pytest
import yaml

from tests.builders import SCHEMES, Seen, claims_of, make_doc, recognised

SENTENCES = yaml.safe_load(Path(__file__).with_name("schemes.yaml").read_text("utf-8"))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_claims_do_not_depend_on_the_label_scheme(sentence: str, scheme: str) -> None:
    expected = [Seen(*claim) for claim in SENTENCES[sentence]["claims"]]
    assert claims_of(recognised(make_doc(SENTENCES[sentence]["table"], scheme))) == expected


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("sentence", "verb", "lemma"),
    [
        ("object-and-particle", 3, "ankündigen"),
        ("two-verbs-one-subject", 5, "ankündigen"),
        ("infinitive-and-particle", 2, "auffordern"),
    ],
)
def test_the_lemma_takes_the_separated_particle_back(sentence: str, verb: int, lemma: str, scheme: str) -> None:
    doc = recognised(make_doc(SENTENCES[sentence]["table"], scheme), "lemmas")
    assert doc[verb].lemma_ == lemma


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_two_analyses_of_a_sentence_differ(sentence: str) -> None:
    """Guards the proof itself: equal analyses would prove nothing."""
    ud, tiger = (make_doc(SENTENCES[sentence]["table"], scheme) for scheme in SCHEMES)
    assert [(token.dep_, token.head.i) for token in ud] != [(token.dep_, token.head.i) for token in tiger]
