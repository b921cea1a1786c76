"""The linear model: what it does not know counts nothing, and its probabilities are probabilities."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.recognise.lexicon import load_lexicons
from articlekit.recognise.linear import LinearModel

WEIGHTS = {"harsh": [2.0, -1.0, 0.0], "soft": [-1.0, 2.0, 0.0]}
MODEL = LinearModel({"classes": ["criticise", "praise", "assert"], "bias": [0.0, 0.0, 0.5], "weights": WEIGHTS})
NAMES = st.sampled_from([*WEIGHTS, "unknown", ""])
FEATURES = st.dictionaries(NAMES, st.floats(-1e6, 1e6))


@pytest.mark.parametrize(
    ("features", "best"),
    [
        ({}, "assert"),
        ({"harsh": 1}, "criticise"),
        ({"soft": 1}, "praise"),
        ({"harsh": 0.1}, "assert"),
        ({"harsh": -1, "soft": 0}, "praise"),
        ({"harsh": 2, "soft": 1}, "criticise"),
        ({"unknown": 1000}, "assert"),
        ({"unknown": 1000, "harsh": 1}, "criticise"),
    ],
)
def test_the_likeliest_class(features: dict[str, float], best: str) -> None:
    assert MODEL.best(features) == best


def test_a_tie_goes_to_the_first_class() -> None:
    for classes in (["b", "a"], ["a", "b"]):
        tied = LinearModel({"classes": classes, "bias": [1.0, 1.0], "weights": {"x": [3.0, 3.0]}})
        assert tied.best({"x": 1}) == classes[0]
        assert tied.probabilities({"x": 1}) == {"a": 0.5, "b": 0.5}


def test_unknown_features_change_no_probability() -> None:
    assert MODEL.probabilities({"harsh": 1, "unknown": 7}) == MODEL.probabilities({"harsh": 1})
    assert MODEL.probabilities({"unknown": 7}) == MODEL.probabilities({})


def test_a_probability_by_hand() -> None:
    even = LinearModel({"classes": ["no", "yes"], "bias": [0.0, 0.0], "weights": {"x": [0.0, 1.0]}})
    assert isclose(even.probabilities({"x": 1})["yes"], 0.7310585786300049)
    assert isclose(even.probabilities({"x": -1})["yes"], 1 - 0.7310585786300049)


def test_asking_changes_nothing() -> None:
    first = MODEL.probabilities({"harsh": 3})
    MODEL.probabilities({"soft": 3})
    assert MODEL.probabilities({"harsh": 3}) == first


@given(FEATURES)
def test_probabilities_sum_to_one_however_large_the_scores(features: dict[str, float]) -> None:
    chances = MODEL.probabilities(features)
    assert list(chances) == ["criticise", "praise", "assert"]
    assert all(0 <= chance <= 1 for chance in chances.values())
    assert isclose(sum(chances.values()), 1)
    assert chances[MODEL.best(features)] == max(chances.values())


@given(st.lists(st.tuples(NAMES, st.floats(-9, 9)), unique_by=lambda item: item[0]))
def test_the_order_of_features_does_not_matter(pairs: list[tuple[str, float]]) -> None:
    there, back = MODEL.probabilities(dict(pairs)), MODEL.probabilities(dict(reversed(pairs)))
    assert all(isclose(there[name], back[name], abs_tol=1e-9) for name in there)


@given(st.floats(0, 50), st.floats(0, 50))
def test_more_of_a_feature_makes_its_class_likelier(one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert MODEL.probabilities({"harsh": less})["criticise"] <= MODEL.probabilities({"harsh": more})["criticise"]


@pytest.mark.parametrize("name", ["act_model", "author_model", "opinion_model"])
def test_a_shipped_model_has_a_weight_for_each_class(name: str) -> None:
    data = load_lexicons()[name]
    assert len(set(data["classes"])) == len(data["classes"]) == len(data["bias"]) > 1
    assert {len(row) for row in data["weights"].values()} == {len(data["classes"])}
