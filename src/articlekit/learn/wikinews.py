"""The German Wikinews quotations, read, and summaries put into their scheme.

The format is the JSON of Petersen-Frey and Biemann (2024): `originalText`, `tokens` with `charBegin` and `charEnd`, and
`annotations` whose `quote`, `speaker`, `cue`, `frame` and `addressee` have `tokenIds`. The scheme differs from ours, and a
summary is turned into it by fixed rules, see `quotations_of`.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from articlekit.errors import GoldError
from articlekit.learn.quotations import MESSAGE, ROLES, Quotation
from articlekit.records import Article, Claim, Offsets, Summary

FORM_NAMES = {
    "Direct": "direct",
    "Indirect": "indirect",
    "Reported": "reported",
    "IndirectFreeIndirect": "free, Konjunktiv",
    "FreeIndirect": "free, indicative",
}
OPENING = "„»›‚“\"'«"
CLOSING = {"„": '“”"', "»": "«", "›": "‹", "‚": "‘’", "“": "”", '"': '"', "'": "'", "«": "»"}
FRAGMENT = 2
"""Words that a quoted fragment must have to be a quotation of its own."""
PREPOSITIONS = frozenset({"nach", "laut", "aus", "gemäß"})
CORRELATES = frozenset(
    "darauf davon dazu darüber daran dagegen dafür davor damit darin es hat habe haben hatte hatten wird wurde wie so".split()
)
STANCES = frozenset({"criticise", "praise", "deny"})
"""Acts whose reported form, `lehnt das Gesetz ab`, the scheme does not count: a stance, but nothing said."""
SENTENCE_END = frozenset(".!?")


@dataclass(slots=True)
class NewsArticle:
    """One article of the collection."""

    article: Article
    tokens: list[tuple[int, int]]
    """First and last code point, exclusive, of each token."""
    quotations: list[Quotation] = field(default_factory=list)


def is_wikinews(path: Path) -> bool:
    """Tell whether a path is a JSON file of the format, or a folder of such and no gold in XML."""
    if path.is_file():
        return path.suffix == ".json"
    return next(path.rglob("*.xml"), None) is None and next(path.rglob("*.json"), None) is not None


def read_wikinews(path: Path) -> dict[str, NewsArticle]:
    """Return the articles of a file or folder by path inside the folder, sorted.

    Raises:
        GoldError: when there is none, when a file cannot be read or has another format.
    """
    if not path.is_dir():
        return {path.name: _read(path)}
    files = sorted(path.rglob("*.json"))
    if not files:
        raise GoldError("no quotations here", where=str(path), hint="give a file (.json) or a folder of them")
    return {file.relative_to(path).as_posix(): _read(file) for file in files}


def _read(path: Path) -> NewsArticle:
    try:
        data = json.loads(path.read_text("utf-8"))
        article = Article(text=data["originalText"], id=data["documentName"], language="de")
        tokens = [_token(token, len(article.text)) for token in data["tokens"]]
        quotations = [_quotation(annotation, len(tokens)) for annotation in data["annotations"]]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        hint = "quotation gold has originalText, tokens and annotations"
        raise GoldError(f"cannot be read as quotations: {error!r}", where=str(path), hint=hint) from None
    return NewsArticle(article, tokens, quotations)


def _token(token: dict[str, int], length: int) -> tuple[int, int]:
    start, end = token["charBegin"], token["charEnd"]
    if not 0 <= start <= end <= length:
        raise ValueError("a token lies outside the text")
    return start, end


def _quotation(annotation: dict[str, Any], tokens: int) -> Quotation:
    parts = {MESSAGE: frozenset(annotation["quote"]["tokenIds"])}
    parts |= {role: frozenset(annotation[role]["tokenIds"]) for role in ROLES}
    if not all(0 <= token < tokens for part in parts.values() for token in part):
        raise ValueError("a quotation has a token that is not there")
    return Quotation(FORM_NAMES[annotation["type"]], parts)


def quotations_of(news: NewsArticle, summary: Summary) -> list[Quotation]:
    """Return the claims of a summary as quotations of the scheme.

    Where the scheme differs from ours: criticism, praise or denial of a thing is no quotation; another reported claim is
    its whole sentence, without cue and frame; a claim without a cue takes the mark that ends it along, and goes on with
    such claims by the same speaker right after it; what is quoted inside a claim is a quotation of its own; the cue of
    `nach Angaben von X` is `nach`, the rest the speaker; auxiliaries and correlates (`hat darauf hingewiesen`) belong to
    the cue; a speaker named in another sentence is the last mention of them before the claim.
    """
    return list(_Scheme(news, summary).quotations())


class _Scheme:
    def __init__(self, news: NewsArticle, summary: Summary) -> None:
        self._text = news.article.text
        self._tokens = news.tokens
        self._starts = [start for start, _ in news.tokens]
        self._claims = summary.claims
        self._mentions: dict[str, list[frozenset[int]]] = {}
        """Tokens of each mention by canonical name: those of names first, those of speakers as they come."""
        said = [claim.speaker_span for claim in summary.claims if claim.speaker_span]
        for entity in (*summary.people, *summary.organisations, *summary.places, *summary.technologies, *summary.laws):
            for mention in entity.mentions:
                span = Offsets(start=mention.start, end=mention.end)
                whole = (other for other in said if other.start <= span.start and span.end <= other.end)
                self._mentions.setdefault(entity.name, []).append(self._inside([next(whole, span)]))

    def quotations(self) -> Iterator[Quotation]:
        before: tuple[Claim, Quotation] | None = None
        for claim in self._claims:
            quotation = self._quotation(claim)
            if claim.form == "reported" and claim.act in STANCES:
                yield from (self._quoted(claim, quotation, part) for part in self._fragments(claim))
                continue
            goes_on = before is not None and not claim.cue_spans and self._goes_on(before, claim, quotation)
            if goes_on and before and claim.form == before[0].form == "free":
                before[1].parts[MESSAGE] = before[1].message | quotation.message
                quotation = before[1]
            else:
                if goes_on and before and claim.form == "direct":
                    quotation.parts.update({role: before[1].parts[role] for role in ROLES})
                yield quotation
            if claim.form != "direct":
                yield from (self._quoted(claim, quotation, part) for part in self._fragments(claim))
            before = claim, quotation

    def _goes_on(self, before: tuple[Claim, Quotation], claim: Claim, quotation: Quotation) -> bool:
        """Tell whether a claim follows right after another by the same speaker, nothing but its frame between them."""
        known = before[1].message | before[1].parts["frame"]
        gap = range(max(known, default=0) + 1, min(quotation.message, default=0))
        return before[0].speaker == claim.speaker and all(not self._word(token).isalnum() for token in gap)

    def _quotation(self, claim: Claim) -> Quotation:
        message = self._inside(claim.spans)
        cue, frame = self._inside(claim.cue_spans), self._inside(claim.frame_spans)
        speaker = self._inside([claim.speaker_span]) if claim.speaker_span else self._last_mention(claim, message)
        form: str = claim.form
        if form == "reported":
            message, cue, frame = self._with_mark(message | frame), frozenset(), frozenset()
        elif form == "free":
            form = "free, Konjunktiv" if claim.rule == "free-konjunktiv" else "free, indicative"
            message = self._with_mark(message)
        elif cue:
            first = min(cue)
            if len(cue) > 1 and self._word(first) in PREPOSITIONS and max(cue) - first < len(cue):
                between = range(max(cue) + 1, min(speaker, default=0))
                speaker |= (cue - {first}) | frozenset(between if len(between) <= 1 else ())
                cue = frozenset({first})
            else:
                cue |= {token for token in frame if self._word(token) in CORRELATES}
        if claim.speaker and speaker:
            self._mentions.setdefault(claim.speaker, []).append(speaker)
        roles = {"speaker": speaker, "cue": cue, "frame": frame}
        roles["addressee"] = self._inside([claim.addressee_span] if claim.addressee_span else [])
        return Quotation(form, {MESSAGE: message, **roles})

    def _quoted(self, claim: Claim, around: Quotation, message: frozenset[int]) -> Quotation:
        """Return the quotation that a verbatim fragment inside a claim is."""
        roles = {role: around.parts[role] for role in ROLES}
        if claim.form == "reported":
            roles["cue"] = self._inside(claim.cue_spans)
            roles["frame"] = self._inside(claim.frame_spans)
        return Quotation("direct", {MESSAGE: message, **roles})

    def _word(self, token: int) -> str:
        start, end = self._tokens[token]
        return self._text[start:end].lower()

    def _inside(self, spans: Iterable[Offsets]) -> frozenset[int]:
        found: set[int] = set()
        for span in spans:
            token = max(0, bisect_right(self._starts, span.start) - 1)
            while token < len(self._tokens) and self._tokens[token][0] < span.end:
                if self._tokens[token][1] > span.start:
                    found.add(token)
                token += 1
        return frozenset(found)

    def _with_mark(self, message: frozenset[int]) -> frozenset[int]:
        after = max(message, default=-2) + 1
        return message | {after} if after < len(self._tokens) and self._word(after) in SENTENCE_END else message

    def _last_mention(self, claim: Claim, message: frozenset[int]) -> frozenset[int]:
        first = min(message, default=0)
        before = [tokens for tokens in self._mentions.get(claim.speaker or "", ()) if tokens and max(tokens) < first]
        if before:
            return max(before, key=lambda tokens: (max(tokens), len(tokens)))
        return self._inside([claim.antecedent_span]) if claim.antecedent_span else frozenset()

    def _fragments(self, claim: Claim) -> Iterator[frozenset[int]]:
        least = 1 if claim.form == "reported" else FRAGMENT  # `nannte es „falsch“`
        for span in claim.spans:
            open_at = None
            for index in range(span.start, span.end):
                mark = self._text[index]
                if open_at is not None and mark in CLOSING[self._text[open_at]]:
                    part = self._inside([Offsets(start=open_at, end=index + 1)])
                    if sum(self._word(token).isalnum() for token in part) >= least:
                        yield part
                    open_at = None
                elif open_at is None and mark in OPENING and not self._text[index - 1 : index].isalnum():
                    open_at = index
