"""The summary of a text in chapters: places are those in the article, entities and claims are one list."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit import Article, Extractor
from articlekit.recognise import chapters
from articlekit.records import Entity, Offsets, Summary

PARAGRAPHS = (
    "Bundesministerin Ute Keller (CDU) sagte am 3. Mai 2024 in Bonn, das Netz müsse bis 2030 halten. Keller lobte die DSGVO.",
    "„Das reicht uns nicht“, kritisierte Jan Adler, Sprecher des Chaos Computer Clubs. „Wir warten.“",
    "Neue Regeln",
    "Die Bundesnetzagentur warnte vor einer Lücke in Windows. Der Bundestag hat am Donnerstag ein Gesetz beschlossen.",
    "Auf dem Forum Digital 2025 in Köln kündigte Mira Nowak an, dass Siemens ein Werk eröffne. „Es werde teuer",
    "Laut Ute Keller sinken die Preise. Das ist ein Irrweg, der uns alle teuer zu stehen kommt!",
)
paragraphs = st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=12)


def cut(extractor: Extractor, text: str, length: int) -> Summary:
    """Return the summary of a text in chapters of a length."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chapters, "CHAPTER", length)
        return extractor.extract(Article(text=text, date="2024-05-06"))


def entities(summary: Summary) -> tuple[Entity, ...]:
    """Return all entities but events."""
    return (*summary.people, *summary.organisations, *summary.places, *summary.technologies, *summary.laws)


def places(summary: Summary) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and text of all that the summary says where it stands and what it is."""
    for entity in entities(summary):
        yield from ((place.start, place.end, place.text) for place in (*entity.mentions, *entity.references))
    for event in summary.events:
        yield from ((mention.start, mention.end, mention.text) for mention in event.mentions)
        if event.trigger:
            yield event.trigger_spans[0].start, event.trigger_spans[0].end, event.trigger
    for claim in summary.claims:
        for span, text in (
            (claim.speaker_span, claim.speaker_text),
            (claim.addressee_span, claim.addressee),
            (claim.spans[0], claim.text.split(" ... ")[0]),
        ):
            if span and text is not None:
                yield span.start, span.end, text


def without_references(found: tuple[Entity, ...]) -> list[tuple[object, ...]]:
    return [(one.id, one.name, one.aliases, one.roles, one.affiliations, one.mentions) for one in found]


def spans_of_events(summary: Summary) -> list[tuple[str | None, Offsets]]:
    """Return all words that tell events: what is told in two chapters is not joined."""
    found = [(event.type, span) for event in summary.events for span in event.trigger_spans]
    return sorted(found, key=lambda one: one[1].start)


def test_chapters_that_are_alike_change_nothing(extractor: Extractor) -> None:
    """Where no chapter needs another to be understood."""
    text = "\n\n".join(PARAGRAPHS[:4] * 6)
    whole, parts = extractor.extract(Article(text=text, date="2024-05-06")), cut(extractor, text, 900)
    assert whole.people
    assert without_references(entities(parts)) == without_references(entities(whole))
    assert parts.claims == whole.claims
    assert spans_of_events(parts) == spans_of_events(whole)
    assert parts.article == whole.article
    assert parts.warnings == whole.warnings


@given(paragraphs, st.integers(60, 400))
def test_places_are_those_in_the_article(extractor: Extractor, chosen: list[str], length: int) -> None:
    text = "\n\n".join(chosen)
    summary = cut(extractor, text, length)
    assert all(text[start:end] == words for start, end, words in places(summary))
    assert all(
        1 <= mention.sentence <= summary.article.sentences for one in entities(summary) for mention in one.mentions
    )
    for warning in summary.warnings:
        assert warning.start is None or text[warning.start : warning.end] in "„“"


@given(paragraphs, st.integers(60, 400))
def test_ids_are_of_the_whole_article(extractor: Extractor, chosen: list[str], length: int) -> None:
    summary = cut(extractor, "\n\n".join(chosen), length)
    found = entities(summary)
    for section in (summary.people, summary.organisations, summary.places, summary.technologies, summary.laws):
        firsts = [one.mentions[0].start for one in section]
        assert firsts == sorted(firsts)
        assert [one.id[3:] for one in section] == [str(number) for number in range(1, len(section) + 1)]
    names = {one.id: one.name for one in found} | {event.id: event.name for event in summary.events}
    assert len(names) == len(found) + len(summary.events)
    assert len({one.name for one in summary.people}) == len(summary.people)
    assert [claim.id for claim in summary.claims] == list(range(1, len(summary.claims) + 1))
    assert all(claim.speaker == names[claim.speaker_id] for claim in summary.claims if claim.speaker_id)
    assert all(actor.name == names[actor.id] for event in summary.events for actor in event.actors if actor.id)
    assert all(set(claim.mentions) <= set(names.values()) for claim in summary.claims)


def test_a_name_is_one_entity_over_all_chapters(extractor: Extractor) -> None:
    """A later chapter that knows the surname only has the full name from an earlier one."""
    text = f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[3]}\n\nUte Keller sagte, das Netz halte.\n\nKeller sagte, es reiche."
    summary = cut(extractor, text, 120)
    (keller,) = [person for person in summary.people if "Keller" in person.name]
    assert (keller.name, keller.count) == ("Ute Keller", 4)
    assert summary.claims[-1].speaker_id == keller.id


def test_the_strongest_of_all_author_claims_are_given(extractor: Extractor) -> None:
    opinion = "Das ist ein Irrweg, der uns alle teuer zu stehen kommt! Wir brauchen endlich ein Gesetz, das schützt."
    text = "\n\n".join([opinion, "Die Regierung muss handeln. Es ist ein Skandal, dass sie nichts tut."] * 6)
    claims = cut(extractor, text, 200).author_claims
    assert len(claims) == 10
    assert [claim.salience for claim in claims] == sorted((claim.salience for claim in claims), reverse=True)
    assert all(text[claim.spans[0].start : claim.spans[0].end] == claim.text for claim in claims)
