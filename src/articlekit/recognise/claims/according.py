"""Frames without a verb: `laut X`, `X zufolge`, `nach Angaben von X`, `so X`, `wie X sagte`, `heißt es in X`."""

from collections.abc import Iterable

from articlekit.recognise.claims.clauses import Clause, trim
from articlekit.recognise.claims.cues import VerbCue
from articlekit.recognise.claims.frame import ClaimFrame, Piece
from articlekit.recognise.claims.phrases import first_phrase, phrase_at
from articlekit.recognise.claims.speaker import speaker_of_verb, with_apposition
from articlekit.recognise.lexicon import Lexicons
from articlekit.recognise.view import NOUNS, View


def frame_claims(
    view: View, clauses: list[Clause], cues: list[VerbCue], lexicons: Lexicons, bounds: Piece
) -> list[ClaimFrame]:
    """Return the claims of prepositional and parenthetical frames in one sentence, `bounds` its first and last token."""
    claims = []
    for number in range(len(clauses)):
        claim = (
            _so(view, clauses, number, bounds)
            or _heisst_es(view, clauses, number, bounds)
            or _wie(view, clauses, number, cues, bounds)
            or _adverb(view, clauses, number, lexicons, bounds)
            or _prepositional(view, clauses, number, lexicons, bounds)
        )
        if claim:
            claims.append(claim)
            break
    return claims


def _rest(view: View, bounds: Piece, frame: Piece) -> list[Piece]:
    """Return the sentence without the frame and the commas round it, in one or two pieces."""
    before = trim(view, bounds[0], frame[0])
    while before[1] > before[0] and view.text[before[1] - 1] in {",", "–", "—", "-"}:
        before = before[0], before[1] - 1
    start = frame[1]
    while start < bounds[1] and view.text[start] in {",", "–", "—", "-"}:
        start += 1
    after = trim(view, start, bounds[1])
    return [piece for piece in (before, after) if piece[0] < piece[1]]


def _claim(
    view: View,
    rule: str,
    act: str,
    bounds: Piece,
    frame: Piece,
    cue: Iterable[Piece],
    speaker: tuple[int, Piece] | None,
    clauses: list[Clause],
) -> ClaimFrame | None:
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


def _so(view: View, clauses: list[Clause], number: int, bounds: Piece) -> ClaimFrame | None:
    """Find `…, so X, …`: a clause without a verb that opens with `so` and goes on with a noun phrase."""
    clause = clauses[number]
    if view.lower[clause.start] != "so" or clause.kind not in {"frag"} or clause.end - clause.start < 2:
        return None
    if number == 0 and clause.start == bounds[0]:
        return None
    found = first_phrase(view, clause.start + 1, clause.end)
    if found is None or view.tag[clause.start + 1] in {"ADJD", "ADV", "ADJA"}:
        return None
    span = with_apposition(view, clauses, found[1])
    frame = (clause.start, max(clause.end, span[1]))
    return _claim(
        view, "frame-so", "assert", bounds, frame, [(clause.start, clause.start + 1)], (found[0], span), clauses
    )


def _heisst_es(view: View, clauses: list[Clause], number: int, bounds: Piece) -> ClaimFrame | None:
    """Find `…, heißt es in X` and `In X heißt es, …`."""
    clause = clauses[number]
    for index in range(clause.start, clause.end - 1):
        pair = {view.lower[index], view.lower[index + 1]}
        if "es" in pair and pair & {"heißt", "hieß", "heisst", "heiße", "hieße"}:
            source = None
            for place in range(clause.start, clause.end):
                if view.tag[place] in {"APPR", "APPRART"} and view.lower[place] in {
                    "in",
                    "im",
                    "aus",
                    "bei",
                    "beim",
                    "von",
                    "vonseiten",
                }:
                    source = first_phrase(view, place + 1, clause.end)
                    if source and _is_place(view, source[0]):
                        source = None
                    if source:
                        break
            return _claim(
                view,
                "frame-heisst-es",
                "assert",
                bounds,
                (clause.start, clause.end),
                [(index, index + 2)],
                source,
                clauses,
            )
    return None


def _is_place(view: View, index: int) -> bool:
    return view.entity[index] >= 0 and view.ents[view.entity[index]].label_ == "LOC"


def _adverb(view: View, clauses: list[Clause], number: int, lexicons: Lexicons, bounds: Piece) -> ClaimFrame | None:
    """Find `Demnach …`: what follows is still said by the speaker before."""
    start = clauses[number].start
    if number or view.lower[start] not in lexicons["adverbs"]:
        return None
    return _claim(view, "frame-demnach", "assert", bounds, (start, start + 1), [(start, start + 1)], None, clauses)


def _wie(view: View, clauses: list[Clause], number: int, cues: list[VerbCue], bounds: Piece) -> ClaimFrame | None:
    """Find `…, wie X sagte`."""
    clause = clauses[number]
    if view.lower[clause.start] != "wie":
        return None
    for cue in cues:
        if cue.clause == number and cue.verb >= clause.end - 3 and cue.verb > clause.start:
            found = first_phrase(view, clause.start + 1, cue.verb) or speaker_of_verb(view, clauses, cue)
            return _claim(view, "frame-wie", cue.act, bounds, (clause.start, clause.end), cue.pieces, found, clauses)
    return None


def _prepositional(
    view: View, clauses: list[Clause], number: int, lexicons: Lexicons, bounds: Piece
) -> ClaimFrame | None:
    clause = clauses[number]
    after_nouns = lexicons["after_nouns"]
    according_to, postpositions = lexicons["according_to"], lexicons["postpositions"]
    for index in range(clause.start, clause.end):
        lower = view.lower[index]
        if lower in according_to and index + 1 < clause.end and view.tag[index + 1] != "PTKVZ":
            found = first_phrase(view, index + 1, clause.end)
            if found is None or found[1][0] != index + 1:
                continue
            span = with_apposition(view, clauses, found[1])
            return _claim(
                view, "frame-laut", "assert", bounds, (index, span[1]), [(index, index + 1)], (found[0], span), clauses
            )
        if lower in postpositions and index > clause.start:
            head = index - 1
            while head > clause.start and view.tag[head] not in NOUNS | {"PIS", "PPER", "PDS"}:
                head -= 1
            start = _postposed_start(view, head, clause.start)
            speaker = head, (start, index)
            frame = (start, index + 1)
            return _claim(view, "frame-zufolge", "assert", bounds, frame, [(index, index + 1)], speaker, clauses)
        if lower in {"nach", "aus"} and view.tag[index] in {"APPR", "APPO"}:
            claim = _after_noun(view, clauses, index, clause, after_nouns, bounds)
            if claim:
                return claim
    return None


def _postposed_start(view: View, head: int, low: int) -> int:
    """Return the start of the phrase that ends in `head` and is governed by a postposition, genitives included."""
    start = phrase_at(view, head, low, head + 1)[0]
    while start - 1 > low and view.tag[start - 1] in NOUNS:
        start = phrase_at(view, start - 1, low, start)[0]
    while start - 1 >= low and view.tag[start] in {"ART"} and view.tag[start - 1] in NOUNS:
        start = phrase_at(view, start - 1, low, start)[0]
    return start


def _after_noun(
    view: View, clauses: list[Clause], preposition: int, clause: Clause, after_nouns: dict[str, str], bounds: Piece
) -> ClaimFrame | None:
    """Find `nach Angaben (von) X`, `nach den Worten X`, `nach seiner Ansicht`, `nach X' Worten`."""
    for noun in range(preposition + 1, min(preposition + 6, clause.end)):
        if view.tag[noun] != "NN" or view.lemma[noun] not in after_nouns:
            continue
        act, cue_end = after_nouns[view.lemma[noun]], noun + 1
        cue = [(preposition, cue_end)]
        low = cue_end + (cue_end < clause.end and view.lower[cue_end] in {"von", "vom"})
        plain = low < clause.end and (
            low > cue_end or view.tag[low] in {"ART", "NE", "PPOSAT", "PIAT", "PDAT", "NN", "ADJA"}
        )
        found = first_phrase(view, low, clause.end) if plain else None
        if found and found[1][0] > low:
            found = None
        if found is None:
            inner = first_phrase(view, preposition + 1, noun)
            if inner and (view.entity[inner[0]] >= 0 or view.tag[inner[0]] == "NE"):
                cue = [(preposition, preposition + 1), (noun, noun + 1)]
                found = inner
        end = max(cue_end, found[1][1] if found else cue_end)
        if found and found[1][1] > noun:
            span = with_apposition(view, clauses, found[1])
            found, end = (found[0], span), max(end, span[1])
        return _claim(view, "frame-nach", act, bounds, (preposition, end), cue, found, clauses)
    return None
