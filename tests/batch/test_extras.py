"""What needs a library of an extra says so where it is not there."""

import sys
from pathlib import Path

import pytest

from articlekit.cli.app import main
from tests.batch.builders import fill
from tests.conftest import the_line


@pytest.mark.parametrize(
    ("missing", "arguments", "status", "line"),
    [
        ("ray", "ein -o aus --engine ray", 2, 'ray is not installed; pip install "articlekit[ray]"'),
        ("pyarrow", "ein -o aus --to parquet", 2, 'pyarrow is not installed; pip install "articlekit[parquet]"'),
        ("none", "ein -o aus --engine rey", 2, "unknown engine rey; did you mean ray?"),
        ("none", "ein -o aus --to parkett", 2, "unknown target parkett; did you mean parquet?"),
        ("none", "ein -o aus --address auto", 2, "an address is one of a Ray cluster; add --engine ray"),
        ("none", "ein -o aus --to parquet --prune", 2, "nothing is removed from Parquet; name a new folder with -o"),
        ("none", "ein -o aus --to parquet -f yaml", 2,
         "Parquet holds summaries as JSON, not as yaml; leave out the format"),
    ],
)  # fmt: skip
def test_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str],
    missing: str, arguments: str, status: int, line: str,
) -> None:  # fmt: skip
    """It says what is wrong and how to mend it."""
    fill(tmp_path, "a.txt")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.setattr(sys, "argv", ["articlekit", "batch", *arguments.split()])
    with pytest.raises(SystemExit) as ended:
        main()
    assert (ended.value.code, the_line(capfd.readouterr().err.encode())) == (status, line)


def test_parquet_in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyarrow a file is a problem, not the end."""
    from articlekit.read import read_articles

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    (problem,) = read_articles([tmp_path / "a.parquet"])
    assert str(problem) == f'{tmp_path}/a.parquet: pyarrow is not installed; pip install "articlekit[parquet]"'
