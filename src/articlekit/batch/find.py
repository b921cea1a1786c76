"""The articles below a folder, in an order that is always the same."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import splitext

from articlekit.errors import InputError
from articlekit.read import OF_MANY, READERS, shown


@dataclass(slots=True)
class Found:
    """The articles of a batch."""

    folder: Path
    """Where they are."""
    paths: list[str] = field(default_factory=list)
    """Below the folder, as `os.fsdecode` gives them, with `/`; sorted."""
    links: int = 0
    """Links out of the folder that were not followed."""


def find_input(source: Path, *, below: Path | None = None, follow_symlinks: bool = False) -> Found:
    """Find what a batch reads: the articles below a folder, or one file that holds many, as a folder with this file alone.

    Raises:
        InputError: when there is neither, or no article below the folder.
    """
    if source.is_file() and source.suffix.lower() in OF_MANY:
        return Found(source.parent, [source.name])
    if not source.is_dir():
        many = ", ".join(sorted(OF_MANY))
        hint = f"batch takes a folder or one file of {many}; for other files: articlekit extract"
        message = "this is no file of many articles" if source.exists() else "no such folder"
        raise InputError(message, where=str(source), hint=hint)
    found = find_articles(source, below=below, follow_symlinks=follow_symlinks)
    if not found.paths:
        hint = f"known formats are {', '.join(READERS)}"
        raise InputError("no articles below this folder", where=str(source), hint=hint)
    return found


def find_articles(folder: Path, *, below: Path | None = None, follow_symlinks: bool = False) -> Found:
    """Find the files of a known format; hidden ones, and those below `below`, are none.

    A link is followed when it stays in the folder, or with `follow_symlinks`; folders that links make endless are
    entered once on each way. A link to nothing counts as a file: it was meant as an article.

    Args:
        folder: where to look.
        below: a folder to leave out.
        follow_symlinks: follow links that lead out of the folder too.

    Raises:
        InputError: when `folder` itself cannot be read.
    """
    found = Found(folder)
    leave_out = below.resolve() if below else None
    root = folder.resolve()
    try:
        found.paths.extend(_walk(folder, "", (root,), leave_out, found, follow=follow_symlinks))
    except OSError as error:
        raise InputError(error.strerror or str(error), where=shown(folder)) from None
    found.paths.sort()
    return found


def _walk(
    folder: Path, prefix: str, above: tuple[Path, ...], leave_out: Path | None, found: Found, *, follow: bool
) -> Iterator[str]:
    with os.scandir(folder / prefix) as entries:
        children = [entry for entry in entries if not entry.name.startswith(".")]
    for entry in children:
        relative = prefix + entry.name
        is_folder = _is_folder(entry)
        if not is_folder and splitext(entry.name)[1].lower() not in READERS:
            continue
        if entry.is_symlink() and not follow and _leads_out(Path(entry.path), above[0]):
            found.links += 1
        elif is_folder:
            real = above[-1] / entry.name if not entry.is_symlink() else Path(entry.path).resolve()
            if real != leave_out and real not in above:
                try:
                    yield from _walk(folder, f"{relative}/", (*above, real), leave_out, found, follow=follow)
                except OSError:
                    yield relative  # reading it says what is wrong
        elif _is_article(entry):
            yield relative


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_article(entry: "os.DirEntry[str]") -> bool:
    """Tell whether an entry is a file, or a link that leads nowhere: never a pipe or a device, which can hang a reader."""
    try:
        return entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())
    except OSError:
        return True


def _leads_out(link: Path, root: Path) -> bool:
    try:
        target = link.resolve()
    except (OSError, RuntimeError):  # a loop
        return False
    return root != target and root not in target.parents
