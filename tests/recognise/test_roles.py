"""Roles of people as they stand before the name, behind it, and before a comma."""

import pytest

from articlekit.recognise.roles import find_roles, role_spans
from articlekit.recognise.view import View
from tests.builders import make_doc, words_at

UTE = "Ute NE = @PER\nKeller NE = @PER"
KAM = "kam VVFIN kommen root:0\n. $. ="
BANK = "Nordbank NE = @ORG"
CHAMBER = "der ART = +Case=Gen\nKammer NN ="


def roles(*rows: str) -> list[str | None]:
    """Return the roles of the last person of a table."""
    view = View(make_doc("\n".join(rows)))
    person = [entity for entity in view.ents if entity.label_ == "PER"][-1]
    return [words_at(view.doc, span) for span in role_spans(view, person)]


@pytest.mark.parametrize(
    ("before", "role"),
    [
        (["Ministerin NN ="], ["Ministerin"]),
        (["Die ART der", "Ministerin NN ="], ["Ministerin"]),
        (["Ihre PPOSAT ihr", "Ministerin NN ="], ["Ministerin"]),
        (["Diese PDAT dieser", "neue ADJA neu", "Ministerin NN ="], ["neue Ministerin"]),
        (["Die ART der", "frühere ADJA früher", "Ministerin NN ="], ["frühere Ministerin"]),
        (["SPD-Chefin NN ="], ["SPD-Chefin"]),
        (["Gestern ADV ="], []),
        (["Siemens NE = @ORG!"], []),
        ([], []),
    ],
    ids=["noun", "article", "possessive", "this", "adjective", "compound", "no-noun", "a-name", "first"],
)
def test_right_before_the_name(before: list[str], role: list[str]) -> None:
    assert roles(*before, UTE, KAM) == role


@pytest.mark.parametrize(
    ("before", "role"),
    [
        (["Die ART der", "Präsidentin NN =", "der ART ="], ["Präsidentin der Nordbank"]),
        (["Präsidentin NN =", "von APPR ="], ["Präsidentin von Nordbank"]),
        (["Die ART der", "neue ADJA neu", "Chefin NN =", "der ART =", "alten ADJA alt"], ["neue Chefin der alten Nordbank"]),
        (["Gestern ADV =", "lobte VVFIN loben", "die ART der"], []),
        ([], []),
    ],
    ids=["genitive", "von", "adjectives", "verb", "nothing"],
)  # fmt: skip
def test_with_another_name_at_its_end(before: list[str], role: list[str]) -> None:
    """`die Präsidentin der Nordbank X`."""
    assert roles(*before, BANK, UTE, KAM) == role


@pytest.mark.parametrize(
    ("before", "role"),
    [
        (["Die ART der", "Präsidentin NN =", CHAMBER], ["Präsidentin der Kammer"]),
        (["Die ART der", "Präsidentin NN =", "der ART =", BANK], ["Präsidentin der Nordbank"]),
        (["Die ART der", "neue ADJA neu", "Präsidentin NN =", CHAMBER], ["neue Präsidentin der Kammer"]),
        (["Die ART der", "Präsidentin NN =", "von APPR =", "der ART =", BANK], ["Präsidentin von der Nordbank"]),
        (["Gestern ADV =", "kam VVFIN kommen", "die ART der", "Chefin NN =", CHAMBER], ["Chefin der Kammer"]),
        (["Ihre PPOSAT ihr", "Chefin NN ="], ["Chefin"]),
        (["Nach APPR =", "der ART =", "Sitzung NN ="], []),
        (["Gestern ADV =", "kam VVFIN kommen"], []),
        (["Wie KOKOM =", "Chefin NN ="], []),
        (["Die ART der", "Chefin NN =", "und KON =", "Gründerin NN ="], []),
        (["Die ART der", "Chefin NN =", ", $, =", "sagte VVFIN sagen"], []),
        (["Die ART der", "Chefin NN =", ", $, =", "Gründerin NN ="], []),
        (["Die ART der", "Chefin NN =", "lobt VVFIN loben"], []),
        (["Die ART der", "Deutsche NN = @ORG", "Bank NN = @ORG"], []),
        (["Die ART der", BANK], []),
    ],
    ids=[
        "genitive", "with-a-name", "adjective", "von", "behind-a-verb", "possessive", "preposition", "verb", "conjunction",
        "two", "clause", "list", "verb-behind", "a-name", "a-name-without-noun",
    ],
)  # fmt: skip
def test_before_a_comma_and_the_name(before: list[str], role: list[str]) -> None:
    """`der Präsident der Kammer, X`; what a preposition governs, a name or a clause is no role."""
    assert roles(*before, ", $, =", UTE, ", $, =", KAM) == role


def test_a_role_before_a_comma_may_not_be_long() -> None:
    genitives = ["der ART =", "Kammer NN ="]
    short = ["Die ART der", "neue ADJA neu", "Chefin NN =", *genitives * 3]
    assert roles(*short, ", $, =", UTE, ", $, =", KAM) == ["neue Chefin der Kammer der Kammer der Kammer"]
    assert roles(short[0], "alte ADJA alt", *short[1:], ", $, =", UTE, ", $, =", KAM) == []


def test_a_comma_in_the_sentence_before_is_none() -> None:
    assert roles("Die ART der", "Chefin NN =", ", $, =", "\n" + UTE, KAM) == []


@pytest.mark.parametrize(
    ("behind", "role"),
    [
        ([", $, =", "Sprecherin NN =", ", $, ="], ["Sprecherin"]),
        ([", $, =", "Sprecherin NN =", "des ART der +Case=Gen", "Verbands NN Verband", ", $, ="], ["Sprecherin des Verbands"]),
        ([", $, =", "die ART der", "neue ADJA neu", "Chefin NN =", ", $, ="], ["neue Chefin"]),
        ([", $, =", "seine PPOSAT sein", "Chefin NN =", ": $. ="], ["Chefin"]),
        ([", $, =", "einst ADV =", "Chefin NN =", ", $, ="], ["einst Chefin"]),
        ([", $, =", "Sprecherin NN =", "in APPR =", "Bonn NE = @LOC", ", $, ="], []),
        ([", $, =", "Max NE = @ORG", ", $, ="], []),
        ([", $, =", "dass KOUS =", "Netze NN Netz"], []),
        (["Sprecherin NN ="], []),
    ],
    ids=["noun", "genitive", "adjective", "possessive", "once", "not-closed", "a-name", "clause", "no-comma"],
)  # fmt: skip
def test_behind_the_name(behind: list[str], role: list[str]) -> None:
    assert roles(UTE, *behind, KAM) == role


def test_before_and_behind() -> None:
    assert roles("Forscherin NN =", UTE, ", $, =", "Chefin NN =", ", $, =", KAM) == ["Forscherin", "Chefin"]


@pytest.mark.parametrize(
    ("name", "elsewhere", "role"),
    [
        ("Wildbergers NE Wildberger @PER", "Karsten NE = @PER\nWildberger NE = @PER", []),
        ("Wildbergers NE Wildberger @PER +Case=Gen", "Kim NE = @PER", []),
        ("Wildbergers NE Wildberger @PER", "Kim NE = @PER", ["Sprecherin"]),
        ("Wildberger NE = @PER", "Karsten NE = @PER\nWildberger NE = @PER", ["Sprecherin"]),
        ("Peters NE = @PER", "Gitta NE = @PER\nPeters NE = @PER", ["Sprecherin"]),
        ("Wildberger NE = @PER +Case=Gen", "Kim NE = @PER", ["Sprecherin"]),
    ],
    ids=["bare-elsewhere", "tagger", "nothing-tells", "bare", "surname-in-s", "no-s"],
)
def test_before_a_genitive_is_somebody_else(name: str, elsewhere: str, role: list[str]) -> None:
    """`eine Sprecherin Wildbergers` is a spokeswoman of his."""
    assert roles(elsewhere, KAM, "\nEine ART ein", "Sprecherin NN =", name, KAM) == role


@pytest.mark.parametrize("noun", ["Vorschlag", "Plan", "Entschluss"])
def test_before_a_clause_that_begins_with_a_name(noun: str) -> None:
    """`Der Vorschlag, X zu berufen`."""
    clause = ["zu PTKZU =", "berufen VVINF =", ", $, ="]
    assert roles("Der ART der", f"{noun} NN =", ", $, =", UTE, *clause, KAM) == []


def nouns(*sentences: str) -> list[set[str]]:
    """Return the role nouns of each name of a document, in order."""
    view = View(make_doc("\n\n".join(sentences)))
    found = find_roles(view)
    assert sorted(found) == [entity.start for entity in view.ents if entity.label_ in {"PER", "ORG"}]
    return [found[start] for start in sorted(found)]


def test_role_nouns_are_those_of_all_mentions_of_a_surname() -> None:
    first, again = f"Die ART der\nneue ADJA neu\nMinisterin NN =\n{UTE}\n{KAM}", f"Keller NE = @PER\n{KAM}"
    other = f"Forscherin NN =\nEva NE = @PER\nAdler NE = @PER\n{KAM}"
    assert nouns(again, first, other, again) == [{"ministerin"}, {"ministerin"}, {"forscherin"}, {"ministerin"}]


def test_role_nouns_of_organisations() -> None:
    """The common noun right before, and nouns in the name itself; a place has none."""
    union = f"Der ART der\nVerband NN =\nNordlicht NE = @ORG\n{KAM}"
    bank = f"Die ART der\nDeutsche ADJA = @ORG\nBank NN = @ORG\n{KAM}"
    town = f"Die ART der\nStadt NN =\nBonn NE = @LOC\n{KAM}"
    assert nouns(union, bank, town) == [{"verband"}, {"bank"}]


def test_a_role_noun_before_an_organisation_is_one_word() -> None:
    assert nouns(f"Der ART der\nVerband NN =\ndes ART der\nNordlicht NE = @ORG\n{KAM}") == [set()]
