"""A folder of articles made from a seed: nested, of all formats, of equal names, some of them broken."""

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.faults.broken import KINDS
from tests.faults.texts import german_text

FOLDERS = ("", "2024", "2025", "2025/mai", "quelle eins/tief/er")
STEMS = ("bericht", "Übersicht", "meldung.neu", "a")


@dataclass(frozen=True)
class Broken:
    """A file that is not, or not wholly, an article."""

    kind: str
    path: str
    """Below the folder, without its suffix."""
    problems: int


def make_folder(folder: Path, *, articles: int, broken: int, seed: int) -> list[Broken]:
    """Write files with `articles` articles in all, `broken` files among them; return the broken ones."""
    rng = Random(seed)  # noqa: S311
    folder.mkdir(parents=True)
    made = []
    for number in range(broken):
        kind = list(KINDS)[number % len(KINDS)]
        path = folder / rng.choice(FOLDERS) / f"{kind}-{number}"
        path.parent.mkdir(parents=True, exist_ok=True)
        problems = KINDS[kind](path, rng, number // len(KINDS))
        made.append(Broken(kind, path.relative_to(folder).as_posix(), problems))
    left = articles - broken
    while left > 0:
        left -= _write_some(folder, rng, left)
    return made


def _write_some(folder: Path, rng: Random, most: int) -> int:
    """Write a file with one article or several; return how many."""
    suffix = rng.choices((".txt", ".md", ".json", ".jsonl"), (5, 3, 2, 2))[0]
    path = folder / rng.choice(FOLDERS) / f"{rng.choice(STEMS)}{rng.randint(1, 40)}{suffix}"
    if path.exists():
        return 0
    path.parent.mkdir(parents=True, exist_ok=True)
    count = min(most, rng.randint(2, 5)) if suffix == ".jsonl" or (suffix == ".json" and rng.random() < 0.5) else 1
    records = [{"text": german_text(rng), "title": f"Nummer {number}"} for number in range(count)]
    if suffix == ".jsonl":
        text = "".join(json.dumps(record) + "\n" for record in records)
    elif suffix == ".json":
        text = json.dumps(records if count > 1 else records[0])
    else:
        text = ("---\ntitle: Vorne\n---\n" if suffix == ".md" else "") + records[0]["text"]
    path.write_text(text, "utf-8")
    return count
