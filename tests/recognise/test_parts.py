"""A long text is recognised part by part, and nobody can tell from what is found."""

from itertools import pairwise

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from articlekit import Extractor
from articlekit.recognise import parts
from articlekit.recognise.parts import recognise

PARAGRAPHS = (
    "Die Ministerin sagte, das Gesetz komme im Mai. Es sei längst überfällig.",
    "„Das reicht nicht“, sagte ein Sprecher des Verbands Bitkom. „Wir warten.“",
    "Neue Regeln",
    "Das Bundesamt für Sicherheit in der Informationstechnik warnte vor einer Lücke in der Software.",
)
TEXT = "\n\n".join(PARAGRAPHS * 6) + "\n"


@pytest.fixture
def nlp(extractor: Extractor) -> Language:
    return extractor.nlp


def everything(doc: Doc) -> list[object]:
    groups = {name: [(span.start, span.end, span.label_) for span in group] for name, group in doc.spans.items()}
    tokens = [(token.text, token.tag_, token.lemma_, str(token.morph), token.head.i, token.dep_) for token in doc]
    starts = [token.is_sent_start for token in doc]
    return [doc.text, tokens, starts, [(name.start, name.end, name.label_) for name in doc.ents], groups]


@pytest.mark.parametrize("part", [40, 150])
def test_parts_change_nothing(nlp: Language, monkeypatch: pytest.MonkeyPatch, part: int) -> None:
    whole = recognise(nlp, TEXT)
    assert whole.ents
    monkeypatch.setattr(parts, "PART", part)
    assert len(parts._cuts(whole)) > 2
    assert everything(recognise(nlp, TEXT)) == everything(whole)


def test_parts_start_with_paragraphs(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PART", 40)
    doc = parts.mark_paragraphs(nlp.make_doc(TEXT))
    cuts = parts._cuts(doc)
    assert all("\n" in doc[cut - 1].text for cut in cuts[1:-1])
    assert all(40 <= end - start < 80 for start, end in list(pairwise(cuts))[:-1])
    assert (cuts[0], cuts[-1]) == (0, len(doc))


@pytest.mark.parametrize("words", [79, 80, 81, 500])
def test_paragraph_without_end_is_cut_all_the_same(nlp: Language, monkeypatch: pytest.MonkeyPatch, words: int) -> None:
    monkeypatch.setattr(parts, "PART", 40)
    text = " ".join(["Wort"] * words)
    cuts = parts._cuts(nlp.make_doc(text))
    assert max(end - start for start, end in pairwise(cuts)) <= 80
    assert recognise(nlp, text).text == text
