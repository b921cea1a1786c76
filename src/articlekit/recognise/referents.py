"""Whom names and noun phrases in a document can stand for: subjects, role nouns, the names of the sentences before."""

from functools import lru_cache

from articlekit.recognise.claims.frame import ClaimFrame, Piece
from articlekit.recognise.claims.phrases import phrase_at
from articlekit.recognise.view import NOUNS, View

DEFINITE = frozenset("der die das den dem des dieser diese dieses sein seine ihr ihre".split())
CASE_ENDINGS = ("s", "es", "n", "en", "ns")
REACH = 12
"""How many unnamed speakers back a longer noun phrase is looked for."""


def fuller_phrase(view: View, claim: ClaimFrame, earlier: list[ClaimFrame]) -> Piece | None:
    """Return the longer noun phrase of an earlier speaker that `der Bericht` takes up, `ein Bericht des Instituts`, or None."""
    head, speaker = claim.speaker_head, claim.speaker
    if head is None or speaker is None or speaker[1] - speaker[0] != 2 or view.lower[speaker[0]] not in DEFINITE:
        return None
    noun = view.lower[head]
    for other in reversed(earlier[-REACH:]):
        if other.speaker is None or other.speaker_head is None or other.speaker[1] - other.speaker[0] <= 2:
            continue
        if same_role(noun, view.lower[other.speaker_head]):
            return other.speaker
    return None


def subject_of_sentence(view: View, number: int) -> tuple[int, Piece] | None:
    """Return head and extent of the subject of a sentence's main verb, no pronoun, or None."""
    if number < 0:
        return None
    start, end = view.sentences[number]
    root = next((index for index in range(start, end) if view.head[index] == index and view.tag[index][0] != "$"), None)
    head = view.subject_of(root) if root is not None else None
    if head is None or view.tag[head] not in NOUNS or not start <= head < end:
        return None
    return head, phrase_at(view, head, start, end)


def is_apposed(view: View, start: int, end: int, head: int) -> bool:
    """Tell whether a name is what the head noun names: the head itself, right behind it, or behind a comma."""
    if start <= head < end or start == head + 1:
        return True
    return start > head and "," in view.text[head:start]


def is_plural(view: View, pronoun: int) -> bool:
    """Tell whether the verb beside `sie` is plural."""
    for index in (pronoun - 1, pronoun + 1, view.head[pronoun]):
        if 0 <= index < len(view) and view.is_finite(index):
            return view.lower[index].endswith("n")
    return False


def meant_by(claim: ClaimFrame | None) -> Piece | None:
    """Return the name or noun phrase of a claim's speaker, or None."""
    return (claim.antecedent or claim.speaker) if claim else None


@lru_cache(maxsize=20_000)
def same_role(noun: str, role: str) -> bool:
    """Tell whether two role nouns are one: the same, or one the head of the other (Minister, Digitalminister)."""
    return any(
        len(short) >= 4 and long.endswith(short)
        for base in _bases(noun)
        for short, long in [sorted((base, role), key=len)]
    )


@lru_cache(maxsize=50_000)
def ends_like(noun: str, known: frozenset[str]) -> bool:
    """Tell whether a noun, in any case, is one of the known or a compound with one; all lower case."""
    return any(base in known or base.endswith(_endings(known)) for base in _bases(noun))


@lru_cache(maxsize=64)
def _endings(known: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in known if len(word) > 3)


def _bases(noun: str) -> set[str]:
    """Return what a noun can be without its case ending, itself included."""
    return {noun, *(noun.removesuffix(ending) for ending in CASE_ENDINGS)}
