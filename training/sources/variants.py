"""Variants of annotated texts in which other names of the same kind stand, so that the context is learned."""

import csv
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc

from articlekit.learn.gold import Gold, GoldEntity
from articlekit.recognise.lexicon import load_lexicons
from articlekit.sections import LABELS
from sources.names import NameSentence

LONGEST = 5
ARTICLE_SHARE = 0.4
SENTENCE_SHARE = 0.5
HISSING = ("s", "ß", "x", "z")


@dataclass(frozen=True, slots=True)
class Pools:
    """The names of each kind to choose from, frequent ones repeated, and all names there are."""

    names: Mapping[str, Sequence[str]]
    known: frozenset[str]

    def other(self, name: str, kind: str, rng: random.Random) -> str:
        """Return another name of the kind, in the genitive when the name has its -s."""
        new = rng.choice(self.names[kind])
        is_genitive = name.endswith("s") and name[:-1] in self.known
        return new + "s" if is_genitive and not new.endswith(HISSING) else new


def name_pools(
    articles: Sequence[Gold], docs: Iterable[Doc], conferences: Path, made: Mapping[str, Sequence[str]]
) -> Pools:
    """Collect names by kind; those of the articles, of the gazetteer, made up and of other corpora weigh alike."""
    own: defaultdict[str, set[str]] = defaultdict(set)
    other: defaultdict[str, set[str]] = defaultdict(set)
    listed: defaultdict[str, set[str]] = defaultdict(set)
    for gold in articles:
        for entity in gold.entities:
            own[entity.label].add(gold.article.text[entity.start : entity.end])
    for name, entry in load_lexicons(())["gazetteer"].items():
        listed[entry["kind"]].update((name, *entry.get("aliases", ())))
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
    names: dict[str, list[str]] = {}
    for kind in LABELS:
        groups = [sorted(own[kind]), sorted(other[kind]), sorted(listed[kind]), list(made[kind])]
        most = max(map(len, groups))
        names[kind] = [name for group in groups if group for name in group * round(most / len(group))]
    return Pools(names, frozenset().union(*names.values()))


def variant(gold: Gold, pools: Pools, rng: random.Random) -> Gold:
    """Return the article with other names in some places."""
    text = gold.article.text
    parts: list[str] = []
    entities: list[GoldEntity] = []
    length = done = 0
    for entity in gold.entities:
        before = text[done : entity.start]
        name = text[entity.start : entity.end]
        if rng.random() < ARTICLE_SHARE:
            name = pools.other(name, entity.label, rng)
        start = length + len(before)
        length = start + len(name)
        entities.append(GoldEntity(entity.label, start, length))
        parts += [before, name]
        done = entity.end
    parts.append(text[done:])
    article = replace(gold.article, text="".join(parts))
    return replace(gold, article=article, entities=tuple(entities), claims=())


def sentence_variants(sentences: Iterable[NameSentence], pools: Pools, rng: random.Random) -> Iterator[NameSentence]:
    """Yield the sentences that have a name, with other names in half of the places."""
    for sentence in sentences:
        if any(label.startswith("B-") for label in sentence.labels):
            yield _sentence_variant(sentence, pools, rng)


def _sentence_variant(sentence: NameSentence, pools: Pools, rng: random.Random) -> NameSentence:
    forms: list[str] = []
    spaces: list[bool] = []
    labels: list[str] = []
    start = 0
    while start < len(sentence.forms):
        end = start + 1
        while end < len(sentence.forms) and sentence.labels[end].startswith("I-"):
            end += 1
        label = sentence.labels[start]
        words = list(sentence.forms[start:end])
        if label.startswith("B-") and rng.random() < SENTENCE_SHARE:
            new = pools.other(" ".join(words), label[2:], rng).split()
            forms += new
            spaces += [True] * (len(new) - 1) + [sentence.spaces[end - 1]]
            labels += [label] + ["I-" + label[2:]] * (len(new) - 1)
        else:
            forms += words
            spaces += sentence.spaces[start:end]
            labels += sentence.labels[start:end]
        start = end
    return NameSentence(forms, spaces, labels)
