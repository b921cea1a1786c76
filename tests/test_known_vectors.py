"""Vectors that are remembered are those of the table."""

import numpy
import pytest
from spacy.lang.de import German
from spacy.language import Language
from spacy.ml.staticvectors import StaticVectors
from spacy.vectors import Vectors

from de_policy_news import known_vectors
from de_policy_news.known_vectors import KnownVectors, known_static_vectors


def pipeline(seed: int) -> Language:
    """Return a pipeline with small floret vectors."""
    nlp = German()
    data = numpy.random.default_rng(seed).standard_normal((50, 8), dtype="float32")
    vectors = Vectors(strings=nlp.vocab.strings, data=data, mode="floret", minn=3, maxn=4, hash_count=2)
    nlp.vocab.vectors = vectors
    return nlp


def test_the_layer_gives_what_spacys_gives() -> None:
    """Bit for bit, for words seen before too, and with another table."""
    for seed in (1, 2):
        nlp = pipeline(seed)
        docs = [nlp.make_doc("Das Gesetz und das Amt"), nlp.make_doc("Das Amt\n\nsagte das"), nlp.make_doc("")]
        ours, spacys = known_static_vectors(4), StaticVectors(4, dropout=0.0)
        ours.initialize(X=docs)
        spacys.initialize(X=docs)
        ours.set_param("W", spacys.get_param("W"))
        for batch in (docs[:1], docs, docs[2:]):
            assert numpy.array_equal(ours.predict(batch).data, spacys.predict(batch).data)
        assert ours.to_bytes() == spacys.to_bytes()


def test_too_many_words_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory is bounded."""
    monkeypatch.setattr(known_vectors, "MOST", 2)
    nlp = pipeline(1)
    known = KnownVectors()
    for word in "ein zwei drei vier fünf".split():
        key = nlp.vocab.strings.add(word)
        assert numpy.array_equal(known.get_batch(nlp.vocab.vectors, [key]), nlp.vocab.vectors.get_batch([key]))
        assert len(known._known[1]) <= 3
