"""What a batch did so far."""

from dataclasses import dataclass

from articlekit.layout import ERRORS


@dataclass(slots=True)
class Report:
    """Counts of articles; an article that is vanished is in none of the others."""

    total: int = 0
    """Known so far: files, and the articles of files that have been read."""
    done: int = 0
    unchanged: int = 0
    failed: int = 0
    vanished: int = 0
    """Summaries whose article is no longer there."""
    pruned: bool = False
    """Those are removed."""
    links: int = 0
    """Links out of the folder, not followed."""
    words: int = 0
    """Of the articles done."""
    memory: int = 0
    """Bytes that the largest worker held."""
    lost_workers: int = 0
    """Processes that died or were stopped because they hung."""
    interrupted: bool = False

    @property
    def finished(self) -> int:
        """Articles that are no longer waited for."""
        return self.done + self.unchanged + self.failed

    def __str__(self) -> str:
        parts = [f"{self.done} done", f"{self.unchanged} unchanged"]
        if self.failed:
            parts.append(f"{self.failed} failed (see {ERRORS})")
        if self.vanished:
            parts.append(f"{self.vanished} vanished ({'removed' if self.pruned else 'kept; --prune removes them'})")
        if self.links:
            parts.append(f"{self.links} links out of the folder not followed (--follow-symlinks)")
        if self.interrupted:
            parts.append(f"interrupted with {self.total - self.finished} to go; the same command goes on")
        return ", ".join(parts)
