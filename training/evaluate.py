"""Scores of the assembled pipeline on held-out data, written as sorted JSON and into the pipeline's meta.json."""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

SHARED = ("PER", "ORG", "LOC")
ALL = (*SHARED, "EVT", "TEC", "LAW")
SYNTAX = ("tag_acc", "pos_acc", "morph_acc", "dep_uas", "dep_las", "lemma_acc", "sents_f", "sents_p", "sents_r")


def syntax_scores(nlp: Language, path: Path) -> dict[str, float]:
    """Score tags, morphology, dependencies, lemmas and sentences."""
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in _docs(nlp, path)]
    scores = nlp.evaluate(examples)
    return {name: round(scores[name], 4) for name in SYNTAX}


def name_scores(nlp: Language, path: Path, labels: tuple[str, ...]) -> dict[str, dict[str, float]]:
    """Score names strictly: label, first and last character have to agree."""
    found: Counter[str] = Counter()
    expected: Counter[str] = Counter()
    right: Counter[str] = Counter()
    docs = _docs(nlp, path)
    for gold, guess in zip(docs, nlp.pipe(doc.text for doc in docs), strict=True):
        wanted, given = _names(gold, labels), _names(guess, labels)
        for counter, names in ((expected, wanted), (found, given), (right, wanted & given)):
            counter.update(label for _, _, label in names)
    scores = {label: _prf([label], right, found, expected) for label in labels}
    return {"all": _prf(labels, right, found, expected), **scores}


def speed(nlp: Language, path: Path) -> int:
    """Return the words a second of the whole pipeline."""
    texts = [doc.text for doc in _docs(nlp, path)]
    start = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return round(words / (time.perf_counter() - start))


def _docs(nlp: Language, path: Path) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))


def _names(doc: Doc, labels: tuple[str, ...]) -> set[tuple[int, int, str]]:
    return {(name.start_char, name.end_char, name.label_) for name in doc.ents if name.label_ in labels}


def _prf(labels: Iterable[str], right: Counter[str], found: Counter[str], expected: Counter[str]) -> dict[str, float]:
    hits, guesses, wanted = (sum(counter[label] for label in labels) for counter in (right, found, expected))
    scores = {"p": hits / (guesses or 1), "r": hits / (wanted or 1), "f": 2 * hits / (guesses + wanted or 1)}
    return {**{name: round(score, 4) for name, score in scores.items()}, "names": wanted}


def _write(path: Path, record: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def main(model: Path, build: Path, metrics: Path) -> None:
    """Write syntax.json and ner.json into `metrics`, and the scores into the model's meta.json."""
    nlp = spacy.load(model)
    syntax = {"held_out_gsd_hdt": syntax_scores(nlp, build / "syntax_dev.spacy")}
    names = {
        "germeval2014_dev": name_scores(nlp, build / "ner_dev_germeval.spacy", SHARED),
        "articles_dev": name_scores(nlp, build / "ner_dev_articles.spacy", ALL),
    }
    _write(metrics / "syntax.json", syntax)
    _write(metrics / "ner.json", names)
    meta = model / "meta.json"
    record = json.loads(meta.read_text(encoding="utf-8"))
    record["performance"] = {
        **syntax["held_out_gsd_hdt"],
        **{f"ents_{part}_{source}": names[source]["all"][part] for source in names for part in "prf"},
        "ents_per_type": names["articles_dev"],
    }
    _write(meta, record)
    print(json.dumps({**syntax, **names}, indent=1))
    print(f"{speed(nlp, build / 'ner_dev_articles.spacy')} words a second")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
