"""Frames that are a prepositional phrase inside the claim: `laut X`, `X zufolge`, `nach Angaben von X`, `seiner Ansicht nach`."""

from dataclasses import dataclass

from articlekit.recognise.claims.clauses import Clause, content_end
from articlekit.recognise.claims.cue_lexicon import CueLexicon
from articlekit.recognise.claims.frame import ClaimFrame, Piece
from articlekit.recognise.claims.parenthetical import framed
from articlekit.recognise.claims.phrases import first_phrase, is_time_noun, phrase_at
from articlekit.recognise.claims.quotes import CLOSERS
from articlekit.recognise.claims.speaker import Found, with_apposition
from articlekit.recognise.view import NOUNS, View

BEFORE_TIMES = frozenset({"kurz", "unmittelbar", "direkt", "bald", "erst", "lange", "später", "gleich"})
"""Adverbs that make `nach` temporal: `kurz nach der Ankündigung`."""
REACH = 8
"""Tokens from `nach` to its noun."""


@dataclass(frozen=True, slots=True)
class _Match:
    rule: str
    act: str
    frame: Piece
    cue: tuple[Piece, ...]
    speaker: Found
    inherits: bool = False


def prepositional(
    view: View, clauses: list[Clause], number: int, lexicon: CueLexicon, bounds: Piece
) -> ClaimFrame | None:
    """Return the claim round a prepositional frame in clause `number`, or None."""
    clause = clauses[number]
    for index in range(clause.start, clause.end):
        match = (
            _laut(view, clauses, clause, index, lexicon)
            or _zufolge(view, clause, index, lexicon)
            or _nach(view, clauses, clause, index, lexicon)
        )
        if match:
            scope = _scope(view, clauses, number, match.frame, bounds)
            claim = framed(view, match.rule, match.act, scope, match.frame, match.cue, match.speaker, clauses)
            if claim:
                claim.inherits = match.inherits
            return claim
    return None


def _scope(view: View, clauses: list[Clause], number: int, frame: Piece, bounds: Piece) -> Piece:
    """Return what a frame covers: its sentence; from a colon before it; of a relative or `weil` clause only that clause."""
    clause = clauses[number]
    if number and clause.kind in {"rel", "sub"} and frame[0] > clause.start:
        return clause.start, content_end(view, clauses, number)
    for index in range(frame[0] - 1, bounds[0], -1):
        if view.text[index] == ":" and view.spaced[index]:
            return index + 1, bounds[1]
    return bounds


def _laut(view: View, clauses: list[Clause], clause: Clause, index: int, lexicon: CueLexicon) -> _Match | None:
    if view.lower[index] not in lexicon.according_to or index + 1 >= clause.end or view.tag[index + 1] == "PTKVZ":
        return None
    found = _governed(view, index + 1, clause.end)
    if found is None:
        return None
    span = with_apposition(view, clauses, found[1])
    act = lexicon.after_nouns.get(view.lemma[found[0]].lower(), "assert")
    return _Match("frame-laut", act, (index, span[1]), ((index, index + 1),), (found[0], span))


def _governed(view: View, start: int, end: int) -> Found:
    """Return the noun phrase that begins at `start`, be it opened by a quotation mark or an adverb, or None."""
    found = first_phrase(view, start, end)
    if found is None or found[1][0] == start:
        return found
    between = range(start, found[1][0])
    loose = all(view.text[index] in CLOSERS or view.tag[index] in {"ADV", "ADJD", "XY"} for index in between)
    return (found[0], (start, found[1][1])) if loose else None


def _zufolge(view: View, clause: Clause, index: int, lexicon: CueLexicon) -> _Match | None:
    """Find `X zufolge`, `zu Folge` in two words, and `seiner Ansicht nach`."""
    lower = view.lower[index]
    if index == clause.start:
        return None
    cue = (index, index + 1)
    if lower == "zu" and index + 1 < clause.end and view.lower[index + 1] == "folge":
        cue = (index, index + 2)
    elif lower == "nach" and view.tag[index - 1] == "NN" and view.lemma[index - 1].lower() in lexicon.postposed:
        start = phrase_at(view, index - 1, clause.start, index)[0]
        own = view.tag[start] in {"PPOSAT", "ART"} and (
            start == clause.start or view.tag[start - 1] not in {"APPR", "APPRART"}
        )
        if not own or (
            index + 1 < clause.end and view.tag[index + 1] in {"ART", "NE", "PPOSAT"} and start != clause.start
        ):
            return None
        return _Match(
            "frame-zufolge",
            lexicon.after_nouns.get(view.lemma[index - 1].lower(), "assert"),
            (start, index + 1),
            (cue,),
            None,
            inherits=view.tag[start] == "PPOSAT",
        )
    elif lower not in lexicon.postpositions:
        return None
    head = index - 1
    while head > clause.start and view.tag[head] not in NOUNS | {"PIS", "PPER", "PDS"}:
        head -= 1
    start = _postposed_start(view, head, clause.start)
    first = first_phrase(view, start, index)
    return _Match("frame-zufolge", "assert", (start, cue[1]), (cue,), (first[0] if first else head, (start, index)))


def _postposed_start(view: View, head: int, low: int) -> int:
    """Return the start of the phrase that ends in `head` and is governed by a postposition, genitives included."""
    start = phrase_at(view, head, low, head + 1)[0]
    while start - 1 > low and (view.tag[start - 1] in NOUNS or view.tag[start - 1] == "APPRART"):
        if view.tag[start - 1] == "APPRART":  # `ersten Angaben vom Mittwoch zufolge`
            if view.tag[start - 2] not in NOUNS:
                break
            start -= 1
        start = phrase_at(view, start - 1, low, start)[0]
    while start - 1 >= low and view.tag[start] in {"ART"} and view.tag[start - 1] in NOUNS:
        start = phrase_at(view, start - 1, low, start)[0]
    return start


def _nach(view: View, clauses: list[Clause], clause: Clause, index: int, lexicon: CueLexicon) -> _Match | None:
    """Find `nach Angaben (von) X`, `nach den Worten X`, `nach seiner Ansicht`, `nach X' Worten`, `nach Polizeiangaben`."""
    if view.lower[index] not in {"nach", "aus"} or view.tag[index] not in {"APPR", "APPO"}:
        return None
    if index and (view.lower[index - 1] in BEFORE_TIMES or is_time_noun(view, index - 1)):
        return None
    for noun in range(index + 1, min(index + REACH, clause.end)):
        if view.tag[noun].startswith("$") or view.is_finite(noun):
            return None
        if noun > index + 1 and view.tag[noun - 1] == "NN" and view.entity[noun - 1] < 0:
            return None  # another noun is what the preposition governs: `nach Jahren großer Worte`
        if view.tag[noun] not in {"NN", "NE"} or (kind := _kind(view, noun, view.lower[index], lexicon)) is None:
            continue
        cue_end = noun + 1
        cue: tuple[Piece, ...] = ((index, cue_end),)
        low = cue_end + (cue_end < clause.end and view.lower[cue_end] in {"von", "vom"})
        plain = low < clause.end and (
            low > cue_end
            or view.tag[low] in {"ART", "NE", "PPOSAT", "PIAT", "PDAT", "NN", "ADJA"}
            or view.text[low] in CLOSERS
        )
        found = _governed(view, low, clause.end) if plain else None
        if found and found[1][0] > low:
            found = None
        if found is None:
            inner = first_phrase(view, index + 1, noun)
            if inner and (view.entity[inner[0]] >= 0 or view.tag[inner[0]] == "NE"):
                cue = ((index, index + 1), (noun, noun + 1))
                found = inner
        own = any(
            view.tag[place] in {"PPOSAT", "ART", "PDAT"} or view.lower[place].startswith("eigen")
            for place in range(index + 1, noun)
        )
        if found is None and not own and (view.lower[index] == "aus" or lexicon.after_nouns[kind] == "announce"):
            return None  # `nach Plan`, `aus wirtschaftlicher Sicht`
        if found is None and not own and any(map(lexicon.is_compound, (view.lemma[noun], kind))):
            return _Match(
                "frame-nach",
                lexicon.after_nouns[kind],
                (index, cue_end),
                ((index, index + 1),),
                (noun, (noun, cue_end)),
            )
        end = max(cue_end, found[1][1] if found else cue_end)
        if found and found[1][1] > noun:
            span = with_apposition(view, clauses, found[1])
            found, end = (found[0], span), max(end, span[1])
        inherits = found is None and view.tag[index + 1] == "PPOSAT"
        return _Match("frame-nach", lexicon.after_nouns[kind], (index, end), cue, found, inherits)
    return None


def _kind(view: View, noun: int, preposition: str, lexicon: CueLexicon) -> str | None:
    word = view.text[noun]
    forms = (view.lemma[noun], word, word.removesuffix("n"), word.removesuffix("en"))
    return next(filter(None, (lexicon.after_noun(preposition, form) for form in forms)), None)
