"""The Ray engine: what the local one writes, whatever dies on the way."""

import json
import os
import time
from collections.abc import Iterator
from contextlib import closing
from multiprocessing import Pipe
from pathlib import Path
from typing import Any

import pytest

from articlekit.batch.ray_engine import TRIES, RayEngine
from articlekit.batch.ray_worker import RayWorker
from articlekit.batch.tasks import Made, Task
from articlekit.batch.worker import Answer, Ready
from articlekit.errors import ArticlekitError, SettingsError
from articlekit.records import Article, Problem
from articlekit.settings import Settings
from tests.batch.builders import dump, files_below, fill
from tests.conftest import RunCli, StartCli
from tests.samples import ARTICLE, SENTENCE

ray = pytest.importorskip("ray")
cluster_utils = pytest.importorskip("ray.cluster_utils")

# Ray leaves the files of the processes that it starts to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
SMALL = {"num_cpus": 1, "object_store_memory": 100 * 2**20, "include_dashboard": False}
LOST = 240.0
"""Seconds after which a test that waits has failed."""


def contents(folder: Path) -> dict[str, bytes]:
    """Return path and bytes of every file below a folder."""
    return {name: (folder / name).read_bytes() for name in files_below(folder)}


def test_it_writes_what_the_local_engine_writes(tmp_path: Path, run_cli: RunCli) -> None:
    """The same summaries and the same corpus, with one line on stderr; then nothing is left to do."""
    fill(tmp_path, "a.txt", "tief/b.md", "c.txt")
    fill(tmp_path, "d.md", text=ARTICLE)
    fill(tmp_path, "viele.jsonl", text=2 * (json.dumps({"text": SENTENCE}) + "\n"))
    assert run_cli("batch", "ein", "-o", "hier", "--workers", "2").returncode == 0
    result = run_cli("batch", "ein", "-o", "dort", "--workers", "2", "--engine", "ray")
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"articlekit: 6 done, 0 unchanged\n")
    assert contents(tmp_path / "dort/summaries") == contents(tmp_path / "hier/summaries")
    assert dump(tmp_path / "dort/corpus.sqlite") == dump(tmp_path / "hier/corpus.sqlite")
    assert run_cli("batch", "ein", "-o", "dort").stderr == b"articlekit: 0 done, 6 unchanged\n"


@pytest.fixture
def cluster() -> Iterator[Any]:
    """A cluster of two nodes on this machine, of one CPU each."""
    nodes = cluster_utils.Cluster(initialize_head=True, head_node_args=SMALL)
    yield nodes
    nodes.shutdown()


def test_a_node_dies(tmp_path: Path, cluster: Any, start_cli: StartCli, monkeypatch: pytest.MonkeyPatch) -> None:
    """The articles that it had are done by the other one; none is lost, none is there twice."""
    second = cluster.add_node(**{key: value for key, value in SMALL.items() if key != "include_dashboard"})
    cluster.wait_for_nodes()
    names = [f"{number:02}.txt" for number in range(40)]
    fill(tmp_path, *names, text=f"{ARTICLE}\n\n" * 5)
    run = start_cli("batch", "ein", "-o", "aus", "--engine", "ray", "--address", cluster.address)
    end = time.monotonic() + LOST
    while len(files_below(tmp_path / "aus/summaries")) < 10:
        assert run.poll() is None
        assert time.monotonic() < end
        time.sleep(0.05)
    cluster.remove_node(second, allow_graceful=False)
    told = run.communicate(timeout=LOST)
    assert (run.returncode, *told) == (0, b"", b"articlekit: 40 done, 0 unchanged\n")
    assert files_below(tmp_path / "aus/summaries") == [name.replace(".txt", ".yaml") for name in names]
    counts = json.loads((tmp_path / "aus/run.json").read_text("utf-8"))["counts"]
    assert (counts["done"], counts["failed"], counts["lost_workers"]) == (40, 0, 1)


@pytest.fixture(scope="module")
def _own_ray() -> Iterator[None]:
    """A Ray of two CPUs in this process."""
    ray.init(address="local", **SMALL | {"num_cpus": 2}, log_to_driver=False, logging_level="ERROR")
    yield
    ray.shutdown()


def task(number: int, text: str) -> Task:
    """Return a task with an article of this text."""
    return Task(number, number, f"{number}.txt", 1, f"{number}.yaml", Article(text=text), "")


def results(engine: RayEngine, texts: list[str]) -> dict[str, Made | Problem]:
    """Give tasks as there is room, and return what became of each."""
    todo = [task(number, text) for number, text in enumerate(texts)]
    found: dict[str, Made | Problem] = {}
    end = time.monotonic() + LOST
    while (todo or engine.busy()) and time.monotonic() < end:
        while todo and engine.has_room():
            engine.submit(todo.pop(0))
        for result in engine.wait([], 0.2):
            assert result.task.article.text not in found
            found[result.task.article.text] = result.outcome
    return found


@pytest.mark.usefixtures("_own_ray")
def test_what_dies_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An actor that goes costs time, one article that ends each of them a problem, one that hangs another; not the others."""

    class Worker(RayWorker):
        def load(self, *_: object) -> Ready:
            return Ready()

        def make(self, task: Task) -> Answer:
            text = task.article.text
            with (tmp_path / text).open("a") as out:
                out.write(".")
            if text == "immer" or (text == "einmal" and (tmp_path / text).stat().st_size == 1):
                os._exit(1)
            if text == "endlos":
                time.sleep(LOST)
            return Answer(Made(text.encode(), {}, 1), 1)

    monkeypatch.setattr("articlekit.batch.ray_engine.RayWorker", Worker)
    texts = ["eins", "immer", "zwei", "einmal", "drei", "endlos", "vier", *map(str, range(20))]
    with closing(RayEngine(Settings(), "", workers=2, timeout=3, address=None)) as engine:
        found = results(engine, texts)
    assert sorted(found) == sorted(texts)
    problems = {text: outcome.code for text, outcome in found.items() if isinstance(outcome, Problem)}
    assert problems == {"immer": "worker", "endlos": "timeout"}
    # Where the answer to the one before was lost with the actor, that one was the one tried.
    assert TRIES <= (tmp_path / "immer").stat().st_size <= TRIES + 2
    assert engine.lost >= TRIES + 2


@pytest.mark.usefixtures("_own_ray")
def test_actors_that_never_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an error after a few, not an endless loop; a message elsewhere is noticed at once."""

    class Worker(RayWorker):
        def load(self, *_: object) -> Ready:
            os._exit(1)

    monkeypatch.setattr("articlekit.batch.ray_engine.RayWorker", Worker)
    here, there = Pipe()
    with here, there, closing(RayEngine(Settings(), "", workers=2, timeout=3, address=None)) as engine:
        engine.submit(task(1, "eins"))
        there.send("da")
        started = time.monotonic()
        assert engine.wait([here], 60) == []
        assert time.monotonic() - started < 30
        with pytest.raises(ArticlekitError, match="before they have a pipeline"):
            results(engine, ["zwei", "drei"])


@pytest.mark.usefixtures("_own_ray")
def test_a_node_that_differs() -> None:
    """Summaries by another version or model are not taken."""
    engine = RayEngine(Settings(), "another", workers=1, timeout=60, address=None)
    with closing(engine), pytest.raises(SettingsError, match=r"node .* differs"):
        results(engine, ["eins"])


def test_a_cluster_that_is_not_there(tmp_path: Path, run_cli: RunCli) -> None:
    """One line and 2."""
    fill(tmp_path, "a.txt")
    result = run_cli("batch", "ein", "-o", "aus", "--engine", "ray", "--address", "127.0.0.1:1")
    assert (result.returncode, result.stderr.count(b"\n")) == (2, 1), result.stderr
    assert result.stderr.startswith(b"articlekit: 127.0.0.1:1: no Ray: ")
