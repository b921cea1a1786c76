"""Named events become the events of a summary, with date, place and participants."""

from collections.abc import Iterable

from spacy.tokens import Doc

from articlekit.recognise.events import get_events
from articlekit.records import Article, Event, When
from articlekit.summarise.actors import Actors
from articlekit.summarise.dates import YEAR, resolve_time
from articlekit.summarise.merge import Cluster


def build_events(clusters: Iterable[Cluster], doc: Doc, article: Article, actors: Actors) -> tuple[Event, ...]:
    """Return the events in order of first mention."""
    names = actors.name_at
    frames = {doc[frame.span[0]].idx: frame for frame in get_events(doc)}
    events = []
    for cluster in clusters:
        mine = [frames[mention.start] for mention in cluster.mentions if mention.start in frames]
        year = YEAR.search(cluster.name)
        when = None
        for frame in mine:
            if frame.when and (when is None or when.start is None):
                text = article.text[slice(*frame.when)]
                interval = resolve_time(text, article.date, int(year[0]) if year else None)
                if when is None or interval:
                    when = When(
                        text=text, start=interval[0] if interval else None, end=interval[1] if interval else None
                    )
        where = next((names[doc[frame.where[0]].idx] for frame in mine if frame.where), None)
        people = dict.fromkeys(names[doc[start].idx] for frame in mine for start, _ in frame.participants)
        events.append(
            Event(
                id=actors.id_of(cluster),
                name=cluster.name,
                when=when,
                where=where,
                participants=tuple(people),
                count=len(cluster.mentions),
                mentions=tuple(cluster.mentions),
            )
        )
    return tuple(events)
