"""How long a batch takes to see that nothing is to be done; the goal is 10 seconds for 20,000 articles.

The time of a run that does nothing does not depend on how the summaries came to be, so they are made of one sentence each.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FOLDERS = 100


def main() -> None:
    """Make articles, do them, and time a second run as a user would start it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as base:
        for number in range(count):
            path = Path(base) / "in" / f"{number % FOLDERS:02}" / f"{number:06}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"Der Minister sagte, Plan {number} sei fertig.", "utf-8")
        for told in ("first run", "second run"):
            start = time.perf_counter()
            command = [sys.executable, "-m", "articlekit", "batch", f"{base}/in", "-o", f"{base}/out"]
            subprocess.run(command, check=True)
            print(f"{told}: {count:,} articles in {time.perf_counter() - start:.1f} s", flush=True)


if __name__ == "__main__":
    main()
