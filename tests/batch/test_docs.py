"""The page about the corpus says what is there, and its queries run."""

import re
from pathlib import Path

import pytest

from tests.batch.builders import batch, fill, query

PAGE = Path(__file__).parents[2] / "docs" / "corpus.md"
TEXT = """Der Bundestag beschloss am 3. März 2025 in Berlin das Digitalgesetz. Angela Merkel forderte mehr Rechenzentren.

Die EU-Kommission brauche den Strom der Rechenzentren, sagte Angela Merkel. Olaf Scholz warnte die EU-Kommission.
"""


@pytest.mark.skipif(not PAGE.exists(), reason="no checkout")
def test_the_queries_and_the_tables(tmp_path: Path) -> None:
    page = PAGE.read_text("utf-8")
    fill(tmp_path, "a.txt", "b.txt", text=TEXT)
    batch(tmp_path)
    database = tmp_path / "aus/corpus.sqlite"
    queries = re.findall(r"<!-- query -->\n```sql\n(.+?)```", page, re.DOTALL)
    assert len(queries) >= 5
    found = [query(database, statement) for statement in queries]
    assert found[0] == [("Angela Merkel", 2)]
    assert all(found), found
    for table, columns in re.findall(r"^\| `([a-z_]+)` \| .+ \| (.+) \|$", page, re.MULTILINE):
        there = {name for _, name, *_ in query(database, f"PRAGMA table_info({table})")}
        told = set(re.findall(r"`([a-z_0-9]+)`", columns))
        assert there == told - {"per1"}, table
