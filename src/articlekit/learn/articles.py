"""The gold articles as the texts that a user would have: Markdown with front matter, in `corpus/articles`.

Run as `python -m articlekit.learn.articles`.
"""

from pathlib import Path

import yaml

from articlekit.learn.gold import Gold, gold_files, read_gold

CORPUS = Path("corpus")
SPLITS = ("train", "dev", "test")


def article_markdown(gold: Gold) -> str:
    """Return an article as Markdown: title, author and date in front, then the text unchanged."""
    article = gold.article
    front = {"title": article.title, "author": article.author, "date": article.date}
    return f"---\n{yaml.safe_dump(front, sort_keys=False, allow_unicode=True, width=10_000)}---\n\n{article.text}\n"


def main() -> None:
    """Write every gold article; texts without gold go."""
    folder = CORPUS / "articles"
    folder.mkdir(exist_ok=True)
    wanted = {}
    for split in SPLITS:
        for path in gold_files(CORPUS / split):
            wanted[folder / f"{path.stem}.md"] = article_markdown(read_gold(path))
    for path in folder.glob("*.md"):
        if path not in wanted:
            path.unlink()
    for path, text in wanted.items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
