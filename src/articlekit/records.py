"""The typed records of the contract: what a reader gives (`Article`) and what a writer gets (`Summary`).

Units: every `start` and `end` is an offset in Unicode code points into `Article.text`, end exclusive; `sentence` counts
sentences from 1; dates are ISO 8601 strings; confidences lie between 0 and 1. Lists are in order of first
mention, author's claims by strength.
"""

from dataclasses import dataclass, field
from typing import ClassVar, Final, Literal

from pydantic import ConfigDict

SCHEMA: Final = "articlekit/1"

Act = Literal["assert", "announce", "demand", "warn", "criticise", "praise", "promise", "deny", "predict", "ask"]
Form = Literal["direct", "indirect", "free", "reported"]
Modality = Literal["necessity", "obligation", "possibility", "permission", "intention"]
EventType = Literal[
    "launch",
    "opening",
    "signing",
    "adoption",
    "ruling",
    "vote",
    "acquisition",
    "attack",
    "outage",
    "meeting",
    "resignation",
]
Status = Literal["happened", "planned", "denied"]
Part = Literal["agent", "object"]

STRICT: ConfigDict = {"use_attribute_docstrings": True, "extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryWarning:
    """Something that a reader of the summary should know: a repair, a doubt, a rule that gave up."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    code: str
    """Short stable name, such as `unclosed-quote` or `encoding`."""
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text as read: NFC, line ends LF, with its metadata."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    text: str
    id: str | None = None
    title: str | None = None
    author: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    where: str | None = field(default=None, compare=False)
    """File, and line where there are several, as messages name it."""
    warnings: tuple[SummaryWarning, ...] = ()
    """What the reader had to repair or guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An input that gave no article or no summary; the others go on."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    where: str
    """File, and line where one is known: `docs.jsonl:7`."""
    code: str
    message: str
    hint: str | None = None

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" + (f"; {self.hint}" if self.hint else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offsets:
    """A stretch of `Article.text`."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    start: int
    """First code point."""
    end: int
    """Code point after the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a name stands."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    text: str
    """As it stands in the text."""
    start: int
    end: int
    sentence: int
    """Number of the sentence, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One place where somebody is meant without a name: `die Ministerin`, `er`."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    kind: Literal["nominal", "pronoun"]
    text: str
    """As it stands in the text."""
    start: int
    end: int
    sentence: int
    """Number of the sentence, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organisation, place, technology or law with all its mentions."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: str
    """Of this summary: per1, org2, loc1, tec1, law1, in order of first mention."""
    name: str
    """Canonical: the fullest form in the article without genitive ending, or the gazetteer's."""
    aliases: tuple[str, ...] = ()
    """Other forms in the article."""
    roles: tuple[str, ...] = ()
    """People only: roles as the text says them."""
    affiliations: tuple[str, ...] = ()
    """People only: ids of the organisations that they are said to belong to."""
    count: int
    """Number of mentions by name."""
    mentions: tuple[Mention, ...] = ()
    references: tuple[Reference, ...] = ()
    """Noun phrases and pronouns that mean it; not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time as the text says it and, where it can be resolved, as an interval of days, both inclusive."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    text: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who does something, or what it is done to."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: str | None = None
    """Of an entity of this summary; null where it has no name."""
    name: str
    """Canonical name, or the noun phrase."""
    role: Part | None = None
    """agent: who does it or meets; object: what or who it is done to; null where the text only names them beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A named event, or a happening: one public act or occurrence that the article tells or announces."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: str
    """Of this summary: evt1, evt2, in order of first mention."""
    name: str | None = None
    """Of a named event."""
    type: EventType | None = None
    """What happens; null for a named event of which nothing more is told."""
    trigger: str | None = None
    """The word that tells it, as it stands."""
    trigger_spans: tuple[Offsets, ...] = ()
    """That word and the others that tell the same again."""
    status: Status | None = None
    when: When | None = None
    where: str | None = None
    """Canonical name of the place."""
    participants: tuple[str, ...] = ()
    """Canonical names of people and organisations."""
    actors: tuple[Participant, ...] = ()
    """The participants with ids and roles, and what it is done to."""
    count: int
    """Number of mentions by name."""
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What the article attributes to somebody."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: int
    speaker: str | None = None
    """Canonical name of the speaker, the noun phrase where nobody is named, null when unknown."""
    speaker_id: str | None = None
    """Id of the speaker among the entities; null where nobody is named."""
    speaker_text: str | None = None
    """As it stands beside the claim; null when it does not."""
    speaker_span: Offsets | None = None
    antecedent_span: Offsets | None = None
    """Where the speaker is named, when that is elsewhere."""
    addressee: str | None = None
    """Whom it is said to, as it stands beside the claim."""
    addressee_span: Offsets | None = None
    act: Act
    form: Form
    cue: str | None = None
    """The word or words that introduce it, joined by a space."""
    cue_spans: tuple[Offsets, ...] = ()
    frame_spans: tuple[Offsets, ...] = ()
    """What stands round the claim in the sentence of its cue, cue and speaker included."""
    text: str
    """The pieces of the claim, joined by ` ... `."""
    spans: tuple[Offsets, ...] = ()
    """Several when the claim is discontinuous."""
    sentence: int | None = None
    """Sentence of the first piece, from 1; absent from a brief summary."""
    mentions: tuple[str, ...] = ()
    """Canonical names of the entities and events inside the claim."""
    modality: Modality | None = None
    negated: bool = False
    confidence: float
    rule: str
    """The rule that found it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorClaim:
    """A contestable statement in the article's own voice."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    text: str
    spans: tuple[Offsets, ...] = ()
    sentence: int | None = None
    act: Act
    markers: tuple[str, ...] = ()
    salience: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleInfo:
    """The article's metadata and measures."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    id: str | None = None
    title: str | None = None
    author: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    words: int
    """Tokens that are neither punctuation nor white space."""
    sentences: int
    sha256: str
    """Of the text as read, in UTF-8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made the summary: the same four and the same text give the same bytes."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    articlekit: str
    model: str
    model_version: str
    config_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Everything articlekit says about one article."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    schema: Literal["articlekit/1"] = SCHEMA
    article: ArticleInfo
    people: tuple[Entity, ...] = ()
    organisations: tuple[Entity, ...] = ()
    places: tuple[Entity, ...] = ()
    technologies: tuple[Entity, ...] = ()
    laws: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    author_claims: tuple[AuthorClaim, ...] = ()
    warnings: tuple[SummaryWarning, ...] = ()
    provenance: Provenance
