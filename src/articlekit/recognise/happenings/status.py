"""What the words round a trigger say of its reality: tense, announcement, denial, and what makes it no happening at all."""

from articlekit.recognise.claims.clauses import Clause
from articlekit.recognise.happenings.sentence import Sentence
from articlekit.recognise.happenings.triggers import Trigger
from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.view import View

PERFECT = frozenset({"haben", "sein", "werden"})
UP = 5
"""Steps from a noun to the verbs and nouns that govern it."""


class Reality:
    """Reads the words of `happenings.yaml` that are about status."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._wished = words(lexicons["happening_wished"])
        self._wish_nouns = frozenset(word.lower() for word in words(lexicons["happening_wish_nouns"]))
        self._suppositions = words(lexicons["happening_suppositions"])
        self._planned_modals = words(lexicons["happening_planned_modals"])
        self._duty = words(lexicons["happening_duty"])
        self._pending = words(lexicons["happening_pending"])
        self._plans = words(lexicons["happening_plans"])
        self._denials = words(lexicons["happening_denials"])
        self._negations = words(lexicons["happening_negations"])
        self._not_only = words(lexicons["happening_not_only"])
        self._elsewhere = words(lexicons["happening_elsewhere"])
        self._habits = words(lexicons["happening_habits"])

    def status(self, trigger: Trigger, tense: str) -> str:
        """Return happened, planned or denied, as far as the sentence tells it."""
        view, clause = trigger.sentence.view, trigger.clause
        if self.is_denied(trigger):
            return "denied"
        if trigger.sense.status:
            return trigger.sense.status
        if tense in {"future", "duty"} or tense.startswith("modal"):
            return "planned"
        around = {*view.lower[clause.start : clause.end], *view.lemma[clause.start : clause.end]}
        plain = trigger.kind in {"noun", "attribute"} or tense == "present"
        return "planned" if plain and not self._plans.isdisjoint(around) else "happened"

    def is_denied(self, trigger: Trigger) -> bool:
        """Tell whether it is said not to have happened, by a negation or by a verb such as `platzen`."""
        view, clause = trigger.sentence.view, trigger.clause
        if trigger.kind == "attribute":
            return trigger.token > clause.start and self._is_negation(view, trigger.token - 1)
        if trigger.kind != "noun":
            return any(self._is_negation(view, index) for index in range(clause.start, clause.end))
        before = view.lower[max(clause.start, trigger.token - 4) : trigger.token]
        if not self._negations.isdisjoint(before):
            return True
        after = view.lower[trigger.token + 1 : clause.end]
        lemmas = {*view.lemma[clause.start : clause.end], *view.lower[clause.start : clause.end]}
        return (bool(after) and after[-1] == "nicht") or not self._denials.isdisjoint(lemmas)

    def _is_negation(self, view: View, index: int) -> bool:
        """Tell whether a word denies; `nicht nur` and `nicht zuletzt` do not."""
        after = view.lower[index + 1] if index + 1 < len(view) else ""
        return view.lower[index] in self._negations and after not in self._not_only

    def tense(self, trigger: Trigger) -> str:
        """Return past, present, future, duty, a modal verb, subjunctive or none for where no verb tells."""
        return self.tense_of(trigger.sentence, trigger.clause, trigger.token)

    def tense_of(self, sentence: Sentence, clause: Clause, token: int) -> str:
        """Return the tense of a clause, see `tense`."""
        view, finite = sentence.view, clause.finite
        if view.tag[token] in {"VVFIN", "ADJA"} and (finite < 0 or finite != token) and view.tag[token] == "VVFIN":
            finite = token
        if finite < 0 and view.tag[token] == "VVPP":
            finite = _shared_finite(sentence, token)
        if finite < 0:
            return "none"
        lemma, tag = view.lemma[finite], view.tag[finite]
        if tag == "VMFIN":
            return self._modal(view, clause, finite, lemma)
        if view.is_subjunctive(finite):
            return "subjunctive"
        infinitive = any(view.tag[index] in {"VVINF", "VAINF"} for index in range(clause.start, clause.end))
        participle = any(view.tag[index] in {"VVPP", "VAPP"} for index in range(clause.start, clause.end))
        if lemma == "werden" and not view.is_past(finite) and infinitive:
            return "future"
        if view.is_past(finite) or (tag == "VAFIN" and lemma in {"haben", "sein"} and participle):
            return "past"
        return "present"

    def _modal(self, view: View, clause: Clause, finite: int, lemma: str) -> str:
        if view.is_subjunctive(finite) and lemma not in self._planned_modals:
            return "possible"
        if lemma in self._planned_modals:
            return "past" if view.is_past(finite) else "modal"
        if lemma in self._duty and not self._pending.isdisjoint(view.lower[clause.start : clause.end]):
            return "duty"
        return "possible"

    def is_unreal(self, trigger: Trigger, tense: str) -> bool:
        """Tell whether it is none of the domain's facts: supposed, wished, feared, merely possible, or of another domain."""
        possible = trigger.kind != "noun" and tense == "possible"
        return possible or self.is_supposed(trigger) or self.is_wished(trigger) or self.is_elsewhere(trigger)

    def is_supposed(self, trigger: Trigger) -> bool:
        """Tell whether it stands below `wenn` or `falls`, or in a question."""
        clause = trigger.clause
        if clause.kind == "sub" and clause.opener in self._suppositions:
            return True
        view = trigger.sentence.view
        return view.text[view.sentences[trigger.sentence.number][1] - 1] == "?"

    def is_wished(self, trigger: Trigger) -> bool:
        """Tell whether it stands below a word of wish or fear: `fordert den Rücktritt`, `die Gefahr eines Ausfalls`."""
        view, place = trigger.sentence.view, trigger.token
        for _ in range(UP):
            head = view.head[place]
            if head == place:
                break
            place = head
            if view.lemma[place] in self._wished or view.lower[place].rstrip("sn") in self._wish_nouns:
                return True
        clause = trigger.clause
        wish = any(
            view.lemma[index] in self._wished for index in range(clause.start, clause.end) if index != trigger.token
        )
        return trigger.kind == "noun" and wish

    def is_elsewhere(self, trigger: Trigger) -> bool:
        """Tell whether it is of another domain: `der Angriff auf die Ukraine`."""
        view = trigger.sentence.view
        phrases = (*trigger.arguments.objects, *trigger.arguments.agents)
        return any(not self._elsewhere.isdisjoint(view.text[start:end]) for _, (start, end) in phrases)

    def is_habit(self, trigger: Trigger) -> bool:
        """Tell whether a word of habit stands in its clause."""
        clause = trigger.clause
        return not self._habits.isdisjoint(trigger.sentence.view.lower[clause.start : clause.end])


def _shared_finite(sentence: Sentence, token: int) -> int:
    """Return the finite verb of the clause before that a participle without one shares: `hat … gelobt und … kritisiert`."""
    for clause in reversed(sentence.clauses[: sentence.clause_of(token)]):
        if clause.finite >= 0 and clause.kind in {"main", "sub", "rel"}:
            return clause.finite
    return -1
