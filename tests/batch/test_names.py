"""Names of summaries."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.batch.names import LONGEST_NAME, Names

PARTS = st.text("abAB.äÄ", min_size=1, max_size=4).filter(lambda part: part.strip("."))
PATHS = st.lists(
    st.builds(
        lambda parts, suffix: "/".join(parts) + suffix,
        st.lists(PARTS, min_size=1, max_size=3),
        st.sampled_from([".txt", ".md", ".json", ".jsonl", ".TXT"]),
    ),
    unique=True,
    max_size=12,
)


def files_and_folders(names: list[str]) -> tuple[list[str], set[str]]:
    """Return names as a file system sees them that ignores case and composition, and the folders that they need."""
    files = [unicodedata.normalize("NFC", name).casefold() for name in names]
    folders = {name.rsplit("/", count)[0] for name in files for count in range(1, name.count("/") + 1)}
    return files, folders


@given(PATHS)
def test_no_two_are_the_same(paths: list[str]) -> None:
    """Neither two files nor a file and a folder, whichever files hold several articles."""
    names = Names(paths, ".yaml")
    given_names = [
        names.of(path, number)
        for path in paths
        for number in ((1, 2) if path.lower().endswith(".jsonl") else (None, 1) if ".json" in path else (None,))
    ]
    files, folders = files_and_folders(given_names)
    assert len(set(files)) == len(files)
    assert not folders & set(files)


@given(PATHS, st.randoms())
def test_they_do_not_depend_on_the_order(paths: list[str], random: object) -> None:
    """The same files have the same names."""
    mixed = sorted(paths, key=lambda path: path[::-1])
    one, other = Names(paths, ".yaml"), Names(mixed, ".yaml")
    assert [one.of(path, None) for path in paths] == [other.of(path, None) for path in paths]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["a/x.md"], ["a/x.yaml"]),
        (["x.md", "x.txt"], ["x.md.yaml", "x.txt.yaml"]),
        (["x.md", "X.txt"], ["x.md.yaml", "X.txt.yaml"]),
        (["x.txt", "x.txt.md"], ["x.yaml", "x.txt.md.yaml"]),
        (["x/a.txt", "x.txt"], ["x/a.yaml", "x.yaml"]),
    ],
)
def test_names_are_plain(paths: list[str], expected: list[str]) -> None:
    names = Names(paths, ".yaml")
    assert [names.of(path, None) for path in paths] == expected


def test_records_and_long_names() -> None:
    long = "ü" * 120
    names = Names(["viele.jsonl", f"{long}.txt", f"{long}ü.txt"], ".json")
    assert names.of("viele.jsonl", 7) == "viele/000007.json"
    made = [names.of(f"{long}.txt", None), names.of(f"{long}ü.txt", None)]
    assert len(set(made)) == 2
    assert all(len(name.encode()) <= LONGEST_NAME + len(".json") for name in made)
