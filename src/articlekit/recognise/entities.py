"""Names: what the pipeline's NER found, put right by open rules, and completed from the gazetteer.

The rules, in order: what is no name goes; MISC of generic pipelines becomes an event, technology or law where its words
say so; the gazetteer adds what was missed; a name found once is found at its other places in the article.
"""

from collections import Counter
from collections.abc import Callable, Iterable

from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from articlekit.recognise.lexicon import Lexicons, words

LABELS = ("PER", "ORG", "LOC", "EVT", "TEC", "LAW")
SYNONYMS = {"PERSON": "PER", "GPE": "LOC", "PRODUCT": "TEC", "EVENT": "EVT"}
QUOTES = frozenset("„“”\"»«‚‘’›‹'()[],;:")
NAME_TAGS = frozenset({"NE", "NN", "FM", "XY", "CARD", "TRUNC"})
Rule = tuple[tuple[str, ...], str]


class EntitiesComponent:
    """Sets `doc.ents` to names of the six kinds; registered as `articlekit_entities`. Comes after ner."""

    def __init__(self, vocab: Vocab, lexicons: Lexicons, tokenize: Callable[[str], Doc]) -> None:
        self.vocab = vocab
        self._not_names = frozenset(word.lower() for word in words(lexicons["not_names"]))
        self._law = tuple(words(lexicons["law_endings"]))
        self._event = tuple(words(lexicons["event_words"]))
        self._gazetteer: dict[str, list[Rule]] = {}
        for name, entry in lexicons["gazetteer"].items():
            for form in (name, *entry.get("aliases", ())):
                tokens = tuple(token.text for token in tokenize(form))
                self._gazetteer.setdefault(tokens[0], []).append((tokens, entry["kind"]))
        for rules in self._gazetteer.values():
            rules.sort(key=lambda rule: -len(rule[0]))

    def __call__(self, doc: Doc) -> Doc:
        """Replace `doc.ents`."""
        text = [token.text for token in doc]
        found = [span for entity in doc.ents if (span := self._kept(doc, entity)) is not None]
        added = list(self._from_gazetteer(doc, text, found))
        spans = filter_spans([*found, *added])
        spans = filter_spans([*spans, *_repeated(doc, text, spans)])
        doc.set_ents(sorted(spans, key=lambda span: span.start))
        return doc

    def _kept(self, doc: Doc, entity: Span) -> Span | None:
        """Return the entity as a name of one of the six kinds, its edges cleaned, or None."""
        start, end = entity.start, entity.end
        while start < end and (doc[start].text in QUOTES or doc[start].is_space or doc[start].tag_ in ("ART", "APPRART")):
            start += 1
        while end > start and (doc[end - 1].text in QUOTES or doc[end - 1].is_space):
            end -= 1
        if start == end:
            return None
        text = doc[start:end].text
        if "\n" in text or text.lower() in self._not_names:
            return None
        if text.islower() and entity.label_ in ("PER", "LOC", "LAW"):
            return None
        if all(doc[i].like_num or doc[i].is_punct for i in range(start, end)):
            return None
        label = SYNONYMS.get(entity.label_, entity.label_)
        if label not in LABELS:
            kind = self._kind_of(text)
            if kind is None:
                return None
            label = kind
        return Span(doc, start, end, label=label)

    def _kind_of(self, text: str) -> str | None:
        """Return the kind of a MISC name by its last word, or None where nothing tells."""
        if text.endswith(self._law):
            return "LAW"
        parts = text.split()
        if any(part.endswith(self._event) for part in parts):
            return "EVT"
        if any(c.isdigit() for c in text) or (len(parts) == 1 and any(c.isupper() for c in text[1:])):
            return "TEC"
        return None

    def _from_gazetteer(self, doc: Doc, text: list[str], found: Iterable[Span]) -> Iterable[Span]:
        taken = {index for span in found for index in range(span.start, span.end)}
        index = 0
        while index < len(text):
            end = self._match(text, index)
            if end is None:
                index += 1
                continue
            stop, kind = end
            if not taken & set(range(index, stop)):
                yield Span(doc, index, stop, label=kind)
            index = stop

    def _match(self, text: list[str], index: int) -> tuple[int, str] | None:
        for first in (text[index], text[index].removesuffix("s")):
            for tokens, kind in self._gazetteer.get(first, ()):
                stop = index + len(tokens)
                window = text[index:stop]
                if len(window) < len(tokens):
                    continue
                if (*window[:-1], window[-1]) == tokens or (*window[:-1], window[-1].removesuffix("s")) == tokens:
                    return stop, kind
        return None


def _repeated(doc: Doc, text: list[str], spans: list[Span]) -> Iterable[Span]:
    """Yield the other places of the names found, with the label they have most often; surnames of full names too."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    for span in spans:
        votes.setdefault(tuple(text[span.start : span.end]), Counter())[span.label_] += 1
        if span.label_ == "PER" and len(span) > 1:
            votes.setdefault((text[span.end - 1],), Counter())["PER"] += 1
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for form in votes:
        if len(form) > 1 or (len(form[0]) > 2 and form[0][:1].isupper()):
            by_first.setdefault(form[0], []).append(form)
    taken = {index for span in spans for index in range(span.start, span.end)}
    for index, word in enumerate(text):
        for form in sorted(by_first.get(word, ()), key=len, reverse=True):
            stop = index + len(form)
            if tuple(text[index:stop]) == form and not taken & set(range(index, stop)):
                if len(form) == 1 and doc[index].tag_ not in NAME_TAGS:
                    continue
                yield Span(doc, index, stop, label=votes[form].most_common(1)[0][0])
                break
