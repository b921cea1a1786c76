"""Names spelled in several ways: Durow, Durov, Дуров; Tokajew, Tokayev; Nguyễn, Nguyen; Jørgensen, Joergensen."""

import re
from functools import lru_cache

from anyascii import anyascii

ENDING = re.compile(r"(?:ov|ev|off|in|ski|enko|ih|ian)a?$")
"""Of romanised surnames; others (Meier, Meyer) are different people when spelled differently."""
UMLAUT = re.compile(r"(?<![aeou])([aou])e")
STEPS = (
    (re.compile(r"schtsch|shch"), "s"),
    (re.compile(r"tsch|tch|kh|ch"), "h"),
    (re.compile(r"sch|sh|zh|ts|tz|z"), "s"),
    (re.compile(r"w|ff|ph"), "v"),
    (re.compile(r"[jy]"), "i"),
    (re.compile(r"ck|c"), "k"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"(?<=[aeou])i(?=[aeou])"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=10_000)
def plain(name: str) -> str:
    """Return a name in small letters without diacritics, umlauts and hyphens.

    Example:
        >>> plain("Karl-Heinz Jørgensen"), plain("Goebel") == plain("Göbel")
        ('karl heinz jorgensen', True)
    """
    return UMLAUT.sub(r"\1", anyascii(name).lower()).replace("-", " ")


@lru_cache(maxsize=10_000)
def sound(name: str) -> str:
    """Return a name in small letters that are the same for its German and its English spelling.

    Example:
        >>> sound("Kassym-Schomart Tokajew") == sound("Kassym-Zhomart Tokayev"), sound("Дуров")
        (True, 'durov')
    """
    text = anyascii(name).lower()
    for pattern, letters in STEPS:
        text = pattern.sub(letters, text)
    return text


def is_romanised(name: str) -> bool:
    """Tell whether the last word of a name as `sound` gives it looks like a Slavic surname."""
    return bool(ENDING.search(name))
