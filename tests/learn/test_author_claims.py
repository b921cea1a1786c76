"""The author's claims are read from beside the gold, and scored apart from the claims of others."""

from dataclasses import replace
from pathlib import Path

import pytest

from articlekit.errors import GoldError
from articlekit.learn.evaluate import read_corpus
from articlekit.learn.gold import Gold, GoldAuthorClaim, read_gold
from articlekit.learn.score import Scores
from articlekit.records import AuthorClaim, Offsets, Summary

from .builders import gold_of, place, scored, summary_of, write_gold
from .test_score import counted

BODY = "<h>Zu spät</h><p>Das Gesetz von <org>EU</org> &amp; Bund ist ein Fehler.</p><p>Weg damit! Weg damit!</p>"
FIRST = "Das Gesetz von EU & Bund ist ein Fehler."
NUMBERS = range(10, 22)
TEXT = " ".join(f"Punkt {number} zählt." for number in NUMBERS)


def written(folder: Path, claims: str | bytes | None, *, split: str = "dev", name: str = "a") -> Path:
    """Write a gold article and what stands beside its split, and return the article's path."""
    for below in (split, "author_claims"):
        (folder / below).mkdir(exist_ok=True)
    if claims is not None:
        data = claims if isinstance(claims, bytes) else claims.encode()
        (folder / "author_claims" / f"{name}.yaml").write_bytes(data)
    return write_gold(folder / split, BODY, name=f"{name}.xml")


def entry(text: str, act: str = "assert", weight: int | str = 2) -> str:
    return f'- {{text: "{text}", act: {act}, weight: {weight}}}\n'


def read(path: Path) -> list[tuple[str, str, int]]:
    gold = read_gold(path)
    text = gold.article.text
    return [(text[claim.start : claim.end], claim.act, claim.weight) for claim in gold.author_claims or ()]


def test_claims_are_read_from_beside_the_split(tmp_path: Path) -> None:
    """They are found in the text without its tags; the same words a second time are the second place."""
    rows = [(FIRST, "criticise", 3), ("Weg damit!", "demand", 2), ("Weg damit!", "demand", 1)]
    path = written(tmp_path, "claims:\n" + "".join(entry(*row) for row in rows))
    assert read(path) == rows
    starts = [claim.start for claim in read_gold(path).author_claims or ()]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize("split", ["dev", "train"])
def test_every_split_has_its_claims_in_the_same_folder(tmp_path: Path, split: str) -> None:
    written(tmp_path, "claims:\n" + entry(FIRST), split=split)
    [gold] = read_corpus(tmp_path / split).values()
    assert len(gold.author_claims or ()) == 1


def test_article_that_nobody_annotated_has_none(tmp_path: Path) -> None:
    written(tmp_path, "claims:\n" + entry(FIRST), name="b")
    assert read_gold(written(tmp_path, None)).author_claims is None


@pytest.mark.parametrize("claims", ["claims: []\n", "claims:\n"])
def test_annotated_article_without_claims_has_an_empty_list(tmp_path: Path, claims: str) -> None:
    assert read_gold(written(tmp_path, claims)).author_claims == ()


def test_claims_are_found_from_within_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "claims:\n" + entry(FIRST))
    monkeypatch.chdir(path.parent)
    assert len(read_gold(Path("a.xml")).author_claims or ()) == 1


MISTAKES = {
    "not in the article": (entry("Das Gesetz ist gut."), "not in the article, or not in its order: 'Das Gesetz ist"),
    "out of order": (entry("Weg damit!") + entry(FIRST), "not in the article, or not in its order: 'Das Gesetz von"),
    "once too often": (entry("Weg damit!") * 3, "not in the article, or not in its order: 'Weg damit!'"),
    "across blocks": (entry("Zu spät Das Gesetz"), "not in the article, or not in its order: 'Zu spät"),
    "act": (entry(FIRST, act="sing"), "act 'sing', weight 2 of 'Das Gesetz von"),
    "no weight": (entry(FIRST, weight=0), "act 'assert', weight 0 of 'Das Gesetz von"),
    "nothing": (entry(""), "not in the article, or not in its order: ''"),
    "weight in words": (entry(FIRST, weight="viel"), "act 'assert', weight viel of 'Das Gesetz von"),
    "half a weight": (entry(FIRST, weight="2.5"), "act 'assert', weight 2.5 of 'Das Gesetz von"),
    "too much weight": (entry(FIRST, weight=4), "act 'assert', weight 4 of 'Das Gesetz von"),
}


@pytest.mark.parametrize(("claims", "told"), MISTAKES.values(), ids=MISTAKES)
def test_mistake_is_named_with_the_file_it_is_in(tmp_path: Path, claims: str, told: str) -> None:
    with pytest.raises(GoldError) as caught:
        read_gold(written(tmp_path, f"claims:\n{claims}"))
    assert caught.value.message.startswith(told)
    assert caught.value.where == str(tmp_path / "author_claims" / "a.yaml")


def test_every_mistake_of_a_file_is_named_at_once(tmp_path: Path) -> None:
    """What is not there does not hinder the search for what follows."""
    rows = [entry(FIRST, act="sing"), entry("Fehlt."), entry("Weg damit!", weight=9)]
    with pytest.raises(GoldError, match=r"act 'sing'.*; not in the article.*'Fehlt\.'; act 'assert', weight 9"):
        read_gold(written(tmp_path, "claims:\n" + "".join(rows)))


@pytest.mark.parametrize(
    "claims",
    [
        "", "[]", "claims: [", "claims: 3", "claims: [3]", "claims: {text: a}", "Claims: []", b"claims: [\xff]",
        "claims: [{act: assert, weight: 2}]", "claims: [{text: a, weight: 2}]", "claims: [{text: a, act: assert}]",
    ],
)  # fmt: skip
def test_what_is_no_list_of_claims_is_told_in_one_line(tmp_path: Path, claims: str | bytes) -> None:
    with pytest.raises(GoldError, match=r"author_claims/a\.yaml: cannot be read: ") as caught:
        read_gold(written(tmp_path, claims))
    assert "\n" not in caught.value.message


def points(*numbers: int) -> tuple[str, ...]:
    return tuple(f"Punkt {number} zählt." for number in numbers)


def with_own(sentences: tuple[str, ...] | None, act: str = "assert") -> Gold:
    claims = tuple(GoldAuthorClaim(*place(TEXT, sentence), act, 2) for sentence in sentences or ())
    return replace(gold_of(TEXT), genre="op-ed", author_claims=None if sentences is None else claims)


def finding(*sentences: str, act: str = "assert") -> Summary:
    """Return a summary with author's claims, the strongest first."""
    spans = (place(TEXT, sentence) for sentence in sentences)
    own = tuple(
        AuthorClaim(text=TEXT[start:end], spans=(Offsets(start=start, end=end),), act=act, salience=0.5)  # type: ignore[arg-type]
        for start, end in spans
    )
    return replace(summary_of(TEXT), author_claims=own)


@pytest.mark.parametrize(
    ("found", "truth", "every", "top"),
    [
        ((10, 11, 12), (12, 11, 13, 14), (2, 3, 4), (2, 3, 4)),
        (NUMBERS, NUMBERS, (12, 12, 12), (10, 10, 10)),
        ((10, 11, 12), NUMBERS, (3, 3, 12), (3, 3, 10)),
        (NUMBERS, (20, 21), (2, 12, 2), (0, 10, 2)),
        (NUMBERS, (19, 20), (2, 12, 2), (1, 10, 2)),
        ((), (10, 11), (0, 0, 2), (0, 0, 2)),
    ],
    ids=["few", "all", "more gold than ten", "right behind the tenth", "right at the tenth", "nothing found"],
)
def test_all_are_counted_and_the_ten_strongest_apart(
    found: tuple[int, ...], truth: tuple[int, ...], every: tuple[int, int, int], top: tuple[int, int, int]
) -> None:
    scores = scored(with_own(points(*truth)), finding(*points(*found)))
    assert counted(scores.author_claims) == every
    assert counted(scores.author_top) == top
    assert (scores.reports, scores.reports_with_own) == (0, 0)


@pytest.mark.parametrize(("words", "hit"), [("Punkt 10 zählt", 1), ("zählt. Punkt 11", 0), ("10 z", 0)])
def test_half_of_a_sentence_is_enough(words: str, hit: int) -> None:
    scores = scored(with_own(points(10)), finding(words))
    assert counted(scores.author_claims) == counted(scores.author_top) == (hit, 1, 1)


@pytest.mark.parametrize(("act", "right"), [("demand", 1), ("warn", 0)])
def test_acts_are_those_of_matched_claims(act: str, right: int) -> None:
    scores = scored(with_own(points(10, 11), act="demand"), finding(*points(10, 12), act=act))
    assert counted(scores.author_act) == (right, 1, 1)


@pytest.mark.parametrize("genre", ["report", "agency", ""])
@pytest.mark.parametrize(("found", "with_some"), [((), 0), ((10,), 1), ((10, 11), 1)])
def test_report_should_have_none(genre: str, found: tuple[int, ...], with_some: int) -> None:
    """What is found there counts as one article that should have none, and not claim by claim."""
    scores = scored(replace(with_own(None), genre=genre), finding(*points(*found)))
    assert (scores.reports, scores.reports_with_own) == (1, with_some)
    assert counted(scores.author_claims) == counted(scores.author_top) == counted(scores.author_act) == (0, 0, 0)


def test_opinion_piece_that_nobody_annotated_is_left_out() -> None:
    scores = scored(with_own(None), finding(*points(10)))
    assert (scores.reports, scores.reports_with_own) == (0, 0)
    assert counted(scores.author_claims) == (0, 0, 0)


def test_opinion_piece_may_have_none() -> None:
    scores = scored(with_own(()), finding(*points(10)))
    assert counted(scores.author_claims) == (0, 1, 0)


def test_articles_add_up() -> None:
    """The ten strongest are ten of each article."""
    scores = Scores()
    for _ in range(2):
        scores.add(with_own(points(*NUMBERS)), finding(*points(*NUMBERS)))
        scores.add(gold_of(TEXT), finding(*points(10)))
    scores.add(gold_of(TEXT), finding())
    assert (counted(scores.author_claims), counted(scores.author_top)) == ((24, 24, 24), (20, 20, 20))
    assert (scores.reports, scores.reports_with_own) == (3, 2)


def test_own_claims_are_none_of_others() -> None:
    scores = scored(with_own(points(10)), finding(*points(10)))
    assert counted(scores.claims) == (0, 0, 0)
