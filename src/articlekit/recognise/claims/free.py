"""Speech that goes on: Konjunktiv sentences without a cue of their own after a claim."""

from articlekit.recognise.claims.clauses import Clause, content_end, trim
from articlekit.recognise.claims.frame import ClaimFrame, Piece
from articlekit.recognise.view import View

# Konjunktiv I of the third person that is no indicative: only reported speech uses it.
CONJUNCTIVE_1 = frozenset("sei seien habe werde könne müsse solle wolle dürfe möge".split())
# Konjunktiv II that stands in for a Konjunktiv I which would look like an indicative: reported speech uses it in the plural.
CONJUNCTIVE_2 = frozenset("hätten würden könnten müssten müßten sollten wollten".split())


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
        first = verb in CONJUNCTIVE_1 or view.is_regular_subjunctive(clause.finite)
        second = verb in CONJUNCTIVE_2 and follows_claim
        if view.tag[clause.finite] == "VVFIN" and view.lower[clause.finite - 1] == "man":
            return []  # Man stelle sich vor
        hearsay = verb in {"soll", "sollen"} and follows_claim and _is_past(view, clause)
        if not (first or second or hearsay):
            return []
        start = (
            clauses[0].start if all(c.kind in {"sub", "frag", "inf", "wh"} for c in clauses[:number]) else clause.start
        )
        end = max(content_end(view, clauses, number), clause.end)
        piece = trim(view, start, max(end, bounds[1]) if number + 1 == len(clauses) else end)
        return [ClaimFrame("free", "assert", "free-soll" if hearsay else "free-konjunktiv", [piece], inherits=True)]
    return []


def _is_past(view: View, clause: Clause) -> bool:
    """Tell whether a modal has an infinitive of the perfect under it: `soll gewusst haben`."""
    return view.lower[clause.end - 1] in {"haben", "sein"} and view.tag[clause.end - 2] in {"VVPP", "VAPP", "ADJD"}
