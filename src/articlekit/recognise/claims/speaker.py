"""The speaker's noun phrase beside a cue."""

from articlekit.recognise.claims.clauses import Clause
from articlekit.recognise.claims.cues import VerbCue
from articlekit.recognise.claims.frame import Piece
from articlekit.recognise.claims.phrases import HEADS, first_phrase, phrase_at
from articlekit.recognise.view import NOUNS, View

Found = tuple[int, Piece] | None


def speaker_of_verb(view: View, clauses: list[Clause], cue: VerbCue) -> Found:
    """Return head and extent of the subject of a verbal cue, or None.

    After a finite verb that opens its clause (`sagte X`) the first noun phrase is the subject; otherwise the parser's
    subject, and failing that the first noun phrase before the verb, or after it.
    """
    clause = clauses[cue.clause]
    found: Found = None
    if cue.finite == clause.start:
        found = first_phrase(view, cue.finite + 1, clause.end)
    if found is None:
        head = view.subject_of(cue.verb)
        if head is not None and view.tag[head] in HEADS and clause.start <= head < clause.end:
            if view.tag[head] in NOUNS:
                while head + 1 < clause.end and view.tag[head + 1] == "NE":
                    head += 1
            found = head, phrase_at(view, head, clause.start, clause.end)
    if found is None and clause.kind != "inf":
        found = first_phrase(view, clause.start, cue.finite) or first_phrase(view, cue.finite + 1, clause.end)
    if found is None and cue.clause > 0:
        found = _interrupted_subject(view, clauses, cue)
    if found is None:
        return None
    if clause.kind == "rel" and view.tag[found[0]] == "PRELS":
        return _antecedent(view, clauses, cue) or found
    return found[0], with_apposition(view, clauses, found[1])


def _interrupted_subject(view: View, clauses: list[Clause], cue: VerbCue) -> Found:
    """Return a subject that an apposition or relative clause parts from its verb: `Der Chef, ein Jurist, sagte`."""
    if cue.finite != clauses[cue.clause].start:
        return None
    first = cue.clause - 1
    while first > 0 and clauses[first].kind in {"rel", "frag"} and clauses[first - 1].kind in {"frag", "rel"}:
        first -= 1
    if clauses[first].kind not in {"frag"}:
        return None
    return first_phrase(view, clauses[first].start, clauses[first].end)


def _antecedent(view: View, clauses: list[Clause], cue: VerbCue) -> Found:
    clause = clauses[cue.clause]
    if cue.clause == 0:
        return None
    before = clauses[cue.clause - 1]
    for index in range(before.end - 1, before.start - 1, -1):
        if view.tag[index] in NOUNS and before.end <= clause.start:
            return index, phrase_at(view, index, before.start, before.end)
    return None


def with_apposition(view: View, clauses: list[Clause], phrase: Piece) -> Piece:
    """Return the phrase with an apposition between commas: `Tamara Nowicki, Sprecherin des Vereins`."""
    for number, clause in enumerate(clauses):
        if clause.start <= phrase[0] < clause.end and phrase[1] == clause.end and number + 1 < len(clauses):
            after = clauses[number + 1]
            comma = view.text[clause.end] == "," if clause.end < len(view) else False
            opens = view.tag[after.start] in {"ART", "NN", "NE", "PPOSAT", "ADJA"}
            if comma and after.kind == "frag" and opens and after.start == clause.end + 1:
                found = first_phrase(view, after.start, after.end)
                if found and found[1][0] == after.start:
                    return phrase[0], after.end
    return phrase
