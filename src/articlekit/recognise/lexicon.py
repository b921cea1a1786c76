"""The lexicons: YAML shipped beside this module, extended by the user's files.

A user's file has the same top-level names; its entries are added and win over ours. An entry that is null takes ours away.
"""

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from articlekit.errors import SettingsError, near_name

SHIPPED = ("cues", "entities", "gazetteer", "nominals", "events", "first_names", "confidence")

Lexicons = dict[str, Any]


@lru_cache(maxsize=8)
def load_lexicons(extra: tuple[str, ...] = ()) -> Lexicons:
    """Return all lexicons by top-level name.

    Raises:
        SettingsError: when a user's file cannot be read or has an unknown top-level name.
    """
    lexicons: Lexicons = {}
    for name in SHIPPED:
        text = files("articlekit.recognise").joinpath("lexicons", f"{name}.yaml").read_text("utf-8")
        lexicons |= _load(text)
    for path in extra:
        try:
            data = _load(Path(path).read_text("utf-8"))
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            message = " ".join(str(error).split())
            raise SettingsError(f"cannot be read: {message}", where=path, hint="a lexicon is YAML in UTF-8") from None
        if not isinstance(data, dict):
            raise SettingsError("a lexicon has named sections", where=path, hint=near_name("", lexicons))
        for key, value in data.items():
            if key not in lexicons:
                raise SettingsError(f"unknown section {key}", where=path, hint=near_name(str(key), lexicons))
            if type(value) is not type(lexicons[key]):
                kind = "a list" if isinstance(lexicons[key], list) else "a mapping"
                raise SettingsError(f"section {key} must be {kind}", where=path)
            lexicons[key] = _extended(lexicons[key], value)
    return lexicons


def _load(text: str) -> Any:
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  both are safe loaders


def _extended(ours: Any, theirs: Any) -> Any:
    if isinstance(ours, list):
        return [*ours, *theirs]
    merged = {**ours, **theirs}
    return {key: value for key, value in merged.items() if value is not None}


def words(value: str | Iterable[str]) -> frozenset[str]:
    """Return a set of words from a list, or from a string with white space between them."""
    return frozenset(value.split() if isinstance(value, str) else value)
