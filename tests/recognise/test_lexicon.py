"""Lexicons: a user's YAML adds to ours and wins over it, null takes ours away, mistakes are named with what was meant."""

from pathlib import Path

import pytest

from articlekit.errors import SettingsError
from articlekit.recognise.lexicon import load_lexicons, words
from tests.builders import claims_of, flat_doc, german, make_doc, recognised

GURGLED = """
    Ute NE = nsubj:2 @PER
    gurgelte VVFIN gurgeln root:0
    , $, =
    dass KOUS = mark:7
    das ART der det:6
    Netz NN = nsubj:7
    hält VVFIN halten ccomp:2
    . $. =
    """
SAID = GURGLED.replace("gurgelte VVFIN gurgeln", "sagte VVFIN sagen")


def written(folder: Path, text: str | bytes, name: str = "mine.yaml") -> str:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def claims_with(table: str, lexicon: str | None) -> list[str]:
    """Return the claims that a pipeline with a user's lexicon finds."""
    config = {"lexicons": [lexicon] if lexicon else []}
    component = german().create_pipe("articlekit_claims", config=config)
    return [claim.text for claim in claims_of(component(make_doc(table)))]


def test_a_new_cue_verb_is_one(tmp_path: Path) -> None:
    mine = written(tmp_path, "cue_verbs:\n  gurgeln: {act: assert}\n")
    assert claims_with(GURGLED, None) == []
    assert claims_with(GURGLED, mine) == ["dass das Netz hält"]
    assert claims_with(SAID, mine) == ["dass das Netz hält"], "ours are still there"


def test_null_takes_ours_away(tmp_path: Path) -> None:
    assert claims_with(SAID, written(tmp_path, "cue_verbs:\n  sagen: null\n")) == []


def test_a_users_entry_wins(tmp_path: Path) -> None:
    mine = written(tmp_path, "cue_verbs:\n  sagen: {act: demand}\n")
    component = german().create_pipe("articlekit_claims", config={"lexicons": [mine]})
    assert [claim.act for claim in claims_of(component(make_doc(SAID)))] == ["demand"]


def test_the_last_of_several_files_wins(tmp_path: Path) -> None:
    first = written(tmp_path, "cue_verbs: {sagen: {act: demand}, gurgeln: {act: ask}}\n", "a.yaml")
    second = written(tmp_path, "cue_verbs: {sagen: {act: warn}}\n", "b.yaml")
    verbs = load_lexicons((first, second))["cue_verbs"]
    assert (verbs["sagen"]["act"], verbs["gurgeln"]["act"]) == ("warn", "ask")


def test_lists_grow(tmp_path: Path) -> None:
    mine = written(tmp_path, "not_names: [Getreide]\n")
    assert load_lexicons((mine,))["not_names"] == [*load_lexicons()["not_names"], "Getreide"]


def test_words_of_evaluation_grow_kind_by_kind(tmp_path: Path) -> None:
    mine = written(tmp_path, "evaluation: {negative: {strong: Kokolores, phrases: [für die katz]}}\n")
    ours, theirs = (lexicons["evaluation"] for lexicons in (load_lexicons(), load_lexicons((mine,))))
    assert theirs["negative"]["strong"] == ours["negative"]["strong"] + " Kokolores"
    assert theirs["negative"]["phrases"] == [*ours["negative"]["phrases"], "für die katz"]
    assert theirs["negative"]["weak"] == ours["negative"]["weak"]
    assert theirs["positive"] == ours["positive"]


@pytest.mark.parametrize(
    ("lexicon", "expected"),
    [
        ("gazetteer:\n  Nordlicht One: {kind: TEC, aliases: [NL1]}\n", [("TEC", "NL1"), ("LAW", "DSGVO")]),
        ("gazetteer:\n  Datenschutz-Grundverordnung: null\n", []),
        ("gazetteer:\n  Datenschutz-Grundverordnung: {kind: TEC, aliases: [DSGVO]}\n", [("TEC", "DSGVO")]),
        pytest.param(
            "gazetteer:\n  DSGVO: {kind: ORG}\n",
            [("ORG", "DSGVO")],
        ),
    ],
    ids=["added", "removed", "changed", "alias"],
)
def test_the_gazetteer_is_extended(tmp_path: Path, lexicon: str, expected: list[tuple[str, str]]) -> None:
    component = german().create_pipe("articlekit_entities", config={"lexicons": [written(tmp_path, lexicon)]})
    doc = component(flat_doc("Der NL1 hält die DSGVO ein."))
    assert [(entity.label_, entity.text) for entity in doc.ents] == expected


def test_extending_leaves_the_shipped_lexicons_alone(tmp_path: Path) -> None:
    load_lexicons((written(tmp_path, "cue_verbs: {sagen: null}\n"),))
    assert load_lexicons()["cue_verbs"]["sagen"]["act"] == "assert"


@pytest.mark.parametrize(
    ("lexicon", "message"),
    [
        ("cue_verb:\n  sagen: null\n", "unknown section cue_verb; did you mean cue_verbs?"),
        ("gazeteer: {}\n", "unknown section gazeteer; did you mean gazetteer?"),
        ("qqq: {}\n", "unknown section qqq; known are"),
        ("cue_verbs: [sagen]\n", "section cue_verbs must be a mapping"),
        ("according_to: [getreu]\n", "section according_to must be a mapping"),
        ("not_names: {Getreide: 1}\n", "section not_names must be a list"),
        ("cue_phrases: {Ja sagen: {act: nod}}\n", "cue_phrases.Ja sagen: act nod is none of"),
        ("evaluation: {negativ: {strong: Mist}}\n", "unknown section evaluation.negativ"),
        ("evaluation: {negative: {stark: Mist}}\n", "unknown section evaluation.negative.stark"),
        ("evaluation: {negative: Mist}\n", "section evaluation.negative must be a mapping"),
        ("- sagen\n", "a lexicon has named sections"),
        ("", "a lexicon has named sections"),
        ("cue_verbs: {", "cannot be read"),
        (b"\xff\xfe\x00", "cannot be read"),
    ],
)
def test_a_mistake_is_one_line_with_the_file_and_what_was_meant(tmp_path: Path, lexicon: str, message: str) -> None:
    path = written(tmp_path, lexicon)
    with pytest.raises(SettingsError) as error:
        load_lexicons((path,))
    assert str(error.value).startswith(path)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    path = str(tmp_path / "none.yaml")
    with pytest.raises(SettingsError, match="cannot be read"):
        load_lexicons((path,))


@pytest.mark.parametrize(
    ("lexicon", "component", "section"),
    [
        ("cue_verbs: {gurgeln: assert}\n", "claims", "cue_verbs"),
        ("cue_verbs: {gurgeln: {}}\n", "claims", "cue_verbs"),
        ("cue_verbs: {gurgeln: {act: gurgle}}\n", "claims", "cue_verbs"),
        ("gazetteer: {Nordlicht: {aliases: [NL]}}\n", "entities", "gazetteer"),
        ("gazetteer: {Nordlicht: {kind: STAR}}\n", "entities", "gazetteer"),
    ],
)
def test_a_wrong_entry_is_a_settings_error(tmp_path: Path, lexicon: str, component: str, section: str) -> None:
    with pytest.raises(SettingsError, match=section):
        german().create_pipe(f"articlekit_{component}", config={"lexicons": [written(tmp_path, lexicon)]})


@pytest.mark.parametrize(
    ("lexicon", "section"), [("not_names: Nordlicht\n", "not_names"), ("event_reach: 3\n", "event_reach")]
)
def test_sections_that_are_no_mapping_and_no_list_are_extended_too(tmp_path: Path, lexicon: str, section: str) -> None:
    assert load_lexicons((written(tmp_path, lexicon),))[section] != load_lexicons()[section]


def test_words_come_from_a_list_or_a_string() -> None:
    assert words("ja  nein\ndoch") == words(["ja", "nein", "doch"]) == {"ja", "nein", "doch"}


@pytest.mark.parametrize("section", ["cue_verbs", "cue_nouns", "cue_phrases", "after_nouns"])
def test_every_shipped_cue_has_a_known_act(section: str) -> None:
    entries = load_lexicons()[section]
    specs = entries.values() if isinstance(entries, dict) else entries
    acts = {spec if isinstance(spec, str) else spec["act"] for spec in specs}
    assert acts <= set("assert announce demand warn criticise praise promise deny predict ask".split())


def test_every_shipped_name_has_a_known_kind() -> None:
    gazetteer = load_lexicons()["gazetteer"]
    assert {entry["kind"] for entry in gazetteer.values()} <= {"PER", "ORG", "LOC", "EVT", "TEC", "LAW"}
    forms = [form for name, entry in gazetteer.items() for form in {name, *entry.get("aliases", ())}]
    assert len(forms) == len(set(forms)), "no form stands twice"


def test_a_name_in_the_gazetteer_is_found_as_it_stands() -> None:
    """Each form is one that the tokenizer lets through: a name that is never found would be a dead entry."""
    for name, entry in load_lexicons()["gazetteer"].items():
        for form in (name, *entry.get("aliases", ())):
            doc = recognised(flat_doc(f"Wir sahen {form} dort."), "entities")
            assert [entity.text for entity in doc.ents] == [form]
