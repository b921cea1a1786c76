"""Start-up: `articlekit --help` and `--version` against `python -c "import spacy"`, paired runs in one go.

Prints medians and the median of the paired ratios; the goal is a third at most.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 9
ARTICLEKIT = str(Path(sys.executable).parent / "articlekit")
COMMANDS = {
    "articlekit --help": [ARTICLEKIT, "--help"],
    "articlekit --version": [ARTICLEKIT, "--version"],
    "import spacy": [sys.executable, "-c", "import spacy"],
}


def seconds(command: list[str]) -> float:
    """Return the wall time of one run."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Run all commands in turn, several times."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for command in COMMANDS.values():
        seconds(command)  # warm the file cache
    for _ in range(RUNS):
        for name, command in COMMANDS.items():
            times[name].append(seconds(command))
    for name, values in times.items():
        ratio = statistics.median(one / other for one, other in zip(values, times["import spacy"], strict=True))
        print(f"{name:22} {statistics.median(values):.3f} s   {ratio:.2f} of import spacy")


if __name__ == "__main__":
    main()
