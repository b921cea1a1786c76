"""Which files are articles, and in which order."""

import os
from pathlib import Path

import pytest

from articlekit.batch.find import find_articles
from tests.batch.builders import fill


def test_articles_are_found_in_order(tmp_path: Path) -> None:
    """Hidden files, other formats and what lies below the output are none."""
    fill(tmp_path, "b.txt", "a/z.md", "a/y.JSON", ".x.txt", ".git/a.txt", "aus/c.txt", "d.docx", "leer.txt/e.txt")
    found = find_articles(tmp_path / "ein", below=tmp_path / "ein/aus")
    assert found.paths == ["a/y.JSON", "a/z.md", "b.txt", "leer.txt/e.txt"]


def test_links(tmp_path: Path) -> None:
    """Those that stay in the folder are followed, those that leave it only when asked."""
    fill(tmp_path, "a.txt", "x/b.txt")
    (tmp_path / "fremd").mkdir()
    (tmp_path / "fremd/c.txt").write_text("C.", "utf-8")
    ein = tmp_path / "ein"
    (ein / "innen.txt").symlink_to("a.txt")
    (ein / "y").symlink_to("x")
    (ein / "aussen.txt").symlink_to(tmp_path / "fremd/c.txt")
    (ein / "z").symlink_to(tmp_path / "fremd")
    inside = ["a.txt", "innen.txt", "x/b.txt", "y/b.txt"]
    found = find_articles(ein)
    assert (found.paths, found.links) == (inside, 2)
    found = find_articles(ein, follow_symlinks=True)
    assert (found.paths, found.links) == (sorted([*inside, "aussen.txt", "z/c.txt"]), 0)


@pytest.mark.parametrize("follow", [False, True])
def test_links_that_go_round(tmp_path: Path, follow: bool) -> None:
    """A folder that leads to itself is entered once; a link to itself or to nothing is an article that cannot be read."""
    fill(tmp_path, "x/a.txt")
    ein = tmp_path / "ein"
    (ein / "x/rund").symlink_to("..")
    (ein / "rund.txt").symlink_to("rund.txt")
    (ein / "nichts.md").symlink_to("nirgends.md")
    assert find_articles(ein, follow_symlinks=follow).paths == ["nichts.md", "rund.txt", "x/a.txt"]


def test_pipes_are_no_articles(tmp_path: Path) -> None:
    """Reading one would wait for ever."""
    fill(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "ein/b.txt")
    assert find_articles(tmp_path / "ein").paths == ["a.txt"]
