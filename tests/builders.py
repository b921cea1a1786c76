"""Hand-built documents: a table with one token a line, and the components on them without a trained model.

A row is `form TAG lemma`, then in any order and as needed:

* `nsubj:2 sb:3`  relation and head in UD and in TIGER, heads counted from 1 in the sentence, 0 for its root;
  one alone serves both schemes;
* `+Mood=Sub`     morphological features;
* `@PER`          a name; rows that follow one another with the same label are one name, `@PER!` begins a new one.

The lemma `=` is the form itself. A row without a relation hangs on the root. A blank line ends the sentence, `¶` is a
paragraph break. White space stands where German sets it; a form that ends in `~` has none behind it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from articlekit.recognise import COMPONENTS
from articlekit.recognise.claims.frame import ClaimFrame, Piece, get_claims
from articlekit.recognise.lexicon import load_lexicons
from articlekit.records import Article, Provenance, Summary
from articlekit.summarise.build import build_summary

SCHEMES = ("ud", "tiger")
ORIGIN = Provenance(articlekit="0", model="de_fake", model_version="1", config_sha256="0")
OPENING = frozenset("„»›‚([")
CLOSING = frozenset("“”«‹‘)].,;:!?…")
BREAK = "¶"
UNKNOWN = -1

SAID = """
    Ute NE = nsubj:2 @PER
    sagte VVFIN sagen root:0
    , $, =
    das ART der det:5
    Kabel NN = nsubj:6
    halte VVFIN halten ccomp:2 +Mood=Sub
    . $. =
    """
"""`Ute sagte, das Kabel halte.`, whom what follows can go on with."""


@dataclass(frozen=True, slots=True)
class Row:
    """One token."""

    form: str
    tag: str
    lemma: str
    relations: tuple[tuple[str, int], ...] = ()
    morph: str = ""
    entity: str = ""


class Seen(NamedTuple):
    """What a reader of the summary would see of a claim; words as they stand, pieces joined by ` ... `."""

    form: str
    act: str
    speaker: str | None
    cue: str
    text: str


@cache
def german() -> Language:
    """Return a blank German pipeline with articlekit's components, by their registered names."""
    nlp = spacy.blank("de")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def make_doc(table: str, scheme: str = "ud") -> Doc:
    """Return the document of a table."""
    sentences = [[_row(line) for line in block.splitlines() if line.strip()] for block in table.strip().split("\n\n")]
    rows = [row for sentence in sentences for row in sentence]
    heads: list[int] = []
    relations: list[str] = []
    for sentence in sentences:
        first = len(heads)
        root = next((number for number, row in enumerate(sentence, 1) if _relation(row, scheme)[1] == 0), 1)
        for number, row in enumerate(sentence, 1):
            relation, head = _relation(row, scheme)
            heads.append(first + (root if head in (0, UNKNOWN) else head) - 1)
            relations.append("ROOT" if number == root else relation)
    return Doc(
        german().vocab,
        words=["\n\n" if row.form == BREAK else row.form.removesuffix("~") for row in rows],
        spaces=list(_spaces(rows)),
        tags=[row.tag for row in rows],
        lemmas=[row.lemma for row in rows],
        morphs=[row.morph for row in rows],
        heads=heads,
        deps=relations,
        sent_starts=[number == 0 for sentence in sentences for number in range(len(sentence))],
        ents=list(_entities(rows)),
    )


def flat_doc(text: str, tag: str = "NN", names: tuple[tuple[str, str], ...] = ()) -> Doc:
    """Return a document of a text as the tokenizer splits it: one sentence, one tag, names as (label, words)."""
    words = german().make_doc(text)
    tags = ["$(" if word.is_punct else "_SP" if word.is_space else tag for word in words]
    doc = Doc(
        words.vocab,
        words=[word.text for word in words],
        spaces=[bool(word.whitespace_) for word in words],
        tags=tags,
        lemmas=[word.text for word in words],
        heads=[0] * len(words),
        deps=["dep"] * len(words),
    )
    starts = [text.index(name) for _, name in names]
    doc.ents = [doc.char_span(at, at + len(name), label=label) for at, (label, name) in zip(starts, names, strict=True)]
    return doc


def recognised(doc: Doc, *components: str) -> Doc:
    """Return a document with components applied, `claims` for `articlekit_claims`; by default all but the first."""
    for name in [f"articlekit_{name}" for name in components] or COMPONENTS[1:]:
        doc = german().get_pipe(name)(doc)
    return doc


def words_at(doc: Doc, piece: Piece | None) -> str | None:
    return doc[piece[0] : piece[1]].text if piece else None


def claims_of(doc: Doc) -> list[Seen]:
    """Return the claims of a recognised document."""
    return [_seen(doc, frame) for frame in get_claims(doc)]


def meant_of(doc: Doc) -> list[str | None]:
    """Return for each claim the name or noun phrase elsewhere that its speaker stands for."""
    return [words_at(doc, frame.antecedent) for frame in get_claims(doc)]


def summary_of(doc: Doc, date: str | None = None) -> Summary:
    """Return the summary of a recognised document."""
    return build_summary(Article(text=doc.text, date=date), [doc], ORIGIN, load_lexicons())


def _seen(doc: Doc, frame: ClaimFrame) -> Seen:
    cue = " ".join(doc[start:end].text for start, end in frame.cue)
    text = " ... ".join(doc[start:end].text for start, end in frame.pieces)
    return Seen(frame.form, frame.act, words_at(doc, frame.speaker), cue, text)


def _row(line: str) -> Row:
    form, tag, lemma, *details = line.split()
    pairs = (detail.rpartition(":") for detail in details if detail[0] not in "+@")
    relations = tuple((relation, int(head)) for relation, _, head in pairs)
    morph = next((detail[1:] for detail in details if detail[0] == "+"), "")
    entity = next((detail[1:] for detail in details if detail[0] == "@"), "")
    return Row(form, tag, form.removesuffix("~") if lemma == "=" else lemma, relations, morph, entity)


def _relation(row: Row, scheme: str) -> tuple[str, int]:
    if not row.relations:
        return "punct" if row.tag.startswith("$") else "dep", UNKNOWN
    return row.relations[min(SCHEMES.index(scheme), len(row.relations) - 1)]


def _spaces(rows: list[Row]) -> Iterator[bool]:
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        glued = row.form.endswith("~") or row.form in OPENING or BREAK in (row.form, after.form if after else BREAK)
        yield not glued and after is not None and after.form.removesuffix("~") not in CLOSING


def _entities(rows: list[Row]) -> Iterator[str]:
    before = ""
    for row in rows:
        label = row.entity.removesuffix("!")
        yield f"{'I' if label == before and not row.entity.endswith('!') else 'B'}-{label}" if label else "O"
        before = label


def check_table(entry: dict[str, Any]) -> None:
    """Check the claims of a sentence in a table: as `Seen` reads them, all by the entry's rule."""
    doc = recognised(make_doc(entry["table"]))
    assert claims_of(doc) == [Seen(*claim) for claim in entry["claims"]]
    assert {claim.rule for claim in get_claims(doc)} <= {entry["rule"]}
