"""What speaks for and against a candidate, as named features of a linear model."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from articlekit.recognise.antecedents.candidates import PHRASE, Anaphor, Candidate, Names
from articlekit.recognise.claims.frame import Piece
from articlekit.recognise.gender import PRONOUNS, UNKNOWN, Genders
from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.linear import Features
from articlekit.recognise.names.repairs import common_nouns
from articlekit.recognise.referents import ends_like, is_plural, same_role
from articlekit.recognise.view import View

PERSON_ENDINGS = ("erin", "istin", "ist", "jährige", "jähriger", "mann", "frau", "loge", "wirtin", "wirt")
SHORTEST = 6
"""Letters of the last part of a compound that can be told."""
DISTANCES = (0, 1, 2, 3, 5, 8, 15)
POSSESSIVE = frozenset({"PPOSAT"})
ARTICLES = {"der": "m", "die": "f", "das": "n"}
SURE = frozenset({"die", "das"})
"""Articles that tell the gender of a name in the singular in every case that they stand for."""
SPOKEN = ("sprecher", "vertreter")
"""Who speaks for others, and so for a name beside it."""
FAR = 5
"""Sentences from which on a role is far."""
MANY = 4
"""Mentions of somebody who is often named."""


class Evidence:
    """Describes candidates by the lexicons of nouns, kinds of organisations, and genders."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._persons = frozenset(word.lower() for word in words(lexicons["person_nouns"]))
        self._organisations = frozenset(word.lower() for word in words(lexicons["organisation_nouns"]))
        self._kinds: list[Mapping[str, Any]] = [
            {
                "nouns": frozenset(noun.lower() for noun in words(kind["nouns"])),
                "parts": words(kind["parts"]),
                "names": words(kind["names"]),
                "only": kind["only"],
            }
            for kind in lexicons["organisation_kinds"]
        ]
        self._genders = Genders(lexicons)

    def wanted(self, view: View, head: int) -> str:
        """Return what a noun stands for: PER, ORG or `?`."""
        noun = view.lower[head]
        if ends_like(noun, self._organisations):
            return "ORG"
        singular = "Plur" not in view.doc[head].morph.get("Number", [])
        if ends_like(noun, self._persons) or (singular and (noun.endswith(PERSON_ENDINGS) or _has_feminine(noun))):
            return "PER"
        return UNKNOWN

    def of_nobody(self, view: View, anaphor: Anaphor) -> Features:
        """Return the features of an anaphor that stands for nobody named before."""
        features: Features = {f"{anaphor.kind} nobody": 1}
        if anaphor.head is not None:
            start, end = anaphor.piece
            features[f"{anaphor.kind} nobody {self.wanted(view, anaphor.head)}"] = 1
            features[f"{anaphor.kind} nobody {view.tag[start]}"] = 1
            features[f"{anaphor.kind} nobody long"] = float(end - start > 2)
            features[f"{anaphor.kind} nobody complement"] = float(end > anaphor.head + 1)
            named = any(view.entity[index] >= 0 for index in range(start, end))
            features[f"{anaphor.kind} nobody named {view.lower[anaphor.head].startswith(SPOKEN)}"] = float(named)
            if "Plur" in view.doc[anaphor.head].morph.get("Number", []):
                features[f"{anaphor.kind} nobody plural"] = 1
        return features

    def of(
        self,
        view: View,
        names: Names,
        roles: Mapping[int, set[str]],
        anaphor: Anaphor,
        candidate: Candidate,
        said: frozenset[int],
    ) -> Features:
        """Return the features of a candidate.

        Args:
            view: the document.
            names: its people and organisations.
            roles: role nouns of each name by its first token.
            anaphor: what stands for somebody.
            candidate: who may be meant.
            said: first tokens of those who said something before.
        """
        kind = anaphor.kind
        here = view.sentence_of[min(anaphor.piece[0], len(view) - 1)]
        start = candidate.piece[0]
        distance = here - view.sentence_of[start]
        bucket = max(step for step in DISTANCES if step <= distance) if distance >= 0 else 0
        label = candidate.label
        features: Features = {f"{kind} {label}": 1, f"{kind} distance {bucket}": 1}
        if _is_same(view, names, anaphor.previous, candidate):
            features[f"{kind} previous"] = 1
            features[f"{kind} previous {label}"] = 1
        if candidate.mentions:
            if candidate.mentions[0] in names.subjects:
                features[f"{kind} subject"] = 1
                if distance <= 1:
                    features[f"{kind} near subject"] = 1
            features[f"{kind} often"] = float(len(candidate.mentions) >= MANY)
            features[f"{kind} speaks"] = float(any(view.ents[place].start in said for place in candidate.mentions))
        if "\n" not in "".join(view.text[start : anaphor.piece[0]]):
            features[f"{kind} same paragraph"] = 1
        self._of_gender(view, anaphor, candidate, features)
        if kind == "nominal" and anaphor.head is not None:
            self._of_noun(view, roles, anaphor.head, candidate, distance, features)
            if view.tag[anaphor.piece[0]] in POSSESSIVE:
                features[f"possessive {label}"] = 1
        return features

    def _of_gender(self, view: View, anaphor: Anaphor, candidate: Candidate, features: Features) -> None:
        if anaphor.head is None:
            return
        word = view.lower[anaphor.head]
        if anaphor.kind == "pronoun":
            wanted = PRONOUNS.get(word, UNKNOWN)
            if word in {"sie", "diese"} and is_plural(view, anaphor.head):
                wanted = "p"
        elif self.wanted(view, anaphor.head) == "PER":
            wanted = "f" if word.endswith("in") else "m" if word.endswith("er") else UNKNOWN
        else:
            wanted = UNKNOWN
        gender = self._gender_of(view, candidate)
        fit = "open" if UNKNOWN in (wanted, gender) else "fits" if wanted == gender else "clashes"
        features[f"{anaphor.kind} gender {fit} {candidate.label}"] = 1
        if wanted == "p":
            features[f"plural {candidate.label}"] = 1

    def _gender_of(self, view: View, candidate: Candidate) -> str:
        start, end = candidate.piece
        if candidate.label == "PER":
            return self._genders.of_person(view, candidate.piece)
        if candidate.label == PHRASE:
            head = candidate.head if candidate.head is not None else end - 1
            if "Plur" in view.doc[head].morph.get("Number", []):
                return "p"
            return self._genders.of_phrase(view, candidate.piece, head)
        for place in candidate.mentions:
            entity = view.ents[place]
            article = view.lower[entity.start - 1] if entity.start else ""
            if article in SURE or (article == "der" and "Nom" in view.doc[entity.start - 1].morph.get("Case", [])):
                return ARTICLES[article]
        return self._genders.of_phrase(view, (start, end), end - 1)

    def _of_noun(
        self,
        view: View,
        roles: Mapping[int, set[str]],
        head: int,
        candidate: Candidate,
        distance: int,
        features: Features,
    ) -> None:
        noun, wanted = view.lower[head], self.wanted(view, head)
        features[f"wants {wanted} is {candidate.label}"] = 1
        held = any(
            same_role(noun, role) for place in candidate.mentions for role in roles.get(view.ents[place].start, ())
        )
        if held:
            features[f"role {candidate.label}"] = 1
            features[f"role {candidate.label} {'far' if distance > FAR else 'near'}"] = 1
        if candidate.label == "ORG":
            name = view.words(*candidate.piece)
            features[f"kind {self._is_kind(noun, name)}"] = 1

    def _is_kind(self, noun: str, name: str) -> str:
        """Tell whether an organisation can be called by a noun: yes, no or open; no company is a Behörde."""
        for kind in self._kinds:
            said = ends_like(noun, kind["nouns"])
            named = any(part in name.lower() for part in kind["parts"]) or name in kind["names"]
            if said and (named or kind["only"]):
                return "yes" if named else "no"
            if named and not said:
                return "no" if any(ends_like(noun, other["nouns"]) for other in self._kinds) else "open"
        return "open"


@lru_cache(maxsize=20_000)
def _has_feminine(noun: str) -> bool:
    """Tell whether a noun in -er, or its last part, is a person: there is a feminine of it (Forscher, but no Computer)."""
    if not noun.endswith("er"):
        return False
    nouns = common_nouns()
    return any((noun[start:] + "in").capitalize() in nouns for start in range(max(1, len(noun) - SHORTEST + 1)))


def _is_same(view: View, names: Names, previous: Piece | None, candidate: Candidate) -> bool:
    if previous is None:
        return False
    if candidate.label == PHRASE:
        return previous == candidate.piece
    place = view.entity[previous[1] - 1]
    return place in names.key and bool(candidate.mentions) and names.key[place] == names.key[candidate.mentions[0]]
