"""The lexicon of cues, compiled: what each verb, phrase, noun and preposition of saying can take as its content."""

from dataclasses import dataclass
from typing import Any

from articlekit.recognise.lexicon import Lexicons

CONTRACTED = {
    "zu": ("zum", "zur"),
    "von": ("vom",),
    "an": ("am", "ans"),
    "in": ("im", "ins"),
    "bei": ("beim",),
    "für": ("fürs",),
    "um": ("ums",),
    "auf": ("aufs",),
    "über": ("übers",),
}
"""Prepositions with the article in them."""
LINK = 2
"""Letters by which a noun is longer at least when somebody stands in it: Polizeiangaben, but not Angaben."""


@dataclass(frozen=True, slots=True)
class CueSpec:
    """What a cue says and takes."""

    act: str
    weak: bool = False
    """No word of saying by itself: only a dass clause or a Konjunktiv clause is its content."""
    objects: bool = False
    """An accusative noun phrase can be its content."""
    prepositions: frozenset[str] = frozenset()
    """Prepositions that open its content."""
    predicate: bool = False
    """Its object counts only when something is said of it."""
    questions: bool = False
    """An indirect question can be its content."""
    infinitive: bool = True
    """An infinitive clause can be its content."""
    requires: frozenset[str] = frozenset()
    """Words of which one has to stand in its clause, where there are any."""
    source: str = ""
    """The preposition before its speaker, which is not its subject: `geht aus dem Bericht hervor`."""
    addressee: str = "dative"
    """How whom it is said to stands beside it: in the dative, in the accusative, or after this preposition."""
    cites: bool = False
    """In the passive its subject is who speaks: `wird mit den Worten zitiert`."""
    reflexive: bool = False
    """Only with a reflexive pronoun in its clause."""
    dative: bool = False
    """Its dative is its content."""
    genitive: bool = True
    """Nouns: a genitive after it is the speaker."""


class CueLexicon:
    """All cues by their lemmas."""

    def __init__(self, lexicons: Lexicons) -> None:
        self.verbs = {lemma: _spec(entry) for lemma, entry in lexicons["cue_verbs"].items()}
        self.forms = {form: lemma for lemma in self.verbs for form in _regular_forms(lemma)}
        """Regular finite forms to infinitives, for verbs that a pipeline's lemmatizer does not know."""
        self.nouns = {lemma: _spec(entry) for lemma, entry in lexicons["cue_nouns"].items()}
        self.phrases: dict[str, list[tuple[tuple[str, ...], CueSpec]]] = {}
        """By the lemma of their verb: the other words in lower case, and what they say together; longest first."""
        for phrase, entry in lexicons["cue_phrases"].items():
            *others, verb = phrase.split()
            self.phrases.setdefault(verb, []).append((tuple(word.lower() for word in others), _spec(entry)))
        for known in self.phrases.values():
            known.sort(key=lambda item: -len(item[0]))
        self.according_to = frozenset(lexicons["according_to"])
        self.postpositions = frozenset(word for word in lexicons["postpositions"] if word != "nach")
        self.adverbs = frozenset(lexicons["adverbs"])
        self.relatives = frozenset(lexicons["relative_adverbs"])
        self.after_nouns: dict[str, str] = {
            noun.lower(): entry["act"] for noun, entry in lexicons["after_nouns"].items()
        }
        self.postposed = frozenset(noun.lower() for noun in lexicons["postpositions"].get("nach", {}).get("nouns", ()))
        """Nouns before a postposed `nach`: seiner Ansicht nach."""
        self._prepositions = {
            noun.lower(): frozenset(entry.get("prep", ("nach",))) for noun, entry in lexicons["after_nouns"].items()
        }
        self._endings = tuple(noun for noun in self.after_nouns if len(noun) > 4)

    def is_compound(self, noun: str) -> bool:
        """Tell whether a noun of saying has another in it, and before that who says it: Polizeiangabe."""
        return any(noun.lower().endswith(ending) and len(noun) > len(ending) + LINK for ending in self._endings)

    def after_noun(self, preposition: str, lemma: str) -> str | None:
        """Return the lower-case noun of `nach Angaben` that a lemma is or ends in (Polizeiangabe), or None."""
        lower = lemma.lower()
        known: str | None = lower if lower in self.after_nouns else None
        if known is None and lower.endswith(self._endings):
            known = max((ending for ending in self._endings if lower.endswith(ending)), key=len)
        return known if known is not None and preposition in self._prepositions[known] else None


def _required(word: str) -> tuple[str, ...]:
    return (word, "dar" + word, "da" + word, *CONTRACTED.get(word, ()), *(("mich", "uns") if word == "sich" else ()))


def _regular_forms(lemma: str) -> list[str]:
    stem = lemma.removesuffix("n") if lemma.endswith(("ern", "eln")) else lemma.removesuffix("en")
    linking = "e" if stem.endswith(("t", "d")) else ""
    return [stem + linking + "t", stem + linking + "te", stem + linking + "ten", stem + "e"]


def _spec(entry: dict[str, Any]) -> CueSpec:
    return CueSpec(
        act=entry["act"],
        weak=entry.get("strength") == "weak",
        objects=entry.get("object", False),
        prepositions=frozenset(form for word in entry.get("prep", ()) for form in (word, *CONTRACTED.get(word, ()))),
        predicate=entry.get("predicate", False),
        questions=entry.get("questions", entry["act"] == "ask"),
        infinitive=entry.get("infinitive", True),
        requires=frozenset(_required(entry["requires"])) if "requires" in entry else frozenset(),
        source=entry.get("source", ""),
        addressee=entry.get("addressee", "dative"),
        cites=entry.get("cites", False),
        reflexive=entry.get("reflexive", False),
        dative=entry.get("dative", False),
        genitive=entry.get("genitive", True),
    )
