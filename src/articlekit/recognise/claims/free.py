"""Speech that goes on: Konjunktiv sentences without a cue of their own after a claim."""

from articlekit.recognise.claims.clauses import Clause, content_end, trim
from articlekit.recognise.claims.frame import ClaimFrame, Piece
from articlekit.recognise.view import View

# Konjunktiv I of the third person that is no indicative: only reported speech uses it.
CONJUNCTIVE_1 = frozenset(
    "sei seien habe werde könne müsse solle wolle dürfe möge gebe gehe komme brauche stehe wisse".split()
)
CONJUNCTIVE_2 = frozenset("wäre wären hätte hätten würde würden könnte könnten müsste müssten sollte sollten".split())


def free_claims(view: View, clauses: list[Clause], bounds: Piece, *, follows_claim: bool) -> list[ClaimFrame]:
    """Return the free indirect claim of a sentence without a cue, or nothing.

    Konjunktiv I of the main clause says by itself that somebody else speaks; Konjunktiv II can be the author's own
    hypothesis and counts only right after a claim.
    """
    for number, clause in enumerate(clauses):
        if clause.kind != "main" or clause.finite < 0 or (clause.finite == clause.start and number == 0):
            continue
        if "ich" in view.lower[clause.start : clause.end] or "wir" in view.lower[clause.start : clause.end]:
            return []
        verb = view.lower[clause.finite]
        first = verb in CONJUNCTIVE_1 or (
            view.mood[clause.finite] == "Sub" and verb.endswith("e") and verb not in CONJUNCTIVE_2
        )
        second = verb in CONJUNCTIVE_2 and follows_claim
        if not (first or second):
            return []
        start = (
            clauses[0].start if all(c.kind in {"sub", "frag", "inf", "wh"} for c in clauses[:number]) else clause.start
        )
        end = max(content_end(view, clauses, number), clause.end)
        piece = trim(view, start, max(end, bounds[1]) if number + 1 == len(clauses) else end)
        return [ClaimFrame("free", "assert", "free-konjunktiv", [piece], inherits=True)]
    return []
