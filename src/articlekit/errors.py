"""The tree of errors. Each knows what is wrong, where, how to mend it, and the exit status of the command.

ArticlekitError            1
├── SettingsError          2   configuration or options
├── InputError             3   an input that cannot be read
├── ModelMissingError      5   a pipeline that is not installed
├── GoldError              3   a gold article that breaks the annotation format
└── FloorError             6   accuracy below a pinned floor
"""

from collections.abc import Iterable
from difflib import get_close_matches


class ArticlekitError(Exception):
    """Something the user can be told in one line.

    Args:
        message: what is wrong.
        where: the file, line or key it is about.
        hint: what to do about it.
    """

    code = "error"
    exit_status = 1

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        hint = f"; {self.hint}" if self.hint else ""
        return " ".join(f"{where}{self.message}{hint}".split())


class SettingsError(ArticlekitError):
    """A configuration key, an option or a lexicon entry is wrong."""

    code = "settings"
    exit_status = 2


class InputError(ArticlekitError):
    """An input cannot be read."""

    code = "input"
    exit_status = 3


class GoldError(ArticlekitError):
    """A gold article breaks the annotation format."""

    code = "gold"
    exit_status = 3


class ModelMissingError(ArticlekitError):
    """The pipeline asked for is not installed or is not German."""

    code = "model"
    exit_status = 5


class FloorError(ArticlekitError):
    """A score fell below its pinned floor, or floors and corpus do not belong together."""

    code = "floor"
    exit_status = 6


def near_name(wrong: str, known: Iterable[str]) -> str:
    """Return a hint that names the known word nearest to `wrong`, or all known words."""
    names = sorted(known)
    close = get_close_matches(wrong, names, n=1, cutoff=0.6)
    return f"did you mean {close[0]}?" if close else f"known are {', '.join(names)}"
