"""From a recognised document to the summary."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from spacy.tokens import Doc, Span

from articlekit.recognise.author.frame import AuthorFrame, get_author_claims
from articlekit.recognise.claims.component import WARNINGS
from articlekit.recognise.claims.frame import get_claims
from articlekit.recognise.lexicon import Lexicons
from articlekit.recognise.references import get_references
from articlekit.recognise.roles import role_spans
from articlekit.recognise.view import View
from articlekit.records import (
    Article,
    ArticleInfo,
    AuthorClaim,
    Entity,
    Mention,
    Offsets,
    Provenance,
    Reference,
    Summary,
    SummaryWarning,
)
from articlekit.sections import LABELS
from articlekit.summarise.actors import Actors
from articlekit.summarise.affiliations import affiliations
from articlekit.summarise.claims import ClaimBuilder
from articlekit.summarise.events import build_events
from articlekit.summarise.language import german_share
from articlekit.summarise.merge import Cluster, Inflection, Merger
from articlekit.summarise.nominative import nominative_name

References = dict[str, list[Reference]]
MIN_GERMAN = 0.12
"""Share of German function words below which a text is called not German: German articles have 0.25 to 0.45, English
and Dutch ones below 0.08."""
MIN_WORDS_FOR_LANGUAGE = 20


def build_summary(
    article: Article, doc: Doc, origin: Provenance, lexicons: Lexicons, *, author_claims: int | None = None
) -> Summary:
    """Return the summary of one article.

    Args:
        article: as read; `doc` was made from its text.
        doc: with articlekit's components applied.
        origin: what stands as provenance.
        lexicons: those that the components used.
        author_claims: how many of the author's own claims to give at most, the strongest; all by default.
    """
    view = View(doc)
    clusters = _clusters(article.text, view, lexicons)
    actors = Actors(clusters)
    references = _references(view, actors)
    builder = ClaimBuilder(view, lexicons, actors)
    german = german_share(view.lower) >= MIN_GERMAN
    words = sum(not (tag.startswith("$") or text.isspace()) for tag, text in zip(view.tag, view.text, strict=True))
    return Summary(
        article=_info(article, view, words, german=german),
        people=_people(clusters["PER"], view, actors, references),
        organisations=_entities(clusters["ORG"], actors, references),
        places=_entities(clusters["LOC"], actors, references),
        technologies=_entities(clusters["TEC"], actors, references),
        laws=_entities(clusters["LAW"], actors, references),
        events=build_events(clusters["EVT"], view, article, actors),
        claims=tuple(builder.build(number, frame) for number, frame in enumerate(get_claims(doc), 1)),
        author_claims=tuple(map(partial(_author_claim, view), get_author_claims(doc)[:author_claims])),
        warnings=(*article.warnings, *_warnings(doc, view, doubtful=words >= MIN_WORDS_FOR_LANGUAGE and not german)),
        provenance=origin,
    )


def _info(article: Article, view: View, words: int, *, german: bool) -> ArticleInfo:
    return ArticleInfo(
        id=article.id,
        title=article.title,
        author=article.author,
        date=article.date,
        source=article.source,
        url=article.url,
        language=article.language or ("de" if german else None),
        words=words,
        sentences=len(view.sentences),
        sha256=hashlib.sha256(article.text.encode()).hexdigest(),
    )


def _clusters(text: str, view: View, lexicons: Lexicons) -> dict[str, list[Cluster]]:
    def follows_bracket(before: Mention, after: Mention) -> bool:
        return text[before.end : after.start].strip() in ("(", "(kurz", ", kurz") and after.start - before.end < 10

    merger = Merger(lexicons, follows_bracket)
    grouped: dict[str, list[tuple[Mention, Inflection]]] = {label: [] for label in LABELS}
    for entity in view.ents:
        if entity.label_ in grouped:
            grouped[entity.label_].append((_mention(entity, view), _inflection(entity)))
    return {label: merger.merge(label, mentions) for label, mentions in grouped.items()}


def _inflection(name: Span) -> Inflection:
    return Inflection(genitive="Gen" in name[-1].morph.get("Case", []), nominative=nominative_name(name))


def _mention(entity: Span, view: View) -> Mention:
    sentence = view.sentence_of[entity.start] + 1
    return Mention(text=entity.text, start=entity.start_char, end=entity.end_char, sentence=sentence)


def _people(clusters: Iterable[Cluster], view: View, actors: Actors, references: References) -> tuple[Entity, ...]:
    roles, belonging = _roles(view), affiliations(view, actors)
    people = []
    for person, cluster in zip(_entities(clusters, actors, references), clusters, strict=True):
        said = dict.fromkeys(role for mention in cluster.mentions for role in roles.get(mention.start, ()))
        people.append(replace(person, roles=tuple(said), affiliations=belonging.get(person.id, ())))
    return tuple(people)


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


def _references(view: View, actors: Actors) -> References:
    """Return the references by the id of whom they mean, in order."""
    found: References = {}
    for frame in get_references(view.doc):
        span = view.doc[frame.piece[0] : frame.piece[1]]
        reference = Reference(
            kind=frame.kind,  # type: ignore[arg-type]
            text=span.text,
            start=span.start_char,
            end=span.end_char,
            sentence=view.sentence_of[frame.piece[0]] + 1,
        )
        if meant := actors.id_at.get(view.doc[frame.antecedent[0]].idx):
            found.setdefault(meant, []).append(reference)
    return found


def _roles(view: View) -> dict[int, list[str]]:
    return {
        entity.start_char: [" ".join(view.words(start, end).split()) for start, end in role_spans(view, entity)]
        for entity in view.ents
        if entity.label_ == "PER"
    }


def _author_claim(view: View, frame: AuthorFrame) -> AuthorClaim:
    span = view.doc[frame.start : frame.end]
    return AuthorClaim(
        text=" ".join(span.text.split()),
        spans=(Offsets(start=span.start_char, end=span.end_char),),
        sentence=view.sentence_of[frame.start] + 1,
        act=frame.act,  # type: ignore[arg-type]
        markers=frame.markers,
        salience=frame.salience,
    )


def _warnings(doc: Doc, view: View, *, doubtful: bool) -> Iterable[SummaryWarning]:
    if doubtful:
        yield SummaryWarning(code="not-german", message="the text does not look German; expect little")
    for span in doc.spans[WARNINGS] if WARNINGS in doc.spans else ():  # noqa: SIM401  span groups have no get
        yield SummaryWarning(
            code=span.label_,
            message=f"the quotation mark {span.text} in sentence {view.sentence_of[span.start] + 1} is not closed",
            start=span.start_char,
            end=span.end_char,
        )
