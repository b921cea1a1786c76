"""Summaries are read from the folder of a batch; identities and conflicts are written beside them."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from articlekit.codec import from_plain
from articlekit.errors import InputError, SettingsError
from articlekit.identify.index import IdentityIndex
from articlekit.identify.records import Conflict, Identity, to_plain
from articlekit.layout import ERRORS, SUMMARIES
from articlekit.recognise.lexicon import load_lexicons
from articlekit.records import SCHEMA, Summary
from articlekit.settings import Settings
from articlekit.write.files import partial_path

IDENTITIES = "identities.jsonl"
CONFLICTS = "conflicts.jsonl"
NO_SUMMARIES = frozenset({ERRORS, IDENTITIES, CONFLICTS})
"""Files in the folder of a batch that are none."""
SUFFIXES = (".yaml", ".json", ".jsonl")
HINT = "write summaries with: articlekit batch FOLDER -o OUT"


@dataclass(slots=True)
class Found:
    """What was read and written."""

    summaries: int = 0
    failed: int = 0
    identities: int = 0
    conflicts: int = 0

    def __str__(self) -> str:
        failed = f", {self.failed} files could not be read" if self.failed else ""
        return f"{self.identities} identities, {self.conflicts} conflicts in {self.summaries} summaries{failed}"


def identify_folder(
    folder: Path, settings: Settings, *, tell: Callable[[object], None], advance: Callable[[int], None]
) -> Found:
    """Write `identities.jsonl` and `conflicts.jsonl` for the summaries below a folder into it.

    Args:
        folder: what `articlekit batch` wrote.
        settings: for the user's lexicons.
        tell: is told each file that cannot be read; the others are used.
        advance: is called with the number of files after each file.

    Raises:
        InputError: when `folder` is no folder or no summary in it can be read.
        SettingsError: when a lexicon is wrong or the results cannot be written.
    """
    if not folder.is_dir():
        raise InputError("no such folder", where=str(folder), hint="identify takes the folder that a batch wrote")
    files = find_summaries(folder)
    if not files:
        raise InputError("no summaries below this folder", where=str(folder), hint=HINT)
    _check_targets(folder)
    index, found = IdentityIndex(load_lexicons(settings.lexicons)), Found()
    for path in files:
        try:
            for where, summary in read_summaries(path, folder):
                index.add(summary, file=where)
                found.summaries += 1
        except InputError as error:
            found.failed += 1
            tell(error)
        advance(len(files))
    if not found.summaries:
        raise InputError("no summary below this folder can be read", where=str(folder), hint=HINT)
    identities, conflicts = index.identities(), index.conflicts()
    found.identities, found.conflicts = len(identities), len(conflicts)
    _write({folder / IDENTITIES: identities, folder / CONFLICTS: conflicts})
    return found


def _check_targets(folder: Path) -> None:
    """Make sure that no summary stands where the results go: one of an article called `identities`."""
    for name in (IDENTITIES, CONFLICTS):
        path = folder / name
        with suppress(OSError, UnicodeDecodeError, StopIteration), path.open(encoding="utf-8") as lines:
            if f'"schema": "{SCHEMA}"' in next(lines)[:40]:
                hint = "rename the article, or write summaries as YAML"
                raise SettingsError("this is a summary and would be lost", where=str(path), hint=hint)


def find_summaries(folder: Path) -> list[Path]:
    """Return the files that can be summaries, in the order of their paths; hidden ones are not.

    A batch has them in its folder `summaries`; others may lie in the folder itself, beside what is written here.
    """
    own = folder / SUMMARIES
    inside = own if own.is_dir() else folder
    found = []
    for path in inside.rglob("*"):
        parts = path.relative_to(inside).parts
        other = inside == folder and len(parts) == 1 and path.name in NO_SUMMARIES
        if path.suffix in SUFFIXES and not other and not any(part.startswith(".") for part in parts) and path.is_file():
            found.append(path)
    return sorted(found)


def read_summaries(path: Path, folder: Path) -> Iterator[tuple[str, Summary]]:
    """Yield the summaries of a file, each with the file's path in the folder, and the line where there are several.

    Raises:
        InputError: when it cannot be read or holds something else.
    """
    name = path.relative_to(folder).as_posix()
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        told = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise InputError(f"cannot be read: {told}", where=str(path), hint="make the summary again") from None
    if path.suffix != ".jsonl":
        yield name, _summary(text, str(path), yaml_too=path.suffix == ".yaml")
        return
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    for number, line in lines:
        numbered = f":{number}" if len(lines) > 1 else ""
        yield f"{name}{numbered}", _summary(line, f"{path}{numbered}", yaml_too=False)


def _summary(text: str, where: str, *, yaml_too: bool) -> Summary:
    try:
        plain = _parse(text) if yaml_too else json.loads(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        told = " ".join(str(error).split())
        raise InputError(f"broken {'YAML' if yaml_too else 'JSON'}: {told}", where=where, hint=HINT) from None
    if not isinstance(plain, dict) or plain.get("schema") != SCHEMA:
        raise InputError(f"no summary of schema {SCHEMA}", where=where, hint=HINT)
    try:
        return from_plain(plain)
    except ValueError as error:
        told = " ".join(str(error).split()[:40])
        raise InputError(f"not of schema {SCHEMA}: {told}", where=where, hint="make the summary again") from None


def _parse(text: str) -> Any:
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  both are safe loaders


def _write(outputs: dict[Path, Iterable[Identity | Conflict]]) -> None:
    """Write all files, then put them in their places; each is there whole or not at all.

    Raises:
        SettingsError: when one cannot be written.
    """
    partials = {path: partial_path(path) for path in outputs}
    try:
        for path, records in outputs.items():
            with partials[path].open("w", encoding="utf-8", newline="\n") as out:
                out.writelines(json.dumps(to_plain(record), ensure_ascii=False) + "\n" for record in records)
        for path, partial in partials.items():
            partial.replace(path)
    except OSError as error:
        raise SettingsError(
            f"cannot write: {error.strerror}", where=str(error.filename), hint="check the path"
        ) from None
    finally:
        for partial in partials.values():
            with suppress(OSError):
                partial.unlink(missing_ok=True)
