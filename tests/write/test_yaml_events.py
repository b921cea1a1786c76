"""What is not a string is written as YAML knows it, and what only looks like it stays a string."""

import io
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from articlekit.write.as_yaml import FAST, LINE_ENDS
from articlekit.write.yaml_events import events
from tests.strategies import TRICKY

strings = st.sampled_from([text for text in TRICKY if not LINE_ENDS & set(text)])
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | strings
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3),
    max_leaves=8,
)


def written(plain: dict[str, Any], emitter: type[Any]) -> str:
    """Return what an emitter of PyYAML writes."""
    out = io.StringIO()
    yaml.emit(events(plain), out, Dumper=emitter, allow_unicode=True)
    return out.getvalue()


@pytest.mark.parametrize("emitter", [yaml.SafeDumper, FAST])
@given(plain=st.dictionaries(st.text("abc", min_size=1), values, max_size=4))
def test_every_value_is_read_again(emitter: type[Any], plain: dict[str, Any]) -> None:
    again = yaml.safe_load(written(plain, emitter))
    assert repr(again) == repr(plain), "1 is not True, and 1.0 is not 1"


def test_it_is_what_pyyaml_writes() -> None:
    plain = {"a": ["ja", "1e3", 0.5, 1e-05, True, None, [], {}], "b": {"c": "2025-10-02", "d": [{"e": "no"}]}}
    expected = yaml.dump(plain, Dumper=yaml.SafeDumper, sort_keys=False, default_flow_style=False)
    assert written(plain, yaml.SafeDumper) == expected
