"""A summary in pieces, so that the text of a long one never is in memory as a whole."""

from collections.abc import Iterator

from articlekit.write.contract import Plain

ITEMS = 100
"""Items of a list that one piece has at most; ordinary summaries have fewer."""


def pieces(plain: Plain) -> Iterator[tuple[Plain, bool]]:
    """Yield the mapping in mappings of one key each, and whether one goes on with the list of the one before."""
    if not plain:
        yield plain, False
    for key, value in plain.items():
        if isinstance(value, list) and value:
            for start in range(0, len(value), ITEMS):
                yield {key: value[start : start + ITEMS]}, start > 0
        else:
            yield {key: value}, False
