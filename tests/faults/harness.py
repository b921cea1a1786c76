"""Kill what can be killed of a batch, again and again, and look after each time whether anything is lost."""

import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.faults.broken import MAX_CHARS
from tests.faults.folder import Broken, make_folder
from tests.faults.invariants import Reference, check_finished, check_stopped, demand, errors_of
from tests.faults.processes import TICK, FaultError, Run, send, summaries

FAILED = 4
INTERRUPTED = 130
GOES_ON = "the same command goes on"
STARTS = 3
"""Workers that may be killed one after another while they load; then the run gives up."""
STOPS_WITHIN = 10.0
"""Seconds between Ctrl-C and the end; 2 on a machine that has nothing else to do."""
KILLED = ("worker", "parent", "reader", "everything", "worker")
ASKED = (signal.SIGINT, signal.SIGTERM)
Say = Callable[[str], None]


@dataclass
class Tally:
    """What was done to the batch, and what was looked at."""

    killed: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    slowest_stop: float = 0.0
    runs: int = 0
    finished: int = 0
    """Outputs that were brought to their end and compared with the reference."""
    same_bytes: int = 0
    """Of these, those whose `corpus.sqlite` had to be the same byte for byte."""
    checks: int = 0
    documents: int = 0
    """Rows checked, all checks together."""

    @property
    def kills(self) -> int:
        """SIGKILLs in all."""
        return self.killed.total()


def make_reference(base: Path, *, articles: int, broken: int, seed: int) -> tuple[Path, Reference, list[Broken]]:
    """Make a folder and do it undisturbed; what is wrong with it is reported, and nothing else."""
    folder, output = base / "ein", base / "reference"
    made = make_folder(folder, articles=articles, broken=broken, seed=seed)
    with Run(folder, output, *_configuration(base)) as run:
        status = run.wait()
        check_lines(run)
    problems = errors_of(output)
    demand(status == (FAILED if problems else 0), f"the undisturbed run ended with {status}")
    reference = Reference(output)
    for one in made:
        places = (f"{folder}/{one.path}.", f"{folder}/{one.path}/")
        of_it = [problem for problem in problems if problem["where"].startswith(places)]
        problems = [problem for problem in problems if problem not in of_it]
        demand(len(of_it) == one.problems, f"{one.path}: {len(of_it)} problems reported, not {one.problems}: {of_it}")
        if one.kind == "not-german":
            demand(b"code: not-german" in reference.files[f"summaries/{one.path}.yaml"], f"{one.path}: no warning")
    demand(not problems, f"sound articles are reported: {problems[:3]}")
    return folder, reference, made


def _configuration(base: Path) -> tuple[str, str]:
    path = base / "configuration.yaml"
    path.write_text(f"max_chars: {MAX_CHARS}\n", "utf-8")
    return "--config", str(path)


class Killing:
    """Runs over one folder in which something is killed at random moments.

    Args:
        folder: of articles.
        reference: what an undisturbed run makes of it.
        base: where outputs go.
        seed: of what is killed when.
        say: is told what happens.
    """

    def __init__(self, folder: Path, reference: Reference, base: Path, *, seed: int, say: Say) -> None:
        self.tally = Tally()
        self._folder, self._reference, self._base, self._say = folder, reference, base, say
        self._rng = Random(seed)  # noqa: S311
        self._spoiled = 0
        """Processes that were killed in this run, each at the cost of one article at most."""
        self._reader_killed = False
        """Once is enough for a run: twice at one place gives up what is left of a file, which costs more than one article."""
        self._settled = False
        """A run came to its end on this output, though not with all articles."""

    def kill(self, times: int, signals: int) -> Tally:
        """Kill so many times, and ask so many times to stop; then finish what is begun."""
        todo = [KILLED[number % len(KILLED)] for number in range(times)]
        todo += [ASKED[number % len(ASKED)].name for number in range(signals)]
        self._rng.shuffle(todo)
        output = self._next_output()
        while todo:
            if self._one_run(output, todo):
                output = self._next_output()
        if output.exists():
            while not self._one_run(output, todo):
                pass
        return self.tally

    def _next_output(self) -> Path:
        self._settled = False
        return self._base / f"out-{self.tally.finished + 1}"

    def _one_run(self, output: Path, todo: list[str]) -> bool:
        """Start the command and do the next things to it until it ends; tell whether all of it is done."""
        self.tally.runs += 1
        self._spoiled, self._reader_killed = 0, False
        with Run(self._folder, output, *_configuration(self._base)) as run:
            while not run.ended():
                if not todo:
                    run.wait()
                elif self._moment(run):
                    what = todo.pop(0)
                    if self._strike(run, what):
                        self._say(f"{what:10} run {self.tally.runs}, {len(summaries(output))} summaries")
                    else:
                        todo.append(what)
            status = run.wait()
            told = check_lines(run)
        self.tally.documents += check_stopped(output, self._reference)
        self.tally.checks += 1
        if status == INTERRUPTED:
            demand(GOES_ON in told, f"interrupted without a word how to go on: {told}")
        never_ready = status == 1 and self._spoiled >= STARTS and "before they have a pipeline" in told
        if status in (INTERRUPTED, -signal.SIGKILL) or never_ready:
            return False
        demand(status in (0, FAILED), f"the run ended with {status}: {told}")
        return self._finished(output)

    def _finished(self, output: Path) -> bool:
        """Look at a run that came to its end: what died with a process is reported, and nothing else is amiss."""
        problems = errors_of(output)
        lost = [problem for problem in problems if problem["code"] == "worker"]
        demand(len(lost) <= self._spoiled, f"{self._spoiled} processes killed, {len(lost)} articles lost: {lost}")
        others = [problem for problem in problems if problem not in lost]
        # Where a worker died over an article with a problem of its own, its death is what is reported.
        covered = {problem["where"] for problem in lost}
        expected = [one for one in errors_of(self._reference.output) if one["where"] not in covered]
        demand(others == expected, f"not the reference's problems: {problems}")
        if lost:
            missing = len(self._reference.files) - len(summaries(output))
            demand(missing <= len(lost), f"{len(lost)} articles reported, {missing} missing")
            self._settled = True
            return False
        check_finished(output, self._reference, same_bytes=not self._settled)
        self.tally.finished += 1
        self.tally.same_bytes += not self._settled
        return True

    def _moment(self, run: Run) -> bool:
        """Wait for a random moment: after so many more summaries, or so much time; tell whether the run is still on."""
        seconds = self._rng.uniform(0, 3)
        more = self._rng.choice((0, 1, 3, 10, 30))
        by_time = self._rng.random() < 0.3
        started, before = time.monotonic(), len(summaries(run.output))
        while not run.ended():
            if time.monotonic() - started > seconds if by_time else len(summaries(run.output)) >= before + more:
                return True
            time.sleep(TICK)
        return False

    def _strike(self, run: Run, what: str) -> bool:
        """Do one thing to a run; tell whether there was something to do it to."""
        if what in signal.Signals.__members__:
            return self._ask(run, signal.Signals[what])
        if what == "everything":
            run.kill_all()
        elif what == "parent":
            send(run.pid, signal.SIGKILL)
        else:
            victim = run.at_work() if what == "worker" else None if self._reader_killed else run.reader()
            if victim is None or not send(victim.pid, signal.SIGKILL):
                return False
            self._spoiled += 1
            self._reader_killed = self._reader_killed or what == "reader"
        self.tally.killed[what] += 1
        return True

    def _ask(self, run: Run, number: signal.Signals) -> bool:
        """Ask a run that is at work to stop, as a terminal does, or only its first process."""
        if not run.workers():
            return False
        asked = time.monotonic()
        if not send(self._rng.choice((run.pid, -run.pid)), number):
            return False
        while not run.ended() and time.monotonic() - asked < STOPS_WITHIN:
            time.sleep(TICK)
        took = time.monotonic() - asked
        demand(run.ended(), f"{number.name}: still there after {took:.1f} s")
        if run.process.returncode == INTERRUPTED:
            self.tally.asked[number.name] += 1
            self.tally.slowest_stop = max(self.tally.slowest_stop, took)
        return True


def check_lines(run: Run) -> str:
    """Check that a run told nothing but lines of its own; return the last of them."""
    lines = run.stderr()
    for line in lines:
        if not line.startswith("articlekit: "):
            raise FaultError(f"stderr has no line of ours: {chr(10).join(lines[-30:])}")
    return lines[-1] if lines else ""
