"""What a trigger shows of being a happening, as named features for the linear model."""

import re

from articlekit.recognise.claims.frame import ClaimFrame
from articlekit.recognise.happenings.arguments import Phrase
from articlekit.recognise.happenings.status import Reality
from articlekit.recognise.happenings.triggers import Trigger
from articlekit.recognise.linear import Features
from articlekit.recognise.view import View

DEFINITE = frozenset("der die das den dem des dieser diese dieses diesem diesen am im zum zur beim vom".split())
INDEFINITE = frozenset("ein eine einen einem einer eines".split())
SPECIFIC = re.compile(
    r"\d|tag|heute|gestern|woche|januar|februar|märz|april|mai|jun|jul|august|ember|oktober", re.IGNORECASE
)
LEAD = 2
"""Sentences of an article that tell what is new."""


def features_of(trigger: Trigger, tense: str, reality: Reality, claimed: dict[int, str]) -> Features:
    """Return the features of a trigger.

    Args:
        trigger: what is judged.
        tense: of its clause.
        reality: tells wishes, suppositions and habits.
        claimed: the form of the claim that a token stands in, for those that do.
    """
    view, sense, arguments = trigger.sentence.view, trigger.sense, trigger.arguments
    noun = trigger.kind == "noun"
    group = "noun" if noun else "verb"
    told = {
        f"{group}": True,
        f"kind {trigger.kind}": True,
        f"{group} weak": sense.weak,
        f"{group} {tense}": True,
        f"{group} named agent": _named(view, arguments.agents),
        f"{group} named object": _named(view, arguments.objects),
        f"{group} agent": bool(arguments.agents),
        f"{group} object": bool(arguments.objects),
        f"{group} pronoun": arguments.pronoun,
        "passive": arguments.passive,
        "habit": reality.is_habit(trigger),
        "denied": reality.is_denied(trigger),
        f"clause {trigger.clause.kind}": True,
        "heading": trigger.sentence.is_heading,
        "lead": trigger.sentence.number < LEAD,
        f"claim {claimed.get(trigger.token, 'no')}": True,
        f"{group} place": bool(trigger.sentence.places(PLACE)),
    }
    told |= {f"{group} {name}": True for name in _times(trigger)}
    if noun:
        told |= {f"noun {name}": True for name in noun_shape(trigger)}
    return {name: 1.0 for name, holds in told.items() if holds}


PLACE = frozenset({"in", "im", "bei"})


def noun_shape(trigger: Trigger) -> list[str]:
    """Return what the article, number and neighbours of a noun are."""
    view, token = trigger.sentence.view, trigger.token
    place = token - 1
    while place > trigger.clause.start and view.tag[place] in {"ADJA", "CARD"}:
        place -= 1
    word = view.lower[place] if place >= trigger.clause.start else ""
    article = "definite" if word in DEFINITE else "indefinite" if word in INDEFINITE else "bare"
    plural = "Plur" in view.doc[token].morph.get("Number", [])
    shapes = [article, f"{article} plural" if plural else f"{article} singular"]
    if view.tag[token - 1] == "ADJA" and token > trigger.clause.start:
        shapes.append("adjective")
    governed = view.tag[place] in {"APPR", "APPRART"} or (place > 0 and view.tag[place - 1] == "APPR")
    shapes.append("governed" if governed else "free")
    return shapes


def is_anaphoric(trigger: Trigger, shape: list[str]) -> bool:
    """Tell whether a definite noun without anything of its own can only take up a happening told elsewhere."""
    arguments = trigger.arguments
    bare = not (arguments.agents or arguments.objects)
    return "definite" in shape and bare and not trigger.sentence.has_own_time(trigger.token)


def claim_forms(claims: list[ClaimFrame]) -> dict[int, str]:
    """Return the form of the claim that each token stands in."""
    return {index: claim.form for claim in claims for start, end in claim.pieces for index in range(start, end)}


def _named(view: View, phrases: list[Phrase]) -> bool:
    return any(view.entity[index] >= 0 for _, (start, end) in phrases for index in range(start, end))


def _times(trigger: Trigger) -> list[str]:
    sentence, home = trigger.sentence, trigger.sentence.clause_of(trigger.token)
    names = set()
    for time in sentence.times:
        first, specific = time.tokens[0], bool(SPECIFIC.search(time.text))
        where = "time" if sentence.clause_of(first) == home else "time beside"
        names.add(f"{where} {'specific' if specific else 'vague'}")
        if where == "time":
            names.add("time near" if abs(first - trigger.token) <= LEAD + 2 else "time far")
    return sorted(names)
