"""The act of a claim whose cue only says that something is said: told from the words of the claim."""

from articlekit.recognise.claims.frame import ClaimFrame
from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.view import View

NEUTRAL = "assert"


class ActMarkers:
    """Knows the words that turn an assertion into a demand, a warning, a denial or a prediction."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._markers: dict[str, frozenset[str]] = {
            act: words(lemmas) for act, lemmas in lexicons["act_markers"].items()
        }
        self._negated: dict[str, frozenset[str]] = {
            act: words(lemmas) for act, lemmas in lexicons["negated_markers"].items()
        }
        self._negations = words(lexicons["negations"])
        self._future = words(lexicons["future_verbs"])
        self._presumption = words(lexicons["presumption_forms"])

    def act_of(self, view: View, claim: ClaimFrame) -> str:
        """Return the act of a claim; that of its cue unless the cue is neutral and the claim has a clause."""
        if claim.act != NEUTRAL or claim.form == "reported":
            return claim.act
        tokens = [index for start, end in claim.pieces for index in range(start, end)]
        lemmas = {view.lemma[index] for index in tokens}
        lower = {view.lower[index] for index in tokens}
        for act, known in self._markers.items():
            if known & lemmas:
                return act
        for act, known in self._negated.items():
            if known & lemmas and self._negations & lower and not self._presumption & lower:
                return act
        if self._presumption & lower or self._is_future(view, claim, tokens):
            return "predict"
        return NEUTRAL

    def _is_future(self, view: View, claim: ClaimFrame, tokens: list[int]) -> bool:
        """Tell whether the claim's first finite verb is `werden` with an infinitive."""
        finite = next((index for index in tokens if view.is_finite(index)), None)
        if finite is None or view.lemma[finite] not in self._future or claim.form == "direct":
            return False
        return any(view.tag[index] in {"VVINF", "VAINF"} for index in tokens)
