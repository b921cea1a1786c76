"""Quotation gold is evaluated article by article, and told as tables and as plain data."""

import json
from pathlib import Path

import pytest

from articlekit.errors import ArticlekitError, GoldError
from articlekit.learn.evaluate_quotations import (
    QuotationEvaluation,
    evaluate_quotations,
    quotation_grids,
    quotations_headline,
    quotations_plain,
)
from articlekit.learn.quotations import FORMS, GROUPS
from articlekit.records import Article, Summary

from .builders import summary_of
from .news import annotation, said, write_news

FIRST = "Kim sagte, es brenne sehr."
SECOND = "Ott schwieg."


class Finds:
    """Finds the last three words of the first text, and the first word of the second."""

    def extract(self, article: Article) -> Summary:
        text = article.text
        if text == FIRST:
            claim = said(text, "es brenne sehr", by="Kim", cue="sagte", frame="Kim sagte")
        else:
            claim = said(text, "Ott", form="direct", by="schwieg")
        return summary_of(text, claims=(claim,))


class Refuses:
    def extract(self, article: Article) -> Summary:
        raise ArticlekitError(f"{len(article.text)} characters are too long", hint="split it")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Gold with one token more than is found in the first article, and a message elsewhere in the second."""
    whole = annotation("Indirect", quote=[2, 3, 4, 5], speaker=[0], cue=[1], frame=[0, 1])
    write_news(tmp_path / "a.json", FIRST, whole)
    write_news(tmp_path / "b.json", SECOND, annotation(quote=[2], speaker=[1]))
    return tmp_path


@pytest.fixture
def evaluation(folder: Path) -> QuotationEvaluation:
    return evaluate_quotations(folder, Finds())


def test_every_article_is_told_to_the_progress(folder: Path) -> None:
    told: list[int] = []
    evaluate_quotations(folder, Finds(), on_article=told.append)
    assert told == [2, 2]


def test_headline_says_what_was_evaluated_on_what(folder: Path) -> None:
    write_news(folder / "b.json", SECOND)
    headline = quotations_headline(evaluate_quotations(folder, Finds()))
    assert headline == f"de_fake 1 on {folder}: 2 articles, 1 quotations"


def test_numbers_beside_the_forms_are_those_of_the_gold(folder: Path) -> None:
    """An invented quotation has its row, but is none of them."""
    write_news(folder / "b.json", SECOND)
    evaluation = evaluate_quotations(folder, Finds())
    assert quotation_grids(evaluation)[1].rows[0] == ("direct", "0", "0.000", "0.000", "0.000")
    assert quotations_plain(evaluation)["forms"]["direct"]["gold"] == 0


def test_plain_data_has_all_scores(evaluation: QuotationEvaluation) -> None:
    plain = quotations_plain(evaluation)
    assert json.loads(json.dumps(plain)) == plain
    assert (plain["model"], plain["quotations"]) == ({"name": "de_fake", "version": "1"}, {"articles": 2, "gold": 2})
    assert (tuple(plain["macro"]), tuple(plain["micro"]), tuple(plain["forms"])) == (GROUPS, GROUPS, FORMS)
    assert plain["macro"]["message"] == {"precision": 0.5, "recall": 0.375, "f1": 0.4286}
    assert plain["micro"]["message"] == {"precision": 0.75, "recall": 0.6, "f1": 0.6667}
    assert plain["macro"]["cue"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert plain["forms"]["indirect"] == {"precision": 1.0, "recall": 0.75, "f1": 0.8571, "gold": 1}
    assert plain["forms"]["direct"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": 1}


def test_roles_of_messages_that_share_nothing_count_for_the_task_only(evaluation: QuotationEvaluation) -> None:
    plain = quotations_plain(evaluation)
    assert plain["macro"]["roles"] == {"precision": 0.75, "recall": 0.75, "f1": 0.75}
    assert plain["task"]["roles"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert plain["task"]["message"] == plain["macro"]["message"]


def test_tables_have_the_same_figures(evaluation: QuotationEvaluation) -> None:
    parts, forms, task = quotation_grids(evaluation)
    assert parts.rows[0] == ("message", "0.500", "0.375", "0.429", "0.750", "0.600", "0.667")
    assert tuple(row[0] for row in parts.rows) == GROUPS
    assert forms.rows[1] == ("indirect", "1", "1.000", "0.750", "0.857")
    assert tuple(row[0] for row in forms.rows) == FORMS
    assert [row[:4] for row in task.rows] == [
        ("message", "0.500", "0.375", "0.429"),
        ("roles", "1.000", "1.000", "1.000"),
        ("joint", "0.833", "0.792", "0.812"),
    ]
    assert all(len(row) == len(grid.columns) for grid in (parts, forms, task) for row in grid.rows)


def test_refused_article_is_told_with_its_file(folder: Path) -> None:
    with pytest.raises(GoldError, match=r"^a\.json: 26 characters are too long; split it$"):
        evaluate_quotations(folder, Refuses())
