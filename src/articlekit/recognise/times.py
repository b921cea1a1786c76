"""German expressions of time in a text, as stretches of characters."""

import re

MONTHS = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
WEEKDAYS = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"
YEAR = r"(?:19|20)\d\d"

TIME = re.compile(
    rf"""
    \b(?:vom|von|zwischen|am|bis|seit|ab|zum|den)?\ ?\b
    (?:
      \d{{1,2}}\.(?:\ (?:{MONTHS}))?(?:\ {YEAR})?\ (?:bis(?:\ zum)?|und|–|-)\ \d{{1,2}}\.\ (?:{MONTHS})(?:\ {YEAR})?
    | \d{{1,2}}\.\ (?:{MONTHS})(?:\ {YEAR})?
    | \d{{1,2}}\.\d{{1,2}}\.{YEAR}
    )
    | \b(?:im|seit|ab|bis|Anfang|Mitte|Ende)\ (?:{MONTHS})(?:\ {YEAR})?
    | \b(?:{MONTHS})\ {YEAR}
    | \b(?:im\ Jahr(?:e)?|Anfang|Mitte|Ende|seit|bis)\ {YEAR}
    | \bam\ (?:kommenden\ |vergangenen\ )?(?:{WEEKDAYS})
    """,
    re.VERBOSE,
)


def find_times(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each expression of time, in order."""
    return [match.span() for match in TIME.finditer(text)]
