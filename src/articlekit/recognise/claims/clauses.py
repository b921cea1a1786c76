"""Clauses by topological field: a sentence is cut at its commas, dashes, colons and brackets, and each cut is typed.

The cuts lean on STTS tags alone, which taggers get right far more often than parsers get attachments right, and which
both dependency schemes share.
"""

from dataclasses import dataclass

from articlekit.recognise.view import FINITE, View

CUTS = frozenset({",", ";", ":", "–", "—", "(", ")", "[", "]"})
SENTENCE_END = frozenset({".", "!", "?", "…", "..."})
FINAL = SENTENCE_END | frozenset({",", ";", ":"})
"""Marks that a clause does not end with."""
RELATIVE = frozenset({"PRELS", "PRELAT"})
INTERROGATIVE = frozenset({"PWS", "PWAT", "PWAV"})
RELATIVE_FORMS = frozenset("der die das den dem denen dessen deren".split())
BRACKET = 9
"""Tokens that a bracket may have and still be a remark on the word before it."""
ADVERSATIVE = frozenset(
    {"aber", "jedoch", "zugleich", "dagegen", "hingegen", "indes", "allerdings", "stattdessen", "dafür"}
)
SKIPPED = frozenset({"KON", "ADV", "PTKNEG"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between two cuts; `start` to `end` without the cut itself."""

    start: int
    end: int
    kind: str
    """main, sub (subordinating conjunction), rel, wh, inf (zu with infinitive), frag (no verb of its own)."""
    finite: int
    """The finite verb, or -1."""
    opener: str
    """The conjunction of a sub clause, lower case."""


def split_clauses(view: View, start: int, end: int) -> list[Clause]:
    """Return the clauses of the stretch `start` to `end`, in order, quotation marks and sentence ends trimmed."""
    clauses = []
    left = index = start
    while index <= end:
        if index < end and view.text[index] == "(" and (close := _bracket_end(view, index, end)):
            index = close
            continue
        if index == end or _cuts(view, index):
            low, high = trim(view, left, index)
            if low < high:
                clauses.append(_typed(view, low, high))
            left = index + 1
        index += 1
    return clauses


def _cuts(view: View, index: int) -> bool:
    """Tell whether a token cuts: a mark, but no colon inside a word (`re:publica`); `und` before a finite verb."""
    if view.text[index] in CUTS:
        return view.text[index] != ":" or view.spaced[index]
    if view.lower[index] not in {"und", "oder", "sowie"} or index + 1 >= len(view):
        return False
    return view.tag[index + 1] in FINITE or (view.tag[index - 1] == "VVPP" and _participle_follows(view, index))


def _participle_follows(view: View, index: int) -> bool:
    """Tell whether another participle shares the auxiliary: `hat den Plan gelobt und die Kosten kritisiert`."""
    for place in range(index + 1, view.sentences[view.sentence_of[index]][1]):
        if view.tag[place] == "VVPP":
            return True
        if view.tag[place] in FINITE or view.text[place] in CUTS:
            return False
    return False


def _bracket_end(view: View, start: int, end: int) -> int | None:
    """Return the token after a short bracket without a verb, `(CDU)`, which cuts nothing."""
    for index in range(start + 1, min(start + BRACKET, end)):
        if view.text[index] == ")":
            return index + 1
        if view.tag[index] in FINITE or view.text[index] in SENTENCE_END:
            return None
    return None


def trim(view: View, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without white space at both ends and without final marks."""
    while start < end and view.text[start].isspace():
        start += 1
    while start < end and (view.text[end - 1].isspace() or view.text[end - 1] in FINAL):
        end -= 1
    return start, end


def _typed(view: View, start: int, end: int) -> Clause:
    tags = view.tag[start:end]
    finite = next((start + offset for offset, tag in enumerate(tags) if tag in {"VVFIN", "VAFIN", "VMFIN"}), -1)
    first = start
    while first < end - 1 and (view.tag[first] in SKIPPED or view.tag[first] in {"$(", "APPR", "APPRART"}):
        first += 1
    tag, opener = view.tag[first], ""
    infinitive = finite < 0 and ("PTKZU" in tags or any(map(view.is_zu_infinitive, range(start, end))))
    if tag == "PRELS" and (infinitive or _is_second(view, start, end, finite)):
        tag = "ART"
    plain_first = start
    while plain_first < end - 1 and (view.tag[plain_first] in SKIPPED or view.tag[plain_first] == "$("):
        plain_first += 1
    if view.tag[plain_first] == "KOUS" or (view.tag[plain_first] == "KOUI" and finite < 0):
        opener = view.lower[plain_first]
        kind = "inf" if view.tag[plain_first] == "KOUI" else "sub"
    elif tag in RELATIVE or _is_relative(view, first, end, finite):
        kind = "rel"
    elif tag in INTERROGATIVE and (finite == -1 or finite > first + 1):
        kind = "wh"
    elif finite >= 0:
        kind = "main"
    elif infinitive:
        kind = "inf"
    else:
        kind = "frag"
    return Clause(start, end, kind, finite, opener)


def _is_second(view: View, start: int, end: int, finite: int) -> bool:
    """Tell whether a Konjunktiv verb stands inside its clause, which then is a main clause whatever its first word."""
    if (
        finite < 0
        or finite <= start
        or not view.is_subjunctive(finite)
        or view.lower[start] not in {"die", "der", "das", "dem", "den"}
    ):
        return False
    return sum(not view.tag[index].startswith("V") for index in range(finite + 1, end)) >= 1


def _is_relative(view: View, first: int, end: int, finite: int) -> bool:
    """Tell whether a clause is relative though the tagger missed its pronoun: `dessen`, or `die` with the verb at the end."""
    if first == 0 or finite < 0 or view.lower[first] not in RELATIVE_FORMS:
        return False
    opens = view.text[first - 1] == "," or (first > 1 and view.text[first - 2] == "," and view.tag[first - 1] == "APPR")
    if not opens or (view.tag[first] == "PDS" and finite == first + 1):
        return False
    final = finite > first + 1 and all(view.tag[index].startswith("V") for index in range(finite, end))
    return final and (view.tag[first] != "ART" or view.lower[first] in {"dessen", "deren", "denen"})


def is_verb_final(view: View, clause: Clause) -> bool:
    """Tell whether the finite verb closes the clause, as in the rest of an interrupted subordinate clause."""
    return clause.finite >= clause.start + 1 and all(
        view.tag[index].startswith("V") for index in range(clause.finite, clause.end)
    )


def shares_subject(view: View, clauses: list[Clause], number: int) -> bool:
    """Tell whether a clause takes its subject from one before it: `… und kündigte Rechtsmittel an`, `…, bemängelt aber …`."""
    clause = clauses[number]
    if clause.finite < 0:
        return shares_auxiliary(view, clause)
    if clause.finite - clause.start <= 1 and view.tag[clause.finite - 1] == "KON":
        return True
    after = clause.finite + 1
    if clause.finite != clause.start or after >= clause.end:
        return False
    if view.lower[after] not in ADVERSATIVE and not _is_listed(view, clauses, number):
        return False
    before = (other for other in clauses[:number] if other.kind == "main" and other.finite > other.start)
    return any(not view.is_subjunctive(other.finite) for other in before)


def _is_listed(view: View, clauses: list[Clause], number: int) -> bool:
    """Tell whether a verb is the middle one of three with one subject: `X warnt vor A, lobt B und erklärt, …`."""
    if number == 0 or number + 1 >= len(clauses) or clauses[number - 1].kind != "main":
        return False
    after = clauses[number + 1]
    joined = after.start > 0 and view.tag[after.start - 1] == "KON" and after.finite == after.start
    return joined and after.start - 1 == clauses[number].end


def shares_auxiliary(view: View, clause: Clause) -> bool:
    """Tell whether a clause has a participle whose auxiliary stands in the clause before: `… und die Kosten kritisiert`."""
    joined = clause.start > 1 and view.tag[clause.start - 1] == "KON" and view.tag[clause.start - 2] == "VVPP"
    return joined and clause.kind == "frag" and "VVPP" in view.tag[clause.start : clause.end]


def is_interrupted(view: View, clauses: list[Clause], number: int, finite: int) -> bool:
    """Tell whether an apposition or relative clause parts a verb from its subject: `Die Chefin, X, warnte vor …`.

    Args:
        view: the document.
        clauses: the clauses of the sentence.
        number: the verb's clause.
        finite: the verb, which the tagger may take for a participle.
    """
    if number == 0 or finite != clauses[number].start:
        return False
    before = clauses[:number]
    if any(clause.kind not in {"rel", "frag"} for clause in before) or before[0].kind != "frag":
        return False
    for place in range(number + 1, len(clauses)):
        clause = clauses[place]
        opened = place > number + 1 and clauses[place - 1].kind in {"sub", "wh", "rel"}  # `sagt, wer gehe, müsse …`
        if clause.finite == clause.start and not opened and not shares_subject(view, clauses, place):
            return False
    return True


def follows_wie(view: View, clauses: list[Clause], number: int) -> bool:
    """Tell whether a clause is the verb of a `wie` clause that an apposition cuts: `wie X, Sprecherin der Y, mitteilte`."""
    for earlier in range(number - 1, -1, -1):
        clause = clauses[earlier]
        if clause.kind == "rel":
            continue
        if clause.finite >= 0:
            return False
        if view.lower[clause.start] == "wie":
            return True
    return False


def content_end(view: View, clauses: list[Clause], first: int) -> int:
    """Return the end of the content that begins with clause number `first`: what belongs to it up to the next main clause.

    A subordinate clause takes its own subordinate, relative and infinitive clauses with it, and what stands between
    commas before its own verb; a Konjunktiv main clause takes Konjunktiv main clauses as well.
    """
    head = clauses[first]
    reported = head.kind == "main" and view.is_subjunctive(head.finite)
    open_ = head.kind in {"sub", "wh", "rel"} and head.finite < 0
    last = head
    for clause in clauses[first + 1 :]:
        if clause.start > last.end and view.text[last.end : clause.start].count(";"):
            break
        if clause.kind == "main" and not open_:
            goes_on = view.is_subjunctive(clause.finite)
            if not (reported and goes_on) and not (head.kind != "main" and is_verb_final(view, clause)):
                break
        if clause.finite >= 0 and clause.kind in {"main", "sub"} and open_:
            open_ = not is_verb_final(view, clause) and clause.kind == "sub"
        last = clause
    return last.end
