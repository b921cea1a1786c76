"""One run of a batch: the only process that knows what is done, and the only one that writes."""

import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path

from articlekit.batch.engine import Engine
from articlekit.batch.files import Files
from articlekit.batch.find import Found, find_input
from articlekit.batch.fingerprint import made_by
from articlekit.batch.ledger import Ledger
from articlekit.batch.local import LocalEngine
from articlekit.batch.names import Names
from articlekit.batch.options import BatchOptions, usable_cores
from articlekit.batch.output import Output
from articlekit.batch.ray_engine import RayEngine
from articlekit.batch.record import RunRecord
from articlekit.batch.report import Report
from articlekit.batch.stopping import Stop
from articlekit.batch.store import FileStore, Store
from articlekit.batch.tasks import End, Item, Made, Result, Same
from articlekit.errors import SettingsError
from articlekit.read import shown
from articlekit.records import Problem
from articlekit.settings import Settings
from articlekit.write import WRITERS

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
    """Write a summary for every article below `folder`, and what joins them all, to `output`.

    What is done and unchanged is not done again. It can be stopped and killed at any moment; the next run goes on.

    Args:
        folder: where the articles are, or one file of many.
        output: gets `summaries/`, `corpus.sqlite` (not with Parquet), `errors.jsonl` (when something failed) and `run.json`.
        settings: the effective configuration.
        options: how to run it.
        tell: is told each problem.
        advance: is given the counts after each article.

    Returns:
        The counts; `interrupted` is set when SIGINT or SIGTERM ended it early.

    Raises:
        InputError: when `folder` is no folder and no file of many, or has no article.
        SettingsError: when `output` cannot be written, is the folder itself, or is in use; when the engine is not to be had.
        ModelMissingError: when the model is not installed.
    """
    options = options or BatchOptions()
    settings = _as_written(settings, options)
    if (output.exists() and not output.is_dir()) or output.resolve() == folder.resolve():
        raise SettingsError("this cannot be the output folder", where=str(output), hint="name another folder with -o")
    found = find_input(folder, below=output, follow_symlinks=options.follow_symlinks)
    key = made_by(settings)
    with ExitStack() as stack:
        out = stack.enter_context(closing(Output(output)))
        store = stack.enter_context(closing(_open_store(out, found, settings, options)))
        ledger = Ledger(found.paths, store, made_by=key, shard=options.shard)
        stop = stack.enter_context(Stop())  # to its end there are processes of ours
        engine = stack.enter_context(closing(_open_engine(settings, options, key)))
        run = _Run(ledger, out, store, engine, options, tell, advance)
        run.report.links = found.links
        record = RunRecord(folder, settings, options, key)
        out.write_run(record.plain("running", run.report, {}))
        files = stack.enter_context(closing(Files(found.folder, ledger.jobs(), timeout=options.timeout)))
        run.work(files, stop)
        run.finish(stop)
        status = "interrupted" if run.report.interrupted else "finished"
        out.write_run(record.plain(status, run.report, store.counts()))
        return run.report


def _as_written(settings: Settings, options: BatchOptions) -> Settings:
    """Return the settings with the format in which summaries stand in the output."""
    if options.to == "files":
        return settings
    if settings.format not in (None, "jsonl"):
        raise SettingsError(f"Parquet holds summaries as JSON, not as {settings.format}", hint="leave out the format")
    return replace(settings, format="jsonl")


def _open_engine(settings: Settings, options: BatchOptions, key: str) -> Engine:
    if options.engine == "ray":
        workers, timeout = options.workers, options.timeout
        return RayEngine(settings, key, workers=workers, timeout=timeout, address=options.address)
    return LocalEngine(settings, workers=options.workers or usable_cores(), timeout=options.timeout)


def _open_store(out: Output, found: Found, settings: Settings, options: BatchOptions) -> Store:
    if options.to == "parquet":
        from articlekit.batch.parquet import ParquetStore

        return ParquetStore(out)
    return FileStore(out, Names(found.paths, WRITERS[settings.format or "yaml"].suffix))


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
        store: Store,
        engine: Engine,
        options: BatchOptions,
        tell: Tell,
        advance: Advance,
    ) -> None:
        self._ledger, self._output, self._store, self._engine = ledger, output, store, engine
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
                self._store.commit()
                self._committed = time.monotonic()
            self.report.lost_workers = files.lost + self._engine.lost
        self.report.interrupted = stop.asked

    def finish(self, stop: Stop) -> None:
        """Look for what vanished, write what failed, and put the store in order."""
        if not stop.asked:
            self._look_for_vanished()
        self._store.flush()
        self._output.write_errors(problem for _, _, problem in sorted(self._problems, key=lambda one: one[:2]))
        if not stop.asked:
            self._store.settle(lambda: stop.asked)

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
            self._store.keep(task, outcome, self._ledger.made_by)
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
        for path in sorted(self._store.paths() - {shown(path) for path in self._ledger.paths}):
            self._vanish(path, after=0)
        for stray in self._store.strays():
            self.report.vanished += 1
            if self._options.prune:
                self._store.drop_stray(stray)
        self.report.pruned = self._options.prune

    def _vanish(self, path: str, *, after: int) -> None:
        gone = [done for record, done in self._store.known_articles(path).items() if record > after]
        self.report.vanished += len(gone)
        if gone and self._options.prune:
            self._store.drop(path, after)
