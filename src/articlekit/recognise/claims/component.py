"""The claims of a document: every family of rules in turn, and what to do where they meet."""

from spacy.tokens import Doc, Span, SpanGroup

from articlekit.recognise.claims.according import prepositional
from articlekit.recognise.claims.acts import ActModel
from articlekit.recognise.claims.backward import POINTERS, backward_claim
from articlekit.recognise.claims.clauses import Clause, split_clauses, trim
from articlekit.recognise.claims.cue_lexicon import CueLexicon
from articlekit.recognise.claims.cues import VerbCue, verb_cues
from articlekit.recognise.claims.direct import direct_claims
from articlekit.recognise.claims.frame import ClaimFrame, Piece, set_claims
from articlekit.recognise.claims.free import free_claims
from articlekit.recognise.claims.indirect import content_of
from articlekit.recognise.claims.parenthetical import parenthetical
from articlekit.recognise.claims.quotes import find_quotes
from articlekit.recognise.claims.reported import noun_claims, reported_object
from articlekit.recognise.claims.speaker import shared_speaker, speaker_of_verb
from articlekit.recognise.claims.surroundings import set_surroundings
from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.view import View, view_of

WARNINGS = "articlekit_warnings"


class ClaimsComponent:
    """Finds claims; registered as `articlekit_claims`. Needs tags, lemmas, dependencies and sentences."""

    def __init__(self, lexicons: Lexicons) -> None:
        self.lexicons = lexicons
        self.lexicon = CueLexicon(lexicons)
        self._acts = ActModel(lexicons)
        self._nobody = words(lexicons["first_person"]) | words(lexicons["nobody"])
        self._confidence: dict[str, float] = lexicons["rule_precision"]

    def __call__(self, doc: Doc) -> Doc:
        """Set the span groups `articlekit_claims` and `articlekit_warnings`."""
        view = view_of(doc)
        quotes, unclosed = find_quotes(view)
        claims, used = direct_claims(view, quotes, self.lexicon)
        claims += self._in_sentences(view, claims, used)
        for claim in claims:
            claim.pieces = [_without_space(view, *piece) for piece in claim.pieces]
        set_surroundings(view, claims, self.lexicon)
        for claim in claims:
            claim.cue_act = claim.act
            claim.act = self._acts.act_of(view, claim)
            claim.confidence = self._confidence.get(claim.rule, self._confidence["default"])
        set_claims(doc, claims)
        spans = [Span(doc, index, index + 1, label="unclosed-quote") for index in unclosed]
        doc.spans[WARNINGS] = SpanGroup(doc, name=WARNINGS, spans=spans)
        return doc

    def _in_sentences(self, view: View, direct: list[ClaimFrame], used: list[Piece]) -> list[ClaimFrame]:
        claims: list[ClaimFrame] = []
        taken = {index for start, end in used for index in range(start, end)}
        quoted = [claim.pieces for claim in direct]
        in_quote = {index for pieces in quoted for start, end in pieces for index in range(start, end)}
        direct_ends = {piece[1] for pieces in quoted for piece in pieces}
        last_sentence, said = -2, False
        for number, (start, end) in enumerate(view.sentences):
            follows = last_sentence == number - 1 or not direct_ends.isdisjoint(range(start - 3, start + 2))
            found: list[ClaimFrame] = []
            for low, high in _stretches(view, start, end, in_quote):
                found += self._in_stretch(view, low, high, taken, follows_claim=follows or bool(found))
            if number and not said and (claim := self._backward(view, number, taken)):
                found = [claim]
            claims += found
            said = any(claim.form != "reported" for claim in found) or not direct_ends.isdisjoint(range(start, end + 1))
            if found or not direct_ends.isdisjoint(range(start, end + 1)):
                last_sentence = number
        return claims

    def _backward(self, view: View, number: int, taken: set[int]) -> ClaimFrame | None:
        start, end = trim(view, *view.sentences[number])
        if end - start < 3 or view.lower[start] not in POINTERS:
            return None
        clauses = split_clauses(view, start, end)
        cues = [cue for cue in verb_cues(view, clauses, self.lexicon) if cue.verb not in taken]
        claim = backward_claim(view, clauses, cues, view.sentences[number - 1])
        nobody = claim and claim.speaker and self._is_nobody(view, claim.speaker_head or 0, claim.speaker)
        return None if nobody else claim

    def _in_stretch(
        self, view: View, start: int, end: int, taken: set[int], *, follows_claim: bool
    ) -> list[ClaimFrame]:
        low, high = trim(view, start, end)
        if high - low < 3:
            return []
        clauses = split_clauses(view, low, high)
        cues = [cue for cue in verb_cues(view, clauses, self.lexicon) if cue.verb not in taken]
        found: list[ClaimFrame] = []
        covered: set[int] = set()
        spoken = frozenset(cue.finite for cue in cues)
        for cue in cues:
            claim = self._at_verb(view, clauses, cue, spoken)
            if claim and not self._repeats(claim, found):
                found.append(claim)
                covered.update(*(range(*piece) for piece in [*claim.pieces, *claim.cue]))
        for claim in noun_claims(view, clauses, self.lexicon):
            if claim.cue[0][0] not in covered and not self._repeats(claim, found):
                found.append(claim)
                covered.update(*(range(*piece) for piece in [*claim.pieces, *claim.cue]))
        claim = next(
            filter(None, (self._framed(view, clauses, number, cues, (low, high)) for number in range(len(clauses)))),
            None,
        )
        if claim:
            if not self._repeats(claim, found) and claim.cue[0][0] not in covered:
                found = [other for other in found if other.speaker or not _same_ground(other, claim)]
                found.append(claim)
        if not found:
            found = free_claims(view, clauses, (low, high), follows_claim=follows_claim)
            found = [claim for claim in found if not taken & set(range(claim.start, claim.end))]
        return found

    def _framed(
        self, view: View, clauses: list[Clause], number: int, cues: list[VerbCue], bounds: Piece
    ) -> ClaimFrame | None:
        return parenthetical(view, clauses, number, cues, self.lexicon, bounds) or prepositional(
            view, clauses, number, self.lexicon, bounds
        )

    def _at_verb(self, view: View, clauses: list[Clause], cue: VerbCue, spoken: frozenset[int]) -> ClaimFrame | None:
        speaker = speaker_of_verb(view, clauses, cue)
        if speaker and self._is_nobody(view, *speaker):
            return None
        if speaker and self._is_law(view, speaker[0]) and not cue.spec.source:
            return None
        content = content_of(view, clauses, cue, spoken)
        form = "indirect"
        if content is None and not cue.spec.weak and not cue.passive:
            content = reported_object(view, clauses, cue, speaker[1] if speaker else None)
            form = "reported"
        if content is None:
            return None
        rule, pieces = content
        head, span = speaker if speaker else (None, None)
        if span and any(start <= span[0] and span[1] <= end for start, end in pieces):
            head, span = None, None
        if head is None and not cue.passive and (shared := shared_speaker(view, clauses, cue.clause)):
            head, span = shared
        claim = ClaimFrame(form, cue.spec.act, rule, pieces, list(cue.pieces), span, head)
        claim.inherits = span is None and not cue.passive
        return claim

    def _is_nobody(self, view: View, head: int, phrase: Piece) -> bool:
        return view.lower[head] in self._nobody or view.lower[phrase[0]].startswith("kein")

    @staticmethod
    def _is_law(view: View, head: int) -> bool:
        """Tell whether a law is the subject: what it demands or forbids can be looked up, and is nobody's claim."""
        return view.entity[head] >= 0 and view.ents[view.entity[head]].label_ == "LAW"

    @staticmethod
    def _repeats(claim: ClaimFrame, found: list[ClaimFrame]) -> bool:
        return any(other.pieces == claim.pieces or other.cue == claim.cue for other in found)


def _stretches(view: View, start: int, end: int, in_quote: set[int]) -> list[Piece]:
    """Cut a sentence at the borders of direct speech, at semicolons, and at sentence ends that the parser overlooked."""
    stretches, left = [], start
    for index in range(start + 1, end + 1):
        ended = view.text[index - 1] in {".", "!", "?", ";"} and view.tag[index - 1] == "$."
        if index == end or ended or ((index in in_quote) != (left in in_quote)):
            stretches.append((left, index))
            left = index
    return stretches


def _without_space(view: View, start: int, end: int) -> Piece:
    while end - start > 1 and view.text[start].isspace():
        start += 1
    while end - start > 1 and view.text[end - 1].isspace():
        end -= 1
    return start, end


def _same_ground(one: ClaimFrame, other: ClaimFrame) -> bool:
    return one.start >= other.start and one.end <= other.end and one.form == other.form
