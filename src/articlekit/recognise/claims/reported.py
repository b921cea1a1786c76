"""Reported speech: the content is a noun phrase or prepositional phrase of the cue, verb or noun."""

from articlekit.recognise.claims.clauses import Clause, content_end
from articlekit.recognise.claims.cue_lexicon import CueLexicon, CueSpec
from articlekit.recognise.claims.cues import VerbCue
from articlekit.recognise.claims.frame import ClaimFrame, Piece
from articlekit.recognise.claims.indirect import CONTENT_CONJUNCTIONS
from articlekit.recognise.claims.phrases import GENITIVE_ARTICLES, first_phrase, is_time_noun, phrase_at
from articlekit.recognise.claims.speaker import is_accusative, shared_speaker
from articlekit.recognise.view import NOUNS, OBJECT, View


def reported_object(
    view: View, clauses: list[Clause], cue: VerbCue, speaker: Piece | None
) -> tuple[str, list[Piece]] | None:
    """Return the object or prepositional phrase that is the content of a verbal cue, or None."""
    clause = clauses[cue.clause]
    low, high = clause.start, clause.end
    while high > low and (
        view.tag[high - 1] == "PTKVZ" or (view.tag[high - 1].startswith("V") and high - 1 >= cue.finite)
    ):
        if cue.spec.predicate and view.tag[high - 1] == "VVPP" and high - 1 > cue.verb:
            break  # what is said of the object: `hält das Gesetz für verfehlt`
        high -= 1
    for index in range(low, high):
        if view.tag[index] in {"APPR", "APPRART"} and view.lower[index] in cue.spec.prepositions:
            if speaker and speaker[0] <= index < speaker[1]:
                continue
            final = clause.kind in {"rel", "sub", "wh"}
            if index < cue.finite and index != low and not final:
                continue
            before = phrase_at_preposition(view, index, min(cue.verb, cue.finite)) if final else cue.finite
            end = _without_adverbs(view, index + 1, high) if index > cue.finite else before
            if _is_time(view, index, end):
                continue
            return "object-preposition", [(index, _with_relative(view, clauses, cue.clause, end, clause.end))]
    if cue.spec.dative and (found := _dative(view, clause, speaker)):
        return "object-dative", [found]
    if not cue.spec.objects:
        return None
    head = _object_head(view, clause, cue, speaker, high)
    if head is None:
        return None
    start = phrase_at(view, head, low, high)[0]
    start = _with_negation(view, start, low)
    end = _without_adverbs(view, head + 1, high) if head > cue.finite else phrase_at(view, head, low, cue.finite)[1]
    end = max(end, head + 1)
    if speaker and start < speaker[0] < end:
        end = speaker[0]
    if cue.spec.predicate and not _has_predicate(view, start, end):
        judged = _later_predicate(view, cue, end, high, speaker) if end <= cue.finite else None
        return ("object-noun", [(start, end), judged]) if judged else None
    pieces = [(start, _with_relative(view, clauses, cue.clause, end, clause.end))]
    return "object-noun", pieces


def _dative(view: View, clause: Clause, speaker: Piece | None) -> Piece | None:
    """Return the noun phrase with a dative determiner that is not the speaker: `erteilte dem Plan eine Absage`, or None."""
    for index in range(clause.start, clause.end):
        if view.tag[index] not in {"ART", "PPOSAT", "PDAT"} or "Dat" not in view.doc[index].morph.get("Case", []):
            continue
        governed = index > clause.start and view.tag[index - 1] in {"APPR", "APPRART"}
        found = first_phrase(view, index, clause.end)
        if found and not governed and found[1][0] == index and not (speaker and speaker[0] <= index < speaker[1]):
            return found[1]
    return None


def phrase_at_preposition(view: View, preposition: int, high: int) -> int:
    """Return the end of a prepositional phrase before a verb at the end of its clause."""
    found = first_phrase(view, preposition + 1, high)
    return found[1][1] if found and found[1][0] == preposition + 1 else high


def _has_predicate(view: View, start: int, end: int) -> bool:
    """Tell whether the object is judged: `nannte das Gesetz überfällig`, `nennt es einen „Fehler“`, `hält es für Betrug`."""
    if view.tag[end - 1] in {"ADJD", "VVPP"} or any(text in {"„", "»", '"', "‚"} for text in view.text[start:end]):
        return True
    if any(view.lower[index] in {"für", "als"} for index in range(start + 1, end - 1)):
        return True
    return any(view.tag[index] == "ART" and view.lower[index].startswith("ein") for index in range(start + 1, end - 1))


def _later_predicate(view: View, cue: VerbCue, end: int, high: int, speaker: Piece | None) -> Piece | None:
    """Return what is said of an object before its verb, `Die Kritik nannte er überzogen`, or None."""
    start = max(cue.finite + 1, end, speaker[1] if speaker and speaker[0] > cue.finite else 0)
    for index in range(start, high):
        judges = view.tag[index] in {"ADJD", "VVPP"} and index == high - 1
        if judges or view.lower[index] in {"als", "für"} or view.lower[index].startswith("ein"):
            return index, high
    return None


def _without_adverbs(view: View, start: int, end: int) -> int:
    """Return the end without adverbs and a weekday at the tail: `den Vorwurf am Mittwoch erneut`."""
    while end > start:
        if view.tag[end - 1] == "ADV" or view.lower[end - 1] in {"entschieden", "scharf", "deutlich"}:
            end -= 1
        elif end - start > 1 and view.lower[end - 2] == "am" and is_time_noun(view, end - 1):
            end -= 2
        else:
            break
    return end


def _object_head(view: View, clause: Clause, cue: VerbCue, speaker: Piece | None, high: int) -> int | None:
    for verb in (cue.verb, cue.finite):
        for child in view.children[verb]:
            if view.dep[child] in OBJECT and view.tag[child] in NOUNS and clause.start <= child < high:
                if not (speaker and speaker[0] <= child < speaker[1]) and not is_time_noun(view, child):
                    return child
    before = first_phrase(view, clause.start, cue.finite)
    inverted = speaker is not None and speaker[0] > cue.finite
    if before and view.tag[before[0]] in NOUNS and (inverted or is_accusative(view, before[1])):
        return before[0]
    low = max(cue.finite + 1, clause.start, speaker[1] if speaker and speaker[0] > cue.finite else 0)
    found = first_phrase(view, low, high)
    if found and view.tag[found[0]] in NOUNS and not is_time_noun(view, found[0]):
        return found[0]
    return None


def _with_negation(view: View, start: int, low: int) -> int:
    return start - 1 if start > low and view.lower[start - 1] in {"nicht", "auch", "nur"} and start - 1 > low else start


def _with_relative(view: View, clauses: list[Clause], number: int, end: int, clause_end: int) -> int:
    """Return the end with the relative clause, infinitive or dass clause that hangs on the last noun."""
    if end == clause_end and number + 1 < len(clauses) and clauses[number + 1].kind in {"rel", "inf", "wh"}:
        if clauses[number + 1].start == clause_end + 1:
            return content_end(view, clauses, number + 1)
    return end


def _is_time(view: View, start: int, end: int) -> bool:
    return any(is_time_noun(view, index) for index in range(start + 1, min(start + 4, end)) if view.tag[index] == "NN")


def noun_claims(view: View, clauses: list[Clause], lexicon: CueLexicon) -> list[ClaimFrame]:
    """Return the claims of nominal cues: `die Forderung der SPD nach …`, `der Vorwurf, das Gesetz sei …`."""
    claims = []
    for number, clause in enumerate(clauses):
        for index in range(clause.start, clause.end):
            if view.tag[index] != "NN" or view.entity[index] >= 0:
                continue
            spec = lexicon.nouns.get(view.lemma[index]) or lexicon.nouns.get(view.text[index])
            if spec is None or (index > clause.start and view.lower[index - 1] == "nach"):
                continue
            claim = _noun_claim(view, clauses, number, index, spec)
            if claim:
                claims.append(claim)
    return claims


def _noun_claim(view: View, clauses: list[Clause], number: int, noun: int, spec: CueSpec) -> ClaimFrame | None:
    clause = clauses[number]
    end, speaker, head = noun + 1, None, None
    if (
        spec.genitive
        and end < clause.end
        and (
            (view.tag[end] in {"ART", "PPOSAT"} and view.lower[end] in GENITIVE_ARTICLES)
            or view.lower[end] in {"von", "vom"}
        )
    ):
        found = first_phrase(view, end + (view.lower[end] in {"von", "vom"}), clause.end)
        if found:
            head, speaker = found
            cut = (index for index in range(head + 1, speaker[1]) if view.lower[index] in spec.prepositions)
            speaker = speaker[0], next(cut, speaker[1])
            end = speaker[1]
    possessive = noun > clause.start and next(
        (index for index in range(noun - 1, max(clause.start, noun - 3) - 1, -1) if view.tag[index] == "PPOSAT"), None
    )
    if end < clause.end and view.lower[end] in spec.prepositions:
        stop = _phrase_end(view, end, clause.end)
        if speaker or possessive:
            claim = ClaimFrame(
                "reported", spec.act, "noun-preposition", [(end, stop)], [(noun, noun + 1)], speaker, head
            )
            claim.inherits = speaker is None
            return claim
        return None
    if end == clause.end and number + 1 < len(clauses):
        after = clauses[number + 1]
        adjacent = after.start == clause.end + 1
        fits = (after.kind == "sub" and after.opener in CONTENT_CONJUNCTIONS) or (
            after.kind == "inf" and after.opener == "" and spec.infinitive
        )
        fits = fits or (after.kind == "wh" and spec.questions)
        fits = fits or (after.kind == "main" and view.is_subjunctive(after.finite) and after.finite > after.start)
        if adjacent and fits:
            content = (after.start, content_end(view, clauses, number + 1))
            if speaker is None and not possessive and (subject := _subject(view, clauses, number, noun)):
                head, speaker = subject
            claim = ClaimFrame("indirect", spec.act, "noun-clause", [content], [(noun, noun + 1)], speaker, head)
            claim.inherits = speaker is None and bool(possessive)
            return claim
    return None


def _subject(view: View, clauses: list[Clause], number: int, noun: int) -> tuple[int, Piece] | None:
    """Return the subject of the verb that a noun of saying is the object of, `vertritt die Auffassung, …`, or None."""
    clause = clauses[number]
    if clause.finite < 0:
        return None
    found = shared_speaker(view, clauses, number)
    head = view.subject_of(clause.finite)
    if head is None:
        governor = view.head[clause.finite]
        head = view.subject_of(governor) if clause.start <= governor < clause.end else None
    if found is None and head is not None and head != noun and clause.start <= head < clause.end:
        found = head, phrase_at(view, head, clause.start, clause.end)
    return found if found and not found[1][0] <= noun < found[1][1] else None


def _phrase_end(view: View, start: int, high: int) -> int:
    """Return the end of the prepositional phrase at `start`, up to the clause's verb."""
    end = start
    while end < high and not (view.tag[end].startswith("V") and view.tag[end] != "VVIZU"):
        end += 1
    return end
