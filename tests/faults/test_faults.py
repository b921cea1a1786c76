"""The fault harness in small: every fault once, a few kills."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.broken import KINDS
from tests.faults.harness import KILLED, Killing, make_reference
from tests.faults.single import CHECKS, ImpossibleError

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are found through /proc"),
]


@pytest.mark.parametrize("check", [pytest.param(check, id=name) for name, check in CHECKS.items()])
def test_a_fault(tmp_path: Path, check: Callable[[Path], None]) -> None:
    """Each check raises where something does not hold."""
    try:
        check(tmp_path)
    except ImpossibleError as error:
        pytest.skip(str(error))


def test_kills(tmp_path: Path) -> None:
    """With each kind of broken file and each kind of kill, an output comes to its end as if nothing had been."""
    folder, reference, _ = make_reference(tmp_path, articles=40, broken=len(KINDS), seed=1)
    tally = Killing(folder, reference, tmp_path, seed=1, say=print).kill(len(set(KILLED)), 1)
    assert tally.kills == len(set(KILLED))
    assert tally.finished >= 1
