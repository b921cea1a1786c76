"""Which German pipelines are installed, told from package metadata alone, and how to get the others."""

from importlib.metadata import PackageNotFoundError, distributions, version
from importlib.util import find_spec
from pathlib import Path

from articlekit.errors import ModelMissingError
from articlekit.settings import DEFAULT_MODEL

RELEASES = "https://github.com/explosion/spacy-models/releases/download"
RELEASE = "3.8.0"
KNOWN = {
    "de_core_news_sm": 'pip install "articlekit[core-news]"',
    "de_core_news_md": f"pip install {RELEASES}/de_core_news_md-{RELEASE}/de_core_news_md-{RELEASE}-py3-none-any.whl",
    "de_core_news_lg": f"pip install {RELEASES}/de_core_news_lg-{RELEASE}/de_core_news_lg-{RELEASE}-py3-none-any.whl",
    "de_dep_news_trf": f"pip install {RELEASES}/de_dep_news_trf-{RELEASE}/de_dep_news_trf-{RELEASE}-py3-none-any.whl",
}
NOTES = {
    DEFAULT_MODEL: "embedded; people, organisations, places, events, technologies, laws",
    "de_dep_news_trf": "no names of its own: only what rules and gazetteer find",
}
GENERIC = "people, organisations, places; the rest from MISC, rules and gazetteer"


def installed_models() -> list[tuple[str, str, str]]:
    """Return (name, version, note) of the installed German pipelines, the embedded one first."""
    names = {DEFAULT_MODEL} | {
        entry.name
        for distribution in distributions()
        for entry in distribution.entry_points
        if entry.group == "spacy_models" and entry.name.startswith("de_")
    }
    found = []
    for name in sorted(names, key=lambda name: (name != DEFAULT_MODEL, name)):
        try:
            found.append((name, version(name), NOTES.get(name, GENERIC)))
        except PackageNotFoundError:
            continue
    return found


def missing_models() -> list[tuple[str, str]]:
    """Return (name, command that brings it) of the known pipelines that are not installed."""
    there = {name for name, _, _ in installed_models()}
    return [(name, command) for name, command in KNOWN.items() if name not in there]


def model_folder(name: str) -> Path:
    """Return where a pipeline lies, given its name or path, without loading it.

    Raises:
        ModelMissingError: when it is not installed; says what mends it.
    """
    if Path(name).exists():
        return Path(name)
    try:
        version(name)
        spec = find_spec(name)
    except (PackageNotFoundError, ValueError, ImportError):
        spec = None
    if spec is None or spec.origin is None:
        hint = KNOWN.get(name, "articlekit models lists what is installed")
        raise ModelMissingError("this model is not installed", where=name, hint=hint)
    return Path(spec.origin).parent
