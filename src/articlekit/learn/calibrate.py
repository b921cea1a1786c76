"""The confidence of a claim: the precision of the rule that found it, measured on gold articles.

python -m articlekit.learn.calibrate corpus/train
"""

import argparse
from collections import Counter
from pathlib import Path

import yaml

from articlekit.learn.counts import assign
from articlekit.learn.evaluate import Extracts, read_corpus
from articlekit.learn.score import MATCH, characters

TARGET = Path(__file__).parents[1] / "recognise" / "lexicons" / "confidence.yaml"
DEFAULT = "default"
HEADER = """\
# Precision of each claim rule on the training split of the corpus, with one right and one wrong claim added to each.
# Written by: python -m articlekit.learn.calibrate corpus/train
"""


def rule_precision(path: Path, extractor: Extracts) -> dict[str, float]:
    """Return the precision of each claim rule on gold articles, sorted by rule; first, as `default`, that of all.

    A rule seen once would be always or never right, so each has one right and one wrong claim added.

    Raises:
        GoldError: when there is no gold or it breaks the format.
    """
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for gold in read_corpus(path).values():
        text, claims = gold.article.text, extractor.extract(gold.article).claims
        mine = [characters(text, [(span.start, span.end) for span in claim.spans]) for claim in claims]
        theirs = [characters(text, claim.spans) for claim in gold.claims]
        found.update(claim.rule for claim in claims)
        right.update(claims[one].rule for one, _, _ in assign(mine, theirs, least=MATCH))
    overall = {DEFAULT: _smoothed(right.total(), found.total())}
    return overall | {rule: _smoothed(right[rule], found[rule]) for rule in sorted(found)}


def write_precision(precision: dict[str, float], path: Path = TARGET) -> None:
    """Write the precisions as the lexicon that gives claims their confidence."""
    body = yaml.safe_dump({"rule_precision": precision}, sort_keys=False, allow_unicode=True)
    path.write_text(HEADER + body, encoding="utf-8", newline="\n")


def _smoothed(right: int, found: int) -> float:
    return round((right + 1) / (found + 2), 2)


def main() -> None:
    """Measure on the gold named on the command line and write the lexicon."""
    from articlekit.extractor import Extractor  # noqa: PLC0415  --help does not wait for spaCy

    parser = argparse.ArgumentParser(description="Measure the precision of each claim rule and write its confidence.")
    parser.add_argument("gold", type=Path, help="a folder of gold articles")
    parser.add_argument("--model", help="any installed German spaCy pipeline")
    parser.add_argument("-o", "--output", type=Path, default=TARGET, help="the lexicon to write")
    options = parser.parse_args()
    write_precision(rule_precision(options.gold, Extractor(model=options.model)), options.output)


if __name__ == "__main__":
    main()
