"""The likeliest candidate by weights made for the test: what is added up, what is ruled out, and how sure is enough."""

from typing import Any

import pytest

from articlekit.recognise.antecedents.candidates import Anaphor
from articlekit.recognise.antecedents.ranker import Ranker, Scene
from articlekit.recognise.lexicon import load_lexicons
from articlekit.recognise.view import View
from tests.builders import make_doc, words_at

UTE = "Ute NE = nsubj:3 @PER\nKeller NE = flat:1 @PER\nkam VVFIN kommen root:0\n. $. ="
PAWEL = "Pawel NE = nsubj:3 @PER\nDurow NE = flat:1 @PER\nkam VVFIN kommen root:0\n. $. ="
XANTO = "Xanto NE = nsubj:2 @PER\nkam VVFIN kommen root:0\n. $. ="
BANK = "Nordbank NE = nsubj:2 @ORG\nwuchs VVFIN wachsen root:0\n. $. ="
THE_BANK = "Die ART der det:2\nNordbank NE = nsubj:3 @ORG\nwuchs VVFIN wachsen root:0\n. $. ="
REPORT = "Der ART der det:2\nBericht NN = nsubj:3\nlag VVFIN liegen root:0\nvor PTKVZ = compound:prt:3\n. $. ="
HE, SHE = "Er PPER er nsubj:2\nkam VVFIN kommen root:0", "Sie PPER sie nsubj:2\nkam VVFIN kommen root:0"
BOSS = "Die ART der det:2\nMinisterin NN = nsubj:3\nkam VVFIN kommen root:0"


def asked(weights: dict[str, float], *sentences: str, kind: str = "pronoun", least: float = 0.0) -> str | None:
    """Return who is meant by the subject of the last sentence, a pronoun or an article and a noun, or by nothing there."""
    lexicons: dict[str, Any] = {**load_lexicons(), "antecedent_model": weights}
    view = View(make_doc("\n\n".join(sentences)))
    start = view.sentences[-1][0]
    pieces = {"pronoun": ((start, start + 1), start), "nominal": ((start, start + 2), start + 1)}
    piece, head = pieces.get(kind, ((start, start), None))
    return words_at(view.doc, Ranker(lexicons).resolve(Scene(view), Anaphor(kind, piece, head), least=least))


@pytest.mark.parametrize(
    ("weights", "meant"),
    [
        ({"pronoun PER": 1}, "Xanto"),
        ({"pronoun ORG": 1}, "Nordbank"),
        ({"pronoun nobody": 1}, None),
        ({"pronoun nobody": 1, "pronoun PER": 2}, "Xanto"),
        ({"pronoun nobody": 2, "pronoun PER": 1}, None),
        ({"pronoun PER": 3, "pronoun ORG": 2, "pronoun distance 1": 2}, "Nordbank"),
        ({"pronoun PER": -1, "pronoun ORG": -2, "pronoun nobody": -3}, "Xanto"),
        ({"nominal ORG": 9, "something else": 9, "pronoun PER": 1}, "Xanto"),
    ],
    ids=["person", "organisation", "nobody", "more", "less", "sum", "negative", "others-count-nothing"],
)
def test_the_largest_sum_of_weights_wins(weights: dict[str, float], meant: str | None) -> None:
    assert asked(weights, XANTO, BANK, HE) == meant


def test_of_equals_the_nearest_is_meant() -> None:
    assert asked({"missing PER": 1}, PAWEL, UTE, HE, kind="missing") == "Ute Keller"


@pytest.mark.parametrize(
    ("sentences", "kind", "meant"),
    [
        ([UTE, PAWEL, SHE], "pronoun", "Ute Keller"),
        ([PAWEL, UTE, HE], "pronoun", "Pawel Durow"),
        ([UTE, HE], "pronoun", None),
        ([XANTO, UTE, HE], "pronoun", "Xanto"),
        ([XANTO, THE_BANK, HE], "pronoun", "Xanto"),
        ([XANTO, THE_BANK, SHE], "pronoun", "Nordbank"),
        ([UTE, PAWEL, BOSS], "nominal", "Ute Keller"),
        ([PAWEL, BOSS], "nominal", None),
        ([UTE, PAWEL, SHE], "missing", "Pawel Durow"),
    ],
    ids=["she", "he", "nobody", "open", "its-article", "her-article", "noun", "noun-nobody", "nothing-to-clash"],
)
def test_another_gender_rules_out_whatever_speaks_for_it(sentences: list[str], kind: str, meant: str | None) -> None:
    weights = {
        f"{kind} distance 1": 9.0,
        f"{kind} distance 2": 5.0,
        f"{kind} ORG": 1.0,
        f"{kind} gender clashes PER": 50.0,
    }
    assert asked(weights, *sentences, kind=kind) == meant


def test_a_phrase_of_another_gender_is_not_ruled_out() -> None:
    """`Der Bericht … Sie` is unlikely by its weights alone."""
    report = REPORT.replace("Der ART der det:2", "Der ART der det:2 +Gender=Masc")
    assert asked({"pronoun phrase": 1, "pronoun nobody": -1}, report, SHE) == "Der Bericht"


@pytest.mark.parametrize(("least", "meant"), [(0.0, "Xanto"), (0.49, "Xanto"), (0.51, None), (1.0, None)])
def test_who_is_not_sure_enough_is_not_meant(least: float, meant: str | None) -> None:
    """Xanto and nobody are as likely as each other: a half each."""
    assert asked({}, XANTO, HE, least=least) == meant


@pytest.mark.parametrize(("least", "meant"), [(0.66, "Xanto"), (0.67, None)])
def test_the_probability_is_that_of_a_softmax(least: float, meant: str | None) -> None:
    two_to_one = 0.693147
    assert asked({"pronoun PER": two_to_one}, XANTO, HE, least=least) == meant


def test_large_weights_are_no_overflow() -> None:
    assert asked({"pronoun PER": 1e6, "pronoun nobody": -1e6}, XANTO, HE, least=0.99) == "Xanto"
    assert asked({"pronoun PER": -1e6, "pronoun nobody": 1e6}, XANTO, HE) is None


def test_without_candidates_nobody_is_meant() -> None:
    assert asked({"pronoun nobody": -99.0}, HE) is None


def test_candidates_and_nobody_are_described_in_order() -> None:
    """What is ruled out is in neither list; nobody has features, but is no candidate."""
    ranker = Ranker(load_lexicons())
    view = View(make_doc("\n\n".join([PAWEL, UTE, XANTO, SHE])))
    start = view.sentences[-1][0]
    candidates, features = ranker.describe(Scene(view), Anaphor("pronoun", (start, start + 1), start))
    assert [words_at(view.doc, one.piece) for one in candidates] == ["Xanto", "Ute Keller"]
    assert ["pronoun PER" in one for one in features] == [True, True, False]
    assert "pronoun nobody" in features[-1]


def test_who_has_said_something_is_known_to_the_scene() -> None:
    view = View(make_doc("\n\n".join([UTE, XANTO, SHE])))
    start = view.sentences[-1][0]
    scene = Scene(view)
    scene.said.add(0)
    _, features = Ranker(load_lexicons()).describe(scene, Anaphor("pronoun", (start, start + 1), start))
    assert [one.get("pronoun speaks") for one in features] == [0, 1, None]


def test_the_shipped_weights_are_of_features_that_there_are() -> None:
    """Each begins with a kind of anaphor or one of the four other words."""
    first = {name.split()[0] for name in load_lexicons()["antecedent_model"]}
    assert first <= {"pronoun", "nominal", "missing", "kind", "wants", "role", "possessive", "plural"}
    assert {"pronoun", "nominal", "missing"} <= first
