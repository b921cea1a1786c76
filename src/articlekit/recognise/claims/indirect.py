"""Indirect speech at a verb: dass and wh clauses, Konjunktiv main clauses, infinitives, and clauses before their verb."""

from articlekit.recognise.claims.clauses import (
    Clause,
    content_end,
    follows_wie,
    is_interrupted,
    is_verb_final,
    shares_subject,
)
from articlekit.recognise.claims.cues import VerbCue
from articlekit.recognise.claims.frame import Piece
from articlekit.recognise.view import View

CONTENT_CONJUNCTIONS = frozenset({"dass", "daß", "ob"})
QUESTION_WORDS = frozenset(
    """wer was wie wo wann warum weshalb wieso wozu welche welcher welches welchen welchem womit wofür wohin woher wem wen wessen
    worauf woran worin wovon wodurch inwieweit inwiefern ob""".split()
)
STATING = frozenset({"assert", "announce", "predict"})
REACH_OF_VERB = 8
Content = tuple[str, list[Piece]]
"""Name of the rule, and the pieces of the claim."""


def content_of(view: View, clauses: list[Clause], cue: VerbCue, spoken: frozenset[int] = frozenset()) -> Content | None:
    """Return the clause that a verbal cue introduces, or None when it has none.

    Args:
        view: the document.
        clauses: the clauses of the sentence.
        cue: the cue.
        spoken: the finite verbs of all cues of the sentence; a clause after one of them goes on with its subject.
    """
    own = clauses[cue.clause]
    if pointed := _pointed(view, clauses, cue):
        return pointed
    if follows_wie(view, clauses, cue.clause):
        return None
    speaks_after = cue.finite == own.start and cue.clause > 0 and not shares_subject(view, clauses, cue.clause)
    speaks_after = speaks_after and not (
        clauses[cue.clause - 1].finite in spoken and not view.is_subjunctive(clauses[cue.clause - 1].finite)
    )
    if (
        speaks_after
        and not _follows_condition(view, clauses, cue.clause)
        and not is_interrupted(view, clauses, cue.clause, cue.finite)
        and (before := _before(view, clauses, cue))
    ):
        return before
    return _after(view, clauses, cue)


def _pointed(view: View, clauses: list[Clause], cue: VerbCue) -> Content | None:
    """Return all that stands before `…, das teilte X mit`, or None."""
    own = clauses[cue.clause]
    if cue.clause == 0 or view.lower[own.start] not in {"das", "dies"} or cue.finite - own.start not in (1, 2):
        return None
    if view.tag[own.start] == "ART" or cue.finite + 1 >= own.end or (own.kind == "rel" and cue.finite == own.end - 1):
        return None
    return "clause-before", [(clauses[0].start, clauses[cue.clause - 1].end)]


def _follows_condition(view: View, clauses: list[Clause], number: int) -> bool:
    """Tell whether the clause before is a condition without conjunction: `Bestätigt sich der Verdacht, droht …`."""
    before = clauses[number - 1]
    return (
        before.kind == "main"
        and before.finite == before.start
        and not view.is_subjunctive(before.finite)
        and number == 1
    )


def _after(view: View, clauses: list[Clause], cue: VerbCue) -> Content | None:
    following = cue.clause + 1
    while following < len(clauses) and _is_insertion(view, clauses, following):
        following += 1
    if following >= len(clauses):
        return None
    clause = clauses[following]
    if ";" in view.text[clauses[cue.clause].end : clause.start]:
        return None
    end = content_end(view, clauses, following)
    colon = view.text[clause.start - 1] == ":" or view.text[clause.start - 2 : clause.start - 1] == [":"]
    if clause.kind == "sub" and clause.opener in CONTENT_CONJUNCTIONS:
        return "clause-dass", [(clause.start, end)]
    if clause.kind == "wh" and cue.spec.questions and view.lower[clause.start] in QUESTION_WORDS:
        return "clause-wh", [(clause.start, end)]
    if (clause.kind == "main" and clause.finite > clause.start) or (clause.kind == "main" and colon):
        if view.is_subjunctive(clause.finite):
            return "clause-konjunktiv", [(clause.start, end)]
        joined = view.tag[clause.start] == "KON"
        if not cue.spec.weak and (
            colon or (not joined and (_bare(clauses, cue) or _states(view, clauses, cue, following)))
        ):
            return ("clause-colon" if colon else "clause-main"), [(clause.start, end)]
    if clause.kind == "frag" and following + 1 < len(clauses) and colon and not cue.spec.weak:
        return "clause-colon", [(clause.start, content_end(view, clauses, following + 1))]
    if (
        clause.kind == "inf"
        and clause.opener not in {"um", "ohne", "statt", "anstatt"}
        and cue.spec.act != "ask"
        and cue.spec.infinitive
    ):
        return "clause-infinitive", [(clause.start, end)]
    if clause.kind == "sub" and clause.opener in {"wenn", "falls", "sobald", "solange", "weil", "da"}:
        main = next((n for n in range(following + 1, len(clauses)) if clauses[n].kind == "main"), None)
        if (
            main is not None
            and view.is_subjunctive(clauses[main].finite)
            and clauses[main].finite == clauses[main].start
        ):
            return "clause-konjunktiv", [(clause.start, content_end(view, clauses, main))]
    return None


def _states(view: View, clauses: list[Clause], cue: VerbCue, following: int) -> bool:
    """Tell whether a main clause in the indicative is what is said, with its verb second and no conjunction before it."""
    clause = clauses[following]
    if following != cue.clause + 1 or cue.passive or clauses[cue.clause].kind not in {"main", "sub", "wh"}:
        return False
    joined = view.tag[clause.start] in {"PRELS", "PWAV", "PWS", "PROAV"}
    return cue.spec.act in STATING and not joined and clause.finite - clause.start <= REACH_OF_VERB


def _bare(clauses: list[Clause], cue: VerbCue) -> bool:
    """Tell whether the cue's clause holds nothing but subject and verb, so that the next main clause is its content."""
    own = clauses[cue.clause]
    return own.end - own.start <= 4 and own.kind == "main" and cue.clause == 0


def _is_insertion(view: View, clauses: list[Clause], number: int) -> bool:
    """Tell whether a clause only interrupts on the way to the content: an apposition or relative clause."""
    clause = clauses[number]
    if number + 1 >= len(clauses):
        return False
    if clause.kind == "rel":
        return True
    if clause.kind == "main" and is_verb_final(view, clause) and clauses[number - 1].kind == "frag":
        return False
    colon = clause.start > 0 and view.text[clause.start - 1] == ":"
    return clause.kind == "frag" and not colon


def _before(view: View, clauses: list[Clause], cue: VerbCue) -> Content | None:
    """Return the content before `…, sagte X`, with its continuation after the frame."""
    first = cue.clause - 1
    while first > 0 and _belongs_before(view, clauses, first):
        first -= 1
    finite = [clause for clause in clauses[first : cue.clause] if clause.finite >= 0 or clause.kind == "inf"]
    subjunctive = any(view.is_subjunctive(clause.finite) for clause in finite if clause.finite >= 0)
    subjunctive = subjunctive or (not finite and _is_pending(view, clauses, cue))
    if clauses[first].kind == "wh" and not cue.spec.questions and not subjunctive:
        return None
    if clauses[first].kind == "frag" and not subjunctive and _is_adverbial(view, clauses[first]):
        return None
    if view.tag[cue.finite] == "VMFIN" and not subjunctive:
        return None
    opener = clauses[first].opener if clauses[first].kind == "sub" else ""
    if clauses[first].kind == "sub" and opener not in CONTENT_CONJUNCTIONS and not subjunctive:
        return None
    if cue.spec.weak and not subjunctive:
        return None
    if not finite and not _is_pending(view, clauses, cue):
        return None
    pieces = [(clauses[first].start, clauses[cue.clause - 1].end)]
    after = cue.clause + 1
    while (
        after < len(clauses)
        and clauses[after].kind == "frag"
        and after + 1 < len(clauses)
        and _apposed(view, clauses, after)
    ):
        after += 1
    if after < len(clauses) and _continues(view, clauses, after, finite=bool(finite)):
        pieces.append((clauses[after].start, clauses[-1].end))
    return "clause-before", pieces


def _is_adverbial(view: View, clause: Clause) -> bool:
    """Tell whether a fragment is a prepositional phrase or adverb that the verb after an insertion follows."""
    first = clause.start + (view.lower[clause.start] in {"auch", "erst", "schon", "bereits", "nur"})
    return first < clause.end and view.tag[first] in {"APPR", "APPRART", "ADV", "PROAV"}


def _belongs_before(view: View, clauses: list[Clause], number: int) -> bool:
    """Tell whether the clause before `number` still belongs to the same content."""
    gap = view.text[clauses[number - 1].end : clauses[number].start]
    return ";" not in gap and ":" not in gap


def _is_pending(view: View, clauses: list[Clause], cue: VerbCue) -> bool:
    after = clauses[cue.clause + 1 :]
    return any(
        clause.finite == clause.start or view.is_subjunctive(clause.finite) for clause in after if clause.finite >= 0
    )


def _apposed(view: View, clauses: list[Clause], number: int) -> bool:
    return view.tag[clauses[number].start] in {"ART", "NN", "NE"}


def _continues(view: View, clauses: list[Clause], number: int, *, finite: bool) -> bool:
    """Tell whether what follows the frame goes on with the content before it."""
    clause = clauses[number]
    if clause.kind == "rel":
        return not finite  # after `sagte X`, a relative clause says something of X
    if clause.kind in {"sub", "inf", "wh"}:
        return True
    if clause.kind == "main":
        return view.is_subjunctive(clause.finite) or not finite
    return not finite
