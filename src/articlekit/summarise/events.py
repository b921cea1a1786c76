"""Named events and happenings become the events of a summary, with date, place and participants."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from articlekit.records import Event, Part, Participant, Status, When
from articlekit.summarise.actors import Actors
from articlekit.summarise.chapter import Party
from articlekit.summarise.dates import YEAR, Interval, resolve_time
from articlekit.summarise.merge import Cluster
from articlekit.summarise.spans import Tense
from articlekit.summarise.told import Beside, Happening

TENSES: dict[str, Tense] = {"past": "past", "future": "future"}


@dataclass(slots=True)
class _Told:
    """A named event, a happening, or both in one."""

    cluster: Cluster | None = None
    beside: list[Beside] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)


def build_events(
    clusters: Iterable[Cluster],
    beside: Mapping[int, Beside],
    happenings: Iterable[Happening],
    date: str | None,
    actors: Actors,
) -> tuple[Event, ...]:
    """Return the events in order of first mention, numbered over both kinds.

    Args:
        clusters: the named events.
        beside: what stands beside their mentions, by the first code point of each.
        happenings: in order.
        date: of the article, ISO 8601.
        actors: who is who.
    """
    builder = _Builder(date, actors)
    told = _told(clusters, beside, happenings)
    events = [event for _, event in sorted(map(builder.event, told), key=lambda one: one[0])]
    ids = {event.id: f"evt{number}" for number, event in enumerate(events, 1) if event.id}
    return tuple(
        replace(
            event,
            id=f"evt{number}",
            actors=tuple(replace(actor, id=ids.get(actor.id or "", actor.id)) for actor in event.actors),
        )
        for number, event in enumerate(events, 1)
    )


def _told(clusters: Iterable[Cluster], beside: Mapping[int, Beside], happenings: Iterable[Happening]) -> list[_Told]:
    """Return named events with the happenings that tell them, then the other happenings."""
    named: dict[int, _Told] = {}
    found = []
    for cluster in clusters:
        told = _Told(cluster, [beside[mention.start] for mention in cluster.mentions if mention.start in beside])
        named |= {mention.start: told for mention in cluster.mentions}
        found.append(told)
    for happening in happenings:
        host = named.get(happening.event) if happening.event is not None else None
        if host and all(other.type == happening.type for other in host.happenings[:1]):
            host.happenings.append(happening)
        else:
            found.append(_Told(happenings=[happening]))
    return found


class _Builder:
    def __init__(self, date: str | None, actors: Actors) -> None:
        self._date, self._actors = date, actors

    def event(self, told: _Told) -> tuple[int, Event]:
        """Return an event and its first code point."""
        happening = told.happenings[0] if told.happenings else None
        people = [self._participant(party) for beside in told.beside for party in beside.people]
        parts = dict.fromkeys(self._participant(party, role) for one in told.happenings for role, party in one.parts)
        known = {part.name for part in parts}
        actors = (*parts, *dict.fromkeys(person for person in people if person.name not in known))
        when = self._when(told)
        spans = [span for one in told.happenings for span in one.triggers]
        mentions = tuple(told.cluster.mentions) if told.cluster else ()
        first = min([*(mention.start for mention in mentions), *(span.start for span in spans)])
        return first, Event(
            id=self._actors.id_of(told.cluster) if told.cluster else "",
            name=told.cluster.name if told.cluster else None,
            type=happening.type if happening else None,  # type: ignore[arg-type]
            trigger=happening.trigger if happening else None,
            trigger_spans=tuple(spans),
            status=self._status(happening, when) if happening else None,
            when=when,
            where=self._where(told),
            participants=tuple(dict.fromkeys(actor.name for actor in actors if self._acts(actor))),
            actors=actors,
            count=len(mentions),
            mentions=mentions,
        )

    def _acts(self, actor: Participant) -> bool:
        return actor.id is not None and actor.id.startswith(("per", "org"))

    def _participant(self, party: Party, role: Part | None = None) -> Participant:
        return Participant(id=self._actors.id_at.get(party.place), name=self._actors.name_of(party), role=role)

    def _where(self, told: _Told) -> str | None:
        places = [one.where for one in told.happenings] + [beside.where for beside in told.beside]
        found = next(filter(None, places), None)
        return self._actors.name_of(found) if found else None

    def _when(self, told: _Told) -> When | None:
        """Return the first time that can be resolved, else the first."""
        year = YEAR.search(told.cluster.name) if told.cluster else None
        times = [beside.time for beside in told.beside if beside.time]
        happening = [time for one in told.happenings for time in one.times]
        times = happening + times if not told.cluster else times + happening
        first: When | None = None
        for text, tense in times:
            days = self._days(text, int(year[0]) if year else None, TENSES.get(tense))
            when = When(text=text, start=days.start if days else None, end=days.end if days else None)
            if days:
                return when
            first = first or when
        return first

    def _days(self, text: str, year: int | None, tense: Tense | None) -> Interval | None:
        """Return the days of something that happens at a time: `seit 2016` and `ab 2016` name its year, `bis Mai` its end."""
        date = self._date
        days = resolve_time(text, date, year, tense=tense)
        if days is None or (days.start and days.end):
            return days
        if days.start is None:
            return Interval(days.end, days.end)
        inner = resolve_time(text.partition(" ")[2], date, year, tense=tense)
        return inner if inner and inner.start and inner.end else Interval(days.start, days.start)

    def _status(self, happening: Happening, when: When | None) -> Status:
        """Return the status, planned where the date lies after the article."""
        date = (self._date or "")[:10]
        told = happening.status == "happened" and all(tense != "past" for _, tense in happening.times)
        if told and date and when and when.start and when.start > date:
            return "planned"
        return happening.status  # type: ignore[return-value]
