"""Names put together from the parts in `names.yaml`, so that no kind is learned from the few names of the articles."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

EACH = 1500
Parts = dict[str, Any]


def made_names(path: Path, rng: random.Random) -> dict[str, list[str]]:
    """Return names by kind, `EACH` of each kind drawn with replacement, in a fixed order."""
    parts: Parts = yaml.safe_load(path.read_text("utf-8"))
    makers: dict[str, Callable[[Parts, random.Random], str]] = {
        "PER": _person,
        "ORG": _organisation,
        "TEC": _technology,
        "EVT": _event,
        "LAW": _law,
        "LOC": _place,
    }
    return {kind: [make(parts, rng) for _ in range(EACH)] for kind, make in makers.items()}


def _person(parts: Parts, rng: random.Random) -> str:
    origin = rng.choice(list(parts["people"].values()))
    first, last = rng.choice(origin["first"]), rng.choice(origin["last"])
    return last if rng.random() < 0.3 else f"{first} {last}"


def _organisation(parts: Parts, rng: random.Random) -> str:
    org = parts["org"]
    shape = rng.random()
    if shape < 0.25:
        return str(rng.choice(org["coined"]))
    if shape < 0.5:
        return f"{rng.choice(org['coined'])} {rng.choice(org['suffix'])}"
    if shape < 0.65:
        return f"{rng.choice(org['civic_opener'])} {rng.choice(org['civic'])}".strip()
    if shape < 0.85:
        return f"{rng.choice(org['body'])} {rng.choice(org['purpose'])}"
    return f"{rng.choice(org['place'])} {rng.choice(org['where'])}"


def _technology(parts: Parts, rng: random.Random) -> str:
    tec = parts["tec"]
    shape = rng.random()
    if shape < 0.45:
        return str(rng.choice(tec["coined"]))
    if shape < 0.8:
        return f"{rng.choice(tec['coined'])} {rng.choice(tec['model'])}"
    return f"{rng.choice(tec['series'])}{rng.choice(['', '-', ' '])}{rng.randrange(1, 30) * rng.choice([1, 10, 100])}"


def _event(parts: Parts, rng: random.Random) -> str:
    evt = parts["evt"]
    name = rng.choice(evt["coined"])
    if rng.random() < 0.5:
        name = f"{rng.choice(evt['opener'])} {name}" if rng.random() < 0.5 else f"{name} {rng.choice(evt['closer'])}"
    return f"{name} {rng.randrange(1996, 2027)}" if rng.random() < 0.4 else str(name)


def _law(parts: Parts, rng: random.Random) -> str:
    law = parts["law"]
    shape = rng.random()
    if shape < 0.7:
        return f"{rng.choice(law['stem'])}{rng.choice(law['ending'])}"
    return str(rng.choice(law["english"] if shape < 0.9 else law["short"]))


def _place(parts: Parts, rng: random.Random) -> str:
    return str(rng.choice(parts["loc"]["names"]))
