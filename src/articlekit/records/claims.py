"""Who claims what in an article."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import ConfigDict

from articlekit.records.places import STRICT, Offsets

Act = Literal["assert", "announce", "demand", "warn", "criticise", "praise", "promise", "deny", "predict", "ask"]
Form = Literal["direct", "indirect", "free", "reported"]
Modality = Literal["necessity", "obligation", "possibility", "permission", "intention"]


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
