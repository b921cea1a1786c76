"""Whom something is said to: in the case or after the preposition that the cue's entry says, or with `gegenüber`."""

import pytest

from articlekit.recognise.claims.frame import get_claims
from tests.builders import make_doc, recognised, words_at

UTE = "Ute NE = nsubj:2 @PER"
SAID = "sagte VVFIN sagen root:0"
CLAIM = ", $, =\ndas ART der det:{1}\nNetz NN = nsubj:{2}\nhalte VVFIN halten ccomp:2 +Mood=Sub\n. $. ="
INFINITIVE = ", $, =\nDaten NN Datum obj:{2}\nzu PTKZU = mark:{2}\nlöschen VVINF = xcomp:2\n. $. ="


def addressees(*rows: str, claim: str = CLAIM) -> list[str | None]:
    """Return whom the claims of a sentence are said to; `claim` stands at its end and counts on from the last row."""
    for number in (1, 2):
        claim = claim.replace(f"{{{number}}}", str(len(rows) + number + 2))
    doc = recognised(make_doc("\n".join([*rows, claim])))
    return [words_at(doc, frame.addressee) for frame in get_claims(doc)]


@pytest.mark.parametrize(
    ("rows", "addressee"),
    [
        ([UTE, SAID, "der ART = det:4", "Zeitung NN = iobj:2"], "der Zeitung"),
        ([UTE, SAID, "der ART = nk:4", "Zeitung NN = da:2"], "der Zeitung"),
        ([UTE, SAID, "der ART = det:4 +Case=Dat", "Zeitung NN = obl:2"], "der Zeitung"),
        ([UTE, SAID, "ihrer PPOSAT ihr det:4", "Partei NN = iobj:2"], "ihrer Partei"),
        ([UTE, SAID, "Paul NE = iobj:2 @PER"], "Paul"),
        ([UTE, SAID, "ihm PPER er iobj:2"], "ihm"),
        ([UTE, SAID, "der ART = det:4 +Case=Nom", "Zeitung NN = obl:2"], None),
        ([UTE, SAID, "zu APPR = case:5", "der ART = det:5 +Case=Dat", "Zeitung NN = obl:2"], None),
        ([UTE, SAID, "diese PDAT dieser det:4 +Case=Dat", "Woche NN = obl:2"], None),
        ([UTE, SAID], None),
    ],
    ids=["ud", "tiger", "case", "possessive", "name", "pronoun", "nominative", "preposition", "time", "nobody"],
)
def test_in_the_dative(rows: list[str], addressee: str | None) -> None:
    assert addressees(*rows) == [addressee]


@pytest.mark.parametrize("relation", ["obj", "oa"])
def test_in_the_accusative(relation: str) -> None:
    """`auffordern` says so in its entry; a dative beside it is nobody who is asked."""
    rows = [UTE, "forderte VVFIN fordern root:0", "den ART der det:4", f"Bund NN = {relation}:2"]
    particle = "auf PTKVZ = compound:prt:2"
    assert addressees(*rows, particle, claim=INFINITIVE) == ["den Bund"]
    dative = [*rows[:2], "dem ART der det:4 +Case=Dat", "Bund NN = iobj:2"]
    assert addressees(*dative, particle, claim=INFINITIVE) == [None]


def test_an_accusative_is_no_addressee_of_a_verb_with_the_dative() -> None:
    assert addressees(UTE, SAID, "den ART der det:4", "Bund NN = obj:2") == [None]


@pytest.mark.parametrize(
    ("verb", "rows", "addressee"),
    [
        ("appellierte VVFIN appellieren", ["an APPR = case:5", "die ART der det:5", "Länder NN Land obl:2"], "die Länder"),
        ("appellierte VVFIN appellieren", ["an APPR = case:4", "Paul NE = obl:2 @PER"], "Paul"),
        ("appellierte VVFIN appellieren", ["bei APPR = case:5", "den ART der det:5", "Ländern NN Land obl:2"], None),
        ("verlangte VVFIN verlangen", ["von APPR = case:5", "den ART der det:5", "Ländern NN Land obl:2"], "den Ländern"),
        ("sagte VVFIN sagen", ["an APPR = case:5", "die ART der det:5", "Länder NN Land obl:2"], None),
    ],
    ids=["an", "name", "other-preposition", "von", "not-its-preposition"],
)  # fmt: skip
def test_after_the_preposition_of_the_entry(verb: str, rows: list[str], addressee: str | None) -> None:
    assert addressees(UTE, f"{verb} root:0", *rows, claim=INFINITIVE) == [addressee]


@pytest.mark.parametrize(
    ("rows", "addressee"),
    [
        (["gegenüber APPR = case:5", "dem ART der det:5", "Sender NN = obl:2"], "dem Sender"),
        (["gegenüber APPR = case:4", "Nordfunk NE = obl:2 @ORG"], "Nordfunk"),
        (["gegenüber APPR = case:4", "gestern ADV = advmod:2"], None),
    ],
    ids=["phrase", "name", "nothing-there"],
)
def test_with_gegenueber_whatever_the_verb(rows: list[str], addressee: str | None) -> None:
    assert addressees(UTE, SAID, *rows) == [addressee]
    assert addressees(UTE, "forderte VVFIN fordern root:0", *rows, claim=INFINITIVE) == [addressee]


def test_with_gegenueber_behind_it() -> None:
    table = """
        Dem ART der det:2
        Sender NN = obl:4
        gegenüber APPO = case:2
        forderte VVFIN fordern root:0
        Ute NE = nsubj:4 @PER
        mehr PIAT =
        Geld NN = obj:4
        . $. =
        """
    doc = recognised(make_doc(table))
    assert [words_at(doc, claim.addressee) for claim in get_claims(doc)] == ["Dem Sender"]


def test_a_speaker_in_the_dative_form_is_no_addressee() -> None:
    """`von der Ministerin` is who accuses, though it has the form."""
    table = """
        Ute NE = nsubj:pass:6 @PER
        wurde VAFIN werden aux:pass:6
        von APPR = case:5
        der ART = det:5 +Case=Dat
        Ministerin NN = obl:agent:6
        vorgeworfen VVPP vorwerfen root:0
        , $, =
        dass KOUS = mark:10
        das ART der det:10
        Netz NN = nsubj:11
        halte VVFIN halten ccomp:6 +Mood=Sub
        . $. =
        """
    doc = recognised(make_doc(table))
    (claim,) = get_claims(doc)
    assert (words_at(doc, claim.speaker), claim.addressee) == ("der Ministerin", None)


def test_what_is_said_is_no_addressee() -> None:
    """`nannte es der Zeitung`: the noun phrase inside the claim is left alone."""
    rows = [UTE, "kritisierte VVFIN kritisieren root:0", "der ART = det:4 +Case=Dat", "Zeitung NN = obj:2", ". $. ="]
    doc = recognised(make_doc("\n".join(rows)))
    (claim,) = get_claims(doc)
    assert (words_at(doc, claim.pieces[0]), claim.addressee) == ("der Zeitung", None)


@pytest.mark.parametrize("frame", ["Laut APPR laut case:2\nUte NE = obl:4 @PER", "Demnach PROAV = advmod:3"])
def test_a_frame_without_a_verb_has_no_addressee(frame: str) -> None:
    rows = [frame, "hält VVFIN halten root:0", "der ART = +Case=Dat", "Verband NN =", ". $. ="]
    (claim,) = get_claims(recognised(make_doc("\n".join(rows))))
    assert claim.addressee is None


def test_after_direct_speech_and_its_speaker() -> None:
    table = f"""
        „ $( =
        Das ART der det:3
        Netz NN = nsubj:4
        hält VVFIN halten ccomp:7
        “ $( =
        , $, =
        {SAID}
        Ute NE = nsubj:7 @PER
        der ART = det:10 +Case=Dat
        Zeitung NN = iobj:7
        . $. =
        """
    doc = recognised(make_doc(table))
    (claim,) = get_claims(doc)
    assert (words_at(doc, claim.speaker), words_at(doc, claim.addressee)) == ("Ute", "der Zeitung")
