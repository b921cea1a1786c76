"""Fits the linear models of acts, of author's claims and of opinion pieces, and writes their weights as lexicons.

python -m articlekit.learn.weights corpus/train

Multinomial logistic regression with L2 regularisation (scikit-learn), C chosen by cross-validation over articles on the
training split. Needs the dependency group `train`.
"""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from articlekit.learn.counts import assign, dice
from articlekit.learn.evaluate import read_corpus
from articlekit.learn.gold import OPINION_GENRE, Gold
from articlekit.learn.score import MATCH, characters
from articlekit.recognise.author.component import OPINION, OWN, own_claim
from articlekit.recognise.author.features import article_features, sentences_of
from articlekit.recognise.claims.acts import NEUTRAL, ActModel
from articlekit.recognise.claims.frame import get_claims
from articlekit.recognise.evaluation import Markers
from articlekit.recognise.lexicon import load_lexicons
from articlekit.recognise.linear import Features, LinearModel
from articlekit.recognise.pipeline import load_pipeline
from articlekit.recognise.view import View

FOLDER = Path(__file__).parents[1] / "recognise" / "lexicons"
STRENGTHS = (0.03, 0.1, 0.3, 1.0, 3.0)
"""Values of C that are tried."""
FOLDS = 8
DIGITS = 3
OTHER = "other"
INTERVIEWS = "interview"
"""Told by their form, not by the model."""


@dataclass(slots=True)
class Examples:
    """Features, classes, and the article of each example, which keeps articles together in cross-validation."""

    features: list[Features] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)

    def add(self, features: Features, name: str, article: str) -> None:
        """Add one example."""
        self.features.append(features)
        self.classes.append(name)
        self.articles.append(article)


def act_examples(corpus: dict[str, Gold], docs: dict[str, Doc]) -> Examples:
    """Return the claims with a neutral cue that match gold, and authors' sentences, with their acts."""
    model = ActModel(load_lexicons())
    examples = Examples()
    for name, gold in corpus.items():
        doc, text = docs[name], gold.article.text
        view, frames = View(doc), get_claims(doc)
        mine = [characters(text, [_offsets(doc, piece) for piece in frame.pieces]) for frame in frames]
        theirs = [characters(text, claim.spans) for claim in gold.claims]
        for one, other, _ in assign(mine, theirs, least=MATCH):
            if frames[one].cue_act == NEUTRAL:
                examples.add(model.features(view, frames[one]), gold.claims[other].act, name)
        for claim in gold.author_claims or ():
            span = doc.char_span(claim.start, claim.end, alignment_mode="expand")
            if span is not None:
                examples.add(model.features(view, own_claim(span.start, span.end)), claim.act, name)
    return examples


def own_examples(corpus: dict[str, Gold], docs: dict[str, Doc], markers: Markers) -> Examples:
    """Return the sentences of annotated opinion pieces: an author's claim or not."""
    examples = Examples()
    for name, gold in corpus.items():
        if gold.author_claims:
            view, text = View(docs[name]), gold.article.text
            theirs = [characters(text, [(claim.start, claim.end)]) for claim in gold.author_claims]
            for sentence in sentences_of(view, _covered(docs[name]), markers):
                mine = characters(text, [_offsets(docs[name], (sentence.start, sentence.end))])
                is_own = any(dice(mine, other) >= MATCH for other in theirs)
                examples.add(sentence.features, OWN if is_own else OTHER, name)
    return examples


def article_examples(corpus: dict[str, Gold], docs: dict[str, Doc], markers: Markers, own: LinearModel) -> Examples:
    """Return the articles: opinion pieces or reports."""
    examples = Examples()
    for name, gold in corpus.items():
        view = View(docs[name])
        sentences = sentences_of(view, _covered(docs[name]), markers)
        chances = [own.probabilities(sentence.features)[OWN] for sentence in sentences]
        if gold.genre == INTERVIEWS:
            continue
        kind = OPINION if gold.genre == OPINION_GENRE else OTHER
        examples.add(article_features(view, sentences, chances), kind, name)
    return examples


def fit(examples: Examples, *, balanced: bool = False) -> tuple[dict[str, Any], float]:
    """Return a model's data for `LinearModel`, and its accuracy in cross-validation over articles."""
    import numpy as np  # noqa: PLC0415  --help does not wait for it
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.model_selection import GroupKFold, cross_val_score  # noqa: PLC0415
    from sklearn.pipeline import make_pipeline  # noqa: PLC0415

    def make(strength: float) -> Any:
        return LogisticRegression(C=strength, max_iter=5000, class_weight="balanced" if balanced else None)

    folds = GroupKFold(min(FOLDS, len(set(examples.articles))))
    scores = {
        strength: cross_val_score(
            make_pipeline(DictVectorizer(), make(strength)),
            examples.features,
            examples.classes,
            groups=examples.articles,
            cv=folds,
        ).mean()
        for strength in STRENGTHS
    }
    best = max(scores, key=lambda strength: scores[strength])
    vectorizer, model = DictVectorizer(), make(best)
    model.fit(vectorizer.fit_transform(examples.features), examples.classes)
    weights, bias = model.coef_, model.intercept_
    if len(model.classes_) == 2:
        weights, bias = np.vstack([-weights / 2, weights / 2]), np.array([-bias[0] / 2, bias[0] / 2])
    data = {
        "classes": [str(name) for name in model.classes_],
        "bias": [round(float(value), DIGITS) for value in bias],
        "weights": {
            str(name): [round(float(value), DIGITS) for value in column]
            for name, column in zip(vectorizer.get_feature_names_out(), weights.T, strict=True)
        },
    }
    return data, float(scores[best])


def write_models(path: Path, models: dict[str, dict[str, Any]], command: str) -> None:
    """Write models as a lexicon, a feature a line."""
    lines = ["# Weights of linear models over features, one for each class.", f"# Written by: {command}"]
    for name, data in models.items():
        lines += [f"{name}:", f"  classes: {_quoted(data['classes'])}", f"  bias: {data['bias']}", "  weights:"]
        lines += [f"    {_quoted(feature)}: {weights}" for feature, weights in sorted(data["weights"].items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _quoted(value: str | list[str]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _offsets(doc: Doc, piece: tuple[int, int]) -> tuple[int, int]:
    span = doc[piece[0] : piece[1]]
    return span.start_char, span.end_char


def _covered(doc: Doc) -> set[int]:
    return {index for claim in get_claims(doc) for start, end in claim.pieces for index in range(start, end)}


def _recognised(nlp: Language, corpus: dict[str, Gold]) -> Iterable[tuple[str, Doc]]:
    for name, gold in corpus.items():
        yield name, nlp(gold.article.text)


def main() -> None:
    """Fit all models and write their weights beside the other lexicons."""
    parser = argparse.ArgumentParser(description="Fit the linear models of acts and author's claims.")
    parser.add_argument("gold", type=Path, help="the training split")
    options = parser.parse_args()
    command = f"python -m articlekit.learn.weights {options.gold}"
    nlp = load_pipeline()
    corpus = read_corpus(options.gold)
    docs = dict(_recognised(nlp, corpus))
    markers = Markers(load_lexicons())
    acts, accuracy = fit(act_examples(corpus, docs))
    sys.stdout.write(f"acts: {accuracy:.3f} in cross-validation\n")
    write_models(FOLDER / "act_model.yaml", {"act_model": acts}, command)
    own, accuracy = fit(own_examples(corpus, docs, markers))
    sys.stdout.write(f"author's claims: {accuracy:.3f}\n")
    opinion, accuracy = fit(article_examples(corpus, docs, markers, LinearModel(own)), balanced=True)
    sys.stdout.write(f"opinion pieces: {accuracy:.3f}\n")
    write_models(FOLDER / "author_model.yaml", {"author_model": own, "opinion_model": opinion}, command)


if __name__ == "__main__":
    main()
