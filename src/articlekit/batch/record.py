"""`run.json`: what a run was and did."""

import platform
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import articlekit
from articlekit.batch.options import BatchOptions, usable_cores
from articlekit.batch.report import Report
from articlekit.read import shown
from articlekit.settings import Settings, config_digest, settings_plain


class RunRecord:
    """What stands in `run.json`, from the start of a run to its end.

    Args:
        folder: where the articles are.
        settings: the effective configuration.
        options: how it is run.
        made_by: digest of all that makes a summary.
    """

    def __init__(self, folder: Path, settings: Settings, options: BatchOptions, made_by: str) -> None:
        self._started = datetime.now(UTC)
        self._what: dict[str, object] = {
            "folder": shown(folder),
            "articlekit": articlekit.__version__,
            "model": settings.model,
            "spacy": version("spacy"),
            "python": platform.python_version(),
            "platform": platform.platform(),
            "command": [shown(part) for part in sys.argv],
            "made_by": made_by,
            "config_sha256": config_digest(settings),
            "configuration": settings_plain(settings),
            "engine": options.engine,
            "workers": options.workers or (usable_cores() if options.engine == "local" else None),
            "timeout": options.timeout,
            "shard": str(options.shard),
        }

    def plain(self, status: str, report: Report, rows: dict[str, int]) -> dict[str, object]:
        """Return the record as plain data; times are UTC, `seconds` is a duration.

        Args:
            status: running, finished, interrupted.
            report: the counts of articles so far.
            rows: the counts of rows of the corpus.
        """
        now = datetime.now(UTC)
        seconds = (now - self._started).total_seconds()
        counts = {
            name: getattr(report, name)
            for name in ("total", "done", "unchanged", "failed", "vanished", "links", "words", "memory", "lost_workers")
        }
        return {
            "status": status,
            **self._what,
            "started": self._started.isoformat(timespec="seconds"),
            "ended": None if status == "running" else now.isoformat(timespec="seconds"),
            "seconds": round(seconds, 1),
            "words_per_second": round(report.words / seconds, 1) if seconds else None,
            "counts": counts,
            "corpus": rows,
        }
