"""Errors and a full disk become one line on stderr and an exit status; a closed pipe and Ctrl-C end quietly."""

import functools
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import ParamSpec

from articlekit.errors import ArticlekitError, SettingsError

P = ParamSpec("P")
INTERRUPTED = 130


def say(message: object) -> None:
    """Tell the user something on stderr, on one line; that nobody listens is no reason to stop."""
    with suppress(OSError, AttributeError):  # it is None where the caller closed it
        sys.stderr.write(f"articlekit: {' '.join(str(message).split())}\n")


@contextmanager
def end_quietly() -> Iterator[None]:
    """Turn what ends a command early into its exit status."""
    try:
        yield
    except ArticlekitError as error:
        say(error)
        raise SystemExit(error.exit_status) from None
    except BrokenPipeError:
        _drop_output()
        raise SystemExit(0) from None
    except OSError as error:
        if error.filename is not None:  # a stream has no name; files are looked after where they are opened
            raise
        say(f"standard output: cannot write: {error.strerror}; free space and try again")
        _drop_output()
        raise SystemExit(SettingsError.exit_status) from None
    except KeyboardInterrupt:
        say("interrupted")
        raise SystemExit(INTERRUPTED) from None


def _drop_output() -> None:
    """Let nothing more go to stdout: Python flushes it once more at exit."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """Run a command under `end_quietly`, inside the parser's own handling of exceptions."""

    @functools.wraps(command)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> None:
        with end_quietly():
            command(*args, **kwargs)
            if sys.stdout is not None:
                sys.stdout.flush()

    return wrapper
