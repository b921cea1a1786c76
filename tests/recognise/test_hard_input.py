"""Text that no author would write: no exception, and every span lies inside the text and is not empty."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from articlekit import Extractor
from articlekit.recognise.author.frame import get_author_claims
from articlekit.recognise.claims.frame import get_claims
from articlekit.records import Offsets, Summary
from tests.builders import german, recognised

SAID = "Die Ministerin sagte, das Netz halte. "
CLAUSE = "dass die Behörde das Netz in der Stadt noch prüfe und die Kosten senke"
LONG = f"Die Ministerin sagte, {', und '.join([CLAUSE] * 24)}."
HARD = {
    "unclosed": "„Das Netz hält, sagte Ute Keller. Er meinte, „es halte. »Nein, rief sie.",
    "only-closed": "Das Netz hält“, sagte Ute Keller. Es halte«, meinte er”.",
    "mixed": '„Das Netz hält», sagte Keller, «es ist \'gut“. "So \u201aist\u2018 es", meinte ›sie‹ ‹nie›.',
    "crossed": "„Das »Netz“ hält«, sagte Keller.",
    "nested": "„Er sagte: »Sie sagte: ›Er sagte: ‚Das Netz halte.‘‹«“, sagte Keller.",
    "empty-marks": "„“, sagte Keller. »«: «» „ “ sagte sie.",
    "long": LONG,
    "marks": "„“»«›‹‚‘\"'“”" * 30,
    "one-mark": "„",
    "marks-and-lines": "„\n\n“\n\n»\n\n«\n\n" * 20,
    "no-verb": "Ein Netz für alle. Der Plan der Ministerin, ein Irrweg. Laut Keller. Nach Ansicht der Länder. So die Behörde.",
    "capitals": "MINISTERIN SAGT NEIN ZUM NETZ\n\nKELLER: „DAS NETZ HÄLT“\n\nVERBAND WARNT VOR HOHEN KOSTEN, SO KELLER",
    "colons": "Keller: Netz: gut: sagte: sie: „: “: dass: es: halte:",
    "dashes": "Das Netz – so Keller – halte – sagte sie – und – „gut“ – sei – es – nicht – .",
    "frames-alone": "Laut. Zufolge. Wonach. Demnach. Heißt es. So. Wie. Nach Angaben. Sagte. Dass. Das sagte. Dies geht hervor.",
    "brackets": "Keller (die (sagte (das Netz halte)) nie) sagte (so Keller), (laut (Durow)) (wie (sie meinte)).",
    "blank": " \n\n \t \n\n ",
    "empty": "",
    "symbols": "😀 „😀“, sagte 😀. \u200b\u00ad §§§ … ... .. . ! ? ;;; ,,, \ufffd",
    "many": SAID * 400,
}


def spans_of(doc: Doc) -> list[tuple[int, int]]:
    """Return all spans of claims, of the author's claims and of warnings, as tokens."""
    found = [(span.start, span.end) for group in doc.spans.values() for span in group]
    for claim in get_claims(doc):
        found += [*claim.pieces, *claim.cue, *claim.frame]
        found += [piece for piece in (claim.speaker, claim.addressee, claim.antecedent) if piece]
    return found + [(claim.start, claim.end) for claim in get_author_claims(doc)]


def offsets_of(summary: Summary) -> list[Offsets]:
    """Return all offsets of a summary's claims."""
    found = [span for claim in summary.author_claims for span in claim.spans]
    for claim in summary.claims:
        found += [*claim.spans, *claim.cue_spans, *claim.frame_spans]
        found += [span for span in (claim.speaker_span, claim.addressee_span, claim.antecedent_span) if span]
    return found


@pytest.mark.parametrize("name", HARD)
def test_every_span_lies_inside_the_text(extractor: Extractor, name: str) -> None:
    text = HARD[name]
    summary = extractor.extract(text)
    assert all(0 <= span.start < span.end <= len(text) for span in offsets_of(summary))
    assert all(claim.text.strip() and claim.spans for claim in summary.claims)
    assert all(
        0 <= warning.start < warning.end <= len(text) for warning in summary.warnings if warning.start is not None
    )


@pytest.mark.parametrize(
    "text", ["Das Netz hält noch lange, und", "Ein Bericht, wonach", "Ein Bericht, wonach …", "Ein Plan, demzufolge"]
)
def test_a_teaser_that_is_cut_off(extractor: Extractor, text: str) -> None:
    assert extractor.extract(text).claims == ()


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Sie zitiert Berichte, wonach\ndas Netz noch lange halte.", "das Netz noch lange halte"),
        ("Die Ministerin lobte den Plan\nam Montag, sagte Keller.", "den Plan"),
    ],
)
def test_a_line_break_is_no_edge_of_a_claim(extractor: Extractor, text: str, claim: str) -> None:
    assert claim in [found.text for found in extractor.extract(text).claims]


def test_a_long_sentence_is_one_claim(extractor: Extractor) -> None:
    assert len(LONG.split()) > 300
    (claim,) = extractor.extract(LONG).claims
    assert (claim.speaker, claim.text) == ("Ministerin", LONG.removeprefix("Die Ministerin sagte, ").removesuffix("."))


def test_each_of_many_claims_is_found(extractor: Extractor) -> None:
    claims = extractor.extract(HARD["many"]).claims
    assert [claim.id for claim in claims] == list(range(1, 401))
    assert {(claim.speaker, claim.text) for claim in claims} == {("Ministerin", "das Netz halte")}
    assert len({claim.spans for claim in claims}) == 400


@pytest.mark.parametrize("name", ["marks", "one-mark", "marks-and-lines", "blank", "empty"])
def test_where_nothing_is_said_nothing_is_claimed(extractor: Extractor, name: str) -> None:
    assert extractor.extract(HARD[name]).claims == ()


def test_an_unclosed_mark_is_told(extractor: Extractor) -> None:
    text = HARD["unclosed"]
    told = [warning for warning in extractor.extract(text).warnings if warning.code == "unclosed-quote"]
    assert [text[warning.start : warning.end] for warning in told] == ["„", "„", "»"]


MARKS = ["„", "“", "”", '"', "»", "«", "›", "‹", "‚", "‘", "’", "'", "–", "-", ":", ",", ";", "(", ")", ".", "?", "!"]
# form, tag and lemma, or a form with its tag where the lemma is the form.
WORDS = """
    Ute/NE Netz/NN Ansicht/NN Angaben/NN/Angabe sagte/VVFIN/sagen halte/VVFIN/halten fordert/VVFIN/fordern heißt/VVFIN/heißen
    wurde/VAFIN/werden sei/VAFIN/sein müsse/VMFIN/müssen gesagt/VVPP/sagen zu/PTKZU gehen/VVINF hervor/PTKVZ nicht/PTKNEG
    die/ART/der seiner/PPOSAT/sein es/PPER das/PDS/der die/PRELS/der dass/KOUS wie/KOKOM warum/PWAV wonach/PWAV und/KON laut/APPR
    nach/APPR von/APPR an/APPR gegenüber/APPR zufolge/APPO so/ADV demnach/PROAV
"""
RELATIONS = ["nsubj", "obj", "iobj", "case", "compound:prt", "aux", "ccomp", "punct"]
WORD_ROWS = [(form, tag, (rest or [form])[0]) for form, tag, *rest in (word.split("/") for word in WORDS.split())]
MARK_ROWS = [(mark, "$(", mark) for mark in MARKS]
Row = tuple[tuple[str, str, str], bool, int, str]


def rows_of(rows: list[tuple[str, str, str]]) -> st.SearchStrategy[Row]:
    """Tokens of some rows, with white space behind it or not, a number for its head, its relation."""
    return st.tuples(st.sampled_from(rows), st.booleans(), st.integers(0, 99), st.sampled_from(RELATIONS))


# A text ends as it is, or is cut off after a word that opens a clause.
OPENERS = [row for row in WORD_ROWS if row[1] in {"KON", "KOUS", "KOKOM", "PWAV", "APPR", "PROAV"}]
ENDS = st.just(()) | st.tuples(rows_of([row for row in MARK_ROWS if row[0] in ",:–"]), rows_of(OPENERS))
BODIES = st.lists(rows_of([("\n\n", "_SP", "\n\n"), *MARK_ROWS, *WORD_ROWS]), min_size=5, max_size=30)


def random_doc(rows: list[Row]) -> Doc:
    """Return a document of random tokens, each with a random head before it in its sentence."""
    forms = [form for (form, _, _), *_ in rows]
    starts = [index == 0 or forms[index - 1] in {".", "?", "!", "\n\n"} for index in range(len(rows))]
    heads: list[int] = []
    for index, (_, _, head, _) in enumerate(rows):
        first = max(place for place in range(index + 1) if starts[place])
        heads.append(first + head % max(1, index - first))
    return Doc(
        german().vocab,
        words=forms,
        spaces=[space for _, space, *_ in rows],
        tags=[tag for (_, tag, _), *_ in rows],
        lemmas=[lemma for (_, _, lemma), *_ in rows],
        heads=heads,
        deps=["ROOT" if start else relation for start, (*_, relation) in zip(starts, rows, strict=True)],
        sent_starts=starts,
        ents=["B-PER" if tag == "NE" else "O" for (_, tag, _), *_ in rows],
    )


@settings(max_examples=500, report_multiple_bugs=False)
@given(BODIES, ENDS)
def test_any_mixture_of_words_and_marks(body: list[Row], end: tuple[Row, ...]) -> None:
    doc = recognised(random_doc([*body, *end]), "claims", "speakers")
    assert all(0 <= start < end <= len(doc) for start, end in spans_of(doc))
    for claim in get_claims(doc):
        edges = [edge for piece in claim.pieces for edge in piece]
        assert edges == sorted(edges), "pieces in order, none inside another"
