"""The scores of pairs: halves by a fixed hash, counts by kind, entities by name or mention."""

from pathlib import Path

import pytest
import yaml

from articlekit import Extractor
from articlekit.errors import GoldError
from articlekit.identify.slim import sections_of
from articlekit.learn.gold import read_gold
from articlekit.learn.identities import HALVES, Pair, gold_summary, read_pairs, score_pairs, table
from tests.identify.builders import summary

ROOT = Path(__file__).parents[2]


def test_the_halves_are_fixed() -> None:
    """The half of a pair does not depend on the others, nor on which comes first."""
    pairs = read_pairs(ROOT / "corpus" / "identities.yaml")
    held_out = sum(pair.held_out for pair in pairs)
    assert len(pairs) * 0.4 < held_out < len(pairs) * 0.6
    for pair in pairs[:20]:
        assert Pair(pair.b, pair.a, pair.kind, pair.same).held_out == pair.held_out
    assert Pair(("a", "Ute"), ("b", "Ute"), "PER", same=True).held_out is True


def test_counts() -> None:
    summaries = {
        "a": summary("x", PER=[("Ute Keller", "Ministerin")], ORG=["SPD"]),
        "b": summary("x", PER=[("Ute Keller", "Ministerin")], ORG=["CDU"]),
    }
    pairs = [
        Pair(("a", "Ute Keller"), ("b", "Ute Keller"), "PER", same=True),
        Pair(("a", "SPD"), ("b", "CDU"), "ORG", same=True),
        Pair(("a", "nicht gefunden"), ("b", "CDU"), "ORG", same=False),
    ]
    halves = score_pairs(pairs, summaries)
    total = [halves[half].counts["all"] for half in HALVES]
    assert sum(counts.hit for counts in total) == 1
    assert sum(counts.gold for counts in total) == 2
    assert sum(halves[half].right for half in HALVES) == 2
    assert [pair for half in HALVES for pair in halves[half].wrong] == [pairs[1]]
    assert table(halves).count("PER") == 2


def test_gold_names(extractor: Extractor) -> None:
    """The entities of a summary with gold names are those that somebody annotated, with the roles that the system finds."""
    (path,) = (ROOT / "corpus").glob("*/astana-digital-bridge.xml")
    summary = gold_summary(extractor, read_gold(path), path)
    entries = yaml.safe_load((ROOT / "corpus" / "entities" / "astana-digital-bridge.yaml").read_text("utf-8"))[
        "entities"
    ]
    annotated = {(entry["kind"], entry["name"]) for entry in entries if entry["kind"] != "EVT"}
    assert {(kind, item.name) for kind, items in sections_of(summary) for item in items if kind != "EVT"} == annotated
    assert any(person.roles for person in summary.people)


@pytest.mark.parametrize("text", ["- {a: [x], b: [y, z], kind: PER, same: true}", "- 1", "- {a: [x, y]}", "- ["])
def test_a_broken_list(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pairs.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(GoldError, match=r"pairs\.yaml"):
        read_pairs(path)
