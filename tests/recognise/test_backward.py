"""A sentence that is no more than `Das sagte X` makes a claim of the one before it."""

import pytest

from articlekit.recognise.claims.frame import get_claims
from tests.builders import Seen, claims_of, make_doc, recognised

STATED = "Das ART der det:2\nNetz NN = nsubj:3\nhält VVFIN halten root:0\n. $. ="
FREE = "Das ART der det:2\nNetz NN = nsubj:3\nhalte VVFIN halten root:0 +Mood=Sub\n. $. ="
REPORTED = """
    Paul NE = nsubj:2 @PER
    sagte VVFIN sagen root:0
    , $, =
    das ART der det:5
    Netz NN = nsubj:6
    halte VVFIN halten ccomp:2 +Mood=Sub
    . $. =
    """
QUOTED = """
    „ $( =
    Das ART der det:3
    Netz NN = nsubj:4
    hält VVFIN halten root:0
    . $. =
    “ $( =
    """
CONFIRMED = "Das PDS der obj:2\nbestätigte VVFIN bestätigen root:0\nUte NE = nsubj:2 @PER\n. $. ="
FOLLOWS = """
    Dies PDS dieser nsubj:2
    geht VVFIN gehen root:0
    aus APPR = case:5
    dem ART der det:5
    Bericht NN = obl:2
    hervor PTKVZ = compound:prt:2
    . $. =
    """


def claims_in(*sentences: str) -> list[Seen]:
    return claims_of(recognised(make_doc("\n\n".join(sentences))))


def test_the_subject_of_the_sentence_behind_is_the_speaker() -> None:
    assert claims_in(STATED, CONFIRMED) == [Seen("indirect", "assert", "Ute", "bestätigte", "Das Netz hält")]


def test_the_document_behind_is_the_speaker() -> None:
    assert claims_in(STATED, FOLLOWS) == [Seen("indirect", "assert", "dem Bericht", "geht hervor", "Das Netz hält")]


@pytest.mark.parametrize("pointer", ["Das PDS der", "Dies PDS dieser", "Dieses PDS dieser"])
@pytest.mark.parametrize(
    ("verb", "act"),
    [("sagte VVFIN sagen", "assert"), ("ankündigte VVFIN ankündigen", "announce"), ("bestritt VVFIN bestreiten", "deny")],
)  # fmt: skip
def test_pointers_and_acts(pointer: str, verb: str, act: str) -> None:
    sentence = CONFIRMED.replace("Das PDS der", pointer).replace("bestätigte VVFIN bestätigen", verb)
    assert [(claim.act, claim.speaker, claim.text) for claim in claims_in(STATED, sentence)] == [
        (act, "Ute", "Das Netz hält")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        CONFIRMED.replace("bestätigte VVFIN bestätigen", "kritisierte VVFIN kritisieren"),
        CONFIRMED.replace("bestätigte VVFIN bestätigen", "reparierte VVFIN reparieren"),
        CONFIRMED.replace("Das PDS der", "Etwas PIS ="),
        "Das PDS der obj:3\naber ADV =\nsagte VVFIN sagen root:0\nUte NE = nsubj:3 @PER\n. $. =",
        "Das ART der det:2\nAmt NN = nsubj:3\nsagte VVFIN sagen root:0\nviel PIS = obj:3\n. $. =",
    ],
    ids=["criticises", "says-nothing", "no-pointer", "not-second", "article"],
)
def test_other_sentences_point_to_none(sentence: str) -> None:
    assert claims_in(STATED, sentence) == []


@pytest.mark.parametrize("before", [FREE, REPORTED, QUOTED], ids=["free", "reported", "quoted"])
def test_a_sentence_that_is_a_claim_already_stays_as_it_is(before: str) -> None:
    assert claims_in(before, CONFIRMED) == claims_in(before)
    assert len(claims_in(before)) == 1


@pytest.mark.parametrize(
    "sentences", [[CONFIRMED], ["Gut ADJD gut\nso ADV =\n. $. =", CONFIRMED]], ids=["first", "short"]
)
def test_without_a_sentence_before_it_there_is_nothing_to_point_to(sentences: list[str]) -> None:
    assert claims_in(*sentences) == []


def test_it_points_no_further_than_one_sentence() -> None:
    assert [claim.text for claim in claims_in(STATED.replace("Netz", "Kabel"), STATED, CONFIRMED)] == ["Das Netz hält"]


def test_a_passive_names_nobody_and_inherits_nobody() -> None:
    confirmed = """
        Das PDS der nsubj:pass:4
        wurde VAFIN werden aux:pass:4
        gestern ADV = advmod:4
        bestätigt VVPP bestätigen root:0
        . $. =
        """
    (claim,) = get_claims(recognised(make_doc(f"{STATED}\n\n{confirmed}")))
    assert (claim.rule, claim.speaker, claim.inherits) == ("backward", None, False)


def test_what_nobody_says_is_no_claim() -> None:
    assert claims_in(STATED, CONFIRMED.replace("Ute NE = nsubj:2 @PER", "niemand PIS = nsubj:2")) == []
