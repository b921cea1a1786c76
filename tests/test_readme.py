"""The README's examples are real: its commands are run and its Python is executed."""

import re
import subprocess
import sys
from pathlib import Path

from .conftest import ENVIRONMENT

README = Path(__file__).parent.parent / "README.md"
FILE = re.compile(r"<!-- file: (\S+) -->\n```text\n(.*?)```\n", re.DOTALL)
RUN = re.compile(r"(<!-- run -->\n```console\n\$ )([^\n]+)(\n)(.*?)(```\n)", re.DOTALL)
PYTHON = re.compile(r"```python\n(from articlekit.*?)```", re.DOTALL)


def output_of(command: str, folder: Path) -> str:
    environment = ENVIRONMENT | {"PATH": f"{Path(sys.executable).parent}:{ENVIRONMENT['PATH']}"}
    result = subprocess.run(command, shell=True, cwd=folder, env=environment, capture_output=True, check=True)  # noqa: S602
    return result.stdout.decode("utf-8")


def test_commands(tmp_path: Path, update_golden: bool) -> None:
    """Each command of the README prints what stands below it."""
    text = README.read_text("utf-8")
    for name, content in FILE.findall(text):
        (tmp_path / name).write_text(content, "utf-8")
    fresh = RUN.sub(lambda match: "".join([*match.group(1, 2, 3), output_of(match[2], tmp_path), match[5]]), text)
    if update_golden:
        README.write_text(fresh, "utf-8")
    else:
        assert fresh == text, "if the new output is right: make golden"


def test_python(tmp_path: Path) -> None:
    """The README's Python runs."""
    for code in PYTHON.findall(README.read_text("utf-8")):
        subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=ENVIRONMENT, check=True)
