"""Lemmas of verbs: a full-form table for the forms, and the separated particle put back (`kündigte … an`: ankündigen)."""

import gzip
from functools import cache
from importlib.resources import files

from spacy.tokens import Doc

from articlekit.recognise.view import PARTICLE, View, view_of

SEPARABLE = frozenset({"VVFIN", "VVIMP"})


@cache
def verb_forms() -> dict[str, str]:
    """Return the table from verb form, lower case, to infinitive."""
    data = files("articlekit.recognise").joinpath("lexicons", "verb_forms.tsv.gz").read_bytes()
    pairs = (line.split("\t") for line in gzip.decompress(data).decode("utf-8").splitlines())
    return {form: lemma for form, lemma in pairs}  # noqa: C416  a pair of the wrong length must fail


def mend_lemmas(doc: Doc) -> Doc:
    """Set the lemma of each verb from the table where it knows the form, and join separated particles."""
    view = view_of(doc)
    forms = verb_forms()
    particles = {
        verb: view.lower[index]
        for index, tag in enumerate(view.tag)
        if tag == "PTKVZ" and (verb := _verb_of(view, index)) is not None
    }
    for index, tag in enumerate(view.tag):
        if tag.startswith("VV"):
            word = view.lower[index]
            lemma = forms.get(word) or (word.endswith("e") and forms.get(word + "n")) or view.lemma[index]
            particle = particles.get(index)
            if particle and not lemma.startswith(particle):
                lemma = particle + lemma
            if lemma != view.lemma[index]:
                doc[index].lemma_ = lemma
    return doc


def _verb_of(view: View, particle: int) -> int | None:
    """Return the finite verb that a separated particle belongs to: the nearest before it, or by the parser.

    The parser may reach over a comma to the main verb, but not over another finite verb of the particle's own clause.
    """
    head = view.head[particle]
    parsed = view.dep[particle] in PARTICLE and view.tag[head] in SEPARABLE and head < particle
    start = head if parsed else view.sentences[view.sentence_of[particle]][0]
    comma = False
    for place in range(particle - 1, start - 1, -1):
        if view.tag[place] in SEPARABLE and (not parsed or not comma or place == head):
            return place
        if view.tag[place] in ("VAFIN", "VMFIN") and not parsed:
            return None
        comma = comma or view.tag[place] == "$,"
    return None
