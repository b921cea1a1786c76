"""A `Doc` as plain columns: one list a token attribute, so that rules read fast and know no spaCy.

It also hides which of the two dependency schemes a pipeline speaks: UD (articlekit's own model) or TIGER (de_core_news).
"""

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, ORTH, SENT_START, SPACY, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc, Span

FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
NOUNS = frozenset({"NN", "NE", "FM", "XY"})
SUBJECT = frozenset({"nsubj", "nsubj:pass", "sb", "sbp"})
OBJECT = frozenset({"obj", "oa", "oa2"})
PARTICLE = frozenset({"compound:prt", "svp"})
AUXILIARY_CHILD = frozenset({"aux", "aux:pass", "cop"})
"""UD: the auxiliary hangs on the content verb."""
VERBAL_COMPLEMENT = frozenset({"oc", "pd"})
"""TIGER: the content verb hangs on the auxiliary."""


def _mood(morph: str) -> str:
    """Return mood and tense of a verb as one word: `Ind Past`."""
    parts = dict(part.split("=", 1) for part in morph.split("|") if "=" in part)
    return f"{parts.get('Mood', '')} {parts.get('Tense', '')}"


MOST_WORDS = 50_000
"""Entries of a table; with one more it is begun anew, so that a pipeline does not grow with all that it ever reads."""


class _Table(dict[int, str]):
    """From hash to string, by way of a function; filled as it is asked."""

    def __init__(self, strings: StringStore, change: Callable[[str], str]) -> None:
        super().__init__({0: ""})
        self._strings, self._change = strings, change

    def __missing__(self, key: int) -> str:
        if len(self) >= MOST_WORDS:
            self.clear()
            self[0] = ""
        value = self[key] = self._change(self._strings[key])
        return value


@lru_cache(maxsize=4)
def _tables(strings: StringStore) -> tuple[_Table, _Table, _Table]:
    return _Table(strings, str), _Table(strings, str.lower), _Table(strings, _mood)


def _columns(doc: Doc) -> Any:
    """Return what a view is made of, as numbers; the names stand last."""
    attributes = [ORTH, TAG, LEMMA, DEP, MORPH, HEAD, SENT_START, SPACY, ENT_IOB, ENT_TYPE]
    return doc.to_array(attributes).reshape(len(doc), len(attributes))


class View:
    """Token columns of one `Doc`; all positions are token indices, ends exclusive."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        # Columns of hashes, each looked up once a pipeline: a `Token` for every word would cost far more.
        columns = self.columns = _columns(doc)
        names, lowered, moods = _tables(doc.vocab.strings)
        forms = columns[:, 0].tolist()
        self.text: list[str] = [names[key] for key in forms]
        self.lower: list[str] = [lowered[key] for key in forms]
        self.tag: list[str] = [names[key] for key in columns[:, 1].tolist()]
        self.lemma: list[str] = [names[key] for key in columns[:, 2].tolist()]
        self.dep: list[str] = [names[key] for key in columns[:, 3].tolist()]
        self.mood: list[str] = [moods[key] for key in columns[:, 4].tolist()]
        self.head: list[int] = (np.arange(len(doc)) + columns[:, 5].astype(np.int64)).tolist()
        self.spaced: list[bool] = columns[:, 7].astype(bool).tolist()
        starts = np.flatnonzero(columns[:, 6].astype(np.int64) == 1).tolist()
        if len(doc) and (not starts or starts[0] != 0):
            starts.insert(0, 0)
        self.sentences: list[tuple[int, int]] = (
            list(zip(starts, [*starts[1:], len(doc)], strict=True)) if starts else []
        )
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
    def ents(self) -> tuple[Span, ...]:
        """The names, `doc.ents`, which spaCy makes anew at each look."""
        return tuple(self.doc.ents)

    @cached_property
    def people(self) -> dict[str, list[Span]]:
        """The people's mentions by surname, in lower case and without s at its end."""
        people: dict[str, list[Span]] = {}
        for entity in self.ents:
            if entity.label_ == "PER":
                people.setdefault(self.lower[entity.end - 1].removesuffix("s"), []).append(entity)
        return people

    @cached_property
    def entity(self) -> list[int]:
        """For each token the index of its entity in `ents`, or -1."""
        inside = [-1] * len(self.text)
        for number, entity in enumerate(self.ents):
            inside[entity.start : entity.end] = [number] * (entity.end - entity.start)
        return inside

    def is_finite(self, index: int) -> bool:
        """Tell whether a token is a finite verb."""
        return self.tag[index] in FINITE

    def is_subjunctive(self, index: int) -> bool:
        """Tell whether a finite verb stands in Konjunktiv I or II, by its form or, for regular verbs, by the tagger."""
        if self.tag[index] not in FINITE:
            return False
        return (
            self.is_regular_subjunctive(index) or self.lower[index] in SUBJUNCTIVE or self.mood[index].startswith("Sub")
        )

    def is_past(self, index: int) -> bool:
        """Tell whether a finite verb stands in the preterite, by the tagger."""
        return self.mood[index] == "Ind Past"

    def is_regular_subjunctive(self, index: int) -> bool:
        """Tell whether a verb has the form of Konjunktiv I, third person: the infinitive without its n (er bekomme).

        The first person shares it, and has `ich` beside it.
        """
        word = self.lower[index]
        if self.tag[index] not in FINITE or not word.endswith("e") or not self.lemma[index].endswith(word + "n"):
            return False
        return "ich" not in self.lower[max(0, index - 1) : index + 2]

    def is_zu_infinitive(self, index: int) -> bool:
        """Tell whether a verb has zu inside, `anzunehmen`, by its lemma: taggers often take it for a bare infinitive."""
        word, lemma = self.lower[index], self.lemma[index]
        if self.tag[index] == "VVIZU":
            return True
        if not self.tag[index].startswith("VV") or len(word) != len(lemma) + 2:
            return False
        return any(
            word[place : place + 2] == "zu" and word[:place] + word[place + 2 :] == lemma
            for place in range(2, len(word) - 3)
        )

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

    def words(self, start: int, end: int) -> str:
        """Return the text of a stretch of tokens as it stands, line breaks included."""
        return self.doc[start:end].text


class _Last:
    """The view made last."""

    view: View | None = None


def view_of(doc: Doc) -> View:
    """Return the view of a document: the last one, where that is of this document as it is now.

    One component after another asks for it, and making one costs ten times what it takes to see that nothing has
    changed. The last document stays in memory until the next one comes.
    """
    last = _Last.view
    if last is None or last.doc is not doc or not np.array_equal(last.columns, _columns(doc)):
        last = _Last.view = View(doc)
    return last


# Unambiguous forms of auxiliaries and modals; the tagger tells the rest.
SUBJUNCTIVE = frozenset(
    """sei seien seist seiet wäre wären wärst wäret habe habest habet hätte hätten werde würde würden könne könnte könnten
    müsse müsste müssten müßte müßten solle wolle dürfe dürfte dürften möge lasse gebe gehe komme stehe bleibe bliebe brauche
    liege mache nehme gäbe gäben ginge gingen käme kämen wisse wüsste wüssten stünde stünden ließe ließen fände fänden nähme
    nähmen läge lägen hielte hielten bräuchte bräuchten dächte brächte brächten spräche sprächen täte fiele fielen bekäme
    bekämen verlöre entstünde entstünden bestünde bestünden""".split()
)
