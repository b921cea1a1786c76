"""Mentions become entities: surnames, abbreviations, inflected forms and legal forms of one name are one."""

import pytest

from articlekit.recognise.lexicon import load_lexicons
from articlekit.records import Mention
from articlekit.summarise.merge import Inflection, Merger
from tests.builders import make_doc, recognised, summary_of

PLAIN = Inflection()
GENITIVE = Inflection(genitive=True)


def as_name(nominative: str, *, genitive: bool = False) -> Inflection:
    return Inflection(genitive=genitive, nominative=nominative)


def merged(label: str, *names: str | tuple[str, Inflection], bracket: bool = False) -> list[tuple[str, int]]:
    """Return canonical name and number of mentions of each entity, in order."""
    mentions, place = [], 0
    for text, inflection in (name if isinstance(name, tuple) else (name, PLAIN) for name in names):
        mentions.append((Mention(text=text, start=place, end=place + len(text), sentence=1), inflection))
        place += len(text) + 1
    clusters = Merger(load_lexicons(), lambda _before, _after: bracket).merge(label, mentions)
    assert sum(len(cluster.mentions) for cluster in clusters) == len(names), "no mention is lost or doubled"
    for cluster in clusters:
        starts = [mention.start for mention in cluster.mentions]
        assert starts == sorted(starts)
        assert cluster.name not in cluster.aliases
    return [(cluster.name, len(cluster.mentions)) for cluster in clusters]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Ute Keller", "Keller"], [("Ute Keller", 2)]),
        (["Keller", "Ute Keller"], [("Ute Keller", 2)]),
        (["Ute Keller", "Max Keller"], [("Ute Keller", 1), ("Max Keller", 1)]),
        (["Ute Keller", "Max Keller", "Keller"], [("Ute Keller", 1), ("Max Keller", 2)]),
        (["Ute Keller", "U. Keller"], [("Ute Keller", 2)]),
        (["M. Keller", "Ute Keller"], [("M. Keller", 1), ("Ute Keller", 1)]),
        (["Ute Keller", "Ute Maria Keller"], [("Ute Maria Keller", 2)]),
        (["Ursula von der Leyen", "von der Leyen", "Leyen"], [("Ursula von der Leyen", 3)]),
        (["Karl-Theodor zu Guttenberg", "Guttenberg"], [("Karl-Theodor zu Guttenberg", 2)]),
        (["Ute Keller", "Max Sommer", "Keller", "Sommer"], [("Ute Keller", 2), ("Max Sommer", 2)]),
        (["Ute Keller", "Kellermann"], [("Ute Keller", 1), ("Kellermann", 1)]),
        (["Pawel Durow", "Pavel Durov", "Durov", "Дуров"], [("Pawel Durow", 4)]),
        (["Kassym-Schomart Tokajew", "Tokayev"], [("Kassym-Schomart Tokajew", 2)]),
        (["Ute Meier", "Meyer"], [("Ute Meier", 1), ("Meyer", 1)]),
        (["Frank-Walter Keller", "Frank Walter Keller"], [("Frank Walter Keller", 2)]),
        (["Nguyễn Thu Hà", "Nguyen Thu Ha"], [("Nguyễn Thu Hà", 2)]),
        (["Mette Jørgensen", "Joergensen"], [("Mette Jørgensen", 2)]),
        (["Ute", "Utes Freund"], [("Ute", 1), ("Utes Freund", 1)]),
    ],
)
def test_people(names: list[str], expected: list[tuple[str, int]]) -> None:
    """The surname belongs to the full name; two persons of one surname stay apart, and the nearer one gets the surname."""
    assert merged("PER", *names) == expected


@pytest.mark.parametrize(
    ("label", "names", "expected"),
    [
        ("PER", ["Ute Keller", "Kellers"], [("Ute Keller", 2)]),
        ("PER", ["Ute Keller", "Ute Kellers"], [("Ute Keller", 2)]),
        ("PER", [("Durows", GENITIVE)], [("Durow", 1)]),
        ("PER", [("Markus", GENITIVE), "Markus"], [("Markus", 2)]),
        ("PER", ["Brahms", "Brahms’"], [("Brahms", 2)]),
        ("LOC", [("Kasachstans", GENITIVE)], [("Kasachstan", 1)]),
        ("LOC", [("Paris", GENITIVE)], [("Paris", 1)]),
        ("LOC", ["Berlin", "Berlins"], [("Berlin", 2)]),
        ("LOC", ["Aarhus", ("Aarhus", GENITIVE)], [("Aarhus", 2)]),
        ("ORG", ["Siemens", ("Siemens", GENITIVE)], [("Siemens", 2)]),
        ("ORG", ["Nordbank", "Nordbanks"], [("Nordbank", 2)]),
        ("ORG", [("BSIs", GENITIVE)], [("BSI", 1)]),
        ("ORG", ["Bundeskriminalamtes", "Bundeskriminalamt"], [("Bundeskriminalamt", 2)]),
        ("LAW", ["Digitalgesetzes", "Digitalgesetz"], [("Digitalgesetz", 2)]),
        ("EVT", ["Digitalgipfels"], [("Digitalgipfel", 1)]),
        ("EVT", ["Digitalgipfel", "Digitalgipfel 2024"], [("Digitalgipfel 2024", 2)]),
        ("EVT", ["Netzwahl 2005", "Netzwahl 2009"], [("Netzwahl 2005", 1), ("Netzwahl 2009", 1)]),
    ],
)
def test_genitives(label: str, names: list[str | tuple[str, Inflection]], expected: list[tuple[str, int]]) -> None:
    """The ending goes where the bare name stands elsewhere, the gazetteer knows it, or the tagger says genitive."""
    assert merged(label, *names) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([("Nordischen Bundestages", as_name("Nordischer Bundestages", genitive=True))], "Nordischer Bundestag"),
        ([("Nordischen Rat", as_name("Nordischer Rat"))], "Nordischer Rat"),
        ([("Grünen", PLAIN)], "Grüne"),
        ([("Vereinten Nationen", PLAIN)], "Vereinte Nationen"),
        ([("Deutschen", PLAIN)], "Deutschen"),
    ],
)
def test_a_name_stands_in_the_nominative_or_as_the_gazetteer_has_it(
    names: list[tuple[str, Inflection]], expected: str
) -> None:
    assert merged("ORG", *names) == [(expected, 1)]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Bundesamt für Sicherheit in der Informationstechnik", "BSI"], 1),
        (["BSI", "Bundesamt für Sicherheit in der Informationstechnik"], 1),
        (["Nordische Bank Union", "NBU"], 1),
        (["NBU", "Nordische Bank Union"], 1),
        (["Nordische Bank Union", "NBV"], 2),
        (["EU-Kommission", ("Europäischen Kommission", as_name("Europäische Kommission"))], 1),
        (["Bundestag", ("Deutschen Bundestags", as_name("Deutscher Bundestags", genitive=True))], 1),
        (["SAP SE", "SAP", "SAP AG"], 1),
        (["Nordlicht GmbH", "Nordlicht"], 1),
        (["Nordlicht", "Nordlicht GmbH & Co. KG"], 1),
        (["Deutsche Telekom", "Telekom"], 1),
        (["Bundesamt für Justiz", "Bundesamt"], 2),
        (["Nordlicht", "Südlicht"], 2),
        (["SPD", "CDU", "CSU"], 3),
    ],
)
def test_organisations(names: list[str | tuple[str, Inflection]], expected: int) -> None:
    """Abbreviations, legal forms and names of the gazetteer join; what only begins alike does not."""
    assert len(merged("ORG", *names)) == expected


@pytest.mark.parametrize(
    ("label", "names", "expected"),
    [
        ("LAW", ["DSGVO", "Datenschutz-Grundverordnung"], 1),
        ("LAW", ["AI Act", "KI-Verordnung", "KI-Gesetz"], 1),
        ("LAW", ["DSA", "DMA"], 2),
        ("TEC", ["GPT-4", "GPT-5"], 2),
        ("LOC", ["Bonn", "Köln", "Bonn"], 2),
        ("LOC", [], 0),
    ],
)
def test_other_kinds(label: str, names: list[str], expected: int) -> None:
    assert len(merged(label, *names)) == expected


def test_a_name_in_brackets_is_another_form_of_the_one_before() -> None:
    names = "Verein der Zukunft", "VdZ"
    assert merged("ORG", *names, bracket=True) == [("Verein der Zukunft", 2)]
    assert len(merged("ORG", *names)) == 2
    assert len(merged("PER", "Ute Keller", "Max Sommer", bracket=True)) == 2, "people in brackets are others"


def test_brackets_inflection_and_roles_come_from_the_document() -> None:
    table = """
        Ministerin NN = nsubj:11
        Ute NE = flat:1 @PER
        Keller NE = flat:1 @PER
        vom APPRART von case:5
        Landbund NE = nmod:1 @ORG
        der ART = det:7
        Nordländer NN = nmod:5 @ORG
        ( $( =
        BdN NE = appos:5 @ORG
        ) $( =
        kam VVFIN kommen root:0
        . $. =
        """
    summary = summary_of(recognised(make_doc(table)))
    assert [(person.name, person.roles) for person in summary.people] == [("Ute Keller", ("Ministerin",))]
    assert [entity.count for entity in summary.organisations] == [1, 2]


@pytest.mark.parametrize(
    ("label", "names", "expected"),
    [
        ("PER", ["Keller", "Ute Keller", "Max Keller"], 2),
        ("ORG", ["Siemens", "Siemens Energy", "Siemens Healthineers"], 3),
    ],
    ids=["people", "organisations"],
)
def test_a_short_form_before_two_full_names_does_not_make_them_one(label: str, names: list[str], expected: int) -> None:
    assert len(merged(label, *names)) >= min(expected, 2)


def test_a_surname_that_ends_in_s() -> None:
    assert merged("PER", "Gitta Peters", ("Peters", GENITIVE)) == [("Gitta Peters", 2)]
