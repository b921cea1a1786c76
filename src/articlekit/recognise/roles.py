"""Roles of people as the text gives them, in apposition before and after the name."""

from spacy.tokens import Span

from articlekit.recognise.claims.phrases import phrase_at
from articlekit.recognise.view import View

Piece = tuple[int, int]
CLOSING = frozenset({",", ".", ":", ";", "(", ")", "“", "–", "!", "?"})
"""What can stand right behind a name between commas."""
ROLE = 9
"""Tokens of a role before a comma and the name."""
DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT"})
GOVERNING = frozenset({"NN", "NE", "APPR", "APPRART"})
"""What the article of a phrase inside a role stands behind."""


def role_spans(view: View, entity: Span) -> list[Piece]:
    """Return the stretches that say what a person is: `Bundesministerin` X; X, `Sprecherin des Verbands`."""
    spans: list[Piece] = []
    low = view.sentences[view.sentence_of[entity.start]][0]
    high = view.sentences[view.sentence_of[entity.start]][1]
    if entity.start - 1 > low and view.text[entity.start - 1] == ",":
        closes = entity.end >= high or view.text[entity.end] in CLOSING
        if closes and (before := _apposed(view, low, entity.start - 1)):
            spans.append(before)
    elif entity.start > low and view.tag[entity.start - 1] in {"NN", "NE"} and view.entity[entity.start - 1] < 0:
        if is_genitive(view, entity):
            return spans  # `eine Sprecherin Wildbergers`
        start = phrase_at(view, entity.start - 1, low, entity.start)[0]
        start = _without_determiner(view, start)
        if start < entity.start:
            spans.append((start, entity.start))
    elif entity.start > low + 1 and view.entity[entity.start - 1] >= 0:
        # `der Präsident des BSI, X` and `SPD-Chef der Y X`: a phrase that ends in another name right before
        other = view.ents[view.entity[entity.start - 1]]
        noun = other.start - 1
        while noun > low and view.tag[noun] in {"ART", "APPR", "APPRART", "ADJA"}:
            noun -= 1
        if view.tag[noun] == "NN" and noun >= low:
            start = _without_determiner(view, phrase_at(view, noun, low, other.start)[0])
            spans.append((start, entity.start))
    end = entity.end
    if end + 1 < high and view.text[end] == ",":
        first = end + 1
        start = first
        while start < high and view.tag[start] in {"ART", "ADJA", "ADV", "PPOSAT"}:
            start += 1
        if start < high and view.tag[start] == "NN":
            stop = phrase_at(view, start, first, high)[1]
            closes = stop >= high or view.text[stop] in {",", ".", ":", ";", "“"}
            if closes:
                spans.append((_without_determiner(view, first), stop))
    return spans


def _apposed(view: View, low: int, comma: int) -> Piece | None:
    """Return the role before a comma and a name, `der Präsident der Kammer, X`, or None."""
    for start in range(comma - 1, max(low, comma - ROLE) - 1, -1):
        tag = view.tag[start]
        if tag.startswith(("V", "$", "K")):
            return None
        if tag in DETERMINERS and (start == low or view.tag[start - 1] not in GOVERNING):
            first = next((index for index in range(start + 1, comma) if view.tag[index] == "NN"), None)
            return (start + 1, comma) if first is not None and view.entity[first] < 0 else None
    return None


def is_genitive(view: View, entity: Span) -> bool:
    """Tell whether a person's name is a genitive: the noun before it is somebody else, `eine Sprecherin Wildbergers`."""
    last = entity.end - 1
    word = view.text[last]
    bare = any(other.text.endswith(word.removesuffix("s")) for other in view.people[view.lower[last].removesuffix("s")])
    return word.endswith("s") and (bare or "Gen" in view.doc[last].morph.get("Case", []))


def find_roles(view: View) -> dict[int, set[str]]:
    """Return for the first token of each name the role nouns beside it, lower case, with those of its other mentions."""
    by_surname: dict[str, set[str]] = {}
    keys: dict[int, str] = {}
    for entity in view.ents:
        if entity.label_ not in {"PER", "ORG"}:
            continue
        key = view.lower[entity.end - 1]
        keys[entity.start] = key
        nouns = by_surname.setdefault(key, set())
        spans = role_spans(view, entity) if entity.label_ == "PER" else _class_noun(view, entity)
        for start, end in spans:
            nouns.update(view.lower[index] for index in range(start, end) if view.tag[index] == "NN")
    return {start: by_surname[key] for start, key in keys.items()}


def _class_noun(view: View, entity: Span) -> list[Piece]:
    """Return the common noun before an organisation's name (`der Verband Bitkom`) and the last part of the name itself."""
    before = entity.start - 1
    spans = [(entity.start, entity.end)]
    if before >= 0 and view.tag[before] == "NN" and view.entity[before] < 0:
        spans.append((before, before + 1))
    return spans


def _without_determiner(view: View, start: int) -> int:
    while view.tag[start] in DETERMINERS:
        start += 1
    return start
