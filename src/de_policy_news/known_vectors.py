"""The layer of static vectors with a memory: a floret vector is put together once a word, not once a word and text.

The parts are spaCy's, and so are the numbers; what a layer learns is stored as that of spaCy's StaticVectors.
"""

from typing import Any, cast

import numpy
from spacy.ml.staticvectors import StaticVectors
from spacy.ml.staticvectors import forward as forward_without_memory
from spacy.tokens import Doc
from spacy.vectors import Mode, Vectors  # type: ignore[import-not-found, unused-ignore]
from thinc.api import Model
from thinc.types import Floats2d, Ragged

MOST = 50_000
"""Words remembered; with one more all are forgotten. A vector has 96 numbers, which makes 20 MB."""


class KnownVectors:
    """The vectors of the words looked up so far, of one table at a time."""

    def __init__(self) -> None:
        self._known: tuple[Any, dict[int, Any]] = None, {}

    def get_batch(self, vectors: Vectors, keys: list[int]) -> Any:
        """Return the vectors of words as `vectors.get_batch` does.

        Args:
            vectors: the table, which does not change.
            keys: of the words, at least one.
        """
        table, rows = self._known
        if table is not vectors.data or len(rows) > MOST:
            rows = {}
            self._known = vectors.data, rows
        if missing := list({key for key in keys if key not in rows}):
            rows.update(zip(missing, map(numpy.copy, vectors.get_batch(missing)), strict=True))
        return numpy.concatenate([rows[key] for key in keys]).reshape(len(keys), -1)


_KNOWN = KnownVectors()


def known_static_vectors(width: int) -> Model[list[Doc], Ragged]:
    """Return spaCy's layer of static vectors, which remembers words where it does not learn."""
    layer = StaticVectors(width, dropout=0.0)
    layer._func = _forward
    return layer


def _forward(model: Model[list[Doc], Ragged], docs: list[Doc], is_train: bool) -> tuple[Ragged, Any]:
    vectors: Any = docs[0].vocab.vectors if any(map(len, docs)) else None
    remembers = isinstance(vectors, Vectors) and vectors.mode == Mode.floret and isinstance(vectors.data, numpy.ndarray)
    if is_train or not remembers:
        return forward_without_memory(model, docs, is_train)
    keys = [key for doc in docs for key in doc.to_array(vectors.attr).tolist()]
    found: Floats2d = _KNOWN.get_batch(vectors, keys)
    weights = cast("Floats2d", model.ops.as_contig(model.get_param("W")))
    lengths = model.ops.asarray1i([len(doc) for doc in docs])
    return Ragged(model.ops.gemm(found, weights, trans2=True), lengths), lambda _: []
