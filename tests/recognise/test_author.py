"""What an opinion piece says in its own voice, on hand-built documents and with models small enough to reckon by hand."""

from math import exp
from typing import Any

import pytest
from spacy.tokens import Doc

from articlekit.recognise.author.component import AuthorComponent
from articlekit.recognise.author.features import Sentence, article_features, sentences_of, turns
from articlekit.recognise.author.frame import AuthorFrame, get_author_claims, set_author_claims
from articlekit.recognise.claims.frame import ClaimFrame, set_claims
from articlekit.recognise.evaluation import Markers
from articlekit.recognise.view import View
from tests.builders import german, make_doc

HEADING = "Schluss NN =\nmit APPR =\nAusreden NN Ausrede\n¶ _SP ="
WEAK = "Der ART der det:2\nPlan NN = nsubj:4\nist VAFIN sein cop:4\nteuer ADJD = root:0\n. $. ="
STRONG = "Er PPER er nsubj:4\nist VAFIN sein cop:4\nreiner ADJA rein\nIrrsinn NN = root:0\n! $. ="
PLAIN = "Ute NE = nsubj:2 @PER\nkam VVFIN kommen root:0\ngestern ADV =\n. $. ="
SHORT = "Und KON und\nnun ADV =\n? $. ="


def small_lexicons(*, opinion: bool = True, **extra: Any) -> dict[str, Any]:
    bias = [1.0, -1.0] if opinion else [-1.0, 1.0]
    weights = {"negative strong": [2.0, 0.0], "negative weak": [1.0, 0.0]}
    return {
        "evaluation": {
            "negative": {"strong": "Irrsinn", "weak": "teuer"},
            "stance": {"strong": "rein"},
        },
        "negations": ["nicht"],
        "author_model": {"classes": ["own", "other"], "bias": [-0.5, 0.0], "weights": weights},
        "opinion_model": {"classes": ["opinion", "other"], "bias": bias, "weights": {}},
        "act_model": {
            "classes": ["assert", "criticise"],
            "bias": [0.5, 0.0],
            "weights": {"negative strong": [0.0, 2.0], "form author": [0.0, 0.0]},
        },
    } | extra


MARKERS = Markers(small_lexicons())


def document(*tables: str) -> Doc:
    return make_doc("\n\n".join(tables))


def own_of(doc: Doc, covered: set[int] | None = None) -> list[Sentence]:
    return sentences_of(View(doc), covered or set(), MARKERS)


def texts(doc: Doc, found: list[Sentence] | list[AuthorFrame]) -> list[str]:
    return [doc[one.start : one.end].text for one in found]


def chance(score: float) -> float:
    """Return the probability of a class whose score is so much above that of the only other."""
    return round(1 / (1 + exp(-score)), 3)


def test_headings_and_short_sentences_are_left_out() -> None:
    doc = document(HEADING, WEAK, SHORT, STRONG)
    assert texts(doc, own_of(doc)) == ["Der Plan ist teuer.", "Er ist reiner Irrsinn!"]


def test_a_sentence_in_quotation_marks_is_closed() -> None:
    doc = document("„ $( =\nDer ART der\nPlan NN =\nist VAFIN sein\nteuer ADJD =\n. $. =\n“ $( =")
    assert len(own_of(doc)) == 1


@pytest.mark.parametrize(("covered", "left"), [(0, True), (1, True), (2, False), (3, False), (4, False)])
def test_what_is_half_somebody_elses_is_theirs(covered: int, left: bool) -> None:
    """Punctuation is not counted."""
    doc = document(WEAK)
    assert bool(own_of(doc, set(range(4 - covered, 5)))) is left


def test_markers_inside_claims_of_others_are_not_the_authors() -> None:
    doc = document(WEAK)
    (sentence,) = own_of(doc, {3})
    assert (sentence.markers, sentence.features["covered"]) == ((), 0.25)
    (sentence,) = own_of(doc)
    assert [marker.text for marker in sentence.markers] == ["teuer"]


def test_where_a_sentence_stands() -> None:
    doc = document(f"{WEAK}\n¶ _SP =", STRONG, PLAIN)
    places = ("first paragraph", "last paragraph", "opens paragraph", "closes paragraph")
    assert [tuple(sentence.features[place] for place in places) for sentence in own_of(doc)] == [
        (1, 0, 1, 1),
        (0, 1, 1, 0),
        (0, 1, 0, 1),
    ]


@pytest.mark.parametrize(
    ("table", "present", "absent"),
    [
        (WEAK, {"predicate", "first present", "first indicative", "first verb sein", "opens ART"}, {"participle", "word ?"}),
        (STRONG, {"negative strong", "stance strong", "word !", "predicate"}, {"negative weak", "time"}),
        (PLAIN, {"opens PER", "names"}, {"predicate", "no verb"}),
        ("Montag NN =\nkam VVFIN kommen +Mood=Ind|Tense=Past\nUte NE =\n. $. =", {"time", "first past"}, {"year"}),
        ("Seit APPR seit\n2019 CARD =\nruht VVFIN ruhen\nalles PIS =\n. $. =", {"year", "numbers"}, {"time"}),
        ("Wir PPER wir\nmüssen VMFIN =\nnur ADV =\n. $. =", {"modal müssen indicative", "word nur"}, {"word ich"}),
        ("Es PPER es\nist VAFIN sein\ngebaut VVPP bauen\n. $. =", {"participle"}, {"predicate"}),
    ],
    ids=["weak", "strong", "plain", "time", "year", "modal", "participle"],
)  # fmt: skip
def test_features_of_a_sentence(table: str, present: set[str], absent: set[str]) -> None:
    (sentence,) = own_of(document(table))
    features = {name for name, value in sentence.features.items() if value}
    assert present <= features
    assert absent.isdisjoint(features)


def test_features_of_an_article() -> None:
    doc = document(f"{WEAK}\n¶ _SP =", STRONG, PLAIN, SHORT)
    view = View(doc)
    features = article_features(view, own_of(doc), [0.5, 0.9, 0.1])
    words = 4 + 4 + 3 + 2 + 1  # the paragraph break counts as one
    assert {name: round(value, 6) for name, value in features.items() if value} == {
        "own sentences": 10 * 3 / 4,
        "mean chance": 5,
        "top chance": 1.5,
        "questions": round(100 / words, 6),
        "stance": round(100 / words, 6),
        "judgement": round(200 / words, 6),
        "names": round(100 / words, 6),
    }


ASKED = "Frage NN =\n: $. =\nWas PWS was\nnun ADV =\n? $. =\n¶ _SP ="


@pytest.mark.parametrize(
    ("tables", "share"),
    [
        ([ASKED, STRONG], 0.5),
        ([f"{WEAK}\n¶ _SP =", STRONG], 0.0),
        ([SHORT], 1.0),
        (["Ute NE =\nKeller NE =\n: $. =\nNein PTKANT =\n. $. ="], 1.0),
        (["Wir PPER wir\nfordern VVFIN =\nab ADV =\nsofort ADV =\neines PIS ein\n: $. =\nGeld NN =\n. $. ="], 0.0),
    ],
    ids=["question", "prose", "alone", "label", "late-colon"],
)
def test_turns_of_an_interview(tables: list[str], share: float) -> None:
    assert turns(View(document(*tables))) == share


def test_an_interview_is_nobodys_opinion_piece() -> None:
    assert claims_in(document(ASKED, STRONG)) == []
    assert len(claims_in(document(f"{WEAK}\n¶ _SP =", STRONG))) == 2


def test_an_empty_document_has_features_too() -> None:
    view = View(Doc(german().vocab))
    assert article_features(view, [], [])["own sentences"] == 0
    assert sentences_of(view, set(), MARKERS) == []


def claims_in(doc: Doc, **options: Any) -> list[AuthorFrame]:
    return get_author_claims(AuthorComponent(small_lexicons(**options))(doc))


def test_the_strongest_claim_comes_first() -> None:
    doc = document(HEADING, WEAK, PLAIN, STRONG)
    claims = claims_in(doc)
    assert texts(doc, claims) == ["Er ist reiner Irrsinn!", "Der Plan ist teuer."]
    assert [claim.salience for claim in claims] == [chance(1.5), chance(0.5)]
    assert [claim.act for claim in claims] == ["criticise", "assert"]
    assert [claim.markers for claim in claims] == [("negative: Irrsinn",), ("negative: teuer",)]


def test_of_two_equally_strong_the_first_comes_first() -> None:
    doc = document(WEAK, STRONG, WEAK)
    assert [claim.start for claim in claims_in(doc)] == [5, 0, 10]


def test_an_article_that_reports_has_none() -> None:
    doc = document(WEAK, STRONG)
    assert claims_in(doc, opinion=False) == []
    assert "articlekit_author" in doc.spans


def test_claims_of_others_are_not_the_authors() -> None:
    doc = document(WEAK, STRONG)
    set_claims(doc, [ClaimFrame("direct", "assert", "quote-alone", [(5, 10)])])
    assert texts(doc, claims_in(doc)) == ["Der Plan ist teuer."]


FRAMES = [
    AuthorFrame(5, 10, "criticise", ("negative: Irrsinn", "cause: weil"), 0.875),
    AuthorFrame(0, 5, "assert", (), 0.5),
]


def test_what_is_kept_on_a_document_survives_bytes() -> None:
    doc = document(WEAK, STRONG)
    set_author_claims(doc, FRAMES)
    again = Doc(german().vocab).from_bytes(doc.to_bytes())
    assert get_author_claims(again) == get_author_claims(doc) == FRAMES


@pytest.mark.parametrize("frames", [[], FRAMES[:1], FRAMES[::-1]])
def test_what_is_set_is_what_is_got(frames: list[AuthorFrame]) -> None:
    doc = document(WEAK, STRONG)
    set_author_claims(doc, FRAMES)
    set_author_claims(doc, frames)
    assert get_author_claims(doc) == frames


def test_a_document_without_the_component_has_none() -> None:
    assert get_author_claims(document(WEAK)) == []
