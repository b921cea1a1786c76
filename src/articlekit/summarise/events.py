"""Named events and happenings become the events of a summary, with date, place and participants."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from articlekit.recognise.events import EventFrame, get_events
from articlekit.recognise.happenings.frame import HappeningFrame, Piece, get_happenings
from articlekit.recognise.view import View
from articlekit.records import Article, Event, Offsets, Part, Participant, Status, When
from articlekit.summarise.actors import Actors
from articlekit.summarise.dates import YEAR, Interval, resolve_time
from articlekit.summarise.merge import Cluster
from articlekit.summarise.nominative import nominative_phrase
from articlekit.summarise.spans import Tense

TENSES: dict[str, Tense] = {"past": "past", "future": "future"}
PART_AGENT: Part = "agent"
PART_OBJECT: Part = "object"


@dataclass(slots=True)
class _Told:
    """A named event, a happening, or both in one."""

    cluster: Cluster | None = None
    frames: list[EventFrame] = field(default_factory=list)
    happenings: list[HappeningFrame] = field(default_factory=list)


def build_events(clusters: Iterable[Cluster], view: View, article: Article, actors: Actors) -> tuple[Event, ...]:
    """Return the events in order of first mention, numbered over both kinds.

    Args:
        clusters: the named events.
        view: of the document.
        article: gives text and date.
        actors: who is who.
    """
    builder = _Builder(view, article, actors)
    events = [event for _, event in sorted(map(builder.event, _told(clusters, view)), key=lambda one: one[0])]
    ids = {event.id: f"evt{number}" for number, event in enumerate(events, 1) if event.id}
    return tuple(
        replace(
            event,
            id=f"evt{number}",
            actors=tuple(replace(actor, id=ids.get(actor.id or "", actor.id)) for actor in event.actors),
        )
        for number, event in enumerate(events, 1)
    )


def _told(clusters: Iterable[Cluster], view: View) -> list[_Told]:
    """Return named events with the happenings that tell them, then the other happenings."""
    frames = {view.doc[frame.span[0]].idx: frame for frame in get_events(view.doc)}
    named: dict[int, _Told] = {}
    found = []
    for cluster in clusters:
        told = _Told(cluster, [frames[mention.start] for mention in cluster.mentions if mention.start in frames])
        named |= {mention.start: told for mention in cluster.mentions}
        found.append(told)
    for happening in get_happenings(view.doc):
        host = named.get(view.doc[happening.event[0]].idx) if happening.event else None
        if host and all(other.type == happening.type for other in host.happenings):
            host.happenings.append(happening)
        else:
            found.append(_Told(happenings=[happening]))
    return found


class _Builder:
    def __init__(self, view: View, article: Article, actors: Actors) -> None:
        self._view, self._article, self._actors = view, article, actors

    def event(self, told: _Told) -> tuple[int, Event]:
        """Return an event and its first code point."""
        happening = told.happenings[0] if told.happenings else None
        people = [self._participant(piece) for frame in told.frames for piece in frame.participants]
        parts = dict.fromkeys(
            part
            for frame in told.happenings
            for role, pieces in ((PART_AGENT, frame.agents), (PART_OBJECT, frame.objects))
            for piece in pieces
            if piece != frame.event and (part := self._participant(piece, role))
        )
        known = {part.name for part in parts}
        actors = (*parts, *dict.fromkeys(person for person in people if person.name not in known))
        when = self._when(told)
        spans = [self._offsets(token) for frame in told.happenings for token in frame.triggers]
        mentions = tuple(told.cluster.mentions) if told.cluster else ()
        first = min([*(mention.start for mention in mentions), *(span.start for span in spans)])
        return first, Event(
            id=self._actors.id_of(told.cluster) if told.cluster else "",
            name=told.cluster.name if told.cluster else None,
            type=happening.type if happening else None,  # type: ignore[arg-type]
            trigger=self._view.text[happening.triggers[0]] if happening else None,
            trigger_spans=tuple(spans),
            status=self._status(happening, when) if happening else None,
            when=when,
            where=self._where(told),
            participants=tuple(dict.fromkeys(actor.name for actor in actors if self._acts(actor))),
            actors=actors,
            count=len(mentions),
            mentions=mentions,
        )

    def _offsets(self, token: int) -> Offsets:
        start = self._view.doc[token].idx
        return Offsets(start=start, end=start + len(self._view.text[token]))

    def _acts(self, actor: Participant) -> bool:
        return actor.id is not None and actor.id.startswith(("per", "org"))

    def _participant(self, piece: Piece, role: Part | None = None) -> Participant:
        start = self._view.doc[piece[0]].idx
        name = self._actors.name_at.get(start)
        if name is not None:
            return Participant(id=self._actors.id_at[start], name=name, role=role)
        phrase = nominative_phrase(self._view, *piece, piece[0])
        return Participant(name=" ".join(phrase.split()), role=role)

    def _where(self, told: _Told) -> str | None:
        pieces = [frame.where for frame in told.happenings] + [frame.where for frame in told.frames]
        found = next((piece for piece in pieces if piece), None)
        if found is None:
            return None
        return self._actors.name_at.get(self._view.doc[found[0]].idx) or self._view.words(*found)

    def _when(self, told: _Told) -> When | None:
        """Return the first time that can be resolved, else the first."""
        year = YEAR.search(told.cluster.name) if told.cluster else None
        times = [(frame.when, frame.tense) for frame in told.frames if frame.when]
        happening = [time for frame in told.happenings for time in zip(frame.whens, frame.tenses, strict=True)]
        times = happening + times if not told.cluster else times + happening
        first: When | None = None
        for piece, tense in times:
            text = self._article.text[slice(*piece)]
            days = self._days(text, int(year[0]) if year else None, TENSES.get(tense))
            when = When(text=text, start=days.start if days else None, end=days.end if days else None)
            if days:
                return when
            first = first or when
        return first

    def _days(self, text: str, year: int | None, tense: Tense | None) -> Interval | None:
        """Return the days of something that happens at a time: `seit 2016` and `ab 2016` name its year, `bis Mai` its end."""
        date = self._article.date
        days = resolve_time(text, date, year, tense=tense)
        if days is None or (days.start and days.end):
            return days
        if days.start is None:
            return Interval(days.end, days.end)
        inner = resolve_time(text.partition(" ")[2], date, year, tense=tense)
        return inner if inner and inner.start and inner.end else Interval(days.start, days.start)

    def _status(self, happening: HappeningFrame, when: When | None) -> Status:
        """Return the status, planned where the date lies after the article."""
        date = (self._article.date or "")[:10]
        told = happening.status == "happened" and "past" not in happening.tenses
        if told and date and when and when.start and when.start > date:
            return "planned"
        return happening.status  # type: ignore[return-value]
