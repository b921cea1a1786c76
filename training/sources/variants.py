"""Variants of the gold articles in which other names of the same kind stand, so that the context is learned."""

import csv
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc

from articlekit.learn.gold import Gold, GoldEntity

LONGEST = 5
SHARE = 0.4
KINDS = ("PER", "ORG", "EVT", "TEC", "LAW", "LOC")
Pools = dict[str, list[str]]


def name_pools(
    articles: Sequence[Gold], docs: Iterable[Doc], conferences: Path, made: Mapping[str, Sequence[str]]
) -> Pools:
    """Collect names by kind: of the articles and made up (each as often as all others together), documents, conferences."""
    own: defaultdict[str, set[str]] = defaultdict(set)
    other: defaultdict[str, set[str]] = defaultdict(set)
    for gold in articles:
        for entity in gold.entities:
            own[entity.label].add(gold.article.text[entity.start : entity.end])
    for doc in docs:
        for span in doc.ents:
            if len(span) <= LONGEST and span.label_ in ("PER", "ORG", "LOC"):
                other[span.label_].add(span.text)
    with conferences.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            name = row["name"]
            if name[:1].isupper() and name.count(" ") < LONGEST:
                other["EVT"].add(name)
                if row["start"]:
                    other["EVT"].add(f"{name} {row['start'][:4]}")
    pools: Pools = {}
    for kind in KINDS:
        mine, theirs = sorted(own[kind]), sorted(other[kind])
        times = max(1, len(theirs) // max(1, len(mine)))
        invented = list(made[kind])
        pools[kind] = mine * times + theirs + invented * max(1, len(theirs) // len(invented))
    return pools


def variant(gold: Gold, pools: Mapping[str, Sequence[str]], rng: random.Random) -> Gold:
    """Return the article with other names in some places."""
    text = gold.article.text
    parts: list[str] = []
    entities: list[GoldEntity] = []
    length = done = 0
    for entity in gold.entities:
        before = text[done : entity.start]
        name = text[entity.start : entity.end]
        if rng.random() < SHARE:
            name = rng.choice(pools[entity.label])
        start = length + len(before)
        length = start + len(name)
        entities.append(GoldEntity(entity.label, start, length))
        parts += [before, name]
        done = entity.end
    parts.append(text[done:])
    article = replace(gold.article, text="".join(parts))
    return replace(gold, article=article, entities=tuple(entities), claims=())
