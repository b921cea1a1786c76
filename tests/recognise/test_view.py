"""One view for all components, as long as nothing that it shows has changed."""

import pytest
from spacy.strings import StringStore, hash_string
from spacy.tokens import Span

from articlekit.recognise import view as view_module
from articlekit.recognise.view import view_of
from tests.builders import make_doc

TABLE = "Ute NE =\nging VVFIN gehen\n. $. ="


def test_the_view_of_an_unchanged_document_is_made_once() -> None:
    """What a component has found out, the next need not."""
    doc = make_doc(TABLE)
    assert view_of(doc) is view_of(doc)


def test_a_change_makes_a_new_view() -> None:
    """A lemma or a name that a component sets is seen by the next."""
    doc = make_doc(TABLE)
    before = view_of(doc)
    doc[1].lemma_ = "vorgehen"
    assert view_of(doc).lemma[1] == "vorgehen"
    doc.set_ents([Span(doc, 0, 1, label="PER")])
    assert view_of(doc).entity == [0, -1, -1]
    assert before.lemma[1] == "gehen"


def test_each_document_has_its_own() -> None:
    """Two documents that look alike are two."""
    one, other = make_doc(TABLE), make_doc(TABLE)
    assert view_of(one).doc is one
    assert view_of(other).doc is other


def test_tables_do_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full one is begun anew, with the same strings."""
    monkeypatch.setattr(view_module, "MOST_WORDS", 3)
    table = view_module._Table(StringStore(["eins", "Zwei", "drei", "vier"]), str.lower)
    words = [hash_string(word) for word in ("eins", "Zwei", "drei", "vier")]
    assert [table[key] for key in [*words, *words, 0]] == ["eins", "zwei", "drei", "vier"] * 2 + [""]
    assert len(table) <= 3
