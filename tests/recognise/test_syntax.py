"""The regression list of the embedded pipeline's tokens, tags, lemmas, heads and sentence ends."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from articlekit import Extractor

SENTENCES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "syntax.yaml").read_text("utf-8"))


def cases() -> list[Any]:
    return [
        pytest.param(
            case,
            id=case["text"][:40],
            marks=[pytest.mark.xfail(reason="a known mistake of the model")] * ("fails" in case),
        )
        for case in SENTENCES
    ]


@pytest.mark.parametrize("case", cases())
def test_syntax(extractor: Extractor, case: dict[str, Any]) -> None:
    doc = extractor.nlp(case["text"])
    first = {token.text: token for token in reversed(doc)}
    found: dict[str, Any] = {
        "sentences": [text for sentence in doc.sents if (text := sentence.text.strip())],
        "tokens": [token.text for token in doc],
        "tags": {word: first[word].tag_ for word in case.get("tags", ())},
        "lemmas": {word: first[word].lemma_ for word in case.get("lemmas", ())},
        "heads": {word: first[word].head.text for word in case.get("heads", ())},
    }
    expected = {name: case[name] for name in found if name in case}
    assert {name: found[name] for name in expected} == expected


def test_the_list_is_long_and_mostly_managed() -> None:
    known_mistakes = sum("fails" in case for case in SENTENCES)
    assert len(SENTENCES) >= 60
    assert known_mistakes < len(SENTENCES) / 10
