"""In the passive the subject does not speak: the agent does, else the document, else nobody who is known."""

import pytest

from articlekit.recognise.claims.frame import get_claims
from tests.builders import SAID, claims_of, make_doc, meant_of, recognised, summary_of


def passive(
    *rows: str, verb: str = "berichtet VVPP berichten", auxiliary: str = "wurde VAFIN werden aux:pass:2"
) -> str:
    """Return the table of `Es wurde ROWS VERB, dass das Netz halte`."""
    last = len(rows) + 3
    return "\n".join(
        [
            "Es PPER es",
            auxiliary.replace(":2", f":{last}"),
            *rows,
            f"{verb} root:0",
            ", $, =",
            f"dass KOUS = mark:{last + 5}",
            f"das ART der det:{last + 4}",
            f"Netz NN = nsubj:{last + 5}",
            f"halte VVFIN halten ccomp:{last} +Mood=Sub",
            ". $. =",
        ]
    )


@pytest.mark.parametrize(
    ("rows", "speaker"),
    [
        (["von APPR =", "der ART =", "Nordbank NE = @ORG"], "der Nordbank"),
        (["vom APPRART von", "Verband NN ="], "Verband"),
        (["durch APPR =", "Ute NE = @PER"], "Ute"),
        (["in APPR =", "dem ART der", "Bericht NN ="], "dem Bericht"),
        (["im APPRART in", "Gutachten NN ="], "Gutachten"),
        (["im APPRART in", "Bericht NN =", "von APPR =", "Ute NE = @PER"], "Ute"),
        (["in APPR =", "Bonn NE = @LOC"], None),
        (["im APPRART in", "Mai NN ="], None),
        (["gestern ADV ="], None),
        ([], None),
    ],
    ids=["von", "vom", "durch", "in", "im", "agent-first", "place", "time", "adverb", "nobody"],
)
def test_agent_document_or_nobody(rows: list[str], speaker: str | None) -> None:
    (claim,) = claims_of(recognised(make_doc(passive(*rows))))
    assert (claim.speaker, claim.text) == (speaker, "dass das Netz halte")


def test_who_is_unknown_is_not_the_speaker_before() -> None:
    doc = recognised(make_doc(f"{SAID}\n\n{passive('gestern ADV =')}"))
    assert meant_of(doc) == ["Ute", None]
    assert [claim.inherits for claim in get_claims(doc)] == [False, False]
    assert [claim.speaker for claim in summary_of(doc).claims] == ["Ute", None]


def test_the_subject_of_the_passive_is_not_the_speaker() -> None:
    table = passive("von APPR =", "Ute NE = @PER", verb="vorgeworfen VVPP vorwerfen")
    doc = recognised(make_doc(table.replace("Es PPER es", "Paul NE = nsubj:pass:5 @PER")))
    assert [(claim.act, claim.speaker) for claim in claims_of(doc)] == [("criticise", "Ute")]


def test_worden_makes_a_perfect_passive() -> None:
    table = """
        Es PPER es
        war VAFIN sein aux:5
        von APPR = case:4
        Ute NE = obl:agent:5 @PER
        gefordert VVPP fordern root:0
        worden VAPP werden aux:pass:5
        , $, =
        dass KOUS = mark:11
        das ART der det:10
        Netz NN = nsubj:11
        halte VVFIN halten ccomp:5 +Mood=Sub
        . $. =
        """
    assert [claim.speaker for claim in claims_of(recognised(make_doc(table)))] == ["Ute"]


def test_who_is_cited_speaks_though_the_verb_is_passive() -> None:
    table = """
        Ute NE = nsubj:pass:6 @PER
        wird VAFIN werden aux:pass:6
        mit APPR = case:5
        den ART der det:5
        Worten NN Wort obl:6
        zitiert VVPP zitieren root:0
        , $, =
        das ART der det:9
        Netz NN = nsubj:10
        halte VVFIN halten ccomp:6 +Mood=Sub
        . $. =
        """
    assert [claim.speaker for claim in claims_of(recognised(make_doc(table)))] == ["Ute"]


def test_a_passive_without_a_clause_is_no_claim() -> None:
    table = """
        Das ART der det:2
        Netz NN = nsubj:pass:6
        wurde VAFIN werden aux:pass:6
        von APPR =
        Ute NE = @PER
        kritisiert VVPP kritisieren root:0
        . $. =
        """
    assert claims_of(recognised(make_doc(table))) == []
