"""Repairs of single names: their edges and their kind, told from the words in and beside them."""

import gzip
import re
from functools import cache
from importlib.resources import files

from articlekit.recognise.lexicon import Lexicons, words
from articlekit.recognise.times import MONTHS
from articlekit.recognise.view import View

Name = tuple[int, int, str]
"""First token, token after the last, label."""
QUOTES = frozenset("„“”\"»«‚‘’›‹'()[],;:")
NAME_TAGS = frozenset({"NE", "FM", "XY"})
PARTICLES = frozenset("von van de der den di da del al bin ben zu zur le la du dos el".split())
DOUBLE_PARTICLES = frozenset({"von der", "van der", "von dem", "van den"})
MODEL_NUMBER = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Z][\w.-]*|.*\d.*[A-Z]\w*")
DETERMINERS = frozenset({"ART", "APPRART", "PPOSAT", "PDAT", "PIAT"})
NO_NAME_TAGS = frozenset({"APPR", "PWAV", "PWS", "KOUS", "KON", "ADV", "PPOSAT", "PDAT", "VVPP", "VVFIN"})
ARTICLES_OF_NAMES = frozenset("Den La Le Les Los Las El".split())
"""Den Haag, Le Chat: written with a capital inside a sentence; at its start `Den` is taken for the city's too."""
MONTH_NAMES = frozenset(MONTHS.split("|"))
ORDINAL = re.compile(r"\d{1,3}\.")
VERSION = re.compile(r"\d\.\d")
YEAR_OR_NUMBER = re.compile(r"(?:19|20)\d\d|\d{1,2}")


@cache
def common_nouns() -> frozenset[str]:
    """Return the forms that are common nouns and no names."""
    data = files("articlekit.recognise").joinpath("lexicons", "noun_forms.txt.gz").read_bytes()
    return frozenset(gzip.decompress(data).decode("utf-8").split())


def _is_common(word: str) -> bool:
    """Tell whether a word or the last part of a compound is a common noun."""
    return word.rpartition("-")[2] in common_nouns()


class Repairs:
    """The rules with their lexicons."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._not_names = frozenset(word.lower() for word in lexicons["not_names"])
        self._misc_law = tuple(words(lexicons["law_endings"]))
        self._misc_event = tuple(words(lexicons["event_words"]))
        self._sure_law = tuple(words(lexicons["sure_law_endings"]))
        self._not_laws = words(lexicons["not_laws"])
        self._elections = words(lexicons["election_nouns"])
        self._event_names = words(lexicons["english_event_words"])
        self._persons = tuple(word.lower() for word in words(lexicons["person_nouns"]) if len(word) > 3)
        self._company_nouns = tuple(words(lexicons["company_nouns"]))
        self._generic_bodies = tuple(words(lexicons["generic_bodies"]))
        self._ministries = tuple(words(lexicons["ministry_nouns"]))
        self._class_nouns = {
            label: tuple(noun.lower() for noun in words(nouns)) for label, nouns in lexicons["class_nouns"].items()
        }

    def trimmed(self, view: View, start: int, end: int) -> tuple[int, int] | None:
        """Return the name without quotation marks, articles and white space at its edges, or None when nothing is left."""
        while start < end and (
            view.text[start] in QUOTES
            or view.text[start].isspace()
            or (view.tag[start] in ("ART", "APPRART") and view.text[start] not in ARTICLES_OF_NAMES)
            or (view.tag[start] in NO_NAME_TAGS and view.lower[start] not in PARTICLES)
        ):
            start += 1
        end = next((index for index in range(start, end) if "\n" in view.text[index]), end)
        while end > start and (view.text[end - 1] in QUOTES or view.text[end - 1].isspace()):
            end -= 1
        return (start, end) if start < end else None

    def is_name(self, view: View, start: int, end: int, label: str) -> bool:
        """Tell whether the words can be a name: no generic term, no number, for people and bodies no common noun."""
        forms = view.text[start:end]
        if " ".join(view.lower[start:end]) in self._not_names:
            return False
        if label in ("PER", "LOC", "LAW") and not any(character.isupper() for form in forms for character in form):
            return False
        if not any(character.isalpha() for form in forms for character in form):
            return False
        if label not in ("PER", "ORG") or view.tag[end - 1] != "NN" or forms[-1].isupper():
            return True
        if label == "ORG":  # companies and newspapers are named by common nouns too
            noun = view.lower[start].removesuffix("s").removesuffix("e")
            before = view.lower[start - 1] if start else ""
            plain = (end - start == 1 and "-" not in forms[0]) and (
                (before == "des" and forms[0].endswith("s"))
                or (start > 0 and view.tag[start - 1] in DETERMINERS and noun.endswith(self._generic_bodies))
            )
        else:
            plain = all(tag == "ADJA" for tag in view.tag[start : end - 1])
        return not (plain and _is_common(forms[-1]))

    def kind_of_misc(self, text: str) -> str | None:
        """Return the kind of a MISC name of a generic pipeline by its words, or None where nothing tells."""
        parts = text.split()
        if text.endswith(self._misc_law) or parts[-1] == "Act":
            return "LAW"
        if any(part.endswith(self._misc_event) for part in parts):
            return "EVT"
        if any(c.isdigit() for c in text) or (len(parts) == 1 and any(c.isupper() for c in text[1:])):
            return "TEC"
        return None

    def without_class_noun(self, view: View, name: Name) -> Name:
        """Return the name without a common noun that only says what it names: Juristin X, Fachmesse Y."""
        start, end, _ = name
        if end - start < 2 or view.tag[start] != "NN" or view.text[start + 1] in {"-", "&", "/"}:
            return name
        noun = view.lower[start]
        if noun.endswith(self._persons) and view.tag[start + 1] in NAME_TAGS:
            return start + 1, end, "PER"
        for kind in ("EVT", "TEC"):
            if noun.endswith(self._class_nouns[kind]) and view.tag[start + 1] in NAME_TAGS:
                return start + 1, end, kind
        if noun.endswith(self._company_nouns) and view.tag[start + 1] in NAME_TAGS:
            return start + 1, end, "ORG"
        return name

    def by_class_noun(self, view: View, name: Name) -> Name:
        """Return the name with the kind that the common noun right before it says: der Chatbot X, das Start-up Y."""
        start, end, label = name
        if start == 0 or view.tag[start - 1] != "NN" or view.text[end - 1].endswith("s") or label == "LAW":
            return name
        noun = view.lower[start - 1]
        if label in ("ORG", "TEC", "EVT") and end - start > 1 and noun.endswith(self._persons):
            return start, end, "PER" if all(tag in NAME_TAGS for tag in view.tag[start:end]) else label
        for kind, nouns in self._class_nouns.items():
            person = label == "PER" and end - start > 1 and kind != "ORG"
            if label != kind and not person and noun.endswith(nouns):
                return start, end, kind
        return name

    def by_its_words(self, name: Name, view: View, *, known: bool) -> Name:
        """Return the name with the kind that its own words say: a law's ending, an event's word, a model number."""
        start, end, label = name
        forms = view.text[start:end]
        if label != "LAW" and (forms[-1] == "Act" or (end - start == 1 and self.is_law(forms[-1]))):
            return start, end, "LAW"
        if label in ("ORG", "LOC", "PER") and not known and end - start > 1 and self._event_names & set(forms):
            return start, end, "EVT"
        if label in ("PER", "LOC", "ORG") and not known and any(MODEL_NUMBER.fullmatch(form) for form in forms[-2:]):
            return start, end, "TEC"
        return name

    def by_gazetteer(self, name: Name, kind: str | None) -> Name:
        """Return the name with the gazetteer's kind where NER's is another and no matter of the place in the text.

        Whether a name is an organisation or a product there, NER tells from the sentence.
        """
        start, end, label = name
        sure = kind in ("EVT", "LAW") or (label in ("PER", "LOC") and kind is not None)
        return (start, end, kind) if sure and kind else name

    def after_class_noun(self, view: View, index: int, taken: list[bool]) -> Name | None:
        """Return the unknown name right after a common noun that says what it names: Verein X, Chatbot Y; or None."""
        if view.tag[index] != "NN" or taken[index]:
            return None
        end = index + 1
        while end < len(view) and not taken[end] and view.tag[end] in NAME_TAGS and view.text[end][:1].isalnum():
            end += 1
        if end == index + 1:
            return None
        for kind, nouns in self._class_nouns.items():
            if view.lower[index].endswith(nouns):
                return index + 1, end, kind
        noun = view.lower[index]
        if end > index + 2 and (noun.endswith(self._persons) or noun.removesuffix("s").endswith(self._persons)):
            return index + 1, end, "PER"
        return None

    def before_year(self, view: View, index: int, taken: list[bool]) -> Name | None:
        """Return an unknown name with a year right after it, which is an event's: DMEA 2025; or None."""
        follows = (
            index + 1 < len(view) and len(view.text[index + 1]) == 4 and YEAR_OR_NUMBER.fullmatch(view.text[index + 1])
        )
        if not follows or taken[index] or taken[index + 1] or view.tag[index] not in NAME_TAGS:
            return None
        if view.text[index] in MONTH_NAMES:
            return None
        start = index
        while start and not taken[start - 1] and view.tag[start - 1] in NAME_TAGS:
            start -= 1
        return start, index + 2, "EVT"

    def is_law(self, word: str) -> bool:
        """Tell whether a word is a law's name by its ending: a compound with -gesetz, no kind of law."""
        base = word.removesuffix("es")
        return word.endswith(self._sure_law) and word[:1].isupper() and base not in self._not_laws and len(base) > 8

    def is_election(self, word: str) -> bool:
        """Tell whether a word is an election that is a name by itself."""
        return word in self._elections

    def with_particles(self, view: View, start: int) -> int:
        """Return the start of a person's name with the particles in front of the surname: von der Leyen."""
        return start - 2 if start > 1 and " ".join(view.lower[start - 2 : start]) in DOUBLE_PARTICLES else start

    def extended(self, view: View, name: Name, taken: list[bool]) -> Name:
        """Return the name with what belongs to it: a person's other names, an event's year, a version."""
        start, end, label = name
        if label == "PER":
            after = end
            while after < len(view) and not taken[after]:
                foreign = view.tag[after] == view.tag[after - 1] == "FM"
                if (view.tag[after] == "NE" or foreign) and view.text[after][:1].isupper():
                    end = after + 1
                elif view.lower[after] not in PARTICLES or after - end > 1:
                    break
                after += 1
            start = self.with_particles(view, start)
        elif label == "ORG" and view.lower[start].removesuffix("s").endswith(self._ministries):
            end = _whole_list(view, start, end, taken)
        elif label == "EVT" and start and ORDINAL.fullmatch(view.text[start - 1]):
            start -= 1
        if label == "EVT" and end < len(view) and YEAR_OR_NUMBER.fullmatch(view.text[end]) and not taken[end]:
            end += len(view.text[end]) == 4
        elif label in ("LAW", "TEC") and end < len(view) and VERSION.fullmatch(view.text[end]) and not taken[end]:
            end += 1
        return start, end, label


def _whole_list(view: View, start: int, end: int, taken: list[bool]) -> int:
    """Return the end of a ministry's name with all its fields: für Wohnen, Stadtentwicklung und Bauwesen."""
    if "für" not in view.lower[start:end]:
        return end
    after = end
    while after + 1 < len(view) and view.text[after] in (",", "und") and view.tag[after + 1] in ("NN", "TRUNC"):
        if any(taken[after : after + 2]):
            break
        if view.text[after] == "und":
            return after + 2
        after += 2
    return end
