"""What keeps the code easy to find one's way in: sizes, directions of imports, a quick start, closed lists."""

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

import articlekit
from articlekit import errors
from articlekit.cli.app import EPILOG
from articlekit.recognise.lexicon import FORMS, SHIPPED, load_lexicons
from articlekit.records import Act

PACKAGE = Path(articlekit.__file__).parent
SOURCES = sorted(path for name in ("articlekit", "de_policy_news") for path in (PACKAGE.parent / name).rglob("*.py"))
LEXICONS = PACKAGE / "recognise" / "lexicons"
# What the modules of a stage must not import. `summarise` reads what `recognise` found.
FORBIDDEN = {
    "read": ("spacy", "recognise", "summarise", "write", "cli", "learn"),
    "recognise": ("read", "summarise", "write", "cli", "learn"),
    "summarise": ("read", "write", "cli", "learn"),
    "identify": ("spacy", "read", "summarise", "cli", "learn"),
    "write": ("spacy", "read", "recognise", "summarise", "cli", "learn"),
}


def imports(path: Path) -> Iterator[str]:
    """Yield the name of every module that a file imports, at any level of it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE.parent)))
def test_modules_are_small(path: Path) -> None:
    """A module of more than 250 lines has two responsibilities."""
    assert len(path.read_text("utf-8").splitlines()) <= 250


@pytest.mark.parametrize("stage", FORBIDDEN)
def test_stages_know_only_what_comes_before(stage: str) -> None:
    """Data flows one way; reading and writing know neither spaCy nor how things are found."""
    names = [name if name == "spacy" else f"articlekit.{name}" for name in FORBIDDEN[stage]]
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {module}"
        for path in sorted((PACKAGE / stage).rglob("*.py"))
        for module in imports(path)
        if any(module == name or module.startswith(f"{name}.") for name in names)
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("arguments", "slow"),
    [
        ("--help", {"pydantic"}),
        ("--version", {"pydantic"}),
        ("extract --help", set()),  # Typer itself checks the arguments of a command with pydantic.
        ("extract --kurz", set()),
    ],
)
def test_help_does_not_wait_for_libraries(arguments: str, slow: set[str]) -> None:
    """Help, version and wrong usage answer without the libraries that take long to load."""
    command = [sys.executable, "-X", "importtime", "-m", "articlekit", *arguments.split()]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    loaded = {line.rsplit("|", 1)[1].strip().split(".")[0] for line in told.splitlines() if line.count("|") == 2}
    assert "typer" in loaded
    assert not loaded & (slow | {"spacy", "thinc", "numpy", "scipy", "yaml", "rich", "charset_normalizer"})


def test_the_public_list() -> None:
    """It is sorted, everything on it is there, and nothing else is."""
    assert articlekit.__all__ == sorted(articlekit.__all__)
    for name in articlekit.__all__:
        assert getattr(articlekit, name) is not None
    with pytest.raises(AttributeError, match="Extractr"):
        articlekit.Extractr  # noqa: B018
    with pytest.raises(AttributeError):
        importlib.import_module("articlekit").load_settings  # noqa: B018


Error = type[errors.ArticlekitError]


def error_classes(base: Error = errors.ArticlekitError) -> Iterator[Error]:
    """Yield the class and all below it."""
    yield base
    for child in base.__subclasses__():
        yield from error_classes(child)


@pytest.mark.parametrize("error", list(error_classes()), ids=lambda error: error.__name__)
def test_every_error_is_documented(error: Error) -> None:
    """Its exit status stands in the help, its name in the tree of `errors.py`, and it has a code of its own."""
    assert str(error.exit_status) in re.findall(r"(?:: |, )(\d+) ", EPILOG)
    assert f"{error.__name__} " in str(errors.__doc__)
    assert [other.code for other in error_classes()].count(error.code) == 1
    assert str(error("was", where="wo", hint="wie")) == "wo: was; wie"


def test_every_shipped_lexicon_is_loaded() -> None:
    """A file in the folder that no line names would be a lexicon that nobody reads."""
    assert sorted(SHIPPED) == sorted(path.stem for path in LEXICONS.glob("*.yaml"))
    sections = [key for name in SHIPPED for key in yaml.safe_load((LEXICONS / f"{name}.yaml").read_text("utf-8"))]
    assert sorted(sections) == sorted(load_lexicons().keys() - {FORMS})
    assert len(sections) == len(set(sections))


def acts(plain: Any, place: str) -> Iterator[tuple[str, str]]:
    """Yield place and value of every `act` in a lexicon."""
    items = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    for key, value in items:
        if key == "act":
            yield place, value
        else:
            yield from acts(value, f"{place}, {key}")


def test_lexicons_know_only_the_acts_of_the_contract() -> None:
    """An act that the schema does not have would break every summary it stands in."""
    found = [entry for name, section in load_lexicons().items() for entry in acts(section, name)]
    assert len(found) > 100
    assert not [entry for entry in found if entry[1] not in get_args(Act)]


class _Once(yaml.SafeLoader):
    """A loader that refuses a key that stands twice, which YAML lets pass and Python drops."""


def _mapping(loader: _Once, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    twice = [key for key in keys if keys.count(key) > 1]
    assert not twice, f"{twice[:1]} stands twice"
    return loader.construct_mapping(node, deep=True)


_Once.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


@pytest.mark.parametrize("name", SHIPPED)
def test_no_entry_stands_twice(name: str) -> None:
    """The second of two entries would win without a word."""
    text = (LEXICONS / f"{name}.yaml").read_text("utf-8")
    assert yaml.load(text, _Once)  # noqa: S506  a safe loader
    assert text.startswith("#"), "a lexicon says where it comes from"
