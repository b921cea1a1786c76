"""German expressions of time in a text, as stretches of characters."""

import re

MONTHS = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
WEEKDAYS = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"
YEAR = r"(?:19|20)\d\d"

TIME = re.compile(
    rf"""
    (?:\b(?i:vom|von|zwischen|am|bis\ zum|bis|seit\ dem|seit|ab\ dem|ab|zum|den)\ )?\b
    (?:
      \d{{1,2}}\.(?:\ (?:{MONTHS})\b)?(?:\ {YEAR})?\ ?(?:bis(?:\ zum)?|und|–|-)\ ?\d{{1,2}}\.\ (?:{MONTHS})\b(?:\ {YEAR})?
    | \d{{1,2}}\.\ (?:{MONTHS})\b(?:\ {YEAR})?
    | \d{{1,2}}\.\d{{1,2}}\.{YEAR}
    )
    | \b(?i:im|seit|ab|bis|anfang|mitte|ende)\ (?:{MONTHS})\b(?:\ {YEAR})?
    | \b(?:{MONTHS})\b\ {YEAR}
    | \b(?i:im\ Jahre?|anfang|mitte|ende|seit|bis)\ {YEAR}
    | \b[Aa]m\ (?:kommenden\ |vergangenen\ )?(?:{WEEKDAYS})
    """,
    re.VERBOSE,
)


def find_times(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each expression of time, in order."""
    return [match.span() for match in TIME.finditer(text)]
