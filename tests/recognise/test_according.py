"""Frames that are a prepositional phrase inside the claim; the sentences stand in `according.yaml`."""

from pathlib import Path

import pytest
import yaml

from articlekit.recognise.claims.frame import get_claims
from tests.builders import SAID, check_table, make_doc, meant_of, recognised, summary_of

SENTENCES = yaml.safe_load(Path(__file__).with_name("according.yaml").read_text("utf-8"))


def table_of(sentence: str) -> str:
    return str(SENTENCES[sentence]["table"])


@pytest.mark.parametrize("sentence", SENTENCES)
def test_claim_speaker_and_cue(sentence: str) -> None:
    check_table(SENTENCES[sentence])


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("who-says-it-in-the-noun", "Polizei"),
        ("laut-and-a-quoted-name", "„Nordblatt Digital“"),
        ("words-of-somebody", "Ministerin"),
        ("his-view", None),
    ],
)
def test_the_speaker_in_the_summary(sentence: str, speaker: str | None) -> None:
    (claim,) = summary_of(recognised(make_doc(table_of(sentence)))).claims
    assert claim.speaker == speaker


@pytest.mark.parametrize(
    ("noun", "speaker"),
    [
        ("Regierungsangaben NN Regierungsangabe", "Regierung"),
        ("Behördenangaben NN Behördenangabe", "Behörden"),
        ("Agenturberichten NN Agenturbericht", "Agentur"),
        ("Medienberichten NN Medienbericht", "Medien"),
    ],
)
def test_who_says_it_is_the_first_part_of_the_noun(noun: str, speaker: str) -> None:
    rows = table_of("who-says-it-in-the-noun").splitlines()
    doc = recognised(make_doc("\n".join([rows[0], noun, *rows[2:]])))
    assert [claim.speaker for claim in summary_of(doc).claims] == [speaker]


def test_his_view_postposed_is_that_of_the_speaker_before() -> None:
    assert meant_of(recognised(make_doc(f"{SAID}\n\n{table_of('his-view-postposed')}"))) == ["Ute", "Ute"]


def test_his_view_is_that_of_the_speaker_before() -> None:
    assert meant_of(recognised(make_doc(f"{SAID}\n\n{table_of('his-view')}"))) == ["Ute", "Ute"]


@pytest.mark.parametrize(
    ("determiner", "inherits"), [("eigenen ADJA eigen", False), ("ihren PPOSAT ihr", True), ("den ART der", False)]
)
def test_angaben_of_nobody_in_the_phrase(determiner: str, inherits: bool) -> None:
    """A possessive points to the speaker before; `eigenen` to the subject of what is said."""
    table = f"""
        Nach APPR nach
        {determiner}
        Angaben NN Angabe
        hält VVFIN halten root:0
        das ART der det:6
        Netz NN = nsubj:4
        . $. =
        """
    (claim,) = get_claims(recognised(make_doc(table)))
    assert (claim.speaker, claim.inherits) == (None, inherits)
