"""Kinds of error in claims, to be counted: what was missed, what was too much, whose speaker or act is wrong, and why."""

from collections.abc import Iterator, Sequence

from articlekit.learn.gold import GoldClaim
from articlekit.records import Claim

PRONOUNS = frozenset("er sie es dieser diese der die das ihm ihr ihnen".split())
Pair = tuple[int, int]


def claim_errors(
    mine: Sequence[Claim], theirs: Sequence[GoldClaim], matched: Sequence[Pair], same_speaker: Sequence[bool]
) -> Iterator[str]:
    """Yield the kind of each error of an article's claims.

    Args:
        mine: the claims of the summary.
        theirs: the claims of the gold.
        matched: pairs of their positions.
        same_speaker: for each pair whether the speaker is right.
    """
    found, known = {one for one, _ in matched}, {other for _, other in matched}
    yield from (f"missed, {claim.form}" for number, claim in enumerate(theirs) if number not in known)
    yield from (f"no claim, rule {claim.rule}" for number, claim in enumerate(mine) if number not in found)
    for (one, other), same in zip(matched, same_speaker, strict=True):
        claim, truth = mine[one], theirs[other]
        if not same:
            yield f"speaker, {_speaker_error(claim, truth)}"
        if claim.act != truth.act:
            yield f"act, {truth.act} taken for {claim.act}"
        if claim.form != truth.form:
            yield f"form, {truth.form} taken for {claim.form}"


def _speaker_error(claim: Claim, truth: GoldClaim) -> str:
    if not truth.speaker:
        return "nobody in gold"
    if claim.speaker_text is None:
        return "named beside the claim, not found" if truth.speaker_spans else "in another sentence"
    words = claim.speaker_text.lower().split()
    if words[0] in PRONOUNS and len(words) == 1:
        return "pronoun"
    if words[0] in {"der", "die", "das", "dem", "den", "des"} and len(words) <= 3:
        return "role or kind of organisation"
    return "another name or form of it"
