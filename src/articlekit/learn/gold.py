"""Gold articles: the XML of the annotation guide, read into text and stand-off annotation.

Offsets are code points into the text, whose paragraphs and headings are separated by one blank line.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

import yaml

from articlekit.errors import GoldError
from articlekit.learn.clusters import Name, read_clusters
from articlekit.learn.happenings import GoldHappenings, read_happenings
from articlekit.records import Act, Article, Form
from articlekit.sections import LABELS

BLOCKS = ("p", "h")
SEPARATOR = "\n\n"
AUTHOR_CLAIMS = "author_claims"
WEIGHTS = (1, 2, 3)
OPINION_GENRE = "op-ed"
"""Articles of all other genres report."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """One name."""

    label: str
    start: int
    end: int


@dataclass(slots=True)
class GoldClaim:
    """One claim; `speaker` is the canonical name, empty when unknown."""

    id: str
    form: str = ""
    act: str = ""
    speaker: str = ""
    spans: list[Span] = field(default_factory=list)
    cue_spans: list[Span] = field(default_factory=list)
    speaker_spans: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class GoldAuthorClaim:
    """A sentence that the author answers for."""

    start: int
    end: int
    act: str
    weight: int
    """3 for the thesis and the central demands, 2 for an argument, 1 for a remark by the way."""


@dataclass(frozen=True, slots=True)
class Gold:
    """An article with its names and claims, both in order of their first character."""

    article: Article
    genre: str
    entities: tuple[GoldEntity, ...]
    claims: tuple[GoldClaim, ...]
    author_claims: tuple[GoldAuthorClaim, ...] | None = None
    """None where nobody annotated them."""
    clusters: dict[Name, str] | None = None
    """The entity of each name; None where nobody annotated them."""
    happenings: GoldHappenings | None = None
    """None where neither happenings nor named events are annotated."""


def gold_files(path: Path) -> list[Path]:
    """Return the gold files of a file or folder, in the order of their paths.

    Raises:
        GoldError: when there are none.
    """
    files = sorted(path.rglob("*.xml")) if path.is_dir() else [path] if path.exists() else []
    if not files:
        hint = "give a gold file (.xml) or a folder of them"
        raise GoldError("no gold articles here", where=str(path), hint=hint)
    return files


def read_gold(path: Path) -> Gold:
    """Read one gold article.

    Raises:
        GoldError: names every mistake of the file at once.
    """
    try:
        root = ET.parse(path).getroot()  # noqa: S314  gold files are the annotator's own
    except (ET.ParseError, OSError, UnicodeDecodeError) as error:
        raise GoldError(f"cannot be read: {error}", where=str(path), hint="mend the XML") from None
    walk = _Walk()
    for block in root:
        if block.tag not in BLOCKS:
            walk.mistakes.append(f"<{block.tag}> where <p> or <h> belongs")
        if walk.length:
            walk.add(SEPARATOR)
        walk.element(block)
    mistakes = walk.mistakes + list(_claim_mistakes(walk.claims))
    if root.tag != "article":
        mistakes.append(f"<{root.tag}> where <article> belongs")
    if mistakes:
        raise GoldError("; ".join(mistakes), where=str(path), hint="see the annotation guide")
    article = Article(
        text="".join(walk.parts),
        id=root.get("id") or path.stem,
        title=root.get("title"),
        author=root.get("author"),
        date=root.get("date"),
        language="de",
    )
    claims = sorted(walk.claims.values(), key=lambda claim: claim.spans[0])
    entities = sorted(walk.entities, key=lambda entity: entity.start)
    return Gold(
        article=article,
        genre=root.get("genre", ""),
        entities=tuple(entities),
        claims=tuple(claims),
        author_claims=_read_author_claims(path, article.text),
        clusters=read_clusters(path, article.text, [(name.label, name.start, name.end) for name in entities]),
        happenings=read_happenings(path, article.text),
    )


def _read_author_claims(path: Path, text: str) -> tuple[GoldAuthorClaim, ...] | None:
    """Return the author's claims of an article from `author_claims/` beside its folder, None where there is no file.

    Raises:
        GoldError: when the file is broken, or a sentence of it is not in the article; all mistakes are named.
    """
    file = path.resolve().parent.parent / AUTHOR_CLAIMS / f"{path.stem}.yaml"
    if not file.exists():
        return None
    hint = "see the annotation guide"
    try:
        entries = yaml.safe_load(file.read_text("utf-8"))["claims"] or []
        rows = [(str(entry["text"]).strip(), entry["act"], entry["weight"]) for entry in entries]
    except (OSError, yaml.YAMLError, ValueError, KeyError, TypeError) as error:
        told = " ".join(str(error).split())
        raise GoldError(f"cannot be read: {told}", where=str(file), hint=hint) from None
    claims, mistakes, place = [], [], 0
    for sentence, act, weight in rows:
        start = text.find(sentence, place)
        if start < 0 or not sentence:
            mistakes.append(f"not in the article, or not in its order: {sentence[:60]!r}")
            continue
        place = start + len(sentence)
        if act not in get_args(Act) or type(weight) is not int or weight not in WEIGHTS:
            mistakes.append(f"act {act!r}, weight {weight} of {sentence[:60]!r}")
        claims.append(GoldAuthorClaim(start, place, act, weight))
    if mistakes:
        raise GoldError("; ".join(mistakes), where=str(file), hint=hint)
    return tuple(claims)


class _Walk:
    """Collects text and spans on the way through the tree."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.entities: list[GoldEntity] = []
        self.claims: dict[str, GoldClaim] = {}
        self.mistakes: list[str] = []
        self.in_entity = False

    def add(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)

    def element(self, element: ET.Element) -> None:
        start = self.length
        is_entity = element.tag.upper() in LABELS
        if is_entity and self.in_entity:
            self.mistakes.append(f"<{element.tag}> inside another name at {start}")
        outer, self.in_entity = self.in_entity, self.in_entity or is_entity
        self.add(element.text)
        for child in element:
            self.element(child)
            self.add(child.tail)
        self.in_entity = outer
        self._close(element, start)

    def _close(self, element: ET.Element, start: int) -> None:
        span = (start, self.length)
        if start == self.length:
            self.mistakes.append(f"empty <{element.tag}> at {start}")
        if element.tag.upper() in LABELS:
            self.entities.append(GoldEntity(element.tag.upper(), *span))
        elif element.tag in ("claim", "cue", "spk"):
            claim = self.claims.setdefault(element.get("c", ""), GoldClaim(element.get("c", "")))
            if element.tag == "claim":
                claim.form = claim.form or element.get("form", "")
                claim.act = claim.act or element.get("act", "")
                claim.speaker = claim.speaker or element.get("speaker", "")
                claim.spans.append(span)
                claim.spans.sort()
            else:
                (claim.cue_spans if element.tag == "cue" else claim.speaker_spans).append(span)
        elif element.tag not in BLOCKS:
            self.mistakes.append(f"unknown tag <{element.tag}> at {start}")


def _claim_mistakes(claims: dict[str, GoldClaim]) -> Iterator[str]:
    for claim in claims.values():
        if not claim.spans:
            yield f"claim {claim.id} has a cue or speaker but no <claim>"
        if claim.form not in get_args(Form):
            yield f"claim {claim.id}: form {claim.form!r} is none of {', '.join(get_args(Form))}"
        if claim.act not in get_args(Act):
            yield f"claim {claim.id}: act {claim.act!r} is none of {', '.join(get_args(Act))}"
