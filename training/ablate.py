"""What each source and each device of the name finder is worth: short trainings with one of them left out.

All are trained from the same seed for the same number of steps, fewer than the shipped pipeline's, and scored without
articlekit's rules. Names go to metrics/ablation.json, from where they come into docs/accuracy.md.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import spacy

from evaluate import ALL, SHARED, name_scores

STEPS = 600
CONFIG = "../configs/train_ner.cfg"
PLAIN_EMBED = {
    "@architectures": "spacy.MultiHashEmbed.v2",
    "width": 96,
    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
    "rows": [5000, 1000, 2500, 2500],
    "include_static_vectors": True,
}
SOURCES = {
    "variants": "variants of the articles with other names",
    "germeval_variants": "variants of GermEval with other names",
    "rulings": "court rulings",
    "smartdata": "SmartData",
    "bundestag": "old protocols of the Bundestag",
    "wikiner": "WikiNER",
}


def train(folder: Path, config: str, names: Path, build: Path, init: Path | None) -> Path:
    """Train and return the folder of the best pipeline."""
    command = [
        sys.executable, "-m", "spacy", "train", config, "--output", str(folder),
        "--paths.train", str(names), "--paths.dev", str(build / "ner_dev_articles.spacy"),
        "--paths.vectors", str(build / "vectors"), "--training.max_steps", str(STEPS),
    ]  # fmt: skip
    if init:
        command += ["--paths.init_tok2vec", str(init)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  our own command
    return folder / "model-best"


def without(build: Path, source: str | None) -> Path:
    """Return a folder of links to the training data of all other sources."""
    folder = build / "ablation" / "names"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in sorted((build / "names").rglob("*.spacy")):
        if path.stem != source:
            (folder / path.name).symlink_to(path.resolve())
    return folder


def plain_config(build: Path) -> str:
    """Write the configuration with spaCy's usual features only, and return its path."""
    config = spacy.util.load_config(CONFIG, interpolate=False)
    config["components"]["tok2vec"]["model"]["embed"] = PLAIN_EMBED
    path = build / "ablation" / "plain.cfg"
    config.to_disk(path)
    return str(path)


def main(build: Path, metrics: Path) -> None:
    """Train all variants, one after the other, and write the scores after each."""
    init = build / "tok2vec.bin"
    scores: dict[str, dict[str, float]] = {}
    variants: dict[str, tuple[str, str | None, Path | None]] = {
        "everything": (CONFIG, None, init),
        **{f"without {title}": (CONFIG, source, init) for source, title in SOURCES.items()},
        "started from the pretrained layer, not from that of syntax": (
            CONFIG,
            None,
            build / "pretrain" / "model-last.bin",
        ),
        "without any start": (CONFIG, None, None),
    }
    for title, (config, source, start) in variants.items():
        scores[title] = measured(
            train(build / "ablation" / "model", config, without(build, source), build, start), build
        )
        write(metrics, scores)
    config = plain_config(build)
    title = "without any start and word classes"
    scores[title] = measured(train(build / "ablation" / "model", config, without(build, None), build, None), build)
    write(metrics, scores)


def measured(model: Path, build: Path) -> dict[str, float]:
    """Return F1 on the articles by kind and on GermEval's development set."""
    nlp = spacy.load(model)
    articles = name_scores(nlp, build / "ner_dev_articles.spacy", ALL)
    germeval = name_scores(nlp, build / "ner_dev_germeval.spacy", SHARED)
    return {**{kind: scores["f"] for kind, scores in articles.items()}, "germeval": germeval["all"]["f"]}


def write(metrics: Path, scores: dict[str, dict[str, float]]) -> None:
    """Write the scores so far."""
    path = metrics / "ablation.json"
    path.write_text(
        json.dumps({"steps": STEPS, "variants": scores}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:3]))
