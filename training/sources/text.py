"""Natural spacing for texts that a corpus gives as separate tokens."""

from collections.abc import Sequence
from dataclasses import dataclass

NO_SPACE_BEFORE = frozenset({",", ".", ";", ":", "!", "?", ")", "]", "}", "…", "...", "“", "”", "«", "’"})
NO_SPACE_AFTER = frozenset({"(", "[", "{", "„", "»", "‚"})
STRAIGHT = frozenset({'"', "'", "``", "''"})


@dataclass(slots=True)
class Word:
    """One token with its annotation; an empty string (of `morph`: an empty `pos`) or a head of None means unknown."""

    form: str
    space: bool = True
    tag: str = ""
    pos: str = ""
    morph: str = ""
    lemma: str = ""
    head: int | None = None
    dep: str = ""


Sentence = list[Word]


def spaces(forms: Sequence[str]) -> list[bool]:
    """Return for each token whether a space follows it in natural German text.

    Straight quotation marks open and close by turns.
    """
    after = [True] * len(forms)
    is_open: dict[str, bool] = {}
    for i, form in enumerate(forms):
        closes = form in NO_SPACE_BEFORE
        opens = form in NO_SPACE_AFTER
        if form in STRAIGHT:
            kind = '"' if form in ("``", "''") else form
            closes = is_open.get(kind, False)
            opens = not closes
            is_open[kind] = opens
        elif form == "“":
            closes = is_open.get("“", False) or "„" in forms[:i]
            opens = not closes
            is_open["“"] = opens
        if closes and i:
            after[i - 1] = False
        if opens:
            after[i] = False
    return after


def typographic(words: Sentence) -> None:
    """Turn the straight double quotation marks of a sentence into German ones, in place."""
    is_open = False
    for word in words:
        if word.form == '"':
            word.form = "“" if is_open else "„"
            word.lemma = word.form if word.lemma else ""
            is_open = not is_open
