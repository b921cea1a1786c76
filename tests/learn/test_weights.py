"""What is fitted is what the linear model reads back, and nothing is lost on the way through the lexicon."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from articlekit.learn.weights import STRENGTHS, Examples, fit, write_models
from articlekit.recognise.linear import Features, LinearModel

TWO: dict[str, list[Features]] = {
    "own": [{"muss": 1}, {"muss": 2, "length": 0.5}, {"muss": 1, "length": 0.2}],
    "other": [{"sagte": 1}, {"sagte": 1, "length": 0.5}, {"sagte": 2, "length": 0.2}],
}
THREE = TWO | {"ask": [{"word ?": 1}, {"word ?": 1, "length": 0.4}, {"word ?": 2, "length": 0.1}]}
MODELS = {
    "act_model": {"classes": ["ask", "warn"], "bias": [0.5, -0.5], "weights": {'word "': [1.0, -1.0], "a": [0.0, 2.0]}},
    "opinion_model": {"classes": ["no"], "bias": [-1.25], "weights": {"form: free": [0.001], "# 1": [-3.5]}},
}


def examples_of(table: dict[str, list[Features]]) -> Examples:
    """Return examples of three articles, each with one of every class."""
    examples = Examples()
    for name, rows in table.items():
        for article, features in enumerate(rows):
            examples.add(features, name, str(article))
    return examples


def fitted(table: dict[str, list[Features]], **options: bool) -> tuple[dict[str, Any], float]:
    pytest.importorskip("sklearn")
    return fit(examples_of(table), **options)


@pytest.mark.parametrize("table", [TWO, THREE], ids=["two classes", "three classes"])
def test_fitted_model_is_read_back_and_tells_the_classes_apart(
    tmp_path: Path, table: dict[str, list[Features]]
) -> None:
    data, accuracy = fitted(table)
    write_models(tmp_path / "m.yaml", {"act_model": data}, "a test")
    read = yaml.safe_load((tmp_path / "m.yaml").read_text("utf-8"))
    assert read == {"act_model": data}
    model = LinearModel(read["act_model"])
    examples = examples_of(table)
    assert [model.best(features) for features in examples.features] == examples.classes
    assert accuracy == 1
    assert set(model.classes) == set(table)


@pytest.mark.parametrize("table", [TWO, THREE], ids=["two classes", "three classes"])
def test_probabilities_are_those_of_the_regression(table: dict[str, list[Features]]) -> None:
    """Where all strengths do as well, it is the first that is tried; two classes share one row of weights."""
    data, _ = fitted(table)
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    examples, vectorizer = examples_of(table), DictVectorizer()
    regression = LogisticRegression(C=STRENGTHS[0])
    regression.fit(vectorizer.fit_transform(examples.features), examples.classes)
    for features in examples.features:
        wanted = regression.predict_proba(vectorizer.transform([features]))[0]
        found = LinearModel(data).probabilities(features)
        assert found == pytest.approx(dict(zip(regression.classes_, wanted, strict=True)), abs=0.002)


UNEVEN: dict[str, list[Features]] = {"other": [{"a": 1}] * 9, "own": [{"b": 1}] * 3}


@pytest.mark.parametrize(("balanced", "least", "most"), [(False, 0.6, 0.9), (True, 0.48, 0.52)])
def test_balanced_classes_weigh_the_same(balanced: bool, least: float, most: float) -> None:
    """Of what the model knows nothing about, a class with more examples is likelier otherwise."""
    data, _ = fitted(UNEVEN, balanced=balanced)
    assert least <= LinearModel(data).probabilities({})["other"] <= most


def test_strength_is_the_one_that_does_best() -> None:
    """The least of them knows the larger class only."""
    data, accuracy = fitted(UNEVEN)
    assert accuracy == 1
    assert LinearModel(data).best({"b": 1}) == "own"


def test_accuracy_is_that_on_articles_left_out() -> None:
    """What is the same within an article and told by nothing else is learnt, but helps with no other article."""
    pytest.importorskip("sklearn")
    examples = Examples()
    for article in "abcdef":
        for name in ("own", "other"):
            examples.add({f"{article} {name}": 1}, name, article)
    data, accuracy = fit(examples)
    assert LinearModel(data).best({"a own": 1}) == "own"
    assert accuracy == 0.5


def test_models_are_written_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    write_models(path, MODELS, "make weights")
    text = path.read_text("utf-8")
    assert yaml.safe_load(text) == MODELS
    assert "# Written by: make weights\n" in text


def test_models_are_written_with_a_feature_a_line_and_sorted(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    write_models(path, MODELS, "make weights")
    lines = path.read_bytes().decode().split("\n")
    assert [line for line in lines if line.startswith("    ")] == [
        '    "a": [0.0, 2.0]',
        '    "word \\"": [1.0, -1.0]',
        '    "# 1": [-3.5]',
        '    "form: free": [0.001]',
    ]
