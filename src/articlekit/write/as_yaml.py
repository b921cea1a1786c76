"""YAML for people: block style, keys in the order of the contract, umlauts as they are, no anchors.

Records that only say where something stands (mentions, spans) are kept on one line each.
"""

from typing import Any, TextIO

import yaml

from articlekit.write.contract import Plain

# The C emitter writes the same and is several times faster; some builds of PyYAML lack it.
_Base: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_NO_FOLDING = 2**30


class _Dumper(_Base):  # type: ignore[misc]
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _mapping(dumper: _Dumper, data: Plain) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style="start" in data and _flat(data))  # type: ignore[no-any-return]


def _flat(data: Plain) -> bool:
    return "end" in data and not any(isinstance(value, dict | list) for value in data.values())


_Dumper.add_representer(dict, _mapping)


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
            Dumper=_Dumper,
            sort_keys=False,
            allow_unicode=True,
            default_flow_style=False,
            explicit_start=self._several,
            width=_NO_FOLDING,
        )
        self._out.flush()

    def close(self) -> None:
        """Do nothing: every document is complete."""
