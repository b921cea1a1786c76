"""Names that several teachers agree on in raw texts of the field: the silver half of the name finder's training data.

A span that all teachers find alike is a name; what only some of them find, or find otherwise, is unknown. A name of the
gazetteer that none of them finds is a name too. Unknown become names that have another kind at most of their places, that
the full-form lexicon has as common nouns only, and events and technologies found at one place only.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from articlekit.recognise.lexicon import load_lexicons
from articlekit.recognise.names.gazetteer import Gazetteer
from de_policy_news.word_classes import word_classes
from sources.raw import NEWS, PARLIAMENT, paragraphs
from sources.ud import read_treebank

DIGITAL = re.compile(
    r"\b(?:[Dd]igital|Daten|Internet|Künstliche[nr]? Intelligenz|KI\b|Cyber|Software|Plattform|Breitband|Glasfaser|"
    r"Mobilfunk|Halbleiter|Algorithm|Google|Facebook|Chips?\b|Cloud|Open[- ]Source|Überwachung|Satellit|"
    r"Telekommunikation|Netz(?:agentur|werk|neutral)|5G|NSA|IT-)"
)
LEAST_DIGITAL = 3
GERMAN = frozenset("der die das und ist nicht den zu von mit ein eine auf für".split())
LEAST_GERMAN = 0.1
CONTROL = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ufffd]")
SHORTEST, LONGEST = 60, 2000
WORDS = 120
Name = tuple[int, int, str]


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
    for text in filter(is_german, waiting):
        joined.append(text)
        words += text.count(" ") + 1
        if words >= WORDS:
            yield "\n\n".join(joined)
            joined, words = [], 0


def is_german(text: str) -> bool:
    """Tell whether a text is German and has no broken characters."""
    words = text.lower().split()
    return not CONTROL.search(text) and sum(word in GERMAN for word in words) >= LEAST_GERMAN * len(words)


def agreed(docs: Sequence[Doc], gazetteer: Gazetteer) -> Doc:
    """Return the first of the teachers' documents of one text, with the names they agree on."""
    found = [{(span.start, span.end, span.label_) for span in doc.ents} for doc in docs]
    sure = set.intersection(*found)
    doubted = set.union(*found) - sure
    texts_of = [token.text for token in docs[0]]
    taken = {index for start, end, _ in sure for index in range(start, end)}
    unknown = {index for start, end, _ in doubted for index in range(start, end)} - taken
    for start, end, label in gazetteer.find(texts_of):
        if taken.isdisjoint(range(start, end)) and unknown.isdisjoint(range(start, end)):
            sure.add((start, end, label))
    return with_names(docs[0], sure, unknown)


def with_names(doc: Doc, names: set[Name], unknown: set[int]) -> Doc:
    """Return a copy of the document with these names, and these tokens unknown."""
    words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
    copy = Doc(doc.vocab, words=words, spaces=spaces)
    copy.set_ents(
        [Span(copy, start, end, label=label) for start, end, label in sorted(names)],
        missing=[Span(copy, index, index + 1) for index in sorted(unknown)],
        default="outside",
    )
    return copy


def sifted(docs: Sequence[Doc], listed: frozenset[str]) -> Iterator[Doc]:
    """Yield the documents with the doubtful names unknown; `listed` are names that are none."""
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for doc in docs:
        for name in doc.ents:
            kinds[name.text][name.label_] += 1
    for doc in docs:
        kept: set[Name] = set()
        unknown = {token.i for token in doc if token.ent_iob == 0}
        for name in doc.ents:
            counts = kinds[name.text]
            lonely = name.label_ in ("EVT", "TEC") and counts.total() == 1
            noun = len(name) == 1 and word_classes().is_common_noun(name.text)
            minority = name.label_ != counts.most_common(1)[0][0]
            if name.text not in listed and (lonely or noun or minority):
                unknown.update(range(name.start, name.end))
            else:
                kept.add((name.start, name.end, name.label_))
        yield with_names(doc, kept, unknown)


def main(data: Path, target: Path, *models: Path) -> None:
    """Write the silver documents that the teachers in `models` make to `target`."""
    teachers: list[Language] = [spacy.load(model) for model in models]
    entries = load_lexicons()["gazetteer"]
    listed = frozenset(form for name, entry in entries.items() for form in (name, *entry.get("aliases", ())))
    gazetteer = Gazetteer(load_lexicons(), teachers[0].make_doc)
    everything = list(texts(data))
    streams = [teacher.pipe(everything) for teacher in teachers]
    docs = list(sifted([agreed(several, gazetteer) for several in zip(*streams, strict=True)], listed))
    unsure = sum(token.ent_iob == 0 for doc in docs for token in doc)
    print(
        f"{len(docs)} documents, {sum(map(len, docs))} tokens, {sum(len(d.ents) for d in docs)} names, {unsure} unsure"
    )
    DocBin(docs=docs).to_disk(target)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
