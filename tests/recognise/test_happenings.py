"""Happenings on hand-built documents: what tells one, what does not, and what belongs to it."""

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from articlekit import Extractor
from articlekit.recognise.happenings.frame import get_happenings
from tests.builders import german, make_doc, recognised, words_at

ADOPTED = """
    Am APPRART an case:2 nk:3
    Donnerstag NN = obl:7 mo:3
    hat VAFIN haben aux:7 root:0
    der ART = det:5 nk:5
    Bundestag NN = nsubj:7 sb:3 @ORG
    das ART = det:7 nk:7
    IT-Sicherheitsgesetz NN = obj:8 oa:8 @LAW
    {word}
    . $. =
"""
WITH_OBJECT = "    beschlossen VVPP beschließen root:0 oc:3"


class Found(NamedTuple):
    type: str
    triggers: list[str]
    status: str = "happened"
    agents: tuple[str | None, ...] = ()
    objects: tuple[str | None, ...] = ()
    when: str | None = None
    where: str | None = None


def found_in(doc: Doc) -> list[Found]:
    recognised(doc, "claims", "happenings")
    return [
        Found(
            frame.type,
            [doc[token].text for token in frame.triggers],
            frame.status,
            tuple(words_at(doc, piece) for piece in frame.agents),
            tuple(words_at(doc, piece) for piece in frame.objects),
            doc.text[slice(*frame.whens[0])] if frame.whens else None,
            words_at(doc, frame.where),
        )
        for frame in get_happenings(doc)
    ]


@pytest.mark.parametrize("scheme", ["ud", "tiger"])
def test_verb_with_its_participants_and_date(scheme: str) -> None:
    doc = make_doc(ADOPTED.format(word=WITH_OBJECT), scheme)
    [found] = found_in(doc)
    expected = Found(
        "adoption", ["beschlossen"], "happened", ("Bundestag",), ("IT-Sicherheitsgesetz",), "Am Donnerstag", None
    )
    assert found == expected


def test_passive_swaps_the_roles_and_a_place_needs_a_preposition() -> None:
    doc = make_doc("""
        Am APPRART an
        Freitag NN =
        wurde VAFIN werden aux:8
        in APPR = case:5
        Jülich NE = obl:8 @LOC
        der ART =
        Supercomputer NN = nsubj:pass:8
        eingeweiht VVPP einweihen root:0
        . $. =
    """)
    [found] = found_in(doc)
    assert (found.type, found.where, found.when) == ("opening", "Jülich", "Am Freitag")
    assert found.objects == ("Supercomputer",)
    assert found.agents == ()


def test_noun_with_its_own_preposition() -> None:
    doc = make_doc("""
        Der ART =
        Angriff NN = nsubj:9
        auf APPR = case:5
        den ART = det:5
        Bundestag NN = nmod:2 @ORG
        im APPRART in
        Mai NN =
        2015 CARD =
        blieb VVFIN bleiben root:0 +Mood=Ind|Tense=Past
        unbemerkt ADJD =
        . $. =
    """)
    [found] = found_in(doc)
    assert (found.type, found.triggers, found.objects) == ("attack", ["Angriff"], ("Bundestag",))
    assert found.when == "im Mai 2015"


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(
            """
            Wenn KOUS =
            Netze NN Netz nsubj:3
            ausfallen VVFIN = root:0
            , $, =
            hilft VVFIN helfen
            Papier NN =
            . $. =
            """,
            id="condition",
        ),
        pytest.param(
            """
            Keller NE = nsubj:2 @PER
            fordert VVFIN fordern root:0
            den ART =
            Rücktritt NN = obj:2
            des ART =
            Ministers NN Minister nmod:4
            . $. =
            """,
            id="demand",
        ),
        pytest.param(
            """
            Die ART =
            Firma NN = nsubj:6
            könnte VMFIN können aux:6 +Mood=Sub
            ihren PPOSAT =
            Rivalen NN Rivale obj:6
            übernehmen VVINF = root:0
            . $. =
            """,
            id="possible",
        ),
        pytest.param(
            """
            Der ART =
            verschlüsselte ADJA =
            Dienst NN = nsubj:4
            kostet VVFIN kosten root:0
            nichts PIS =
            . $. =
            """,
            id="state",
        ),
    ],
)
def test_what_is_no_happening(table: str) -> None:
    assert found_in(make_doc(table)) == []


def test_words_inside_a_name_tell_nothing() -> None:
    doc = make_doc(ADOPTED.format(word=WITH_OBJECT).replace("IT-Sicherheitsgesetz NN =", "Start NN = "))
    assert [found.type for found in found_in(doc)] == ["adoption"]


def test_definite_noun_takes_up_the_happening() -> None:
    table = (
        ADOPTED.format(word=WITH_OBJECT).rstrip()
        + """

    Der ART =
    Beschluss NN = nsubj:3
    war VAFIN sein root:0
    knapp ADJD =
    . $. =
    """
    )
    [found] = found_in(make_doc("\n".join(line.strip() for line in table.splitlines())))
    assert found.triggers == ["beschlossen", "Beschluss"]


def test_negation_denies() -> None:
    word = "    nicht PTKNEG =\n    beschlossen VVPP beschließen root:0 oc:3"
    [found] = found_in(make_doc(ADOPTED.format(word=word).replace(":7 ", ":9 ").replace("obj:8 oa:8", "obj:9 oa:9")))
    assert found.status == "denied"


def test_document_without_the_component_has_no_happenings() -> None:
    assert get_happenings(german().make_doc("Der Bundestag hat das Gesetz beschlossen.")) == []


def test_happenings_survive_serialisation() -> None:
    doc = make_doc(ADOPTED.format(word=WITH_OBJECT))
    before = found_in(doc)
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert get_happenings(again) == get_happenings(doc)
    assert before
    assert [(span.text, span.label_) for span in again.spans["articlekit_happenings"]] == [("beschlossen", "adoption")]


WORDS = st.sampled_from(
    "Der Bundestag hat am Montag in Bonn das Gesetz beschlossen , . ? die der Start von Apple nicht wenn soll wird "
    "Angriff auf stellte vor „ “ ( ) 2016 \n\n – und Europawahl trat zurück in Kraft treten".split(" ")
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=60))
def test_no_text_raises(extractor: Extractor, text: str) -> None:
    doc = extractor.nlp(text)
    for frame in get_happenings(doc):
        assert all(0 <= token < len(doc) for token in frame.triggers)
        assert all(doc.text[slice(*time)] for time in frame.whens)
        assert all(doc[start:end].text for start, end in (*frame.agents, *frame.objects))
