"""Mentions of one kind become entities: full names and surnames, full names and abbreviations, inflected forms."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from articlekit.recognise.lexicon import FORMS, Lexicons, words
from articlekit.records import Mention
from articlekit.summarise.keys import TRAILING_YEAR, Key, Keys, acronym, without_legal_form
from articlekit.summarise.people import same_person

VOWEL_S = ("ss", "us", "as", "is", "os", "es", "ys", "ß", "x", "z")


ENDING = 2
"""Letters by which two forms of a word differ at most: Grünen and Grüne."""


@dataclass(frozen=True, slots=True)
class Inflection:
    """What the tagger says of a name: its last word in the genitive, and the whole with adjectives and head in the nominative."""

    genitive: bool = False
    nominative: str | None = None
    """None where it is as it stands."""


@dataclass(slots=True, eq=False)
class Cluster:
    """One entity in the making; `forms` are its mentions' base forms with the first place of each."""

    label: str
    forms: dict[str, int] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form: of people the one with the most words, of others the longest; the first of equals."""
        return max(self.forms, key=lambda form: (len(form.split()) if self.label == "PER" else 0, len(form)))

    @property
    def surnames(self) -> set[str]:
        """The last words of forms with several."""
        return {form.split()[-1] for form in self.forms if " " in form.strip()}

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other base forms, in order of first mention."""
        name = self.name
        return tuple(form for form in self.forms if form != name)


class _Surfaces:
    """The mentions of a label as they stand: whole, by last word, and by last word of those with several."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.whole = set(texts)
        self.last_words = {text.split()[-1] for text in self.whole if text.split()}
        self.surnames = {text.split()[-1] for text in self.whole if " " in text}


class Merger:
    """Merges the mentions of an article.

    Args:
        lexicons: for the gazetteer, legal forms and genitive endings.
        follows_bracket: tells whether a mention stands in brackets right after another, given their offsets.
    """

    def __init__(self, lexicons: Lexicons, follows_bracket: Callable[[Mention, Mention], bool]) -> None:
        self._lexicons = lexicons
        self._genitive: Mapping[str, str] = lexicons["genitive_endings"]
        self._legal_forms = words(lexicons["legal_forms"])
        self._openers = tuple(words(lexicons["droppable_openers"]))
        self._known: Mapping[tuple[str, str], str] = lexicons[FORMS]
        self._follows_bracket = follows_bracket

    def merge(self, label: str, mentions: list[tuple[Mention, Inflection]]) -> list[Cluster]:
        """Return the entities of one label in order of first mention.

        Args:
            label: PER, ORG, LOC, EVT, TEC or LAW.
            mentions: in order, each with its inflection as the tagger sees it.
        """
        clusters: list[Cluster] = []
        keys = Keys(label, self._lexicons)
        stored: dict[Key, dict[int, Cluster]] = {}
        surfaces = _Surfaces(mention.text for mention, _ in mentions)
        previous: tuple[Mention, Cluster] | None = None
        for mention, inflection in mentions:
            form = self._base(label, inflection.nominative or mention.text, surfaces, inflection)
            near = {place: one for key in keys.wanted(form) for place, one in stored.get(key, {}).items()}
            cluster = self._find(label, form, list(near.values()))
            if cluster is None and previous and label != "PER" and self._follows_bracket(previous[0], mention):
                cluster = previous[1]
            if cluster is None:
                cluster = Cluster(label)
                clusters.append(cluster)
            if form not in cluster.forms:
                cluster.forms[form] = mention.start
                for key in keys.stored(form):
                    stored.setdefault(key, {})[id(cluster)] = cluster
            cluster.mentions.append(mention)
            previous = mention, cluster
        return _joined(clusters) if label == "PER" else clusters

    def _base(self, label: str, text: str, surfaces: _Surfaces, inflection: Inflection) -> str:
        """Return the form without its genitive ending, and as the gazetteer has it where it is an inflected form of that."""
        text = " ".join(self._without_genitive(part) for part in text.split()).strip("„“”\"»«'’")
        known = self._known.get((label, text))
        if known and _is_inflected(text, known):
            return known
        genitive = inflection.genitive
        if text.endswith("s") and len(text) > 3:
            if text in surfaces.surnames:
                return text  # the surname Peters, not the genitive of Peter
            bare = text[:-1]
            if bare in surfaces.whole or (label, bare) in self._known:
                return bare
            person_known = label == "PER" and bare.split()[-1] in surfaces.last_words
            if person_known or (genitive and label in ("PER", "LOC") and not text.endswith(VOWEL_S)):
                return bare
        return text

    def _without_genitive(self, word: str) -> str:
        if not word.endswith("s"):
            return word
        for ending, base in self._genitive.items():
            if word.lower().endswith(ending):
                return word[: len(word) - len(ending)] + (base if word[-len(ending)].islower() else base.capitalize())
        return word

    def _find(self, label: str, form: str, clusters: list[Cluster]) -> Cluster | None:
        """Return the cluster that a form belongs to: of several that fit, the one mentioned last.

        A form is held against the fullest name of a cluster, so that a surname alone never joins two people.
        """
        recent = sorted(clusters, key=lambda cluster: -cluster.mentions[-1].start)
        if label == "PER" and len(form.split()) == 1:
            whole = [cluster for cluster in recent if same_person(form, cluster.name)]
            whole.sort(key=lambda cluster: cluster.name.split()[-1] != form)  # a surname before a first name
            if whole:
                return whole[0]
        known = self._known.get((label, form))
        for cluster in recent:
            if form in cluster.forms and (label != "PER" or len(form.split()) > 1):
                return cluster
            if known and any(self._known.get((label, other)) == known for other in cluster.forms):
                return cluster
            if label == "PER" and same_person(form, cluster.name):
                return cluster
            if label == "ORG" and self._same_organisation(form, cluster.name):
                return cluster
            if label == "EVT" and _same_event(form, cluster.name):
                return cluster
        return None

    def _same_organisation(self, one: str, other: str) -> bool:
        short, long = sorted((one, other), key=len)
        if without_legal_form(one, self._legal_forms) == without_legal_form(other, self._legal_forms):
            return True
        if (
            long.endswith(" " + short)
            and long.startswith(self._openers)
            and len(long.split()) == len(short.split()) + 1
        ):
            return True
        return _is_acronym(short, long) or (long.startswith(short + " ") and len(short) > 3 and " für " not in long)


def _same_event(one: str, other: str) -> bool:
    """Tell whether two names are one event: the same but for a year that only one of them has."""
    years = {match[0] for name in (one, other) if (match := TRAILING_YEAR.search(name))}
    return len(years) < 2 and TRAILING_YEAR.sub("", one) == TRAILING_YEAR.sub("", other)


def _is_inflected(form: str, name: str) -> bool:
    """Tell whether a form differs from a name in the endings of its words only."""
    words, others = form.split(), name.split()
    return len(words) == len(others) and all(map(_is_ending_apart, words, others))


def _is_ending_apart(one: str, other: str) -> bool:
    stem = max(len(one), len(other)) - ENDING
    return one == other or (one[:stem] == other[:stem] and min(len(one), len(other)) >= stem > ENDING)


def _joined(clusters: list[Cluster]) -> list[Cluster]:
    """Give a surname that was there before the full name to the one full name it can belong to."""
    kept: list[Cluster] = []
    by_surname: dict[str, dict[int, Cluster]] = {}
    for cluster in clusters:
        for surname in cluster.surnames:
            by_surname.setdefault(surname, {})[id(cluster)] = cluster
    for cluster in clusters:
        hosts: dict[int, Cluster] = {}
        if all(len(form.split()) == 1 for form in cluster.forms):
            hosts = {place: one for form in cluster.forms for place, one in by_surname.get(form, {}).items()}
            hosts.pop(id(cluster), None)
        if len(hosts) == 1:
            (host,) = hosts.values()
            host.forms = {**cluster.forms, **host.forms}
            host.mentions = sorted([*cluster.mentions, *host.mentions], key=lambda mention: mention.start)
        else:
            kept.append(cluster)
    return sorted(kept, key=lambda cluster: cluster.mentions[0].start)


def _is_acronym(short: str, long: str) -> bool:
    return 2 <= len(short) <= 6 and short.isupper() and short.isalpha() and short == acronym(long)
