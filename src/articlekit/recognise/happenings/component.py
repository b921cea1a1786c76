"""The happenings of a document: its triggers, judged by a linear model, joined, with date, place and participants."""

from spacy.tokens import Doc

from articlekit.recognise.claims.frame import get_claims
from articlekit.recognise.happenings.arguments import Phrase
from articlekit.recognise.happenings.features import LEAD, SPECIFIC, claim_forms, features_of, is_anaphoric, noun_shape
from articlekit.recognise.happenings.frame import HappeningFrame, Piece, set_happenings
from articlekit.recognise.happenings.lexicon import HappeningLexicon
from articlekit.recognise.happenings.merge import Group, Judged, grouped
from articlekit.recognise.happenings.participants import participants_of
from articlekit.recognise.happenings.sentence import Sentence, Time
from articlekit.recognise.happenings.status import Reality
from articlekit.recognise.happenings.triggers import Trigger, TriggerFinder
from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.linear import Features, LinearModel
from articlekit.recognise.view import View, view_of

TELLS = "happening"
EVENT_TYPES = frozenset({"opening", "meeting", "vote", "launch"})
"""What a named event can be."""


class HappeningsComponent:
    """Finds happenings; registered as `articlekit_happenings`. Needs names and claims."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._finder = TriggerFinder(HappeningLexicon(lexicons))
        self._reality = Reality(lexicons)
        self._model = LinearModel(lexicons["happening_model"])
        self._least: float = lexicons["happening_least"]
        self._least_heading: float = lexicons["happening_least_heading"]
        self._places = words(lexicons["happening_place_prepositions"])

    def __call__(self, doc: Doc) -> Doc:
        """Set the span group `articlekit_happenings`."""
        view = view_of(doc)
        groups = grouped(view, self.judged(view), self._least, self._least_heading)
        set_happenings(doc, [self._frame(view, group) for group in groups])
        return doc

    def judged(self, view: View) -> list[Judged]:
        """Return all triggers with what the model thinks of them."""
        return [
            Judged(
                trigger,
                self._model.probabilities(features)[TELLS],
                tense,
                self._reality.status(trigger, tense),
                anaphoric,
                _own_times(trigger),
            )
            for trigger, features, tense, anaphoric in self.examples(view)
        ]

    def examples(self, view: View) -> list[tuple[Trigger, Features, str, bool]]:
        """Return all triggers with their features, their tense, and whether they only take up what was told."""
        triggers = list(self._finder.find(view))
        claimed = claim_forms(get_claims(view.doc)) if triggers else {}
        found = []
        for trigger in triggers:
            tense = self._reality.tense(trigger)
            if self._reality.is_unreal(trigger, tense):
                continue
            anaphoric = trigger.kind == "noun" and is_anaphoric(trigger, noun_shape(trigger))
            found.append((trigger, features_of(trigger, tense, self._reality, claimed), tense, anaphoric))
        return found

    def _frame(self, view: View, group: Group) -> HappeningFrame:
        members = sorted(group.members, key=lambda one: (one.trigger.sentence.is_heading, one.anaphoric, -one.chance))
        first = members[0]
        whens: dict[Piece, str] = {}
        for one in members:
            for time in one.times:
                whens.setdefault(time.characters, _time_tense(one))
        for one in members:
            if not one.anaphoric:
                for time in one.trigger.sentence.times_near(one.trigger.token):
                    if not one.times or time in one.times:
                        whens.setdefault(time.characters, _time_tense(one))
        if not whens and first.status == "happened":
            whens = dict.fromkeys(_told_next(view, first), "past")
        places = [one.trigger.sentence.place_near(one.trigger.token, self._places) for one in members]
        agents = participants_of(view, _phrases(members, objects=False))
        objects = participants_of(view, _phrases(members, objects=True))
        return HappeningFrame(
            type=group.type,
            triggers=[one.trigger.token for one in members],
            status=first.status,
            whens=list(whens),
            tenses=list(whens.values()),
            where=next(filter(None, places), None),
            agents=[piece for piece in agents if piece not in objects],
            objects=objects,
            event=next(filter(None, (self._event(view, one.trigger) for one in members)), None),
            chance=round(first.chance, 3),
        )

    def _event(self, view: View, trigger: Trigger) -> Piece | None:
        """Return the named event that a trigger tells: the trigger's own name, or what begins or is opened."""
        if trigger.sense.type not in EVENT_TYPES:
            return None
        tokens = [trigger.token]
        for _, (start, end) in trigger.arguments.objects if trigger.sense.type == "opening" else ():
            tokens += range(start, end)
        for token in tokens:
            number = view.entity[token]
            if number >= 0 and view.ents[number].label_ == "EVT":
                return view.ents[number].start, view.ents[number].end
        return None


def _told_next(view: View, first: Judged) -> list[Piece]:
    """Return the day that the sentences behind an article's first ones name for what is told there."""
    number = first.trigger.sentence.number
    if number >= LEAD:
        return []
    for after in range(number + 1, min(number + 1 + LEAD, len(view.sentences))):
        sentence = Sentence(view, after)
        for time in sentence.times:
            if SPECIFIC.search(time.text):
                return [time.characters]
    return []


def _own_times(trigger: Trigger) -> list[Time]:
    sentence = trigger.sentence
    home = sentence.clause_of(trigger.token)
    return [time for time in sentence.times_near(trigger.token) if sentence.clause_of(time.tokens[0]) == home]


def _time_tense(one: Judged) -> str:
    if one.status == "planned" or one.tense in {"future", "modal", "duty"}:
        return "future"
    if one.tense == "present" and one.trigger.sense.type in EVENT_TYPES:
        return "future"
    return one.tense if one.tense in {"past", "present"} else ""


def _phrases(members: list[Judged], *, objects: bool) -> list[Phrase]:
    return [
        phrase
        for one in members
        for phrase in (one.trigger.arguments.objects if objects else one.trigger.arguments.agents)
    ]
