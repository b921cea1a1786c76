"""The speaker's noun phrase beside a cue."""

from articlekit.recognise.claims.clauses import Clause, is_interrupted, shares_subject
from articlekit.recognise.claims.cues import VerbCue
from articlekit.recognise.claims.frame import Piece
from articlekit.recognise.claims.phrases import HEADS, first_phrase, is_time_noun, phrase_at
from articlekit.recognise.view import NOUNS, View

ACCUSATIVE = frozenset("den einen diesen jenen keinen seinen ihren jeden solchen".split())
NOMINATIVE = frozenset("er ich wir man du".split())
Found = tuple[int, Piece] | None


def speaker_of_verb(view: View, clauses: list[Clause], cue: VerbCue) -> Found:
    """Return head and extent of the subject of a verbal cue, or None.

    After a finite verb that opens its clause (`sagte X`) the first noun phrase is the subject; otherwise the parser's
    subject, and failing that the first noun phrase before the verb, or after it.
    """
    number = next(n for n, clause in enumerate(clauses) if n == cue.clause or clause.start <= cue.finite < clause.end)
    clause = clauses[number]
    if cue.passive and not cue.spec.cites:
        return _agent(view, clause)
    if cue.spec.source:
        return _after_preposition(view, clause, cue.spec.source)
    found: Found = None
    if is_interrupted(view, clauses, number, cue.finite):
        found = first_phrase(view, clauses[0].start, clauses[0].end)
        if found:
            return found[0], with_apposition(view, clauses, found[1])
    if shares_subject(view, clauses, number):
        return None
    if cue.finite == clause.start:
        found = first_phrase(view, cue.finite + 1, clause.end, oblique=False)
    if found is None:
        head = view.subject_of(cue.verb)
        if head is not None and view.tag[head] in HEADS and clause.start <= head < clause.end:
            if view.tag[head] in NOUNS:
                while head + 1 < clause.end and view.tag[head + 1] == "NE":
                    head += 1
            phrase = phrase_at(view, head, clause.start, clause.end)
            governed = phrase[0] > clause.start and view.tag[phrase[0] - 1] in {"APPR", "APPRART"}
            found = None if governed else (head, phrase)
    if found and is_accusative(view, found[1]):
        found = None
    if found and clause.kind == "main" and clause.start < found[1][1] <= cue.finite:
        found = _inverted(view, clause, cue, found) or found
    if found is None and clause.kind != "inf":
        before = first_phrase(view, clause.start, cue.finite)
        found = (
            before
            if before and not is_accusative(view, before[1])
            else first_phrase(view, cue.finite + 1, clause.end, oblique=False)
        )
    if found is None:
        return None
    return found[0], with_apposition(view, clauses, found[1])


def _inverted(view: View, clause: Clause, cue: VerbCue, first: tuple[int, Piece]) -> Found:
    """Return the phrase after the verb where it and not the one before must be the subject, or None.

    So it is when a nominative pronoun follows, when number, case or a pointing `das` speak against the first phrase, and
    when a person follows and the first is none: `Die Vorwürfe bezeichnete Weber als …`, `Der Politik schlug er vor`.
    """
    after = cue.finite + 1
    while after < clause.end and view.tag[after] in {"ADV", "ADJD", "PRF", "PROAV", "PTKNEG"}:
        after += 1
    if after >= clause.end:
        return None
    if view.lower[after] in NOMINATIVE:
        return after, (after, after + 1)
    found = first_phrase(view, after, clause.end)
    if found is None or found[1][0] != after or is_accusative(view, found[1]):
        return None
    if view.tag[first[0]] in {"PDS", "PRELS"} and view.lower[first[0]] in {"das", "dies", "dieses"}:
        return found
    singular = not view.lower[cue.finite].endswith("n")
    plural = "Plur" in view.doc[first[0]].morph.get("Number", [])
    if plural != singular and plural != ("Plur" in view.doc[found[0]].morph.get("Number", [])):
        return None  # the verb agrees with the first alone
    if singular and plural and view.entity[first[0]] < 0 and view.tag[first[0]] == "NN":
        return found
    cases = view.doc[first[1][0] if view.tag[first[1][0]] == "ART" else first[0]].morph.get("Case", [])
    if "Dat" in cases and view.entity[first[0]] < 0:
        return found
    if _is_marked_nominative(view, found) and not _is_marked_nominative(view, first):
        return found
    return found if _is_person(view, found[1]) and not _can_speak(view, first[1]) else None


def _is_marked_nominative(view: View, phrase: tuple[int, Piece]) -> bool:
    """Tell whether a phrase is a masculine singular with `der` or `ein`, which is the subject in no other case."""
    head, (start, _) = phrase
    morph = view.doc[head].morph
    masculine = "Masc" in morph.get("Gender", []) and "Plur" not in morph.get("Number", [])
    return masculine and view.lower[start] in {"der", "ein", "dieser", "jeder"} and start != head


def _is_person(view: View, phrase: Piece) -> bool:
    return any(n >= 0 and view.ents[n].label_ == "PER" for n in view.entity[phrase[0] : phrase[1]])


def _can_speak(view: View, phrase: Piece) -> bool:
    if view.tag[phrase[0]] in {"PPER", "PIS", "PDS"}:
        return True
    return any(n >= 0 and view.ents[n].label_ in {"PER", "ORG"} for n in view.entity[phrase[0] : phrase[1]])


def _agent(view: View, clause: Clause) -> Found:
    """Return who does what the passive says, else the document that it is said in, or None."""
    found = next(filter(None, (_after_preposition(view, clause, word) for word in ("von", "vom", "durch"))), None)
    document = found or next(filter(None, (_after_preposition(view, clause, word) for word in ("in", "im"))), None)
    if found is None and document and (is_time_noun(view, document[0]) or view.entity[document[0]] >= 0):
        return None
    return document


def _after_preposition(view: View, clause: Clause, preposition: str) -> Found:
    for index in range(clause.start, clause.end - 1):
        if view.lower[index] == preposition and view.tag[index] in {"APPR", "APPRART"}:
            found = first_phrase(view, index + 1, clause.end)
            if found and found[1][0] == index + 1:
                return found
    return None


def is_accusative(view: View, phrase: Piece) -> bool:
    """Tell whether a phrase opens with a determiner that no subject has: `den Plan`, `einen Abbruch`, and is singular."""
    head = view.doc[phrase[1] - 1]
    return (
        view.lower[phrase[0]] in ACCUSATIVE
        and view.tag[phrase[0]] != "PPER"
        and "Plur" not in head.morph.get("Number", [])
    )


def shared_speaker(view: View, clauses: list[Clause], number: int) -> Found:
    """Return the subject that a clause shares with one before it, or None."""
    if not shares_subject(view, clauses, number):
        return None
    for earlier in range(number - 1, -1, -1):
        clause = clauses[earlier]
        if clause.finite < 0 or shares_subject(view, clauses, earlier):
            continue
        if is_interrupted(view, clauses, earlier, clause.finite):
            return first_phrase(view, clauses[0].start, clauses[0].end)
        return first_phrase(view, clause.start, clause.finite, oblique=False) or first_phrase(
            view, clause.finite + 1, clause.end, oblique=False
        )
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
