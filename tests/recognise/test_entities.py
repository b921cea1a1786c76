"""Names: generic kinds become ours, what is no name goes, the gazetteer and the article's own names add the rest."""

import pytest
from spacy.tokens import Doc

from tests.builders import flat_doc, make_doc, recognised


def names_in(doc: Doc) -> list[tuple[str, str]]:
    return [(entity.label_, entity.text) for entity in recognised(doc, "entities").ents]


def found(text: str, *names: tuple[str, str], tag: str = "NN") -> list[tuple[str, str]]:
    """Return the names of a text in which a pipeline's ner found the given ones."""
    return names_in(flat_doc(text, tag, names))


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Digitalgesetz", "LAW"),
        ("Plattformgesetzes", "LAW"),
        ("Chatverordnung", "LAW"),
        ("Digital Trust Act", "LAW"),
        ("Nordseevertrag", "LAW"),
        ("Rechenstrategie", "LAW"),
        ("Forum Zukunft 2025", "EVT"),
        ("Zukunftsgipfel", "EVT"),
        ("Rechnerkonferenz", "EVT"),
        ("Robotik-Messe", "EVT"),
        ("Code Week", "EVT"),
        ("Windows 11", "TEC"),
        ("OpenDesk", "TEC"),
        ("X-9", "TEC"),
    ],
)
def test_misc_of_generic_pipelines_gets_a_kind(name: str, label: str) -> None:
    assert found(f"Alle reden vom Thema {name} heute.", ("MISC", name)) == [(label, name)]


@pytest.mark.parametrize("name", ["Oscar", "Deutsche", "Auftrag", "2025"])
def test_misc_without_a_sign_of_its_kind_goes(name: str) -> None:
    assert found(f"Alle reden vom Thema {name} heute.", ("MISC", name)) == []


@pytest.mark.parametrize("label", ["PER", "ORG", "LOC", "EVT", "TEC", "LAW"])
def test_the_six_kinds_stay(label: str) -> None:
    assert found("Alle kennen Durow heute.", (label, "Durow"), tag="NE") == [(label, "Durow")]


@pytest.mark.parametrize(("label", "ours"), [("PERSON", "PER"), ("GPE", "LOC"), ("PRODUCT", "TEC"), ("EVENT", "EVT")])
def test_other_label_sets_are_understood(label: str, ours: str) -> None:
    assert found("Alle kennen Durow heute.", (label, "Durow"), tag="NE") == [(ours, "Durow")]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        *(("ORG", "KI"), ("ORG", "Regierung"), ("LOC", "Internet"), ("PER", "Montag"), ("LOC", "überall")),
        *(("PER", "niemand"), ("ORG", "100.000"), ("LAW", "2025")),
    ],
)
def test_what_is_no_name_goes(label: str, name: str) -> None:
    assert found(f"Wir sehen {name} dort.", (label, name)) == []


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Der ART der @ORG\nSpiegel NN = @ORG", [("ORG", "Spiegel")]),
        ("im APPRART in @LOC\nTessin NE = @LOC", [("LOC", "Tessin")]),
        ("„ $( = @PER\nUte NE = @PER\nFalk NE = @PER\n“ $( = @PER", [("PER", "Ute Falk")]),
        ("( $( = @ORG\nNordbank NE = @ORG\n) $( = @ORG\n, $, = @ORG", [("ORG", "Nordbank")]),
        ("Ute NE = @PER\nFalk NE = @PER\n¶ _SP = @PER", [("PER", "Ute Falk")]),
        ("„ $( = @PER\n“ $( = @PER", []),
        ("Der ART der @ORG", []),
    ],
)
def test_edges_are_cleaned(table: str, expected: list[tuple[str, str]]) -> None:
    """Article, quotation marks, brackets and white space are no part of a name; what is only these is none."""
    assert names_in(make_doc(table)) == expected


def test_a_name_does_not_go_over_a_paragraph_break() -> None:
    doc = flat_doc("Ute Falk\n\nDer Absatz", names=(("PER", "Ute Falk\n\nDer"),))
    assert all("\n" not in name for _, name in names_in(doc))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das BSI prüft.", [("ORG", "BSI")]),
        ("Die Deutsche Telekom zahlt.", [("ORG", "Deutsche Telekom")]),
        ("Die Telekom zahlt.", [("ORG", "Telekom")]),
        ("Die Sicht des Bundestags zählt.", [("ORG", "Bundestags")]),
        ("Die Sicht des Chaos Computer Clubs zählt.", [("ORG", "Chaos Computer Clubs")]),
        ("Reporter ohne Grenzen klagt.", [("ORG", "Reporter ohne Grenzen")]),
        ("Nach der DSGVO ist ChatGPT erlaubt.", [("LAW", "DSGVO"), ("TEC", "ChatGPT")]),
        ("Der BSI-Chef geht zur KI-Messe.", []),
        ("Der bundestag, die telekom.", []),
    ],
)
def test_the_gazetteer_adds_what_was_missed(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_the_gazetteer_leaves_what_was_found() -> None:
    assert found("Der Siemens Campus lebt.", ("LOC", "Siemens Campus")) == [("LOC", "Siemens Campus")]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "."])
def test_next_to_nothing_has_no_names(text: str) -> None:
    assert found(text) == []


def test_a_name_found_once_is_found_again() -> None:
    text = "Nordlicht One wächst. Auch Nordlicht One zahlt, sagt Nordlicht One."
    assert found(text, ("ORG", "Nordlicht One")) == [("ORG", "Nordlicht One")] * 3


def test_the_surname_of_a_person_is_found_again() -> None:
    text = "Ute Falk kommt. Später ging Falk."
    assert found(text, ("PER", "Ute Falk"), tag="NE") == [("PER", "Ute Falk"), ("PER", "Falk")]


def test_a_surname_that_is_a_verb_elsewhere_is_not_found_again() -> None:
    table = """
        Eva NE = @PER
        Sagte NE = @PER
        kommt VVFIN =
        . $. =

        Sagte VVFIN =
        sie PPER =
        ? $. =
        """
    assert names_in(make_doc(table)) == [("PER", "Eva Sagte")]


def test_a_name_of_two_kinds_gets_the_more_frequent_one_elsewhere() -> None:
    rows = [
        "Nordbank NE = @ORG",
        "Nordbank NE = @ORG!",
        "in APPR =",
        "Nordbank NE = @LOC",
        "und KON =",
        "Nordbank NE =",
    ]
    assert [label for label, _ in names_in(make_doc("\n".join(rows)))] == ["ORG", "ORG", "LOC", "ORG"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("der ART =\nChatbot NN =\nFalko NE = @ORG", [("TEC", "Falko")]),
        ("das ART =\nStart-up NN =\nFalko NE = @LOC", [("ORG", "Falko")]),
        ("Juristin NN = @ORG\nUte NE = @ORG\nFalk NE = @ORG", [("PER", "Ute Falk")]),
        ("Ute NE = @PER\nvon APPR =\nFalk NE =\nkam VVFIN =", [("PER", "Ute von Falk")]),
        ("Ute NE = @PER\nund KON =\nTag NN =", [("PER", "Ute")]),
        ("Forum NN = @EVT\nZukunft NN = @EVT\n2025 CARD =", [("EVT", "Forum Zukunft 2025")]),
        ("Forum NN = @EVT\n12 CARD =\nTage NN =", [("EVT", "Forum")]),
        ("Trust NE = @ORG\nAct NE = @ORG", [("LAW", "Trust Act")]),
        ("das ART =\nPlattformarbeitsgesetz NN =", [("LAW", "Plattformarbeitsgesetz")]),
        ("das ART =\nÄnderungsgesetz NN =", []),
        ("im APPRART =\nAuftrag NN = @PER", []),
        ("in APPR =\nSiegen NN = @LOC", [("LOC", "Siegen")]),  # towns are common nouns too
        ("des ART =\nBeirats NN = @ORG", []),
        ("des ART =\nBundestages NN = @ORG", [("ORG", "Bundestages")]),
        (
            "das ART =\nBundesministerium NN = @ORG\nfür APPR = @ORG\nBau NN = @ORG\n, $, =\nVerkehr NN =\nund KON =\nPost NN =",
            [("ORG", "Bundesministerium für Bau, Verkehr und Post")],
        ),
    ],
)
def test_the_words_in_and_beside_a_name_say_its_kind_and_extent(table: str, expected: list[tuple[str, str]]) -> None:
    assert names_in(make_doc(table)) == expected


def test_the_component_can_run_twice() -> None:
    doc = flat_doc("Die DSGVO kommt. Ute Falk lobt die DSGVO.", names=(("PER", "Ute Falk"),))
    once = names_in(doc)
    assert names_in(doc) == once


@pytest.mark.parametrize("name", ["Künstliche Intelligenz", "Open Source", "Big Data"])
def test_two_words_that_are_no_name_go(name: str) -> None:
    assert found(f"Wir sehen {name} dort.", ("TEC", name)) == []


def test_an_ending_is_no_part_of_an_english_word() -> None:
    assert found("Wir sahen Deep Impact im Kino.", ("MISC", "Deep Impact")) == []


def test_a_name_is_found_again_in_the_genitive() -> None:
    text = "Nordlicht wächst. Der Chef von Nordlicht, die Zahlen Nordlichts."
    assert ("ORG", "Nordlichts") in found(text, ("ORG", "Nordlicht"))
