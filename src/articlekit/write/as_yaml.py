"""YAML for people: block style, keys in the order of the contract, umlauts as they are, no anchors.

Records that only say where something stands (mentions, spans) are kept on one line each.
"""

import json
from typing import Any, TextIO

import yaml

from articlekit.write.contract import Plain

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
    return dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style="start" in data and _flat(data))  # type: ignore[no-any-return]


def _flat(data: Plain) -> bool:
    return "end" in data and not any(isinstance(value, dict | list) for value in data.values())


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
        yaml.dump(
            plain,
            self._out,
            Dumper=_dumper_for(json.dumps(plain, ensure_ascii=False)),
            sort_keys=False,
            allow_unicode=True,
            default_flow_style=False,
            explicit_start=self._several,
            width=_NO_FOLDING,
        )
        self._out.flush()

    def close(self) -> None:
        """Do nothing: every document is complete."""
