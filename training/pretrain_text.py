"""The paragraphs that the token-to-vector layers are pretrained on: all news and a sample of the parliament's."""

import json
import sys
from pathlib import Path

from sources.raw import NEWS, PARLIAMENT, paragraphs

PARLIAMENT_EVERY = 16
SHORTEST, LONGEST = 30, 2000


def main(data: Path, build: Path) -> None:
    """Write pretrain.jsonl into `build`."""
    count = 0
    with (build / "pretrain.jsonl").open("w", encoding="utf-8") as out:
        for names, every in ((NEWS, 1), (PARLIAMENT, PARLIAMENT_EVERY)):
            for number, paragraph in enumerate(paragraphs(data / "raw", names)):
                if number % every == 0 and SHORTEST <= len(paragraph) <= LONGEST:
                    count += paragraph.count(" ") + 1
                    out.write(json.dumps({"text": paragraph}, ensure_ascii=False) + "\n")
    print(f"{count} words to pretrain on")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
