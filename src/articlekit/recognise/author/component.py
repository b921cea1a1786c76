"""The author's own claims: contestable sentences of opinion pieces, ranked, with their acts."""

from spacy.tokens import Doc

from articlekit.recognise.author.features import Sentence, article_features, sentences_of, turns
from articlekit.recognise.author.frame import AuthorFrame, set_author_claims
from articlekit.recognise.claims.acts import NEUTRAL, ActModel
from articlekit.recognise.claims.frame import ClaimFrame, get_claims
from articlekit.recognise.evaluation import PHRASE, Markers
from articlekit.recognise.lexicon import Lexicons
from articlekit.recognise.linear import LinearModel
from articlekit.recognise.view import View, view_of

OPINION, OWN = "opinion", "own"
LEAST = 0.5
"""Least probability of an author's claim, and of an opinion piece."""
INTERVIEW = 0.3
"""Share of paragraphs that are questions or open with a speaker's label, from which on an article is an interview."""
SHOWN = frozenset({"negative", "positive", "demand", "risk", "forecast", "cause", "denial"})
"""Kinds of markers that say what a claim does; those of stance only say that it is one."""


class AuthorComponent:
    """Finds what an opinion piece says in its own voice; registered as `articlekit_author`. Comes after the claims."""

    def __init__(self, lexicons: Lexicons) -> None:
        self.markers = Markers(lexicons)
        self._own = LinearModel(lexicons["author_model"])
        self._article = LinearModel(lexicons["opinion_model"])
        self._acts = ActModel(lexicons)

    def __call__(self, doc: Doc) -> Doc:
        """Set the span group `articlekit_author`: nothing for an article that reports, else its claims, strongest first."""
        view = view_of(doc)
        covered = {index for claim in get_claims(doc) for start, end in claim.pieces for index in range(start, end)}
        sentences = sentences_of(view, covered, self.markers)
        chances = [self._own.probabilities(sentence.features)[OWN] for sentence in sentences]
        opinion = self._article.probabilities(article_features(view, sentences, chances))[OPINION]
        if turns(view) >= INTERVIEW:
            opinion = 0.0  # what is answered there is the interviewee's
        claims = [
            self._frame(view, sentence, chance)
            for sentence, chance in zip(sentences, chances, strict=True)
            if opinion >= LEAST and chance >= LEAST
        ]
        set_author_claims(doc, sorted(claims, key=lambda claim: (-claim.salience, claim.start)))
        return doc

    def _frame(self, view: View, sentence: Sentence, chance: float) -> AuthorFrame:
        shown = dict.fromkeys(f"{marker.kind}: {marker.text}" for marker in sentence.markers if marker.kind in SHOWN)
        act = "demand" if _demands(view, sentence) else self._acts.act_of(view, own_claim(sentence.start, sentence.end))
        return AuthorFrame(sentence.start, sentence.end, act, tuple(shown), round(chance, 3))


def _demands(view: View, sentence: Sentence) -> bool:
    """Tell whether a sentence says outright what should be: `Es braucht …`, `Der Bund sollte …`."""
    if any(marker.kind == "demand" and marker.strength == PHRASE for marker in sentence.markers):
        return True
    finite = next(filter(view.is_finite, range(sentence.start, sentence.end)), None)
    return finite is not None and view.lemma[finite] == "sollen" and view.is_subjunctive(finite)


def own_claim(start: int, end: int) -> ClaimFrame:
    """Return an author's sentence as a claim without cue, for the model of acts."""
    return ClaimFrame("author", NEUTRAL, "author", [(start, end)])
