"""Bodies, places, products, laws and events: which names in two articles are one."""

import pytest

from tests.identify.builders import identity_of, indexed, same, summary


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("ORG", "EU-Kommission", "Europäische Kommission"),
        ("ORG", "Deutsche Bahn AG", "Deutsche Bahn"),
        ("ORG", "Nordnetz GmbH & Co. KG", "Nordnetz"),
        ("ORG", "TU Ilmenau", "Technische Universität Ilmenau"),
        ("ORG", "Friedrich-Schiller-Universität Jena", "Universität Jena"),
        ("ORG", "Twitter", "X"),
        ("ORG", "BMBF", "Bundesministerium für Forschung, Technologie und Raumfahrt"),
        ("ORG", "Regulierungsbehörde für Telekommunikation und Post", "Bundesnetzagentur"),
        ("LOC", "Danzig", "Gdańsk"),
        ("LOC", "USA", "Vereinigte Staaten"),
        ("TEC", "Office 365", "Microsoft 365"),
        ("LAW", "Gesetz über digitale Dienste", "Digital Services Act"),
        ("LAW", "TTDSG", "TDDDG"),
        ("LAW", "ISO/IEC 27001", "ISO 27001"),
        ("EVT", "Chaos Communication Congress 2024", "Chaos Communication Congress"),
        ("EVT", "38C3", "38. Chaos Communication Congress"),
        ("EVT", "38C3", "Chaos Communication Congress"),
        ("EVT", "Pariser Netzgipfel", "Netzgipfel in Paris"),
        ("EVT", "US-Wahl 2024", "US-Präsidentschaftswahl 2024"),
        ("EVT", "Europawahlen 2024", "Europawahl 2024"),
    ],
)
def test_one(kind: str, one: str, other: str) -> None:
    assert same(kind, one, other, dates=("2024-12-01", "2024-12-02"))


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("ORG", "Google", "Alphabet"),
        ("ORG", "Google", "Google Cloud"),
        ("ORG", "Microsoft", "Microsoft France"),
        ("ORG", "Landgericht Hamburg", "Landgericht Köln"),
        ("ORG", "SPD", "SPD-Fraktion"),
        ("ORG", "Europäischer Gerichtshof", "Europäischer Gerichtshof für Menschenrechte"),
        ("LOC", "Sachsen", "Sachsen-Anhalt"),
        ("TEC", "GPT-3.5", "GPT-4"),
        ("TEC", "Claude", "Claude 2"),
        ("TEC", "Windows 98", "Windows XP"),
        ("LAW", "Digital Services Act", "Digitale-Dienste-Gesetz"),
        ("LAW", "Data Act", "Data Governance Act"),
        ("LAW", "Onlinezugangsgesetz", "OZG 2.0"),
        ("LAW", "Informationsfreiheitsgesetz", "Berliner Informationsfreiheitsgesetz"),
        ("EVT", "DMEA 2024", "DMEA 2025"),
        ("EVT", "37C3", "38C3"),
    ],
)
def test_two(kind: str, one: str, other: str) -> None:
    assert not same(kind, one, other)


@pytest.mark.parametrize(
    ("name", "dates", "one"),
    [
        ("Funkmesse", ("2024-05-01", "2024-06-01"), True),
        ("Funkmesse", ("2024-05-01", "2025-05-01"), False),
        ("Bundestagswahl", ("2024-12-01", "2025-03-01"), True),
        ("Bundestagswahl", ("2021-07-01", "2025-01-01"), False),
        ("WannaCry", ("2017-05-01", "2023-05-01"), True),
        ("Funkmesse", ("2024-05-01", None), False),
    ],
)
def test_events_take_the_year_of_the_article(name: str, dates: tuple[str, str | None], one: bool) -> None:
    assert same("EVT", name, name, dates=dates) is one


def test_event_dated_by_the_article() -> None:
    assert same("EVT", ("Funkmesse", "2026-01-20"), "Funkmesse 2026", dates=("2025-12-20", "2026-02-01"))


@pytest.mark.parametrize("kind", ["ORG", "LAW", "EVT"])
def test_a_name_of_several_states(kind: str) -> None:
    """The places of the article tell the state; where they do not, nobody guesses."""
    name = {"ORG": "Finanzministerium", "LAW": "Strafgesetzbuch", "EVT": "Parlamentswahl 2024"}[kind]
    index = indexed(
        [
            summary("poland", **{kind: [name]}, LOC=["Polen", "Warschau"]),
            summary("poland2", **{kind: [name]}, LOC=["Krakau", "Posen", "Danzig"]),
            summary("kenya", **{kind: [name]}, LOC=["Kenia", "Nairobi"]),
            summary("both", **{kind: [name]}, LOC=["Kenia", "Nairobi", "Polen", "Warschau"]),
        ]
    )
    entity = f"{kind.lower()}1"
    poland, kenya = identity_of(index, "poland", entity), identity_of(index, "kenya", entity)
    assert (poland.state, kenya.state) == ("Polen", "Kenia")
    assert poland is identity_of(index, "poland2", entity)
    assert len(identity_of(index, "both", entity).articles) == 1
    conflict = next(one for one in index.conflicts() if one.kind == kind)
    assert conflict.why == "states"
    assert len(conflict.identities) == 3


def test_the_home_state_has_its_own_names() -> None:
    index = indexed(
        [
            summary("a", ORG=["Finanzministerium"], LOC=["Berlin"]),
            summary("b", ORG=["Bundesfinanzministerium"]),
            summary("c", ORG=["Finanzministerium"], LOC=["Dresden", "Leipzig", "Sachsen"]),
        ]
    )
    assert identity_of(index, "a", "org1") is identity_of(index, "b", "org1")
    assert identity_of(index, "c", "org1").state == "Sachsen"


def test_acronym_of_one_body_and_of_two() -> None:
    one = [summary("a", ORG=["Verband für Offene Netze"]), summary("b", ORG=["VON"])]
    assert [identity.id for identity in indexed(one).identities()] == ["org-verband-fuer-offene-netze"]
    index = indexed([*one, summary("c", ORG=["Verein Oberbayerischer Netzwerker"])])
    assert len(index.identities()) == 3
    conflict = index.conflicts()[0]
    assert (conflict.why, conflict.name) == ("ambiguous", "VON")
    assert len(conflict.identities) == 3


def test_abbreviation_that_an_article_explains() -> None:
    index = indexed([summary("a", TEC=[("digitale Gesundheitsmappe", "dGM")]), summary("b", TEC=["dGM"])])
    assert [identity.aliases for identity in index.identities()] == [("dGM",)]


def test_product_with_and_without_its_maker() -> None:
    index = indexed(
        [
            summary("a", TEC=["Nordnetz Kompass"], ORG=["Nordnetz"]),
            summary("b", TEC=["Kompass"], ORG=["Nordnetz"]),
            summary("c", TEC=["Kompass"], ORG=["Bitkom"]),
            summary("d", TEC=["Bitkom Kompass"], ORG=["Bitkom"]),
        ]
    )
    assert identity_of(index, "a", "tec1") is identity_of(index, "b", "tec1")
    assert identity_of(index, "c", "tec1") is identity_of(index, "d", "tec1")
    assert len(index.identities()) == 4


def test_homonyms_by_what_stands_beside() -> None:
    index = indexed(
        [
            summary("a", ORG=["Union", "SPD", "Bundestag"]),
            summary("b", ORG=["Union", "EU-Kommission"], LAW=["Digital Services Act"]),
            summary("c", ORG=["Europäische Union"]),
        ]
    )
    assert identity_of(index, "b", "org1") is identity_of(index, "c", "org1")
    assert identity_of(index, "a", "org1") is not identity_of(index, "b", "org1")


def test_city_and_quarter() -> None:
    index = indexed(
        [
            summary("a", LOC=["Leipzig-Plagwitz"]),
            summary("b", LOC=["Plagwitz", "Leipzig"]),
            summary("c", LOC=["Leipzig"]),
        ]
    )
    assert identity_of(index, "a", "loc1") is identity_of(index, "b", "loc1")
    assert identity_of(index, "b", "loc2") is identity_of(index, "c", "loc1")
    assert len(index.identities()) == 2
