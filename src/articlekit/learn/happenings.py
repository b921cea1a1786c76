"""Gold happenings, and dates and places of named events: `happenings/SLUG.yaml` beside the split of an article."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import yaml

from articlekit.errors import GoldError
from articlekit.records import EventType, Part, Status, When

FOLDER = "happenings"
HINT = "see the annotation guide"
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldHappening:
    """One public act or occurrence."""

    type: str
    triggers: tuple[Span, ...]
    status: str
    when: When | None = None
    where: str | None = None
    participants: tuple[tuple[str, str], ...] = ()
    """Name and role."""


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """A named event with its date and place."""

    name: str
    when: When | None = None
    where: str | None = None


@dataclass(frozen=True, slots=True)
class GoldHappenings:
    """What happens in an article."""

    happenings: tuple[GoldHappening, ...] | None = None
    """None where nobody annotated them."""
    events: tuple[GoldEvent, ...] = ()


def read_happenings(path: Path, text: str) -> GoldHappenings | None:
    """Return what is annotated beside a gold article, None where there is no file.

    Args:
        path: the article's file.
        text: its text.

    Raises:
        GoldError: when the file is broken or does not fit the article; every mistake is named.
    """
    file = path.resolve().parent.parent / FOLDER / f"{path.stem}.yaml"
    if not file.exists():
        return None
    try:
        data = yaml.safe_load(file.read_text("utf-8"))
        happenings, events = data["happenings"], data.get("events") or []
    except (OSError, yaml.YAMLError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"cannot be read: {' '.join(str(error).split())}", where=str(file), hint=HINT) from None
    reader = _Reader(text)
    read = GoldHappenings(
        None if happenings is None else tuple(reader.all_of(happenings, "happenings", reader.happening)),
        tuple(reader.all_of(events, "events", reader.event)),
    )
    if reader.mistakes:
        raise GoldError("; ".join(reader.mistakes), where=str(file), hint=HINT)
    return read


class _Reader:
    """Turns the entries of a file into gold and collects what is wrong with them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.mistakes: list[str] = []

    def all_of(self, entries: Any, what: str, read: Any) -> Iterator[Any]:
        if not isinstance(entries, list):
            self.mistakes.append(f"{what} is no list")
            return
        for number, entry in enumerate(entries, 1):
            if isinstance(entry, dict):
                yield read(entry, f"{what} {number}")
            else:
                self.mistakes.append(f"{what} {number} is no mapping")

    def happening(self, entry: dict[str, Any], place: str) -> GoldHappening:
        for key, known in (("type", get_args(EventType)), ("status", get_args(Status))):
            if entry.get(key) not in known:
                self.mistakes.append(f"{place}: {key} {entry.get(key)!r} is none of {', '.join(known)}")
        participants = tuple(self.all_of(entry.get("participants") or [], f"{place}, participants", self._participant))
        triggers = tuple(self.all_of(entry.get("triggers") or [], f"{place}, triggers", self._trigger))
        if not triggers:
            self.mistakes.append(f"{place} has no trigger")
        return GoldHappening(
            type=str(entry.get("type")),
            triggers=tuple(span for span in triggers if span),
            status=str(entry.get("status")),
            when=self._when(entry.get("when"), place),
            where=entry.get("where"),
            participants=participants,
        )

    def event(self, entry: dict[str, Any], place: str) -> GoldEvent:
        if not entry.get("name"):
            self.mistakes.append(f"{place} has no name")
        return GoldEvent(str(entry.get("name")), self._when(entry.get("when"), place), entry.get("where"))

    def _participant(self, entry: dict[str, Any], place: str) -> tuple[str, str]:
        if not entry.get("name") or entry.get("role") not in get_args(Part):
            self.mistakes.append(f"{place}: name {entry.get('name')!r}, role {entry.get('role')!r}")
        return str(entry.get("name")), str(entry.get("role"))

    def _trigger(self, entry: dict[str, Any], place: str) -> Span | None:
        word, sentence = str(entry.get("text") or ""), str(entry.get("in") or "").strip()
        start = self._text.find(sentence) if word and sentence else -1
        found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", sentence) if start >= 0 else None
        if found is None:
            self.mistakes.append(f"{place}: no {word!r} in a sentence {sentence[:60]!r} of the article")
            return None
        return start + found.start(), start + found.end()

    def _when(self, entry: Any, place: str) -> When | None:
        if entry is None:
            return None
        if not isinstance(entry, dict) or not entry.get("text"):
            self.mistakes.append(f"{place}: when has no text")
            return None
        days = [_day(entry.get(key)) for key in ("start", "end")]
        both = all(day is not None for day in days) or not ("start" in entry or "end" in entry)
        if not both or (days[0] and days[1] and days[0] > days[1]):
            self.mistakes.append(f"{place}: {entry.get('start')} to {entry.get('end')} are no days in order")
        return When(text=str(entry["text"]), start=days[0], end=days[1])


def _day(value: Any) -> str | None:
    if isinstance(value, datetime.date):
        return value.isoformat()
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        return None
