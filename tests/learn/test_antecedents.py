"""The model of antecedents: fitted on choices made for the test, scored, cross-validated, written and read back."""

import math
from pathlib import Path
from typing import Any

import pytest
import yaml

from articlekit import Extractor
from articlekit.learn.antecedents import Choice, choices_of, cross_validated, fit, share_right, write_weights
from articlekit.learn.gold import Gold, GoldClaim, GoldEntity
from articlekit.recognise.linear import Features
from articlekit.records import Article

from .builders import place

NOBODY: Features = {"nobody": 1}
NEAR: Features = {"PER": 1, "near": 1}
FAR: Features = {"PER": 1, "far": 1}
FIRST, SECOND = "das Netz halte", "die Kosten seien hoch"
TEXT = f"Die Ministerin Ute Keller kam nach Bonn. Die Ministerin sagte, {FIRST}. Sie sagte, {SECOND}."


def choice(*features: Features, right: str, article: str = "a") -> Choice:
    """Return a choice; `right` has a plus for each right candidate and a minus for each other."""
    return Choice(article, list(features), [sign == "+" for sign in right])


MADE = [
    *[choice(NEAR, FAR, NOBODY, right="+--", article=article) for article in "abcdefgh"],
    *[choice(FAR, NEAR, NOBODY, right="-+-", article=article) for article in "abcdefgh"],
    *[choice(FAR, NOBODY, right="-+", article=article) for article in "abcdefgh"],
]


def chances(features: list[Features], weights: dict[str, float]) -> list[float]:
    powers = [math.exp(sum(weights.get(name, 0) * value for name, value in one.items())) for one in features]
    return [power / sum(powers) for power in powers]


@pytest.mark.parametrize("strength", [0.3, 1.0, 3.0])
def test_fitted_weights_prefer_what_is_right(strength: float) -> None:
    weights = fit(MADE, strength)
    assert weights.keys() == {"nobody", "PER", "near", "far"}
    assert weights["near"] > 0 > weights["far"]
    assert share_right(MADE, weights) == 1
    assert share_right([choice(NOBODY, FAR, NEAR, right="--+"), choice(FAR, NOBODY, right="-+")], weights) == 1


@pytest.mark.parametrize("strength", [0.5, 1.0, 4.0])
def test_one_feature_by_hand(strength: float) -> None:
    """Where one feature tells of two candidates, its weight w is that with strength * w = n / (1 + exp(w))."""
    weights = fit([choice({"x": 1}, {}, right="+-")] * 5, strength)
    assert strength * weights["x"] == pytest.approx(5 / (1 + math.exp(weights["x"])), abs=1e-4)


def test_values_count_by_their_size() -> None:
    half = fit([choice({"x": 0.5}, {}, right="+-")] * 5, 1.0)["x"]
    assert half == pytest.approx(0.5 * 5 / (1 + math.exp(half / 2)), abs=1e-4)


def test_a_stronger_penalty_makes_smaller_weights() -> None:
    sizes = [sum(weight**2 for weight in fit(MADE, strength).values()) for strength in (0.3, 1.0, 3.0)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 2 * sizes[-1]


def test_of_several_right_ones_any_will_do() -> None:
    """Only their sum has to be likely: what sets one right candidate apart from another right one has no weight."""
    weights = fit([choice({"x": 1}, {"y": 1}, NOBODY, right="++-")] * 5, 1.0)
    assert weights["x"] == pytest.approx(weights["y"], abs=1e-4)
    assert weights["x"] > 0 > weights["nobody"]


def test_what_contradicts_itself_has_no_weight() -> None:
    one = [choice({"x": 1}, {}, right="+-"), choice({"x": 1}, {}, right="-+")]
    assert fit(one, 1.0)["x"] == pytest.approx(0, abs=1e-4)


def test_large_values_are_no_overflow() -> None:
    weights = fit([choice({"x": 5000.0}, {}, right="+-"), choice({"y": 5000.0}, {}, right="-+")], 0.3)
    assert all(math.isfinite(weight) for weight in weights.values())
    assert weights["x"] > 0 > weights["y"]


def test_nothing_to_fit() -> None:
    assert fit([], 1.0) == {}
    assert share_right([], {}) == 0
    assert cross_validated([], 1.0) == 0


@pytest.mark.parametrize(
    ("weights", "share"),
    [
        ({"near": 1}, 2 / 3),
        ({"near": 1, "nobody": 0.5}, 1),
        ({"far": 1}, 0),
        ({"nobody": 9}, 1 / 3),
        ({"something else": 9}, 1 / 3),
    ],
    ids=["near", "near-or-nobody", "far", "nobody", "first-of-equals"],
)
def test_the_share_whose_likeliest_is_right(weights: dict[str, float], share: float) -> None:
    assert share_right(MADE, weights) == pytest.approx(share)


def test_cross_validation_is_over_articles_left_out() -> None:
    """What holds within one article only is learnt, but helps with no other."""
    own = [
        choice({article: 1}, NOBODY, right="-+" if article in "aceg" else "+-", article=article)
        for article in "abcdefgh"
    ]
    assert share_right(own, fit(own, 0.1)) == 1
    assert cross_validated(own, 0.1) < 1
    assert cross_validated(MADE, 1.0) == 1


def test_cross_validation_weighs_choices_and_not_folds() -> None:
    """Eleven choices like each other in two articles, and three that are the other way round in a third."""
    many = [choice(NEAR, FAR, right="+-", article=article) for article in "aaaaaabbbbb"]
    odd = [choice(NEAR, FAR, right="-+", article="c") for _ in range(3)]
    assert cross_validated(many + odd, 1.0) == pytest.approx(11 / 14)


def test_an_article_is_left_out_whole() -> None:
    """More articles than folds: nothing of the ninth is left where the first is tested with it."""
    pairs = [
        choice({f"{number // 2}": 1}, {}, right="+-", article=f"{number % 2}-{number // 2}") for number in range(16)
    ]
    assert cross_validated(pairs, 1.0) == 1
    flipped = [choice({"x": 1}, {}, right="+-" if number % 8 else "-+", article=f"{number:02}") for number in range(16)]
    assert cross_validated(flipped, 1.0) == pytest.approx(14 / 16)


def test_weights_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    path, weights = tmp_path / "m.yaml", fit(MADE, 1.0)
    write_weights(path, weights, "a test")
    read = yaml.safe_load(path.read_text("utf-8"))
    assert read == {
        "antecedent_model": {name: round(weight, 3) for name, weight in weights.items() if round(weight, 3)}
    }
    assert share_right(MADE, read["antecedent_model"]) == 1


def test_weights_are_written_sorted_with_a_feature_a_line(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    weights = {"b: #1": -2.0, "ü ?": 1.23456, 'a "': 0.5, "none": 0.0, "small": -0.0004, "null": 3.0, "kind no": 1}
    write_weights(path, weights, "make weights")
    assert path.read_bytes().decode().split("\n") == [
        "# Weights of what speaks for and against somebody being meant.", "# Written by: make weights", "antecedent_model:",
        '  "a \\"": 0.5', '  "b: #1": -2.0', '  "kind no": 1', '  "null": 3.0', '  "ü ?": 1.235', "",
    ]  # fmt: skip
    told: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))["antecedent_model"]
    assert told == {"b: #1": -2.0, "ü ?": 1.235, 'a "': 0.5, "null": 3.0, "kind no": 1}


def test_weights_that_are_all_nothing_are_an_empty_mapping(tmp_path: Path) -> None:
    write_weights(tmp_path / "m.yaml", {"a": 0.0001}, "a test")
    assert yaml.safe_load((tmp_path / "m.yaml").read_text("utf-8")) == {"antecedent_model": {}}


def gold_with(*speakers: str) -> Gold:
    """Return gold of `TEXT` with the speakers of its claims."""
    claims = tuple(
        GoldClaim(str(number), form="indirect", act="assert", speaker=speaker, spans=[place(TEXT, words)])
        for number, (speaker, words) in enumerate(zip(speakers, (FIRST, SECOND), strict=False), 1)
    )
    return Gold(Article(text=TEXT), "report", (GoldEntity("PER", *place(TEXT, "Ute Keller")),), claims)


def test_choices_of_an_article(extractor: Extractor) -> None:
    """One for each matched claim that wants a speaker; the person named is right, and nobody is not."""
    noun, pronoun = choices_of("a", gold_with("Ute Keller", "Ute Keller"), extractor)
    assert (noun.article, pronoun.article) == ("a", "a")
    assert any(name.startswith("nominal nobody") for name in noun.features[-1])
    assert any(name.startswith("pronoun nobody") for name in pronoun.features[-1])
    for one in (noun, pronoun):
        assert len(one.right) == len(one.features)
        assert [("nominal PER" in each or "pronoun PER" in each) for each in one.features] == one.right
    assert pronoun.features[0]["pronoun speaks"] == 1, "she has said something before"
    assert noun.features[0]["nominal speaks"] == 0


@pytest.mark.parametrize(
    ("speakers", "right"),
    [
        (("Ute Keller", ""), [True, False, False, True]),
        (("Ministerin", "Ute Keller"), [False, True, True, False]),
        (("Ute Keller",), [True, False]),
        (("Max Sommer", "Ute Keller"), [True, False]),
        ((), []),
    ],
    ids=["unknown", "noun-phrase", "not-in-gold", "somebody-else", "none"],
)
def test_who_is_right(extractor: Extractor, speakers: tuple[str, ...], right: list[bool]) -> None:
    """An unknown speaker is nobody, and so is the noun phrase itself; a choice without a right one teaches nothing."""
    choices = choices_of("a", gold_with(*speakers), extractor)
    people = [
        (is_right, one.right[-1])
        for one in choices
        for each, is_right in zip(one.features, one.right, strict=True)
        if "nominal PER" in each or "pronoun PER" in each
    ]
    assert [sign for pair in people for sign in pair] == right
