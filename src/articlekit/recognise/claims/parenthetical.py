"""Frames that are a clause of their own beside the claim: `so X`, `wie X sagte`, `heißt es in X`, `wonach`, `demnach`."""

from collections.abc import Iterable

from articlekit.recognise.claims.clauses import Clause, content_end, trim
from articlekit.recognise.claims.cue_lexicon import CueLexicon
from articlekit.recognise.claims.cues import VerbCue
from articlekit.recognise.claims.frame import ClaimFrame, Piece
from articlekit.recognise.claims.phrases import first_phrase, phrase_at
from articlekit.recognise.claims.speaker import Found, speaker_of_verb, with_apposition
from articlekit.recognise.view import NOUNS, View

SAYS = frozenset({"heißt", "hieß", "heisst", "heiße", "hieße"})
INSIDE = frozenset({"in", "im", "aus", "bei", "beim", "von", "vonseiten", "auf"})
DASHES = frozenset({",", "–", "—", "-"})
WIE_CLAUSES = 4
"""Clauses over which appositions may stretch `wie X, der Y, mitteilte`."""


def parenthetical(
    view: View, clauses: list[Clause], number: int, cues: list[VerbCue], lexicon: CueLexicon, bounds: Piece
) -> ClaimFrame | None:
    """Return the claim round the frame that clause `number` is, or None."""
    return (
        _so(view, clauses, number, cues, bounds)
        or says(view, clauses, number, bounds)
        or _wie(view, clauses, number, cues, bounds)
        or _wonach(view, clauses, number, lexicon)
        or _adverb(view, clauses, number, lexicon, bounds)
    )


def framed(
    view: View,
    rule: str,
    act: str,
    bounds: Piece,
    frame: Piece,
    cue: Iterable[Piece],
    speaker: Found,
    clauses: list[Clause],
) -> ClaimFrame | None:
    """Return the claim that is all of `bounds` but the frame, or None where nothing is left.

    A relative clause right after the frame says something of the speaker and belongs to the frame.
    """
    after = next((clause for clause in clauses if clause.start == frame[1] + 1 and clause.kind == "rel"), None)
    if after and frame[1] < len(view) and view.text[frame[1]] == ",":
        frame = frame[0], after.end
    pieces = _rest(view, bounds, frame)
    if not pieces or sum(end - start for start, end in pieces) < 2:
        return None
    head, span = speaker if speaker else (None, None)
    claim = ClaimFrame("indirect", act, rule, pieces, list(cue), span, head)
    claim.inherits = speaker is None
    return claim


def _rest(view: View, bounds: Piece, frame: Piece) -> list[Piece]:
    """Return the sentence without the frame and the commas round it, in one or two pieces."""
    before = trim(view, bounds[0], frame[0])
    while before[1] > before[0] and view.text[before[1] - 1] in DASHES:
        before = before[0], before[1] - 1
    start = frame[1]
    while start < bounds[1] and view.text[start] in DASHES:
        start += 1
    after = trim(view, start, bounds[1])
    return [piece for piece in (before, after) if piece[0] < piece[1]]


def _so(view: View, clauses: list[Clause], number: int, cues: list[VerbCue], bounds: Piece) -> ClaimFrame | None:
    """Find `…, so X, …` and `…, so schätzen X, …`: a clause that opens with `so` and a noun phrase or a verb of saying."""
    clause = clauses[number]
    if view.lower[clause.start] != "so" or clause.end - clause.start < 2:
        return None
    if number == 0 and clause.start == bounds[0]:
        return None
    cue = next((cue for cue in cues if cue.clause == number and cue.finite == clause.start + 1), None)
    if cue is not None:
        found = first_phrase(view, cue.finite + 1, clause.end)
        pieces = [(clause.start, clause.start + 1), *cue.pieces]
        return framed(view, "frame-so", cue.spec.act, bounds, (clause.start, clause.end), pieces, found, clauses)
    if clause.kind != "frag":
        return None
    found = first_phrase(view, clause.start + 1, clause.end)
    if found is None or view.tag[clause.start + 1] in {"ADJD", "ADV", "ADJA"}:
        return None
    span = with_apposition(view, clauses, found[1])
    frame = (clause.start, max(clause.end, span[1]))
    return framed(
        view, "frame-so", "assert", bounds, frame, [(clause.start, clause.start + 1)], (found[0], span), clauses
    )


def says(view: View, clauses: list[Clause], number: int, bounds: Piece) -> ClaimFrame | None:
    """Find `…, heißt es in X` and `In X heißt es, …`."""
    clause = clauses[number]
    for index in range(clause.start, clause.end - 1):
        pair = {view.lower[index], view.lower[index + 1]}
        if "es" in pair and pair & SAYS:
            first = 0 if number and _leads_in(view, clauses, number) else number
            source = source_of(view, clauses[first].start, clause.end)
            frame = (clauses[first].start, clause.end)
            cue = [(index, index + 2)]
            return framed(view, "frame-heisst-es", "assert", bounds, frame, cue, source, clauses)
    return None


def _leads_in(view: View, clauses: list[Clause], number: int) -> bool:
    """Tell whether all that stands before `heißt es` is its source: `In dem Papier, das vorliegt, heißt es, …`."""
    opens = view.tag[clauses[0].start] in {"APPR", "APPRART"} and clauses[0].kind == "frag"
    between = all(clause.kind in {"rel", "frag"} for clause in clauses[1:number])
    return opens and between and number + 1 < len(clauses)


def source_of(view: View, start: int, end: int) -> Found:
    """Return the document that `heißt es` names after a preposition, no place, or None."""
    for place in range(start, end):
        if view.tag[place] in {"APPR", "APPRART"} and view.lower[place] in INSIDE:
            source = first_phrase(view, place + 1, end)
            if source and not _is_place(view, source[0]):
                return source
    return None


def _is_place(view: View, index: int) -> bool:
    return view.entity[index] >= 0 and view.ents[view.entity[index]].label_ == "LOC"


def _adverb(view: View, clauses: list[Clause], number: int, lexicon: CueLexicon, bounds: Piece) -> ClaimFrame | None:
    """Find `Demnach …`: what follows is still said by the speaker before."""
    start = clauses[number].start
    if number or view.lower[start] not in lexicon.adverbs:
        return None
    return framed(view, "frame-demnach", "assert", bounds, (start, start + 1), [(start, start + 1)], None, clauses)


def _wonach(view: View, clauses: list[Clause], number: int, lexicon: CueLexicon) -> ClaimFrame | None:
    """Find `ein Bericht, wonach …`: the clause is what the noun before it says."""
    clause = clauses[number]
    if number == 0 or view.lower[clause.start] not in lexicon.relatives:
        return None
    before = clauses[number - 1]
    head = before.end - 1
    while head >= before.start and view.tag[head] not in NOUNS:
        head -= 1
    speaker = (head, phrase_at(view, head, before.start, before.end)) if head >= before.start else None
    if speaker and view.tag[speaker[1][0] - 1] in {"ART", "NN"} and speaker[1][0] - 1 >= before.start:
        inner = phrase_at(view, speaker[1][0] - 1, before.start, before.end)
        speaker = (inner[0], (inner[0], speaker[1][1]))
    piece = trim(view, clause.start + 1, content_end(view, clauses, number))
    if piece[0] >= piece[1]:
        return None
    head_, span = speaker if speaker else (None, None)
    return ClaimFrame("indirect", "assert", "frame-wonach", [piece], [(clause.start, clause.start + 1)], span, head_)


def _wie(view: View, clauses: list[Clause], number: int, cues: list[VerbCue], bounds: Piece) -> ClaimFrame | None:
    """Find `…, wie X sagte` and `Wie X, der Y, mitteilte, …`."""
    clause = clauses[number]
    opener = clause.start + (view.tag[clause.start] == "KON")
    if opener >= clause.end or view.lower[opener] != "wie":
        return None
    for cue in cues:
        own = clauses[cue.clause] if cue.clause < len(clauses) else clause
        if not number <= cue.clause < number + WIE_CLAUSES or cue.verb <= opener or cue.verb < own.end - 3:
            continue
        between = clauses[number : cue.clause]
        if any(other.kind not in {"frag", "rel"} and other is not clause for other in between):
            return None
        if between and clause.finite >= 0:
            return None
        found = first_phrase(view, opener + 1, min(cue.verb, clause.end))
        found = (found[0], with_apposition(view, clauses, found[1])) if found else speaker_of_verb(view, clauses, cue)
        frame = (clause.start, own.end)
        pieces = [(clause.start, clause.start + 1), *cue.pieces]
        return framed(view, "frame-wie", cue.spec.act, bounds, frame, pieces[1:], found, clauses)
    return None
