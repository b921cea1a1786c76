"""Noun phrases go back into the nominative: adjectives lose the case that a preposition gave them, and so do nouns."""

import pytest

from articlekit.recognise.view import View
from articlekit.summarise.nominative import nominative_noun, nominative_phrase
from tests.builders import make_doc


@pytest.mark.parametrize(
    ("word", "lemma", "plural", "nominative"),
    [
        ("Sprechers", "Sprecher", False, "Sprecher"),
        ("Amtes", "Amt", False, "Amt"),
        ("Bericht", "Bericht", False, "Bericht"),
        ("Kanzlerin", "Kanzlerin", False, "Kanzlerin"),
        ("Vorschlägen", "Vorschlag", True, "Vorschläge"),
        ("Ämtern", "Amt", True, "Ämter"),
        ("Häusern", "Haus", True, "Häuser"),
        ("Sprechern", "Sprecher", True, "Sprecher"),
        ("Berichten", "Bericht", True, "Berichte"),
        ("Fachleuten", "Fachmann", True, "Fachleute"),
        ("Experten", "Experte", True, "Experten"),
        ("Juristen", "Jurist", True, "Juristen"),
        ("Präsidenten", "Präsident", True, "Präsidenten"),
        ("Behörden", "Behörde", True, "Behörden"),
        ("Angaben", "Angabe", True, "Angaben"),
        ("Firmen", "Firma", True, "Firmen"),
        ("Ministerinnen", "Ministerin", True, "Ministerinnen"),
        ("Daten", "Datum", True, "Daten"),
        ("Vereins", "Verein", False, "Verein"),
        ("Kreis", "Kreis", False, "Kreis"),
    ],
)
def test_nouns(word: str, lemma: str, plural: bool, nominative: str) -> None:
    assert nominative_noun(word, lemma, plural=plural) == nominative


@pytest.mark.xfail(reason="`and` tells no weak masculine in Verband and Land, and feminine plurals in -en keep their n")
@pytest.mark.parametrize(
    ("word", "lemma", "nominative"),
    [
        ("Verbänden", "Verband", "Verbände"),
        ("Ländern", "Land", "Länder"),
        ("Schätzungen", "Schätzung", "Schätzungen"),
        ("Zahlen", "Zahl", "Zahlen"),
        ("Personen", "Person", "Personen"),
    ],
)
def test_plurals_that_are_known_mistakes(word: str, lemma: str, nominative: str) -> None:
    assert nominative_noun(word, lemma, plural=True) == nominative


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
