"""Thousands of articles: found, shared out to worker processes, and written to one folder by one process.

    find -> reader (a process) -> run (this process) -> workers (processes) -> run -> output

Only this process writes. A reader or worker can die or hang at any moment and costs one article; this process can die at
any moment, and the next run goes on.
"""

from articlekit.batch.options import BatchOptions
from articlekit.batch.report import Report
from articlekit.batch.run import run_batch

__all__ = ["BatchOptions", "Report", "run_batch"]
