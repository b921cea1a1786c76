"""Whom something is said to: `sagte X der Zeitung`, `gegenüber Y`, `forderte die Länder auf`, `appellierte an alle`."""

from articlekit.recognise.claims.cue_lexicon import CueLexicon
from articlekit.recognise.claims.frame import ClaimFrame, Piece
from articlekit.recognise.claims.phrases import first_phrase, is_time_noun, phrase_at
from articlekit.recognise.view import NOUNS, View

DATIVE_PRONOUNS = frozenset("ihm ihr ihnen mir uns".split())
INDIRECT_OBJECT = frozenset({"iobj", "da"})
TOWARDS = frozenset({"gegenüber"})
DIRECT_OBJECT = frozenset({"obj", "oa"})


def addressee_of(view: View, claim: ClaimFrame, lexicon: CueLexicon) -> Piece | None:
    """Return the noun phrase in a claim's frame that says whom it is said to, or None."""
    verb = next((start for start, _ in claim.cue if view.tag[start].startswith("VV")), None)
    spec = lexicon.verbs.get(view.lemma[verb]) if verb is not None else None
    for start, end in claim.frame:
        for index in range(start, end):
            if claim.speaker and claim.speaker[0] <= index < claim.speaker[1]:
                continue
            found = _towards(view, index, start, end)
            if found is None and verb is not None:
                found = _governed(view, index, end, spec.addressee if spec else "dative", verb)
            if found and not _overlaps(found, claim):
                return found
    return None


def _towards(view: View, index: int, start: int, end: int) -> Piece | None:
    if view.lower[index] not in TOWARDS:
        return None
    found = first_phrase(view, index + 1, end)
    if found and found[1][0] == index + 1:
        return found[1]
    if index == start or view.tag[index - 1] not in NOUNS | {"PPER"}:
        return None
    return phrase_at(view, index - 1, start, index)


def _governed(view: View, index: int, end: int, how: str, verb: int) -> Piece | None:
    """Return the phrase that opens at `index` when it is what the cue's entry says: a case, or a preposition's object."""
    if how not in {"dative", "accusative"}:
        if view.lower[index] != how or view.tag[index] != "APPR":
            return None
        found = first_phrase(view, index + 1, end)
        return found[1] if found and found[1][0] == index + 1 else None
    if how == "dative" and view.lower[index] in DATIVE_PRONOUNS and view.tag[index] == "PPER":
        return index, index + 1
    opens = view.tag[index] in {"ART", "PPOSAT", "PDAT", "PIAT"} or view.tag[index] in NOUNS
    if not opens or (index and view.tag[index - 1] in {"APPR", "APPRART", "ART", "ADJA", "CARD"}):
        return None
    found = first_phrase(view, index, end)
    if found is None or found[1][0] != index or is_time_noun(view, found[0]):
        return None
    head = found[0]
    if how == "dative":
        cases = view.doc[index].morph.get("Case", [])
        marked = "Dat" in cases and view.tag[index] not in NOUNS
        return found[1] if view.dep[head] in INDIRECT_OBJECT or marked else None
    return found[1] if view.dep[head] in DIRECT_OBJECT and view.head[head] == verb else None


def _overlaps(piece: Piece, claim: ClaimFrame) -> bool:
    taken = [*claim.pieces, *([claim.speaker] if claim.speaker else [])]
    return any(start < piece[1] and piece[0] < end for start, end in taken)
