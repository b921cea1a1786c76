"""Who is meant: pronouns, role noun phrases and missing speakers become the name they stand for."""

from bisect import bisect_left
from typing import Any

from spacy.tokens import Doc

from articlekit.recognise.claims.frame import ClaimFrame, Piece, get_claims, set_claims
from articlekit.recognise.claims.phrases import phrase_at
from articlekit.recognise.gender import PRONOUNS, Genders
from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.referents import (
    DEFINITE,
    MEMORY,
    ends_like,
    fuller_phrase,
    is_apposed,
    is_inside,
    is_plural,
    meant_by,
    salient,
    same_role,
    subject_of_sentence,
)
from articlekit.recognise.roles import find_roles
from articlekit.recognise.view import NOUNS, View

ACTORS = frozenset({"PER", "ORG"})
PERSON_ENDINGS = ("erin", "istin", "ist", "jährige", "jähriger", "mann", "frau", "loge", "wirtin", "wirt", "er")
RELATIVE = {"der": "m", "das": "n"}
NEAR = 3
"""Sentences back to which a person outranks a noun phrase for a pronoun."""


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
            claim.antecedent = self._antecedent(view, claim, previous, roles) or fuller_phrase(view, claim, unnamed)
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
        before = meant_by(previous)
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
        last = (
            max(index for start, end in [*previous.pieces, *previous.cue] for index in (start, end - 1))
            if previous
            else -1
        )
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
            if entity.label_ == "PER" and is_apposed(view, entity.start, entity.end, head):
                return entity.start, entity.end
        states = any(view.lower[head].endswith(word.lower()) for word in self._statements)
        for entity in inside:
            if entity.start <= head < entity.end and entity.label_ in ACTORS | {"TEC", "LOC"}:
                return entity.start, entity.end
            if entity.label_ in ("ORG", "TEC") and (states or is_apposed(view, entity.start, entity.end, head)):
                return entity.start, entity.end
        return None

    def _pronoun(
        self, view: View, pronoun: int, claim: ClaimFrame, before: Piece | None, roles: dict[int, set[str]]
    ) -> Piece | None:
        """Return who a pronoun stands for: the speaker before where gender allows it, else the most salient person."""
        wanted = PRONOUNS.get(view.lower[pronoun])
        if wanted == "f" and is_plural(view, pronoun):
            return before
        if wanted and (subject := self._subject_before(view, pronoun, wanted, roles, claim)):
            return subject
        gender = self._genders.of_person
        named = before is not None and view.entity[before[1] - 1] >= 0
        if before and named and gender(view, before) in (wanted, "?"):
            return before
        people = [piece for piece in salient(view, claim, "PER") if gender(view, piece) in (wanted, "?")]
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
        return phrase if ends_like(view.lower[head], self._persons | self._organisations) else None

    def _role(self, view: View, head: int, claim: ClaimFrame, roles: dict[int, set[str]]) -> Piece | None:
        """Return the name whose role the noun phrase repeats, or the nearest name of the kind that the noun asks for."""
        noun = view.text[head].lower()
        last = bisect_left(view.ents, head, key=lambda entity: entity.start)
        for entity in reversed(view.ents[max(0, last - MEMORY) : last]):
            if entity.label_ in ACTORS and not is_inside(claim, entity.start):
                if any(same_role(noun, role) for role in roles.get(entity.start, ())):
                    return entity.start, entity.end
        singular = "Plur" not in view.doc[head].morph.get("Number", [])
        if ends_like(noun, self._organisations):
            wanted = "ORG"
        elif ends_like(noun, self._persons) or (singular and noun.endswith(PERSON_ENDINGS)):
            wanted = "PER"
        else:
            return None
        gender = "f" if noun.endswith("in") else "m" if noun.endswith("er") else "?"
        for piece in salient(view, claim, wanted):
            if wanted == "ORG":
                if self._is_kind(noun, view.words(*piece)):
                    return piece
            elif gender == "?" or self._genders.of_person(view, piece) in (gender, "?"):
                return piece
        return None

    def _is_kind(self, noun: str, name: str) -> bool:
        """Tell whether an organisation can be called by a noun: no company is a Behörde, no ministry a Konzern."""
        for kind in self._kinds:
            said = ends_like(noun, kind["nouns"])
            named = any(part in name.lower() for part in kind["parts"]) or name in kind["names"]
            if said and kind["only"]:
                return named
            if named and not said:
                return not any(ends_like(noun, other["nouns"]) for other in self._kinds)
        return True
