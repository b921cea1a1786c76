"""What each rule of names is worth: the scores on gold articles with one rule left out at a time.

python -m articlekit.learn.ablate corpus/dev
"""

import argparse
import json
from pathlib import Path

from articlekit.extractor import Extractor
from articlekit.learn.evaluate import evaluate_gold
from articlekit.recognise import COMPONENTS
from articlekit.recognise.entities import RULES
from articlekit.sections import LABELS

NAMES = "articlekit_entities"
KEYS = ("all", *LABELS)


def rule_scores(path: Path, *, model: str | None = None) -> dict[str, dict[str, float]]:
    """Return strict F1 of names by category: with all rules, without any, and without each one.

    Args:
        path: the gold file or folder.
        model: name or path of a German pipeline; the embedded one by default.

    Raises:
        GoldError: when there is no gold or it breaks the format.
    """
    extractor = Extractor(model=model)
    after = COMPONENTS[COMPONENTS.index(NAMES) - 1]
    variants = {"all rules": [], "no rule": list(RULES)} | {f"without {rule}": [rule] for rule in RULES}
    scores: dict[str, dict[str, float]] = {}
    for title, without in variants.items():
        extractor.nlp.remove_pipe(NAMES)
        extractor.nlp.add_pipe(NAMES, after=after, config={"without": without})
        strict = evaluate_gold(path, extractor).total.strict
        scores[title] = {key: round(strict[key].f1, 4) for key in KEYS}
    return scores


def main() -> None:
    """Write the scores as JSON."""
    parser = argparse.ArgumentParser(description="Score names with one rule left out at a time.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path("training/metrics/rules.json"))
    options = parser.parse_args()
    record = {options.gold.as_posix(): rule_scores(options.gold)}
    options.output.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
