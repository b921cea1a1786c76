"""Files are there whole or not at all, and no summary is written over another."""

import tempfile
from pathlib import Path
from typing import Any, TextIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.errors import SettingsError
from articlekit.write import WRITERS
from articlekit.write.files import open_sink, write_whole


class Breaking:
    """A writer that fails in the middle."""

    suffix = ".yaml"

    def __init__(self, out: TextIO, *, several: bool) -> None:  # noqa: ARG002  as the contract has it
        self._out = out

    def write(self, plain: dict[str, Any]) -> None:
        self._out.write("halb")
        raise plain["error"]

    def close(self) -> None: ...


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the YAML writer fail with the error it is given."""
    monkeypatch.setitem(WRITERS, "yaml", Breaking)


def contents(folder: Path) -> dict[str, str]:
    """Return name and text of every file below a folder."""
    return {
        str(path.relative_to(folder)): path.read_text("utf-8") for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_one_file(tmp_path: Path) -> None:
    """All summaries of one run stand in the one file."""
    with open_sink(tmp_path / "a.jsonl", directory=False, format="jsonl", several=True) as sink:
        sink.write("x", {"a": "ä"})
        sink.write("y", {"a": 2})
    assert contents(tmp_path) == {"a.jsonl": '{"a": "ä"}\n{"a": 2}\n'}


def test_a_file_with_nothing_to_say_is_not_written(tmp_path: Path) -> None:
    """Where every input failed, what was there before stays."""
    (tmp_path / "a.yaml").write_text("alt", "utf-8")
    with open_sink(tmp_path / "a.yaml", directory=False, format="yaml", several=False):
        pass
    assert contents(tmp_path) == {"a.yaml": "alt"}


@pytest.mark.usefixtures("breaking")
@pytest.mark.parametrize("error", [RuntimeError("Fehler"), KeyboardInterrupt()], ids=["error", "ctrl-c"])
@pytest.mark.parametrize("before", [{}, {"a.yaml": "alt"}], ids=["new", "old"])
def test_an_interrupted_file_is_as_before(tmp_path: Path, error: BaseException, before: dict[str, str]) -> None:
    """Half a summary is never left, under no name."""
    for name, text in before.items():
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(type(error)):
        write_whole(tmp_path / "a.yaml", {"error": error}, "yaml")
    assert contents(tmp_path) == before
    with (
        pytest.raises(type(error)),
        open_sink(tmp_path / "a.yaml", directory=False, format="yaml", several=False) as sink,
    ):
        sink.write("a", {"error": error})
    assert contents(tmp_path) == before


@pytest.mark.usefixtures("breaking")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """What the system says becomes one line that names the file."""
    full = OSError(28, "No space left on device")
    with pytest.raises(SettingsError, match=r"a\.yaml: cannot write: No space left on device; free space"):
        write_whole(tmp_path / "a.yaml", {"error": full}, "yaml")
    assert contents(tmp_path) == {}


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    """A path through a file cannot be made."""
    (tmp_path / "a").write_text("alt", "utf-8")
    with pytest.raises(SettingsError, match="cannot write: "):
        write_whole(tmp_path / "a" / "b.yaml", {}, "yaml")
    assert contents(tmp_path) == {"a": "alt"}


@pytest.mark.parametrize(
    ("names", "files"),
    [
        (["a", "a", "a"], ["a-2.yaml", "a-3.yaml", "a.yaml"]),
        (["a", "A", "a-2"], ["A-2.yaml", "a-2-2.yaml", "a.yaml"]),
        (["Straße", "STRASSE"], ["STRASSE-2.yaml", "Straße.yaml"]),
        (["../../x/y", "..", "", "///"], ["article-2.yaml", "article-3.yaml", "article.yaml", "x-y.yaml"]),
        (["https://a.example/b?c=d&e", "über uns.txt"], ["https-a.example-b-c-d-e.yaml", "über-uns.txt.yaml"]),
    ],
    ids=["same", "case", "sharp-s", "unsafe", "readable"],
)
def test_names_in_a_folder(tmp_path: Path, names: list[str], files: list[str]) -> None:
    """Names come from ids, safe on every system, and unique without regard to case."""
    with open_sink(tmp_path / "neu", directory=True, format="yaml", several=True) as sink:
        for name in names:
            sink.write(name, {"name": name})
    assert sorted(contents(tmp_path / "neu")) == sorted(files)


@given(st.lists(st.text(max_size=20) | st.sampled_from(["a", "A", "a-2", "a/2", ".a"]), max_size=8))
def test_nothing_is_lost_in_a_folder(names: list[str]) -> None:
    """As many files as summaries, none outside the folder, whatever the ids are."""
    with tempfile.TemporaryDirectory() as base:
        folder = Path(base) / "neu"
        with open_sink(folder, directory=True, format="jsonl", several=True) as sink:
            for number, name in enumerate(names):
                sink.write(name, {"number": number})
        found = contents(Path(base))
    assert sorted(found.values()) == sorted(f'{{"number": {number}}}\n' for number in range(len(names)))
    assert all(Path(name).parts[0] == "neu" and not Path(name).name.startswith(".") for name in found)
    assert len({name.casefold() for name in found}) == len(names)


def test_a_long_id_is_shortened(tmp_path: Path) -> None:
    """An id of any length, such as a URL, gives a file."""
    with open_sink(tmp_path, directory=True, format="yaml", several=True) as sink:
        sink.write("x" * 300, {"number": 1})
        sink.write("x" * 301, {"number": 2})
    assert len(contents(tmp_path)) == 2


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Written through a link, the file it points to is new, and the link is still one."""
    (tmp_path / "echt.yaml").write_text("alt", "utf-8")
    (tmp_path / "link.yaml").symlink_to("echt.yaml")
    with open_sink(tmp_path / "link.yaml", directory=False, format="jsonl", several=False) as sink:
        sink.write("a", {"neu": 1})
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "echt.yaml").read_text("utf-8") == '{"neu": 1}\n'
