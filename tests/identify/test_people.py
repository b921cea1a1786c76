"""People: one in many articles, two of one name."""

import pytest

from articlekit.identify.names import Names, fitting_middles
from articlekit.identify.professions import Professions
from articlekit.recognise.lexicon import load_lexicons
from tests.identify.builders import Name, identity_of, indexed, same, summary


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ute Keller", "Digitalministerin"), ("Ute Keller", "Ministerin")),
        (("Ute Keller", "Bundesministerin"), "Ute Keller"),
        ("Ute Keller", "Ute Keller"),
        (("Dr. Ute Keller", "Informatikerin"), ("Ute Keller", "Informatikerin")),
        (("Pawel Durow", "Milliardär"), ("Pavel Durov", "Milliardär")),
        (("J. D. Vance", "US-Vizepräsident"), ("JD Vance", "US-Vizepräsident")),
        (("Maximilian Schrems", "Jurist"), ("Max Schrems", "Jurist")),
        (("Jürgen Groß", "Informatiker"), ("Juergen Gross", "Informatiker")),
        (("Ute Maria Keller", "Ministerin"), ("Ute Keller", "Ministerin")),
        (("Jens Spahn", "Gesundheitsminister"), ("Jens Spahn", "Fraktionschef")),
    ],
)
def test_one_person(one: Name, other: Name) -> None:
    assert same("PER", one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Ute Keller", "Rechtsanwältin"), ("Ute Keller", "Landwirtin")),
        (("Ute Keller", "Hausärztin"), ("Ute Keller", "Abgeordnete")),
        (("Ute Keller", "Gründerin"), ("Ute Keller", "Juristin")),
        (("Ute Keller", "Sprecherin"), ("Max Keller", "Sprecher")),
        (("Wanjiru Kamau", "Lehrerin"), ("Wanjiru Kamau-Pohl", "Kämmerin")),
        (("Gulnara Seitkali", "Ingenieurin"), ("Gülnara Seitkali", "Ingenieurin")),
        (("Nguyễn Thu Hà", "Juristin"), ("Nguyễn Thanh Hà", "Juristin")),
        (("Ute Maria Keller", "Ministerin"), ("Ute Sophie Keller", "Ministerin")),
        (("Ute Keller", "CDU-Abgeordnete"), ("Ute Keller", "SPD-Abgeordnete")),
        ("Keller", ("Ute Keller", "Ministerin")),
        ("Katarzyna", ("Katarzyna Wolniak", "Richterin")),
        ("Keller", "Keller"),
    ],
)
def test_two_people(one: Name, other: Name) -> None:
    assert not same("PER", one, other)


def test_organisations_that_nothing_joins() -> None:
    index = indexed(
        [
            summary("a", PER=[("Ute Keller", "Sprecherin der Nordnetz")], ORG=["Nordnetz"]),
            summary("b", PER=[("Ute Keller", "Sprecherin der Südnetz")], ORG=["Südnetz"]),
            summary("c", PER=[("Ute Keller", "Chefin der Nordnetz")], ORG=["Nordnetz"]),
        ]
    )
    assert identity_of(index, "a", "per1") is identity_of(index, "c", "per1")
    assert identity_of(index, "a", "per1") is not identity_of(index, "b", "per1")
    conflict = index.conflicts()[0]
    assert (conflict.name, conflict.why, conflict.identities) == (
        "Ute Keller",
        "organisations",
        ("per-ute-keller", "per-ute-keller-2"),
    )
    assert [(one.article, one.entity) for one in conflict.articles] == [("a", "per1"), ("c", "per1"), ("b", "per1")]


def test_a_surname_joins_the_only_one_who_fits() -> None:
    people = [
        summary("a", PER=[("Ute Keller", "Chefin der Nordnetz")], ORG=["Nordnetz"]),
        summary("b", PER=[("Max Keller", "Förster")], LOC=["Harz"]),
    ]
    fits = indexed([*people, summary("c", PER=["Keller"], ORG=["Nordnetz"])])
    assert identity_of(fits, "c", "per1") is identity_of(fits, "a", "per1")
    thin = indexed([*people, summary("c", PER=["Keller"])])
    assert len(identity_of(thin, "c", "per1").articles) == 1
    assert thin.conflicts()[0].why == "thin"
    assert set(thin.conflicts()[0].identities) == {"per-keller", "per-max-keller", "per-ute-keller"}
    two = indexed(
        [
            *people,
            summary("d", PER=[("Jan Keller", "Vorstand der Nordnetz")], ORG=["Nordnetz"]),
            summary("c", PER=["Keller"], ORG=["Nordnetz"]),
        ]
    )
    assert len(identity_of(two, "c", "per1").articles) == 1
    assert two.conflicts()[0].why == "ambiguous"


def test_a_surname_beside_its_full_name_is_somebody_else() -> None:
    """The merger kept them apart within the article, so there are two."""
    index = indexed([summary("a", PER=[("Ute Keller", "Chefin der Nordnetz"), "Keller"], ORG=["Nordnetz"])])
    assert identity_of(index, "a", "per1") is not identity_of(index, "a", "per2")


def test_an_initial_must_fit() -> None:
    people = [summary("a", PER=[("Ute Keller", "Chefin der Nordnetz")], ORG=["Nordnetz"])]
    index = indexed(
        [*people, summary("b", PER=["U. Keller"], ORG=["Nordnetz"]), summary("c", PER=["M. Keller"], ORG=["Nordnetz"])]
    )
    assert identity_of(index, "b", "per1") is identity_of(index, "a", "per1")
    assert identity_of(index, "c", "per1") is not identity_of(index, "a", "per1")


def test_many_people_of_one_name() -> None:
    """More than are compared with each other: each stays with the own organisation."""
    articles = [
        summary(
            f"a{number:03}", PER=[("Ute Keller", f"Sprecherin der Firma {number % 60}")], ORG=[f"Firma {number % 60}"]
        )
        for number in range(180)
    ]
    people = [one for one in indexed(articles).identities() if one.kind == "PER"]
    assert [len(one.articles) for one in people] == 60 * [3]


def test_names_taken_apart() -> None:
    names = Names(load_lexicons())
    assert names.parse("Ursula von der Leyen").last == "leyen"
    assert names.parse("Xi Jinping").also_last == "xi"
    assert not names.parse("U. Keller").full
    assert names.parse("").last == ""
    assert fitting_middles(("m",), ("maria",))
    assert not fitting_middles(("sophie",), ("maria",))


def test_professions_in_every_case() -> None:
    professions = Professions(load_lexicons())
    assert professions.trade_of(("österreichischen Juristen",)).professions == {"law"}
    assert professions.trade_of(("Bundesinnenministerin",)).professions == {"politics"}
    assert professions.trade_of(("Sprecherin des Verbands",)).professions == set()
    assert not professions.can_be_one({"health"}, {"trades"})
    assert professions.can_be_one({"law"}, {"politics"})
