"""Noun phrases go back into the nominative: adjectives lose the case that a preposition gave them, and so do nouns."""

import pytest

from articlekit.recognise.view import View
from articlekit.summarise.nominative import nominative_noun, nominative_phrase
from tests.builders import make_doc


@pytest.mark.parametrize(
    ("word", "lemma", "gender", "plural", "nominative"),
    [
        ("Sprechers", "Sprecher", "Masc", False, "Sprecher"),
        ("Amtes", "Amt", "Neut", False, "Amt"),
        ("Bericht", "Bericht", "Masc", False, "Bericht"),
        ("Kanzlerin", "Kanzlerin", "Fem", False, "Kanzlerin"),
        ("Vorschlägen", "Vorschlag", "Masc", True, "Vorschläge"),
        ("Ämtern", "Amt", "Neut", True, "Ämter"),
        ("Häusern", "Haus", "Neut", True, "Häuser"),
        ("Sprechern", "Sprecher", "Masc", True, "Sprecher"),
        ("Berichten", "Bericht", "Masc", True, "Berichte"),
        ("Fachleuten", "Fachmann", "Masc", True, "Fachleute"),
        ("Experten", "Experte", "Masc", True, "Experten"),
        ("Juristen", "Jurist", "Masc", True, "Juristen"),
        ("Präsidenten", "Präsident", "Masc", True, "Präsidenten"),
        ("Behörden", "Behörde", "Fem", True, "Behörden"),
        ("Angaben", "Angabe", "Fem", True, "Angaben"),
        ("Firmen", "Firma", "Fem", True, "Firmen"),
        ("Ministerinnen", "Ministerin", "Fem", True, "Ministerinnen"),
        ("Daten", "Datum", "Neut", True, "Daten"),
        ("Vereins", "Verein", "Masc", False, "Verein"),
        ("Kreis", "Kreis", "Masc", False, "Kreis"),
        ("Verbänden", "Verband", "Masc", True, "Verbände"),
        ("Ländern", "Land", "Neut", True, "Länder"),
        ("Schätzungen", "Schätzung", "Fem", True, "Schätzungen"),
        ("Zahlen", "Zahl", "Fem", True, "Zahlen"),
        ("Personen", "Person", "Fem", True, "Personen"),
        ("Kräften", "Kraft", "Fem", True, "Kräfte"),
        ("Kenntnissen", "Kenntnis", "Fem", True, "Kenntnisse"),
        ("Doktoranden", "Doktorand", "Masc", True, "Doktoranden"),
        ("Schätzungen", "Schätzung", "", True, "Schätzungen"),
    ],
)
def test_nouns(word: str, lemma: str, gender: str, plural: bool, nominative: str) -> None:
    assert nominative_noun(word, lemma, gender, plural=plural) == nominative


@pytest.mark.parametrize(
    ("table", "nominative"),
    [
        ("internen ADJA intern\nProtokoll NN = +Gender=Neut", "internes Protokoll"),
        ("internem ADJA intern\nBericht NN = +Gender=Masc", "interner Bericht"),
        ("neuen ADJA neu\nStudie NN = +Gender=Fem", "neue Studie"),
        ("neuer ADJA neu\nStudie NN = +Gender=Fem", "neue Studie"),
        ("neuen ADJA neu\nDaten NN Datum +Number=Plur", "neue Daten"),
        ("mancher PIAT =\nKollegen NN Kollege +Gender=Masc|Number=Plur", "manche Kollegen"),
        ("neuen ADJA neu\ninternen ADJA intern\nBerichten NN Bericht +Number=Plur", "neue interne Berichte"),
        ("neuen ADJA neu\nDaten NN Datum", "neuen Daten"),
        ("rosa ADJA =\nPapier NN = +Gender=Neut", "rosa Papier"),
        ("Sprechers NN Sprecher +Gender=Masc", "Sprecher"),
    ],
)
def test_phrases(table: str, nominative: str) -> None:
    """Without a gender or number of its noun an adjective stays as it is."""
    view = View(make_doc(table))
    assert nominative_phrase(view, 0, len(view), len(view) - 1) == nominative


def test_what_follows_the_head_stays_as_it_is() -> None:
    table = """
        internen ADJA intern
        Bericht NN = +Gender=Masc
        des ART der
        neuen ADJA neu
        Verbands NN Verband
        (~ $( =
        BDV NE =
        ) $( =
        """
    view = View(make_doc(table))
    assert nominative_phrase(view, 0, 8, 1) == "interner Bericht des neuen Verbands (BDV)"


def test_only_the_phrase_that_is_asked_for() -> None:
    view = View(
        make_doc("laut APPR =\neinem ART ein\ninternen ADJA intern\nBericht NN = +Gender=Masc\nkam VVFIN kommen")
    )
    assert nominative_phrase(view, 2, 4, 3) == "interner Bericht"
