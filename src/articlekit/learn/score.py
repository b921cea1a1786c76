"""Scores of summaries against gold: names strict and by overlap, claims by optimal one-to-one assignment.

Everything is counted on sets per article and summed over articles (micro average). A claim is matched when the Dice
overlap of its characters (white space and outer punctuation apart) with the gold claim assigned to it is at least 0.5;
the assignment maximises the summed overlap (Kuhn-Munkres). `overlap` F1 sums the overlaps themselves.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from articlekit.learn.clusters import ClusterScores, Name, summary_clusters
from articlekit.learn.counts import Counts, assign
from articlekit.learn.errors import claim_errors
from articlekit.learn.gold import OPINION_GENRE, Gold, GoldClaim, Span
from articlekit.learn.happening_scores import HappeningScores
from articlekit.records import Claim, Summary
from articlekit.sections import LABELS

MATCH = 0.5
"""Least Dice overlap of a matched claim: half the characters of both are shared."""
TOP = 10
"""How many author's claims of an article are looked at for precision."""
BANDS = tuple(f"{low / 10:.1f} to {(low + 1) / 10:.1f}" for low in range(10))
"""Tenths of confidence."""
ANAPHORS = ("role noun phrase", "pronoun", "nothing")
PRONOUNS = frozenset("er sie es dieser diese dieses ihm ihr ihn ihnen".split())
FORMS = ("direct", "indirect", "free", "reported")
ARTICLES = frozenset("der die das den dem des ein eine einen einem einer eines".split())


@dataclass(slots=True)
class Scores:
    """All counts of an evaluation."""

    articles: int = 0
    strict: dict[str, Counts] = field(default_factory=lambda: {label: Counts() for label in (*LABELS, "all")})
    overlap: dict[str, Counts] = field(default_factory=lambda: {label: Counts() for label in (*LABELS, "all")})
    claims: Counts = field(default_factory=Counts)
    claim_overlap: Counts = field(default_factory=Counts)
    forms: dict[str, Counts] = field(default_factory=lambda: {form: Counts() for form in FORMS})
    """A claim's own form decides where it counts; a match with another form is a hit in `claims` only."""
    speaker: Counts = field(default_factory=Counts)
    resolved: dict[str, Counts] = field(default_factory=lambda: {kind: Counts() for kind in ANAPHORS})
    """Speakers of matched claims who are named, but not beside the claim: by what stands there."""
    act: Counts = field(default_factory=Counts)
    form: Counts = field(default_factory=Counts)
    reliability: dict[str, Counts] = field(default_factory=lambda: {band: Counts() for band in BANDS})
    """Claims by confidence: hits are matched claims, gold is the summed confidence."""
    errors: Counter[str] = field(default_factory=Counter)
    """Claims by kind of error."""
    author_claims: Counts = field(default_factory=Counts)
    """Only articles whose author's claims are annotated."""
    author_top: Counts = field(default_factory=Counts)
    """The ten strongest of each such article; gold is ten, or all where there are fewer."""
    author_act: Counts = field(default_factory=Counts)
    reports: int = 0
    """Articles that are no opinion pieces."""
    reports_with_own: int = 0
    """Those of them to whose authors claims were given."""
    clusters: ClusterScores = field(default_factory=ClusterScores)
    """Only articles whose entities are annotated."""
    happenings: HappeningScores = field(default_factory=HappeningScores)

    def add(self, gold: Gold, summary: Summary) -> None:
        """Add one article."""
        self.articles += 1
        truth = {(entity.label, entity.start, entity.end) for entity in gold.entities}
        found = summary_names(summary)
        for label in LABELS:
            mine = {name for name in found if name[0] == label}
            theirs = {name for name in truth if name[0] == label}
            strict = len(mine & theirs)
            loose = _overlapping(sorted(mine), sorted(theirs))
            for counts, hit in ((self.strict, strict), (self.overlap, loose)):
                counts[label].add(hit, len(mine), len(theirs))
                counts["all"].add(hit, len(mine), len(theirs))
        self._add_claims(gold, summary)
        self._add_author_claims(gold, summary)
        self.clusters.add(gold.clusters, summary)
        self.happenings.add(gold.happenings, summary)

    def _add_author_claims(self, gold: Gold, summary: Summary) -> None:
        if gold.genre != OPINION_GENRE:
            self.reports += 1
            self.reports_with_own += bool(summary.author_claims)
        if gold.author_claims is None:
            return
        text = gold.article.text
        mine = [characters(text, [(span.start, span.end) for span in claim.spans]) for claim in summary.author_claims]
        theirs = [characters(text, [(claim.start, claim.end)]) for claim in gold.author_claims]
        matched = [(one, other) for one, other, _ in assign(mine, theirs, least=MATCH)]
        self.author_claims.add(len(matched), len(mine), len(theirs))
        self.author_top.add(sum(one < TOP for one, _ in matched), min(TOP, len(mine)), min(TOP, len(theirs)))
        for one, other in matched:
            self.author_act.add(summary.author_claims[one].act == gold.author_claims[other].act, 1, 1)

    def _add_claims(self, gold: Gold, summary: Summary) -> None:
        text = gold.article.text
        mine = [characters(text, [(span.start, span.end) for span in claim.spans]) for claim in summary.claims]
        theirs = [characters(text, claim.spans) for claim in gold.claims]
        pairs = assign(mine, theirs)
        matched = [(one, other) for one, other, _ in assign(mine, theirs, least=MATCH)]
        self.claims.add(len(matched), len(mine), len(theirs))
        self.claim_overlap.add(sum(dice for _, _, dice in pairs), len(mine), len(theirs))
        aliases = _alias_table(summary)
        same_speaker = [
            normal_speaker(gold.claims[other].speaker)
            in {normal_speaker(name) for name in _names_of(summary.claims[one], aliases)}
            for one, other in matched
        ]
        self.errors.update(claim_errors(summary.claims, gold.claims, matched, same_speaker))
        found = {one for one, _ in matched}
        for number, claim in enumerate(summary.claims):
            self.reliability[band_of(claim.confidence)].add(number in found, 1, claim.confidence)
        for (one, other), same in zip(matched, same_speaker, strict=True):
            claim, truth = summary.claims[one], gold.claims[other]
            self.speaker.add(same, 1, 1)
            if kind := _anaphor(gold, truth):
                self.resolved[kind].add(same, 1, 1)
            self.act.add(claim.act == truth.act, 1, 1)
            self.form.add(claim.form == truth.form, 1, 1)
        for form in FORMS:
            hit = sum(summary.claims[one].form == form == gold.claims[other].form for one, other in matched)
            predicted = sum(claim.form == form for claim in summary.claims)
            self.forms[form].add(hit, predicted, sum(claim.form == form for claim in gold.claims))


def _anaphor(gold: Gold, claim: GoldClaim) -> str | None:
    """Return what stands for the speaker of a claim who is named elsewhere, None for another."""
    text = gold.article.text
    names = {normal_speaker(text[entity.start : entity.end]) for entity in gold.entities}
    if normal_speaker(claim.speaker) not in names:
        return None
    if not claim.speaker_spans:
        return "nothing"
    start, end = claim.speaker_spans[0]
    if any(entity.start < end and start < entity.end for entity in gold.entities):
        return None
    return "pronoun" if text[start:end].lower() in PRONOUNS else "role noun phrase"


def band_of(confidence: float) -> str:
    """Return the band of `BANDS` that a confidence falls into."""
    return BANDS[min(int(confidence * len(BANDS)), len(BANDS) - 1)]


def summary_names(summary: Summary) -> set[Name]:
    """Return (label, start, end) of every mention of a summary."""
    return set(summary_clusters(summary))


def normal_speaker(name: str | None) -> str:
    """Return a speaker's name for comparison: lower case, without a leading article; empty for none."""
    parts = (name or "").lower().replace("„", "").replace("“", "").split()
    while parts and parts[0] in ARTICLES:
        parts = parts[1:]
    return " ".join(parts)


def _names_of(claim: Claim, aliases: dict[str, tuple[str, ...]]) -> tuple[str | None, ...]:
    return (claim.speaker, *aliases.get(claim.speaker or "", ()))


def _alias_table(summary: Summary) -> dict[str, tuple[str, ...]]:
    entities = (*summary.people, *summary.organisations, *summary.places, *summary.technologies, *summary.laws)
    return {entity.name: entity.aliases for entity in entities}


def characters(text: str, spans: Iterable[Span]) -> set[int]:
    """Return the letters and digits of spans, as offsets into `text`."""
    return {index for start, end in spans for index in range(start, end) if text[index].isalnum()}


def _overlapping(mine: list[Name], theirs: list[Name]) -> int:
    """Count the pairs of overlapping names, each used once, from left to right."""
    hits = column = 0
    for _, start, end in mine:
        while column < len(theirs) and theirs[column][2] <= start:
            column += 1
        if column < len(theirs) and theirs[column][1] < end:
            hits += 1
            column += 1
    return hits
