"""Quotations are paired one to one, and every part is scored by its tokens."""

from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.learn.counts import Counts
from articlekit.learn.quotations import FORMS, GROUPS, MESSAGE, PARTS, ROLES, Average, Quotation, QuotationScores, pairs

token_sets = st.frozensets(st.integers(0, 9), max_size=6)
quotations = st.builds(
    Quotation, form=st.sampled_from(FORMS), parts=st.fixed_dictionaries(dict.fromkeys(PARTS, token_sets))
)


def quote(message: Iterable[int], form: str = "direct", **roles: Iterable[int]) -> Quotation:
    parts = {role: frozenset(roles.get(role, ())) for role in ROLES}
    return Quotation(form, {MESSAGE: frozenset(message), **parts})


def scored(mine: list[Quotation], theirs: list[Quotation], *, keep_disjoint: bool = False) -> QuotationScores:
    scores = QuotationScores(keep_disjoint=keep_disjoint)
    scores.add(mine, theirs)
    return scores


def macro(scores: QuotationScores, name: str) -> tuple[float, float, float]:
    mean = scores.macro[name]
    return mean.precision, mean.recall, mean.f1


def micro(scores: QuotationScores, name: str) -> tuple[float, float, float]:
    counts = scores.micro[name]
    return counts.precision, counts.recall, counts.f1


def figures(scores: QuotationScores) -> list[float]:
    """Return all ratios of an evaluation."""
    tables: list[Average | Counts] = [*scores.macro.values(), *scores.micro.values(), *scores.forms.values()]
    return [ratio for table in tables for ratio in (table.precision, table.recall, table.f1)]


def test_pairs_are_the_best_together_and_not_one_by_one() -> None:
    """The best single pair would leave the other two without a partner."""
    long, short = quote({1, 2, 3, 4}), quote({1, 2, 3})
    theirs = [quote({1, 2, 3}), quote({4, 5})]
    assert list(pairs([long, short], theirs)) == [(long, theirs[1]), (short, theirs[0])]


def test_a_quotation_over_two_has_one_of_them() -> None:
    over, first, second = quote(range(10)), quote(range(6)), quote(range(6, 10))
    assert list(pairs([over], [first, second])) == [(over, first), (None, second)]


@pytest.mark.parametrize("turned", [False, True])
def test_equal_forms_break_ties(turned: bool) -> None:
    mine = [quote({1, 2}, "direct", speaker={8}), quote({1, 2}, "indirect", speaker={9})]
    theirs = [quote({1, 2}, "direct"), quote({1, 2}, "indirect")]
    found = list(pairs(mine, theirs[::-1] if turned else theirs))
    assert [(one.form, other.form) for one, other in found if one and other] == [
        ("direct", "direct"),
        ("indirect", "indirect"),
    ]


def test_the_form_does_not_outweigh_a_token() -> None:
    exact, shorter, gold = quote(range(9), "indirect"), quote(range(8)), quote(range(9))
    assert list(pairs([shorter, exact], [gold])) == [(exact, gold), (shorter, None)]


def test_the_form_alone_makes_no_pair() -> None:
    one, other = quote({1}), quote({2})
    assert list(pairs([one], [other])) == [(one, None), (None, other)]


@pytest.mark.parametrize(("keep", "speaker"), [(False, (0, 0, 0)), (True, (1, 1, 1))])
def test_roles_of_disjoint_messages_agree_only_where_their_pair_is_kept(
    keep: bool, speaker: tuple[float, float, float]
) -> None:
    scores = scored([quote({1}, speaker={9})], [quote({2}, speaker={9})], keep_disjoint=keep)
    assert macro(scores, "speaker") == micro(scores, "speaker") == speaker
    assert macro(scores, MESSAGE) == (0, 0, 0)


def test_kept_pairs_are_one_to_one_too() -> None:
    mine = [quote({1}), quote({2})]
    assert [bool(one and other) for one, other in pairs(mine, [quote({3})], keep_disjoint=True)] == [True, False]


def example() -> QuotationScores:
    """Return the scores of a pair that shares two tokens, of an equal pair, and of an invented quotation."""
    mine = [quote({1, 2, 3, 4}, speaker={0}), quote({30, 31}), quote({20}, cue={21})]
    theirs = [quote({3, 4, 5, 6, 7, 8}, speaker={0, 9}, cue={10}), quote({30, 31})]
    return scored(mine, theirs)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("message", ((1 / 2 + 1 + 0) / 3, (1 / 3 + 1) / 2, 4 / 7)),
        ("speaker", (1, 1 / 2, 2 / 3)),
        ("cue", (0, 0, 0)),
        ("frame", (0, 0, 0)),
        ("roles", ((1 + 0) / 2, (1 / 2 + 0) / 2, 1 / 3)),
        ("joint", ((1 / 2 + 1 + 0 + 1 + 0) / 5, (1 / 3 + 1 + 1 / 2 + 0) / 4, 11 / 23)),
    ],
)
def test_macro_is_the_mean_over_quotations(name: str, wanted: tuple[float, float, float]) -> None:
    """Precision over those with something predicted, recall over those with gold."""
    assert macro(example(), name) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("message", (4 / 7, 4 / 8, 8 / 15)),
        ("speaker", (1, 1 / 2, 2 / 3)),
        ("cue", (0, 0, 0)),
        ("roles", (1 / 2, 1 / 3, 2 / 5)),
        ("joint", (5 / 9, 5 / 11, 10 / 20)),
    ],
)
def test_micro_sums_tokens(name: str, wanted: tuple[float, float, float]) -> None:
    assert micro(example(), name) == pytest.approx(wanted)


def test_precision_of_one_side_is_recall_of_the_other() -> None:
    mine, theirs = [quote(range(5), speaker={9})], [quote(range(3, 12), speaker={8, 9}), quote({20})]
    for name in GROUPS:
        there, back = scored(mine, theirs), scored(theirs, mine)
        assert macro(there, name)[:2] == macro(back, name)[1::-1]
        assert micro(there, name)[:2] == micro(back, name)[1::-1]


def test_articles_add_up() -> None:
    """Tokens of one article mean nothing in another."""
    scores = QuotationScores()
    scores.add([quote({1})], [])
    scores.add([], [quote({1})])
    scores.add([quote({1})], [quote({1})])
    assert (scores.articles, scores.gold) == (3, 2)
    assert macro(scores, MESSAGE) == micro(scores, MESSAGE) == (1 / 2, 1 / 2, 1 / 2)


def test_messages_count_for_the_form_of_the_gold() -> None:
    """The predicted form counts where there is no gold."""
    mine = [quote({1, 2}, "indirect"), quote({5}, "reported")]
    scores = scored(mine, [quote({1, 2}, "direct"), quote({9}, "free, indicative")])
    counted = {form: (mean.precisions, mean.predicted, mean.recalls, mean.gold) for form, mean in scores.forms.items()}
    assert counted == {
        "direct": (1, 1, 1, 1),
        "indirect": (0, 0, 0, 0),
        "reported": (0, 1, 0, 0),
        "free, Konjunktiv": (0, 0, 0, 0),
        "free, indicative": (0, 0, 0, 1),
    }


@pytest.mark.parametrize("keep", [False, True])
@pytest.mark.parametrize(
    ("mine", "theirs", "counted"),
    [
        ([], [], (0, 0)),
        ([quote({1}, speaker={2})], [], (1, 0)),
        ([], [quote({1}, speaker={2})], (0, 1)),
    ],
    ids=["neither", "no gold", "nothing found"],
)
def test_an_empty_side_scores_nothing(
    mine: list[Quotation], theirs: list[Quotation], counted: tuple[int, int], keep: bool
) -> None:
    scores = scored(mine, theirs, keep_disjoint=keep)
    assert set(figures(scores)) == {0.0}
    for name in (MESSAGE, "speaker"):
        assert (scores.macro[name].predicted, scores.macro[name].gold) == counted
    assert (scores.articles, scores.gold) == (1, len(theirs))


@given(
    st.lists(quotations.filter(lambda one: bool(one.message)), unique_by=lambda one: one.message, max_size=6),
    st.randoms(use_true_random=False),
    st.booleans(),
)
def test_perfect_predictions_score_one(theirs: list[Quotation], random: Random, keep: bool) -> None:
    """In any order, in every part that there is."""
    mine = random.sample(theirs, len(theirs))
    scores = scored(mine, theirs, keep_disjoint=keep)
    for name in GROUPS:
        parts = PARTS if name == "joint" else ROLES if name == "roles" else (name,)
        exists = any(one.parts[part] for one in theirs for part in parts)
        assert macro(scores, name) == micro(scores, name) == ((1, 1, 1) if exists else (0, 0, 0))


@given(st.lists(quotations, max_size=6), st.lists(quotations, max_size=6), st.booleans())
def test_scores_lie_between_zero_and_one(mine: list[Quotation], theirs: list[Quotation], keep: bool) -> None:
    scores = scored(mine, theirs, keep_disjoint=keep)
    assert all(0 <= ratio <= 1 for ratio in figures(scores))
    assert scores.macro[MESSAGE].gold == sum(bool(other.message) for other in theirs)


@given(
    st.lists(st.tuples(st.none() | quotations, st.none() | quotations), max_size=6),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter(blocks: list[tuple[Quotation | None, Quotation | None]], random: Random) -> None:
    """Each quotation overlaps one of the other side at most: between pairs that are equally good, order does decide."""
    mine = [moved(one, number) for number, (one, _) in enumerate(blocks) if one]
    theirs = [moved(other, number) for number, (_, other) in enumerate(blocks) if other]
    shuffled = scored(random.sample(mine, len(mine)), random.sample(theirs, len(theirs)))
    assert figures(shuffled) == pytest.approx(figures(scored(mine, theirs)))


def moved(quotation: Quotation, block: int) -> Quotation:
    message = frozenset(token + 10 * block for token in quotation.message)
    return Quotation(quotation.form, quotation.parts | {MESSAGE: message})
