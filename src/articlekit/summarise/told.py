"""What a chapter tells of events, before it is known which of its names are one in the whole article."""

from collections.abc import Iterator
from dataclasses import dataclass

from articlekit.recognise.events import get_events
from articlekit.recognise.happenings.frame import HappeningFrame, get_happenings
from articlekit.records import Offsets, Part
from articlekit.summarise.chapter import Chapter, Party, Piece
from articlekit.summarise.nominative import nominative_phrase

Time = tuple[str, str]
"""An expression of time as it stands, and the tense beside it: past, present, future or nothing."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside one mention of a named event."""

    time: Time | None
    where: Party | None
    people: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """One happening; it and the words that tell it as `recognise` found them."""

    type: str
    trigger: str
    triggers: tuple[Offsets, ...]
    status: str
    times: tuple[Time, ...]
    """Expressions of time that can be its date, likeliest first."""
    where: Party | None
    parts: tuple[tuple[Part, Party], ...]
    event: int | None
    """First code point of the named event that it tells."""


def beside_events(chapter: Chapter) -> dict[int, Beside]:
    """Return what stands beside the named events of a chapter by the first code point of each."""
    return {
        chapter.place_of(frame.span[0]): Beside(
            (chapter.text[slice(*frame.when)], frame.tense) if frame.when else None,
            _where(chapter, frame.where),
            tuple(_party(chapter, piece) for piece in frame.participants),
        )
        for frame in get_events(chapter.doc)
    }


def happenings(chapter: Chapter) -> Iterator[Happening]:
    """Yield the happenings of a chapter, in order of their first word."""
    for frame in get_happenings(chapter.doc):
        yield Happening(
            type=frame.type,
            trigger=chapter.view.text[frame.triggers[0]],
            triggers=tuple(chapter.offsets((token, token + 1)) for token in frame.triggers),
            status=frame.status,
            times=tuple(
                (chapter.text[slice(*when)], tense) for when, tense in zip(frame.whens, frame.tenses, strict=True)
            ),
            where=_where(chapter, frame.where),
            parts=tuple(_parts(chapter, frame)),
            event=chapter.place_of(frame.event[0]) if frame.event else None,
        )


def _parts(chapter: Chapter, frame: HappeningFrame) -> Iterator[tuple[Part, Party]]:
    yield from (("agent", _party(chapter, piece)) for piece in frame.agents if piece != frame.event)
    yield from (("object", _party(chapter, piece)) for piece in frame.objects if piece != frame.event)


def _where(chapter: Chapter, piece: Piece | None) -> Party | None:
    return Party(chapter.place_of(piece[0]), chapter.view.words(*piece)) if piece else None


def _party(chapter: Chapter, piece: Piece) -> Party:
    named = piece[0] in chapter.names
    phrase = "" if named else nominative_phrase(chapter.view, *piece, piece[0])
    return Party(chapter.place_of(piece[0]), " ".join(phrase.split()))
