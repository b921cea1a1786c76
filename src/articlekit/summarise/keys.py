"""Under which keys an entity is found again, so that a form is held against few others however many there are.

`stored` are the keys of an entity's forms, `wanted` those of a new form: whenever the two can be one entity by the rules
of `merge`, they share one.
"""

import re
from collections.abc import Iterator, Mapping

from articlekit.recognise.lexicon import FORMS, Lexicons, words
from articlekit.summarise.people import names_in
from articlekit.summarise.romanised import is_romanised, sound

TRAILING_YEAR = re.compile(r" (?:19|20)\d\d$")
Key = tuple[str, str]


class Keys:
    """The keys of one label's forms.

    Args:
        label: PER, ORG, LOC, EVT, TEC or LAW.
        lexicons: for the gazetteer, legal forms and openers.
    """

    def __init__(self, label: str, lexicons: Lexicons) -> None:
        self._label = label
        self._known: Mapping[tuple[str, str], str] = lexicons[FORMS]
        self._legal_forms = words(lexicons["legal_forms"])
        self._openers = tuple(words(lexicons["droppable_openers"]))

    def stored(self, form: str) -> set[Key]:
        """Return the keys under which an entity with a form is found."""
        keys = self._of_any(form)
        if self._label == "PER":
            for names in _spellings(form):
                keys |= {("word", name) for name in names} | {("surname", names[-1])}
                if len(names) == 1:
                    keys.add(("only", names[0]))
        if self._label == "ORG":
            keys |= {("start", start) for start in _starts(form)} | {("acronym", acronym(form))}
            keys |= {("rest", rest) for rest in self._without_opener(form)}
        return keys

    def wanted(self, form: str) -> set[Key]:
        """Return the keys of the entities that a form can belong to."""
        keys = self._of_any(form)
        if self._label == "PER":
            for names in _spellings(form):
                if len(names) == 1:
                    keys.add(("word", names[0]))
                else:
                    keys |= {("only", name) for name in names} | {("surname", names[-1])}
        if self._label == "ORG":
            keys |= {("start", form), ("acronym", form), ("rest", form), ("form", acronym(form))}
            keys |= {("form", start) for start in (*_starts(form), *self._without_opener(form))}
        return keys

    def _of_any(self, form: str) -> set[Key]:
        keys = {("form", form)}
        if known := self._known.get((self._label, form)):
            keys.add(("known", known))
        if self._label == "ORG":
            keys.add(("bare", without_legal_form(form, self._legal_forms)))
        if self._label == "EVT":
            keys.add(("bare", TRAILING_YEAR.sub("", form)))
        return keys

    def _without_opener(self, form: str) -> Iterator[str]:
        if form.startswith(self._openers):
            yield form.partition(" ")[2]


def _spellings(form: str) -> Iterator[list[str]]:
    """Yield the names in a person's name, as spelled and, of Slavic ones, as heard."""
    heard = sound(form)
    for spelling in (form, heard) if is_romanised(heard) else (form,):
        if names := names_in(spelling):
            yield names


def _starts(form: str) -> list[str]:
    """Return what a form of several words begins with: its first word, its first two, but not all."""
    parts = form.split()
    return [" ".join(parts[:count]) for count in range(1, len(parts))]


def without_legal_form(name: str, legal_forms: frozenset[str]) -> str:
    """Return a company's name without GmbH, AG and the like at its end."""
    parts = name.split()
    while len(parts) > 1 and (parts[-1] in legal_forms or parts[-1] == "&"):
        parts.pop()
    return " ".join(parts)


def acronym(name: str) -> str:
    """Return the first letters of the words in capitals: BSI."""
    return "".join(part[0] for part in name.replace("-", " ").split() if part[:1].isupper())
