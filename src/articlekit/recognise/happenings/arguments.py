"""Who does what to whom beside a trigger: subject, object and phrases with a preposition, as noun phrases."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from articlekit.recognise.claims.clauses import Clause
from articlekit.recognise.claims.phrases import OBLIQUE, first_phrase, is_time_noun, phrase_at
from articlekit.recognise.claims.speaker import is_accusative
from articlekit.recognise.happenings.lexicon import HappeningLexicon, Sense
from articlekit.recognise.happenings.sentence import Sentence, is_relative
from articlekit.recognise.view import NOUNS, OBJECT, View

Piece = tuple[int, int]
Phrase = tuple[int, Piece]
PASSIVE = frozenset({"werden", "wird", "wurde", "wurden", "worden", "werde", "würden"})
BE = frozenset({"ist", "sind", "war", "waren", "sei", "seien", "sein", "gewesen"})
PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PRELS", "PWS"})
AGENT_PREPOSITIONS = frozenset({"von", "vom", "durch"})
GENITIVE = frozenset("des der eines einer dieses dieser ihres ihrer seines seiner".split())
LINKS = frozenset({"von", "vom"})
PHRASES = 6
"""Noun phrases of a clause that are looked at."""


@dataclass(slots=True)
class Arguments:
    """Heads and extents of the noun phrases beside a trigger."""

    agents: list[Phrase] = field(default_factory=list)
    objects: list[Phrase] = field(default_factory=list)
    passive: bool = False
    fits: bool = True
    """What the sense asks of them is there."""
    pronoun: bool = False
    """Its subject is a pronoun."""


def verb_arguments(sentence: Sentence, verb: int, clause: Clause, sense: Sense, lexicon: HappeningLexicon) -> Arguments:
    """Return the arguments of a verb by one of its senses."""
    view = sentence.view
    found = Arguments(passive=is_passive(sentence, verb, clause, sense))
    bare = bare_phrases(sentence, clause, verb) or _behind(sentence, verb)
    subject = _subject(sentence, clause, verb, bare)
    others = [phrase for phrase in bare if phrase != subject]
    parsed = {child for child in view.children[verb] if view.dep[child] in OBJECT}
    others.sort(key=lambda phrase: (phrase[0] not in parsed, phrase[0]))
    subject, found.pronoun = _without_pronoun(sentence, clause, subject)
    others = [phrase for phrase in (_without_pronoun(sentence, clause, other)[0] for other in others) if phrase]
    governed = after_preposition(view, clause, sense.after) if sense.after else []
    if found.passive:
        found.objects = [subject] if subject else []
        found.agents = after_preposition(view, clause, AGENT_PREPOSITIONS)[:1]
    elif sense.intransitive or (sense.either and not others):
        found.objects = [subject] if subject else []
        wanted = sense.subject if sense.intransitive else sense.object
        found.fits = found.pronoun or any(lexicon.fits(view, head, wanted) for head, _ in found.objects)
        return found
    else:
        if subject is None and others and sense.subject and _fits(view, lexicon, others[0], sense.subject):
            subject, others = others[0], others[1:]
        subject, others = _swapped(view, lexicon, subject, others, sense)
        found.agents = [subject] if subject else []
        if sense.object and not any(_fits(view, lexicon, other, sense.object) for other in others):
            others = _behind(sentence, verb)
        fitting = [other for other in others if _fits(view, lexicon, other, sense.object)]
        found.objects = _listed(view, fitting) or ([] if sense.object else _listed(view, others))
    found.objects = governed or found.objects
    direct = [*found.objects, *others]
    told = not sense.object or any(_fits(view, lexicon, phrase, sense.object) for phrase in direct)
    done = not sense.subject or (found.passive and not found.agents and bool(sense.object))
    done = done or found.pronoun or any(_fits(view, lexicon, phrase, sense.subject) for phrase in found.agents)
    found.fits = told and done
    return found


def noun_arguments(sentence: Sentence, noun: int, clause: Clause, sense: Sense) -> Arguments:
    """Return what a noun takes: its genitive or phrase with von, the phrase with durch, and those with its own prepositions."""
    view = sentence.view
    found = Arguments()
    role = sense.genitive or ("agent" if sense.type in {"meeting", "vote", "ruling", "resignation"} else "object")
    index = noun + 1
    if index < clause.end and view.tag[index] in {"ART", "PPOSAT", "PDAT"} and view.lower[index] in GENITIVE:
        _add(found, role, first_phrase(view, index, clause.end))
    elif index < clause.end and view.lower[index] in LINKS:
        _add(found, role, first_phrase(view, index + 1, clause.end))
    elif index < clause.end and view.entity[index] >= 0 and view.entity[index] != view.entity[noun]:
        _add(found, role, first_phrase(view, index, clause.end))
    for phrase in after_preposition(view, clause, sense.after, low=noun):
        _add(found, "object", phrase)
    if not sense.after or role == "object":
        for phrase in after_preposition(view, clause, frozenset({"durch"}), low=noun)[:1]:
            _add(found, "agent", phrase)
    return found


def _add(found: Arguments, role: str, phrase: Phrase | None) -> None:
    if phrase:
        (found.objects if role == "object" else found.agents).append(phrase)


def is_passive(sentence: Sentence, verb: int, clause: Clause, sense: Sense) -> bool:
    """Tell whether a participle is passive: `wurde … gestohlen`, or with `ist` where the verb needs an object."""
    view = sentence.view
    if view.tag[verb] not in {"VVPP", "ADJD"}:
        return False
    modal = clause.finite >= 0 and view.tag[clause.finite] == "VMFIN"
    words = set(view.lower[clause.start : sentence.end if modal else clause.end])
    if words & PASSIVE:
        return True
    return bool(words & BE) and not sense.intransitive


def bare_phrases(sentence: Sentence, clause: Clause, verb: int) -> list[Phrase]:
    """Return the noun phrases of a clause that no preposition governs, in order; a relative pronoun first."""
    view = sentence.view
    phrases: list[Phrase] = []
    low = clause.start
    if is_relative(view, clause):
        phrases.append((low, (low, low + 1)))
        low += 1
    for start, end in _between(low, clause.end, [time.tokens for time in sentence.times]):
        place = start
        while place < end and len(phrases) < PHRASES:
            found = first_phrase(view, place, end)
            if found is None:
                break
            head, (first, last) = found
            passed = (view.tag[head] == "PPER" and view.lower[head] in OBLIQUE) or is_time_noun(view, head)
            if head != verb and not passed:
                phrases.append((head, (max(first, start), last)))
            place = max(last, head + 1, place + 1)
    return phrases


def _between(low: int, high: int, stretches: list[Piece]) -> Iterator[Piece]:
    """Yield what is left of a stretch without some others in it."""
    for start, end in stretches:
        if low < end and start < high:
            if low < start:
                yield low, start
            low = max(low, end)
    if low < high:
        yield low, high


def after_preposition(view: View, clause: Clause, prepositions: frozenset[str], low: int | None = None) -> list[Phrase]:
    """Return the noun phrases that one of some prepositions governs."""
    found = []
    for index in range(clause.start if low is None else low, clause.end - 1):
        if view.lower[index] in prepositions and view.tag[index] in {"APPR", "APPRART"}:
            phrase = first_phrase(view, index + 1, clause.end)
            if phrase and phrase[1][0] <= index + 2 and not is_time_noun(view, phrase[0]):
                found.append(phrase)
    return found


def _subject(sentence: Sentence, clause: Clause, verb: int, bare: list[Phrase]) -> Phrase | None:
    view = sentence.view
    if bare and bare[0][0] == clause.start and is_relative(view, clause) and len(bare) > 1:
        told = view.lower[clause.start] in {"den", "dem"} or view.entity[bare[1][0]] >= 0
        return bare[1] if told else bare[0]
    head = view.subject_of(verb)
    if head is not None:
        for phrase in bare:
            if phrase[1][0] <= head < phrase[1][1]:
                return phrase
        if sentence.start <= head < sentence.end and view.tag[head] in NOUNS | PRONOUNS:
            return head, phrase_at(view, head, sentence.start, sentence.end)
    return next((phrase for phrase in bare if not is_accusative(view, phrase[1])), None)


def _without_pronoun(sentence: Sentence, clause: Clause, phrase: Phrase | None) -> tuple[Phrase | None, bool]:
    """Return what a relative pronoun stands for in place of it, nothing for other pronouns, and whether there was one."""
    relative = phrase is not None and phrase[0] == clause.start and is_relative(sentence.view, clause)
    if phrase is None or not (relative or sentence.view.tag[phrase[0]] in PRONOUNS):
        return phrase, False
    if phrase[0] != clause.start or not is_relative(sentence.view, clause):
        return None, sentence.view.tag[phrase[0]] in {"PPER", "PDS"}
    return antecedent(sentence, clause), False


def antecedent(sentence: Sentence, clause: Clause) -> Phrase | None:
    """Return the noun phrase right before a relative clause."""
    view = sentence.view
    for index in range(clause.start - 1, max(sentence.start, clause.start - 12) - 1, -1):
        if view.tag[index] in NOUNS and not is_time_noun(view, index):
            return index, phrase_at(view, index, sentence.start, clause.start)
    return None


def _fits(view: View, lexicon: HappeningLexicon, phrase: Phrase, classes: frozenset[str]) -> bool:
    """Tell whether the head of a phrase, or a name that it ends in, is of one of some classes."""
    head, (start, end) = phrase
    if lexicon.fits(view, head, classes):
        return True
    first = next((index for index in range(start, end) if view.tag[index] in NOUNS), head)
    return lexicon.fits(view, first, classes)


def _listed(view: View, phrases: list[Phrase]) -> list[Phrase]:
    """Return the first phrase and those that follow it in a list: `Flughäfen, Kliniken, Banken und Sender`."""
    listed = phrases[:1]
    for phrase in phrases[1:]:
        if view.text[phrase[1][0] - 1] != "," or listed[-1][1][1] != phrase[1][0] - 1:
            break
        listed.append(phrase)
    return listed


def _swapped(
    view: View, lexicon: HappeningLexicon, subject: Phrase | None, others: list[Phrase], sense: Sense
) -> tuple[Phrase | None, list[Phrase]]:
    """Return subject and objects the other way round where only so they are what the sense asks for."""
    if subject is None or not others:
        return subject, others

    def score(one: Phrase, two: Phrase) -> int:
        done = bool(sense.subject) and _fits(view, lexicon, one, sense.subject)
        return done + (bool(sense.object) and _fits(view, lexicon, two, sense.object))

    other = max(others, key=lambda phrase: score(phrase, subject))
    if score(other, subject) <= max(score(subject, phrase) for phrase in others):
        return subject, others
    return other, [subject, *(phrase for phrase in others if phrase != other)]


def _behind(sentence: Sentence, verb: int) -> list[Phrase]:
    """Return the noun phrases of a fragment behind a clause that has none: `Am Mittwoch beginnt in X, wo …, das Forum`."""
    for other in sentence.clauses[sentence.clause_of(verb) + 1 :]:
        if other.kind == "frag":
            return bare_phrases(sentence, other, verb)
        if other.kind == "main":
            break
    return []
