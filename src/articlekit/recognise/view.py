"""A `Doc` as plain columns: one list a token attribute, so that rules read fast and know no spaCy.

It also hides which of the two dependency schemes a pipeline speaks: UD (articlekit's own model) or TIGER (de_core_news).
"""

from functools import cached_property, lru_cache

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, SENT_START, SPACY, TAG
from spacy.tokens import Doc

FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
VERBS = FINITE | {"VVINF", "VVIZU", "VVPP", "VAINF", "VAPP", "VMINF", "VMPP", "VVIMP", "VAIMP"}
NOUNS = frozenset({"NN", "NE", "FM", "XY"})
SUBJECT = frozenset({"nsubj", "nsubj:pass", "sb", "sbp"})
OBJECT = frozenset({"obj", "oa", "oa2"})
PARTICLE = frozenset({"compound:prt", "svp"})
AUXILIARY_CHILD = frozenset({"aux", "aux:pass", "cop"})
"""UD: the auxiliary hangs on the content verb."""
VERBAL_COMPLEMENT = frozenset({"oc", "pd"})
"""TIGER: the content verb hangs on the auxiliary."""


@lru_cache(maxsize=4096)
def _mood(morph: str) -> str:
    for part in morph.split("|"):
        if part.startswith("Mood="):
            return part[5:]
    return ""


class View:
    """Token columns of one `Doc`; all positions are token indices, ends exclusive."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        strings = doc.vocab.strings
        columns = doc.to_array([TAG, LEMMA, DEP, MORPH, HEAD, SENT_START, SPACY])
        if len(doc) == 1:
            columns = columns.reshape(1, -1)
        names: dict[int, str] = {}
        for key in np.unique(columns[:, :4]) if len(doc) else ():
            names[int(key)] = strings[int(key)] if key else ""
        self.text: list[str] = [token.text for token in doc]
        self.lower: list[str] = [text.lower() for text in self.text]
        self.tag: list[str] = [names[key] for key in columns[:, 0].tolist()]
        self.lemma: list[str] = [names[key] for key in columns[:, 1].tolist()]
        self.dep: list[str] = [names[key] for key in columns[:, 2].tolist()]
        self.mood: list[str] = [_mood(names[key]) for key in columns[:, 3].tolist()]
        offsets = columns[:, 4].astype(np.int64)
        self.head: list[int] = (np.arange(len(doc)) + offsets).tolist()
        self.spaced: list[bool] = columns[:, 6].astype(bool).tolist()
        starts = [index for index, value in enumerate(columns[:, 5].astype(np.int64).tolist()) if value == 1]
        if len(doc) and (not starts or starts[0] != 0):
            starts.insert(0, 0)
        self.sentences: list[tuple[int, int]] = list(zip(starts, [*starts[1:], len(doc)], strict=True))
        self.sentence_of: list[int] = [
            number for number, (start, end) in enumerate(self.sentences) for _ in range(start, end)
        ]

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def children(self) -> list[list[int]]:
        """Dependents of each token, left to right."""
        children: list[list[int]] = [[] for _ in self.text]
        for index, head in enumerate(self.head):
            if head != index:
                children[head].append(index)
        return children

    @cached_property
    def breaks(self) -> list[int]:
        """Tokens that are paragraph breaks: white space with a line end."""
        return [index for index, text in enumerate(self.text) if "\n" in text]

    @cached_property
    def entity(self) -> list[int]:
        """For each token the index of its entity in `doc.ents`, or -1."""
        inside = [-1] * len(self.text)
        for number, entity in enumerate(self.doc.ents):
            inside[entity.start : entity.end] = [number] * (entity.end - entity.start)
        return inside

    def is_finite(self, index: int) -> bool:
        """Tell whether a token is a finite verb."""
        return self.tag[index] in FINITE

    def is_subjunctive(self, index: int) -> bool:
        """Tell whether a finite verb stands in Konjunktiv I or II, by its form or, for regular verbs, by the tagger."""
        if self.tag[index] not in FINITE:
            return False
        word = self.lower[index]
        # Third person Konjunktiv I is the infinitive without its n (er bekomme), which the first person shares.
        regular = word.endswith("e") and self.lemma[index].endswith(word + "n")
        if regular and "ich" in self.lower[max(0, index - 1) : index + 2]:
            return False
        return regular or word in SUBJUNCTIVE or self.mood[index] == "Sub"

    def subject_of(self, verb: int) -> int | None:
        """Return the head of the subject of a verb, looked for at the verb and at its auxiliaries, or None."""
        seen = verb
        for _ in range(4):
            for child in self.children[seen]:
                if self.dep[child] in SUBJECT:
                    return child
            if self.dep[seen] in VERBAL_COMPLEMENT and self.head[seen] != seen:
                seen = self.head[seen]
            else:
                return None
        return None

    def subtree(self, index: int) -> tuple[int, int]:
        """Return the stretch from the first to the last token below `index`, itself included."""
        low = high = index
        stack = [index]
        while stack:
            for child in self.children[stack.pop()]:
                low, high = min(low, child), max(high, child)
                stack.append(child)
        return low, high + 1

    def words(self, start: int, end: int) -> str:
        """Return the text of a stretch of tokens as it stands, line breaks included."""
        return self.doc[start:end].text


# Unambiguous forms of auxiliaries and modals; the tagger tells the rest.
SUBJUNCTIVE = frozenset(
    """sei seien seist seiet wäre wären wärst wäret habe habest habet hätte hätten werde würde würden könne könnte könnten
    müsse müsste müssten müßte müßten solle wolle dürfe dürfte dürften möge lasse gebe gehe komme stehe bleibe bliebe brauche
    liege mache nehme gäbe gäben ginge gingen käme kämen wisse wüsste wüssten stünde stünden ließe ließen fände fänden nähme
    nähmen läge lägen hielte hielten bräuchte bräuchten dächte brächte brächten spräche sprächen täte fiele fielen bekäme
    bekämen verlöre entstünde entstünden bestünde bestünden""".split()
)
