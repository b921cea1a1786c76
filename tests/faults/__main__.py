"""`python -m tests.faults`: the full harness, with a table at its end."""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults.harness import Killing, Tally, make_reference
from tests.faults.invariants import Reference
from tests.faults.single import CHECKS, ImpossibleError

SIGNALS_PER_KILL = 0.16


def main() -> None:
    """Run the checks of one fault each, then the kills; raise on the first violation."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--broken", type=int, default=30, help="files among them that are broken")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    started = time.monotonic()

    def say(line: str) -> None:
        sys.stdout.write(f"{time.monotonic() - started:7.1f} s  {line}\n")
        sys.stdout.flush()

    with tempfile.TemporaryDirectory(prefix="faults-") as base:
        checks = dict(_single(Path(base), say))
        folder, reference, broken = make_reference(
            Path(base), articles=options.articles, broken=options.broken, seed=options.seed
        )
        say(f"reference: {len(reference.documents)} documents, {reference.problems} problems")
        killing = Killing(folder, reference, Path(base), seed=options.seed, say=say)
        tally = killing.kill(options.kills, round(options.kills * SIGNALS_PER_KILL))
    kinds = Counter(one.kind for one in broken)
    sys.stdout.write(_table(checks, kinds, reference, tally, options.articles))


def _single(base: Path, say: Callable[[str], None]) -> Iterator[tuple[str, str]]:
    for name, check in CHECKS.items():
        folder = base / name
        folder.mkdir()
        try:
            check(folder)
            result = "holds"
        except ImpossibleError as error:
            result = f"not checked: {error}"
        say(f"{name}: {result}")
        yield name, result


def _table(checks: dict[str, str], kinds: Counter[str], reference: Reference, tally: Tally, articles: int) -> str:
    rows = [
        ("articles, broken files among them", f"{articles}, {kinds.total()}"),
        ("broken", ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))),
        ("documents and problems of a whole run", f"{len(reference.documents)}, {reference.problems}"),
        *((f"SIGKILL of {what}", str(count)) for what, count in sorted(tally.killed.items())),
        *((f"{what} while at work", str(count)) for what, count in sorted(tally.asked.items())),
        ("slowest end after these", f"{tally.slowest_stop:.2f} s"),
        ("runs", str(tally.runs)),
        ("outputs brought to their end", f"{tally.finished}, {tally.same_bytes} of them compared byte for byte"),
        ("checks of a stopped output", f"{tally.checks}, {tally.documents} documents in all"),
        *((f"check {name}", result) for name, result in checks.items()),
    ]
    width = max(len(name) for name, _ in rows)
    lines = [f"{name:<{width}}  {value}" for name, value in rows]
    return "\n".join(["", *lines, "", f"{tally.kills} kills: nothing lost, doubled or corrupt", ""])


if __name__ == "__main__":
    main()
