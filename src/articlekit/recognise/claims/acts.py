"""The act of a claim whose cue only says that something is said: told from the words of the claim."""

from articlekit.recognise.claims.frame import ClaimFrame
from articlekit.recognise.evaluation import Markers
from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.linear import Features, LinearModel
from articlekit.recognise.view import View

NEUTRAL = "assert"
MOST = 2
"""How often a marker of one kind counts at most."""
WORDS = frozenset("ich wir man uns sie er es wer wenn zu nur mehr aber".split())
LONG = 40
"""Tokens of a long claim."""


class ActModel:
    """Tells acts by a linear model over the words of evaluation, modal verbs, mood, tense and form of a claim."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._markers = Markers(lexicons)
        self._negations = words(lexicons["negations"])
        self._model = LinearModel(lexicons["act_model"])

    def act_of(self, view: View, claim: ClaimFrame) -> str:
        """Return the act of a claim; that of its cue unless the cue is neutral and the claim is a clause."""
        if claim.act != NEUTRAL:
            return claim.act
        return self._model.best(self.features(view, claim))

    def features(self, view: View, claim: ClaimFrame) -> Features:
        """Return the features of a claim with a neutral cue."""
        tokens = [index for start, end in claim.pieces for index in range(start, end)]
        lower = {view.lower[index] for index in tokens}
        finite = [index for index in tokens if view.is_finite(index)]
        features: Features = {f"form {claim.form}": 1, f"rule {claim.rule}": 1}
        for marker in self._markers.find(view, tokens):
            name = f"{marker.kind} {marker.strength}"
            features[name] = min(features.get(name, 0) + 1, MOST)
        for place, index in enumerate(finite):
            mood = "subjunctive" if view.is_subjunctive(index) else "indicative"
            if view.tag[index] == "VMFIN":
                features[f"modal {view.lemma[index]} {mood}"] = 1
            if place == 0:
                verb = view.lemma[index] if view.tag[index] in {"VMFIN", "VAFIN"} else "verb"
                features[f"finite {verb} {mood}"] = 1
        if not lower.isdisjoint(self._negations):
            features["negation"] = 1
        for word in (WORDS | {"?", "!"}) & lower:
            features[f"word {word}"] = 1
        for index in tokens[1:]:
            if view.lower[index - 1] == "zu" and view.tag[index] in {"ADJD", "ADJA", "PIAT"}:
                features["too"] = 1
        if any(view.lemma[index] == "werden" for index in finite) and any(
            view.tag[index] in {"VVINF", "VAINF"} for index in tokens
        ):
            features["future"] = 1
        if any(view.is_past(index) for index in finite):
            features["past"] = 1
        features["length"] = min(len(tokens), LONG) / LONG
        return features
