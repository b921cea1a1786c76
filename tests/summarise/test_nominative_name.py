"""Names go back into the nominative: their adjectives by gender and number of the head noun, the head out of its ending."""

import pytest

from articlekit.summarise.nominative import nominative_name
from tests.builders import make_doc


def nominative(*rows: str, label: str = "ORG", spans: slice = slice(None)) -> str | None:
    """Return the nominative of a name whose rows are `form TAG lemma` and morphology."""
    doc = make_doc("\n".join(f"{row} @{label}" for row in rows))
    return nominative_name(doc[spans])


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        (["Deutschen ADJA deutsch", "Bundestag NN = +Gender=Masc|Case=Acc"], "Deutscher Bundestag"),
        (["Deutschem ADJA deutsch", "Bundestag NN = +Gender=Masc|Case=Dat"], "Deutscher Bundestag"),
        (["Deutsche ADJA deutsch", "Bundestag NN = +Gender=Masc|Case=Nom"], "Deutscher Bundestag"),
        (["Europäischen ADJA europäisch", "Kommission NN = +Gender=Fem|Case=Gen"], "Europäische Kommission"),
        (["Weißen ADJA weiß", "Haus NN = +Gender=Neut|Case=Dat"], "Weißes Haus"),
        (["Weiße ADJA weiß", "Haus NN = +Gender=Neut|Case=Nom"], "Weißes Haus"),
        (["Deutschen ADJA deutsch", "Roten ADJA rot", "Kreuz NN = +Gender=Neut"], "Deutsches Rotes Kreuz"),
        (["Vereinten ADJA vereint", "Nationen NN Nation +Gender=Fem|Number=Plur|Case=Dat"], "Vereinte Nationen"),
        (["Nordischen ADJA nordisch", "Ländern NN Land +Gender=Neut|Number=Plur|Case=Dat"], "Nordische Länder"),
        (["Nordischen ADJA nordisch", "Union NE = +Case=Dat"], "Nordische Union"),
        (["Nordischen ADJA nordisch", "Amtes NN Amt +Gender=Neut|Case=Gen"], "Nordisches Amt"),
        (["Bundesamtes NN Bundesamt +Gender=Neut|Case=Gen"], "Bundesamt"),
        (["Niederlanden NE Niederlande +Number=Plur|Case=Dat"], "Niederlande"),
        (["Niederlanden NN Niederlande +Number=Plur|Case=Dat"], None),
        (["Verbänden NN Verband +Gender=Masc|Number=Plur|Case=Dat"], None),
    ],
    ids=[
        "masc", "strong-dative", "weak-nominative", "fem", "neut", "weak-neut", "two-adjectives", "plural", "plural-noun",
        "no-gender", "head-in-es", "es-alone", "dative-n-name", "dative-n-noun", "plural-alone",
    ],
)  # fmt: skip
def test_names(rows: list[str], name: str | None) -> None:
    assert nominative(*rows) == name


@pytest.mark.parametrize(
    "rows",
    [
        ["Deutscher ADJA deutsch", "Bundestag NN = +Gender=Masc|Case=Nom"],
        ["Europäische ADJA europäisch", "Kommission NN = +Gender=Fem"],
        ["Münchner ADJA =", "Kammer NN = +Gender=Fem|Case=Dat"],
        ["Rosa ADJA =", "Liste NN = +Gender=Fem"],
        ["Siemens NE = +Case=Dat"],
        ["Bundestags NN Bundestag +Gender=Masc|Case=Gen"],
        ["Deutschen ADJA deutsch", "Bundestag NN ="],
        ["Deutschen ADJA deutsch", "Alten ADJA alt"],
        ["Deutschen NN Deutsche", "Bank NN = +Gender=Fem"],
    ],
    ids=[
        "masc",
        "fem",
        "town",
        "no-ending",
        "one-word",
        "genitive-s",
        "no-morphology",
        "no-noun",
        "first-noun-is-head",
    ],
)
def test_what_stays_is_none(rows: list[str]) -> None:
    """A genitive in -s alone is left to the merger, which knows the other mentions."""
    assert nominative(*rows) is None


def test_people_stay() -> None:
    rows = ["Alten ADJA alt", "Fritz NE = +Gender=Masc|Case=Dat"]
    assert nominative(*rows, label="PER") is None
    assert nominative(*rows) == "Alter Fritz"


def test_what_follows_the_head_stays() -> None:
    rows = ["Deutschen ADJA deutsch", "Bundes NN Bund +Gender=Masc", "Freien ADJA frei", "Berufen NN Beruf +Case=Dat"]
    assert nominative(*rows) == "Deutscher Bund Freien Berufen"


def test_white_space_inside_stays_and_behind_goes() -> None:
    doc = make_doc("Zum APPRART zu\nDeutschen ADJA deutsch @ORG\nRat NN = @ORG +Gender=Masc\nkam VVFIN kommen")
    assert nominative_name(doc[1:3]) == "Deutscher Rat"
    doc = make_doc("Deutschen~ ADJA deutsch @ORG\nRat NN = @ORG +Gender=Masc")
    assert nominative_name(doc[:]) == "DeutscherRat"


def test_what_is_already_the_nominative_stays_so() -> None:
    once = nominative("Deutschen ADJA deutsch", "Roten ADJA rot", "Kreuz NN = +Gender=Neut")
    assert once is not None
    first, second, head = once.split()
    assert nominative(f"{first} ADJA deutsch", f"{second} ADJA rot", f"{head} NN = +Gender=Neut") is None
