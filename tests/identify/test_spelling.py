"""One spelling for all the ways in which a name is written."""

import pytest

from articlekit.identify.spelling import is_abbreviation, is_acronym, key_of, slug, spell


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Schwarz Gruppe", "Schwarz-Gruppe"),
        ("TikTok", "Tiktok"),
        ("re:publica", "Republica"),
        ("NIS2-Richtlinie", "NIS-2-Richtlinie"),
        ("EU-U.S. Data Privacy Framework", "EU-US Data Privacy Framework"),
        ("Der Spiegel", "Spiegel"),
        ("„Initiative Freie Netze“", "Initiative Freie Netze"),
        ("Europäischer Gerichtshof", "Europäischen Gerichtshofs"),
        ("Müller Technik", "Mueller Technik"),
        ("GPT-4", "GPT 4"),
        ("Digital-Gipfel", "Digitalgipfel"),
        ("IRIS²", "Iris 2"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GPT-3.5", "GPT-35"),
        ("GPT-3.5", "GPT-4"),
        ("Windows 98", "Windows 98 2"),
        ("Klasse 1 2", "Klasse 12"),
        ("Gulnara", "Gülnara"),
        ("Telekommunikationsgesetz", "Telekommunikationsgesetz 2021"),
    ],
)
def test_names_that_stay_two(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


def test_acronyms() -> None:
    assert is_acronym("FTC", "Federal Trade Commission")
    assert is_acronym("Enisa", "Europäische Netz- Informationssicherheits-Agentur") is False
    assert not is_acronym("EU", "Europäische Union"), "two letters stand for too much"
    assert is_abbreviation("ePA", "elektronische Patientenakte")
    assert is_abbreviation("NetzDG", "Netzwerkdurchsetzungsgesetz")
    assert not is_abbreviation("Meta", "Mehrere Tage")
    assert not is_abbreviation("DPA", "Netzagentur")


def test_ids_have_plain_letters() -> None:
    assert slug("Gülnar Äbenow & Söhne (Łódź)") == "guelnar-aebenow-soehne-lodz"
    assert slug("…") == "x"
    assert spell("J. D. Vance") == "jd vance"
