"""One pipeline of the two trained ones, with its description and no strings that it does not need."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from sources.tokenizer import complete_tokenizer

VECTORS_STORED_AS = "float16"
"""Half the space; the embedding layer widens them when it first reads them."""
ABBREVIATIONS = Path(__file__).parent / "abbreviations.yaml"
DESCRIPTION = (
    "German pipeline for technology-policy news: STTS tags, morphology, Universal Dependencies, lemmas and "
    "six kinds of names (PER, ORG, LOC, EVT, TEC, LAW)."
)
SOURCES = [
    ("UD German GSD 2 (dev, test)", "https://universaldependencies.org/treebanks/de_gsd", "CC BY-SA 4.0"),
    ("UD German HDT (parts)", "https://universaldependencies.org/treebanks/de_hdt", "CC BY-SA 4.0"),
    ("UD German PUD", "https://universaldependencies.org/treebanks/de_pud", "CC BY-SA 3.0"),
    ("EmpiriST corpus, web half", "https://sites.google.com/site/empirist2015", "CC BY-SA 4.0"),
    ("GermEval 2014 NER (train)", "https://sites.google.com/site/germeval2014ner", "CC BY 4.0"),
    ("WikiNER (German sample)", "https://figshare.com/articles/dataset/5462500", "CC BY 4.0"),
    ("DFKI SmartData v1 (train)", "https://github.com/DFKI-NLP/smartdata-corpus", "CC BY 4.0"),
    ("Bundestag protocols with names (01143, 09036)", "", "Apache-2.0"),
    ("Legal Entity Recognition (dev, test)", "https://github.com/elenanereiss/Legal-Entity-Recognition", "CC BY 4.0"),
    ("articlekit gold articles (train)", "", "CC-BY-SA-4.0"),
    ("German POS dictionary (Morphy, LanguageTool)", "https://github.com/languagetool-org/german-pos-dict", "CC BY-SA 4.0"),
    ("First names given in Berlin (LABO Berlin)", "https://daten.berlin.de", "CC BY 3.0 DE"),
    ("Names of technology conferences", "https://github.com/tech-conferences/conference-data", "MIT"),
    ("Protocols of the German Bundestag", "https://www.bundestag.de/services/opendata", "public domain"),
    ("Civic-technology blogs (Open Knowledge Foundation Deutschland and others)", "", "CC BY 3.0 DE, CC BY 4.0"),
    ("NTREX news sentences", "https://github.com/MicrosoftTranslator/NTREX", "CC BY-SA 4.0"),
]  # fmt: skip
META = {
    "lang": "de",
    "name": "policy_news",
    "version": "0.1.0",
    "description": DESCRIPTION,
    "author": "articlekit",
    "license": "CC-BY-SA-4.0",
    "spacy_version": ">=3.8.0,<4.0.0",
}


def main(syntax: Path, names: Path, target: Path) -> None:
    """Write the joined pipeline to `target`."""
    nlp = spacy.load(syntax)
    finder = spacy.load(names)
    finder.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=finder)
    complete_tokenizer(nlp, ABBREVIATIONS)
    nlp.meta.update(META)
    nlp.meta["sources"] = [{"name": name, "url": url, "license": terms} for name, url, terms in SOURCES]
    nlp.meta["performance"] = {}
    for section in ("paths", "corpora", "training", "pretraining"):
        nlp.config.pop(section, None)
    nlp.config["initialize"] |= {"vectors": None, "init_tok2vec": None}
    nlp.vocab.vectors.data = nlp.vocab.vectors.data.astype(VECTORS_STORED_AS)
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target)
    strings = sorted(set(needed_strings(nlp)))
    text = json.dumps(strings, ensure_ascii=False, indent=0)
    (target / "vocab" / "strings.json").write_text(text, encoding="utf-8")
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    print(f"{len(nlp.vocab.strings)} strings cut to {len(strings)}; {size / 1e6:.1f} MB")


def needed_strings(nlp: Language) -> Iterator[str]:
    """Yield the labels of the pipeline and the parts of the lemmatizer's edits."""
    yield from ("ROOT", "_SP", "SPACE", "dep")
    for name in nlp.pipe_names:
        pipe: Any = nlp.get_pipe(name)
        for label in getattr(pipe, "labels", ()):
            if isinstance(label, str):
                yield label
                yield from label.split("|")
                yield from label.replace("=", "|").split("|")
        trees = getattr(pipe, "trees", ())
        for number in range(len(trees)):
            node = trees[number]
            yield from (nlp.vocab.strings[node[part]] for part in ("orig", "subst") if part in node)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
