"""Small articles of quotation gold, their tokens being words and marks, and quotations as the words they have."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from articlekit.learn.quotations import MESSAGE, ROLES, Quotation
from articlekit.learn.wikinews import NewsArticle, quotations_of
from articlekit.records import Article, Claim, Offsets

from .builders import claim, place, summary_of

GAP = " ... "


class Seen(NamedTuple):
    """What a reader of a quotation would see: words and marks, each after a space."""

    form: str
    message: str
    speaker: str = ""
    cue: str = ""
    frame: str = ""
    addressee: str = ""


def tokens_of(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]


def news_of(text: str) -> NewsArticle:
    return NewsArticle(Article(text=text), tokens_of(text))


def seen(text: str, quotation: Quotation) -> Seen:
    words = [text[start:end] for start, end in tokens_of(text)]
    parts = (" ".join(words[token] for token in sorted(quotation.parts[name])) for name in (MESSAGE, *ROLES))
    return Seen(quotation.form, *parts)


def turned(text: str, *claims: Claim, people: tuple[str, ...] = ()) -> list[Seen]:
    """Return the quotations of a summary of claims; people are mentions of one person, by the name of the first."""
    summary = summary_of(text, tuple(("PER", words) for words in people), claims)
    if people:
        mentions = tuple(mention for person in summary.people for mention in person.mentions)
        summary = replace(summary, people=(replace(summary.people[0], mentions=mentions),))
    return [seen(text, quotation) for quotation in quotations_of(news_of(text), summary)]


def said(text: str, pieces: str, *, by: str = "", cue: str = "", frame: str = "", **values: Any) -> Claim:
    """Return a claim with its parts given as words, their pieces joined by ` ... `."""
    spans = {"cue_spans": offsets(text, cue), "frame_spans": offsets(text, frame)}
    return claim(text, *pieces.split(GAP), speaker_span=span_of(text, by), **spans, **values)


def offsets(text: str, pieces: str) -> tuple[Offsets, ...]:
    spans = (place(text, piece) for piece in pieces.split(GAP) if piece)
    return tuple(Offsets(start=start, end=end) for start, end in spans)


def span_of(text: str, words: str) -> Offsets | None:
    return next(iter(offsets(text, words)), None)


def annotation(type: str = "Direct", **parts: Iterable[int]) -> dict[str, Any]:  # noqa: A002  the format's name
    """Return an annotation as the format has it; parts are token numbers, those that are not given are empty."""
    names = ("quote", *ROLES)
    return {"type": type, **{name: {"tokenIds": list(parts.get(name, ()))} for name in names}}


def news_json(text: str, *annotations: dict[str, Any]) -> dict[str, Any]:
    tokens = [{"charBegin": start, "charEnd": end} for start, end in tokens_of(text)]
    return {"documentName": "n1", "originalText": text, "tokens": tokens, "annotations": list(annotations)}


def write_news(path: Path, text: str, *annotations: dict[str, Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(news_json(text, *annotations)), encoding="utf-8")
    return path
