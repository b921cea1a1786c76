"""One summary as rows of the corpus tables."""

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import NamedTuple

from articlekit.errors import ArticlekitError
from articlekit.records import Claim, Entity, Event, Offsets, Summary
from articlekit.sections import ENTITY_SECTIONS

Row = tuple[object, ...]
Rows = dict[str, list[Row]]
"""Rows by table, in the order of the columns of `schema.sql`."""
IDS = 1_000_000
"""Rows of a table that one document can have: ids of rows are document x IDS + number, below 2**53 for 9 billion documents."""
TABLES = (
    "documents", "entities", "affiliations", "events", "participants", "mentions", "claims", "claim_entities", "author_claims",
)  # fmt: skip
"""Every table comes after those that it refers to."""


def document_rows(summary: Summary, text: str, *, number: int, path: str, record: int, target: str) -> Rows:
    """Return the rows of one document.

    Args:
        summary: of the article, whole.
        text: of the article.
        number: id of the document.
        path: of the file that the article was read from, below the input folder.
        record: which article of that file, from 1.
        target: path of the file with the summary, below OUT.

    Raises:
        ArticlekitError: when there are a million mentions or more.
    """
    first = number * IDS
    entities = [(kind, entity) for kind, section in ENTITY_SECTIONS.items() for entity in getattr(summary, section)]
    ids = {entity.id: first + position for position, (_, entity) in enumerate(entities, 1)}
    events = {event.id: first + position for position, event in enumerate(summary.events, 1)}
    mentions = list(_mentions(entities, ids, summary.events, events, text))
    if len(mentions) >= IDS:
        raise ArticlekitError(f"{len(mentions):,} mentions are too many for one document", hint="split the text")
    claims = [(first + position, claim) for position, claim in enumerate(summary.claims, 1)]
    return {
        "documents": [_document(number, path, record, target, summary, text)],
        "entities": [
            (ids[one.id], number, one.id, kind, one.name, _json(one.aliases), _json(one.roles), one.count)
            for kind, one in entities
        ],
        "affiliations": [(ids[one.id], ids[to]) for _, one in entities for to in dict.fromkeys(one.affiliations)],
        "events": [(events[one.id], number, *_event(one)) for one in summary.events],
        "participants": [
            (events[one.id], position, ids.get(actor.id or ""), actor.name, actor.role)
            for one in summary.events
            for position, actor in enumerate(one.actors, 1)
        ],
        "mentions": [(first + position, number, *rest) for position, rest in enumerate(mentions, 1)],
        "claims": [(row, number, *_claim(claim, ids)) for row, claim in claims],
        "claim_entities": list(_claim_entities(claims, mentions)),
        "author_claims": [
            (
                first + position,
                number,
                one.act,
                one.text,
                *_whole(one.spans),
                one.sentence,
                _json(one.markers),
                one.salience,
            )
            for position, one in enumerate(summary.author_claims, 1)
        ],
    }


def _document(number: int, path: str, record: int, target: str, summary: Summary, text: str) -> Row:
    info, origin = summary.article, summary.provenance
    metadata = (info.id, info.title, info.author, info.date, info.source, info.url, info.language)
    measures = (info.words, info.sentences, info.sha256)
    warnings = _json([asdict(warning) for warning in summary.warnings])
    made_by = (origin.articlekit, origin.model, origin.model_version, origin.config_sha256)
    return number, path, record, target, *metadata, *measures, text, warnings, *made_by


class _Mention(NamedTuple):
    entity: int | None
    event: int | None
    kind: str
    text: str
    start: int
    end: int
    sentence: int | None


def _mentions(
    entities: Iterable[tuple[str, Entity]],
    ids: dict[str, int],
    happened: Iterable[Event],
    events: dict[str, int],
    text: str,
) -> Iterator[_Mention]:
    """Yield everything that names or means somebody or something."""
    for _, entity in entities:
        for one in entity.mentions:
            yield _Mention(ids[entity.id], None, "name", one.text, one.start, one.end, one.sentence)
        for meant in entity.references:
            yield _Mention(ids[entity.id], None, meant.kind, meant.text, meant.start, meant.end, meant.sentence)
    for event in happened:
        for one in event.mentions:
            yield _Mention(None, events[event.id], "name", one.text, one.start, one.end, one.sentence)
        for span in event.trigger_spans:
            words = text[span.start : span.end]
            yield _Mention(None, events[event.id], "trigger", words, span.start, span.end, None)


def _event(event: Event) -> Row:
    when = event.when
    times = (when.text, when.start, when.end) if when else (None, None, None)
    return event.id, event.name, event.type, event.trigger, event.status, *times, event.where, event.count


def _claim(claim: Claim, ids: dict[str, int]) -> Row:
    speaker = (ids.get(claim.speaker_id or ""), claim.speaker, claim.speaker_text, claim.addressee)
    spans = _json([[span.start, span.end] for span in claim.spans])
    text = (claim.text, *_whole(claim.spans), spans, claim.sentence)
    rest = (claim.modality, int(claim.negated), claim.confidence, claim.rule)
    return claim.id, *speaker, claim.act, claim.form, claim.cue, *text, *rest


def _whole(spans: tuple[Offsets, ...]) -> tuple[int, int]:
    """Return where the first of several stretches starts and the last one ends."""
    return spans[0].start, spans[-1].end


def _claim_entities(claims: Iterable[tuple[int, Claim]], mentions: Iterable[_Mention]) -> Iterator[Row]:
    named = sorted((one.start, one.end, one.entity) for one in mentions if one.entity and one.kind == "name")
    starts = [start for start, _, _ in named]
    for row, claim in claims:
        inside = {
            entity
            for span in claim.spans
            for _, end, entity in named[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            if end <= span.end
        }
        yield from ((row, entity) for entity in sorted(inside))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
