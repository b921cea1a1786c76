"""Acts: a cue that says more than that something is said keeps its act; else the words of the claim tell it."""

from typing import Any

import pytest

from articlekit.recognise.claims.acts import ActModel
from articlekit.recognise.claims.frame import ClaimFrame, get_claims
from articlekit.recognise.lexicon import load_lexicons
from articlekit.recognise.view import View
from tests.builders import make_doc, recognised

CLAIM = """
    die ART der
    Netze NN Netz
    könnten VMFIN können +Mood=Sub|Tense=Past
    uns PPER =
    nicht PTKNEG =
    zu PTKA =
    viel PIAT =
    Risiko NN =
    und KON =
    Risiken NN Risiko
    und KON =
    Risiken NN Risiko
    bringen VVINF =
    ? $. =
    """


def small_model(weights: dict[str, list[float]] | None = None) -> ActModel:
    lexicons: dict[str, Any] = {
        "evaluation": {"risk": {"weak": "Risiko"}},
        "negations": ["nicht"],
        "act_model": {"classes": ["assert", "ask"], "bias": [0.5, 0.0], "weights": weights or {}},
    }
    return ActModel(lexicons)


def features_of(table: str, *pieces: tuple[int, int]) -> dict[str, float]:
    view = View(make_doc(table))
    return small_model().features(view, ClaimFrame("free", "assert", "free-soll", [*pieces] or [(0, len(view))]))


def test_the_features_of_a_small_claim() -> None:
    assert features_of(CLAIM) == {
        "form free": 1,
        "rule free-soll": 1,
        "risk weak": 2,
        "modal können subjunctive": 1,
        "finite können subjunctive": 1,
        "negation": 1,
        "word uns": 1,
        "word zu": 1,
        "word ?": 1,
        "too": 1,
        "length": 14 / 40,
    }


def test_only_the_pieces_of_a_claim_count() -> None:
    assert features_of(CLAIM, (0, 2), (8, 10)) == {
        "form free": 1,
        "rule free-soll": 1,
        "risk weak": 1,
        "length": 4 / 40,
    }


@pytest.mark.parametrize(
    ("rows", "features"),
    [
        (["Das PDS der", "wird VAFIN werden", "enden VVINF ="], {"finite werden indicative", "future"}),
        (["Das PDS der", "wird VAFIN werden", "gebaut VVPP bauen"], {"finite werden indicative"}),
        (["Das PDS der", "endete VVFIN enden +Mood=Ind|Tense=Past"], {"finite verb indicative", "past"}),
        (["Das PDS der", "ende VVFIN enden +Mood=Sub"], {"finite verb subjunctive"}),
        (["Das PDS der", "sei VAFIN sein"], {"finite sein subjunctive"}),
        (["er PPER =", "soll VMFIN sollen"], {"finite sollen indicative", "modal sollen indicative", "word er"}),
        (["zu PTKZU =", "enden VVINF ="], {"word zu"}),
        (["zu PTKA =", "teuer ADJD ="], {"word zu", "too"}),
        (["Ende NN ="], set()),
    ],
    ids=["future", "passive", "past", "konjunktiv", "sein", "modal", "infinitive", "too", "noun"],
)
def test_features_of_mood_tense_and_modals(rows: list[str], features: set[str]) -> None:
    assert set(features_of("\n".join(rows))) == features | {"form free", "rule free-soll", "length"}


def test_a_long_claim_is_as_long_as_any() -> None:
    assert features_of("\n".join(["Ende NN ="] * 41))["length"] == 1


@pytest.mark.parametrize("act", ["criticise", "deny", "ask", "promise"])
def test_a_cue_that_is_not_neutral_keeps_its_act(act: str) -> None:
    view = View(make_doc(CLAIM))
    claim = ClaimFrame("indirect", act, "clause-dass", [(0, len(view))])
    assert small_model({"word ?": [0.0, 9.0]}).act_of(view, claim) == act


def test_a_neutral_cue_asks_the_words_of_the_claim() -> None:
    model = small_model({"word ?": [0.0, 9.0]})
    view = View(make_doc(CLAIM))
    assert model.act_of(view, ClaimFrame("direct", "assert", "quote-after", [(0, len(view))])) == "ask"
    assert model.act_of(view, ClaimFrame("direct", "assert", "quote-after", [(0, 5)])) == "assert"


@pytest.mark.parametrize(
    ("verb", "claim", "cue_act", "act"),
    [
        ("sagte VVFIN sagen", "müsse VMFIN müssen", "assert", "demand"),
        ("sagte VVFIN sagen", "könne VMFIN können", "assert", "assert"),
        ("beklagte VVFIN beklagen", "müsse VMFIN müssen", "criticise", "criticise"),
        ("bestritt VVFIN bestreiten", "müsse VMFIN müssen", "deny", "deny"),
    ],
)
def test_the_component_keeps_what_the_cue_says_beside_the_act(verb: str, claim: str, cue_act: str, act: str) -> None:
    table = f"""
        Ute NE = nsubj:2 @PER
        {verb} root:0
        , $, =
        der ART = det:5
        Bund NN = nsubj:7
        {claim} aux:7 +Mood=Sub
        zahlen VVINF = ccomp:2
        . $. =
        """
    (found,) = get_claims(recognised(make_doc(table), "claims"))
    assert (found.cue_act, found.act) == (cue_act, act)


def test_the_shipped_model_tells_the_acts_of_the_records() -> None:
    assert set(load_lexicons()["act_model"]["classes"]) <= set(
        "assert announce demand warn criticise praise promise deny predict ask".split()
    )
