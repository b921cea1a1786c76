"""Whether a text is German, told from its function words."""

from collections.abc import Iterable

GERMAN = frozenset(
    """der die das und den dem des ein eine einen einem einer eines ist sind war nicht mit von zu auf für im sich
    auch als dass daß wird werden es an bei nach aus wie hat haben sie er ich wir oder aber wenn noch nur über vor
    zum zur durch sein seine ihre""".split()
)


def count_words(words: Iterable[str]) -> tuple[int, int]:
    """Return how many of lower-case words are made of letters, and how many of these are German function words."""
    letters = [word for word in words if word.isalpha()]
    return len(letters), sum(word in GERMAN for word in letters)
