"""What claims reach with each dependency scheme: UD as the embedded pipeline parses, TIGER, and no parse at all.

python -m articlekit.learn.schemes corpus/dev

Pipelines that speak TIGER (de_core_news) come from elsewhere; here the embedded parser's trees are turned into that scheme:
finite auxiliaries and copulas become heads of their verbs and predicates, prepositions heads of their nouns, and the
relations get TIGER's names. So the parser is the same, and what differs is the scheme.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.tokens import Doc

from articlekit.extractor import Extractor
from articlekit.learn.evaluate import evaluate_gold
from articlekit.recognise import COMPONENTS
from articlekit.recognise.lexicon import load_lexicons
from articlekit.records import Article, Summary
from articlekit.settings import Settings, config_digest
from articlekit.summarise.build import build_summary
from articlekit.summarise.provenance import describe_origin

TARGET = Path("training/metrics/schemes.json")
FINITE = frozenset({"VAFIN", "VMFIN", "VVFIN"})
TIGER = {
    "nsubj": "sb",
    "nsubj:pass": "sb",
    "obj": "oa",
    "iobj": "da",
    "obl:arg": "da",
    "compound:prt": "svp",
    "mark": "cp",
    "conj": "cj",
    "cc": "cd",
    "acl:relcl": "rc",
    "acl": "rc",
    "ccomp": "oc",
    "xcomp": "oc",
    "appos": "app",
    "flat": "pnc",
    "flat:name": "pnc",
    "punct": "punct",
    "ROOT": "ROOT",
    "nmod": "mnr",
}
"""Names of relations; all others inside noun phrases are nk, and mo elsewhere."""
NOMINAL = frozenset({"det", "det:poss", "amod", "nummod", "case"})
Convert = Callable[[list[int], list[str], list[str]], tuple[list[int], list[str]]]


def to_tiger(heads: list[int], deps: list[str], tags: list[str]) -> tuple[list[int], list[str]]:
    """Return heads and relations of a UD tree in the TIGER scheme; heads are positions, roots their own."""
    heads, deps = list(heads), list(deps)
    for place, dep in enumerate(list(deps)):
        verb = heads[place]
        if dep in {"aux", "aux:pass", "cop"} and tags[place] in FINITE and verb != place:
            _raise(heads, deps, place, verb, "pd" if dep == "cop" else "oc")
            for child, head in enumerate(heads):
                if head == verb and deps[child] in {"nsubj", "nsubj:pass"}:
                    heads[child] = place
        elif dep == "case" and verb != place:
            _raise(heads, deps, place, verb, "nk")
    return heads, [
        TIGER.get(dep, dep if dep in {"oc", "pd", "nk"} else "nk" if dep in NOMINAL else "mo") for dep in deps
    ]


def without_parse(heads: list[int], deps: list[str], tags: list[str]) -> tuple[list[int], list[str]]:  # noqa: ARG001
    """Return a tree that says no more than where sentences are: every token hangs on the root of its sentence."""
    roots = [_root_of(place, heads) for place in range(len(heads))]
    return roots, ["ROOT" if root == place else "dep" for place, root in enumerate(roots)]


def _root_of(place: int, heads: list[int]) -> int:
    while heads[place] != place:
        place = heads[place]
    return place


SCHEMES: dict[str, Convert | None] = {
    "UD": None,
    "TIGER, converted from UD": to_tiger,
    "no parse": without_parse,
}


class Converted:
    """Extracts with the embedded pipeline, its trees converted before articlekit's own components see them."""

    def __init__(self, convert: Convert | None) -> None:
        self._convert = convert
        self._extractor = Extractor(config=Settings(author_claims="all"))
        self._lexicons = load_lexicons()
        self._origin = describe_origin(self._extractor.nlp, config_digest(self._extractor.settings))

    def extract(self, article: Article) -> Summary:
        """Return the summary of an article."""
        doc = self._extractor.nlp.make_doc(article.text)
        for name, component in self._extractor.nlp.pipeline:
            if self._convert and name == COMPONENTS[1]:
                doc = _with_tree(doc, self._convert)
            doc = component(doc)
        return build_summary(article, [doc], self._origin, self._lexicons)


def _raise(heads: list[int], deps: list[str], place: int, below: int, relation: str) -> None:
    heads[place] = place if heads[below] == below else heads[below]
    deps[place] = deps[below]
    heads[below], deps[below] = place, relation


def _with_tree(doc: Doc, convert: Convert) -> Doc:
    heads, deps = convert([token.head.i for token in doc], [token.dep_ for token in doc], [token.tag_ for token in doc])
    strings = doc.vocab.strings
    values: Any = np.array(
        [[(head - place) % 2**64, strings.add(dep)] for place, (head, dep) in enumerate(zip(heads, deps, strict=True))],
        dtype="uint64",
    ).reshape(len(doc), 2)
    converted = doc.copy()
    converted.from_array([HEAD, DEP], values)
    return converted


def main() -> None:
    """Evaluate every scheme on the gold named on the command line and write the scores."""
    parser = argparse.ArgumentParser(description="Measure claims with each dependency scheme.")
    parser.add_argument("gold", type=Path, help="a folder of gold articles")
    parser.add_argument("-o", "--output", type=Path, default=TARGET)
    options = parser.parse_args()
    scores = {}
    for name, convert in SCHEMES.items():
        total = evaluate_gold(options.gold, Converted(convert)).total
        scores[name] = {
            "claims F1": round(total.claims.f1, 4),
            "speaker": round(total.speaker.f1, 4),
            "act": round(total.act.f1, 4),
            "form": round(total.form.f1, 4),
        }
    options.output.write_text(json.dumps({str(options.gold): scores}, indent=2) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
