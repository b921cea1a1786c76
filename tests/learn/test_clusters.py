"""B-cubed by hand on small cases, and the gold reader of entities with all its mistakes named."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from articlekit.errors import GoldError
from articlekit.learn.clusters import BCubed, ClusterScores, Name, read_clusters, summary_clusters
from articlekit.learn.gold import read_gold
from articlekit.learn.score import Scores
from articlekit.records import ArticleInfo, Entity, Event, Mention, Summary

from .builders import ORIGIN, gold_of, write_gold

INFO = ArticleInfo(words=1, sentences=1, sha256="0")
SECTIONS = {"per": "people", "org": "organisations", "loc": "places", "tec": "technologies", "law": "laws"}
BODY = (
    "<p><per>Ute Keller</per> kam. <per>Keller</per> sah <org>SAP</org>. <per>Keller</per> ging. <org>Keller</org></p>"
)
TEXT = "Ute Keller kam. Keller sah SAP. Keller ging. Keller"
UTE, SAP = '{kind: PER, name: Ute Keller, forms: ["Ute Keller", Keller]}', "{kind: ORG, name: SAP SE, forms: [SAP]}"
FIRM = "{kind: ORG, name: Keller, forms: [Keller]}"


def named(clusters: str, label: str = "PER") -> dict[Name, str]:
    """Return mentions 0, 1, 2 … of one label, each in the cluster of its letter; `-` is no mention."""
    return {(label, at, at + 1): letter for at, letter in enumerate(clusters) if letter != "-"}


def b_cubed(mine: str, theirs: str) -> tuple[float, float, int]:
    scores = BCubed()
    scores.add(named(mine), named(theirs))
    return scores.precision, scores.recall, scores.mentions


def summary_of(**entities: list[tuple[str, list[int]]]) -> Summary:
    """Return a summary with a name and the places of one letter each for every entity, by label."""
    sections: dict[str, tuple[Entity, ...]] = {}
    for label, group in entities.items():
        sections[SECTIONS[label]] = tuple(
            Entity(id=f"{label}{number}", name=name, count=len(places), mentions=mentions_at(places))
            for number, (name, places) in enumerate(group, 1)
        )
    return Summary(article=INFO, provenance=ORIGIN, **sections)  # type: ignore[arg-type]


def mentions_at(places: list[int]) -> tuple[Mention, ...]:
    return tuple(Mention(text="x", start=at, end=at + 1, sentence=1) for at in places)


@pytest.mark.parametrize(
    ("mine", "theirs", "precision", "recall", "mentions"),
    [
        ("aab", "xxy", 1, 1, 3),
        ("aaa", "xxy", (2 / 3 + 2 / 3 + 1 / 3) / 3, 1, 3),
        ("abc", "xxx", 1, 1 / 3, 3),
        ("aabb", "xyxy", 1 / 2, 1 / 2, 4),
        ("aaabb", "xxyyy", (2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5, (1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5, 5),
        ("aa-", "xxx", 1, 1, 2),
        ("aaa", "x-y", 1 / 2, 1, 2),
        ("a--", "-xx", 0, 0, 0),
        ("", "", 0, 0, 0),
    ],
    ids=["same", "one-of-all", "each-alone", "crossed", "moved", "missed", "invented", "nothing-shared", "nothing"],
)
def test_b_cubed_by_hand(mine: str, theirs: str, precision: float, recall: float, mentions: int) -> None:
    """Only mentions that both have count, and clusters are as large as those."""
    assert b_cubed(mine, theirs) == pytest.approx((precision, recall, mentions))
    assert b_cubed(theirs, mine) == pytest.approx((recall, precision, mentions))


def test_f1_is_the_harmonic_mean_and_articles_add_up_by_mentions() -> None:
    scores = BCubed()
    assert scores.f1 == 0
    scores.add(named("aaa"), named("xyz"))
    assert (scores.precision, scores.recall) == pytest.approx((1 / 3, 1))
    assert scores.f1 == pytest.approx(1 / 2)
    scores.add(named("a"), named("x"))
    assert (scores.precision, scores.mentions) == pytest.approx(((3 * 1 / 3 + 1) / 4, 4))


def test_scores_by_kind_and_in_all() -> None:
    truth = named("xx") | {("ORG", 5, 6): "y", ("ORG", 6, 7): "z"}
    scores = ClusterScores()
    scores.add(truth, summary_of(per=[("A", [0]), ("B", [1])], org=[("C", [5, 6])], loc=[("D", [9])]))
    found = {label: (one.precision, one.recall, one.mentions) for label, one in scores.kinds.items() if one.mentions}
    assert found == {"PER": (1, 0.5, 2), "ORG": (0.5, 1, 2)}
    assert (scores.all.precision, scores.all.recall, scores.all.mentions) == (0.75, 0.75, 4)


def test_a_mention_of_another_kind_or_place_is_not_shared() -> None:
    scores = ClusterScores()
    scores.add({("PER", 0, 1): "x", ("PER", 3, 5): "y"}, summary_of(org=[("A", [0])], per=[("B", [3])]))
    assert (scores.all.mentions, scores.names.gold) == (0, 0)


@pytest.mark.parametrize(
    ("entities", "hit"),
    [
        ([("Ute Keller", [0, 1])], 1),
        ([("Keller", [0, 1])], 0),
        ([("Keller", [0]), ("Ute Keller", [1])], 1),
        ([("Ute Keller", [7])], None),
    ],
    ids=["same", "other", "one-of-two", "not-found"],
)
def test_the_canonical_name_of_found_entities(entities: list[tuple[str, list[int]]], hit: int | None) -> None:
    scores = ClusterScores()
    truth = {("PER", 0, 1): "Ute Keller#1", ("PER", 1, 2): "Ute Keller#1", ("PER", 4, 5): "Max#2"}
    scores.add(truth, summary_of(per=entities))
    found = 0 if hit is None else 1
    assert (scores.names.hit, scores.names.predicted, scores.names.gold) == (hit or 0, found, found)


def test_entities_of_one_name_and_of_two_kinds_are_two() -> None:
    truth = {("PER", 0, 1): "Keller#1", ("PER", 1, 2): "Keller#2", ("ORG", 2, 3): "Keller#1", ("TEC", 4, 5): "C##3"}
    scores = ClusterScores()
    scores.add(truth, summary_of(per=[("Keller", [0]), ("Adler", [1])], org=[("X", [2])], tec=[("C#", [4])]))
    assert (scores.names.hit, scores.names.gold) == (2, 4)


def test_where_nobody_annotated_nothing_is_counted() -> None:
    scores = ClusterScores()
    scores.add(None, summary_of(per=[("A", [0])]))
    assert (scores.all.mentions, scores.names.gold) == (0, 0)
    scores.add({}, summary_of(per=[("A", [0])]))
    assert (scores.all.mentions, scores.names.gold) == (0, 0)


def test_scores_count_clusters_of_gold() -> None:
    gold = replace(gold_of("ab"), clusters={("PER", 0, 1): "A#1", ("PER", 1, 2): "A#1"})
    scores = Scores()
    scores.add(gold, summary_of(per=[("A", [0]), ("B", [1])]))
    assert (scores.clusters.all.recall, scores.clusters.names.hit) == (0.5, 1)


def test_the_clusters_of_a_summary() -> None:
    event = Event(id="evt2", name="Gipfel", count=1, mentions=mentions_at([8]))
    happening = Event(id="evt1", count=0)
    summary = summary_of(per=[("A", [0, 1]), ("A", [2])], law=[("B", [4])], tec=[("C", [5])], loc=[("D", [6])])
    assert summary_clusters(replace(summary, events=(happening, event))) == {
        ("PER", 0, 1): "per1 A", ("PER", 1, 2): "per1 A", ("PER", 2, 3): "per2 A", ("LAW", 4, 5): "law1 B",
        ("TEC", 5, 6): "tec1 C", ("LOC", 6, 7): "loc1 D", ("EVT", 8, 9): "evt2 Gipfel",
    }  # fmt: skip


def written(folder: Path, *entries: str, data: str | None = None) -> Path:
    """Write a gold article and its entities beside its split, and return the article's path."""
    for below in ("dev", "entities"):
        (folder / below).mkdir()
    text = "entities:\n" + "".join(f"  - {entry}\n" for entry in entries) if data is None else data
    (folder / "entities" / "a.yaml").write_bytes(text.encode("latin-1" if "\xff" in text else "utf-8"))
    return write_gold(folder / "dev", BODY)


def read(path: Path) -> list[tuple[str, str]]:
    """Return words and entity of each name in order."""
    clusters: Mapping[Name, str] = read_gold(path).clusters or {}
    return [
        (TEXT[start:end], entity) for (_, start, end), entity in sorted(clusters.items(), key=lambda one: one[0][1])
    ]


def test_entities_are_read_from_beside_the_split(tmp_path: Path) -> None:
    """A form of another kind is another entity; the number tells entities of one name apart."""
    assert read(written(tmp_path, UTE, SAP, FIRM)) == [
        ("Ute Keller", "Ute Keller#1"), ("Keller", "Ute Keller#1"), ("SAP", "SAP SE#2"), ("Keller", "Ute Keller#1"),
        ("Keller", "Keller#3"),
    ]  # fmt: skip


def test_a_numbered_form_is_that_place_alone(tmp_path: Path) -> None:
    max_keller = '{kind: PER, name: Max Keller, forms: ["Keller#2"]}'
    assert [entity for _, entity in read(written(tmp_path, UTE, max_keller, SAP, FIRM))] == [
        "Ute Keller#1", "Ute Keller#1", "SAP SE#3", "Max Keller#2", "Keller#4",
    ]  # fmt: skip


def test_white_space_in_a_name_is_one_space(tmp_path: Path) -> None:
    path = written(tmp_path, UTE)
    assert read_clusters(path, "Ute\n Keller Keller", [("PER", 0, 11), ("PER", 12, 18)]) == {
        ("PER", 0, 11): "Ute Keller#1", ("PER", 12, 18): "Ute Keller#1",
    }  # fmt: skip


def test_without_a_file_there_are_none(tmp_path: Path) -> None:
    path = written(tmp_path)
    (tmp_path / "entities" / "a.yaml").unlink()
    assert read_gold(path).clusters is None


@pytest.mark.parametrize("data", ["entities: []\n", "entities:\n"])
def test_an_article_without_names_may_have_an_empty_list(tmp_path: Path, data: str) -> None:
    assert read_clusters(written(tmp_path, data=data), "Nichts.", []) == {}


MISTAKES = {
    "in none": ([UTE, SAP], "'Keller' (ORG) is in no entity"),
    "in two": ([UTE, SAP, FIRM, "{kind: ORG, name: B, forms: [SAP]}"], "'SAP' (ORG) stands in two entities"),
    "not there": ([UTE, SAP, FIRM, "{kind: PER, name: B, forms: [Bo]}"], "'Bo' (PER) is no name of the article"),
    "other kind": ([UTE, SAP, FIRM, "{kind: LOC, name: B, forms: [SAP]}"], "'SAP' (LOC) is no name of the article"),
    "no such number": ([UTE, SAP, FIRM, "{kind: ORG, name: B, forms: [SAP#2]}"], "'SAP#2' (ORG) is no name of the article"),
    "all": (
        [UTE, "{kind: PER, name: B, forms: [Bo, Keller]}"],
        "'Keller' (PER) stands in two entities; 'SAP' (ORG) is in no entity; 'Keller' (ORG) is in no entity; "
        "'Bo' (PER) is no name of the article",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("entries", "told"), MISTAKES.values(), ids=MISTAKES)
def test_every_mistake_is_named_with_the_file_it_is_in(tmp_path: Path, entries: list[str], told: str) -> None:
    with pytest.raises(GoldError) as caught:
        read_gold(written(tmp_path, *entries))
    assert (caught.value.message, caught.value.where) == (told, str(tmp_path / "entities" / "a.yaml"))


@pytest.mark.parametrize(
    "data",
    [
        "", "[]", "entities: [", "entities: 3", "entities: [3]", "Entities: []", "entities: \xff", "entities: {kind: PER}",
        "entities: [{name: A, forms: [A]}]", "entities: [{kind: PER, forms: [A]}]", "entities: [{kind: PER, name: A}]",
        "entities: [{kind: PER, name: A, forms: }]",
    ],
)  # fmt: skip
def test_what_is_no_list_of_entities_is_told_in_one_line(tmp_path: Path, data: str) -> None:
    with pytest.raises(GoldError, match=r"entities/a\.yaml: cannot be read: ") as caught:
        read_gold(written(tmp_path, data=data))
    assert "\n" not in caught.value.message
