"""What an anaphor can stand for: names before it by their nearest mention, and noun phrases right before it."""

import pytest

from articlekit.recognise.antecedents.candidates import PHRASE, REACH, Anaphor, Candidate, Names, candidates_of
from articlekit.recognise.claims.frame import Piece
from articlekit.recognise.view import View
from tests.builders import make_doc, words_at

UTE = "Ute NE = nsubj:3 @PER\nKeller NE = flat:1 @PER\nkam VVFIN kommen root:0\n. $. ="
KELLER = "Keller NE = nsubj:2 @PER\nging VVFIN gehen root:0\n. $. ="
GENITIVE = "Kellers NE Keller nmod:2 @PER\nPlan NN = nsubj:3\nging VVFIN gehen root:0\n. $. ="
PETERS = "Gitta NE = nsubj:3 @PER\nPeters NE = flat:1 @PER\nkam VVFIN kommen root:0\n. $. ="
BANK = "Die ART der det:2\nNordbank NE = nsubj:3 @ORG\nwuchs VVFIN wachsen root:0\n. $. ="
OF_BANK = "Nordbanks NE Nordbank nmod:2 @ORG\nPlan NN = nsubj:3\nging VVFIN gehen root:0\n. $. ="
OBJECT = "Niemand PIS = nsubj:2\nlobte VVFIN loben root:0\nNordbank NE = obj:2 @ORG\n. $. ="
CITY = "Bonn NE = nsubj:2 @LOC\nwuchs VVFIN wachsen root:0\n. $. ="
REPORT = "Der ART der det:2\nBericht NN = nsubj:3\nlag VVFIN liegen root:0\nvor PTKVZ = compound:prt:3\n. $. ="
HE = "Er PPER er nsubj:2\nkam VVFIN kommen root:0\n. $. ="
Found = list[tuple[str | None, str, int]]


def view_of(*sentences: str) -> View:
    return View(make_doc("\n\n".join(sentences)))


def seen(view: View, candidates: list[Candidate]) -> Found:
    """Return words, label and number of mentions of each."""
    return [(words_at(view.doc, one.piece), one.label, len(one.mentions)) for one in candidates]


def found(
    *sentences: str, at: int | None = None, inside: tuple[Piece, ...] = (), previous: Piece | None = None
) -> Found:
    """Return the candidates of an anaphor, by default the first token of the last sentence."""
    view = view_of(*sentences)
    start = view.sentences[-1][0] if at is None else at
    anaphor = Anaphor("pronoun", (start, start + 1), start, inside, previous)
    return seen(view, candidates_of(view, Names(view), anaphor))


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ([UTE, HE], [("Ute Keller", "PER", 1)]),
        ([UTE, BANK, HE], [("Nordbank", "ORG", 1), ("Ute Keller", "PER", 1)]),
        ([UTE, KELLER, HE], [("Keller", "PER", 2)]),
        ([UTE, BANK, GENITIVE, HE], [("Kellers", "PER", 2), ("Nordbank", "ORG", 1)]),
        ([BANK, OF_BANK, HE], [("Nordbanks", "ORG", 2)]),
        ([PETERS, UTE, HE], [("Ute Keller", "PER", 1), ("Gitta Peters", "PER", 1)]),
        ([HE, UTE], []),
    ],
    ids=["one", "nearest-first", "surname", "genitive", "organisation", "two-people", "only-before"],
)
def test_names_before_by_their_nearest_mention(sentences: list[str], expected: Found) -> None:
    named = [one for one in found(*sentences) if one[1] != PHRASE]
    assert named == expected


def test_a_place_is_nobody() -> None:
    """It is no phrase either: a subject that is a name of another kind is passed over."""
    assert found(CITY, HE) == []


def test_mentions_are_places_in_the_names_of_the_document_the_nearest_first() -> None:
    view = view_of(UTE, CITY, KELLER, HE)
    start = view.sentences[-1][0]
    (candidate,) = candidates_of(view, Names(view), Anaphor("pronoun", (start, start + 1), start))
    assert candidate.mentions == [2, 0]


@pytest.mark.parametrize(("between", "known"), [(REACH - 1, True), (REACH, False)])
def test_names_are_looked_for_so_many_sentences_back(between: int, known: bool) -> None:
    sentences = [UTE, *["Es PPER es nsubj:2\nging VVFIN gehen root:0\n. $. ="] * between, HE]
    assert (("Ute Keller", "PER", 1) in found(*sentences)) is known


def test_who_is_named_inside_the_claim_is_not_meant() -> None:
    view = view_of(BANK, UTE, HE)
    bank, ute = view.sentences[0], view.sentences[1]
    assert found(BANK, UTE, HE, inside=(ute,)) == [("Nordbank", "ORG", 1)]
    assert found(BANK, UTE, HE, inside=(bank, ute)) == []


def test_a_mention_inside_the_claim_leaves_the_one_before() -> None:
    view = view_of(UTE, KELLER, HE)
    assert found(UTE, KELLER, HE, inside=(view.sentences[1],)) == [("Ute Keller", "PER", 1)]


def test_the_subject_of_the_sentence_before_comes_last() -> None:
    assert found(UTE, REPORT, HE) == [("Ute Keller", "PER", 1), ("Der Bericht", PHRASE, 0)]


@pytest.mark.parametrize("sentences", [[REPORT, UTE, HE], [HE, HE], [HE]], ids=["farther", "pronoun", "nothing-before"])
def test_other_subjects_are_no_candidates(sentences: list[str]) -> None:
    assert [one for one in found(*sentences) if one[1] == PHRASE] == []


def test_a_subject_with_a_name_in_it_is_no_phrase() -> None:
    subject = (
        "Der ART der det:2\nChef NN = nsubj:5\nder ART = det:4 +Case=Gen\nNordbank NE = nmod:2 @ORG\nkam VVFIN kommen"
    )
    assert found(f"{subject} root:0\n. $. =", HE) == [("Nordbank", "ORG", 1)]


def test_the_speaker_before_is_a_phrase_unless_it_is_a_name() -> None:
    view = view_of(REPORT, UTE, HE)
    report, ute = (0, 2), (view.sentences[1][0], view.sentences[1][0] + 2)
    assert found(REPORT, UTE, HE, previous=report) == [("Ute Keller", "PER", 1), ("Der Bericht", PHRASE, 0)]
    assert found(REPORT, UTE, HE, previous=ute) == [("Ute Keller", "PER", 1)]


def test_the_speaker_before_and_the_subject_before_are_one() -> None:
    assert found(UTE, REPORT, HE, previous=(4, 6)) == [("Ute Keller", "PER", 1), ("Der Bericht", PHRASE, 0)]


def test_the_head_of_a_phrase_is_its_noun() -> None:
    view = view_of(REPORT, HE)
    for previous in (None, (0, 2)):
        (candidate,) = candidates_of(view, Names(view), Anaphor("pronoun", (5, 6), 5, (), previous))
        assert (candidate.piece, candidate.head) == ((0, 2), 1)


def test_what_is_missing_at_the_end_of_the_text_has_candidates_too() -> None:
    view = view_of(UTE)
    anaphor = Anaphor("missing", (len(view), len(view)), None)
    assert seen(view, candidates_of(view, Names(view), anaphor)) == [("Ute Keller", "PER", 1)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (UTE, KELLER, True),
        (UTE, GENITIVE, True),
        (UTE, PETERS, False),
        (BANK, OF_BANK, True),
        (UTE, UTE.replace("@PER", "@ORG"), False),
    ],
    ids=["surname", "genitive", "other", "organisation", "other-kind"],
)
def test_names_go_together_by_their_last_word(one: str, other: str, same: bool) -> None:
    first, second = Names(view_of(one, other)).key.values()
    assert (first == second) is same


def test_organisations_go_together_by_the_whole_name() -> None:
    short = "Telekom NE = nsubj:2 @ORG\nkam VVFIN kommen root:0\n. $. ="
    long = "Deutsche ADJA = @ORG\nTelekom NE = nsubj:3 @ORG\nkam VVFIN kommen root:0\n. $. ="
    assert len(set(Names(view_of(short, long)).key.values())) == 2


def test_subjects_are_the_names_that_are_subjects() -> None:
    """A place keeps its number among the names, and is no actor."""
    names = Names(view_of(CITY, UTE, OBJECT, BANK))
    assert names.places == [1, 2, 3]
    assert names.subjects == {1, 3}


def test_two_people_of_one_surname_are_two() -> None:
    max_keller = UTE.replace("Ute", "Max")
    assert found(UTE, max_keller, HE) == [("Max Keller", "PER", 1), ("Ute Keller", "PER", 1)]
