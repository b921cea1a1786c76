"""One run of a batch: the only process that knows what is done, and the only one that writes."""

import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from articlekit.batch.engine import Engine
from articlekit.batch.files import Files
from articlekit.batch.find import find_articles
from articlekit.batch.fingerprint import made_by
from articlekit.batch.ledger import Ledger
from articlekit.batch.local import LocalEngine
from articlekit.batch.options import BatchOptions
from articlekit.batch.output import CORPUS, Output
from articlekit.batch.record import RunRecord
from articlekit.batch.report import Report
from articlekit.batch.stopping import Stop
from articlekit.batch.tasks import End, Item, Made, Result, Same
from articlekit.errors import InputError, SettingsError
from articlekit.read import READERS, shown
from articlekit.records import Problem
from articlekit.settings import Settings
from articlekit.write import WRITERS
from articlekit.write.sqlite import Corpus

COMMIT_SECONDS = 1.0
"""How much work a crash can cost at most, beside what the workers are at."""
LOOK_SECONDS = 0.2
"""How often a waiting run looks whether to stop."""

Tell = Callable[[Problem], None]
Advance = Callable[[Report], None]


def run_batch(
    folder: Path,
    output: Path,
    settings: Settings,
    options: BatchOptions | None = None,
    *,
    tell: Tell,
    advance: Advance,
) -> Report:
    """Write a summary for every article below `folder`, and the corpus of them all, to `output`.

    What is done and unchanged is not done again. It can be stopped and killed at any moment; the next run goes on.

    Args:
        folder: where the articles are.
        output: gets `summaries/`, `corpus.sqlite`, `errors.jsonl` (when something failed) and `run.json`.
        settings: the effective configuration.
        options: how to run it.
        tell: is told each problem.
        advance: is given the counts after each article.

    Returns:
        The counts; `interrupted` is set when SIGINT or SIGTERM ended it early.

    Raises:
        InputError: when `folder` is no folder or has no article.
        SettingsError: when `output` cannot be written, is the folder itself, or is in use.
        ModelMissingError: when the model is not installed.
    """
    options = options or BatchOptions()
    if not folder.is_dir():
        hint = "batch takes a folder; for files: articlekit extract"
        raise InputError("no such folder", where=str(folder), hint=hint)
    if (output.exists() and not output.is_dir()) or output.resolve() == folder.resolve():
        raise SettingsError("this cannot be the output folder", where=str(output), hint="name another folder with -o")
    found = find_articles(folder, below=output, follow_symlinks=options.follow_symlinks)
    if not found.paths:
        hint = f"known formats are {', '.join(READERS)}"
        raise InputError("no articles below this folder", where=str(folder), hint=hint)
    key = made_by(settings)
    with ExitStack() as stack:
        out = stack.enter_context(closing(Output(output)))
        corpus = stack.enter_context(closing(Corpus(output / CORPUS)))
        suffix = WRITERS[settings.format or "yaml"].suffix
        ledger = Ledger(found.paths, corpus, out, suffix=suffix, made_by=key, shard=options.shard)
        stop = stack.enter_context(Stop())  # to its end there are processes of ours
        engine = LocalEngine(settings, workers=options.workers, timeout=options.timeout)
        stack.enter_context(closing(engine))
        run = _Run(ledger, out, corpus, engine, options, tell, advance)
        run.report.links = found.links
        record = RunRecord(folder, settings, options, key)
        out.write_run(record.plain("running", run.report, {}))
        files = stack.enter_context(closing(Files(folder, ledger.jobs(), timeout=options.timeout)))
        run.work(files, stop)
        run.finish(stop)
        status = "interrupted" if run.report.interrupted else "finished"
        out.write_run(record.plain(status, run.report, corpus.counts()))
        return run.report


@dataclass(slots=True)
class _Open:
    """A file of which not everything is done."""

    waiting: int = 0
    seen: int = 0
    failed: bool = False
    end: End | None = None


class _Run:
    """Files go to the reader, articles to the engine, summaries to the output."""

    def __init__(
        self,
        ledger: Ledger,
        output: Output,
        corpus: Corpus,
        engine: Engine,
        options: BatchOptions,
        tell: Tell,
        advance: Advance,
    ) -> None:
        self._ledger, self._output, self._corpus, self._engine = ledger, output, corpus, engine
        self._options, self._tell, self._advance = options, tell, advance
        self._open: dict[int, _Open] = {}
        self._problems: list[tuple[int, int, Problem]] = []
        self._committed = time.monotonic()
        self.report = Report(total=ledger.count())

    def work(self, files: Files, stop: Stop) -> None:
        """Do what is to be done, until it is or `stop` is asked."""
        while not stop.asked and not (files.done and not self._engine.busy()):
            listening = self._engine.has_room() and not files.done
            for result in self._engine.wait([files.connection] if listening else [], LOOK_SECONDS):
                self._take(result)
            if listening:
                for message in files.receive():
                    self._hear(message)
            else:
                files.pause()
            if time.monotonic() - self._committed > COMMIT_SECONDS:
                self._corpus.commit()
                self._committed = time.monotonic()
            self.report.lost_workers = files.lost + self._engine.lost
        self.report.interrupted = stop.asked

    def finish(self, stop: Stop) -> None:
        """Look for what vanished, write what failed, and put the corpus in order."""
        if not stop.asked:
            self._look_for_vanished()
        self._corpus.commit()
        self._output.write_errors(problem for _, _, problem in sorted(self._problems, key=lambda one: one[:2]))
        if not stop.asked:
            self._corpus.settle(lambda: stop.asked)

    def _hear(self, message: Same | Item | End) -> None:
        self._ledger.open(message)
        if isinstance(message, Same):
            articles = self._ledger.same(message)
            self.report.unchanged += articles
            self.report.total += articles - 1
            self._advance(self.report)
            return
        file = self._open.setdefault(message.index, _Open())
        if isinstance(message, End):
            file.end = message
            self.report.total += file.seen - 1
            self._close_when_done(message.index)
        elif self._ledger.holds(self._ledger.paths[message.index], message.record):
            file.seen += 1
            self._hear_item(file, message)

    def _hear_item(self, file: _Open, item: Item) -> None:
        if isinstance(item.content, Problem):
            self._fail(item.index, item.record, item.content)
        elif task := self._ledger.task(item, item.content):
            file.waiting += 1
            self._engine.submit(task)
        else:
            self.report.unchanged += 1
            self._advance(self.report)

    def _take(self, result: Result) -> None:
        self.report.memory = max(self.report.memory, self._engine.memory)
        task, outcome = result.task, result.outcome
        if isinstance(outcome, Made):
            self._output.write_summary(task.target, outcome.body)
            left = self._corpus.put(
                outcome.rows, digest=task.digest, made_by=self._ledger.made_by, size=len(outcome.body)
            )
            if left:
                self._output.remove_summary(left)
            self.report.done += 1
            self.report.words += outcome.words
            self._advance(self.report)
        else:
            self._fail(task.index, task.record, outcome)
        self._open[task.index].waiting -= 1
        self._close_when_done(task.index)

    def _fail(self, index: int, record: int, problem: Problem) -> None:
        self._open[index].failed = True
        self._problems.append((index, record, problem))
        self.report.failed += 1
        self._tell(problem)
        self._advance(self.report)

    def _close_when_done(self, index: int) -> None:
        file = self._open[index]
        if file.end is None or file.waiting:
            return
        del self._open[index]
        if not file.failed and file.end.sha256:
            self._ledger.file_done(index, file.end)
        if file.end.sha256:
            self._vanish(shown(self._ledger.paths[index]), after=file.end.items)

    def _look_for_vanished(self) -> None:
        """Find the documents of files that are gone, and summaries that a run left whose file was gone before the next."""
        for path in sorted(self._corpus.paths() - {shown(path) for path in self._ledger.paths}):
            self._vanish(path, after=0)
        for stray in self._output.strays(self._corpus.summaries()):
            self.report.vanished += 1
            if self._options.prune:
                self._output.remove_summary(stray)
        self.report.pruned = self._options.prune

    def _vanish(self, path: str, *, after: int) -> None:
        gone = [done for record, done in self._corpus.known_articles(path).items() if record > after]
        self.report.vanished += len(gone)
        if gone and self._options.prune:
            for summary in self._corpus.remove(path, after):
                self._output.remove_summary(summary)
