"""Names: what the pipeline's NER found, put right by open rules, completed from the gazetteer and within the article.

The order: edges and what is no name; MISC of generic pipelines to event, technology or law; kinds by the words in and
beside a name; the gazetteer for what was missed; compounds with -gesetz; one kind for one name of a person; a name found
once is found at its other places.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Span

from articlekit.recognise.lexicon import Lexicons
from articlekit.recognise.names.gazetteer import Gazetteer
from articlekit.recognise.names.repairs import Name, Repairs
from articlekit.recognise.view import NOUNS, View
from articlekit.sections import LABELS

SYNONYMS = {"PERSON": "PER", "GPE": "LOC", "PRODUCT": "TEC", "EVENT": "EVT"}
REPEATABLE_TAGS = frozenset({"NE", "NN", "FM", "XY", "CARD", "TRUNC"})


class EntitiesComponent:
    """Sets `doc.ents` to names of the six kinds; registered as `articlekit_entities`. Comes after ner."""

    def __init__(self, lexicons: Lexicons, tokenize: Callable[[str], Doc]) -> None:
        self._gazetteer = Gazetteer(lexicons, tokenize)
        self._repairs = Repairs(lexicons)

    def __call__(self, doc: Doc) -> Doc:
        """Replace `doc.ents`."""
        view = View(doc)
        names = list(self._repaired(view))
        names += self._missing(view, _taken(len(doc), names))
        names = _one_kind_for_people(view, names)
        names += _repeated(view, names, _taken(len(doc), names))
        doc.set_ents([Span(doc, start, end, label=label) for start, end, label in sorted(names)])
        return doc

    def _repaired(self, view: View) -> Iterator[Name]:
        repairs = self._repairs
        taken = _taken(len(view), [(entity.start, entity.end, "") for entity in view.ents])
        last = 0
        for entity in view.ents:
            edges = repairs.trimmed(view, max(entity.start, last), entity.end)
            if edges is None:
                continue
            label: str | None = SYNONYMS.get(entity.label_, entity.label_)
            if label not in LABELS:
                label = repairs.kind_of_misc(view.words(*edges))
            known = self._gazetteer.match(view.text, edges[0])
            is_known = known is not None and known[0] == edges[1]
            if label is None or not (is_known or repairs.is_name(view, *edges, label)):
                continue
            if is_known and known:
                label = repairs.by_gazetteer((*edges, label), known[1])[2]
            name = repairs.by_class_noun(view, repairs.without_class_noun(view, (*edges, label)))
            name = repairs.by_its_words(name, view, known=is_known)
            name = repairs.extended(view, name, taken)
            last = name[1]
            yield name

    def _missing(self, view: View, taken: list[bool]) -> Iterator[Name]:
        """Yield the names of the gazetteer and the laws that NER has missed."""
        for start, end, label in self._gazetteer.find(view.text):
            if not any(taken[start:end]):
                taken[start:end] = [True] * (end - start)
                yield start, end, label
        for index, tag in enumerate(view.tag):
            if taken[index] or tag not in NOUNS:
                continue
            found: Name | None = None
            if tag in ("NN", "NE") and self._repairs.is_law(view.text[index]):
                found = index, index + 1, "LAW"
            found = found or self._repairs.after_class_noun(view, index, taken)
            found = found or self._repairs.before_year(view, index, taken)
            if found:
                taken[found[0] : found[1]] = [True] * (found[1] - found[0])
                yield found


def _taken(length: int, names: list[Name]) -> list[bool]:
    taken = [False] * length
    for start, end, _ in names:
        taken[start:end] = [True] * (end - start)
    return taken


def _one_kind_for_people(view: View, names: list[Name]) -> list[Name]:
    """Give a full name the kind it has most often, and a surname alone that of the person of that name."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    for start, end, label in names:
        votes.setdefault(tuple(view.text[start:end]), Counter())[label] += 1
    best = {form: counter.most_common(1)[0][0] for form, counter in votes.items()}
    surnames = {form[-1] for form, label in best.items() if label == "PER" and len(form) > 1}
    changed = []
    for start, end, label in names:
        form = tuple(view.text[start:end])
        person = best[form] == "PER" or (end - start == 1 and form[0].removesuffix("s") in surnames)
        changed.append((start, end, "PER" if person and label in ("ORG", "LOC") else label))
    return changed


def _repeated(view: View, names: list[Name], taken: list[bool]) -> Iterator[Name]:
    """Yield the other places of the names found, with the label they have most often; surnames of full names too."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    for start, end, label in names:
        form = tuple(view.text[start:end])
        forms = [form, (form[-1],)] if label == "PER" else [form]
        for other in forms:
            votes.setdefault(other, Counter())[label] += 1
            votes.setdefault((*other[:-1], other[-1] + "s"), Counter())[label] += 1
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for form in votes:
        if len(form) > 1 or (len(form[0]) > 2 and form[0][:1].isupper()):
            by_first.setdefault(form[0], []).append(form)
    for index, word in enumerate(view.text):
        for form in sorted(by_first.get(word, ()), key=len, reverse=True):
            stop = index + len(form)
            if tuple(view.text[index:stop]) != form or any(taken[index:stop]):
                continue
            if len(form) == 1 and view.tag[index] not in REPEATABLE_TAGS:
                continue
            taken[index:stop] = [True] * len(form)
            yield index, stop, votes[form].most_common(1)[0][0]
            break
