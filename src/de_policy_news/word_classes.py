"""What the full-form lexicon knows of a word, as features beside the usual ones of a token-to-vector layer.

A word has three numbers, 0 for unknown: its word classes (common noun, first name, finite verb …), its morphology
(every case, number, gender, person, tense that the form can have), and the word classes of its lower-cased form when
it is capitalised, as every first word of a sentence is. A word that the table does not have is looked up by its longest
known last part, since German compounds have the grammar of their last part; its word classes are then numbers of their own.
Gender forms (Kund:innen, LehrerIn) are looked up as the feminine noun.
"""

import gzip
import re
from functools import cache
from importlib.resources import files
from itertools import count
from typing import Any, cast

import numpy
from spacy.attrs import ORTH  # type: ignore[import-untyped, unused-ignore]
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array
from thinc.types import Floats2d, Ints2d

from de_policy_news.known_vectors import known_static_vectors

TABLE = "word_classes.tsv.gz"
GENDERED = re.compile(r"(?<=[a-zäöüß])(?:[:*_/]i|I)n(?=$|nen$)")
SHORTEST_PART, SHORTEST_REST = 4, 2
NAMES = frozenset({"VOR", "NAC", "GEO", "EIG"})
Classes = tuple[int, int]
Features = tuple[int, int, int]
NUMBERS = 3


class WordClasses:
    """The table, read once, with the features of the words looked up so far.

    Args:
        table: packed lines of word classes, morphology and the forms that have both.
    """

    def __init__(self, table: bytes) -> None:
        self._forms: dict[str, Classes] = {}
        kinds: dict[str, int] = {}
        grammar: dict[str, int] = {}
        for line in gzip.decompress(table).decode("utf-8").splitlines():
            kind, morphology, forms = line.split("\t")
            classes = kinds.setdefault(kind, len(kinds) + 1), grammar.setdefault(morphology, len(grammar) + 1)
            self._forms.update(dict.fromkeys(forms.split(), classes))
        self._guessed = len(kinds)
        self._known: dict[int, Features] = {}
        self._names = {number for kind, number in kinds.items() if not NAMES.isdisjoint(kind.split("+"))}

    def features(self, word: str) -> Features:
        """Return the three numbers of a word."""
        word = GENDERED.sub("in", word)
        kind, morphology = self._lookup(word)
        lower = word.lower()
        return kind, morphology, self._forms.get(lower, (0, 0))[0] if lower != word else 0

    def rows(self, keys: list[int], strings: StringStore) -> list[Features]:
        """Return the numbers of the words with these keys of spaCy's, which are the same in every vocabulary."""
        for key in keys:
            if key not in self._known:
                self._known[key] = self.features(strings[key])
        return [self._known[key] for key in keys]

    def _lookup(self, word: str) -> Classes:
        known = self._forms.get(word)
        if known or not word[-1:].isalpha():
            return known or (0, 0)
        title = word[0].isupper()
        last = word.rfind("-") + 1
        for start in range(last or SHORTEST_REST, len(word) - SHORTEST_PART + 1):
            part = word[start:]
            known = self._forms.get(part[0].upper() + part[1:] if title else part)
            if known and (start == last or known[0] not in self._names):
                return known[0] + self._guessed, known[1]
        return 0, 0


@cache
def word_classes() -> WordClasses:
    """Return the table of the package."""
    return WordClasses(files("de_policy_news").joinpath(TABLE).read_bytes())


def word_class_embed(
    width: int, attrs: list[str], rows: list[int], class_rows: list[int]
) -> Model[list[Doc], list[Floats2d]]:
    """Return a layer like spaCy's MultiHashEmbed with static vectors, with the word classes as further columns.

    Registered with spaCy by an entry point as the architecture `de_policy_news.WordClassEmbed.v1`.

    Args:
        width: of the output and of each table.
        attrs: the token attributes to embed.
        rows: of the table of each attribute.
        class_rows: of the tables of word classes, morphology and word classes of the lower-cased form.

    Raises:
        ValueError: when the numbers of rows do not fit.
    """
    if len(rows) != len(attrs) or len(class_rows) != NUMBERS:
        raise ValueError(f"rows for each of {attrs} and {NUMBERS} class_rows are needed, not {rows} and {class_rows}")
    seeds = count(8)
    embeddings: list[Any] = [
        HashEmbed(width, size, column=column, seed=next(seeds), dropout=0.0)
        for column, size in enumerate([*rows, *class_rows])
    ]
    concat_size = width * (len(embeddings) + 1)
    model: Model[list[Doc], list[Floats2d]] = chain(
        concatenate(
            chain(_extract(attrs), list2ragged(), with_array(concatenate(*embeddings))),
            known_static_vectors(width),
        ),
        with_array(Maxout(width, concat_size, nP=3, dropout=0.0, normalize=True)),
        ragged2list(),
    )
    return model


def _extract(attrs: list[str]) -> Model[list[Doc], list[Ints2d]]:
    return Model("extract_word_classes", _forward, attrs={"columns": attrs})


def _forward(model: Model[list[Doc], list[Ints2d]], docs: list[Doc], is_train: bool) -> tuple[list[Ints2d], object]:  # noqa: ARG001
    columns = [ORTH, *model.attrs["columns"]]
    arrays: list[Ints2d] = []
    if docs:
        _widen(docs[0].vocab)
    for doc in docs:
        attrs = doc.to_array(columns).reshape((len(doc), len(columns)))
        rows = word_classes().rows(attrs[:, 0].tolist(), doc.vocab.strings)
        classes = numpy.array(rows, dtype=attrs.dtype).reshape((len(doc), NUMBERS))
        arrays.append(model.ops.asarray2i(cast("Ints2d", numpy.hstack([attrs[:, 1:], classes])), dtype="uint64"))
    return arrays, lambda _: []


def _widen(vocab: Vocab) -> None:
    """Make single precision of vectors that are stored in half precision."""
    if vocab.vectors.data.dtype == numpy.float16:
        vocab.vectors.data = vocab.vectors.data.astype(numpy.float32)
