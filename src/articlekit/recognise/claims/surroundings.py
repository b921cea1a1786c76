"""What stands round a claim in the sentence of its cue, or in the relative clause that its cue is the verb of: the frame."""

from articlekit.recognise.claims.addressee import addressee_of
from articlekit.recognise.claims.clauses import SENTENCE_END, split_clauses
from articlekit.recognise.claims.cue_lexicon import CueLexicon
from articlekit.recognise.claims.frame import ClaimFrame, Piece
from articlekit.recognise.view import View


def set_surroundings(view: View, claims: list[ClaimFrame], lexicon: CueLexicon) -> None:
    """Set frame and addressee of every claim with a cue: the rest of the cue's sentence, direct speech of others apart."""
    owner: dict[int, ClaimFrame] = {}
    for claim in sorted(claims, key=lambda claim: sum(start - end for start, end in claim.pieces)):
        owner.update((index, claim) for start, end in claim.pieces for index in range(start, end))
    for claim in claims:
        if claim.cue:
            claim.frame = _frame(view, claim, owner)
            claim.addressee = addressee_of(view, claim, lexicon)


def _frame(view: View, claim: ClaimFrame, owner: dict[int, ClaimFrame]) -> list[Piece]:
    cue = claim.cue[0][0]
    around = owner.get(cue)
    start, end = view.sentences[view.sentence_of[cue]]
    if around is not None and around is not claim:
        start, end = next(piece for piece in around.pieces if piece[0] <= cue < piece[1])
    while end > start and (view.text[end - 1] in SENTENCE_END or view.text[end - 1].isspace()):
        end -= 1
    start, end = _clause_bounds(view, claim, cue, start, end)
    own = {index for low, high in claim.pieces for index in range(low, high)}
    pieces: list[Piece] = []
    for index in range(start, end):
        direct = owner.get(index)
        others = direct is not None and direct is not around and direct.form == "direct"
        if index in own or others or view.text[index].isspace():
            continue
        if pieces and pieces[-1][1] == index:
            pieces[-1] = pieces[-1][0], index + 1
        else:
            pieces.append((index, index + 1))
    return pieces


def _clause_bounds(view: View, claim: ClaimFrame, cue: int, start: int, end: int) -> Piece:
    """Return the bounds of the relative clause that holds the cue, or those given."""
    if claim.speaker is None or view.tag[claim.speaker[0]] != "PRELS":
        return start, end
    for clause in split_clauses(view, start, end):
        if clause.start <= cue < clause.end:
            return clause.start, max(clause.end, *(piece[1] for piece in claim.pieces))
    return start, end
