"""The scores of an extractor on gold articles: in total, by genre and by article.

How a name or a claim is scored is `score`'s; what a score has to reach is `gate`'s.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from articlekit.errors import ArticlekitError, GoldError
from articlekit.learn import clusters, happenings
from articlekit.learn.gold import AUTHOR_CLAIMS, Gold, gold_files, read_gold
from articlekit.learn.score import Scores
from articlekit.records import Article, Summary

BESIDE = (AUTHOR_CLAIMS, clusters.FOLDER, happenings.FOLDER)
"""Folders beside a split with more gold of its articles."""


class Extracts(Protocol):
    """What is evaluated: an `Extractor`, or anything that answers like one."""

    def extract(self, article: Article) -> Summary:
        """Return the summary of an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What was evaluated on what, and how well it did."""

    model: str
    model_version: str
    corpus_sha256: str
    """Over the names and bytes of the gold files, see `corpus_digest`."""
    total: Scores
    genres: dict[str, Scores]
    """Sorted by genre."""
    articles: dict[str, Scores]
    """By file name relative to the corpus, sorted."""

    @property
    def claims(self) -> int:
        """Number of gold claims."""
        return int(self.total.claims.gold)

    @property
    def names(self) -> int:
        """Number of gold names."""
        return int(self.total.strict["all"].gold)


def evaluate_gold(path: Path, extractor: Extracts, *, on_article: Callable[[int], None] | None = None) -> Evaluation:
    """Score an extractor on a gold file or on every gold file below a folder.

    Args:
        path: the gold file or folder.
        extractor: makes the summaries.
        on_article: called with the number of all articles after each one.

    Raises:
        GoldError: when there is no gold, when gold files break the format (all of them are named), or when the
            extractor refuses an article.
    """
    corpus = read_corpus(path)
    total = Scores()
    genres: dict[str, Scores] = {}
    articles: dict[str, Scores] = {}
    for name, gold in corpus.items():
        try:
            summary = extractor.extract(gold.article)
        except ArticlekitError as error:
            raise GoldError(error.message, where=name, hint=error.hint) from None
        for scores in (total, genres.setdefault(gold.genre, Scores()), articles.setdefault(name, Scores())):
            scores.add(gold, summary)
        if on_article:
            on_article(len(corpus))
    return Evaluation(
        model=summary.provenance.model,
        model_version=summary.provenance.model_version,
        corpus_sha256=corpus_digest(path),
        total=total,
        genres=dict(sorted(genres.items())),
        articles=articles,
    )


def read_corpus(path: Path) -> dict[str, Gold]:
    """Return the gold articles of a file or folder by relative file name, sorted.

    Raises:
        GoldError: when there is none, or for all files that break the format at once.
    """
    corpus: dict[str, Gold] = {}
    mistakes: list[GoldError] = []
    for name, file in _named_files(path).items():
        try:
            corpus[name] = read_gold(file)
        except GoldError as error:
            mistakes.append(error)
    if len(mistakes) == 1:
        raise mistakes[0]
    if mistakes:
        told = "; ".join(f"{error.where}: {error.message}" for error in mistakes)
        raise GoldError(f"{len(mistakes)} gold articles are wrong: {told}", hint=mistakes[0].hint)
    return corpus


def corpus_digest(path: Path) -> str:
    """Return the SHA-256 over the sorted relative names of the gold files, those that stand beside them, and their bytes."""
    digest = hashlib.sha256()
    files = _named_files(path)
    beside = {
        f"{folder}/{file.stem}": other
        for folder in BESIDE
        for file in files.values()
        if (other := file.resolve().parent.parent / folder / f"{file.stem}.yaml").exists()
    }
    for name, file in {**files, **dict(sorted(beside.items()))}.items():
        content = file.read_bytes()
        # The length keeps a name from running into the bytes before it.
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _named_files(path: Path) -> dict[str, Path]:
    files = gold_files(path)
    named = {file.relative_to(path).as_posix() if path.is_dir() else file.name: file for file in files}
    return dict(sorted(named.items()))
