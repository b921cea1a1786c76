"""Lemmas of verbs: a full-form table for the forms, and the separated particle put back (`kündigte … an`: ankündigen)."""

import gzip
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc

from articlekit.recognise.view import PARTICLE


@cache
def verb_forms() -> dict[str, str]:
    """Return the table from verb form, lower case, to infinitive."""
    data = files("articlekit.recognise").joinpath("lexicons", "verb_forms.tsv.gz").read_bytes()
    pairs = (line.split("\t") for line in gzip.decompress(data).decode("utf-8").splitlines())
    return {form: lemma for form, lemma in pairs}  # noqa: C416  a pair of the wrong length must fail


def mend_lemmas(doc: Doc) -> Doc:
    """Set the lemma of each verb from the table where it knows the form, and join separated particles."""
    forms = verb_forms()
    particles: dict[int, str] = {}
    for token in doc:
        if token.tag_ == "PTKVZ":
            verb = _verb_of(token) if token.dep_ in PARTICLE else None
            verb = verb if verb is not None else _verb_before(doc, token.i)
            if verb is not None:
                particles[verb] = token.lower_
    for token in doc:
        if token.tag_.startswith("VV"):
            lemma = forms.get(token.lower_, token.lemma_)
            particle = particles.get(token.i)
            if particle and token.tag_ in ("VVFIN", "VVIMP") and not lemma.startswith(particle):
                lemma = particle + lemma
            if lemma != token.lemma_:
                token.lemma_ = lemma
    return doc


def _verb_of(token: object) -> int | None:
    head = token.head  # type: ignore[attr-defined]
    return head.i if head.tag_ in ("VVFIN", "VVIMP") and head.i < token.i else None  # type: ignore[attr-defined,no-any-return]


def _verb_before(doc: Doc, index: int) -> int | None:
    """Return the finite verb that a particle without a verbal head belongs to: the nearest before it in its sentence."""
    start = doc[index].sent.start if doc.has_annotation("SENT_START") else 0
    for place in range(index - 1, start - 1, -1):
        if doc[place].tag_ in ("VVFIN", "VVIMP"):
            return place
        if doc[place].tag_ in ("VAFIN", "VMFIN"):
            return None
    return None
