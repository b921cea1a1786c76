"""YAML for people: block style, keys in the order of the contract, umlauts as they are, no anchors.

Records that only say where something stands (mentions, spans) are kept on one line each.
"""

import json
from typing import Any, TextIO

import yaml

from articlekit.write.contract import Plain
from articlekit.write.pieces import pieces

_NO_FOLDING = 2**30
LAST_BASIC = "\uffff"
"""Last character that the C emitter writes as it is; it escapes the others, emoji above all."""


LINE_ENDS = frozenset("\x85\u2028\u2029\ufeff")


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


# The C emitter is several times faster; some builds of PyYAML lack it.
class _FastDumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _mapping(dumper: Any, data: Plain) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=_is_flat(data))  # type: ignore[no-any-return]


def _is_flat(data: Plain) -> bool:
    """Tell whether a mapping is written on one line: it only says where something stands."""
    return "start" in data and "end" in data and not any(isinstance(value, dict | list) for value in data.values())


for _dumper in (_Dumper, _FastDumper):
    _dumper.add_representer(dict, _mapping)


def _dumper_for(text: str) -> type[Any]:
    """Return the emitter that writes a text best: the slow one for emoji, unless it has line ends that one mistakes."""
    return _Dumper if max(text) > LAST_BASIC and not LINE_ENDS & set(text) else _FastDumper


class YamlWriter:
    """YAML documents, separated by `---`."""

    suffix = ".yaml"

    def __init__(self, out: TextIO, *, several: bool) -> None:
        self._out = out
        self._several = several

    def write(self, plain: Plain) -> None:
        """Write one document."""
        self._out.write("---\n" if self._several else "")
        dumper = _dumper_for(json.dumps(plain, ensure_ascii=False))
        for piece, goes_on in pieces(plain):
            text: str = yaml.dump(
                piece,
                Dumper=dumper,
                sort_keys=False,
                allow_unicode=True,
                default_flow_style=False,
                width=_NO_FOLDING,
            )
            self._out.write(text.partition("\n")[2] if goes_on else text)
        self._out.flush()

    def close(self) -> None:
        """Do nothing: every document is complete."""
