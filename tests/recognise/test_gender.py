"""Gender of people and noun phrases: by first name, title, role noun, article and the tagger's features."""

import pytest

from articlekit.recognise.gender import Genders
from articlekit.recognise.lexicon import load_lexicons
from articlekit.recognise.view import View
from tests.builders import make_doc

GENDERS = Genders(load_lexicons())


def person(table: str, *, place: int = -1) -> str:
    """Return the gender of a name of the table, by default its last."""
    view = View(make_doc(table))
    entity = view.ents[place]
    return GENDERS.of_person(view, (entity.start, entity.end))


def phrase(table: str, head: int | None = None) -> str:
    """Return the gender of all the table, as a noun phrase with the last word as its head."""
    view = View(make_doc(table))
    return GENDERS.of_phrase(view, (0, len(view)), len(view) - 1 if head is None else head)


@pytest.mark.parametrize(
    ("table", "gender"),
    [
        ("Ute NE = @PER\nKeller NE = @PER", "f"),
        ("Pawel NE = @PER\nDurow NE = @PER", "m"),
        ("Zzyx NE = @PER\nKeller NE = @PER", "?"),
        ("Keller NE = @PER", "?"),
        ("Frau NN =\nKeller NE = @PER", "f"),
        ("Herr NN =\nKeller NE = @PER", "m"),
        ("Herrn NN Herr\nKeller NE = @PER", "m"),
        ("Ministerin NN =\nKeller NE = @PER", "f"),
        ("Minister NN =\nKeller NE = @PER", "m"),
        ("Sprecherin NN =\nZzyx NE = @PER\nKeller NE = @PER", "f"),
        ("Behörde NN =\nKeller NE = @PER", "?"),
        ("sagte VVFIN sagen\nKeller NE = @PER", "?"),
        ("Nordbank NE = @ORG", "-"),
        ("Bonn NE = @LOC", "-"),
    ],
)
def test_a_person_by_first_name_title_or_role(table: str, gender: str) -> None:
    assert person(table) == gender


@pytest.mark.parametrize("later", ["Keller NE = @PER", "Kellers NE Keller @PER"], ids=["surname", "genitive"])
def test_another_mention_of_the_surname_tells_it(later: str) -> None:
    assert person(f"Ute NE = @PER\nKeller NE = @PER\nsprach VVFIN sprechen\n{later}") == "f"
    assert (
        person(
            f"{later.replace('Kellers NE Keller', 'Keller NE =')}\nsprach VVFIN sprechen\nUte NE = @PER\nKeller NE = @PER",
            place=0,
        )
        == "f"
    )


def test_another_surname_tells_nothing() -> None:
    assert person("Ute NE = @PER\nMeier NE = @PER\nsprach VVFIN sprechen\nKeller NE = @PER") == "?"


@pytest.mark.parametrize(
    ("row", "gender"),
    [
        ("Ministerin NN = +Gender=Fem|Number=Sing", "f"),
        ("Minister NN = +Gender=Masc|Number=Sing", "m"),
        ("Ministerium NN = +Gender=Neut|Number=Sing", "-"),
        ("Minister NN = +Gender=Masc|Number=Plur", "-"),
        ("Minister NN =", "?"),
    ],
)
def test_a_noun_that_is_no_name(row: str, gender: str) -> None:
    """No singular pronoun of a person stands for a thing or for several."""
    view = View(make_doc(row))
    assert GENDERS.of_person(view, (0, 1)) == gender


@pytest.mark.parametrize(
    ("table", "gender"),
    [
        ("die ART der +Gender=Fem\nMinisterin NN =", "f"),
        ("der ART = +Gender=Masc\nMinister NN = +Gender=Fem", "m"),
        ("das ART der +Gender=Neut\nAmt NN =", "n"),
        ("seine PPOSAT sein +Gender=Fem\nBehörde NN =", "f"),
        ("dieses PDAT dieser +Gender=Neut\nAmt NN =", "n"),
        ("die ART der\nMinisterin NN = +Gender=Fem", "f"),
        ("die ART der +Number=Plur\nÄmter NN Amt +Gender=Neut|Number=Plur", "-"),
        ("Ministerin NN = +Gender=Fem", "f"),
        ("die ART der +Gender=Fem\nNordbank NE = @ORG", "f"),
        ("Nordbank NE = @ORG", "?"),
        ("der ART = +Gender=Masc\nUte NE = @PER\nKeller NE = @PER", "f"),
        ("mancher PIAT = +Gender=Masc\nMensch NN =", "?"),
    ],
)
def test_a_noun_phrase_by_its_article_and_then_its_head(table: str, gender: str) -> None:
    """A person's name outranks the article; the article outranks the noun."""
    assert phrase(table) == gender
