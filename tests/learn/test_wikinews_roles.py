"""The rules that give quotations of the collection's scheme their speaker and cue."""

import pytest

from .news import said, span_of, turned


@pytest.mark.parametrize(
    ("opening", "cue", "speaker", "wanted"),
    [
        ("Nach Angaben von Kim", "Nach Angaben", "Kim", ("Angaben von Kim", "Nach")),
        ("Nach Angaben von Kim", "Nach Angaben von", "Kim", ("Angaben von Kim", "Nach")),
        ("Aus Sicht der Stadt", "Aus Sicht", "der Stadt", ("Sicht der Stadt", "Aus")),
        ("Laut Kim", "Laut", "Kim", ("Kim", "Laut")),
        ("Laut „Kim“", "Laut", "Kim", ("Kim", "Laut")),
        ("Nach Angaben", "Nach Angaben", "", ("Angaben", "Nach")),
        ("Nach Angaben auch von Kim", "Nach Angaben", "Kim", ("Angaben Kim", "Nach")),
        ("Nach alten Angaben", "Nach ... Angaben", "", ("", "Nach Angaben")),
        ("So heißt es von Kim", "So heißt", "Kim", ("Kim", "So heißt")),
    ],
)
def test_preposition_is_the_cue_and_the_rest_the_speaker(
    opening: str, cue: str, speaker: str, wanted: tuple[str, str]
) -> None:
    text = f"{opening} ist das klar."
    [only] = turned(text, said(text, "ist das klar", by=speaker, cue=cue))
    assert (only.speaker, only.cue) == wanted


@pytest.mark.parametrize(
    ("frame", "cue", "wanted"),
    [
        ("Kim hat gestern darauf hingewiesen", "hingewiesen", "hat darauf hingewiesen"),
        ("Es wurde dazu mitgeteilt", "mitgeteilt", "Es wurde dazu mitgeteilt"),
        ("Wie Kim meldet", "meldet", "Wie meldet"),
        ("So sieht das Kim", "sieht", "So sieht"),
        ("Kim meldet am Montag", "meldet", "meldet"),
    ],
)
def test_auxiliaries_and_correlates_belong_to_the_cue(frame: str, cue: str, wanted: str) -> None:
    text = f"{frame}, dass es brennt."
    [only] = turned(text, said(text, "dass es brennt", cue=cue, frame=frame))
    assert (only.cue, only.frame) == (wanted, frame)


def test_auxiliaries_without_a_cue_are_none() -> None:
    text = "Kim hat genickt: Es brennt."
    assert turned(text, said(text, "Es brennt", by="Kim", frame="Kim hat genickt"))[0].cue == ""


NAMED = "Bürgermeisterin Kim Ott kam. Frau Ott blieb. Das sei klar. Kim ging."


@pytest.mark.parametrize(
    ("people", "speaker"),
    [(("Kim Ott",), "Kim Ott"), (("Bürgermeisterin Kim Ott", "Frau Ott", "Kim ging"), "Frau Ott"), (("Kim ging",), "")],
    ids=["the only one", "the last before it", "none before it"],
)
def test_speaker_named_elsewhere_is_the_last_mention_before(people: tuple[str, ...], speaker: str) -> None:
    assert turned(NAMED, said(NAMED, "Das sei klar", speaker=people[0]), people=people)[0].speaker == speaker


def test_mention_inside_a_speaker_is_the_whole_speaker() -> None:
    """The role before the name belongs to it where it did so beside a claim, whoever that claim is given to."""
    first = said(NAMED, "kam", speaker=None, by="Bürgermeisterin Kim Ott")
    last = turned(NAMED, first, said(NAMED, "Das sei klar", speaker="Kim Ott"), people=("Kim Ott",))[-1]
    assert last.speaker == "Bürgermeisterin Kim Ott"


def test_speaker_of_an_earlier_claim_is_a_mention() -> None:
    first = said(NAMED, "blieb", speaker="Kim Ott", by="Frau Ott")
    last = turned(NAMED, first, said(NAMED, "Das sei klar", speaker="Kim Ott"), people=("Kim Ott",))[-1]
    assert last.speaker == "Frau Ott"


def test_antecedent_stands_in_where_no_mention_is_before() -> None:
    claim = said(NAMED, "Das sei klar", speaker="die Frau", antecedent_span=span_of(NAMED, "Bürgermeisterin"))
    assert turned(NAMED, claim)[0].speaker == "Bürgermeisterin"
