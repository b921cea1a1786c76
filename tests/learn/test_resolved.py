"""Speakers named elsewhere are counted by what stands beside the claim: a role noun phrase, a pronoun or nothing."""

from dataclasses import replace

import pytest

from articlekit.learn.gold import Gold
from articlekit.learn.score import ANAPHORS, Scores
from articlekit.records import Article, Entity, Mention

from .builders import claim, gold_claim, gold_of, place, scored, summary_of
from .test_score import counted

CLAIM = "das Netz halte"
TEXT = f"Ute Keller kam. Die Ministerin sagte, {CLAIM}. Er oder sie sagte Frau Keller: weil es so sei."
OTHER = "weil es so sei"
NAMES = (("PER", "Ute Keller"),)


def gold_with(speaker: str, *beside: str, names: tuple[tuple[str, str], ...] = NAMES, text: str = TEXT) -> Gold:
    """Return gold with one claim and what stands beside it."""
    truth = gold_claim(text, CLAIM, speaker=speaker)
    truth.speaker_spans = [place(text, words) for words in beside]
    return gold_of(text, names, (truth,))


def resolved(gold: Gold, speaker: str | None) -> dict[str, tuple[float, float, float]]:
    """Return the counts that are not all zero when a summary has the claim with a speaker."""
    scores = scored(gold, summary_of(gold.article.text, claims=(claim(gold.article.text, CLAIM, speaker=speaker),)))
    assert tuple(scores.resolved) == ANAPHORS
    return {kind: counted(counts) for kind, counts in scores.resolved.items() if counts.gold}


@pytest.mark.parametrize(
    ("beside", "kind"),
    [
        (("Die Ministerin",), "role noun phrase"),
        (("sie",), "pronoun"),
        (("Er",), "pronoun"),
        ((), "nothing"),
        (("Ute Keller",), None),
        (("Keller kam",), None),
    ],
    ids=["noun", "pronoun", "capital", "nothing", "name", "part-of-a-name"],
)
@pytest.mark.parametrize(("speaker", "hit"), [("Ute Keller", 1), ("Ministerin", 0), (None, 0)])
def test_kinds(beside: tuple[str, ...], kind: str | None, speaker: str | None, hit: int) -> None:
    """A name beside the claim, whole or in part, is nothing to resolve."""
    assert resolved(gold_with("Ute Keller", *beside), speaker) == ({kind: (hit, 1, 1)} if kind else {})


@pytest.mark.parametrize("speaker", ["Ministerin", "Eva Adler", ""])
def test_a_speaker_who_is_named_nowhere_is_not_counted(speaker: str) -> None:
    assert resolved(gold_with(speaker, "Die Ministerin"), speaker) == {}


@pytest.mark.parametrize("pronoun", "er sie es dieser diese ihm ihr ihn ihnen einer".split())
def test_which_words_are_pronouns(pronoun: str) -> None:
    text = f"Ute Keller kam. {pronoun.title()} sagte, {CLAIM}."
    kind = "role noun phrase" if pronoun == "einer" else "pronoun"
    assert resolved(gold_with("Ute Keller", pronoun.title(), text=text), None) == {kind: (0, 1, 1)}


def test_the_first_place_beside_the_claim_counts() -> None:
    assert resolved(gold_with("Ute Keller", "Die Ministerin", "sie"), None) == {"role noun phrase": (0, 1, 1)}


def test_names_are_compared_without_article_and_case() -> None:
    text = f"Die Nordbank kam. Sie sagte, {CLAIM}."
    gold = gold_with("nordbank", "Sie", names=(("ORG", "Die Nordbank"),), text=text)
    assert resolved(gold, "Nordbank") == {"pronoun": (1, 1, 1)}


def test_an_alias_of_the_summary_is_right_too() -> None:
    gold = gold_with("Ute Keller", "Die Ministerin")
    summary = summary_of(TEXT, claims=(claim(TEXT, CLAIM, speaker="Dr. Ute Keller"),))
    mention = Mention(text="Ute Keller", start=0, end=10, sentence=1)
    person = Entity(id="per1", name="Dr. Ute Keller", aliases=("Ute Keller",), count=1, mentions=(mention,))
    assert counted(scored(gold, summary).resolved["role noun phrase"]) == (0, 1, 1)
    assert counted(scored(gold, replace(summary, people=(person,))).resolved["role noun phrase"]) == (1, 1, 1)


def test_only_matched_claims_are_counted() -> None:
    gold = gold_with("Ute Keller", "Die Ministerin")
    scores = scored(gold, summary_of(TEXT, claims=(claim(TEXT, OTHER, speaker="Ute Keller"),)))
    assert [counted(counts) for counts in scores.resolved.values()] == [(0, 0, 0)] * 3
    assert counted(scored(gold, summary_of(TEXT)).resolved["role noun phrase"]) == (0, 0, 0)


def test_claims_and_articles_add_up() -> None:
    first = gold_claim(TEXT, CLAIM, speaker="Ute Keller")
    first.speaker_spans = [place(TEXT, "sie")]
    second = gold_claim(TEXT, OTHER, speaker="Ute Keller")
    second.speaker_spans = [place(TEXT, "Er")]
    gold = gold_of(TEXT, NAMES, (first, second))
    found = claim(TEXT, CLAIM, speaker="Ute Keller"), claim(TEXT, OTHER, speaker="Eva Adler")
    scores = Scores()
    for _ in range(2):
        scores.add(gold, summary_of(TEXT, claims=found))
    assert counted(scores.resolved["pronoun"]) == (2, 4, 4)
    assert counted(scores.speaker) == (2, 4, 4)


def test_an_article_without_claims_has_none() -> None:
    scores = scored(Gold(Article(text=TEXT), "report", (), ()), summary_of(TEXT))
    assert [counted(counts) for counts in scores.resolved.values()] == [(0, 0, 0)] * 3
