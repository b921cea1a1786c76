"""Whom names and noun phrases can stand for: the parts that the speakers component puts together."""

import pytest

from articlekit.recognise.claims.frame import ClaimFrame
from articlekit.recognise.referents import (
    ends_like,
    fuller_phrase,
    is_apposed,
    is_plural,
    meant_by,
    same_role,
    subject_of_sentence,
)
from articlekit.recognise.view import View
from tests.builders import make_doc, words_at

REPORT = """
    Ein ART ein
    Bericht NN =
    des ART der
    Instituts NN Institut
    kam VVFIN kommen
    . $. =

    Der ART der
    Bericht NN =
    lobt VVFIN loben
    . $. =
    """


def claim_of(
    speaker: tuple[int, int] | None = None, head: int | None = None, start: int = 0, end: int = 1
) -> ClaimFrame:
    return ClaimFrame("indirect", "assert", "clause-dass", [(start, end)], [], speaker, head)


@pytest.mark.parametrize(
    ("noun", "role", "same"),
    [
        ("minister", "minister", True),
        ("minister", "digitalminister", True),
        ("digitalminister", "minister", True),
        ("ministers", "digitalminister", True),
        ("präsidenten", "präsident", True),
        ("minister", "ministerin", False),
        ("minister", "ministeramt", False),
        ("amt", "bundesamt", False),
        ("amtes", "amt", False),
        ("sprecher", "richter", False),
    ],
)
def test_the_same_role(noun: str, role: str, same: bool) -> None:
    """One is the head of the other, in any case; three letters are too few to tell."""
    assert same_role(noun, role) is same


@pytest.mark.parametrize(
    ("noun", "known"),
    [
        ("behörde", True),
        ("aufsichtsbehörde", True),
        ("behörden", True),
        ("amt", True),
        ("amtes", True),
        ("bundesamt", False),
        ("behördenchef", False),
        ("konzern", False),
    ],
)
def test_a_noun_like_the_known(noun: str, known: bool) -> None:
    """Compounds count with nouns of four letters and more."""
    assert ends_like(noun, frozenset({"behörde", "amt"})) is known


@pytest.mark.parametrize(
    ("speaker", "head", "fuller"),
    [
        ((6, 8), 7, "Ein Bericht des Instituts"),
        ((7, 8), 7, None),
        (None, None, None),
    ],
    ids=["definite", "no-article", "nobody"],
)
def test_a_definite_noun_takes_up_the_fuller_phrase(
    speaker: tuple[int, int] | None, head: int | None, fuller: str | None
) -> None:
    view = View(make_doc(REPORT))
    earlier = [claim_of((0, 4), 1)]
    assert words_at(view.doc, fuller_phrase(view, claim_of(speaker, head), earlier)) == fuller


def test_other_nouns_and_short_phrases_are_not_taken_up() -> None:
    other = View(make_doc(REPORT.replace("Ein ART ein\n    Bericht", "Ein ART ein\n    Brief")))
    assert fuller_phrase(other, claim_of((6, 8), 7), [claim_of((0, 4), 1)]) is None
    view = View(make_doc(REPORT))
    assert fuller_phrase(view, claim_of((6, 8), 7), [claim_of((0, 2), 1)]) is None
    assert fuller_phrase(view, claim_of((6, 8), 7), []) is None


def test_the_nearest_fuller_phrase_wins() -> None:
    table = """
        Ein ART ein
        Bericht NN =
        der ART =
        Bank NN =
        und KON =
        ein ART =
        Bericht NN =
        des ART der
        Amts NN Amt
        der ART =
        Bericht NN =
        """
    view = View(make_doc(table))
    earlier = [claim_of((0, 4), 1), claim_of((5, 9), 6)]
    assert words_at(view.doc, fuller_phrase(view, claim_of((9, 11), 10), earlier)) == "ein Bericht des Amts"


@pytest.mark.parametrize(
    ("table", "subject"),
    [
        ("Die ART der det:2\nBank NN = nsubj:3\nwächst VVFIN wachsen root:0\n. $. =", "Die Bank"),
        ("Die ART der det:2\nBank NN = nsubj:4\nist VAFIN sein aux:4\ngewachsen VVPP wachsen root:0", "Die Bank"),
        ("Sie PPER sie nsubj:2\nwächst VVFIN wachsen root:0", None),
        ("Es PPER es expl:2\nregnet VVFIN regnen root:0", None),
        (". $. =\nGut ADJD gut root:0", None),
    ],
    ids=["noun", "perfect", "pronoun", "no-subject", "mark-first"],
)
def test_the_subject_of_a_sentence(table: str, subject: str | None) -> None:
    view = View(make_doc(table))
    found = subject_of_sentence(view, 0)
    assert (words_at(view.doc, found[1]) if found else None) == subject


def test_there_is_no_sentence_before_the_first() -> None:
    assert subject_of_sentence(View(make_doc("Bank NN = nsubj:2\nwächst VVFIN wachsen root:0")), -1) is None


@pytest.mark.parametrize(
    ("start", "end", "head", "apposed"),
    [(1, 3, 1, True), (1, 3, 2, True), (1, 3, 0, True), (4, 5, 2, True), (2, 3, 0, False), (0, 1, 2, False)],
    ids=["head", "inside", "right-behind", "comma", "gap", "before"],
)
def test_a_name_that_the_head_names(start: int, end: int, head: int, apposed: bool) -> None:
    view = View(make_doc("Chefin NN =\nUte NE =\nKeller NE =\n, $, =\nNordbank NE ="))
    assert is_apposed(view, start, end, head) is apposed


@pytest.mark.parametrize(
    ("table", "pronoun", "plural"),
    [
        ("Sie PPER sie nsubj:2\nsagten VVFIN sagen root:0", 0, True),
        ("Sie PPER sie nsubj:2\nsagte VVFIN sagen root:0", 0, False),
        ("Gestern ADV =\nsagten VVFIN sagen root:0\nsie PPER = nsubj:2", 2, True),
        ("Sie PPER sie nsubj:4\ngestern ADV =\nnoch ADV =\nsagten VVFIN sagen root:0", 0, True),
    ],
    ids=["plural", "singular", "inverted", "far"],
)
def test_sie_is_plural_with_a_plural_verb(table: str, pronoun: int, plural: bool) -> None:
    assert is_plural(View(make_doc(table)), pronoun) is plural


def test_whom_a_claim_means() -> None:
    named = claim_of((4, 5), 4)
    assert (meant_by(None), meant_by(claim_of()), meant_by(named)) == (None, None, (4, 5))
    named.antecedent = (0, 2)
    assert meant_by(named) == (0, 2)
