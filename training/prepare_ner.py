"""Name corpora and the project's own articles to the DocBins that the name finder learns from."""

import random
import shutil
import sys
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from sources.conll_names import read_bundestag, read_court_rulings, read_germeval, read_wikiner, reviewed_kinds
from sources.gold import article_doc, read_articles
from sources.made_names import made_names
from sources.names import name_docs
from sources.smartdata import common_nouns, read_smartdata
from sources.variants import name_pools, sentence_variants, variant

SEED = 20
GOLD_REPEATED = 3
GOLD_VARIANTS = 7
GERMEVAL_REPEATED = 2
NOT_FOR_BOTH = frozenset({"wikiner"})
"""Only one of the two finders, whose average is the result, learns from these sources."""
GERMEVAL_VARIANTS = 2
NAMES = Path(__file__).parent / "names.yaml"
OTHER_NAMES = Path(__file__).parent / "other_names.yaml"


def main(data: Path, corpus: Path, build: Path, *more: Path) -> None:
    """Write a file for each source into names/ or names/core/ in `build`, and two development sets.

    Args:
        data: the data folder.
        corpus: the folder of the gold articles.
        build: where to write.
        more: further folders of gold articles.
    """
    nlp = spacy.blank("de")
    rng = random.Random(SEED)  # noqa: S311  chance, not secrecy
    ner = data / "ner"
    kinds = reviewed_kinds(OTHER_NAMES)
    germeval = list(read_germeval(ner / "germeval2014-train.tsv", kinds))
    train: dict[str, list[Doc]] = {
        "germeval": list(name_docs(nlp.vocab, germeval, rng)) * GERMEVAL_REPEATED,
        "wikiner": list(name_docs(nlp.vocab, read_wikiner(ner / "wikiner-sample.tsv.bz2", kinds), rng)),
        "bundestag": [
            doc
            for path in sorted(ner.glob("bundestag-*.conll"))
            for doc in name_docs(nlp.vocab, read_bundestag(path, kinds), rng)
        ],
        "rulings": [
            doc
            for path in sorted(ner.glob("ler-court-rulings-*.conll.xz"))
            for doc in name_docs(nlp.vocab, read_court_rulings(path), rng)
        ],
        "smartdata": list(
            read_smartdata(
                ner / "smartdata-v1-train.json.gz",
                nlp,
                common_nouns(data / "lexicon" / "german-pos-dict.cfsa2"),
            )
        ),
    }
    articles = [gold for folder in (corpus / "train", *more) for gold in read_articles(folder)]
    made = made_names(NAMES, rng)
    pools = name_pools(
        articles, train["germeval"] + train["smartdata"], data / "lexicon" / "tech-conferences.tsv", made
    )
    train["articles"] = [article_doc(gold, nlp) for gold in articles] * GOLD_REPEATED
    train["variants"] = [article_doc(variant(gold, pools, rng), nlp) for _ in range(GOLD_VARIANTS) for gold in articles]
    train["germeval_variants"] = [
        doc
        for _ in range(GERMEVAL_VARIANTS)
        for doc in name_docs(nlp.vocab, sentence_variants(germeval, pools, rng), rng)
    ]
    for source, docs in train.items():
        print(f"{source}: {len(docs)} documents, {sum(map(len, docs))} tokens, {sum(len(d.ents) for d in docs)} names")
    names = build / "names"
    shutil.rmtree(names, ignore_errors=True)
    (names / "core").mkdir(parents=True)
    for source, docs in train.items():
        DocBin(docs=docs).to_disk(names / ("" if source in NOT_FOR_BOTH else "core") / f"{source}.spacy")
    dev = {
        "germeval": name_docs(nlp.vocab, read_germeval(ner / "germeval2014-dev.tsv", {}), rng, size=1),
        "articles": (article_doc(gold, nlp) for gold in read_articles(corpus / "dev")),
    }
    for source, held_out in dev.items():
        DocBin(docs=held_out).to_disk(build / f"ner_dev_{source}.spacy")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]), *(Path("..", folder) for folder in sys.argv[4:]))
