"""Cues: verbs, phrases and nouns of the lexicon as they stand in the text, with subject and clause."""

from dataclasses import dataclass

from articlekit.recognise.claims.clauses import Clause, shares_auxiliary
from articlekit.recognise.claims.cue_lexicon import CueLexicon, CueSpec
from articlekit.recognise.view import AUXILIARY_CHILD, PARTICLE, VERBAL_COMPLEMENT, View

PERFECT = frozenset({"haben", "habe", "hat", "hatte", "hatten", "hast", "hätte", "hätten"})
PASSIVE = frozenset({"werden", "wird", "wurde", "wurden", "worden", "werde", "würde", "würden"})
REFLEXIVE = frozenset({"sich", "mich", "uns"})
PARTED = 8
"""Tokens of a clause whose auxiliary stands before a subordinate clause."""
FUTURE_AND_MODAL = frozenset({"VMFIN", "VAFIN"})


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb or phrase of saying in one clause."""

    verb: int
    pieces: tuple[tuple[int, int], ...]
    """Verb, separated particle, second part of a phrase."""
    clause: int
    """Number of its clause in the sentence."""
    spec: CueSpec
    finite: int
    """The finite verb of its clause: itself or its auxiliary."""
    passive: bool = False
    """In the passive: its subject is not who speaks."""


def verb_cues(view: View, clauses: list[Clause], lexicon: CueLexicon) -> list[VerbCue]:
    """Return the verbal cues of a sentence, in order; the second verb of a modal is none."""
    found = []
    for number, clause in enumerate(clauses):
        for index in range(clause.start, clause.end):
            tag = view.tag[index]
            if tag not in {"VVFIN", "VVPP", "VVINF", "VAFIN", "VMFIN", "VVIZU", "ADJD"}:
                continue
            spec, pieces = _phrase(view, _reach(clauses, number), index, lexicon)
            if spec is None:
                spec, pieces = _verb(view, index, clause, lexicon)
            if spec is None or (tag in {"VAFIN", "VMFIN"} and pieces == [(index, index + 1)]):
                continue
            if spec.requires and spec.requires.isdisjoint(view.lower[clause.start : clause.end]):
                continue
            finite = _governing(view, clauses, number, index, tag)
            passive = finite is None and tag == "VVPP"
            if passive:
                finite = _passive_auxiliary(view, clause)
            if finite is not None:
                found.append(VerbCue(index, tuple(pieces), number, spec, finite, passive))
    return found


def _verb(view: View, index: int, clause: Clause, lexicon: CueLexicon) -> tuple[CueSpec | None, list[tuple[int, int]]]:
    """Return a verb's entry and its pieces; a particle that the tagger took for another word ends its clause."""
    lemma = view.lemma[index]
    last = clause.end - 1
    if view.tag[index] == "VVFIN" and last > index and view.tag[last] in {"ADJD", "ADV", "NN", "PROAV"}:
        joined = lexicon.verbs.get(view.lower[last] + lemma)
        if joined:
            return joined, [(index, index + 1), (last, last + 1)]
    spec = lexicon.verbs.get(lemma)
    pieces = _with_particle(view, index, clause)
    if spec is None and view.tag[index] == "VVFIN":
        form = "".join(view.lower[start] for start, _ in reversed(pieces))
        spec = lexicon.verbs[lexicon.forms[form]] if form in lexicon.forms else None
    return spec, pieces


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


def _reach(clauses: list[Clause], number: int) -> tuple[int, int]:
    """Return where the words of a phrase can stand: its clause, and its end behind an apposition, `gab der Chef, X, bekannt`."""
    end = clauses[number].end
    for clause in clauses[number + 1 :]:
        if clause.kind not in {"frag", "rel"}:
            break
        if clause.kind == "frag" and clause.end - clause.start <= 3:
            end = clause.end
    return clauses[number].start, end


def _phrase(
    view: View, stretch: tuple[int, int], index: int, lexicon: CueLexicon
) -> tuple[CueSpec | None, list[tuple[int, int]]]:
    """Return the phrase that a verb makes with other words of its clause, `zu Protokoll geben`, and its pieces."""
    known = lexicon.phrases.get(view.lemma[index])
    if not known:
        return None, []
    low, high = stretch
    present = set(view.lower[low:high])
    for others, spec in known:
        if others[0] not in present or (spec.reflexive and present.isdisjoint(REFLEXIVE)):
            continue
        length = len(others)
        for start in range(low, high - length + 1):
            if tuple(view.lower[start : start + length]) == others and not start <= index < start + length:
                words = (start, start + length)
                if view.tag[index] == "VMFIN":  # `will wissen`: a modal is no part of the cue
                    return spec, [words]
                return spec, sorted([(index, index + 1), words])
    return None, []


def _passive_auxiliary(view: View, clause: Clause) -> int | None:
    """Return the auxiliary of a passive, `wurde vorgeworfen` and `war berichtet worden`, or None."""
    if clause.finite < 0:
        return None
    passive = view.lower[clause.finite] in PASSIVE or "worden" in view.lower[clause.start : clause.end]
    return clause.finite if passive else None


def _parted_auxiliary(view: View, clauses: list[Clause], number: int, index: int, tag: str) -> int | None:
    """Return the auxiliary that a subordinate clause parts from its participle: `X hatte, als …, eingewandt`, or None."""
    if tag != "VVPP" or number < 2 or clauses[number].end - clauses[number].start > PARTED:
        return None
    for child in view.children[index]:
        if view.dep[child] in AUXILIARY_CHILD and child < clauses[number].start and view.lower[child] in PERFECT:
            return child
    return None


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
        if parted := _parted_auxiliary(view, clauses, number, index, tag):
            return parted
        if view.head[index] == index and tag in {"VVPP", "VVINF", "ADJD"}:
            return index  # the parser takes it for the verb of the sentence, whatever the tagger says
        # `erwartet` is finite and participle; without another finite verb in its clause it is the finite one.
        alone = tag == "VVPP" and clause.kind == "frag" and view.lower[index].endswith("t") and index > 0
        if (
            tag == "VVPP"
            and clause.kind in {"wh", "rel", "sub"}
            and view.lower[index].endswith("t")
            and index == clause.end - 1
        ):
            return index
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
