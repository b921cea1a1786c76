"""Every cue of the lexicons has an example of our own, and the embedded pipeline finds the claim in it."""

from dataclasses import dataclass

import pytest

from articlekit import Extractor
from articlekit.recognise.claims.frame import ClaimFrame, get_claims
from articlekit.recognise.lexicon import load_lexicons

SECTIONS = (
    *("cue_verbs", "cue_phrases", "cue_nouns"),
    *("after_nouns", "according_to", "postpositions", "adverbs", "relative_adverbs"),
)
LEXICONS = load_lexicons()
FOUND = 0.95
ACTS = 0.9
NEUTRAL = "assert"


@dataclass(frozen=True, slots=True)
class Example:
    """An entry's example with the claims in it."""

    cue: str
    act: str
    text: str
    claims: list[ClaimFrame]


@pytest.fixture(scope="session")
def examples(extractor: Extractor) -> dict[str, list[Example]]:
    """The examples of all sections, read in one pass."""
    entries = [(section, cue, entry) for section in SECTIONS for cue, entry in LEXICONS[section].items()]
    docs = extractor.nlp.pipe(entry.get("example", "") for _, _, entry in entries)
    read: dict[str, list[Example]] = {section: [] for section in SECTIONS}
    for (section, cue, entry), doc in zip(entries, docs, strict=True):
        read[section].append(Example(cue, entry.get("act", NEUTRAL), doc.text, get_claims(doc)))
    return read


@pytest.mark.parametrize("section", SECTIONS)
def test_every_entry_has_an_example_of_its_own(section: str) -> None:
    texts = [entry.get("example", "") for entry in LEXICONS[section].values()]
    assert all(text.endswith((".", "?", "!", "“")) for text in texts), "a sentence"
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("section", SECTIONS)
def test_the_examples_have_a_claim_with_a_cue(examples: dict[str, list[Example]], section: str) -> None:
    missed = [one.cue for one in examples[section] if not any(claim.cue for claim in one.claims)]
    assert len(missed) <= (1 - FOUND) * len(examples[section]), missed


def test_what_a_cue_says_is_an_act_of_its_example(examples: dict[str, list[Example]]) -> None:
    telling = [one for some in examples.values() for one in some if one.act != NEUTRAL and one.claims]
    others = [(one.cue, one.act) for one in telling if one.act not in {claim.act for claim in one.claims}]
    assert len(telling) > 500
    assert len(others) <= (1 - ACTS) * len(telling), others
