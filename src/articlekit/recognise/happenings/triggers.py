"""Triggers: the verbs, phrases, participles and nouns of the lexicon as they stand in the text."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from articlekit.recognise.claims.clauses import CUTS, SENTENCE_END, Clause
from articlekit.recognise.claims.cues import REFLEXIVE
from articlekit.recognise.happenings.arguments import Arguments, noun_arguments, verb_arguments
from articlekit.recognise.happenings.lexicon import HappeningLexicon, Sense
from articlekit.recognise.happenings.sentence import Sentence
from articlekit.recognise.lemmas import verb_forms
from articlekit.recognise.view import View

VERBS = frozenset({"VVFIN", "VVPP", "VVINF", "VVIZU", "VAFIN", "ADJD"})
UNMODIFIED = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "ADJA", "APPR", "APPRART", "$,", "KON", "$.", "$("})
"""Tags before a participle that says a state, not an act: der verschlüsselte Dienst."""
MISTAKEN = frozenset({"ADJA", "VMFIN", "NE", "NN"})
"""Tags that a tagger gives a preterite that it does not know."""
PRETERITE = ("te", "ten")
DETERMINED = frozenset({"ART", "PPOSAT", "PDAT", "APPR", "APPRART"})
AROUND = 6
"""Tokens behind a word in which no other finite verb stands when it is one."""
NOUN_TAGS = frozenset({"NN", "NE"})
ADJECTIVE_ENDINGS = ("en", "er", "es", "em", "e")


@dataclass(slots=True)
class Trigger:
    """A word that can tell a happening."""

    token: int
    kind: str
    """verb, phrase, attribute or noun."""
    sense: Sense
    sentence: Sentence
    clause: Clause
    arguments: Arguments = field(default_factory=Arguments)


class TriggerFinder:
    """Finds the triggers of a document."""

    def __init__(self, lexicon: HappeningLexicon) -> None:
        self._lexicon = lexicon

    def find(self, view: View) -> Iterator[Trigger]:
        """Yield the triggers in order; sentences without one are not looked at."""
        sentence: Sentence | None = None
        verbs, phrases = self._lexicon.verbs, self._lexicon.phrases
        for index, tag in enumerate(view.tag):
            senses: tuple[Sense, ...] = ()
            kind = "verb"
            if tag in MISTAKEN and view.text[index].endswith(PRETERITE) and (verb := self._is_verb(view, index)):
                lemma, senses = verb, verbs[verb]
            elif tag in VERBS:
                word = view.lower[index]
                lemma = self._lexicon.lemma(word, view.lemma[index]) if tag != "ADJD" else _participle(word)
                if tag == "VVFIN" and (lemma not in verbs or lemma in self._lexicon.bases):
                    lemma = self._with_particle(view, index, lemma) or lemma
                if lemma not in verbs and lemma not in phrases:
                    continue
                senses = verbs.get(lemma, ())
            elif tag in NOUN_TAGS:
                sense = self._lexicon.noun(view.text[index], view.lemma[index])
                if sense is None:
                    continue
                senses, kind, lemma = (sense,), "noun", ""
            elif tag == "ADJA":
                lemma = _participle(_stem(view.lower[index]))
                senses, kind = self._phrase_before(view, index, lemma) or verbs.get(lemma, ()), "attribute"
                if not senses:
                    continue
            else:
                continue
            if view.entity[index] >= 0 and view.ents[view.entity[index]].label_ != "EVT":
                continue
            number = view.sentence_of[index]
            if sentence is None or sentence.number != number:
                sentence = Sentence(view, number)
            clause = sentence.clause_at(index)
            if kind == "verb" and lemma in phrases:
                together = self._phrase(sentence, clause, lemma)
                if together:
                    senses, kind = together, "phrase"
            found = self._with_sense(sentence, clause, index, senses, kind)
            if found:
                yield found

    def _is_verb(self, view: View, index: int) -> str | None:
        """Return the verb of a preterite that the tagger took for another word, `Am Montag hackten Unbekannte`, or None."""
        word = view.lower[index]
        lemma = verb_forms().get(word) or self._lexicon.lemma(word, "")
        if view.text[index] != word or lemma not in self._lexicon.verbs:
            return None
        start, end = view.sentences[view.sentence_of[index]]
        determined = index > start and view.tag[index - 1] in DETERMINED
        around = (*view.tag[start:index], *view.tag[index + 1 : min(end, index + AROUND)])
        return None if determined or any(tag.endswith("FIN") for tag in around) else lemma

    def _with_particle(self, view: View, index: int, lemma: str) -> str | None:
        """Return the verb with the particle that stands somewhere behind it before the next mark, or None."""
        end = view.sentences[view.sentence_of[index]][1]
        last = next((place for place in range(index + 1, end) if view.text[place] in CUTS | SENTENCE_END), end) - 1
        if last <= index:
            return None
        return self._lexicon.joined(lemma, view.lower[index], view.lower[last])

    def _phrase(self, sentence: Sentence, clause: Clause, lemma: str) -> tuple[Sense, ...]:
        view = sentence.view
        low, high = clause.start, clause.end
        present = set(view.lower[low:high])
        for others, senses in self._lexicon.phrases[lemma]:
            if not present.issuperset(others):
                continue
            length = len(others)
            for start in range(low, high - length + 1):
                if tuple(view.lower[start : start + length]) == others:
                    return senses
        return ()

    def _phrase_before(self, view: View, index: int, lemma: str) -> tuple[Sense, ...]:
        """Return the senses of a phrase whose participle stands right behind its other words: `in Kraft getretene`."""
        for others, senses in self._lexicon.phrases.get(lemma, ()):
            if tuple(view.lower[max(0, index - len(others)) : index]) == others:
                return senses
        return ()

    def _with_sense(
        self, sentence: Sentence, clause: Clause, index: int, senses: tuple[Sense, ...], kind: str
    ) -> Trigger | None:
        """Return a trigger by the first of its senses that fits what stands beside it."""
        reflexive = not REFLEXIVE.isdisjoint(sentence.view.lower[clause.start : clause.end])
        for sense in senses:
            if (sense.reflexive and not reflexive) or (sense.dated and not sentence.has_own_time(index)):
                continue
            if kind == "noun":
                arguments = noun_arguments(sentence, index, clause, sense)
            elif kind == "attribute":
                arguments = self._attribute(sentence, index, sense)
            else:
                arguments = verb_arguments(sentence, index, clause, sense, self._lexicon)
            if arguments.fits:
                return Trigger(index, kind, sense, sentence, clause, arguments)
        return None

    def _attribute(self, sentence: Sentence, index: int, sense: Sense) -> Arguments:
        """Return a participle's noun as what it is done to: `die im Oktober erlassenen Vorschriften`."""
        view = sentence.view
        if index == sentence.start or view.tag[index - 1] in UNMODIFIED:
            return Arguments(fits=False)
        head = index + 1
        while head < sentence.end and view.tag[head] == "ADJA":
            head += 1
        if head >= sentence.end or view.tag[head] not in NOUN_TAGS:
            return Arguments(fits=False)
        while head + 1 < sentence.end and view.tag[head + 1] in NOUN_TAGS and view.entity[head + 1] >= 0:
            head += 1
        wanted = sense.subject if sense.intransitive else sense.object
        fits = any(self._lexicon.fits(view, place, wanted) for place in range(index + 1, head + 1))
        return Arguments(objects=[(head, (index + 1, head + 1))], passive=True, fits=fits)


def _stem(word: str) -> str:
    return next((word.removesuffix(ending) for ending in ADJECTIVE_ENDINGS if word.endswith(ending)), word)


def _participle(word: str) -> str:
    """Return the infinitive of a participle, empty for any other word."""
    if not word.endswith(("t", "en")):
        return ""
    return verb_forms().get(word, "")
