"""Noun phrases become participants: each name or head noun of a phrase, the parts of a list one by one."""

from articlekit.recognise.claims.phrases import is_time_noun
from articlekit.recognise.happenings.arguments import Phrase
from articlekit.recognise.view import NOUNS, View

Piece = tuple[int, int]
JOINED = frozenset({"KON", "$,"})
NAMED = "namens"
OPENING = frozenset('„»“"‚›')
DROPPED = frozenset("für aus in im bei beim am".split())
"""Prepositions of complements that a noun does without."""
ARTICLES = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "ADJA", "CARD", "PIDAT"})
ACTORS = frozenset({"PER", "ORG", "TEC", "LAW", "LOC", "EVT"})


def participants_of(view: View, phrases: list[Phrase]) -> list[Piece]:
    """Return the participants of some phrases in order, each once: a name where there is one, else the noun phrase."""
    found: dict[Piece, None] = {}
    for phrase in phrases:
        for piece in _parts(view, phrase):
            found.setdefault(piece)
    named = [piece for piece in found if view.entity[piece[0]] >= 0]
    return named or list(found)


def _parts(view: View, phrase: Phrase) -> list[Piece]:
    head, (start, end) = phrase
    heads = [head]
    heads += [index for index in range(start, end) if view.tag[index] in NOUNS and _is_listed(view, start, index)]
    # A list can go on behind the phrase: `gegen Alphabet, Apple und Meta`.
    place = end
    while place + 1 < len(view) and view.tag[place] in JOINED and view.entity[place + 1] >= 0:
        entity = view.ents[view.entity[place + 1]]
        heads.append(entity.start)
        place = entity.end
    parts = []
    for token in heads:
        if is_time_noun(view, token):
            continue
        piece = _name(view, token) or _noun(view, token, end)
        if piece and piece not in parts:
            parts.append(piece)
    return parts


def _is_listed(view: View, start: int, index: int) -> bool:
    """Tell whether a noun follows a conjunction, with at most its article and adjectives between."""
    place = index - 1
    while place > start and (view.tag[place] in ARTICLES or view.entity[place] == view.entity[index] >= 0):
        place -= 1
    return place > start and view.tag[place] == "KON"


def _name(view: View, token: int) -> Piece | None:
    """Return the name that a token is part of, or that stands right behind it, `namens` or a quotation mark between."""
    after = token + 1
    while after < len(view) and (view.lower[after] == NAMED or view.text[after] in OPENING):
        after += 1
    for place in (token, after):
        if place < len(view) and view.entity[place] >= 0 and view.ents[view.entity[place]].label_ in ACTORS:
            entity = view.ents[view.entity[place]]
            return entity.start, entity.end
    return None


def _noun(view: View, token: int, end: int) -> Piece | None:
    """Return a noun with its genitive or complement where no name is in it, else the noun alone."""
    if view.tag[token] not in NOUNS:
        return None
    last = token + 1
    while (
        last < end and view.tag[last] not in {"KON", "$,"} and view.lower[last] not in DROPPED and view.entity[last] < 0
    ):
        last += 1
    complete = last >= end or view.tag[last] in {"KON", "$,"}
    return token, last if complete and view.tag[last - 1] in NOUNS else token + 1
