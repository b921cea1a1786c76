"""Who is meant: pronouns, role noun phrases and missing speakers become the name they stand for."""

from spacy.tokens import Doc, Span

from articlekit.recognise.antecedents.candidates import ACTORS, Anaphor
from articlekit.recognise.antecedents.ranker import Ranker, Scene
from articlekit.recognise.claims.frame import ClaimFrame, Piece, get_claims, set_claims
from articlekit.recognise.claims.phrases import phrase_at
from articlekit.recognise.gender import Genders
from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.referents import DEFINITE, fuller_phrase, is_apposed, meant_by
from articlekit.recognise.roles import is_genitive
from articlekit.recognise.view import NOUNS, View, view_of

RELATIVE = {"der": "m", "das": "n"}


class SpeakersComponent:
    """Resolves the speakers of claims; registered as `articlekit_speakers`. Comes after entities and claims."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._statements = tuple(word.lower() for word in words(lexicons["statements"]))
        self._pronouns = words(lexicons["speaker_pronouns"])
        self._genders = Genders(lexicons)
        self.ranker = Ranker(lexicons)

    def __call__(self, doc: Doc) -> Doc:
        """Set `antecedent` of each claim that needs one."""
        claims = get_claims(doc)
        if not claims:
            return doc
        scene = Scene(view_of(doc))
        previous: ClaimFrame | None = None
        unnamed: list[ClaimFrame] = []
        for claim in claims:
            claim.antecedent = self._antecedent(scene, claim, previous) or fuller_phrase(scene.view, claim, unnamed)
            if claim.antecedent is None and claim.speaker_head is not None:
                unnamed.append(claim)
            nested = previous is not None and previous.start <= claim.start and claim.end <= previous.end
            if not nested and (claim.antecedent or claim.speaker):
                previous = claim
            if meant := meant_by(claim):
                scene.said.add(meant[0])
        set_claims(doc, claims)
        return doc

    def _antecedent(self, scene: Scene, claim: ClaimFrame, previous: ClaimFrame | None) -> Piece | None:
        view, speaker = scene.view, claim.speaker
        if speaker is not None:
            head = claim.speaker_head if claim.speaker_head is not None else speaker[1] - 1
            if view.tag[head] == "PRELS":
                return self._related(scene, head, claim, previous)
            if named := self._named(view, speaker, head):
                return named
        anaphor = self.anaphor_of(view, claim, previous)
        return self.ranker.resolve(scene, anaphor) if anaphor else None

    def anaphor_of(self, view: View, claim: ClaimFrame, previous: ClaimFrame | None) -> Anaphor | None:
        """Return what stands for the speaker of a claim, None where that is a name or somebody new."""
        inside, before = tuple(claim.pieces), meant_by(previous)
        if claim.speaker is None:
            if not claim.inherits or (claim.form == "indirect" and not claim.cue):
                return None
            start = min(piece[0] for piece in (*claim.pieces, *claim.cue))
            return Anaphor("missing", (start, start), None, inside, before)
        head = claim.speaker_head if claim.speaker_head is not None else claim.speaker[1] - 1
        if view.tag[head] in {"PPER", "PDS"} or view.lower[head] in self._pronouns:
            return Anaphor("pronoun", claim.speaker, head, inside, before)
        if view.entity[head] >= 0:
            return None
        if view.lower[head].endswith(self._statements):
            return Anaphor("missing", claim.speaker, None, inside, before)
        bare = claim.speaker[1] - claim.speaker[0] == 1 and "Sing" in view.doc[head].morph.get("Number", [])
        if bare or view.lower[claim.speaker[0]] in DEFINITE or view.tag[claim.speaker[0]] == "PPOSAT":
            return Anaphor("nominal", claim.speaker, head, inside, before)
        return None

    def _related(self, scene: Scene, pronoun: int, claim: ClaimFrame, previous: ClaimFrame | None) -> Piece | None:
        """Return whom a relative pronoun stands for: the noun phrase right before its clause."""
        view = scene.view
        start = view.sentences[view.sentence_of[pronoun]][0]
        wanted = RELATIVE.get(view.lower[pronoun])
        for head in range(pronoun - 1, start - 1, -1):
            if view.tag[head] in NOUNS:
                gender = self._genders.of_phrase(view, (head, head + 1), head)
                if wanted in {"m", "n"} and gender in {"m", "f", "n"} and gender != wanted:
                    continue
                phrase = phrase_at(view, head, start, pronoun)
                if named := self._named(view, phrase, head):
                    return named
                anaphor = Anaphor("nominal", phrase, head, tuple(claim.pieces), meant_by(previous))
                definite = view.lower[phrase[0]] in DEFINITE
                return (self.ranker.resolve(scene, anaphor) if definite else None) or phrase
            if view.is_finite(head):
                return None
        return None

    def _named(self, view: View, speaker: Piece, head: int) -> Piece | None:
        """Return the name in a speaker's noun phrase: a person, or the organisation that speaks itself.

        A spokesperson is nobody's name: `ein Sprecher von X` stays a noun phrase.
        """
        inside = [
            entity
            for n in dict.fromkeys(view.entity[speaker[0] : speaker[1]])
            if n >= 0 and not _belongs_to(view, entity := view.ents[n], speaker[0])
        ]
        for entity in inside:
            if entity.label_ == "PER" and is_apposed(view, entity.start, entity.end, head):
                return entity.start, entity.end
        states = view.lower[head].endswith(self._statements)
        for entity in inside:
            if entity.start <= head < entity.end and entity.label_ in ACTORS | {"TEC", "LOC"}:
                return entity.start, entity.end
            if entity.label_ in ("ORG", "TEC") and (states or is_apposed(view, entity.start, entity.end, head)):
                return entity.start, entity.end
        return None


def _belongs_to(view: View, entity: Span, low: int) -> bool:
    """Tell whether a person only says whose a noun before it is: `eine Sprecherin Wildbergers`."""
    behind_noun = entity.label_ == "PER" and entity.start > low and view.tag[entity.start - 1] == "NN"
    return behind_noun and is_genitive(view, entity)
