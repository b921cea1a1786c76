"""Quotation marks: pairs in all German styles, nested, and the marks that have no partner."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from articlekit.recognise.view import View

# Opening mark to the marks that close it. „ “ is the German pair; ” and the straight mark close it in practice.
CLOSERS = {
    "„": '“”"',
    "‚": "‘’'",
    "»": "«",
    "«": "»",
    "›": "‹",
    "‹": "›",
    "“": "”",
    "‘": "’",
    '"': '"',
    "``": "''",
}
OPEN_ONLY = frozenset("„‚»›") | {"``"}
"""Marks that open whatever stands before them; the others open only where nothing they close is open."""
SINGLE = frozenset("‚‘›‹'’")
MARKS = frozenset(mark for opening, closers in CLOSERS.items() for mark in (opening, *closers)) | {"``", "''"}


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `start` is its opening mark, `end` the token after its closing mark."""

    start: int
    end: int
    level: int
    closed: bool = True

    @property
    def inner(self) -> tuple[int, int]:
        """The stretch between the marks."""
        return self.start + 1, self.end - 1 if self.closed else self.end


def find_quotes(view: View) -> tuple[list[Quote], list[int]]:
    """Return the quotations in order of their opening mark, and the opening marks that nothing closes.

    A quotation ends with its paragraph at the latest; one that opens with „ or » and is not closed there counts up to
    the paragraph's end when the next paragraph opens with the same mark, as long speeches are set.
    """
    quotes: list[Quote] = []
    unclosed: list[int] = []
    stack: list[int] = []
    for index, text in enumerate(view.text):
        if "\n" in text and stack:
            _end_paragraph(view, index, stack, quotes, unclosed)
            continue
        if text not in MARKS:
            if stack and len(text) > 1 and any(mark in text for mark in CLOSERS[view.text[stack[-1]]]):
                quotes.append(Quote(stack.pop(), index + 1, 0))  # `„Smart City“-Projekt` is cut as one token
            continue
        partner = next((place for place in reversed(stack) if text in CLOSERS[view.text[place]]), None)
        apart = text in OPEN_ONLY or (text == '"' and partner is not None and view.text[partner] != '"')
        if partner is not None and not (apart and _opens(view, index)):
            while stack[-1] != partner:
                unclosed.append(stack.pop())
            stack.pop()
            quotes.append(Quote(partner, index + 1, 0))
        elif text in CLOSERS and _opens(view, index):
            stack.append(index)
    if stack:
        _end_paragraph(view, len(view), stack, quotes, unclosed)
    quotes.sort(key=lambda quote: (quote.start, -quote.end))
    return list(_with_levels(quotes)), sorted(unclosed)


def _with_levels(quotes: list[Quote]) -> Iterator[Quote]:
    """Yield the quotations, each with the number of those round it."""
    open_ends: list[int] = []
    for quote in quotes:
        open_ends = [end for end in open_ends if end > quote.start]
        yield replace(quote, level=len(open_ends))
        open_ends.append(quote.end)


def _opens(view: View, index: int) -> bool:
    """Tell whether a mark can open: white space or an opening before it, and a word glued to it."""
    before = index == 0 or view.spaced[index - 1] or view.text[index - 1] in {"(", "[", "–", "—"} | set(CLOSERS)
    before = before or "\n" in view.text[index - 1]
    return before and index + 1 < len(view) and not view.spaced[index]


def _end_paragraph(view: View, end: int, stack: list[int], quotes: list[Quote], unclosed: list[int]) -> None:
    for place in stack:
        goes_on = end + 1 < len(view) and view.text[end + 1] == view.text[place]
        if view.text[place] in OPEN_ONLY and view.text[place] not in SINGLE and goes_on:
            quotes.append(Quote(place, end, 0, closed=False))
        else:
            unclosed.append(place)
    stack.clear()
