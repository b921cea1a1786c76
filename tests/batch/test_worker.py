"""What a worker keeps from article to article changes nothing."""

from collections.abc import Iterator

import pytest

from articlekit import Article, Extractor
from articlekit.batch import worker
from articlekit.batch.tasks import Made, Task
from articlekit.batch.worker import Maker, make_summary
from articlekit.errors import ArticlekitError
from articlekit.records import Problem
from tests.samples import SENTENCE


def task(text: str) -> Task:
    """Return the task of making the summary of a text."""
    return Task(1, 0, "a.txt", 1, "summaries/a.yaml", Article(text=text), "")


def kept(extractor: Extractor, word: str) -> bool:
    """Tell whether the pipeline knows a word."""
    return word in extractor.nlp.vocab.strings


@pytest.fixture
def maker(extractor: Extractor) -> Iterator[Maker]:
    """One that leaves the pipeline that all tests share as it was."""
    maker = Maker(extractor)
    yield maker
    maker.forget()


def test_words_are_kept_for_a_while_and_then_forgotten(
    maker: Maker, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "KEPT_WORDS", 20)
    maker.make(task(f"{SENTENCE} Zwölfdudelministerium."))
    maker.make(task(SENTENCE))
    assert kept(extractor, "Zwölfdudelministerium")
    for _ in range(20):
        maker.make(task(SENTENCE))
    assert not kept(extractor, "Zwölfdudelministerium")


def test_summaries_do_not_depend_on_what_is_kept(maker: Maker, extractor: Extractor) -> None:
    texts = [f"{SENTENCE} Das Netz {number} kommt laut Kabelbund nicht." for number in range(3)] * 2
    made = [maker.make(task(text)).outcome for text in texts]
    maker.forget()
    assert made == [make_summary(extractor, task(text)) for text in texts]
    assert all(isinstance(one, Made) for one in made)


def test_what_is_wrong_is_told_and_the_next_article_is_made(
    maker: Maker, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Article) -> None:
        raise ArticlekitError("zu lang")

    with monkeypatch.context() as patch:
        patch.setattr(extractor, "extract", refuse)
        wrong = maker.make(task(SENTENCE))
    assert isinstance(wrong.outcome, Problem)
    assert wrong.outcome.message == "zu lang"
    right = maker.make(task(SENTENCE))
    assert isinstance(right.outcome, Made)
    assert right.memory > 0
