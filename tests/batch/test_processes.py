"""Readers and workers that die, hang or never start. What they run here is made for the test."""

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from articlekit.batch import growth, local, processes
from articlekit.batch.files import Files
from articlekit.batch.local import LocalEngine
from articlekit.batch.tasks import End, Item, Made, ReadFile, Ready, Result, Same, Task
from articlekit.batch.worker import Answer
from articlekit.errors import ArticlekitError, ModelMissingError
from articlekit.records import Article, Problem
from articlekit.settings import Settings
from tests.batch.builders import fill

MADE = Made(b"", {}, 1)


def play(connection: Connection, settings: Settings) -> None:
    """Do what the text of each article says, as a worker."""
    if settings.model == "keins":
        connection.send(Ready(ModelMissingError("nicht da", where="keins", hint="hol es")))
        return
    if settings.model == "stirbt":
        os._exit(3)
    connection.send(Ready())

    def handle(task: Task) -> Iterator[Answer]:
        if task.article.text == "stirb":
            os.kill(os.getpid(), signal.SIGKILL)
        if task.article.text == "warte":
            time.sleep(60)
        yield Answer(MADE, int(task.article.text) if task.article.text.isdecimal() else 1)

    processes.answer(connection, handle)


def run(monkeypatch: pytest.MonkeyPatch, *texts: str, model: str = "", timeout: float = 60) -> tuple[list[Result], int]:
    """Give articles to an engine of one worker; return the results and how many workers it lost."""
    monkeypatch.setattr(local, "serve_tasks", play)
    engine = LocalEngine(Settings(model=model), workers=1, timeout=timeout)
    waiting = [Task(number, 0, "a.txt", number, "", Article(text=text), "") for number, text in enumerate(texts)]
    results: list[Result] = []
    try:
        while waiting or engine.busy():
            while waiting and engine.has_room():
                engine.submit(waiting.pop(0))
            results += engine.wait([], 1)
    finally:
        engine.close()
    return results, engine.lost


def outcomes(results: list[Result]) -> dict[int, str]:
    """Return what became of each article."""
    return {one.task.document: one.outcome.code if isinstance(one.outcome, Problem) else "made" for one in results}


def test_a_worker_that_dies_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    results, lost = run(monkeypatch, "gut", "stirb", "gut", "stirb", "gut")
    assert (outcomes(results), lost) == ({0: "made", 1: "worker", 2: "made", 3: "worker", 4: "made"}, 2)
    (problem,) = [one.outcome for one in results if one.task.document == 1]
    assert "signal 9" in str(problem)


def test_a_worker_that_hangs_costs_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    results, lost = run(monkeypatch, "warte", "gut", timeout=1)
    assert (outcomes(results), lost) == ({0: "timeout", 1: "made"}, 1)


def test_a_worker_that_grows_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """It does what it has been given first, and counts as no loss."""
    results, lost = run(monkeypatch, "1", str(growth.MOST + 2), "1", "1")
    assert (set(outcomes(results).values()), len(results), lost) == ({"made"}, 4, 0)


def test_a_worker_without_a_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelMissingError, match="keins: nicht da; hol es"):
        run(monkeypatch, "gut", model="keins")
    with pytest.raises(ArticlekitError, match=r"before they have a pipeline \(status 3\)"):
        run(monkeypatch, "gut", model="stirbt")


def read(files: Files) -> list[Same | Item | End]:
    """Return all that a reader says."""
    messages: list[Same | Item | End] = []
    while not files.done:
        files.connection.poll(1)
        messages += files.receive()
    files.close()
    return messages


def kill_reader(files: Files) -> None:
    files._reader.process.kill()
    files._reader.process.join()


LINES = '{"text": "' + "Eins. " * 100_000 + '"}\n'  # more than a pipe holds


def test_a_reader_that_dies_is_replaced_where_it_was(tmp_path: Path) -> None:
    """No item is lost and none comes twice."""
    fill(tmp_path, "a.txt")
    fill(tmp_path, "viele.jsonl", text=LINES * 4)
    jobs = [ReadFile(0, "a.txt", None), ReadFile(1, "viele.jsonl", None)]
    undisturbed = read(Files(tmp_path / "ein", iter(jobs), timeout=60))
    files = Files(tmp_path / "ein", iter(jobs), timeout=60)
    messages: list[Same | Item | End] = []
    while not files.done:
        files.connection.poll(1)
        messages += files.receive()
        if len(messages) == 3 and not files.lost:
            kill_reader(files)
    files.close()
    assert messages == undisturbed
    assert files.lost


def test_a_file_that_ends_the_reader_twice_is_given_up(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt")
    os.mkfifo(tmp_path / "ein/a.txt")  # so that the reader is at it when it is killed
    files = Files(tmp_path / "ein", iter([ReadFile(0, "a.txt", None), ReadFile(1, "b.txt", None)]), timeout=60)
    messages: list[Same | Item | End] = []
    while not files.done:
        files.connection.poll(10)
        messages += files.receive()
        if not messages and files._there:
            kill_reader(files)
    files.close()
    assert isinstance(messages[0].content, Problem)
    assert messages[0].content.code == "worker"
    assert [type(one) for one in messages] == [Item, End, Item, End]
    assert messages[1].sha256 == ""


def test_a_reader_that_never_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a script that starts its batch while it is imported."""
    fill(tmp_path, "a.txt")
    monkeypatch.setattr("articlekit.batch.files.serve_files", os._exit)
    with pytest.raises(ArticlekitError, match="readers end before they read"):
        read(Files(tmp_path / "ein", iter([ReadFile(0, "a.txt", None)]), timeout=60))


def test_a_file_that_hangs_the_reader_is_given_up(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt")
    os.mkfifo(tmp_path / "ein/a.txt")
    messages = read(Files(tmp_path / "ein", iter([ReadFile(0, "a.txt", None), ReadFile(1, "b.txt", None)]), timeout=2))
    assert [type(one) for one in messages] == [Item, End, Item, End]
    assert messages[0].content.code == "timeout"
    assert isinstance(messages[2].content, Article)


def test_a_file_that_is_as_it_was_is_not_read(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    job = ReadFile(0, "a.txt", None)
    _, end = read(Files(tmp_path / "ein", iter([job]), timeout=60))
    assert read(Files(tmp_path / "ein", iter([replace(job, known=end.sha256)]), timeout=60)) == [Same(0)]


@pytest.mark.parametrize(
    ("answers", "too_much"),
    [
        pytest.param([(100, 1), (100 + growth.MOST, 1)], False, id="not-enough"),
        pytest.param([(100, 1), (101 + growth.MOST, 1)], True, id="much-at-once"),
        pytest.param([(100, 1), (101 + growth.MOST, 1), (100, 1)], False, id="given-back"),
        pytest.param([(100, growth.MANY_WORDS), (101 + growth.LITTLE, 1)], True, id="little-after-many"),
        pytest.param([(100, growth.MANY_WORDS - 2), (101 + growth.LITTLE, 1)], False, id="little-after-few"),
    ],
)
def test_growth(answers: list[tuple[int, int]], too_much: bool) -> None:
    grown = growth.Growth()
    for memory, words in answers:
        grown.note(Answer(replace(MADE, words=words), memory))
    assert grown.too_much is too_much
