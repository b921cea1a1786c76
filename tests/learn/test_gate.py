"""The gate holds scores at their floors, refuses other ground, and never lowers a floor by itself."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from articlekit.errors import ArticlekitError, FloorError, GoldError, SettingsError
from articlekit.learn.evaluate import evaluate_gold
from articlekit.learn.gate import Floors, check_floors, read_floors, task_counts, update_floors, worst_articles
from articlekit.learn.score import FORMS, Scores
from articlekit.records import Article, Summary
from articlekit.sections import LABELS

from .builders import evaluation_of, scores_of, summary_of, write_gold

GOOD = (80, 100, 100)


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "floors.json"


def pinned(path: Path, claims: tuple[int, int, int] = GOOD) -> Floors:
    return update_floors(path, evaluation_of(scores_of(claims=claims)))


class Finds:
    """Finds nothing."""

    def extract(self, article: Article) -> Summary:
        return summary_of(article.text)


class Refuses:
    def extract(self, article: Article) -> Summary:
        raise ArticlekitError(f"{len(article.text)} characters are too long")


def test_floors_cover_exactly_the_tasks(path: Path) -> None:
    wanted = {f"entities.{label}.{kind}_f1" for label in (*LABELS, "all") for kind in ("strict", "overlap")}
    wanted |= {"claims.f1", "claims.overlap_f1", *(f"claims.{form}.f1" for form in FORMS), "speaker", "act", "form"}
    details = ("f1", "participants", "status", "role", "date", "place", "event_date", "event_place")
    wanted |= {f"happenings.{name}" for name in details}
    assert set(pinned(path).floors) == set(task_counts(Scores())) == wanted


def test_scores_at_their_floors_hold(path: Path) -> None:
    check_floors(evaluation_of(scores_of(claims=GOOD)), pinned(path))


def test_better_scores_hold(path: Path) -> None:
    check_floors(evaluation_of(scores_of(claims=(90, 100, 100))), pinned(path))


def test_one_span_less_is_within_the_margin_and_two_are_not(path: Path) -> None:
    floors = pinned(path)
    check_floors(evaluation_of(scores_of(claims=(79, 100, 100))), floors)
    with pytest.raises(FloorError):
        check_floors(evaluation_of(scores_of(claims=(78, 100, 100))), floors)


def test_margin_is_that_of_the_file_and_has_its_reason(path: Path) -> None:
    floors = pinned(path)
    assert floors.margin_reason
    check_floors(evaluation_of(scores_of(claims=(77, 100, 100))), replace(floors, margin_spans=3))
    with pytest.raises(FloorError):
        check_floors(evaluation_of(scores_of(claims=(79, 100, 100))), replace(floors, margin_spans=0))


def test_broken_floor_is_told_with_task_floor_score_and_worst_articles(path: Path) -> None:
    articles = {f"{number}.xml": scores_of(claims=(10 - number, 10, 10)) for number in range(8)}
    evaluation = evaluation_of(scores_of(claims=(70, 100, 100)), articles=articles)
    with pytest.raises(FloorError) as caught:
        check_floors(evaluation, pinned(path))
    told = str(caught.value)
    assert "claims.f1 0.7000 (floor 0.8000, margin 0.0100)" in told
    assert "entities" not in told
    assert told.endswith("worst articles: 7.xml, 6.xml, 5.xml, 4.xml, 3.xml")
    assert caught.value.exit_status == 6


def test_every_broken_task_is_told(path: Path) -> None:
    floors = update_floors(path, evaluation_of(scores_of(claims=GOOD, persons=GOOD)))
    with pytest.raises(FloorError, match=r"entities\.PER\.strict_f1 .*entities\.all\.overlap_f1 .*claims\.f1 "):
        check_floors(evaluation_of(scores_of(claims=(1, 100, 100), persons=(1, 100, 100))), floors)


def test_articles_without_mistake_are_not_among_the_worst() -> None:
    articles = {"a.xml": scores_of(claims=(1, 1, 1)), "b.xml": scores_of(claims=(0, 3, 0))}
    assert worst_articles(evaluation_of(Scores(), articles=articles), ["claims.f1"]) == ["b.xml"]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"corpus_sha256": "other"}, "corpus_sha256 other is now abc"),
        ({"articles": 9}, "articles 9 is now 1"),
        ({"claims": 99}, "claims 99 is now 100"),
        ({"names": 7}, "names 7 is now 0"),
        ({"model": "de_other"}, "model de_other is now de_fake"),
        ({"model_version": "0"}, "model_version 0 is now 1"),
    ],
)
def test_other_ground_stops_the_gate_and_names_the_command(path: Path, changed: dict[str, object], told: str) -> None:
    floors = replace(pinned(path), **changed)
    with pytest.raises(FloorError, match="make repin") as caught:
        check_floors(evaluation_of(scores_of(claims=GOOD)), floors)
    assert told in str(caught.value)


def test_missing_and_unknown_tasks_stop_the_gate(path: Path) -> None:
    floors = pinned(path)
    table = {**floors.floors, "poems": 1.0}
    del table["speaker"]
    with pytest.raises(FloorError, match=r"no floor for speaker; unknown task poems.*make repin"):
        check_floors(evaluation_of(scores_of(claims=GOOD)), replace(floors, floors=table))


def test_update_raises_floors_and_renews_the_ground(path: Path) -> None:
    pinned(path)
    better = evaluation_of(scores_of(claims=(100, 110, 110)), corpus_sha256="new", model="de_new", model_version="2")
    floors = update_floors(path, better)
    assert floors.floors["claims.f1"] == pytest.approx(100 / 110, abs=1e-4)
    assert (floors.corpus_sha256, floors.model, floors.model_version, floors.claims) == ("new", "de_new", "2", 110)
    assert read_floors(path) == floors


def test_update_never_lowers_a_floor_by_itself(path: Path) -> None:
    pinned(path)
    worse = evaluation_of(scores_of(claims=(50, 100, 100), persons=GOOD), corpus_sha256="new")
    floors = update_floors(path, worse)
    assert floors.floors["claims.f1"] == 0.8
    assert floors.floors["entities.PER.strict_f1"] == 0.8
    with pytest.raises(FloorError, match=r"below the floor: claims\.f1"):
        check_floors(worse, floors)


def test_update_lowers_a_floor_on_demand(path: Path) -> None:
    pinned(path)
    worse = evaluation_of(scores_of(claims=(50, 100, 100)))
    assert update_floors(path, worse, allow_regression=True).floors["claims.f1"] == 0.5


def test_update_keeps_the_margin(path: Path) -> None:
    pinned(path)
    plain = json.loads(path.read_text("utf-8")) | {"margin_spans": 2, "margin_reason": "measured"}
    path.write_text(json.dumps(plain), encoding="utf-8")
    floors = pinned(path)
    assert (floors.margin_spans, floors.margin_reason) == (2, "measured")


def test_update_is_refused_under_ci(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pinned(path)
    before = path.read_bytes()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(SettingsError, match="CI"):
        pinned(path, claims=(90, 100, 100))
    assert path.read_bytes() == before


def test_failed_update_leaves_the_old_file_and_nothing_else(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pinned(path)
    before = path.read_bytes()

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(SettingsError, match="No space left"):
        pinned(path, claims=(90, 100, 100))
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("content", ["{", "[]", '{"model": "x"}', '{"model": 1}'])
def test_what_is_no_file_of_floors_is_wrong_usage(path: Path, content: str) -> None:
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match="not a file of floors"):
        read_floors(path)


def test_missing_file_of_floors_names_the_command(path: Path) -> None:
    with pytest.raises(SettingsError, match=r"floors\.json: .*make repin"):
        read_floors(path)


def test_changed_gold_stops_the_gate(tmp_path: Path, path: Path) -> None:
    """One changed character of the gold is enough, and so is another file name."""
    corpus = tmp_path / "gold"
    corpus.mkdir()
    file = write_gold(corpus, "<p>In <loc>Bonn</loc>.</p>")
    floors = update_floors(path, evaluate_gold(corpus, Finds()))
    check_floors(evaluate_gold(corpus, Finds()), floors)
    write_gold(corpus, "<p>In <loc>Bern</loc>.</p>")
    with pytest.raises(FloorError, match="corpus_sha256"):
        check_floors(evaluate_gold(corpus, Finds()), floors)
    write_gold(corpus, "<p>In <loc>Bonn</loc>.</p>")
    file.rename(corpus / "other.xml")
    with pytest.raises(FloorError, match="corpus_sha256"):
        check_floors(evaluate_gold(corpus, Finds()), floors)


def test_evaluation_keeps_total_genres_and_articles_apart(tmp_path: Path) -> None:
    write_gold(tmp_path, "<p>In <loc>Bonn</loc>.</p>", name="a.xml", attributes='genre="report"')
    write_gold(tmp_path, "<p><per>Ada</per> in <loc>Rom</loc>.</p>", name="b.xml", attributes='genre="op-ed"')
    seen: list[int] = []
    evaluation = evaluate_gold(tmp_path, Finds(), on_article=seen.append)
    assert seen == [2, 2]
    assert (evaluation.model, evaluation.names, evaluation.claims, evaluation.total.articles) == ("de_fake", 3, 0, 2)
    assert {genre: scores.strict["all"].gold for genre, scores in evaluation.genres.items()} == {
        "op-ed": 2,
        "report": 1,
    }
    assert {name: scores.strict["all"].gold for name, scores in evaluation.articles.items()} == {"a.xml": 1, "b.xml": 2}


def test_refused_article_is_told_with_its_file(tmp_path: Path) -> None:
    write_gold(tmp_path, "<p>Text</p>")
    with pytest.raises(GoldError, match=r"a\.xml: 4 characters are too long"):
        evaluate_gold(tmp_path, Refuses())
