"""Who is meant: pronouns, role noun phrases and missing speakers become the name they stand for."""

from bisect import bisect_left
from functools import lru_cache
from typing import Any

from spacy.tokens import Doc

from articlekit.recognise.claims.frame import ClaimFrame, Piece, get_claims, set_claims
from articlekit.recognise.gender import PRONOUNS, Genders
from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.claims.phrases import phrase_at
from articlekit.recognise.roles import find_roles
from articlekit.recognise.view import NOUNS, SUBJECT, View

ACTORS = frozenset({"PER", "ORG"})
DEFINITE = frozenset("der die das den dem des dieser diese dieses sein seine ihr ihre".split())
PERSON_ENDINGS = ("erin", "istin", "ist", "jährige", "jähriger", "mann", "frau", "loge", "wirtin", "wirt", "er")
CASE_ENDINGS = ("s", "es", "n", "en", "ns")
RELATIVE = {"der": "m", "das": "n"}
MEMORY = 300
"""How many names back a speaker is looked for at all."""
NEAR = 3
"""Sentences back to which a person outranks a noun phrase for a pronoun."""
REACH = 12
"""How many names back a role noun phrase without a matching role may point."""


class SpeakersComponent:
    """Resolves the speakers of claims; registered as `articlekit_speakers`. Comes after entities and claims."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._persons = frozenset(word.lower() for word in words(lexicons["person_nouns"]))
        self._organisations = frozenset(word.lower() for word in words(lexicons["organisation_nouns"]))
        self._kinds: list[dict[str, Any]] = [
            {
                "nouns": frozenset(noun.lower() for noun in words(kind["nouns"])),
                "parts": words(kind["parts"]),
                "names": words(kind["names"]),
                "only": kind["only"],
            }
            for kind in lexicons["organisation_kinds"]
        ]
        self._statements = words(lexicons["statements"])
        self._pronouns = words(lexicons["speaker_pronouns"])
        self._genders = Genders(lexicons)

    def __call__(self, doc: Doc) -> Doc:
        """Set `antecedent` of each claim that needs one."""
        claims = get_claims(doc)
        if not claims:
            return doc
        view = View(doc)
        roles = find_roles(view)
        previous: ClaimFrame | None = None
        unnamed: list[ClaimFrame] = []
        for claim in claims:
            claim.antecedent = self._antecedent(view, claim, previous, roles) or _fuller(view, claim, unnamed)
            if claim.antecedent is None and claim.speaker_head is not None:
                unnamed.append(claim)
            nested = previous is not None and previous.start <= claim.start and claim.end <= previous.end
            if not nested and (claim.antecedent or claim.speaker):
                previous = claim
        set_claims(doc, claims)
        return doc

    def _antecedent(
        self, view: View, claim: ClaimFrame, previous: ClaimFrame | None, roles: dict[int, set[str]]
    ) -> Piece | None:
        before = _meant(previous)
        speaker, head = claim.speaker, claim.speaker_head
        if speaker is None:
            if not claim.inherits or (claim.form == "indirect" and not claim.cue):
                return None
            return self._said_between(view, claim, previous, roles) or before
        if head is not None and view.tag[head] == "PRELS":
            return self._related(view, head, claim, roles)
        if named := self._named(view, speaker, head):
            return named
        head = head if head is not None else speaker[1] - 1
        if view.tag[head] in {"PPER", "PDS", "PRELS"} or view.lower[head] in self._pronouns:
            return self._pronoun(view, head, claim, before, roles)
        if any(view.lower[head].endswith(word.lower()) for word in self._statements):
            return self._said_between(view, claim, previous, roles) or before
        if view.lower[speaker[0]] in DEFINITE and (meant := self._role(view, head, claim, roles)):
            return meant
        return None

    def _related(self, view: View, pronoun: int, claim: ClaimFrame, roles: dict[int, set[str]]) -> Piece | None:
        """Return whom a relative pronoun stands for: the noun phrase right before its clause."""
        start = view.sentences[view.sentence_of[pronoun]][0]
        wanted = RELATIVE.get(view.lower[pronoun])
        for head in range(pronoun - 1, start - 1, -1):
            if view.tag[head] in NOUNS:
                gender = self._genders.of_phrase(view, (head, head + 1), head)
                if wanted in {"m", "n"} and gender in {"m", "f", "n"} and gender != wanted:
                    continue
                phrase = phrase_at(view, head, start, pronoun)
                return self._of_phrase(view, phrase, head, claim, roles) or phrase
            if view.is_finite(head):
                return None
        return None

    def _said_between(
        self, view: View, claim: ClaimFrame, previous: ClaimFrame | None, roles: dict[int, set[str]]
    ) -> Piece | None:
        """Return who the sentence before is about, where that sentence stands between a claim and the one before it."""
        number = view.sentence_of[claim.start]
        last = max(index for start, end in [*previous.pieces, *previous.cue] for index in (start, end - 1)) if previous else -1
        if last >= 0 and view.sentence_of[last] >= number - 1:
            return None
        found = subject_of_sentence(view, number - 1)
        return self._of_phrase(view, found[1], found[0], claim, roles) if found else None

    def _named(self, view: View, speaker: Piece, head: int | None) -> Piece | None:
        """Return the name in a speaker's noun phrase: a person, or the organisation that speaks itself.

        A spokesperson is nobody's name: `ein Sprecher von X` stays a noun phrase.
        """
        inside = [view.ents[n] for n in dict.fromkeys(view.entity[speaker[0] : speaker[1]]) if n >= 0]
        head = speaker[1] - 1 if head is None else head
        for entity in inside:
            if entity.label_ == "PER" and _is_apposed(view, entity.start, entity.end, head):
                return entity.start, entity.end
        states = any(view.lower[head].endswith(word.lower()) for word in self._statements)
        for entity in inside:
            if entity.start <= head < entity.end and entity.label_ in ACTORS | {"TEC", "LOC"}:
                return entity.start, entity.end
            if entity.label_ in ("ORG", "TEC") and (states or _is_apposed(view, entity.start, entity.end, head)):
                return entity.start, entity.end
        return None

    def _pronoun(
        self, view: View, pronoun: int, claim: ClaimFrame, before: Piece | None, roles: dict[int, set[str]]
    ) -> Piece | None:
        """Return who a pronoun stands for: the speaker before where gender allows it, else the most salient person."""
        wanted = PRONOUNS.get(view.lower[pronoun])
        if wanted == "f" and _is_plural(view, pronoun):
            return before
        if wanted and (subject := self._subject_before(view, pronoun, wanted, roles, claim)):
            return subject
        gender = self._genders.of_person
        named = before is not None and view.entity[before[1] - 1] >= 0
        if before and named and gender(view, before) in (wanted, "?"):
            return before
        people = [piece for piece in _salient(view, claim, "PER") if gender(view, piece) in (wanted, "?")]
        near = [piece for piece in people if view.sentence_of[pronoun] - view.sentence_of[piece[0]] <= NEAR]
        if near or before is None or gender(view, before) not in (wanted, "?"):
            return people[0] if people else None
        return before

    def _subject_before(
        self, view: View, pronoun: int, wanted: str, roles: dict[int, set[str]], claim: ClaimFrame
    ) -> Piece | None:
        """Return whom the subject of the sentence before means, where its gender is that of the pronoun."""
        found = subject_of_sentence(view, view.sentence_of[pronoun] - 1)
        if found is None:
            return None
        head, phrase = found
        if self._genders.of_phrase(view, phrase, head) != wanted:
            return None
        return self._of_phrase(view, phrase, head, claim, roles)

    def _of_phrase(
        self, view: View, phrase: Piece, head: int, claim: ClaimFrame, roles: dict[int, set[str]]
    ) -> Piece | None:
        if named := self._named(view, phrase, head):
            return named
        if view.lower[phrase[0]] in DEFINITE and (meant := self._role(view, head, claim, roles)):
            return meant
        return phrase if _ends_like(view.lower[head], self._persons | self._organisations) else None

    def _role(self, view: View, head: int, claim: ClaimFrame, roles: dict[int, set[str]]) -> Piece | None:
        """Return the name whose role the noun phrase repeats, or the nearest name of the kind that the noun asks for."""
        noun = view.text[head].lower()
        last = bisect_left(view.ents, head, key=lambda entity: entity.start)
        for entity in reversed(view.ents[max(0, last - MEMORY) : last]):
            if entity.label_ in ACTORS and not _inside(claim, entity.start):
                if any(_same_role(noun, role) for role in roles.get(entity.start, ())):
                    return entity.start, entity.end
        singular = "Plur" not in view.doc[head].morph.get("Number", [])
        if _ends_like(noun, self._organisations):
            wanted = "ORG"
        elif _ends_like(noun, self._persons) or (singular and noun.endswith(PERSON_ENDINGS)):
            wanted = "PER"
        else:
            return None
        gender = "f" if noun.endswith("in") else "m" if noun.endswith("er") else "?"
        for piece in _salient(view, claim, wanted):
            if wanted == "ORG":
                if self._is_kind(noun, view.words(*piece)):
                    return piece
            elif gender == "?" or self._genders.of_person(view, piece) in (gender, "?"):
                return piece
        return None

    def _is_kind(self, noun: str, name: str) -> bool:
        """Tell whether an organisation can be called by a noun: no company is a Behörde, no ministry a Konzern."""
        for kind in self._kinds:
            said = _ends_like(noun, kind["nouns"])
            named = any(part in name.lower() for part in kind["parts"]) or name in kind["names"]
            if said and kind["only"]:
                return named
            if named and not said:
                return not any(_ends_like(noun, other["nouns"]) for other in self._kinds)
        return True


def _fuller(view: View, claim: ClaimFrame, earlier: list[ClaimFrame]) -> Piece | None:
    """Return the longer noun phrase of an earlier speaker that `der Bericht` takes up, `ein Bericht des Instituts`, or None."""
    head, speaker = claim.speaker_head, claim.speaker
    if head is None or speaker is None or speaker[1] - speaker[0] != 2 or view.lower[speaker[0]] not in DEFINITE:
        return None
    noun = view.lower[head]
    for other in reversed(earlier):
        if other.speaker is None or other.speaker_head is None or other.speaker[1] - other.speaker[0] <= 2:
            continue
        if _same_role(noun, view.lower[other.speaker_head]):
            return other.speaker
    return None


def subject_of_sentence(view: View, number: int) -> tuple[int, Piece] | None:
    """Return head and extent of the subject of a sentence's main verb, no pronoun, or None."""
    if number < 0:
        return None
    start, end = view.sentences[number]
    root = next((index for index in range(start, end) if view.head[index] == index and view.tag[index][0] != "$"), None)
    head = view.subject_of(root) if root is not None else None
    if head is None or view.tag[head] not in NOUNS or not start <= head < end:
        return None
    return head, phrase_at(view, head, start, end)


def _is_apposed(view: View, start: int, end: int, head: int) -> bool:
    """Tell whether a name is what the head noun names: the head itself, right behind it, or behind a comma."""
    if start <= head < end or start == head + 1:
        return True
    return start > head and "," in view.text[head:start]


def _inside(claim: ClaimFrame, index: int) -> bool:
    return any(start <= index < end for start, end in claim.pieces)


def _salient(view: View, claim: ClaimFrame, label: str) -> list[Piece]:
    """Return the names before a claim's frame, likeliest first: the nearest sentences, and in each its subject first."""
    frame = claim.speaker[0] if claim.speaker else claim.end
    last = bisect_left(view.ents, frame, key=lambda entity: entity.start)
    ranked = []
    for entity in view.ents[max(0, last - MEMORY) : last]:
        if entity.label_ != label or _inside(claim, entity.start):
            continue
        subject = any(view.dep[index] in SUBJECT for index in range(entity.start, entity.end))
        ranked.append((-view.sentence_of[entity.start], not subject, entity.start, entity.end))
    return [(start, end) for _, _, start, end in sorted(ranked)[:REACH]]


def _is_plural(view: View, pronoun: int) -> bool:
    """Tell whether the verb beside `sie` is plural."""
    for index in (pronoun - 1, pronoun + 1, view.head[pronoun]):
        if 0 <= index < len(view) and view.is_finite(index):
            return view.lower[index].endswith("n")
    return False


def _meant(claim: ClaimFrame | None) -> Piece | None:
    return (claim.antecedent or claim.speaker) if claim else None


def _same_role(noun: str, role: str) -> bool:
    """Tell whether two role nouns are one: the same, or one the head of the other (Minister, Digitalminister)."""
    return any(
        len(short) >= 4 and long.endswith(short)
        for base in _bases(noun)
        for short, long in [sorted((base, role), key=len)]
    )


def _ends_like(noun: str, known: frozenset[str]) -> bool:
    """Tell whether a noun, in any case, is one of the known or a compound with one; all lower case."""
    return any(base in known or base.endswith(_endings(known)) for base in _bases(noun))


@lru_cache(maxsize=64)
def _endings(known: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in known if len(word) > 3)


def _bases(noun: str) -> set[str]:
    """Return what a noun can be without its case ending, itself included."""
    return {noun, *(noun.removesuffix(ending) for ending in CASE_ENDINGS)}
