"""From recognised documents to the summary."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from articlekit.recognise.lexicon import Lexicons
from articlekit.records import (
    Article,
    ArticleInfo,
    Entity,
    Mention,
    Provenance,
    Reference,
    Summary,
    SummaryWarning,
)
from articlekit.summarise.actors import Actors
from articlekit.summarise.events import build_events
from articlekit.summarise.findings import Findings
from articlekit.summarise.merge import Cluster, Merger

References = dict[str, list[Reference]]
MIN_GERMAN = 0.12
"""Share of German function words below which a text is called not German: German articles have 0.25 to 0.45, English
and Dutch ones below 0.08."""
MIN_WORDS_FOR_LANGUAGE = 20
NOT_GERMAN = SummaryWarning(code="not-german", message="the text does not look German; expect little")


def build_summary(
    article: Article, docs: Iterable[Doc], origin: Provenance, lexicons: Lexicons, *, author_claims: int | None = None
) -> Summary:
    """Return the summary of one article.

    Args:
        article: as read.
        docs: its chapters in order, made from its text with articlekit's components applied; none is kept.
        origin: what stands as provenance.
        lexicons: those that the components used.
        author_claims: how many of the author's own claims to give at most, the strongest; all by default.
    """
    found = Findings(lexicons, author_claims)
    for doc in docs:
        found.add(doc)
        del doc  # before the next one is made
    clusters = _clusters(article.text, found, lexicons)
    actors = Actors(clusters)
    references = _references(found, actors)
    german = not found.letters or found.german / found.letters >= MIN_GERMAN
    doubtful = found.words >= MIN_WORDS_FOR_LANGUAGE and not german
    return Summary(
        article=_info(article, found, german=german),
        people=tuple(_people(clusters["PER"], found, actors, references)),
        organisations=_entities(clusters["ORG"], actors, references),
        places=_entities(clusters["LOC"], actors, references),
        technologies=_entities(clusters["TEC"], actors, references),
        laws=_entities(clusters["LAW"], actors, references),
        events=build_events(clusters["EVT"], found.beside_events, found.happenings, article.date, actors),
        claims=tuple(said.numbered(number, actors) for number, said in enumerate(found.claims, 1)),
        author_claims=tuple(found.author_claims),
        warnings=(*article.warnings, *([NOT_GERMAN] if doubtful else []), *found.warnings),
        provenance=origin,
    )


def _info(article: Article, found: Findings, *, german: bool) -> ArticleInfo:
    return ArticleInfo(
        id=article.id,
        title=article.title,
        author=article.author,
        date=article.date,
        source=article.source,
        url=article.url,
        language=article.language or ("de" if german else None),
        words=found.words,
        sentences=found.sentences,
        sha256=hashlib.sha256(article.text.encode()).hexdigest(),
    )


def _clusters(text: str, found: Findings, lexicons: Lexicons) -> dict[str, list[Cluster]]:
    def follows_bracket(before: Mention, after: Mention) -> bool:
        return after.start - before.end < 10 and text[before.end : after.start].strip() in ("(", "(kurz", ", kurz")

    merger = Merger(lexicons, follows_bracket)
    return {label: merger.merge(label, mentions) for label, mentions in found.names.items()}


def _people(clusters: Iterable[Cluster], found: Findings, actors: Actors, references: References) -> Iterator[Entity]:
    for person in _entities(clusters, actors, references):
        beside = [found.people[mention.start] for mention in person.mentions]
        roles = dict.fromkeys(role for one in beside for role in one.roles)
        belonging = dict.fromkeys(actors.id_at[place] for one in beside for place in one.organisations)
        yield replace(person, roles=tuple(roles), affiliations=tuple(belonging))


def _entities(clusters: Iterable[Cluster], actors: Actors, references: References) -> tuple[Entity, ...]:
    return tuple(
        Entity(
            id=actors.id_of(cluster),
            name=cluster.name,
            aliases=cluster.aliases,
            count=len(cluster.mentions),
            mentions=tuple(cluster.mentions),
            references=tuple(references.get(actors.id_of(cluster), ())),
        )
        for cluster in clusters
    )


def _references(found: Findings, actors: Actors) -> References:
    """Return the references by the id of whom they mean, in order."""
    references: References = {}
    for place, reference in found.references:
        if meant := actors.id_at.get(place):
            references.setdefault(meant, []).append(reference)
    return references
