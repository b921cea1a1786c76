"""Names compared: one spelling for all the ways in which one name is written.

Case, hyphens, quotation marks, umlauts, diacritics, adjective and genitive endings go; digits and their dots stay, so
that versions and years remain told apart.
"""

import re
import unicodedata
from functools import lru_cache

QUOTES = re.compile(r"[„“”‚‘’'\"»«›‹`´·]")
INITIALS = re.compile(r"\b(?:[^\W\d_]\.[ -]?){2,}")
"""Letters with a dot each: U.S., J. D."""
INNER_POINT = re.compile(r"(?<=[^\W\d])[.:](?=\w)|(?<=\w)[.:](?=[^\W\d])")
DECIMAL_POINT = re.compile(r"(?<=\d)[.,](?=\d)")
NOT_WORD = re.compile(r"[^\w&+#·]+")
OPENER = re.compile(r"^(?:the|der|die|das) (?=\S)")
ENDING = re.compile(r"(?:e[nmrs]?|s)$")
LETTERS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "ı": "i",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ø": "oe",
        "æ": "ae",
        "ə": "ae",
    }
)
SHORTEST_STEM = 5
"""A shorter word keeps its ending: `Act`, `Apps`."""
SHORTEST_ACRONYM = 3
"""Two letters can stand for too much."""


@lru_cache(maxsize=200_000)
def spell(name: str) -> str:
    """Return a name in small plain letters, its words separated by one space.

    Example:
        >>> spell("EU-U.S. „Privacy Shield“ 2.0")
        'eu us privacy shield 2.0'
    """
    text = QUOTES.sub("", unicodedata.normalize("NFC", name))
    text = INITIALS.sub(lambda match: match[0].translate(WITHOUT_POINTS) + " ", text)
    text = unicodedata.normalize("NFC", text.lower()).translate(LETTERS)
    text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)).casefold()
    text = INNER_POINT.sub("", DECIMAL_POINT.sub("·", text))
    return " ".join(NOT_WORD.sub(" ", text).split()).replace("·", ".")


WITHOUT_POINTS = str.maketrans({".": None, " ": None, "-": None})


@lru_cache(maxsize=200_000)
def key_of(name: str) -> str:
    """Return what all spellings of the name of a thing or body have in common.

    Example:
        >>> key_of("Schwarz Gruppe") == key_of("Schwarz-Gruppe"), key_of("NIS2-Richtlinie") == key_of("NIS-2-Richtlinie")
        (True, True)
    """
    words = OPENER.sub("", spell(name)).split()
    if len(words) > 1:
        words = [_stem(word) for word in words]
    return "".join(
        f" {word}" if number and word[0].isdigit() and words[number - 1][-1].isdigit() else word
        for number, word in enumerate(words)
    )


def _stem(word: str) -> str:
    return ENDING.sub("", word) if len(word) >= SHORTEST_STEM and word.isalpha() else word


@lru_cache(maxsize=50_000)
def initials(name: str) -> str:
    """Return the capitals with which the words of a name and their hyphened parts begin."""
    return "".join(part[0] for part in re.split(r"[\s-]+", QUOTES.sub("", name)) if part[:1].isupper()).upper()


def is_acronym(short: str, long: str) -> bool:
    """Tell whether `short` is one word of the first letters of the words of `long`, three of them at least."""
    bare = QUOTES.sub("", short).replace(".", "")
    return len(bare) >= SHORTEST_ACRONYM and bare[:1].isupper() and bare.isalpha() and bare.upper() == initials(long)


def is_abbreviation(short: str, long: str) -> bool:
    """Tell whether one word with capitals in it is made of letters of `long` in their order: ePA, NetzDG."""
    bare = short.replace(".", "")
    if not 2 <= len(bare) <= 8 or not bare.isalpha() or sum(map(str.isupper, bare)) < 2 or len(long) < 2 * len(bare):
        return False
    rest = iter(long.lower())
    return bare[0].lower() == long[:1].lower() and all(letter in rest for letter in bare.lower())


def looks_like_acronym(name: str) -> bool:
    """Tell whether a name is one word of mostly capitals, three letters at least."""
    bare = name.replace(".", "")
    return len(bare) >= SHORTEST_ACRONYM and bare.isalpha() and sum(map(str.isupper, bare)) * 2 > len(bare)


@lru_cache(maxsize=50_000)
def slug(name: str) -> str:
    """Return a name as it can stand in an id: small Latin letters and digits, joined by hyphens; `x` where there are none."""
    return "-".join(re.findall(r"[a-z0-9]+", spell(name))) or "x"
