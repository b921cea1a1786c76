"""What all tests share: one extractor, and the command as a user runs it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Timer
from typing import Any

import hypothesis
import pytest

from articlekit import Extractor

# The same examples in every run; how long one takes is not what is tested.
hypothesis.settings.register_profile("articlekit", deadline=None, max_examples=40, derandomize=True, database=None)
hypothesis.settings.load_profile("articlekit")

COMMAND = [sys.executable, "-m", "articlekit"]
ENVIRONMENT = os.environ | {"OMP_NUM_THREADS": "1"}
# Only so that a test of streaming that fails does not wait for ever.
HANGS_AFTER = 120.0

RunCli = Callable[..., "subprocess.CompletedProcess[bytes]"]
StartCli = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The embedded pipeline, loaded once."""
    return Extractor()


@pytest.fixture
def run_cli(tmp_path: Path) -> RunCli:
    """Run the real command in `tmp_path`, with `stdin` as its standard input."""

    def run(*args: str, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [*COMMAND, *args], input=stdin, capture_output=True, cwd=tmp_path, env=ENVIRONMENT, check=False
        )

    return run


@pytest.fixture
def start_cli(tmp_path: Path) -> Iterator[StartCli]:
    """Start the real command in `tmp_path` with pipes to all three streams; what still runs at the end is killed."""
    started: list[tuple[subprocess.Popen[bytes], Timer]] = []

    def start(*args: str, **options: Any) -> "subprocess.Popen[bytes]":
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
        # A shell ignores SIGINT for what it runs in the background, and so would the command.
        restore = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
        process = subprocess.Popen([*COMMAND, *args], cwd=tmp_path, env=ENVIRONMENT, preexec_fn=restore, **pipes)  # noqa: PLW1509
        timer = Timer(HANGS_AFTER, process.kill)
        timer.start()
        started.append((process, timer))
        return process

    yield start
    for process, timer in started:
        timer.cancel()
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream and not stream.closed:
                stream.close()


def the_line(stderr: bytes) -> str:
    """Return the only line of `stderr`, without the name of the command."""
    lines = stderr.decode("utf-8").splitlines()
    assert len(lines) == 1, stderr.decode("utf-8")
    assert lines[0].startswith("articlekit: ")
    return lines[0].removeprefix("articlekit: ")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that rewrites golden files."""
    parser.addoption("--update-golden", action="store_true", help="rewrite what the cases and README.md expect")


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are rewritten; never where `CI` is set."""
    wanted = bool(request.config.getoption("--update-golden"))
    if wanted and os.environ.get("CI"):
        pytest.exit("golden files are not rewritten in CI", returncode=2)
    return wanted
