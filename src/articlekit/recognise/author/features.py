"""What tells an author's own claim from a report: features of sentences, and of the article round them."""

from dataclasses import dataclass

from articlekit.recognise.claims.clauses import SENTENCE_END
from articlekit.recognise.claims.phrases import is_time_noun
from articlekit.recognise.evaluation import Marker, Markers
from articlekit.recognise.linear import Features
from articlekit.recognise.view import View

MOST = 2
LEAST_WORDS = 3
COVERED = 0.5
"""Share of a sentence inside claims of others from which on it is theirs."""
WORDS = frozenset("ich wir uns unser man sie wer wenn aber doch nicht kein nur mehr jetzt so dann denn nein ja".split())
AUTHOR = frozenset("ich mich mir mein meine meiner meinem meinen wir uns unser unsere unserer unserem unseren".split())
LONG = 40
TOP = 10
YEARS = ("19", "20")
SCALE = 10
"""Brings shares to the size of counts in a hundred words."""
LABEL = 5
"""Tokens of a speaker's label at the start of a paragraph: `Frage:`, `Thandiwe Brandt:`."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that can be an author's claim."""

    start: int
    end: int
    features: Features
    markers: tuple[Marker, ...]


def sentences_of(view: View, covered: set[int], markers: Markers) -> list[Sentence]:
    """Return the sentences of the running text that are not somebody else's claim.

    Args:
        view: the document.
        covered: tokens inside claims of others.
        markers: the words of evaluation.
    """
    paragraphs = _paragraphs(view)
    last = max(paragraphs, default=0)
    found = []
    for sentence in view.sentences:
        start, end = _without_space(view, *sentence)
        words = [index for index in range(start, end) if not view.tag[index].startswith("$")]
        if len(words) < LEAST_WORDS or not _is_closed(view, end):
            continue
        if sum(index in covered for index in words) >= COVERED * len(words):
            continue
        own = [index for index in range(start, end) if index not in covered]
        marks = tuple(markers.find(view, own))
        opens = start == 0 or "\n" in view.text[start - 1]
        features = _features(view, own, marks)
        features["covered"] = sum(index in covered for index in words) / len(words)
        features["first paragraph"] = float(paragraphs[start] == 0)
        features["last paragraph"] = float(paragraphs[start] == last)
        features["opens paragraph"] = float(opens)
        features["closes paragraph"] = float(end >= len(view) or "\n" in view.text[end])
        found.append(Sentence(start, end, features, marks))
    return found


def article_features(view: View, sentences: list[Sentence], chances: list[float]) -> Features:
    """Return what tells an opinion piece from a report: how much of it is others' and how much is judged.

    Args:
        view: the document.
        sentences: its sentences that are not somebody else's.
        chances: for each the probability that it would be a claim of the author's in an opinion piece.
    """
    words = max(1, sum(not tag.startswith("$") for tag in view.tag))
    ranked = sorted(chances, reverse=True)[:TOP]
    kinds = [marker for sentence in sentences for marker in sentence.markers]
    return {
        "own sentences": SCALE * len(sentences) / max(1, len(view.sentences)),
        "mean chance": SCALE * sum(chances) / max(1, len(chances)),
        "top chance": SCALE * sum(ranked) / TOP,
        "author": 100 * sum(word in AUTHOR for word in view.lower) / words,
        "questions": 100 * view.text.count("?") / words,
        "quotations": 100 * sum(word in {"„", "»", '"'} for word in view.text) / words,
        "stance": 100 * sum(marker.kind == "stance" for marker in kinds) / words,
        "judgement": 100 * sum(marker.kind in {"negative", "positive", "demand"} for marker in kinds) / words,
        "names": 100 * len(view.ents) / words,
        "numbers": 100 * view.tag.count("CARD") / words,
    }


def _features(view: View, tokens: list[int], marks: tuple[Marker, ...]) -> Features:
    lower = {view.lower[index] for index in tokens}
    finite = [index for index in tokens if view.is_finite(index)]
    features: Features = {}
    for marker in marks:
        name = f"{marker.kind} {marker.strength}"
        features[name] = min(features.get(name, 0) + 1, MOST)
    for place, index in enumerate(finite):
        mood = "subjunctive" if view.is_subjunctive(index) else "indicative"
        if view.tag[index] == "VMFIN":
            features[f"modal {view.lemma[index]} {mood}"] = 1
        if place == 0:
            features["first past" if view.is_past(index) else "first present"] = 1
            features[f"first {mood}"] = 1
    for index in finite[:1]:
        features[f"first verb {view.lemma[index]}"] = 1
        if view.lemma[index] == "sein" and not any(view.tag[place] == "VVPP" for place in tokens):
            features["predicate"] = 1
    if any(view.tag[index] == "VVPP" for index in tokens):
        features["participle"] = 1
    if tokens:
        place = view.entity[tokens[0]]
        features[f"opens {view.ents[place].label_ if place >= 0 else view.tag[tokens[0]]}"] = 1
    if any(is_time_noun(view, index) for index in tokens):
        features["time"] = 1
    if any(view.lower[index].startswith(YEARS) and view.tag[index] == "CARD" for index in tokens):
        features["year"] = 1
    for word in (WORDS | {"?", "!", ":", ";"}) & lower:
        features[f"word {word}"] = 1
    features["numbers"] = min(sum(view.tag[index] == "CARD" for index in tokens), MOST)
    features["names"] = min(len({view.entity[index] for index in tokens} - {-1}), MOST)
    features["quotation"] = float(not lower.isdisjoint({"„", "»", '"'}))
    features["no verb"] = float(not finite)
    features["length"] = min(len(tokens), LONG) / LONG
    return features


def _paragraphs(view: View) -> list[int]:
    numbers, number = [], 0
    for text in view.text:
        numbers.append(number)
        number += "\n" in text
    return numbers


def _without_space(view: View, start: int, end: int) -> tuple[int, int]:
    while start < end and view.text[start].isspace():
        start += 1
    while end > start and view.text[end - 1].isspace():
        end -= 1
    return start, end


def turns(view: View) -> float:
    """Return the share of paragraphs that are a turn of an interview: a question, or opened by a label and a colon."""
    starts = [0, *(index + 1 for index, text in enumerate(view.text) if "\n" in text)]
    ends = [*(start - 1 for start in starts[1:]), len(view)]
    paragraphs = [(start, end) for start, end in zip(starts, ends, strict=True) if end > start]
    number = sum(
        view.text[end - 1] == "?" or any(text == ":" for text in view.text[start + 1 : min(end, start + LABEL)])
        for start, end in paragraphs
    )
    return number / max(1, len(paragraphs))


def _is_closed(view: View, end: int) -> bool:
    """Tell whether a sentence ends with a mark: headings do not."""
    return any(view.text[index] in SENTENCE_END for index in range(max(0, end - 2), end))
