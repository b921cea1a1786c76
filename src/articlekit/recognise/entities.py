"""Names: what the pipeline's NER found, put right by open rules, completed from the gazetteer and within the article.

MISC of generic pipelines becomes event, technology or law; then the rules of `RULES` follow in their order. Each can be
switched off, and what each is worth stands in the accuracy page (`articlekit.learn.ablate`).
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator

from spacy.tokens import Doc, Span

from articlekit.recognise.lexicon import Lexicons
from articlekit.recognise.names.gazetteer import Gazetteer
from articlekit.recognise.names.repairs import Name, Repairs
from articlekit.recognise.view import NOUNS, View, view_of
from articlekit.sections import LABELS

SYNONYMS = {"PERSON": "PER", "GPE": "LOC", "PRODUCT": "TEC", "EVENT": "EVT"}
RULES = {
    "edges": "no article, quotation mark or line break at the edge of a name",
    "no-name": "generic terms, numbers and dates, common nouns taken for people or bodies are no names",
    "gazetteer-kind": "the gazetteer's kind where it does not depend on the sentence",
    "class-noun": "the kind that the common noun before a name says, which is no part of it",
    "own-words": "the kind that the words of a name say: Act, Summit, a model number",
    "whole-name": "the rest of a person's name, the year of an event, the version of a law",
    "gazetteer": "names of the gazetteer that were missed",
    "law-ending": "compounds with -gesetz and the like that were missed",
    "election": "elections that were missed",
    "after-class-noun": "names after a common noun that says what they name that were missed",
    "before-year": "events with a year that were missed",
    "one-kind": "one kind for all places of a person's name",
    "repeated": "a name found once is found at its other places in the article",
}
REPEATABLE_TAGS = frozenset({"NE", "NN", "FM", "XY", "CARD", "TRUNC"})


class EntitiesComponent:
    """Sets `doc.ents` to names of the six kinds; registered as `articlekit_entities`. Comes after ner.

    Args:
        lexicons: for gazetteer and repairs.
        tokenize: the pipeline's tokenizer.
        without: rules of `RULES` to leave out.

    Raises:
        ValueError: when there is no such rule.
    """

    def __init__(self, lexicons: Lexicons, tokenize: Callable[[str], Doc], without: Collection[str] = ()) -> None:
        if unknown := sorted(set(without) - RULES.keys()):
            raise ValueError(f"no rules of names: {', '.join(unknown)}; there are {', '.join(RULES)}")
        self._gazetteer = Gazetteer(lexicons, tokenize)
        self._repairs = Repairs(lexicons)
        self._rules = RULES.keys() - set(without)

    def __call__(self, doc: Doc) -> Doc:
        """Replace `doc.ents`."""
        view = view_of(doc)
        names = list(self._repaired(view))
        names += self._missing(view, _taken(len(doc), names))
        if "one-kind" in self._rules:
            names = _one_kind_for_people(view, names)
        if "repeated" in self._rules:
            names += _repeated(view, names, _taken(len(doc), names), self._repairs)
        doc.set_ents([Span(doc, start, end, label=label) for start, end, label in sorted(names)])
        return doc

    def _repaired(self, view: View) -> Iterator[Name]:
        repairs, rules = self._repairs, self._rules
        taken = _taken(len(view), [(entity.start, entity.end, "") for entity in view.ents])
        last = 0
        for entity in view.ents:
            whole = max(entity.start, last), entity.end
            edges = repairs.trimmed(view, *whole) if "edges" in rules else whole
            if edges is None or edges[0] >= edges[1]:
                continue
            label: str | None = SYNONYMS.get(entity.label_, entity.label_)
            if label not in LABELS:
                label = repairs.kind_of_misc(view.words(*edges))
            known = self._gazetteer.match(view.text, edges[0])
            is_known = known is not None and known[0] == edges[1]
            if label is None:
                continue
            if "no-name" in rules and not is_known and not repairs.is_name(view, *edges, label):
                continue
            name: Name = (*edges, label)
            if known and is_known and "gazetteer-kind" in rules:
                name = repairs.by_gazetteer(name, known[1])
            if "class-noun" in rules:
                name = repairs.by_class_noun(view, repairs.without_class_noun(view, name))
            if "own-words" in rules:
                name = repairs.by_its_words(name, view, known=is_known)
            if "whole-name" in rules:
                name = repairs.extended(view, name, taken)
            last = name[1]
            yield name

    def _missing(self, view: View, taken: list[bool]) -> Iterator[Name]:
        """Yield the names of the gazetteer, the laws, and the names beside words that say so, that NER has missed."""
        for start, end, label in self._gazetteer.find(view.text) if "gazetteer" in self._rules else ():
            if not any(taken[start:end]):
                name: Name = start, end, label
                if "whole-name" in self._rules and label != "PER":
                    name = self._repairs.extended(view, name, taken)
                taken[name[0] : name[1]] = [True] * (name[1] - name[0])
                yield name
        for index, tag in enumerate(view.tag):
            found = None if taken[index] or tag not in NOUNS else self._beside(view, index, taken)
            if found:
                taken[found[0] : found[1]] = [True] * (found[1] - found[0])
                yield found

    def _beside(self, view: View, index: int, taken: list[bool]) -> Name | None:
        """Return the missed name that a noun is, or that stands beside it."""
        found: Name | None = None
        if "law-ending" in self._rules and view.tag[index] in ("NN", "NE") and self._repairs.is_law(view.text[index]):
            found = index, index + 1, "LAW"
        if not found and "election" in self._rules and self._repairs.is_election(view.text[index]):
            found = self._repairs.extended(view, (index, index + 1, "EVT"), taken)
        if not found and "after-class-noun" in self._rules:
            found = self._repairs.after_class_noun(view, index, taken)
            if found and "whole-name" in self._rules and found[2] != "PER":
                found = self._repairs.extended(view, found, taken)
        if not found and "before-year" in self._rules:
            found = self._repairs.before_year(view, index, taken)
        return found


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


def _repeated(view: View, names: list[Name], taken: list[bool], repairs: Repairs) -> Iterator[Name]:
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
            label = votes[form].most_common(1)[0][0]
            start = (
                repairs.with_particles(view, index) if label == "PER" and not any(taken[index - 2 : index]) else index
            )
            taken[start:stop] = [True] * (stop - start)
            yield start, stop, label
            break
