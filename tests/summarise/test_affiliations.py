"""Which organisations people belong to: in brackets, behind a preposition, and in their roles."""

import pytest

from tests.builders import make_doc, recognised, summary_of

UTE = "Ute NE = @PER\nKeller NE = @PER"
BANK = "Nordbank NE = @ORG!"
KAM = "kam VVFIN kommen root:0\n. $. ="


def belonging(*rows: str) -> dict[str, list[str]]:
    """Return the names of the organisations of each person who has one."""
    summary = summary_of(recognised(make_doc("\n".join(rows))))
    names = {organisation.id: organisation.name for organisation in summary.organisations}
    assert all(entity.affiliations == () for entity in (*summary.organisations, *summary.places))
    return {
        person.name: [names[one] for one in person.affiliations] for person in summary.people if person.affiliations
    }


@pytest.mark.parametrize(
    ("behind", "organisation"),
    [
        (["(~ $( =", "CDU NE = @ORG", ") $( ="], "CDU"),
        (["(~ $( =", "Bonn NE = @LOC", ") $( ="], None),
        (["(~ $( =", "von APPR =", BANK, ") $( ="], None),
        (["vom APPRART von", "Verein NN =", BANK], "Nordbank"),
        (["von APPR =", "der ART =", "neuen ADJA neu", "Gruppe NN =", BANK], "Nordbank"),
        (["von APPR =", "der ART =", "neuen ADJA neu", "alten ADJA alt", "Gruppe NN =", BANK], None),
        (["bei APPR =", BANK], "Nordbank"),
        (["aus APPR =", "dem ART der", "Verein NN =", BANK], "Nordbank"),
        (["des ART der", "Vereins NN Verein", BANK], "Nordbank"),
        (["von APPR =", "der ART =", "Stadt NN =", "Bonn NE = @LOC", BANK], None),
        (["von APPR =", "gestern ADV =", BANK], None),
        (["von APPR =", "der ART =", "lobte VVFIN loben", BANK], None),
        (["lobte VVFIN loben", BANK], None),
        (["über APPR =", BANK], None),
        (["und KON =", BANK], None),
        ([". $. =\n\nVon APPR =", BANK], None),
        (["von APPR =", f"\n{BANK}"], None),
    ],
    ids=[
        "brackets", "brackets-with-a-place", "brackets-with-more", "vom", "von", "too-far", "bei", "aus", "des",
        "a-place-between", "an-adverb-between", "a-verb-between", "verb", "about", "and", "next-sentence", "next-line",
    ],
)  # fmt: skip
def test_behind_the_name(behind: list[str], organisation: str | None) -> None:
    assert belonging(UTE, *behind, KAM) == ({"Ute Keller": [organisation]} if organisation else {})


@pytest.mark.parametrize(
    ("rows", "organisations"),
    [
        (["Die ART der", "Chefin NN =", "der ART =", BANK, ", $, =", UTE, ", $, ="], ["Nordbank"]),
        (["Die ART der", "Chefin NN =", "der ART =", BANK, UTE], ["Nordbank"]),
        ([UTE, ", $, =", "Sprecherin NN =", "von APPR =", BANK, ", $, ="], ["Nordbank"]),
        ([BANK, "lobte VVFIN =", "gestern ADV =", "Nordbank-Chefin NN =", UTE], ["Nordbank"]),
        (["Nordbank-Chefin NN =", UTE, "lobte VVFIN =", BANK], ["Nordbank"]),
        (["Nordbank-Chefin NN =", UTE, "lobte VVFIN =", "Siemens NE = @ORG"], []),
        (["Nordbankchefin NN =", UTE, "lobte VVFIN =", BANK], []),
        (["Die ART der", "Chefin NN =", "von APPR =", "Bonn NE = @LOC", ", $, =", UTE, ", $, ="], []),
        (["Sprecherin NN =", "Kellers NE Keller @PER +Case=Gen", "und KON =", UTE, "lobte VVFIN =", BANK], []),
    ],
    ids=["comma", "right-before", "behind", "compound", "named-later", "not-named", "no-hyphen", "place", "genitive"],
)
def test_in_roles(rows: list[str], organisations: list[str]) -> None:
    """`Nordbank-Chefin` needs a Nordbank that is named somewhere."""
    assert belonging(*rows, KAM) == ({"Ute Keller": organisations} if organisations else {})


def test_the_first_part_of_a_compound_is_a_whole_name() -> None:
    assert belonging("Nord-Bank-Chefin NN =", UTE, "lobte VVFIN =", "Nord-Bank NE = @ORG!", KAM) == {
        "Ute Keller": ["Nord-Bank"]
    }
    rows = ["Bank-Chefin NN =", UTE, "lobte VVFIN =", "Nordische ADJA nordisch @ORG!", "Bank NN = @ORG", KAM]
    assert belonging(*rows) == {}
    assert belonging("Nordische-Chefin NN =", *rows[1:]) == {}


def test_all_mentions_of_a_person_count_and_each_organisation_once() -> None:
    sentence = f"{UTE}\n(~ $( =\nCDU NE = @ORG\n) $( =\n{KAM}"
    other = f"Keller NE = @PER\nvom APPRART von\nVerein NN =\n{BANK}\n{KAM}"
    assert belonging(f"{sentence}\n\n{other}\n\n{sentence}") == {"Ute Keller": ["CDU", "Nordbank"]}


def test_people_of_one_organisation_keep_apart() -> None:
    eva = "Eva NE = @PER!\nAdler NE = @PER\nvon APPR =\nSiemens NE = @ORG"
    ute = f"{UTE}\n(~ $( =\nCDU NE = @ORG\n) $( ="
    assert belonging(ute, "und KON =", eva, KAM) == {"Ute Keller": ["CDU"], "Eva Adler": ["Siemens"]}


def test_forms_of_one_organisation_are_one() -> None:
    rows = [UTE, "von APPR =", "SAP NE = @ORG", KAM, "\nSAP NE = @ORG", "SE NE = @ORG", KAM]
    assert belonging(*rows) == {"Ute Keller": ["SAP SE"]}


def test_affiliations_are_ids_in_order() -> None:
    rows = ["Siemens NE = @ORG", "lobte VVFIN loben", "Chefin NN =", UTE, "von APPR =", BANK, KAM]
    (person,) = summary_of(recognised(make_doc("\n".join(rows)))).people
    assert person.affiliations == ("org2",)


def test_an_organisation_or_a_person_alone_belongs_to_nobody() -> None:
    assert belonging(UTE, KAM) == {}
    assert belonging(BANK, "von APPR =", "Siemens NE = @ORG", KAM) == {}


def test_whom_somebody_talks_to_is_no_affiliation() -> None:
    """`sagte Ute Keller der Nordbank`."""
    rows = ["Gestern ADV =", "sagte VVFIN sagen", UTE, "der ART = +Case=Dat", BANK, ", $, =", "sie PPER =", KAM]
    assert belonging(*rows) == {}
