"""Fits the linear model of happenings and writes its weights as a lexicon.

python -m articlekit.learn.happening_weights corpus/train

An example is a trigger of the lexicon that does not merely take up another; it tells a happening where a gold happening of
its type has it as a trigger. Needs the dependency group `train`.
"""

import argparse
import sys
from pathlib import Path

from spacy.tokens import Doc

from articlekit.learn.evaluate import read_corpus
from articlekit.learn.gold import Gold
from articlekit.learn.weights import FOLDER, OTHER, Examples, fit, write_models
from articlekit.recognise.happenings.component import TELLS, HappeningsComponent
from articlekit.recognise.lexicon import load_lexicons
from articlekit.recognise.pipeline import load_pipeline
from articlekit.recognise.view import View


def happening_examples(corpus: dict[str, Gold], docs: dict[str, Doc], component: HappeningsComponent) -> Examples:
    """Return the triggers of the articles whose happenings are annotated."""
    examples = Examples()
    for name, gold in corpus.items():
        if gold.happenings is None or gold.happenings.happenings is None:
            continue
        truth = [(one.type, start, end) for one in gold.happenings.happenings for start, end in one.triggers]
        for trigger, features, _, anaphoric in component.examples(View(docs[name])):
            place = docs[name][trigger.token].idx
            tells = any(kind == trigger.sense.type and start <= place < end for kind, start, end in truth)
            if not anaphoric:
                examples.add(features, TELLS if tells else OTHER, name)
    return examples


def main() -> None:
    """Fit the model and write its weights beside the other lexicons."""
    parser = argparse.ArgumentParser(description="Fit the linear model of happenings.")
    parser.add_argument("gold", type=Path, help="the training split")
    options = parser.parse_args()
    nlp = load_pipeline()
    corpus = read_corpus(options.gold)
    docs = {name: nlp(gold.article.text) for name, gold in corpus.items()}
    data, accuracy = fit(happening_examples(corpus, docs, HappeningsComponent(load_lexicons())))
    sys.stdout.write(f"happenings: {accuracy:.3f} in cross-validation\n")
    command = f"python -m articlekit.learn.happening_weights {options.gold}"
    write_models(FOLDER / "happening_model.yaml", {"happening_model": data}, command)


if __name__ == "__main__":
    main()
