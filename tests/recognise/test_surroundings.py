"""The frame of a claim: the rest of the sentence or relative clause of its cue, direct speech of others apart."""

from articlekit.recognise.claims.frame import get_claims
from tests.builders import make_doc, recognised

INDIRECT = """
    Am APPRART an case:2
    Montag NN = obl:3
    sagte VVFIN sagen root:0
    Ute NE = nsubj:3 @PER
    , $, =
    das ART der det:7
    Netz NN = nsubj:8
    halte VVFIN halten ccomp:3 +Mood=Sub
    . $. =
    """
INTERRUPTED = """
    Das ART der det:2
    Netz NN = nsubj:9
    , $, =
    sagte VVFIN sagen parataxis:9
    Ute NE = nsubj:4 @PER
    gestern ADV = advmod:4
    , $, =
    werde VAFIN werden aux:9 +Mood=Sub
    halten VVINF = root:0
    . $. =
    """
QUOTED = """
    Paul NE = nsubj:2 @PER
    rief VVFIN rufen root:0
    : $. =
    „ $( =
    Das ART der det:6
    Netz NN = nsubj:7
    hält VVFIN halten parataxis:2
    . $. =
    “ $( =
    """


def frames_in(table: str) -> list[list[str]]:
    """Return the frame of each claim, piece by piece."""
    doc = recognised(make_doc(table))
    return [[doc[start:end].text for start, end in claim.frame] for claim in get_claims(doc)]


def test_the_rest_of_the_sentence_without_its_end_mark() -> None:
    assert frames_in(INDIRECT) == [["Am Montag sagte Ute,"]]


def test_an_inserted_frame_stands_between_the_pieces_of_its_claim() -> None:
    assert frames_in(INTERRUPTED) == [[", sagte Ute gestern,"]]


def test_a_claim_in_the_middle_has_its_frame_on_both_sides() -> None:
    table = """
        Ute NE = nsubj:2 @PER
        lobte VVFIN loben root:0
        den ART der det:4
        Plan NN = obj:2
        gestern ADV = advmod:2
        . $. =
        """
    assert frames_in(table) == [["Ute lobte", "gestern"]]


def test_the_sentence_before_is_no_frame() -> None:
    assert frames_in(f"Das PDS der\nreicht VVFIN reichen root:0\n. $. =\n\n{INDIRECT}") == [["Am Montag sagte Ute,"]]


def test_direct_speech_is_no_part_of_its_frame() -> None:
    assert frames_in(QUOTED) == [["Paul rief:"]]


def test_line_breaks_are_no_part_of_a_frame() -> None:
    assert frames_in(f"¶ _SP =\n{INDIRECT.rstrip()}\n¶ _SP =") == [["Am Montag sagte Ute,"]]


def test_two_claims_of_a_sentence_are_in_the_frame_of_each_other() -> None:
    table = """
        Ute NE = nsubj:2 @PER
        lobte VVFIN loben root:0
        den ART der det:4
        Plan NN = obj:2
        und KON = cc:6
        kritisierte VVFIN kritisieren conj:2
        die ART der det:8
        Kosten NN = obj:6
        . $. =
        """
    assert frames_in(table) == [["Ute lobte", "und kritisierte die Kosten"], ["Ute lobte den Plan und kritisierte"]]


def test_direct_speech_of_somebody_else_is_left_out() -> None:
    """`„…“, sagte Ute, und Paul lobte den Plan`: the praise is not framed by what Ute said."""
    table = """
        „ $( =
        Das ART der det:3
        Netz NN = nsubj:4
        hält VVFIN halten ccomp:7
        “ $( =
        , $, =
        sagte VVFIN sagen root:0
        Ute NE = nsubj:7 @PER
        , $, =
        und KON = cc:12
        Paul NE = nsubj:12 @PER
        lobte VVFIN loben conj:7
        den ART der det:14
        Plan NN = obj:12
        . $. =
        """
    assert frames_in(table) == [
        [", sagte Ute, und Paul lobte den Plan"],
        [", sagte Ute, und Paul lobte"],
    ]


def test_a_relative_clause_frames_only_its_own_claim() -> None:
    table = """
        Müller NE = nsubj:8 @PER
        , $, =
        der PRELS = nsubj:6
        den ART der det:5
        Plan NN = obj:6
        lobte VVFIN loben acl:1
        , $, =
        geht VVFIN gehen root:0
        bald ADV = advmod:8
        . $. =
        """
    assert frames_in(table) == [["der", "lobte"]]


NESTED = """
    „ $( =
    Ute NE = nsubj:3 @PER
    lobte VVFIN loben ccomp:8
    den ART der det:5
    Plan NN = obj:3
    “ $( =
    , $, =
    sagte VVFIN sagen root:0
    Paul NE = nsubj:8 @PER
    . $. =
    """


def test_direct_speech_with_a_claim_in_it_has_its_own_frame() -> None:
    assert frames_in(NESTED)[0] == [", sagte Paul"]


def test_a_claim_in_direct_speech_is_framed_inside_it() -> None:
    assert frames_in(NESTED)[1][:1] == ["„Ute lobte"]


def test_speech_without_a_cue_has_no_frame() -> None:
    free = "Ein ART ein det:2\nKabel NN = nsubj:3\nhalte VVFIN halten root:0 +Mood=Sub\n. $. ="
    assert frames_in(f"{INDIRECT.strip()}\n\n{free}") == [["Am Montag sagte Ute,"], []]


def test_frame_claim_and_end_mark_are_the_whole_sentence() -> None:
    for table in (INDIRECT, INTERRUPTED):
        doc = recognised(make_doc(table))
        (claim,) = get_claims(doc)
        covered = [index for start, end in [*claim.frame, *claim.pieces] for index in range(start, end)]
        assert sorted(covered) == list(range(len(doc) - 1))
