"""Settings: a file, options on top; mistakes are told, all of them, with what was meant."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from articlekit.errors import SettingsError
from articlekit.recognise.lexicon import load_lexicons
from articlekit.settings import PRESENTATION, Settings, config_digest, load_settings, settings_plain


def written(folder: Path, text: str, name: str = "articlekit.yaml") -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_defaults_file_and_options(tmp_path: Path) -> None:
    """The file wins over the defaults, an option over the file, and an option that is not given changes nothing."""
    path = written(tmp_path, "format: json\nbrief: true\nonly: [claims, people]\nmodel: null\n")
    assert load_settings() == Settings()
    assert load_settings(path) == Settings(format="json", brief=True, only=("claims", "people"))
    assert load_settings(path, format="jsonl", brief=None, only=None).format == "jsonl"
    assert load_settings(path, format="jsonl", brief=None).brief is True


@pytest.mark.parametrize("text", ["", "# nur ein Kommentar\n", "{}\n"])
def test_an_empty_file_is_the_defaults(tmp_path: Path, text: str) -> None:
    """Nothing set is nothing wrong."""
    assert load_settings(written(tmp_path, text)) == Settings()


def test_what_is_printed_can_be_used(tmp_path: Path) -> None:
    """The plain form is a configuration with the same meaning, and holds every field."""
    settings = Settings(format="json", only=("claims",), max_chars=7)
    plain = settings_plain(settings)
    assert list(plain) == [field.name for field in fields(Settings)]
    assert load_settings(written(tmp_path, yaml.safe_dump(plain))) == settings


def test_lexicons_are_relative_to_the_file(tmp_path: Path) -> None:
    """A configuration can be used from any folder."""
    written(tmp_path, "cue_verbs: {}\n", "mehr.yaml")
    assert load_settings(written(tmp_path, "lexicons: [mehr.yaml]\n")).lexicons == (str(tmp_path / "mehr.yaml"),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("modle: x\n", "unknown key modle (did you mean model?)"),
        ("max_char: 5\n", "unknown key max_char (did you mean max_chars?)"),
        (
            "farbe: rot\n",
            "unknown key farbe (known are author_claims, brief, format, lexicons, max_chars, model, only)",
        ),
        ("max_chars: viele\n", "max_chars must be a number, not 'viele'"),
        ("max_chars: true\n", "max_chars must be a number, not True"),
        ("brief: ja\n", "brief must be true or false, not 'ja'"),
        ("only: claims\n", "only must be a list of sections, not 'claims'"),
        ("only: [1]\n", "only must be a list of sections, not [1]"),
        ("only: [claim]\n", "unknown section claim; did you mean claims?"),
        ("format: jsonlines\n", "unknown format jsonlines; did you mean jsonl?"),
        ("format: xml\n", "unknown format xml; known are json, jsonl, yaml"),
        ("max_chars: 0\n", "max_chars must be at least 1"),
        ("author_claims: few\n", "author_claims must be a number, all or none, not few"),
        ("author_claims: -1\n", "author_claims must be a number, all or none, not -1"),
        ("author_claims: true\n", "author_claims must be a number, all or none, not True"),
        ("- model\n", "a configuration has key: value lines"),
        ("model: [x\n", "broken YAML: "),
    ],
)
def test_a_mistake_is_told_with_the_file(tmp_path: Path, text: str, message: str) -> None:
    """One line: file, mistake, what was probably meant."""
    path = written(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    assert str(caught.value).startswith(f"{path}: {message}")


def test_all_unknown_keys_and_kinds_at_once(tmp_path: Path) -> None:
    """Nobody runs the command five times for five mistakes."""
    with pytest.raises(SettingsError) as caught:
        load_settings(written(tmp_path, "modle: x\nmax_chars: viele\nbrif: true\nonly: claims\nformat: json\n"))
    for mistake in ("modle", "max_chars", "brif", "only must"):
        assert mistake in str(caught.value)
    assert "format" not in str(caught.value)


def test_all_wrong_values_at_once(tmp_path: Path) -> None:
    """Values that are of the right kind and still wrong are mistakes like the others."""
    text = "modle: x\nformat: xml\nmax_chars: 0\nonly: [claim, poeple]\nlexicons: [fehlt.yaml]\n"
    with pytest.raises(SettingsError) as caught:
        load_settings(written(tmp_path, text))
    for mistake in ("modle", "xml", "max_chars", "claims", "people", "fehlt.yaml"):
        assert mistake in str(caught.value)


def test_an_impossible_date_is_broken_yaml(tmp_path: Path) -> None:
    """No value in the file crashes the command."""
    with pytest.raises(SettingsError):
        load_settings(written(tmp_path, "model: 2025-13-45\n"))


@pytest.mark.parametrize("name", ["fehlt.yaml", "."])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    """Missing file and folder are told with their path."""
    with pytest.raises(SettingsError, match=r"cannot read it: .*; check the path"):
        load_settings(tmp_path / name)


@pytest.mark.parametrize(
    "change", [{"format": "json"}, {"only": ("claims",)}, {"brief": True}], ids=lambda change: next(iter(change))
)
def test_presentation_does_not_change_the_digest(change: dict[str, Any]) -> None:
    """How a summary is written says nothing about how it was found."""
    assert set(change) <= PRESENTATION
    assert config_digest(replace(Settings(), **change)) == config_digest(Settings())


def test_what_changes_results_changes_the_digest(tmp_path: Path) -> None:
    """The model and the contents of lexicons do; where a lexicon lies does not."""
    one = str(written(tmp_path, "cue_verbs: {gurren: {act: assert}}\n", "eins.yaml"))
    two = str(written(tmp_path, "cue_verbs: {gurren: {act: deny}}\n", "zwei.yaml"))
    copy = str(written(tmp_path, Path(one).read_text("utf-8"), "kopie.yaml"))
    different = (Settings(), Settings(model="x"), Settings(lexicons=(one,)), Settings(lexicons=(two,)))
    assert len({config_digest(settings) for settings in different}) == 4
    assert config_digest(Settings(lexicons=(one,))) == config_digest(Settings(lexicons=(copy,)))
    before = config_digest(Settings(lexicons=(two,)))
    written(tmp_path, "cue_verbs: {}\n", "zwei.yaml")
    assert config_digest(Settings(lexicons=(two,))) != before


def lexicons_with(folder: Path, text: str) -> dict[str, Any]:
    """Return the lexicons extended by a file with this text."""
    return load_lexicons((str(written(folder, text, "mehr.yaml")),))


def test_a_lexicon_extends_ours(tmp_path: Path) -> None:
    """Entries are added and win; null takes one away; the rest stays."""
    ours = load_lexicons()["cue_verbs"]
    verbs = lexicons_with(tmp_path, "cue_verbs:\n  gurren: {act: assert}\n  sagen: {act: deny}\n  betonen: null\n")
    assert verbs["cue_verbs"]["gurren"] == {"act": "assert"}
    assert verbs["cue_verbs"]["sagen"] == {"act": "deny"}
    assert set(verbs["cue_verbs"]) == (set(ours) | {"gurren"}) - {"betonen"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("cue_verb: {}\n", "unknown section cue_verb; did you mean cue_verbs?"),
        ("cue_verbs: [sagen]\n", "section cue_verbs must be a mapping"),
        ("not_names: {KI: 1}\n", "section not_names must be a list"),
        ("- sagen\n", "a lexicon has named sections"),
        ("cue_verbs: {\n", "cannot be read: "),
        pytest.param("cue_verbs: {sagen: {act: shout}}\n", ""),
        pytest.param("cue_verbs: {sagen: {}}\n", ""),
        pytest.param("cue_verbs: 2025-13-45\n", "cannot be read: "),
    ],
)
def test_a_mistake_in_a_lexicon_is_told(tmp_path: Path, text: str, message: str) -> None:
    """With the file and what is wrong in it, before any article is read."""
    with pytest.raises(SettingsError) as caught:
        lexicons_with(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'mehr.yaml'}: {message}")


def test_a_word_list_can_be_extended(tmp_path: Path) -> None:
    """Lists that we keep as one string are lists for the user too."""
    assert {"Frau", "Dame"} <= set(lexicons_with(tmp_path, "feminine_titles: Dame\n")["feminine_titles"].split())


def test_a_changed_lexicon_is_read_again(tmp_path: Path) -> None:
    """In one process as in two."""
    lexicons_with(tmp_path, "cue_verbs: {gurren: {act: assert}}\n")
    assert lexicons_with(tmp_path, "cue_verbs: {gurren: {act: deny}}\n")["cue_verbs"]["gurren"] == {"act": "deny"}
