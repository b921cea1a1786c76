"""Hypothesis strategies for summaries: any text that a reader can give, and texts that a format can mistake."""

from typing import Any, get_args

from hypothesis import strategies as st

from articlekit.records import (
    ArticleInfo,
    AuthorClaim,
    Claim,
    Entity,
    Event,
    EventType,
    Mention,
    Offsets,
    Part,
    Participant,
    Provenance,
    Reference,
    Status,
    Summary,
    SummaryWarning,
    When,
)

ACTS = ("assert", "announce", "demand", "warn", "criticise", "praise", "promise", "deny", "predict", "ask")
# Strings that YAML takes for something else when they stand without quotes, and quotation marks that end them.
TRICKY = (
    "2025-10-02", "2025-10-02T08:00:00", "ja", "no", "on", "null", "~", "", "0x1F", "1_000", "1:30", "12e3", ".inf",
    "=", "<<", "- a", "a: b", "# a", "a #b", "&a", "*a", "!a", "%a", "@a", "---", "...", " a", "a ", "a\nb", "\n", "\t",
    "„Nein“, so Müller", "'", '"', "\\", "Zeile\u2028Ende", "\x85", "\u00a0", "😀", "ﬁ", "{a}",
    "[a]", "a,b", "?", "|", ">",
)  # fmt: skip

texts = st.sampled_from(TRICKY) | st.text(st.characters(exclude_categories=["Cs"]), max_size=10)
maybe = st.none() | texts
numbers = st.integers(0, 10**6)
shares = st.floats(0, 1)


def _some(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.just(()) | st.tuples(of) | st.tuples(of, of)


offsets = st.builds(Offsets, start=numbers, end=numbers)
mentions = st.builds(Mention, text=texts, start=numbers, end=numbers, sentence=numbers)
references = st.builds(
    Reference, kind=st.sampled_from(("nominal", "pronoun")), text=texts, start=numbers, end=numbers, sentence=numbers
)
entities = st.builds(
    Entity,
    id=texts,
    name=texts,
    aliases=_some(texts),
    roles=_some(texts),
    affiliations=_some(texts),
    count=numbers,
    mentions=_some(mentions),
    references=_some(references),
)
actors = st.builds(Participant, id=maybe, name=texts, role=st.none() | st.sampled_from(get_args(Part)))
events = st.builds(
    Event,
    id=texts,
    name=maybe,
    type=st.none() | st.sampled_from(get_args(EventType)),
    trigger=maybe,
    trigger_spans=_some(offsets),
    status=st.none() | st.sampled_from(get_args(Status)),
    when=st.none() | st.builds(When, text=texts, start=maybe, end=maybe),
    where=maybe,
    participants=_some(texts),
    actors=_some(actors),
    count=numbers,
    mentions=_some(mentions),
)
claims = st.builds(
    Claim,
    id=numbers,
    speaker=maybe,
    speaker_id=maybe,
    speaker_text=maybe,
    speaker_span=st.none() | offsets,
    act=st.sampled_from(ACTS),
    form=st.sampled_from(["direct", "indirect", "free", "reported"]),
    cue=maybe,
    cue_spans=_some(offsets),
    text=texts,
    spans=_some(offsets),
    sentence=st.none() | numbers,
    mentions=_some(texts),
    modality=st.sampled_from([None, "necessity", "obligation", "possibility", "permission", "intention"]),
    negated=st.booleans(),
    confidence=shares,
    rule=texts,
)
author_claims = st.builds(
    AuthorClaim,
    text=texts,
    spans=_some(offsets),
    sentence=st.none() | numbers,
    act=st.sampled_from(ACTS),
    markers=_some(texts),
    salience=shares,
)
infos = st.builds(
    ArticleInfo,
    **dict.fromkeys(("id", "title", "author", "date", "source", "url", "language"), maybe),
    words=numbers,
    sentences=numbers,
    sha256=texts,
)
warnings = st.builds(SummaryWarning, code=texts, message=texts, start=st.none() | numbers, end=st.none() | numbers)
summaries = st.builds(
    Summary,
    article=infos,
    **dict.fromkeys(("people", "organisations", "places", "technologies", "laws"), _some(entities)),
    events=_some(events),
    claims=_some(claims),
    author_claims=_some(author_claims),
    warnings=_some(warnings),
    provenance=st.builds(Provenance, articlekit=texts, model=texts, model_version=texts, config_sha256=texts),
)
