"""How well entities of many articles are put together: the reviewed pairs of `corpus/identities.yaml`.

Run as `python -m articlekit.learn.identities [--names gold|found|both] [--wrong]`. With gold names the entities are the
annotated mentions, put together by `corpus/entities/SLUG.yaml` where there is such a file and by `summarise.merge` where
there is none; roles come from the system either way. The pairs are split by a fixed hash; `--wrong` shows those of the
development half that come out wrong, never one of the half held out.
"""

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml
from spacy.util import filter_spans

from articlekit import Extractor
from articlekit.errors import GoldError
from articlekit.identify import IdentityIndex
from articlekit.identify.slim import sections_of
from articlekit.identify.spelling import key_of
from articlekit.learn.articles import CORPUS, SPLITS
from articlekit.learn.clusters import Name, read_clusters
from articlekit.learn.counts import Counts
from articlekit.learn.gold import Gold, gold_files, read_gold
from articlekit.recognise.lexicon import load_lexicons
from articlekit.records import Entity, Mention, Summary
from articlekit.sections import ENTITY_SECTIONS, LABELS
from articlekit.summarise.build import build_summary

PAIRS = CORPUS / "identities.yaml"
NAMES = ("gold", "found")
TARGET = Path("training/metrics/identities.json")
HALVES = ("development", "held out")
NAMED = "ner"
"""The component whose names gold names stand in for, with `articlekit_entities`."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities of two articles, by the slug of the article and a name."""

    a: tuple[str, str]
    b: tuple[str, str]
    kind: str
    same: bool

    @property
    def held_out(self) -> bool:
        """Belongs to the half that nobody looks at."""
        key = "|".join(sorted((" ".join(self.a), " ".join(self.b))))
        return hashlib.sha256(f"{self.kind}|{key}".encode()).digest()[0] % 2 == 1


@dataclass(slots=True)
class PairScores:
    """Counts of one half, by kind and in all."""

    counts: dict[str, Counts] = field(default_factory=lambda: {kind: Counts() for kind in (*LABELS, "all")})
    pairs: int = 0
    right: int = 0
    wrong: list[Pair] = field(default_factory=list)

    def add(self, pair: Pair, *, same: bool) -> None:
        """Add a pair and what the system says of it."""
        for kind in (pair.kind, "all"):
            self.counts[kind].add(same and pair.same, int(same), int(pair.same))
        self.pairs += 1
        self.right += same == pair.same
        if same != pair.same:
            self.wrong.append(pair)


def read_pairs(path: Path = PAIRS) -> list[Pair]:
    """Read the reviewed pairs.

    Raises:
        GoldError: when the file is broken.
    """
    try:
        entries: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8"))
        pairs = [
            Pair(tuple(map(str, row["a"])), tuple(map(str, row["b"])), row["kind"], row["same"])  # type: ignore[arg-type]
            for row in entries
        ]
    except (OSError, yaml.YAMLError, ValueError, KeyError, TypeError) as error:
        told = " ".join(str(error).split())
        raise GoldError(f"cannot be read: {told}", where=str(path), hint="see corpus/GUIDELINES.md") from None
    if wrong := [pair for pair in pairs if pair.kind not in LABELS or len(pair.a) != 2 or len(pair.b) != 2]:
        raise GoldError(f"not a pair: {wrong[0]}", where=str(path), hint="see corpus/GUIDELINES.md")
    return pairs


def found_summary(extractor: Extractor, gold: Gold, path: Path) -> Summary:  # noqa: ARG001  like gold_summary
    """Return what the system finds in an article."""
    return extractor.extract(gold.article)


def gold_summary(extractor: Extractor, gold: Gold, path: Path) -> Summary:
    """Return the summary of an article with the annotated names instead of those that the system finds."""
    doc = extractor.nlp.make_doc(gold.article.text)
    for name, component in extractor.nlp.pipeline:
        if name == "articlekit_entities":
            spans = (
                doc.char_span(entity.start, entity.end, label=entity.label, alignment_mode="expand")
                for entity in gold.entities
            )
            doc.ents = tuple(filter_spans([span for span in spans if span is not None]))
        elif name != NAMED:
            doc = component(doc)
    lexicons = load_lexicons(extractor.settings.lexicons)
    summary = build_summary(gold.article, [doc], extractor.origin, lexicons)
    names = [(entity.label, entity.start, entity.end) for entity in gold.entities]
    truth = read_clusters(path, gold.article.text, names)
    return summary if truth is None else _regrouped(summary, truth)


def _regrouped(summary: Summary, truth: dict[Name, str]) -> Summary:
    """Return the summary with the annotated entities; one has the roles of those that it shares mentions with."""
    # By the first character: a token can reach beyond the annotated end.
    at = {(kind, start): owner for (kind, start, _), owner in truth.items()}
    sections: dict[str, tuple[Entity, ...]] = {}
    for kind, items in sections_of(summary):
        owners: dict[str, list[tuple[Entity, Mention]]] = {}
        for item in items:
            for mention in item.mentions if isinstance(item, Entity) else ():
                owner = at.get((kind, mention.start))
                if owner is not None:
                    owners.setdefault(owner, []).append((item, mention))  # type: ignore[arg-type]
        if kind in ENTITY_SECTIONS:
            sections[ENTITY_SECTIONS[kind]] = tuple(
                _entity(f"{kind.lower()}{number}", owner.rpartition("#")[0], found)
                for number, (owner, found) in enumerate(owners.items(), 1)
            )
    return replace(summary, **sections)  # type: ignore[arg-type]


def _entity(given: str, name: str, found: list[tuple[Entity, Mention]]) -> Entity:
    entities = list({entity.id: entity for entity, _ in found}.values())
    mentions = tuple(sorted((mention for _, mention in found), key=lambda mention: mention.start))
    return Entity(
        id=given,
        name=name,
        aliases=tuple(dict.fromkeys(mention.text for mention in mentions if mention.text != name)),
        roles=tuple(dict.fromkeys(role for entity in entities for role in entity.roles)),
        affiliations=tuple(dict.fromkeys(one for entity in entities for one in entity.affiliations)),
        count=len(mentions),
        mentions=mentions,
    )


def score_pairs(pairs: Iterable[Pair], summaries: dict[str, Summary]) -> dict[str, PairScores]:
    """Return the scores of the two halves; a pair of which an entity was not found counts as kept apart."""
    index = IdentityIndex()
    names: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    forms: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for slug, summary in summaries.items():
        index.add(replace(summary, article=replace(summary.article, id=slug)))
        for kind, items in sections_of(summary):
            for item in items:
                names[slug, kind, key_of(item.name or "")].add(item.id)
                for mention in item.mentions:
                    forms[slug, kind, key_of(mention.text)].add(item.id)
    owner = {
        (member.article, member.entity): identity.id for identity in index.identities() for member in identity.articles
    }
    halves = {half: PairScores() for half in HALVES}
    for pair in pairs:
        one, other = (
            {
                owner[slug, entity]
                for entity in names[slug, pair.kind, key_of(name)] or forms[slug, pair.kind, key_of(name)]
            }
            for slug, name in (pair.a, pair.b)
        )
        halves[HALVES[pair.held_out]].add(pair, same=bool(one & other))
    return halves


def read_summaries(names: str, extractor: Extractor) -> dict[str, Summary]:
    """Return the summaries of all articles of the corpus by slug, with gold or found names."""
    make = gold_summary if names == "gold" else found_summary
    paths = [path for split in SPLITS for path in gold_files(CORPUS / split)]
    return {path.stem: make(extractor, read_gold(path), path) for path in paths}


def table(halves: dict[str, PairScores]) -> str:
    """Return the scores of both halves as lines: precision, recall and F1 of the pairs that are one, by kind."""
    lines = []
    for half, scores in halves.items():
        lines.append(f"{half}: {scores.pairs} pairs, {scores.right} right ({scores.right / max(scores.pairs, 1):.1%})")
        for kind, counts in scores.counts.items():
            lines.append(
                f"  {kind:4} {counts.precision * 100:6.1f} {counts.recall * 100:6.1f} {counts.f1 * 100:6.1f}  "
                f"of {counts.gold:g}"
            )
    both = Counts()
    for scores in halves.values():
        counts = scores.counts["all"]
        both.add(counts.hit, counts.predicted, counts.gold)
    lines.append(f"together: {both.precision * 100:.1f} {both.recall * 100:.1f} {both.f1 * 100:.1f}  of {both.gold:g}")
    return "\n".join(lines)


def plain_scores(names: str, halves: dict[str, PairScores]) -> dict[str, dict[str, float]]:
    """Return precision, recall and F1 of both halves by what they are scores of."""
    return {
        f"{names} names, {half} ({scores.pairs} pairs)": {
            "precision": round(scores.counts["all"].precision, 4),
            "recall": round(scores.counts["all"].recall, 4),
            "F1": round(scores.counts["all"].f1, 4),
        }
        for half, scores in halves.items()
    }


def main() -> None:
    """Print the scores with gold and with found names, and write them where the page of scores reads them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", choices=(*NAMES, "both"), default="both")
    parser.add_argument("--wrong", action="store_true", help="show the wrong pairs of the development half")
    options = parser.parse_args()
    pairs, extractor = read_pairs(), Extractor()
    plain: dict[str, dict[str, float]] = {}
    for names in NAMES if options.names == "both" else (options.names,):
        halves = score_pairs(pairs, read_summaries(names, extractor))
        plain |= plain_scores(names, halves)
        sys.stdout.write(f"{names} names\n{table(halves)}\n")
        if options.wrong:
            for pair in halves[HALVES[0]].wrong:
                said = "kept apart" if pair.same else "joined"
                sys.stdout.write(f"  {said}: {pair.kind} {' '.join(pair.a)} | {' '.join(pair.b)}\n")
    if options.names == "both":
        TARGET.write_text(json.dumps(plain, indent=2) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
