"""Whether a text is German, told from its function words."""

from collections.abc import Sequence

GERMAN = frozenset(
    """der die das und den dem des ein eine einen einem einer eines ist sind war nicht mit von zu auf für im sich
    auch als dass daß wird werden es an bei nach aus wie hat haben sie er ich wir oder aber wenn noch nur über vor
    zum zur durch sein seine ihre""".split()
)


def german_share(words: Sequence[str]) -> float:
    """Return the share of German function words among lower-case words, from 0 to 1."""
    letters = [word for word in words if word.isalpha()]
    return sum(word in GERMAN for word in letters) / len(letters) if letters else 1.0
