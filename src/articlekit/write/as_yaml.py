"""YAML for people: block style, keys in the order of the contract, umlauts as they are, no anchors.

Records that only say where something stands (mentions, spans) are kept on one line each.
"""

import json
from typing import Any, TextIO

import yaml

from articlekit.write.contract import Plain
from articlekit.write.yaml_events import events

_NO_FOLDING = 2**30
LAST_BASIC = "\uffff"
"""Last character that the C emitter writes as it is; it escapes the others, emoji above all."""
LINE_ENDS = frozenset("\x85\u2028\u2029\ufeff")
FAST: type[Any] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""The C emitter is several times faster; some builds of PyYAML lack it."""


def _emitter_for(text: str) -> type[Any]:
    """Return the emitter that writes a text best: the slow one for emoji, unless it has line ends that one mistakes."""
    return yaml.SafeDumper if max(text) > LAST_BASIC and not LINE_ENDS & set(text) else FAST


class YamlWriter:
    """YAML documents, separated by `---`."""

    suffix = ".yaml"

    def __init__(self, out: TextIO, *, several: bool) -> None:
        self._out = out
        self._several = several

    def write(self, plain: Plain) -> None:
        """Write one document."""
        self._out.write("---\n" if self._several else "")
        emitter = _emitter_for(json.dumps(plain, ensure_ascii=False))
        yaml.emit(events(plain), self._out, Dumper=emitter, allow_unicode=True, width=_NO_FOLDING)
        self._out.flush()

    def close(self) -> None:
        """Do nothing: every document is complete."""
