"""The pipeline: components anybody can add by name, refusals that say what mends them, documents that survive storage."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from articlekit.errors import ModelMissingError, SettingsError
from articlekit.recognise import COMPONENTS
from articlekit.recognise.claims.frame import get_claims
from articlekit.recognise.events import get_events
from articlekit.recognise.pipeline import add_components, load_pipeline
from tests.builders import flat_doc, german, make_doc, recognised

ARTICLE = """
    Ute NE = nsubj:2 @PER
    lobte VVFIN loben root:0
    den ART der det:4
    Gipfel NN = obj:2 @EVT
    am APPRART an case:6
    Montag NN = obl:2
    in APPR = case:8
    Bonn NE = obl:2 @LOC
    und KON = cc:10
    kündigte VVFIN kündigen conj:2
    Hilfe NN = obj:10
    an PTKVZ = compound:prt:10
    . $. =
    ¶ _SP =

    „ $( =
    Offen ADJD = root:0
    bleibt VVFIN bleiben dep:2
    . $. =
    """


def german_with(*names: str) -> Language:
    """Return a blank pipeline that has untrained components of the given names."""
    nlp = spacy.blank("de")
    for name in names:
        nlp.add_pipe(name)
    return nlp


def test_a_fresh_process_knows_the_components_by_name() -> None:
    """Without importing articlekit: the entry point tells spaCy."""
    code = (
        f"import spacy; nlp = spacy.blank('de'); [nlp.add_pipe(name) for name in {COMPONENTS!r}]; print(nlp.pipe_names)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, str(list(COMPONENTS))), done.stderr


def test_the_components_stand_in_their_order() -> None:
    nlp = add_components(german_with("tagger", "parser", "ner"))
    assert nlp.pipe_names == ["tagger", "articlekit_paragraphs", "parser", "ner", *COMPONENTS[1:]]


def test_components_are_added_once() -> None:
    nlp = add_components(add_components(german_with("tagger", "parser")))
    assert len(nlp.pipe_names) == len(set(nlp.pipe_names)) == len(COMPONENTS) + 2


def test_spacy_sees_no_problem_in_the_pipeline() -> None:
    """What a component requires is assigned before it."""
    problems = add_components(german_with("tagger", "morphologizer", "parser", "ner")).analyze_pipes()["problems"]
    assert {name: missing for name, missing in problems.items() if missing} == {}


def test_a_pipeline_for_another_language_is_refused() -> None:
    with pytest.raises(ModelMissingError, match="for en, not for German") as error:
        add_components(spacy.blank("en"))
    assert error.value.exit_status == 5
    assert error.value.hint


@pytest.mark.parametrize("names", [(), ("tagger",), ("parser",), ("ner",)])
def test_a_pipeline_without_tagger_or_parser_is_refused(names: tuple[str, ...]) -> None:
    with pytest.raises(ModelMissingError, match="no tagger and parser"):
        add_components(german_with(*names))


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("de_core_news_xy", "articlekit models"),
        ("de_dep_news_trf", "pip install"),
        ("../gibt-es-nicht", "articlekit models"),
    ],
)
def test_a_model_that_is_not_installed_says_what_mends_it(name: str, hint: str) -> None:
    with pytest.raises(ModelMissingError, match="not installed") as error:
        load_pipeline(name)
    assert hint in str(error.value)
    assert "\n" not in str(error.value)


def test_a_folder_that_is_no_pipeline_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match="cannot be loaded"):
        load_pipeline(str(tmp_path))


def test_a_pipeline_from_a_folder_loads(tmp_path: Path) -> None:
    nlp = german_with("tagger", "parser")
    for name in ("tagger", "parser"):
        nlp.get_pipe(name).add_label("NN" if name == "tagger" else "ROOT")
    nlp.initialize()
    nlp.to_disk(tmp_path / "mine")
    loaded = load_pipeline(str(tmp_path / "mine"))
    assert set(COMPONENTS) <= set(loaded.pipe_names)


def test_a_wrong_lexicon_is_a_settings_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        add_components(german_with("tagger", "parser"), lexicons=[str(tmp_path / "none.yaml")])


def stored(doc: Doc, way: str) -> Doc:
    if way == "bytes":
        return Doc(german().vocab).from_bytes(doc.to_bytes())
    box = DocBin(store_user_data=way == "docbin-user-data")
    box.add(doc)
    (back,) = DocBin().from_bytes(box.to_bytes()).get_docs(german().vocab)
    return back


@pytest.mark.parametrize("way", ["bytes", "docbin", "docbin-user-data"])
def test_what_was_recognised_survives_storage(way: str) -> None:
    doc = recognised(make_doc(ARTICLE))
    back = stored(doc, way)
    assert len(get_claims(doc)) == 2
    assert get_claims(back) == get_claims(doc)
    assert get_events(back) == get_events(doc)
    for name in ("articlekit_claims", "articlekit_events", "articlekit_warnings"):
        assert [(s.start, s.end, s.label_, s.id_) for s in back.spans[name]] == [
            (s.start, s.end, s.label_, s.id_) for s in doc.spans[name]
        ]


def test_documents_go_through_a_pipe_of_several_processes_whole() -> None:
    """A document is sent as bytes; what the components keep is in them."""
    doc = recognised(make_doc(ARTICLE))
    assert stored(stored(doc, "bytes"), "bytes").to_bytes() == stored(doc, "bytes").to_bytes()


def test_a_document_without_the_components_has_no_claims() -> None:
    assert get_claims(flat_doc("Ute kam.")) == []


def test_running_the_components_again_changes_nothing() -> None:
    doc = recognised(make_doc(ARTICLE))
    once = doc.to_bytes()
    assert recognised(doc).to_bytes() == once


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Ein Titel\n\nDer Text geht\nweiter", ["Der"]),
        ("Ein Titel\nDer Text\nweiter", ["Der"]),
        ("Ein Titel", []),
        ("", []),
    ],
)
def test_a_paragraph_break_begins_a_sentence(text: str, starts: list[str]) -> None:
    """A blank line is a break; without any, a line end before a capital is; the rest is left to the parser."""
    doc = german().get_pipe("articlekit_paragraphs")(german().make_doc(text))
    assert [token.text for token in doc[1:] if token.is_sent_start] == starts
