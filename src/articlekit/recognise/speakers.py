"""Who is meant: pronouns, role noun phrases and missing speakers become the name they stand for."""

from spacy.tokens import Doc

from articlekit.recognise.claims.frame import ClaimFrame, Piece, get_claims, set_claims
from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.roles import find_roles
from articlekit.recognise.view import View

ACTORS = frozenset({"PER", "ORG"})
DEFINITE = frozenset("der die das den dem des dieser diese dieses sein seine ihr ihre".split())
PERSON_ENDINGS = ("erin", "istin", "ist", "jährige", "jähriger", "mann", "frau", "loge", "login", "wirtin", "wirt", "oker")
CASE_ENDINGS = ("s", "es", "n", "en", "ns")
REACH = 12
"""How many names back a role noun phrase without a matching role may point."""


class SpeakersComponent:
    """Resolves the speakers of claims; registered as `articlekit_speakers`. Comes after entities and claims."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._persons = words(lexicons["person_nouns"])
        self._organisations = words(lexicons["organisation_nouns"])
        self._spokespersons = words(lexicons["spokespersons"])
        self._documents = words(lexicons["statements"])
        self._pronouns = words(lexicons["speaker_pronouns"])
        self._feminine = words(lexicons["feminine_titles"])

    def __call__(self, doc: Doc) -> Doc:
        """Set `antecedent` of each claim that needs one."""
        claims = get_claims(doc)
        if not claims:
            return doc
        view = View(doc)
        roles = find_roles(view)
        previous: ClaimFrame | None = None
        for claim in claims:
            claim.antecedent = self._antecedent(view, claim, previous, roles)
            nested = previous is not None and previous.start <= claim.start and claim.end <= previous.end
            if not nested and (claim.antecedent or claim.speaker):
                previous = claim
        set_claims(doc, claims)
        return doc

    def _antecedent(
        self, view: View, claim: ClaimFrame, previous: ClaimFrame | None, roles: dict[int, set[str]]
    ) -> Piece | None:
        before = _meant(previous)
        speaker, head = (claim.speaker, claim.speaker_head) if claim.speaker else (claim.implied, claim.implied_head)
        if speaker is None:
            return before if claim.inherits and claim.form in {"direct", "free", "reported"} or claim.inherits and claim.cue else None
        if named := self._named(view, speaker, head):
            return named
        head = head if head is not None else speaker[1] - 1
        if view.tag[head] in {"PPER", "PDS", "PRELS"} or view.lower[head] in self._pronouns:
            return self._pronoun(view, head, before)
        if view.lower[speaker[0]] in DEFINITE and (meant := self._role(view, head, speaker[0], roles)):
            return meant
        return None if claim.speaker else speaker

    def _named(self, view: View, speaker: Piece, head: int | None) -> Piece | None:
        """Return the name in a speaker's noun phrase: a person, or the organisation that speaks itself."""
        inside = [view.doc.ents[n] for n in dict.fromkeys(view.entity[speaker[0] : speaker[1]]) if n >= 0]
        for entity in inside:
            if entity.label_ == "PER":
                return entity.start, entity.end
        noun = view.text[head] if head is not None else ""
        speaks_for = any(noun.lower().endswith(word.lower()) for word in self._spokespersons | self._documents)
        for entity in inside:
            if head is not None and entity.start <= head < entity.end and entity.label_ in ACTORS | {"TEC", "LOC"}:
                return entity.start, entity.end
            if entity.label_ == "ORG" and (speaks_for or entity.start == (head or 0) + 1):
                return entity.start, entity.end
        return None

    def _pronoun(self, view: View, pronoun: int, before: Piece | None) -> Piece | None:
        """Return the nearest speaker or person before a pronoun; a person outranks an organisation for er and sie."""
        if before and view.sentence_of[pronoun] - view.sentence_of[before[0]] <= 12:
            if view.entity[before[0]] >= 0 or view.entity[before[1] - 1] >= 0:
                return before
        for entity in reversed(view.doc.ents):
            if entity.start < pronoun and entity.label_ == "PER":
                return entity.start, entity.end
        return before

    def _role(self, view: View, head: int, start: int, roles: dict[int, set[str]]) -> Piece | None:
        """Return the name whose role the noun phrase repeats, or the nearest name of the kind that the noun asks for."""
        noun = view.text[head].lower()
        names = [entity for entity in view.doc.ents if entity.start < start and entity.label_ in ACTORS]
        for entity in reversed(names):
            if any(_same_role(noun, role) for role in roles.get(entity.start, ())):
                return entity.start, entity.end
        singular = "Plur" not in view.doc[head].morph.get("Number")
        if _ends_like(noun, self._persons) or (singular and noun.endswith(PERSON_ENDINGS)):
            wanted = "PER"
        elif _ends_like(noun, self._organisations):
            wanted = "ORG"
        else:
            return None
        for entity in reversed(names[-REACH:]):
            if entity.label_ == wanted:
                return entity.start, entity.end
        return None


def _meant(claim: ClaimFrame | None) -> Piece | None:
    return (claim.antecedent or claim.speaker) if claim else None


def _same_role(noun: str, role: str) -> bool:
    """Tell whether two role nouns are one: the same, or one the head of the other (Minister, Digitalminister)."""
    return any(
        len(short) >= 4 and long.endswith(short)
        for base in {noun, *(noun.removesuffix(ending) for ending in CASE_ENDINGS)}
        for short, long in [sorted((base, role), key=len)]
    )


def _ends_like(noun: str, known: frozenset[str]) -> bool:
    """Tell whether a noun, in any case, is one of the known or a compound with one."""
    bases = {noun, *(noun.removesuffix(ending) for ending in CASE_ENDINGS)}
    return any(base == word.lower() or (len(word) > 3 and base.endswith(word.lower())) for base in bases for word in known)
