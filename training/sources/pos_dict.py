r"""The full-form lexicon of German: a CFSA2 automaton whose words are form, lemma code and tags.

The header is `\fsa`, the version byte 0xC6, two bytes of flags, the number of common labels and these labels.
An arc is one byte (three flags and, in the low five bits, an index into the common labels or 0), the label when
the index is 0, and the address of its target unless the target follows directly after the node's last arc.
"""

from collections.abc import Iterator
from pathlib import Path

MAGIC = b"\\fsa\xc6"
NUMBERED = 1 << 8
TARGET_NEXT, LAST, FINAL, LABEL = 0x80, 0x40, 0x20, 0x1F
SEPARATOR = b"_"
SUFFIX_BASE = ord("A")


class PosDict:
    """The entries of such a lexicon."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        if not data.startswith(MAGIC):
            raise ValueError(f"{path}: not a CFSA2 automaton")
        count = data[7]
        self._numbered = bool(int.from_bytes(data[5:7], "big") & NUMBERED)
        self._labels = data[8 : 8 + count]
        self._arcs = data[8 + count :]

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        """Yield form, lemma and tag."""
        arcs = self._arcs
        root = self._arc(self._node(0))[2]
        waiting = [(root, b"")]
        while waiting:
            node, prefix = waiting.pop()
            position, flags = self._node(node), 0
            while not flags & LAST:
                flags = arcs[position]
                label, position, target = self._arc(position)
                word = prefix + label
                if flags & FINAL:
                    form, code, tag = word.split(SEPARATOR, 2)
                    kept = len(form) - (code[0] - SUFFIX_BASE) % 256
                    yield form.decode(), (form[:kept] + code[1:]).decode(), tag.decode()
                if target:
                    waiting.append((target, word))

    def _number(self, position: int) -> tuple[int, int]:
        """Read a number of seven bits a byte, low bits first; return it and the position after it."""
        value = shift = 0
        while True:
            byte = self._arcs[position]
            value |= (byte & 0x7F) << shift
            position, shift = position + 1, shift + 7
            if byte < 0x80:
                return value, position

    def _node(self, position: int) -> int:
        return self._number(position)[1] if self._numbered else position

    def _arc(self, position: int) -> tuple[bytes, int, int]:
        """Return the label of an arc, the position after the arc and its target, 0 when it has none."""
        flags = self._arcs[position]
        index = flags & LABEL
        label = self._labels[index : index + 1] if index else self._arcs[position + 1 : position + 2]
        after = position + (1 if index else 2)
        if not flags & TARGET_NEXT:
            target, after = self._number(after)
            return label, after, target
        end, last = after, flags
        while not last & LAST:
            last = self._arcs[end]
            end += 1 if last & LABEL else 2
            if not last & TARGET_NEXT:
                end = self._number(end)[1]
        return label, after, end
