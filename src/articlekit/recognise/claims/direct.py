"""Direct speech: quotations with the frame that says who speaks, before, after or inside, or with none."""

from dataclasses import dataclass

from articlekit.recognise.claims.clauses import SENTENCE_END, Clause, split_clauses
from articlekit.recognise.claims.cue_lexicon import CueLexicon
from articlekit.recognise.claims.cues import VerbCue, verb_cues
from articlekit.recognise.claims.frame import ClaimFrame, Piece
from articlekit.recognise.claims.indirect import content_of
from articlekit.recognise.claims.parenthetical import source_of
from articlekit.recognise.claims.phrases import first_phrase
from articlekit.recognise.claims.quotes import SINGLE, Quote
from articlekit.recognise.claims.speaker import speaker_of_verb, with_apposition
from articlekit.recognise.view import NOUNS, View

MIN_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Frame:
    act: str
    rule: str
    cue: tuple[Piece, ...]
    speaker: tuple[int, Piece] | None
    end: int


def direct_claims(view: View, quotes: list[Quote], lexicon: CueLexicon) -> tuple[list[ClaimFrame], list[Piece]]:
    """Return the claims in direct speech, and the stretches of their frames, which are used up."""
    claims: list[ClaimFrame] = []
    frames: list[Piece] = []
    outer = [quote for quote in quotes if quote.level == 0]
    skip = -1
    for number, quote in enumerate(outer):
        if quote.start < skip:
            continue
        sentence_like = _is_sentence_like(view, quote)
        frame = _after(view, quote, lexicon)
        pieces = [(quote.start, quote.end)]
        if frame is None:
            frame = _before(view, quote, lexicon, sentence_like=sentence_like)
        if frame is None:
            if sentence_like and not _in_title(view, quote):
                claims.append(ClaimFrame("direct", "assert", "quote-alone", pieces, inherits=True))
            continue
        if _count_words(view, quote) < MIN_WORDS and not sentence_like and frame.rule != "quote-after":
            continue
        if frame.rule == "quote-after" and number + 1 < len(outer):
            following = outer[number + 1]
            if _goes_on(view, frame.end, following):
                pieces.append((following.start, following.end))
                skip = following.end
        speaker = frame.speaker
        head, span = speaker if speaker else (None, None)
        claim = ClaimFrame("direct", frame.act, frame.rule, pieces, list(frame.cue), span, head)
        claim.inherits = speaker is None
        claims.append(claim)
        frames += [*frame.cue]
    return claims, frames


def _count_words(view: View, quote: Quote) -> int:
    low, high = quote.inner
    return sum(not view.tag[index].startswith("$") for index in range(low, high))


def _is_sentence_like(view: View, quote: Quote) -> bool:
    """Tell whether a quotation is a sentence: it has a finite verb or ends like one, and starts where a sentence can."""
    low, high = quote.inner
    if _count_words(view, quote) < MIN_WORDS and not (high > low and view.text[high - 1] in SENTENCE_END):
        return False
    if view.text[quote.start] in SINGLE:
        return False
    before = view.text[quote.start - 1] if quote.start else "\n"
    opens = before in SENTENCE_END | {":", "“", "”", "«", '"', "»"} or "\n" in before
    closes = high > low and view.text[high - 1] in SENTENCE_END
    closes = closes or (
        quote.end < len(view) and (view.text[quote.end] in SENTENCE_END or "\n" in view.text[quote.end])
    )
    closes = closes or quote.end == len(view)
    return opens and closes


def _in_title(view: View, quote: Quote) -> bool:
    return quote.start > 0 and view.tag[quote.start - 1] in NOUNS


def _clause_after(view: View, start: int) -> tuple[list[Clause], int]:
    """Return the clauses from `start` to the end of the sentence or the next quotation."""
    end = start
    while end < len(view) and view.text[end] not in SENTENCE_END and "\n" not in view.text[end]:
        if view.text[end] in {"„", "»", "«", '"', "“"} and end > start:
            break
        end += 1
    return split_clauses(view, start, end), end


def _after(view: View, quote: Quote, lexicon: CueLexicon) -> _Frame | None:
    """Find `„…“, sagte X`: right after the quotation, a clause that opens with a verb, or `so X`."""
    start = quote.end
    if start >= len(view) or not quote.closed:
        return None
    if view.text[start] in {",", "–", "—"}:
        start += 1
    elif view.text[quote.inner[1] - 1] not in SENTENCE_END:
        return None  # a title or quoted word as the subject: `„Tatort“ zeigte`
    if start >= len(view):
        return None
    clauses, end = _clause_after(view, start)
    if not clauses or clauses[0].start != start:
        return None
    first = clauses[0]
    if view.lower[start] == "so" and first.kind == "frag":
        found = first_phrase(view, start + 1, first.end)
        if found is None or view.tag[start + 1] in {"ADJD", "ADV"}:
            return None
        span = with_apposition(view, clauses, found[1])
        return _Frame("assert", "quote-so", ((start, start + 1),), (found[0], span), end)
    if view.lower[start] == "heißt" and view.lower[start + 1 : start + 2] == ["es"]:
        source = source_of(view, start + 2, first.end)
        return _Frame("assert", "quote-after", ((start, start + 2),), source, end)
    if view.tag[start] not in {"VVFIN", "VAFIN"}:
        return None
    cues = [cue for cue in verb_cues(view, clauses[:1], lexicon) if cue.finite == start]
    if cues:
        return _Frame(cues[0].spec.act, "quote-after", cues[0].pieces, speaker_of_verb(view, clauses, cues[0]), end)
    if view.tag[start] != "VVFIN" or view.text[quote.end] != ",":
        return None
    # Any verb right after a quotation and a comma says that somebody spoke: the language coins them freely.
    found = first_phrase(view, start + 1, first.end, oblique=False)
    if found is None:
        return None
    span = with_apposition(view, clauses, found[1])
    return _Frame("assert", "quote-after", ((start, start + 1),), (found[0], span), end)


def _before(view: View, quote: Quote, lexicon: CueLexicon, *, sentence_like: bool) -> _Frame | None:
    """Find `X sagte: „…“`, `X sagt, „…“` and `X: „…“`."""
    end = quote.start
    colon = end > 0 and view.text[end - 1] == ":"
    comma = end > 0 and view.text[end - 1] == ","
    if not colon and not (comma and sentence_like):
        if not _verb_before(view, quote):
            return None
    start = _sentence_start(view, end)
    if start >= end:
        return None
    clauses = split_clauses(view, start, end)
    cues: list[VerbCue] = verb_cues(view, clauses, lexicon)
    if cues:
        cue = cues[-1]
        if not colon and cue.clause != len(clauses) - 1:
            return None
        if colon and (content := content_of(view, clauses, cue)) and content[0] in {"clause-dass", "clause-konjunktiv"}:
            # `X sagte, dass …: „…“`: the cue has its clause, and the quotation goes on with its speaker
            return _Frame("assert", "quote-colon", (), speaker_of_verb(view, clauses, cue), quote.end)
        rule = "quote-colon" if colon else "quote-before"
        return _Frame(cue.spec.act, rule, cue.pieces, speaker_of_verb(view, clauses, cue), quote.end)
    if not colon or not sentence_like:
        return None
    finite = [clause for clause in clauses if clause.finite >= 0]
    if not finite:
        found = first_phrase(view, start, end - 1)
        return _Frame("assert", "quote-colon", (), found, quote.end) if found and end - start <= 12 else None
    verb = finite[-1].finite
    head = view.subject_of(verb)
    if head is None or view.entity[head] < 0:
        return _Frame("assert", "quote-colon", (), None, quote.end)
    found = first_phrase(view, head, finite[-1].end)
    return _Frame("assert", "quote-colon", ((verb, verb + 1),), found, quote.end)


def _verb_before(view: View, quote: Quote) -> bool:
    """Tell whether the quotation is the object right after a verb and holds a clause: `X nannte es „…“` does not."""
    low, high = quote.inner
    return (
        quote.start > 0
        and view.tag[quote.start - 1] in {"VVFIN"}
        and any(view.is_finite(index) for index in range(low, high))
    )


def _sentence_start(view: View, end: int) -> int:
    """Return where the sentence that leads up to `end` begins, whatever the parser thinks of the colon."""
    start = end
    while start > 0 and "\n" not in view.text[start - 1]:
        previous = view.text[start - 1]
        if start < end and previous in SENTENCE_END and view.sentence_of[start] != view.sentence_of[start - 1]:
            break
        if start < end and previous in {"“", "«", "”"} and view.sentence_of[start] != view.sentence_of[start - 1]:
            break
        start -= 1
    return start


def _goes_on(view: View, frame_end: int, following: Quote) -> bool:
    """Tell whether the quotation after a frame is the rest of the sentence that the frame interrupts."""
    if following.start != frame_end or frame_end == 0:
        return False
    return view.text[frame_end - 1] in {",", "–", "—"}
