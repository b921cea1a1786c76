"""Small articles, gold and summaries, with offsets found by their words."""

from pathlib import Path
from typing import Any

from articlekit.learn.counts import Counts
from articlekit.learn.evaluate import Evaluation
from articlekit.learn.gold import Gold, GoldClaim, GoldEntity, Span
from articlekit.learn.score import Scores
from articlekit.records import Article, ArticleInfo, Claim, Entity, Event, Mention, Offsets, Provenance, Summary

SECTIONS = {
    "PER": "people",
    "ORG": "organisations",
    "LOC": "places",
    "EVT": "events",
    "TEC": "technologies",
    "LAW": "laws",
}
ORIGIN = Provenance(articlekit="0", model="de_fake", model_version="1", config_sha256="0")


def place(text: str, words: str) -> Span:
    """Return where `words` stand for the first time; it is an error when they do not."""
    start = text.index(words)
    return start, start + len(words)


def gold_of(text: str, names: tuple[tuple[str, str], ...] = (), claims: tuple[GoldClaim, ...] = ()) -> Gold:
    """Return gold with names given as (label, words)."""
    entities = tuple(GoldEntity(label, *place(text, words)) for label, words in names)
    return Gold(article=Article(text=text), genre="report", entities=entities, claims=claims)


def gold_claim(text: str, *pieces: str, form: str = "indirect", act: str = "assert", speaker: str = "") -> GoldClaim:
    return GoldClaim("1", form=form, act=act, speaker=speaker, spans=[place(text, piece) for piece in pieces])


def claim(text: str, *pieces: str, **values: Any) -> Claim:
    spans = tuple(Offsets(start=start, end=end) for start, end in (place(text, piece) for piece in pieces))
    defaults: dict[str, Any] = {"form": "indirect", "act": "assert", "confidence": 0.5, "rule": "fake"}
    return Claim(id=1, text=" ... ".join(pieces), spans=spans, **{**defaults, **values})


def summary_of(text: str, names: tuple[tuple[str, str], ...] = (), claims: tuple[Claim, ...] = ()) -> Summary:
    """Return a summary with one entity or event for each (label, words)."""
    sections: dict[str, list[Any]] = {}
    for number, (label, words) in enumerate(names, 1):
        start, end = place(text, words)
        mention = Mention(text=words, start=start, end=end, sentence=1)
        kind = Event if label == "EVT" else Entity
        sections.setdefault(SECTIONS[label], []).append(
            kind(id=f"{label.lower()}{number}", name=words, count=1, mentions=(mention,))
        )
    info = ArticleInfo(words=1, sentences=1, sha256="0")
    tuples: dict[str, Any] = {name: tuple(items) for name, items in sections.items()}
    return Summary(article=info, provenance=ORIGIN, claims=claims, **tuples)


def scored(gold: Gold, summary: Summary) -> Scores:
    scores = Scores()
    scores.add(gold, summary)
    return scores


def scores_of(*, claims: tuple[int, int, int] = (0, 0, 0), persons: tuple[int, int, int] = (0, 0, 0)) -> Scores:
    """Return scores with the given (hit, predicted, gold) and nothing else."""
    scores = Scores(articles=1, claims=Counts(*claims))
    for table in (scores.strict, scores.overlap):
        table["PER"] = Counts(*persons)
        table["all"] = Counts(*persons)
    return scores


def evaluation_of(total: Scores, *, articles: dict[str, Scores] | None = None, **values: str) -> Evaluation:
    ground = {"model": "de_fake", "model_version": "1", "corpus_sha256": "abc", **values}
    return Evaluation(total=total, genres={}, articles=articles or {}, **ground)


def write_gold(folder: Path, body: str, *, name: str = "a.xml", attributes: str = 'id="a" genre="report"') -> Path:
    """Write a gold article with `body` between its tags."""
    path = folder / name
    path.write_text(f"<article {attributes}>\n{body}\n</article>\n", encoding="utf-8")
    return path
