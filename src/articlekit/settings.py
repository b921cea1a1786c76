"""One frozen `Settings`: defaults, then the configuration file, then options. All mistakes of a file are told at once."""

from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

import yaml

from articlekit.digests import file_digest, plain_digest
from articlekit.errors import SettingsError, near_name
from articlekit.sections import SECTIONS

DEFAULT_MODEL = "de_policy_news"
AMOUNTS = ("all", "none")
FORMATS = ("yaml", "json", "jsonl")
# They choose how a summary is written, not what is found.
PRESENTATION = frozenset({"format", "only", "brief"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a user can set in `--config FILE`; options of the command line come on top."""

    model: str = DEFAULT_MODEL
    """Name or path of the spaCy pipeline."""
    format: str | None = None
    """yaml, json or jsonl; by default yaml, and jsonl when reading JSONL."""
    only: tuple[str, ...] | None = None
    """The sections to write; all by default."""
    brief: bool = False
    """Names and counts, no offsets."""
    author_claims: int | str = 10
    """How many of the author's own claims to give, the strongest: a number, all or none."""
    max_chars: int = 20_000_000
    """Articles with more characters are refused; one of so many, some 2.8 million words, takes less than 2 GB of memory."""
    lexicons: tuple[str, ...] = ()
    """YAML files that extend the lexicons (cues, gazetteer, ...); relative to the configuration file."""


def load_settings(path: Path | None = None, **options: Any) -> Settings:
    """Return the settings of a configuration file with options on top; an option that is None changes nothing.

    Raises:
        SettingsError: when the file cannot be read or has unknown keys or wrong values; all of them are named.
    """
    settings = Settings() if path is None else _from_file(path)
    given = {key: value for key, value in options.items() if value is not None}
    settings = replace(settings, **given)
    if mistakes := _value_mistakes(settings):
        raise SettingsError("; ".join(mistakes))
    return settings


def author_claims_wanted(settings: Settings) -> int | None:
    """Return how many author's claims a summary has at most, None for all of them."""
    if settings.author_claims == "all":
        return None
    return 0 if settings.author_claims == "none" else int(settings.author_claims)


def settings_plain(settings: Settings) -> dict[str, Any]:
    """Return the settings as plain data, in the order of their definition."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(settings).items()}


def config_digest(settings: Settings) -> str:
    """Return the SHA-256 of what in the settings can change a result, with the contents of the lexicon files."""
    plain = {key: value for key, value in settings_plain(settings).items() if key not in PRESENTATION}
    plain["lexicons"] = [file_digest(Path(name)) for name in settings.lexicons]
    return plain_digest(plain)


def _from_file(path: Path) -> Settings:
    try:
        data = yaml.safe_load(path.read_text("utf-8"))
    except OSError as error:
        raise SettingsError(f"cannot read it: {error.strerror}", where=str(path), hint="check the path") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        detail = " ".join(str(error).split())
        raise SettingsError(f"broken YAML: {detail}", where=str(path), hint="mend the file") from None
    if data is None:
        return Settings()
    if not isinstance(data, dict):
        raise SettingsError("a configuration has key: value lines", where=str(path))
    known = {item.name: item for item in fields(Settings)}
    mistakes = [f"unknown key {key} ({near_name(str(key), known)})" for key in data if key not in known]
    values: dict[str, Any] = {}
    for key, value in data.items():
        if key in known and value is not None:
            values[key] = tuple(value) if isinstance(value, list) else value
            mistakes += _type_mistakes(key, value)
    values["lexicons"] = tuple(str(path.parent / str(name)) for name in values.get("lexicons") or ())
    well_typed = {key: value for key, value in values.items() if not _type_mistakes(key, data.get(key, []))}
    settings = Settings(**well_typed)
    mistakes += _value_mistakes(settings)
    if mistakes:
        raise SettingsError("; ".join(mistakes), where=str(path))
    return settings


def _type_mistakes(key: str, value: object) -> list[str]:
    kinds: dict[str, tuple[str, type | tuple[type, ...]]] = {
        "model": ("a name or path", str),
        "format": ("one of " + ", ".join(FORMATS), str),
        "only": ("a list of sections", list),
        "brief": ("true or false", bool),
        "author_claims": ("a number, all or none", (int, str)),
        "max_chars": ("a number", int),
        "lexicons": ("a list of files", list),
    }
    wanted, kind = kinds[key]
    ok = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
    if ok and isinstance(value, list):
        ok = all(isinstance(item, str) for item in value)
    return [] if ok else [f"{key} must be {wanted}, not {value!r}"]


def _value_mistakes(settings: Settings) -> list[str]:
    mistakes = []
    if settings.format is not None and settings.format not in FORMATS:
        mistakes.append(f"unknown format {settings.format}; {near_name(settings.format, FORMATS)}")
    mistakes += [
        f"unknown section {name}; {near_name(name, SECTIONS)}" for name in settings.only or () if name not in SECTIONS
    ]
    if settings.only == ():
        mistakes.append(f"no section to write; known are {', '.join(SECTIONS)}")
    amount = settings.author_claims
    if not (amount in AMOUNTS or (isinstance(amount, int) and amount >= 0)):
        mistakes.append(f"author_claims must be a number, all or none, not {amount}")
    if settings.max_chars < 1:
        mistakes.append("max_chars must be at least 1")
    missing = [name for name in settings.lexicons if not Path(name).is_file()]
    return mistakes + [f"no such lexicon file: {name}; check lexicons in the configuration" for name in missing]
