"""Frames that are a clause of their own beside the claim; the sentences stand in `parenthetical.yaml`."""

from pathlib import Path

import pytest
import yaml

from articlekit.recognise.claims.frame import get_claims
from tests.builders import SAID, check_table, claims_of, make_doc, meant_of, recognised

SENTENCES = yaml.safe_load(Path(__file__).with_name("parenthetical.yaml").read_text("utf-8"))


def table_of(sentence: str) -> str:
    return str(SENTENCES[sentence]["table"])


@pytest.mark.parametrize("sentence", SENTENCES)
def test_claim_speaker_and_cue(sentence: str) -> None:
    check_table(SENTENCES[sentence])


@pytest.mark.parametrize("sentence", ["demnach", "heisst-es-in-a-place-names-nobody"])
def test_a_frame_without_a_speaker_goes_on_with_the_one_before(sentence: str) -> None:
    doc = recognised(make_doc(f"{SAID}\n\n{table_of(sentence)}"))
    assert meant_of(doc) == ["Ute", "Ute"]


def test_a_frame_with_a_speaker_does_not() -> None:
    doc = recognised(make_doc(f"{SAID}\n\n{table_of('heisst-es-behind-the-claim')}"))
    assert [claim.inherits for claim in get_claims(doc)] == [False, False]
    assert meant_of(doc) == ["Ute", None]


def test_nothing_beside_the_frame_is_no_claim() -> None:
    rows = ["Ja PTKANT ja", ", $, =", "so ADV =", "Durow NE = @PER", ". $. ="]
    assert claims_of(recognised(make_doc("\n".join(rows)))) == []
