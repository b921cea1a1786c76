"""The gazetteer as a matcher over token texts; the genitive -s or -es of the last word is looked through."""

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc

from articlekit.recognise.lexicon import Lexicons

Rule = tuple[tuple[str, ...], str]
ONE_TOKEN = re.compile(r"[^\W\d_][\w-]*")
"""What the tokenizer leaves together."""


class Gazetteer:
    """Finds the names of the gazetteer, the longest first.

    Args:
        lexicons: for the section `gazetteer`.
        tokenize: the pipeline's tokenizer, so that entries are cut as the text is.
    """

    def __init__(self, lexicons: Lexicons, tokenize: Callable[[str], Doc]) -> None:
        forms = {alias: entry["kind"] for entry in lexicons["gazetteer"].values() for alias in entry.get("aliases", ())}
        forms |= {name: entry["kind"] for name, entry in lexicons["gazetteer"].items()}  # a name wins over an alias
        self._tokenize = tokenize
        self._forms: dict[str, list[tuple[str, str]]] = {}
        self._rules: dict[str, list[Rule]] = {}
        for form, kind in forms.items():
            first = form.partition(" ")[0]
            if not ONE_TOKEN.fullmatch(first):
                first = tokenize(first)[0].text
            self._forms.setdefault(first, []).append((form, kind))

    def _rules_of(self, first: str) -> list[Rule]:
        """Return the rules of the names that begin with a token; cut into tokens when first asked for."""
        if first not in self._rules:
            rules = [
                (tuple(token.text for token in self._tokenize(form)), kind) for form, kind in self._forms.get(first, ())
            ]
            self._rules[first] = sorted(rules, key=lambda rule: -len(rule[0]))
        return self._rules[first]

    def find(self, text: list[str]) -> Iterator[tuple[int, int, str]]:
        """Yield (first token, token after the last, kind) of each name, left to right, without overlaps."""
        index = 0
        while index < len(text):
            word = text[index]
            match = self.match(text, index) if word in self._forms or word.endswith("s") else None
            if match is None:
                index += 1
            else:
                yield index, *match
                index = match[0]

    def match(self, text: list[str], index: int) -> tuple[int, str] | None:
        """Return (token after the last, kind) of the longest name that starts at `index`, or None."""
        for first in _bases(text[index]):
            for tokens, kind in self._rules_of(first) if first in self._forms else ():
                stop = index + len(tokens)
                window = text[index:stop]
                if len(window) == len(tokens) and window[1:-1] == list(tokens[1:-1]):
                    last = window[-1]
                    if tokens[-1] in _bases(last) and tokens[0] in (window[0], first):
                        return stop, kind
        return None


def _bases(word: str) -> tuple[str, ...]:
    """Return a word and what it can be the genitive of: Bundestages, Bundestage, Bundestag."""
    if not word.endswith("s"):
        return (word,)
    return (word, word[:-1], word[:-2]) if word.endswith("es") else (word, word[:-1])
