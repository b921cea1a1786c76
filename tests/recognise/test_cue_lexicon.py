"""The lexicon of cues, compiled: every field of an entry says what the cue takes, and forms lead back to entries."""

from typing import Any

import pytest

from articlekit.recognise.claims.cue_lexicon import CueLexicon, CueSpec
from articlekit.recognise.lexicon import load_lexicons

SHIPPED = CueLexicon(load_lexicons())


def compiled(**sections: Any) -> CueLexicon:
    """Return the lexicon of these sections alone."""
    names = ("cue_verbs", "cue_nouns", "cue_phrases", "according_to", "postpositions", "after_nouns")
    return CueLexicon({name: {} for name in (*names, "adverbs", "relative_adverbs")} | sections)


def spec_of(**entry: Any) -> CueSpec:
    return compiled(cue_verbs={"gurren": {"act": "assert"} | entry}).verbs["gurren"]


def test_an_entry_with_an_act_alone() -> None:
    assert spec_of() == CueSpec("assert")
    assert spec_of(example="Die Taube gurrte, es sei Frühling.") == CueSpec("assert")


@pytest.mark.parametrize(
    ("entry", "field", "value"),
    [
        ({"act": "warn"}, "act", "warn"),
        ({"strength": "weak"}, "weak", True),
        ({"strength": "strong"}, "weak", False),
        ({"object": True}, "objects", True),
        ({"predicate": True}, "predicate", True),
        ({"prep": ["vor"]}, "prepositions", {"vor"}),
        ({"prep": ["zu", "für"]}, "prepositions", {"zu", "zum", "zur", "für", "fürs"}),
        ({"act": "ask"}, "questions", True),
        ({"act": "ask", "questions": False}, "questions", False),
        ({"questions": True}, "questions", True),
        ({"infinitive": False}, "infinitive", False),
        ({"requires": "für"}, "requires", {"für", "dafür", "fürs", "darfür"}),
        ({"requires": "auf"}, "requires", {"auf", "darauf", "daauf", "aufs"}),
        ({"source": "aus"}, "source", "aus"),
        ({"addressee": "an"}, "addressee", "an"),
        ({"cites": True}, "cites", True),
        ({"reflexive": True}, "reflexive", True),
        ({"dative": True}, "dative", True),
        ({"genitive": False}, "genitive", False),
    ],
)
def test_what_a_field_says(entry: dict[str, Any], field: str, value: Any) -> None:
    assert getattr(spec_of(**entry), field) == value


def test_sich_stands_for_the_other_persons_too() -> None:
    assert {"sich", "mich", "uns"} <= spec_of(requires="sich").requires
    assert "mich" not in spec_of(requires="als").requires


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("twitterte", "twittern"),
        ("twittert", "twittern"),
        ("postete", "posten"),
        ("bloggten", "bloggen"),
        ("lächelte", "lächeln"),
        ("murrt", "murren"),
        ("murre", "murren"),
    ],
)
def test_regular_forms_lead_to_infinitives(form: str, lemma: str) -> None:
    verbs = {name: {"act": "assert"} for name in ("twittern", "posten", "bloggen", "lächeln", "murren")}
    assert compiled(cue_verbs=verbs).forms.get(form) == lemma


def test_a_phrase_is_found_by_its_verb_the_longest_first() -> None:
    phrases = {
        "Wort geben": {"act": "promise"},
        "zu Protokoll geben": {"act": "assert"},
        "bekannt machen": {"act": "warn"},
    }
    assert compiled(cue_phrases=phrases).phrases == {
        "geben": [(("zu", "protokoll"), CueSpec("assert")), (("wort",), CueSpec("promise"))],
        "machen": [(("bekannt",), CueSpec("warn"))],
    }


NOUNS = {
    "Angabe": {"act": "assert", "prep": ["nach", "laut"]},
    "Sicht": {"act": "assert", "prep": ["aus"]},
    "Prognose": {"act": "predict"},
    "Plan": {"act": "announce"},
}


@pytest.mark.parametrize(
    ("preposition", "lemma", "noun"),
    [
        ("nach", "Angabe", "angabe"),
        ("laut", "Angabe", "angabe"),
        ("aus", "Angabe", None),
        ("aus", "Sicht", "sicht"),
        ("nach", "Sicht", None),
        ("nach", "Prognose", "prognose"),
        ("nach", "Polizeiangabe", "angabe"),
        ("aus", "Polizeiangabe", None),
        ("nach", "Konjunkturprognose", "prognose"),
        ("nach", "Bauplan", None),
        ("nach", "Plan", "plan"),
        ("nach", "Kabel", None),
    ],
)
def test_nouns_behind_a_preposition(preposition: str, lemma: str, noun: str | None) -> None:
    """Short nouns have no compounds: too much ends in `plan`."""
    assert compiled(after_nouns=NOUNS).after_noun(preposition, lemma) == noun


def test_the_longest_ending_is_the_noun() -> None:
    nouns = {
        name: {"act": "assert", "prep": [preposition]}
        for name, preposition in (("Bericht", "nach"), ("Prüfbericht", "laut"))
    }
    lexicon = compiled(after_nouns=nouns)
    assert lexicon.after_noun("laut", "Sonderprüfbericht") == "prüfbericht"
    assert lexicon.after_noun("nach", "Sonderprüfbericht") is None


@pytest.mark.parametrize(
    ("noun", "compound"),
    [
        ("Polizeiangabe", True),
        ("polizeiangabe", True),
        ("Angabe", False),
        ("Voangabe", False),
        ("Bauplan", False),
        ("Kabel", False),
    ],
)
def test_a_compound_has_somebody_in_it(noun: str, compound: bool) -> None:
    assert compiled(after_nouns=NOUNS).is_compound(noun) is compound


def test_nach_is_a_postposition_behind_its_nouns_only() -> None:
    lexicon = compiled(postpositions={"zufolge": {}, "nach": {"nouns": ["Ansicht", "Wort"]}})
    assert (lexicon.postpositions, lexicon.postposed) == ({"zufolge"}, {"ansicht", "wort"})
    assert compiled(postpositions={"zufolge": {}}).postposed == frozenset()


def test_no_shipped_form_belongs_to_two_verbs() -> None:
    """`forms` keeps one infinitive for each form; a second one would be lost."""
    stems: dict[str, set[str]] = {}
    for lemma in SHIPPED.verbs:
        stem = lemma.removesuffix("n") if lemma.endswith(("ern", "eln")) else lemma.removesuffix("en")
        stems.setdefault(stem, set()).add(lemma)
    assert {stem: lemmas for stem, lemmas in stems.items() if len(lemmas) > 1} == {}


@pytest.mark.parametrize(
    ("verb", "field", "value"),
    [
        ("hervorgehen", "source", "aus"),
        ("zitieren", "cites", True),
        ("appellieren", "addressee", "an"),
        ("auffordern", "addressee", "accusative"),
        ("sagen", "addressee", "dative"),
        ("widersprechen", "dative", True),
    ],
)
def test_fields_of_shipped_verbs(verb: str, field: str, value: Any) -> None:
    assert getattr(SHIPPED.verbs[verb], field) == value


def test_every_addressee_of_a_shipped_verb_is_a_case_or_a_preposition() -> None:
    known = {"dative", "accusative", "an", "von", "bei", "mit"}
    assert {spec.addressee for spec in SHIPPED.verbs.values()} <= known


def test_a_shipped_phrase_has_other_words_and_a_verb() -> None:
    assert all(others for known in SHIPPED.phrases.values() for others, _ in known)
    assert all(verb.endswith(("en", "n")) for verb in SHIPPED.phrases)
