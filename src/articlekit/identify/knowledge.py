"""What the lexicons know about identities: gazetteer, names of one thing, shared names, homonyms, editions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from articlekit.errors import SettingsError
from articlekit.identify.spelling import key_of, spell
from articlekit.identify.states import States
from articlekit.recognise.lexicon import Lexicons, words
from articlekit.sections import LABELS


@dataclass(frozen=True, slots=True)
class Shared:
    """A name that several states have for a body, law or election of theirs."""

    name: str
    level: str
    """state, land, or both."""
    states: frozenset[str] = frozenset()
    """Only these; all of the level where it is empty."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning of a name, and the keys of the names that speak for it."""

    name: str
    cues: frozenset[str]


class Knowledge:
    """The lexicons by the keys of names.

    Args:
        lexicons: as `recognise.lexicon.load_lexicons` gives them.

    Raises:
        SettingsError: when an entry that a user added is not of the shape that these sections have.
    """

    def __init__(self, lexicons: Lexicons) -> None:
        try:
            self._load(lexicons)
        except (AttributeError, KeyError, TypeError, ValueError, re.error) as error:
            told = " ".join(str(error).split())
            hint = "see identities.yaml and docs/identities.md"
            raise SettingsError(f"an entry of the lexicon of identities is wrong: {told}", hint=hint) from None

    def _load(self, lexicons: Lexicons) -> None:
        self.lexicons = lexicons
        self._keys: dict[tuple[str, str], str] = {}
        self.states = States(lexicons["states"], lexicons["home"]["state"])
        self.legal_forms = frozenset(key_of(form) for form in words(lexicons["legal_forms"]))
        self._joints = words(lexicons["legal_form_joints"])
        self.weak_last, self.weak_first = (
            {kind: frozenset(map(key_of, words(given))) for kind, given in lexicons[section].items()}
            for section in ("weak_last_words", "weak_first_words")
        )
        self._rewrites = [(re.compile(str(pattern)), str(text)) for pattern, text in lexicons["name_rewrites"].items()]
        self._canonical: dict[str, dict[str, str]] = {label: {} for label in LABELS}
        self.wikidata: dict[tuple[str, str], str] = {}
        self._load_names(lexicons["same_names"], lexicons["gazetteer"])
        self._shared = {
            (entry["kind"], key_of(name)): Shared(name, entry["level"], frozenset(entry.get("in") or ()))
            for name, entry in lexicons["shared_names"].items()
        }
        self._shared_endings = {
            ending: (entry["kind"], str(entry["level"])) for ending, entry in lexicons["shared_endings"].items()
        }
        self.editions = {
            self._edition_key(name): tuple(map(int, years)) for name, years in lexicons["editions"].items()
        }
        single = lexicons["single_events"]
        self._single_endings = tuple(map(spell, words(single["endings"])))
        self._single_openings = tuple(f"{spell(word)} " for word in words(single["first_words"]))
        self._single_names = frozenset(map(key_of, single["names"]))
        self._homonyms = {
            (entry["kind"], key_of(name)): [
                Meaning(meaning["name"], frozenset(map(key_of, meaning["cues"]))) for meaning in entry["meanings"]
            ]
            for name, entry in lexicons["homonyms"].items()
        }

    def _edition_key(self, name: str) -> str:
        name, at, state = name.partition("@")
        return f"{key_of(name)}{at}{state}"

    def _load_names(self, same_names: Mapping[str, Any], gazetteer: Mapping[str, Any]) -> None:
        """Give each spelling its canonical name; an alias of several gazetteer entries has none."""
        for name, entry in same_names.items():
            for kind in [entry["kind"]] if isinstance(entry["kind"], str) else entry["kind"]:
                for form in (name, *entry["names"]):
                    self._canonical[kind][self.bare_key(kind, form)] = name
        entries = [(name, entry["kind"], tuple(entry.get("aliases") or ())) for name, entry in gazetteer.items()]
        owners: dict[tuple[str, str], set[str]] = {}
        for name, kind, _ in entries:
            self._canonical[kind].setdefault(self.bare_key(kind, name), name)
        for name, kind, aliases in entries:
            root = self._canonical[kind][self.bare_key(kind, name)]
            for alias in aliases:
                owners.setdefault((kind, self.bare_key(kind, alias)), set()).add(root)
        for (kind, key), names in owners.items():
            if len(names) == 1:
                self._canonical[kind].setdefault(key, next(iter(names)))
        for name, entry in gazetteer.items():
            if given := entry.get("wikidata"):
                self.wikidata.setdefault((entry["kind"], self.root(entry["kind"], name)), str(given))

    def bare_key(self, kind: str, name: str) -> str:
        """Return the key of a name after rewriting, without the legal form of a company."""
        key = self._keys.get((kind, name))
        if key is None:
            key = self._keys[kind, name] = self._make_bare_key(kind, name)
        return key

    def _make_bare_key(self, kind: str, name: str) -> str:
        name = self.rewritten(name)
        if kind == "ORG":
            parts = name.split()
            while len(parts) > 1 and (key_of(parts[-1]) in self.legal_forms or parts[-1] in self._joints):
                parts.pop()
            name = " ".join(parts)
        return key_of(name)

    def rewritten(self, name: str) -> str:
        """Return a name with its abbreviations written out: TU Dresden, Technische Universität Dresden."""
        for pattern, text in self._rewrites:
            rewritten = pattern.sub(text, name)
            if rewritten != name:
                return rewritten
        return name

    def canonical(self, kind: str, name: str) -> str | None:
        """Return the canonical name that the lexicons give to a name, None where they do not know it."""
        return self._canonical[kind].get(self.bare_key(kind, name))

    def root(self, kind: str, name: str) -> str:
        """Return the key that all names of one thing have in common, as far as the lexicons know."""
        known = self.canonical(kind, name)
        return self.bare_key(kind, known or name)

    def knows(self, kind: str, key: str) -> bool:
        """Tell whether the lexicons have a name of this key."""
        return key in self._canonical[kind]

    def shared(self, kind: str, name: str) -> Shared | None:
        """Return the entry of a name that several states use, None for the others."""
        entry = self._shared.get((kind, key_of(name)))
        if entry is None and " " not in name.strip() and "-" not in name:
            for ending, (of_kind, level) in self._shared_endings.items():
                if kind == of_kind and name.lower().endswith(ending) and not name.startswith("Bundes"):
                    return Shared(name, level)
        return entry

    def is_recurring(self, name: str) -> bool:
        """Tell from its name that an event comes again."""
        spelt = spell(name)
        once = spelt.endswith(self._single_endings) or spelt.startswith(self._single_openings)
        return not once and key_of(name) not in self._single_names

    def meaning(self, kind: str, name: str, around: Iterable[str]) -> str | None:
        """Return which meaning of a name is meant, given the keys around it; None for a name with one meaning.

        The meaning with most cues is meant; of equals, and where there are none, the first.
        """
        meanings = self._homonyms.get((kind, key_of(name)))
        if not meanings:
            return None
        keys = set(around)
        return max(meanings, key=lambda meaning: len(meaning.cues & keys)).name
