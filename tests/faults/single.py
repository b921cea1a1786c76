"""Checks of one fault each. Every one takes an empty folder to work in and raises when something does not hold."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from threading import Thread

from tests.faults.harness import FAILED, GOES_ON, INTERRUPTED, STOPS_WITHIN, check_lines
from tests.faults.invariants import Reference, check_finished, check_stopped, demand, errors_of
from tests.faults.processes import Run, send, summaries, wait_until
from tests.faults.texts import german_length, german_text

SETTINGS_WRONG = 2


def fill(folder: Path, count: int, *, sentences: int | None = None) -> None:
    """Write articles, one a file."""
    rng = Random(count)  # noqa: S311
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"a{number:03}.txt").write_text(german_text(rng, sentences=sentences), "utf-8")


def whole_run(folder: Path, output: Path, *options: str, status: int = 0) -> str:
    """Run undisturbed and expect this status; return its last line."""
    with Run(folder, output, "--workers", "1", *options) as run:
        ended = run.wait()
        told = check_lines(run)
    demand(ended == status, f"ended with {ended}, not {status}: {told}")
    return told


def _one_lost(base: Path, number: signal.Signals, code: str, *options: str) -> None:
    """Stop the only worker for good while it is at an article: that one is reported, the others are done."""
    folder, output, count = base / "ein", base / "aus", 8
    fill(folder, count, sentences=50)
    with Run(folder, output, "--workers", "1", *options) as run:
        wait_until(lambda: run.ended() or summaries(output), "no summary comes")
        worker = run.at_work()
        demand(worker and send(worker.pid, number), "the run was over before its worker could be stopped")
        status = run.wait()
        told = check_lines(run)
    problems = errors_of(output)
    demand(status == FAILED, f"ended with {status}: {told}")
    demand([one["code"] for one in problems] == [code], f"not one problem of code {code}: {problems}")
    demand(len(summaries(output)) == count - 1, f"{count - len(summaries(output))} articles lost, not 1")
    demand(not (output / Path(problems[0]["where"]).with_suffix(".yaml").name).exists(), "reported, though done")


def worker_dies(base: Path) -> None:
    """A worker that dies costs one article, which is reported, and which the next run does."""
    _one_lost(base, signal.SIGKILL, "worker")
    told = whole_run(base / "ein", base / "aus")
    demand("1 done, 7 unchanged" in told, f"the lost one is not done again: {told}")
    demand(not (base / "aus" / "errors.jsonl").exists(), "errors.jsonl outlives its errors")


def worker_hangs(base: Path) -> None:
    """A worker that hangs costs one article, and the run ends."""
    _one_lost(base, signal.SIGSTOP, "timeout", "--timeout", "5")


def reader_breaks(base: Path) -> None:
    """A reader that hangs costs one file, and the next run does it; one that dies costs nothing."""
    folder, output, count = base / "ein", base / "aus", 6
    fill(folder, count)
    _strike_reader(folder, output, signal.SIGSTOP, FAILED)
    problems = errors_of(output)
    demand([one["code"] for one in problems] == ["timeout"], f"not one file that took too long: {problems}")
    demand(len(summaries(output)) == count - 1, f"{len(summaries(output))} summaries")
    _strike_reader(folder, output, signal.SIGKILL, 0)
    demand(len(summaries(output)) == count, f"{len(summaries(output))} summaries")


def _strike_reader(folder: Path, output: Path, number: signal.Signals, expected: int) -> None:
    with Run(folder, output, "--workers", "1", "--timeout", "5") as run:
        wait_until(run.children, "no reader comes")
        send(run.children()[0].pid, number)
        status = run.wait()
        demand(status == expected, f"{number.name}: ended with {status}: {check_lines(run)}")


def deaf_worker(base: Path) -> None:
    """A worker that hangs before it takes a large article does not keep Ctrl-C from ending the run."""
    folder = base / "ein"
    fill(folder, 1)
    for number in range(3):
        (folder / f"b{number}.txt").write_text(german_length(Random(1), 900_000), "utf-8")  # noqa: S311
    with Run(folder, base / "aus", "--workers", "1") as run:
        wait_until(lambda: len(run.children()) > 1, "no worker comes")
        demand(send(run.children()[1].pid, signal.SIGSTOP), "the worker is gone")
        time.sleep(1)
        _interrupt(run)


def signals_to_the_group(base: Path) -> None:
    """Ctrl-C and SIGTERM reach the whole group: reader and workers, also those that start, leave them to the command."""
    fill(base / "ein", 40, sentences=40)
    with Run(base / "ein", base / "aus", "--workers", "2") as run:
        wait_until(lambda: len(run.children()) > 2, "no workers come")
        asked = [child.pid for child in run.children()]
        for child in asked:
            send(child, signal.SIGINT)
            send(child, signal.SIGTERM)
        wait_until(lambda: run.ended() or summaries(base / "aus"), "no summary comes")
        demand([child.pid for child in run.children()] == asked, "a process ended that only the command may end")
        _interrupt(run)


def _interrupt(run: Run) -> None:
    asked = time.monotonic()
    send(-run.pid, signal.SIGINT)
    wait_until(run.ended, "Ctrl-C does not end the run", STOPS_WITHIN)
    took = time.monotonic() - asked
    status, told = run.wait(), check_lines(run)
    demand(status == INTERRUPTED and GOES_ON in told, f"after {took:.1f} s it ended with {status}: {told}")


def two_at_once(base: Path) -> None:
    """A second batch does not write where one is at work, and leaves it alone."""
    fill(base / "ein", 8, sentences=50)
    with Run(base / "ein", base / "aus", "--workers", "1") as run:
        wait_until(lambda: run.ended() or summaries(base / "aus"), "no summary comes")
        demand(send(run.pid, signal.SIGSTOP), "the first was over before the second could start")
        told = whole_run(base / "ein", base / "aus", status=SETTINGS_WRONG)
        demand("another batch is writing here" in told, f"the second says: {told}")
        send(run.pid, signal.SIGCONT)
        demand(run.wait() == 0, "the first did not come to its end")


def vanishing(base: Path) -> None:
    """Files that vanish while the run is on are done or reported, and the next run knows them as vanished."""
    folder, output, count = base / "ein", base / "aus", 40
    fill(folder, count)
    rng = Random(7)  # noqa: S311
    gone = rng.sample(sorted(folder.iterdir()), 12)

    def remove(run: Run) -> None:
        wait_until(lambda: run.ended() or run.children(), "nothing starts")
        for path in gone:
            time.sleep(rng.uniform(0, 0.3))
            path.unlink()

    with Run(folder, output) as run:
        thread = Thread(target=remove, args=(run,))
        thread.start()
        status = run.wait()
        thread.join()
        check_lines(run)
    reported = {Path(one["where"]).stem for one in errors_of(output)}
    done = {Path(name).stem for name in summaries(output)}
    demand(status == (FAILED if reported else 0), f"ended with {status}")
    demand(not done & reported, f"done and reported: {sorted(done & reported)}")
    demand(len(done | reported) == count, f"neither done nor reported: {count - len(done | reported)}")
    demand(reported <= {path.stem for path in gone}, f"reported, though there: {sorted(reported)}")
    told = whole_run(folder, output, "--prune")
    demand({Path(name).stem for name in summaries(output)} == {path.stem for path in folder.iterdir()}, told)


HOSTILE_NAMES = (
    b"..x.txt",
    b"-o.txt",
    b"--help.txt",
    b"zwei\nzeilen.txt",
    b"\"'`$(id)'.txt",
    b"a\\..\\..\\x.txt",
    b"%2e%2e%2fx.txt",
    b"kein-utf8-\xff\xfe.txt",
    b"l" * 246 + b".txt",
    "ü".encode() * 123 + b".txt",
    b" .txt",
    b"x.yaml.txt",
    b"con.txt",
    b"\xc3\xa9.txt",
    b"e\xcc\x81.txt",
)
HOSTILE_IDS = (
    "../../x",
    "/etc/x",
    "..",
    ".",
    "",
    "a\nb",
    "'; DROP TABLE documents; --",
    "i" * 5000,
    "\u0000",
    "\ud800",
)


def hostile_names(base: Path) -> None:
    """Whatever files and articles are called, each summary lies in OUT, and no two are the same."""
    folder, output = base / "ein", base / "aus"
    rng = Random(3)  # noqa: S311
    folder.mkdir()
    for name in HOSTILE_NAMES:
        for below in (b"", b"-tief\n/", b"\xff/"):
            path = os.fsencode(folder) + b"/" + below + name
            if not name.startswith(b"."):
                Path(os.fsdecode(path)).parent.mkdir(exist_ok=True)
                Path(os.fsdecode(path)).write_text(german_text(rng), "utf-8")
    records = [{"id": one, "source": one, "title": one, "text": german_text(rng)} for one in HOSTILE_IDS]
    (folder / "ids.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    (folder / "ids.json").write_text(json.dumps(records), "utf-8")
    expected = 3 * sum(not name.startswith(b".") for name in HOSTILE_NAMES) + 2 * len(HOSTILE_IDS)
    before = _everything(base, output)
    whole_run(folder, output)
    demand(_everything(base, output) == before, "something was written outside OUT")
    demand(len(summaries(output)) == expected, f"{len(summaries(output))} summaries, not {expected}")
    demand(check_stopped(output, Reference(output)) == expected, "not every article is a document")


def _everything(base: Path, but: Path) -> dict[Path, bytes]:
    """Return the files and links below a folder, but for those of one folder."""
    found = {}
    for folder, folders, names in os.walk(base):
        folders[:] = [name for name in folders if Path(folder, name) != but]
        for path in (Path(folder, name) for name in names):
            found[path] = os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()
    return found


def links_out(base: Path) -> None:
    """Links out of the folder are read with --follow-symlinks only; one in OUT is not written through."""
    folder, output, outside = base / "ein", base / "aus", base / "draussen"
    fill(folder, 2)
    fill(outside, 3)
    (folder / "ordner").symlink_to(outside)
    (folder / "datei.txt").symlink_to(outside / "a000.txt")
    (folder / "speicher.txt").symlink_to("/proc/self/mem")
    told = whole_run(folder, output)
    demand("2 done" in told and "3 links" in told, f"links that are not followed: {told}")
    told = whole_run(folder, output, "--follow-symlinks", status=FAILED)
    demand("4 done, 2 unchanged, 1 failed" in told, f"links that are followed: {told}")
    demand(errors_of(output)[0]["where"].endswith("speicher.txt"), "it is not /proc/self/mem that cannot be read")

    (folder / "x").mkdir()
    (folder / "x" / "neu.txt").write_text(german_text(Random(9)), "utf-8")  # noqa: S311
    (output / "summaries" / "x").symlink_to(outside)
    before = _everything(base, output)
    told = whole_run(folder, output, status=SETTINGS_WRONG)
    demand("this is a link" in told, f"it says nothing of the link: {told}")
    demand(_everything(base, output) == before, "something was written through a link")
    (output / "summaries" / "x").unlink()
    target = outside / "ziel"
    target.write_text("bleibt", "utf-8")
    (output / "summaries" / "x").mkdir()
    (output / "summaries" / "x" / "neu.yaml").symlink_to(target)
    whole_run(folder, output)
    demand(target.read_text("utf-8") == "bleibt", "a summary was written through a link")
    demand(not (output / "summaries" / "x" / "neu.yaml").is_symlink(), "the link is still there")


class ImpossibleError(Exception):
    """This machine cannot make the fault."""


@contextmanager
def _small_disk(folder: Path, size: str) -> Iterator[Callable[[str], None]]:
    """Mount a disk of this size; give what makes it another size.

    Raises:
        ImpossibleError: when this user may not.
    """
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", os.fspath(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        raise ImpossibleError("only root can mount a disk")

    def resize(size: str) -> None:
        subprocess.run(["mount", "-o", f"remount,size={size}", os.fspath(folder)], check=True)

    try:
        yield resize
    finally:
        subprocess.run(["umount", "-l", os.fspath(folder)], check=True)


def full_disk(base: Path) -> None:
    """A full disk ends the run with one line; with more space the next one goes on, and nothing is lost."""
    folder = base / "ein"
    fill(folder, 40)
    whole_run(folder, base / "reference")
    reference = Reference(base / "reference")
    disk = base / "platte"
    with _small_disk(disk, "16k") as resize:
        for size in ("16k", "500k"):
            resize(size)
            told = whole_run(folder, disk / "aus", status=SETTINGS_WRONG)
            demand("cannot write" in told and "free space" in told, f"with {size}: {told}")
            check_stopped(disk / "aus", reference)
        resize("64m")
        whole_run(folder, disk / "aus")
        check_finished(disk / "aus", reference)


def parent_dies(base: Path) -> None:
    """When the command is killed, processes that have not started yet end by themselves too."""
    fill(base / "ein", 12)
    with Run(base / "ein", base / "aus", "--workers", "2") as run:
        wait_until(lambda: len(run.children()) > 1, "no worker comes")
        send(run.pid, signal.SIGKILL)
        run.wait()


CHECKS: dict[str, Callable[[Path], None]] = {
    "worker-dies": worker_dies,
    "worker-hangs": worker_hangs,
    "reader-breaks": reader_breaks,
    "deaf-worker": deaf_worker,
    "signals-to-the-group": signals_to_the_group,
    "parent-dies": parent_dies,
    "two-at-once": two_at_once,
    "vanishing": vanishing,
    "hostile-names": hostile_names,
    "links-out": links_out,
    "full-disk": full_disk,
}
