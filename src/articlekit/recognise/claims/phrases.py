"""Noun phrases by their tags: from a head noun, name or pronoun to its whole phrase."""

from articlekit.recognise.claims.quotes import CLOSERS
from articlekit.recognise.view import FINITE, NOUNS, View

LEFT = frozenset({"ART", "ADJA", "PPOSAT", "PDAT", "PIAT", "PIDAT", "CARD", "TRUNC", "PWAT", "NN", "NE", "FM", "XY"})
PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PRELS", "PWS", "PPOSS"})
OBLIQUE = frozenset("mir mich dir dich ihm ihn ihnen uns euch dem den".split())
HEADS = NOUNS | PRONOUNS
GENITIVE_ARTICLES = frozenset(
    "des der eines einer dieses dieser ihres ihrer seines seiner mehrerer vieler einiger aller beider zweier".split()
)
ATTACHING = frozenset("von vom der beim bei für aus am im zum in".split())
DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT"})
JOINING = frozenset({"-", "/", "&", "."})
QUOTED = 8
"""Tokens that a name in quotation marks inside a noun phrase may have."""
ATTRIBUTE = 7
"""Tokens between the article and the participle of an attribute: `eine am Dienstag in Berlin veröffentlichte Studie`."""


TIME_NOUNS = (
    *"montag dienstag mittwoch donnerstag freitag samstag sonntag woche monat jahr tag abend morgen mittag wochenende".split(),
    *"januar februar märz april mai juni juli august september oktober november dezember uhr".split(),
)


def is_time_noun(view: View, index: int) -> bool:
    """Tell whether a token outside names is a unit or name of time: `Dienstag`, `Jahre`."""
    word = view.lower[index]
    if word in {"anfang", "mitte", "ende"} and index + 1 < len(view) and view.lower[index + 1].startswith(TIME_NOUNS):
        return True
    return view.entity[index] < 0 and word.startswith(TIME_NOUNS) and len(word) <= max(map(len, TIME_NOUNS)) + 2


def phrase_at(view: View, head: int, low: int, high: int) -> tuple[int, int]:
    """Return the noun phrase round `head` within `low` to `high`: determiners, adjectives, titles, genitives, names.

    A following genitive phrase and a phrase with `von`, `vom`, `beim`, `für`, `aus` belong to it.
    """
    start = head
    if view.tag[head] in PRONOUNS and view.tag[head] != "PIS":
        return head, head + 1
    nouns_only = True
    while start > low:
        tag = view.tag[start - 1]
        between = tag in {"ADV", "ADJD"} and not nouns_only and start - 1 > low and view.tag[start - 2] == "ART"
        if not between and (tag not in LEFT or (tag in NOUNS and not nouns_only)):
            break
        start -= 1
        if tag in {"ART", "PPOSAT", "PDAT"}:
            break
        nouns_only = nouns_only and tag in NOUNS
    if start - 2 >= low and view.tag[start - 1] == "KON" and view.tag[start - 2] == "TRUNC":
        start -= 2
        if start > low and view.tag[start - 1] in {"ART", "ADJA", "PPOSAT"}:
            start -= 1
    if view.tag[head] == "PIS":
        start = head  # `einer der Abgeordneten`
    start = _with_attribute(view, start, low)
    if (
        start > low
        and view.text[start - 1] in CLOSERS
        and (close := _quoted_end(view, start - 1, high))
        and close > head
    ):
        start = _determined(view, start - 1, low)
    end = head + 1
    while end < high:
        tag, lower = view.tag[end], view.lower[end]
        if view.text[end] in CLOSERS[view.text[start]] if view.text[start] in CLOSERS else False:
            end += 1
            continue
        if view.text[end] in CLOSERS and view.tag[end - 1] in NOUNS and (close := _quoted_end(view, end, high)):
            end = close
            continue
        if view.text[end] == "(" and (close := _bracket_end(view, end, high)):
            end = close
            continue
        governed = (tag in DETERMINERS and lower in GENITIVE_ARTICLES and _is_genitive(view, end)) or (
            tag in {"APPR", "APPRART"} and lower in ATTACHING and _attached(view, end, start, head)
        )
        if tag == "NN" and view.entity[end] < 0 <= view.entity[end - 1] and _is_actor(view, end - 1):
            break  # `nach Ansicht von Amnesty Maßnahmen ergreifen`: the noun begins a phrase of its own
        if tag in NOUNS or (_joins(view, end) and end + 1 < high and view.tag[end + 1] in NOUNS):
            end += 1
        elif governed:
            inner = _noun_after(view, end, high)
            if inner is None:
                break
            end = inner + 1
        elif tag == "KON" and lower in {"und", "oder", "sowie"} and (inner := _noun_after(view, end, high)) is not None:
            end = inner + 1
        elif tag == "CARD" and view.entity[end] >= 0 and view.entity[end] == view.entity[end - 1]:
            end += 1
        elif view.entity[end] >= 0 and view.tag[end - 1] == "NN" and view.ents[view.entity[end]].start == end:
            end = view.ents[view.entity[end]].end  # a name whose words the tagger does not know
        else:
            break
    if view.entity[end - 1] >= 0:
        end = min(high, max(end, view.ents[view.entity[end - 1]].end))
    return start, end


def _quoted_end(view: View, opening: int, high: int) -> int | None:
    """Return the token after a short quotation without a finite verb, which is a name or title, or None."""
    for index in range(opening + 1, min(opening + 2 + QUOTED, high)):
        if view.text[index] in CLOSERS[view.text[opening]]:
            return index + 1 if index > opening + 1 else None
        if view.tag[index] in FINITE:
            return None
    return None


def _bracket_end(view: View, opening: int, high: int) -> int | None:
    """Return the token after a short bracket with a party, place or abbreviation, or None."""
    for index in range(opening + 1, min(opening + 6, high)):
        if view.text[index] == ")":
            return index + 1
        if view.tag[index] in FINITE:
            return None
    return None


def _with_attribute(view: View, start: int, low: int) -> int:
    """Return the start of a phrase whose article stands before an attribute with words of its own."""
    if view.tag[start] != "ADJA" or start == low or not view.lower[start].endswith(("en", "er", "e", "em", "es")):
        return start
    for index in range(start - 1, max(low, start - ATTRIBUTE) - 1, -1):
        if view.tag[index] in FINITE or view.tag[index].startswith("$") or view.tag[index] == "KON":
            return start
        if view.tag[index] in {"ART", "PPOSAT", "PDAT"} and view.tag[index + 1] in {
            "APPR",
            "APPRART",
            "ADV",
            "ADJD",
            "PPOSAT",
        }:
            return index
    return start


def _determined(view: View, start: int, low: int) -> int:
    """Return the start of a quoted name with the noun and the article before it: `das Magazin „Der Spiegel“`."""
    while start > low and view.tag[start - 1] in LEFT:
        start -= 1
        if view.tag[start] in {"ART", "PPOSAT", "PDAT"}:
            break
    return start


def _is_actor(view: View, index: int) -> bool:
    return view.ents[view.entity[index]].label_ in {"PER", "ORG"}


def _is_genitive(view: View, article: int) -> bool:
    """Tell whether an article that can be a genitive is one, by the tagger.

    `laut Verfassung der Präsident` and `sagte Keller der Zeitung` are two phrases each.
    """
    cases = view.doc[article].morph.get("Case", [])
    named = view.entity[article - 1] >= 0 and view.ents[view.entity[article - 1]].label_ == "PER"
    return "Nom" not in cases and not (named and "Dat" in cases)


def _joins(view: View, index: int) -> bool:
    """Tell whether a mark joins the words of a name: `Wehrhahn & Lorenz`, `J. Doe`, but no full stop of a sentence."""
    return view.text[index] in JOINING and (view.text[index] != "." or len(view.text[index - 1]) <= 2)


def _attached(view: View, preposition: int, start: int, head: int) -> bool:
    """Tell whether a prepositional phrase hangs on the noun phrase: the parser says so, or the preposition is `von`."""
    if view.lower[preposition] in {"von", "vom"}:
        return True
    governor = view.head[preposition]
    if view.dep[preposition] == "case":  # UD: the preposition hangs on its noun, the noun on what it modifies
        governor = view.head[governor]
    return start <= governor <= head


def _noun_after(view: View, index: int, high: int) -> int | None:
    """Return the noun that ends the phrase opened at `index` by an article, preposition or conjunction.

    An attribute with words of its own may stand before it: `in einem gestern veröffentlichten Bericht`.
    """
    index += 1
    opening = index
    while index < high and view.tag[index] in LEFT and view.tag[index] not in NOUNS:
        index += 1
    if index < high and view.tag[index] not in NOUNS and index > opening and view.tag[opening] in DETERMINERS:
        index = _past_attribute(view, index, high)
    if index >= high or view.tag[index] not in NOUNS:
        return None
    while index + 1 < high and view.tag[index + 1] in NOUNS:
        index += 1
    if index + 1 < high and view.tag[index + 1] == "ADJA" and view.tag[opening] in DETERMINERS:
        past = _past_attribute(view, index + 1, high)
        index = past if past < high and view.tag[past] in NOUNS else index
    return index


def _past_attribute(view: View, index: int, high: int) -> int:
    """Return the first noun right behind an adjective, from `index` on and without a verb or mark before it, or `high`."""
    for place in range(index, min(index + ATTRIBUTE, high)):
        if view.tag[place] in FINITE or view.tag[place].startswith("$"):
            return high
        if view.tag[place] in NOUNS and view.tag[place - 1] == "ADJA":
            return place
    return high


def first_phrase(view: View, low: int, high: int, *, oblique: bool = True) -> tuple[int, tuple[int, int]] | None:
    """Return head and extent of the first noun phrase in a stretch that no preposition governs, or None.

    Without `oblique`, pronouns that are no subject (`mir`, `ihm`) are passed over.
    """
    index = low
    while index < high:
        tag = view.tag[index]
        if tag in {"APPR", "APPRART"}:
            skipped = _noun_after(view, index, high)
            if skipped is None:
                index += 2
            else:
                index = phrase_at(view, skipped, index + 1, high)[1]
            continue
        if tag == "PIAT" and index + 1 < high and view.tag[index + 1] in FINITE:
            return index, (index, index + 1)  # `Viele bemängelten …`
        passed = view.lower[index] in {"sich", "es"} or (not oblique and view.lower[index] in OBLIQUE)
        if tag in HEADS and not passed and not is_time_noun(view, index):
            head = index
            while head + 1 < high and view.tag[head + 1] in NOUNS and view.tag[head] in NOUNS:
                head += 1
            return head, phrase_at(view, head, low, high)
        index += 1
    return None
