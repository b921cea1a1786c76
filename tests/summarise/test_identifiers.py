"""Ids in whole summaries by the real pipeline: whatever points to an entity points to one that is there, and to the right one."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlekit import Extractor
from articlekit.records import Entity, Summary
from tests.builders import make_doc, recognised, summary_of

ID = re.compile(r"(per|org|loc|tec|law)([1-9]\d*)")
REPORT = """Streit über das Digitalgesetz

Digitalminister Karsten Wildberger (CDU) sagte am Montag in Berlin, das Digitalgesetz sei überfällig. Der Minister lobte
den Entwurf. Er forderte, dass die Prüfung später beginnt.

Der Präsident des Verbands Bitkom, Ralf Wintergerst, warnte vor hohen Kosten. Wintergerst sagte, der Verband habe mehr Zeit
verlangt. Renate Künast von den Grünen widersprach: „Das Gesetz kommt zu spät.“ Sie verwies auf die DSGVO.

Der Bundestag verabschiedete am Donnerstag das Digitalgesetz. Siemens kaufte gestern die Firma Nordlicht. Der Konzern wuchs.
"""
EVENTS = (
    "Der Bundestag verabschiedete am Montag das Digitalgesetz. Ute Keller eröffnet am Dienstag in Bonn den Digitalgipfel 2024. "
    "Der Digitalgipfel 2024 beschloss die Charta."
)
WORDS = """
    Ute Keller Kellers Karsten Wildberger Wildbergers Siemens Nordbank CDU SPD-Chef Bitkom Berlin DSGVO Digitalgipfel
    Minister Ministerin Präsident Sprecherin Verband Verein Konzern Behörde Firma Gesetz Netz
    der die das des den dem ein eine seine ihre dieser vom von bei zum in nach laut zufolge und dass wie
    er sie Er Sie Der Die Das sagte sei forderte warnte kaufte verabschiedete eröffnete kam hält lobte habe gesagt neue
""".split()
CHUNKS = [
    "Ute Keller ( CDU )", "Ute Keller vom Verein Bitkom", "SPD-Chef Karsten Wildberger", "Max Adler , Chef von Siemens ,",
    "Die Ministerin lachte .", "Er sagte , das Netz halte .", "Sie kam .", "Der Konzern wuchs .", "laut Ute Keller",
    "Der Bundestag verabschiedete das Digitalgesetz .", "Siemens kaufte Nordlicht .", "Frau Keller", "Keller sagte ,",
]  # fmt: skip
MARKS = [",", ".", ".", ":", "(", ")", "„", "“", "\n\n"]
TEXTS = st.lists(st.sampled_from([*WORDS, *MARKS]) | st.sampled_from(CHUNKS), min_size=5, max_size=40).map(" ".join)


def entities_of(summary: Summary) -> tuple[Entity, ...]:
    return (
        *summary.people, *summary.organisations, *summary.places, *summary.technologies, *summary.laws
    )  # fmt: skip


def check_ids(summary: Summary) -> None:
    """Check that ids count from 1, and that speakers, affiliations and actors have those of the entities they name."""
    names = {entity.id: entity.name for entity in entities_of(summary)}
    assert len(names) == len(entities_of(summary)), "no id twice"
    for group in (summary.people, summary.organisations, summary.places, summary.technologies, summary.laws):
        matches = [ID.fullmatch(entity.id) for entity in group]
        assert [match and int(match[2]) for match in matches] == list(range(1, len(group) + 1))
        starts = [entity.mentions[0].start for entity in group]
        assert starts == sorted(starts), "in order of first mention"
    assert {entity_id[:3] for entity_id in (entity.id for entity in summary.people)} <= {"per"}
    for claim in summary.claims:
        assert claim.speaker_id is None or names[claim.speaker_id] == claim.speaker
    organisations = {entity.id for entity in summary.organisations}
    for entity in entities_of(summary):
        assert set(entity.affiliations) <= organisations
        assert len(set(entity.affiliations)) == len(entity.affiliations)
        assert not entity.affiliations or entity in summary.people
    assert [event.id for event in summary.events] == [f"evt{number}" for number in range(1, len(summary.events) + 1)]
    for event in summary.events:
        for actor in event.actors:
            named_event = actor.id is not None and actor.id.startswith("evt")  # see the test of events that act
            assert actor.id is None or named_event or names[actor.id] == actor.name


def check_references(summary: Summary, text: str) -> None:
    """Check that references are the text's, are no mentions, and follow the entity they stand with."""
    mentions = [(mention.start, mention.end) for entity in entities_of(summary) for mention in entity.mentions]
    for entity in entities_of(summary):
        assert entity.count == len(entity.mentions) > 0
        starts = [reference.start for reference in entity.references]
        assert starts == sorted(set(starts))
        for reference in entity.references:
            assert text[reference.start : reference.end] == reference.text
            assert entity.mentions[0].end <= reference.start, "never before the name"
            assert not any(start <= reference.start < end for start, end in mentions), "never begins in a name"
            assert entity in (*summary.people, *summary.organisations)
    places = Counter(
        (reference.start, reference.end) for entity in entities_of(summary) for reference in entity.references
    )
    assert not [place for place, count in places.items() if count > 1], "a phrase means one"


@pytest.fixture(scope="module")
def report(extractor: Extractor) -> Summary:
    return extractor.extract(REPORT)


def test_a_report(report: Summary) -> None:
    check_ids(report)
    check_references(report, REPORT)


def test_whom_the_report_tells_of(report: Summary) -> None:
    """What the other tests check is there to be checked."""
    organisations = {entity.id: entity.name for entity in report.organisations}
    people = {person.name: [organisations[one] for one in person.affiliations] for person in report.people}
    assert people == {"Karsten Wildberger": ["CDU"], "Ralf Wintergerst": ["Bitkom"], "Renate Künast": ["Grüne"]}
    wildberger, _, kuenast = report.people
    assert [reference.text for reference in wildberger.references] == ["Der Minister", "Er"]
    assert [reference.text for reference in kuenast.references] == ["Sie"]
    assert (wildberger.count, kuenast.count) == (1, 1)
    assert {claim.speaker_id for claim in report.claims} >= {"per1", "per2", "per3"}
    acted = {(event.type, actor.id, actor.role) for event in report.events for actor in event.actors}
    assert ("adoption", "law1", "object") in acted


@settings(max_examples=60)
@given(TEXTS)
def test_any_mixture_of_words(extractor: Extractor, text: str) -> None:
    summary = extractor.extract(text)
    check_ids(summary)
    check_references(summary, text)


@pytest.mark.parametrize("text", ["", "\n\n", "Er sagte, sie komme.", "(", "Sie"])
def test_a_text_that_names_nobody(extractor: Extractor, text: str) -> None:
    summary = extractor.extract(text)
    assert entities_of(summary) == ()
    assert [claim.speaker_id for claim in summary.claims] == [None] * len(summary.claims)


@pytest.mark.parametrize(
    ("subject", "speaker", "speaker_id"),
    [
        ("Ute NE = nsubj:2 @PER", "Ute", "per1"),
        ("Nordbank NE = nsubj:2 @ORG", "Nordbank", "org1"),
        ("Experten NN Experte nsubj:2", "Experten", None),
        ("Sie PPER sie nsubj:2", None, None),
    ],
    ids=["person", "organisation", "noun", "nobody"],
)
def test_the_id_of_a_speaker(subject: str, speaker: str | None, speaker_id: str | None) -> None:
    claim = [
        "sagte VVFIN sagen root:0",
        ", $, =",
        "das ART der det:5",
        "Netz NN = nsubj:6",
        "halte VVFIN halten ccomp:2",
    ]
    doc = recognised(make_doc("\n".join([subject, *claim])), "lemmas", "claims", "speakers")
    (found,) = summary_of(doc).claims
    assert (found.speaker, found.speaker_id) == (speaker, speaker_id)


def test_an_event_that_acts_has_its_own_id(extractor: Extractor) -> None:
    events = extractor.extract(EVENTS).events
    names = {event.id: event.name for event in events}
    acting = [actor for event in events for actor in event.actors if (actor.id or "").startswith("evt")]
    assert [(names[actor.id or ""], actor.name) for actor in acting] == [("Digitalgipfel 2024", "Digitalgipfel 2024")]


@pytest.mark.parametrize("phrase", ["Die Forscherin und Autorin Eva Adler", "Die Chefin der Kammer, Eva Adler,"])
def test_a_phrase_that_names_somebody_is_no_reference(extractor: Extractor, phrase: str) -> None:
    text = f"Ministerin Ute Keller kam nach Bonn. {phrase} sagte, das Netz halte."
    summary = extractor.extract(text)
    mentions = [mention for entity in entities_of(summary) for mention in entity.mentions]
    references = [reference for entity in entities_of(summary) for reference in entity.references]
    assert not [one for one in references for each in mentions if one.start < each.end and each.start < one.end]


WRONG = {
    "spokeswoman": (
        "Eine Sprecherin Wildbergers sagte, das Netz halte. Karsten Wildberger kam.",
        "Sprecherin Wildbergers",
    ),
    "surname": ("Ute Keller kam. Max Keller kam. Er sagte, das Netz halte.", "Max Keller"),
}


@pytest.mark.parametrize(("text", "speaker"), WRONG.values(), ids=WRONG)
def test_who_speaks_is_not_whom_the_name_beside_it_says(extractor: Extractor, text: str, speaker: str) -> None:
    (claim,) = extractor.extract(text).claims
    assert claim.speaker == speaker


def test_things_are_nobody(extractor: Extractor) -> None:
    text = "Max Sommer kaufte einen Computer. Der Computer kostete 900 Euro. Das Wetter war gut. Der Server fiel aus."
    (person,) = extractor.extract(text).people
    assert person.references == ()
