"""Claims that a later sentence attributes, `… Das bestätigte X.`, or `… Dies geht aus dem Bericht hervor.`."""

from articlekit.recognise.claims.clauses import Clause, trim
from articlekit.recognise.claims.cues import VerbCue
from articlekit.recognise.claims.frame import ClaimFrame, Piece
from articlekit.recognise.claims.speaker import speaker_of_verb
from articlekit.recognise.view import View

POINTERS = frozenset({"das", "dies", "dieses"})
SAID = frozenset({"assert", "announce", "predict", "deny"})


def backward_claim(view: View, clauses: list[Clause], cues: list[VerbCue], before: Piece) -> ClaimFrame | None:
    """Return the claim of a sentence that is no more than `Das sagte X`, or None.

    Args:
        view: the document.
        clauses: the clauses of that sentence.
        cues: its verbal cues.
        before: the sentence before it, which the claim is.
    """
    first = clauses[0]
    if view.lower[first.start] not in POINTERS or view.tag[first.start] == "ART" or first.finite != first.start + 1:
        return None
    cue = next((cue for cue in cues if cue.clause == 0 and cue.finite == first.finite), None)
    if cue is None or cue.spec.act not in SAID:
        return None
    start, end = trim(view, *before)
    if end - start < 3:
        return None
    found = speaker_of_verb(view, clauses, cue)
    if found and found[0] == first.start:
        return None
    head, span = found if found else (None, None)
    claim = ClaimFrame("indirect", cue.spec.act, "backward", [(start, end)], list(cue.pieces), span, head)
    claim.inherits = False
    return claim
