"""Names that several teachers agree on in raw texts of the field: the silver half of the name finder's training data.

A span that all teachers find alike is a name; what only some of them find, or find otherwise, is unknown. A name of the
gazetteer that none of them finds is a name too.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from articlekit.recognise.lexicon import load_lexicons
from articlekit.recognise.names.gazetteer import Gazetteer
from sources.raw import NEWS, PARLIAMENT, paragraphs
from sources.ud import read_treebank

DIGITAL = re.compile(
    r"\b(?:[Dd]igital|Daten|Internet|Künstliche[nr]? Intelligenz|KI\b|Cyber|Software|Plattform|Breitband|Glasfaser|"
    r"Mobilfunk|Halbleiter|Algorithm|Google|Facebook|Chips?\b|Cloud|Open[- ]Source|Überwachung|Satellit|"
    r"Telekommunikation|Netz(?:agentur|werk|neutral)|5G|NSA|IT-)"
)
LEAST_DIGITAL = 3
SHORTEST, LONGEST = 60, 2000
WORDS = 120


def texts(data: Path) -> Iterator[str]:
    """Yield paragraphs of blogs, news and digital debates of parliament, short ones joined."""
    treebank = data / "treebank"
    waiting: list[str] = []
    for part in ("de_hdt-part1.conllu.xz", "de_hdt-part2.conllu.xz"):
        waiting += (
            "".join(word.form + " " * word.space for word in sentence).strip()
            for sentence in read_treebank(treebank / part, respace=True)
        )
    waiting += (text for text in paragraphs(data / "raw", NEWS) if len(text) <= LONGEST)
    for text in paragraphs(data / "raw", PARLIAMENT):
        if SHORTEST <= len(text) <= LONGEST and len(DIGITAL.findall(text)) >= LEAST_DIGITAL:
            waiting.append(text)
    joined: list[str] = []
    words = 0
    for text in waiting:
        joined.append(text)
        words += text.count(" ") + 1
        if words >= WORDS:
            yield "\n\n".join(joined)
            joined, words = [], 0


def agreed(docs: Sequence[Doc], gazetteer: Gazetteer) -> Doc:
    """Return the first of the teachers' documents of one text, with the names they agree on."""
    found = [{(span.start, span.end, span.label_) for span in doc.ents} for doc in docs]
    sure = set.intersection(*found)
    doubted = set.union(*found) - sure
    doc = docs[0]
    names = [Span(doc, start, end, label=label) for start, end, label in sorted(sure)]
    taken = {index for start, end, _ in sure for index in range(start, end)}
    unknown = {index for start, end, _ in doubted for index in range(start, end)} - taken
    for start, end, label in gazetteer.find([token.text for token in doc]):
        if taken.isdisjoint(range(start, end)) and unknown.isdisjoint(range(start, end)):
            names.append(Span(doc, start, end, label=label))
    missing = [Span(doc, index, index + 1) for index in sorted(unknown)]
    result = Doc(doc.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])
    result.set_ents(
        [Span(result, span.start, span.end, label=span.label_) for span in names],
        missing=[Span(result, span.start, span.end) for span in missing],
        default="outside",
    )
    return result


def main(data: Path, target: Path, *models: Path) -> None:
    """Write the silver documents that the teachers in `models` make to `target`."""
    teachers: list[Language] = [spacy.load(model) for model in models]
    gazetteer = Gazetteer(load_lexicons(), teachers[0].make_doc)
    everything = list(texts(data))
    streams = [teacher.pipe(everything) for teacher in teachers]
    docs = [agreed(several, gazetteer) for several in zip(*streams, strict=True)]
    unsure = sum(token.ent_iob == 0 for doc in docs for token in doc)
    print(
        f"{len(docs)} documents, {sum(map(len, docs))} tokens, {sum(len(d.ents) for d in docs)} names, {unsure} unsure"
    )
    DocBin(docs=docs).to_disk(target)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
