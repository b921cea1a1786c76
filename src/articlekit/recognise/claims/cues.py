"""Cues: verbs, phrases and nouns of the lexicon as they stand in the text, with subject and clause."""

from dataclasses import dataclass
from typing import Any

from articlekit.recognise.claims.clauses import Clause, shares_auxiliary
from articlekit.recognise.lexicon import Lexicons
from articlekit.recognise.view import AUXILIARY_CHILD, PARTICLE, VERBAL_COMPLEMENT, View

PERFECT = frozenset({"haben", "habe", "hat", "hatte", "hatten", "hast", "hätte", "hätten"})
PASSIVE = frozenset({"werden", "wird", "wurde", "wurden", "worden", "werde", "würde", "würden"})
FUTURE_AND_MODAL = frozenset({"VMFIN", "VAFIN"})


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb of saying in one clause."""

    verb: int
    pieces: tuple[tuple[int, int], ...]
    """Verb, separated particle, second part of a phrase."""
    clause: int
    """Number of its clause in the sentence."""
    act: str
    objects: bool
    """An accusative noun phrase can be its content."""
    prepositions: tuple[str, ...]
    """Prepositions that open its content."""
    weak: bool
    """Only a clause can be its content."""
    predicate: bool
    """Its object counts only when something is said of it."""
    questions: bool
    """An indirect question can be its content."""
    finite: int
    """The finite verb of its clause: itself or its auxiliary."""


def verb_cues(view: View, clauses: list[Clause], lexicons: Lexicons) -> list[VerbCue]:
    """Return the verbal cues of a sentence, in order; passives and the second verb of a modal are none."""
    verbs, phrases = lexicons["cue_verbs"], lexicons["cue_phrases"]
    found = []
    for number, clause in enumerate(clauses):
        for index in range(clause.start, clause.end):
            tag = view.tag[index]
            if tag not in {"VVFIN", "VVPP", "VVINF", "VAFIN", "VMFIN", "VVIZU", "ADJD"}:
                continue
            lemma = view.lemma[index]
            spec, pieces = _phrase(view, clause, index, lemma, phrases)
            if spec is None:
                spec, pieces = verbs.get(lemma), _with_particle(view, index, clause)
            if spec is None or (tag in {"VAFIN", "VMFIN"} and pieces == [(index, index + 1)]):
                continue
            if "requires" in spec and spec["requires"] not in view.lower[clause.start : clause.end]:
                continue
            finite = _governing(view, clauses, number, index, tag)
            if finite is None:
                continue
            found.append(
                VerbCue(
                    index,
                    tuple(pieces),
                    number,
                    spec["act"],
                    spec.get("object", False),
                    tuple(spec.get("prep", ())),
                    spec.get("weak", False),
                    spec.get("predicate", False),
                    spec.get("questions", spec["act"] == "ask"),
                    finite,
                )
            )
    return found


def _with_particle(view: View, index: int, clause: Clause) -> list[tuple[int, int]]:
    pieces = [(index, index + 1)]
    pieces += [
        (child, child + 1)
        for child in view.children[index]
        if view.dep[child] in PARTICLE and view.tag[child] == "PTKVZ"
    ]
    if len(pieces) == 1 and view.tag[index] == "VVFIN":
        last = clause.end - 1
        if last > index and view.tag[last] == "PTKVZ" and view.head[last] == index:
            pieces.append((last, last + 1))
    return pieces


def _phrase(
    view: View, clause: Clause, index: int, lemma: str, phrases: list[dict[str, Any]]
) -> tuple[dict[str, Any] | None, list[tuple[int, int]]]:
    for phrase in phrases:
        if phrase["verb"] == lemma or phrase["with"] + phrase["verb"] == lemma:
            for other in range(clause.start, clause.end):
                if view.lower[other] == phrase["with"] and other != index:
                    if view.tag[index] == "VMFIN":  # `will wissen`: a modal is no part of the cue
                        return phrase, [(other, other + 1)]
                    return phrase, sorted([(index, index + 1), (other, other + 1)])
    return None, []


def _governing(view: View, clauses: list[Clause], number: int, index: int, tag: str) -> int | None:
    """Return the finite verb that a cue stands under, or None where the form does not say that somebody speaks."""
    clause = clauses[number]
    if tag in {"VVFIN", "VAFIN", "VMFIN"}:
        return index
    if number and shares_auxiliary(view, clause):
        shared = clauses[number - 1].finite
        return shared if shared >= 0 and view.lower[shared] in PERFECT else None
    auxiliary = clause.finite
    if auxiliary < 0:
        if view.head[index] == index and tag in {"VVPP", "VVINF", "ADJD"}:
            return index  # the parser takes it for the verb of the sentence, whatever the tagger says
        # `erwartet` is finite and participle; without another finite verb in its clause it is the finite one.
        alone = tag == "VVPP" and clause.kind == "frag" and view.lower[index].endswith("t") and index > 0
        first = index == clause.start and number > 0 and clauses[number - 1].kind == "frag"
        return index if alone and (first or view.tag[index - 1] not in {"$,", "ADV", "ADJD"}) else None
    word = view.lower[auxiliary]
    tied = (
        auxiliary in view.children[index]
        or view.head[index] == auxiliary
        or view.dep[auxiliary] in AUXILIARY_CHILD
        or view.dep[index] in VERBAL_COMPLEMENT
    )
    if tag == "VVPP":
        if word in PASSIVE or "worden" in view.lower[clause.start : clause.end]:
            return None
        return auxiliary if tied and (word in PERFECT or view.lemma[auxiliary] == "haben") else None
    if tag == "VVINF" and view.tag[auxiliary] in FUTURE_AND_MODAL:
        return auxiliary if view.lemma[auxiliary] in {"wollen", "mögen", "müssen"} and tied else None
    return None
