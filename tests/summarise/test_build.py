"""The summary: claims linked to entities, offsets that slice back, warnings, and never an exception."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from articlekit.recognise import COMPONENTS
from articlekit.recognise.lexicon import load_lexicons
from articlekit.records import Article, Summary, SummaryWarning
from articlekit.summarise.build import build_summary
from tests.builders import ORIGIN, flat_doc, german, make_doc, recognised, summary_of

ARTICLE = """
    Beim APPRART bei case:3 @LOC
    Forum NE = obl:10 @EVT
    Zukunft NE = flat:2 @EVT
    2024 CARD = nummod:2 @EVT
    in APPR = case:6
    Bonn NE = nmod:2 @LOC
    am APPRART an case:8
    3. ADJA = amod:9
    Mai NN = obl:10
    sagte VVFIN sagen root:0
    Ministerin NN = nsubj:10
    Ute NE = flat:11 @PER
    Keller NE = flat:11 @PER
    , $, =
    die ART der det:16
    DSGVO NE = nsubj:20
    müsse VMFIN müssen aux:20 +Mood=Sub
    nicht PTKNEG = advmod:20
    Siemens NE = obj:20 @ORG
    schützen VVINF = ccomp:10
    . $. =

    Kellers NE Keller nsubj:2 @PER
    Plan NN = root:0
    , $, =
    so ADV = advmod:5
    Siemens~ NE = parataxis:2 @ORG
    , $, =
    kostet VVFIN kosten dep:2
    Geld NN = obj:7
    . $. =
    """


def article_summary() -> tuple[str, Summary]:
    doc = recognised(make_doc(ARTICLE))
    return doc.text, summary_of(doc, date="2025-10-05")


def test_claims_say_who_what_and_about_whom() -> None:
    _, summary = article_summary()
    first, second = summary.claims
    assert (first.id, second.id) == (1, 2)
    assert (first.speaker, first.speaker_text) == ("Ute Keller", "Ministerin Ute Keller")
    assert (first.form, first.act, first.cue) == ("indirect", "demand", "sagte")
    assert first.text == "die DSGVO müsse nicht Siemens schützen"
    assert (first.mentions, first.modality, first.negated) == (("DSGVO", "Siemens"), "necessity", True)
    assert (second.speaker, second.text, second.sentence) == ("Siemens", "Kellers Plan ... kostet Geld", 2)
    assert (second.mentions, second.modality, second.negated) == (("Ute Keller",), None, False)
    assert len(second.spans) == 2


def test_entities_and_events_are_linked() -> None:
    _, summary = article_summary()
    (person,) = summary.people
    assert (person.name, person.aliases, person.roles, person.count) == ("Ute Keller", ("Keller",), ("Ministerin",), 2)
    assert [(entity.name, entity.count) for entity in summary.organisations] == [("Siemens", 2)]
    assert [entity.name for entity in summary.laws] == ["DSGVO"]
    (event,) = summary.events
    assert (event.name, event.where, event.participants) == ("Forum Zukunft 2024", "Bonn", ("Ute Keller",))
    assert event.when
    assert (event.when.text, event.when.start, event.when.end) == ("am 3. Mai", "2024-05-03", "2024-05-03")


def test_the_article_is_measured() -> None:
    _, summary = article_summary()
    assert (summary.article.sentences, summary.article.words) == (2, 25)
    assert summary.article.date == "2025-10-05"
    assert summary.schema == "articlekit/1"
    assert summary.provenance == ORIGIN


def stretches(value: Any) -> Iterator[tuple[str | None, int, int]]:
    """Yield text, where it has one, and offsets of everything in a summary that has offsets."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield value.get("text"), value["start"], value["end"]
        for inner in value.values():
            yield from stretches(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from stretches(inner)


def check_offsets(text: str, summary: Summary) -> None:
    """Every stretch lies in the text, and every claim, cue, speaker and mention is what stands there."""
    for words, start, end in stretches(asdict(summary)):
        assert 0 <= start < end <= len(text)
        assert words is None or words == text[start:end]
    for claim in summary.claims:
        assert claim.text == " ... ".join(text[span.start : span.end] for span in claim.spans)
        assert claim.text.strip()
        assert (claim.cue or "") == " ".join(text[span.start : span.end] for span in claim.cue_spans)
        assert (claim.speaker_span is None) == (claim.speaker_text is None)
        if claim.speaker_span:
            assert claim.speaker_text == text[claim.speaker_span.start : claim.speaker_span.end]
        assert 0 <= claim.confidence <= 1
    sections = (
        summary.people,
        summary.organisations,
        summary.places,
        summary.technologies,
        summary.laws,
        summary.events,
    )
    names = {entity.name for section in sections for entity in section}
    assert all(name in names for claim in summary.claims for name in claim.mentions)


def test_offsets_slice_back() -> None:
    check_offsets(*article_summary())


def test_an_unclosed_quotation_mark_is_a_warning_with_its_place() -> None:
    summary = summary_of(recognised(flat_doc("Er rief: „Das reicht.")))
    assert [(w.code, w.start, w.end) for w in summary.warnings] == [("unclosed-quote", 9, 10)]


ENGLISH = "The minister said that the law would protect people from big firms and their products everywhere in the whole union."
DUTCH = "De minister zei dat de wet mensen beschermt tegen grote bedrijven en hun producten overal in de hele Europese Unie."
GERMAN = "Die Ministerin sagte, dass das Gesetz die Menschen vor großen Firmen und ihren Produkten in der ganzen Union schütze."


@pytest.mark.parametrize(
    ("text", "codes", "language"),
    [
        (ENGLISH, ["not-german"], None),
        (DUTCH, ["not-german"], None),
        (GERMAN, [], "de"),
        ("Yes, we can.", [], None),
        ("Ja, die kann das.", [], "de"),
    ],
    ids=["english", "dutch", "german", "too-short", "short-german"],
)
def test_a_text_that_is_not_german_is_a_warning(text: str, codes: list[str], language: str | None) -> None:
    """A text of a few words is too short to tell, so it gives no warning."""
    summary = summary_of(recognised(flat_doc(text)))
    assert [warning.code for warning in summary.warnings] == codes
    assert summary.article.language == language


def test_the_readers_warnings_and_language_stay() -> None:
    warning = SummaryWarning(code="encoding", message="read as latin-1")
    article = Article(text="Ja, die kann das.", language="de-AT", warnings=(warning,))
    summary = build_summary(article, [recognised(flat_doc(article.text))], ORIGIN, load_lexicons())
    assert (summary.warnings, summary.article.language) == ((warning,), "de-AT")


def test_a_document_without_the_components_gives_an_empty_summary() -> None:
    summary = summary_of(flat_doc("Die Ministerin sagte nichts."))
    assert (summary.claims, summary.people, summary.events) == ((), (), ())


def test_a_name_of_another_kind_is_left_out() -> None:
    doc = recognised(flat_doc("Wir zahlen viel Geld."))
    doc.ents = [Span(doc, 2, 4, label="MONEY")]
    assert summary_of(doc).organisations == ()


WORDS = "sagte sagen dass so laut zufolge nach Angaben Keller BSI DSGVO ich sie der die das zu und hat vor heißt es wie".split()
MARKS = [
    "„",
    "“",
    '"',
    "»",
    "«",
    ",",
    ".",
    ":",
    ";",
    "(",
    ")",
    "–",
    "\n",
    "\n\n",
    " ",
    "am 3. Mai",
    "🙂",
    "ä",
    "\u00ad",
]
TAGS = "VVFIN VAFIN VVPP VVINF NN NE ART ADJA APPR APPO KON KOUS KOUI PPER PRELS PTKVZ PTKZU PWAV ADV $, $. $( CARD".split()
DEPS = "ROOT nsubj sb obj oa ccomp oc mark cp case mo nk compound:prt svp aux punct".split()
LABELS = ["PER", "ORG", "LOC", "EVT", "MISC"]
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from([*WORDS, *MARKS]), max_size=40).map(" ".join),
    st.lists(st.sampled_from([*WORDS, *MARKS]), max_size=40).map("".join),
)


def guessed(text: str, data: st.DataObject) -> Doc:
    """Return the text as a dummy tagger, parser and ner that only guess would leave it."""
    words = german().make_doc(text)
    size = len(words)
    choose = data.draw(st.randoms(use_true_random=True))
    doc = Doc(
        words.vocab,
        words=[word.text for word in words],
        spaces=[bool(word.whitespace_) for word in words],
        tags=[choose.choice(TAGS) for _ in words],
        lemmas=[choose.choice([word.lower_, "sagen", "warnen", "Forderung"]) for word in words],
        morphs=[choose.choice(["", "Mood=Sub", "Case=Gen"]) for _ in words],
        heads=[choose.randrange(max(0, index - 3), index + 1) for index in range(size)],
        deps=[choose.choice(DEPS) for _ in words],
    )
    starts = [index for index in range(size) if choose.random() < 0.15]
    doc.ents = [Span(doc, index, index + 1, label=choose.choice(LABELS)) for index in starts if not doc[index].is_space]
    return doc


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.data())
def test_any_text_gives_a_summary_whose_offsets_slice_back(text: str, data: st.DataObject) -> None:
    doc = german().get_pipe(COMPONENTS[0])(german().make_doc(text))
    doc = recognised(guessed(text, data))
    assert doc.text == text
    check_offsets(text, summary_of(doc, date=data.draw(st.sampled_from([None, "2025-10-05", "x"]))))
