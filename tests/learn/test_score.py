"""Scores count what was found, what was missed and what was invented, each once."""

import pytest

from articlekit.learn.counts import Counts, assign, dice
from articlekit.learn.score import Scores, normal_speaker
from articlekit.records import Entity, Mention

from .builders import claim, gold_claim, gold_of, scored, summary_of

TEXT = "Angela Merkel lobt in Berlin die DSGVO, weil sie Daten schütze und weil sie Firmen nütze."
FIRST = "weil sie Daten schütze"
SECOND = "weil sie Firmen nütze"


def counted(counts: Counts) -> tuple[float, float, float]:
    return counts.hit, counts.predicted, counts.gold


def test_ratios_of_counts() -> None:
    counts = Counts(hit=3, predicted=4, gold=6)
    assert (counts.precision, counts.recall, counts.f1) == (0.75, 0.5, 0.6)


def test_ratios_of_nothing_are_zero() -> None:
    counts = Counts()
    assert (counts.precision, counts.recall, counts.f1) == (0, 0, 0)


def test_gold_without_prediction_costs_recall() -> None:
    gold = gold_of(TEXT, (("PER", "Angela Merkel"), ("LOC", "Berlin")), (gold_claim(TEXT, FIRST),))
    scores = scored(gold, summary_of(TEXT, (("PER", "Angela Merkel"),)))
    assert counted(scores.strict["all"]) == (1, 1, 2)
    assert counted(scores.strict["LOC"]) == (0, 0, 1)
    assert counted(scores.claims) == counted(scores.forms["indirect"]) == (0, 0, 1)
    assert counted(scores.speaker) == (0, 0, 0)


def test_prediction_without_gold_costs_precision() -> None:
    scores = scored(gold_of(TEXT), summary_of(TEXT, (("LAW", "DSGVO"),), (claim(TEXT, FIRST, form="free"),)))
    assert counted(scores.strict["LAW"]) == counted(scores.overlap["LAW"]) == (0, 1, 0)
    assert counted(scores.claims) == counted(scores.forms["free"]) == (0, 1, 0)


def test_empty_document_counts_as_an_article_only() -> None:
    scores = scored(gold_of(""), summary_of(""))
    assert scores.articles == 1
    assert counted(scores.strict["all"]) == counted(scores.claims) == (0, 0, 0)


def test_same_name_twice_counts_once() -> None:
    names = (("LOC", "Berlin"), ("LOC", "Berlin"))
    scores = scored(gold_of(TEXT, names[:1]), summary_of(TEXT, names))
    assert counted(scores.strict["LOC"]) == counted(scores.overlap["LOC"]) == (1, 1, 1)


def test_same_claim_twice_is_right_once() -> None:
    scores = scored(
        gold_of(TEXT, claims=(gold_claim(TEXT, FIRST),)), summary_of(TEXT, claims=(claim(TEXT, FIRST),) * 2)
    )
    assert counted(scores.claims) == (1, 2, 1)


def test_overlap_forgives_borders_and_strict_does_not() -> None:
    scores = scored(gold_of(TEXT, (("PER", "Angela Merkel"),)), summary_of(TEXT, (("PER", "Merkel"),)))
    assert counted(scores.strict["PER"]) == (0, 1, 1)
    assert counted(scores.overlap["PER"]) == counted(scores.overlap["all"]) == (1, 1, 1)


def test_overlap_does_not_forgive_the_category() -> None:
    scores = scored(gold_of(TEXT, (("LAW", "DSGVO"),)), summary_of(TEXT, (("TEC", "DSGVO"),)))
    assert counted(scores.overlap["all"]) == (0, 1, 1)


def test_neighbours_do_not_overlap() -> None:
    """Ends are exclusive: two names that touch share no character."""
    scores = scored(gold_of("ab", (("ORG", "a"),)), summary_of("ab", (("ORG", "b"),)))
    assert counted(scores.overlap["ORG"]) == (0, 1, 1)


def test_long_name_over_two_gold_names_is_one_hit() -> None:
    gold = gold_of(TEXT, (("PER", "Angela"), ("PER", "Merkel")))
    scores = scored(gold, summary_of(TEXT, (("PER", "Angela Merkel"),)))
    assert counted(scores.overlap["PER"]) == (1, 1, 2)


def test_two_names_in_one_gold_name_are_one_hit() -> None:
    gold = gold_of(TEXT, (("PER", "Angela Merkel"),))
    scores = scored(gold, summary_of(TEXT, (("PER", "Angela"), ("PER", "Merkel"))))
    assert counted(scores.overlap["PER"]) == (1, 2, 1)


@pytest.mark.parametrize("label", ["PER", "ORG", "LOC", "EVT", "TEC", "LAW"])
def test_every_section_counts_for_its_category(label: str) -> None:
    names = ((label, "Berlin"),)
    assert counted(scored(gold_of(TEXT, names), summary_of(TEXT, names)).strict[label]) == (1, 1, 1)


def test_nested_claims_find_their_own_partner() -> None:
    """Both lie over each other; each is paired with the one of its size."""
    outer, inner = f"{FIRST} und {SECOND}", SECOND
    gold = gold_of(TEXT, claims=(gold_claim(TEXT, outer, act="warn"), gold_claim(TEXT, inner, act="deny")))
    summary = summary_of(TEXT, claims=(claim(TEXT, inner, act="deny"), claim(TEXT, outer, act="warn")))
    scores = scored(gold, summary)
    assert counted(scores.claims) == (2, 2, 2)
    assert counted(scores.act) == (2, 2, 2)


def test_discontinuous_claim_is_one_claim() -> None:
    gold = gold_of(TEXT, claims=(gold_claim(TEXT, FIRST, SECOND),))
    assert counted(scored(gold, summary_of(TEXT, claims=(claim(TEXT, FIRST, SECOND),))).claim_overlap) == (1, 1, 1)


def test_one_of_two_equal_pieces_overlaps_by_two_thirds() -> None:
    text = "aaaa und bbbb"
    gold = gold_of(text, claims=(gold_claim(text, "aaaa", "bbbb"),))
    scores = scored(gold, summary_of(text, claims=(claim(text, "aaaa"),)))
    assert scores.claim_overlap.hit == pytest.approx(2 / 3)
    assert scores.claims.hit == 1


def test_match_needs_half_of_the_characters() -> None:
    """Dice 0.5 is enough, less is not."""
    gold = gold_of("aabbbb", claims=(gold_claim("aabbbb", "aabbbb"),))
    assert scored(gold, summary_of("aabbbb", claims=(claim("aabbbb", "aa"),))).claims.hit == 1
    gold = gold_of("aabbbbb", claims=(gold_claim("aabbbbb", "aabbbbb"),))
    assert scored(gold, summary_of("aabbbbb", claims=(claim("aabbbbb", "aa"),))).claims.hit == 0


def test_quotation_marks_and_spaces_do_not_matter() -> None:
    text = "„Ja, gut“, sagte sie."
    gold = gold_of(text, claims=(gold_claim(text, "„Ja, gut“"),))
    assert scored(gold, summary_of(text, claims=(claim(text, "Ja, gut"),))).claim_overlap.hit == 1


def test_other_form_matches_but_not_in_its_row() -> None:
    gold = gold_of(TEXT, claims=(gold_claim(TEXT, FIRST, form="free"),))
    scores = scored(gold, summary_of(TEXT, claims=(claim(TEXT, FIRST, form="indirect"),)))
    assert counted(scores.claims) == (1, 1, 1)
    assert counted(scores.form) == (0, 1, 1)
    assert counted(scores.forms["free"]) == (0, 0, 1)
    assert counted(scores.forms["indirect"]) == (0, 1, 0)


@pytest.mark.parametrize(
    ("found", "truth", "right"),
    [
        ("Angela Merkel", "Angela Merkel", True),
        ("die Experten", "Experten", True),
        (None, "", True),
        ("Angela Merkel", "", False),
        (None, "Angela Merkel", False),
        ("Merkel", "Angela Merkel", False),
    ],
)
def test_speaker_is_right(found: str | None, truth: str, right: bool) -> None:
    gold = gold_of(TEXT, claims=(gold_claim(TEXT, FIRST, speaker=truth),))
    scores = scored(gold, summary_of(TEXT, claims=(claim(TEXT, FIRST, speaker=found),)))
    assert counted(scores.speaker) == (right, 1, 1)


def test_speaker_may_be_gold_by_an_alias() -> None:
    summary = summary_of(TEXT, claims=(claim(TEXT, FIRST, speaker="Merkel"),))
    mention = Mention(text="Merkel", start=7, end=13, sentence=1)
    person = Entity(id="per1", name="Merkel", aliases=("Angela Merkel",), count=1, mentions=(mention,))
    gold = gold_of(TEXT, claims=(gold_claim(TEXT, FIRST, speaker="Angela Merkel"),))
    with_alias = type(summary)(
        article=summary.article, people=(person,), claims=summary.claims, provenance=summary.provenance
    )
    assert scored(gold, summary).speaker.hit == 0
    assert scored(gold, with_alias).speaker.hit == 1


def test_articles_add_up() -> None:
    """The sum is over counts, not a mean of ratios; positions of one article mean nothing in another."""
    scores = Scores()
    scores.add(gold_of(TEXT, (("LOC", "Berlin"),)), summary_of(TEXT))
    scores.add(gold_of(TEXT), summary_of(TEXT, (("LOC", "Berlin"),)))
    assert scores.articles == 2
    assert counted(scores.strict["LOC"]) == (0, 1, 1)


def test_assignment_is_optimal_and_not_greedy() -> None:
    """The best single pair would leave the other two without a partner."""
    mine = [{1, 2, 3, 4}, {1, 2, 3}]
    theirs = [{1, 2, 3}, {4, 5}]
    assert [(one, other) for one, other, _ in assign(mine, theirs)] == [(0, 1), (1, 0)]


def test_assignment_leaves_out_what_shares_nothing() -> None:
    assert assign([{1}], [{2}]) == []
    assert assign([], [{1}]) == []


def test_dice() -> None:
    assert dice({1, 2}, {2, 3}) == 0.5
    assert dice(set(), set()) == 0


def test_normal_speaker() -> None:
    assert normal_speaker("Der „Chaos  Computer Club“") == "chaos computer club"
    assert normal_speaker(None) == normal_speaker("die") == ""
