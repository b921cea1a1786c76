"""The lexicons: YAML shipped beside this module, extended by the user's files.

A user's file has the same top-level names; its entries are added and win over ours. An entry that is null takes ours away.
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import yaml

from articlekit.errors import SettingsError, near_name
from articlekit.records import Act, EventType
from articlekit.sections import LABELS

SHIPPED = (
    *("cue_verbs", "cue_phrases", "cue_nouns", "cue_frames", "modality"),
    *("evaluation", "act_model", "author_model", "antecedent_model"),
    *(
        "entities",
        "gazetteer",
        "nominals",
        "events",
        "first_names",
        "confidence",
        "times",
        "identities",
        "happenings",
        "happening_model",
    ),
)

NESTED = "evaluation"
"""The section whose entries have parts of their own, which grow too."""
FORMS = "gazetteer by form"
"""Not in the files: the canonical name of each kind and form of the gazetteer."""
SHAPES = {str: "words", list: "a list", dict: "a mapping", int: "a number", float: "a number"}
Lexicons = dict[str, Any]


@cache
def _shipped() -> Lexicons:
    lexicons: Lexicons = {}
    for name in SHIPPED:
        text = files("articlekit.recognise").joinpath("lexicons", f"{name}.yaml").read_text("utf-8")
        lexicons |= _load(text)
    return lexicons


def load_lexicons(extra: tuple[str, ...] = ()) -> Lexicons:
    """Return all lexicons by top-level name.

    Raises:
        SettingsError: when a user's file cannot be read or has an unknown top-level name.
    """
    lexicons = dict(_shipped())
    for path in extra:
        try:
            data = _load(Path(path).read_text("utf-8"))
        except (OSError, ValueError, yaml.YAMLError) as error:
            message = " ".join(str(error).split())
            raise SettingsError(f"cannot be read: {message}", where=path, hint="a lexicon is YAML in UTF-8") from None
        if not isinstance(data, dict):
            raise SettingsError("a lexicon has named sections", where=path, hint=near_name("", lexicons))
        for key, value in data.items():
            if key not in lexicons:
                raise SettingsError(f"unknown section {key}", where=path, hint=near_name(str(key), lexicons))
            lexicons[key] = _extended(lexicons[key], value, key, path)
    lexicons[FORMS] = _forms(lexicons["gazetteer"]) if extra else _shipped_forms()
    return lexicons


@cache
def _shipped_forms() -> dict[tuple[str, str], str]:
    return _forms(_shipped()["gazetteer"])


def _forms(gazetteer: dict[str, Any]) -> dict[tuple[str, str], str]:
    return {
        (entry["kind"], form): name for name, entry in gazetteer.items() for form in (name, *entry.get("aliases", ()))
    }


def _load(text: str) -> Any:
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506  both are safe loaders


def _extended(ours: Any, theirs: Any, key: str, path: str) -> Any:
    """Return a section of ours with a user's entries.

    Raises:
        SettingsError: when the section has another shape or an entry is wrong; all wrong entries are named.
    """
    if isinstance(ours, str) and isinstance(theirs, str | list):
        return f"{ours} {theirs if isinstance(theirs, str) else ' '.join(map(str, theirs))}"
    if isinstance(ours, list) and isinstance(theirs, str | list):
        return [*ours, *(theirs.split() if isinstance(theirs, str) else theirs)]
    if isinstance(ours, dict) and isinstance(theirs, dict):
        if key == NESTED:
            theirs = {name: _nested(ours.get(name), entry, f"{key}.{name}", path) for name, entry in theirs.items()}
        mistakes = [f"{key}.{name}: {wrong}" for name, entry in theirs.items() if (wrong := _mistake(key, entry))]
        if mistakes:
            raise SettingsError("; ".join(mistakes), where=path)
        return {name: entry for name, entry in {**ours, **theirs}.items() if entry is not None}
    if isinstance(ours, int | float) and isinstance(theirs, int | float) and not isinstance(theirs, bool):
        return theirs
    raise SettingsError(f"section {key} must be {SHAPES[type(ours)]}", where=path)


def _nested(ours: Any, theirs: Any, key: str, path: str) -> Any:
    """Return a kind of evaluation with a user's words; a kind that is not ours is a mistake."""
    if ours is None:
        raise SettingsError(f"unknown section {key}", where=path, hint="see evaluation.yaml")
    if theirs is None:
        return None
    if not isinstance(theirs, dict):
        raise SettingsError(f"section {key} must be a mapping", where=path)
    unknown = [name for name in theirs if name not in ours]
    if unknown:
        hint = near_name(str(unknown[0]), ours)
        raise SettingsError(f"unknown section {key}.{unknown[0]}", where=path, hint=hint)
    return {**ours, **{name: _extended(ours[name], value, f"{key}.{name}", path) for name, value in theirs.items()}}


def _mistake(section: str, entry: Any) -> str | None:
    """Return what is wrong with an entry of a mapping that rules rely on, or None."""
    if section == "happening_verbs" and isinstance(entry, list):
        return next(filter(None, (_mistake(section, sense) for sense in entry)), None)
    field, allowed = {
        "cue_verbs": ("act", get_args(Act)),
        "cue_phrases": ("act", get_args(Act)),
        "cue_nouns": ("act", get_args(Act)),
        "after_nouns": ("act", get_args(Act)),
        "gazetteer": ("kind", LABELS),
        "happening_verbs": ("type", get_args(EventType)),
        "happening_nouns": ("type", get_args(EventType)),
    }.get(section, ("", ()))
    if entry is None or not field:
        return None
    if not isinstance(entry, dict) or field not in entry:
        return f"needs {{{field}: ...}}"
    return None if entry[field] in allowed else f"{field} {entry[field]} is none of {', '.join(allowed)}"


def words(value: str | Iterable[str]) -> frozenset[str]:
    """Return a set of words from a list, or from a string with white space between them."""
    return frozenset(value.split() if isinstance(value, str) else value)
