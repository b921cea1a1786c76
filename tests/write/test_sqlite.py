"""The corpus as tables: every field of a summary has its place, ids link, search finds."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from articlekit import Article, Extractor
from articlekit.errors import ArticlekitError
from articlekit.records import Summary
from articlekit.sections import ENTITY_SECTIONS
from articlekit.write.sqlite import Corpus, document_rows
from articlekit.write.sqlite import rows as rows_module

TEXT = """Die Ministerin Angela Merkel eröffnete am 3. März 2025 in Bonn das Gigabit-Forum 2025.

„Wir brauchen die Datenschutz-Grundverordnung“, sagte Merkel. Sie kündigte an, dass Siemens und die Bitkom helfen.
Der Siemens-Chef Jan Öz warnte vor Verboten. Der Plan ist ein Fehler.
"""


@pytest.fixture(scope="module")
def summary(extractor: Extractor) -> Summary:
    return extractor.extract(Article(text=TEXT, id="a", title="Streit", date="2025-03-04"))


@pytest.fixture
def corpus(tmp_path: Path, summary: Summary) -> Corpus:
    """A corpus of the document 7."""
    corpus = Corpus(tmp_path / "corpus.sqlite")
    put(corpus, summary)
    return corpus


def put(
    corpus: Corpus, summary: Summary, number: int = 7, text: str = TEXT, target: str = "summaries/a.yaml"
) -> str | None:
    rows = document_rows(summary, text, number=number, path=f"{number}.txt", record=1, target=target)
    left = corpus.put(rows, digest="d", made_by="m", size=1)
    corpus.commit()
    return left


def rows(corpus: Corpus, query: str, *values: object) -> list[tuple[Any, ...]]:
    return corpus.database.execute(query, values).fetchall()


def test_everything_of_a_summary_is_there(corpus: Corpus, summary: Summary) -> None:
    entities = [one for section in ENTITY_SECTIONS.values() for one in getattr(summary, section)]
    assert rows(corpus, "SELECT key, name, count FROM entities") == [(one.id, one.name, one.count) for one in entities]
    assert rows(corpus, "SELECT key, name, type, place FROM events") == [
        (one.id, one.name, one.type, one.where) for one in summary.events
    ]
    assert rows(corpus, "SELECT number, text, act, speaker FROM claims") == [
        (one.id, one.text, one.act, one.speaker) for one in summary.claims
    ]
    assert rows(corpus, "SELECT text, salience FROM author_claims") == [
        (one.text, one.salience) for one in summary.author_claims
    ]
    assert len(rows(corpus, "SELECT 1 FROM participants")) == sum(len(one.actors) for one in summary.events)
    assert entities
    assert summary.events
    assert summary.claims
    kinds = {kind for (kind,) in rows(corpus, "SELECT DISTINCT kind FROM mentions")}
    assert kinds >= {"name", "trigger"}


def test_links_lead_to_what_they_mean(corpus: Corpus) -> None:
    """Speakers, what a claim names, affiliations; ids start with the document's."""
    speakers = rows(corpus, "SELECT DISTINCT e.name FROM claims JOIN entities e ON e.id = speaker_id")
    assert ("Angela Merkel",) in speakers
    named = rows(
        corpus,
        "SELECT c.number, e.name FROM claim_entities JOIN claims c ON c.id = claim_id JOIN entities e ON e.id = entity_id",
    )
    assert {name for _, name in named} >= {"Siemens", "Bitkom"}
    for table in ("entities", "mentions", "claims", "events"):
        assert {number for (number,) in rows(corpus, f"SELECT DISTINCT id / 1000000 FROM {table}")} == {7}
    assert rows(corpus, "PRAGMA foreign_key_check") == []


def test_offsets_are_of_the_text(corpus: Corpus) -> None:
    query = "SELECT m.text, substr(d.text, m.start + 1, m.end - m.start) FROM mentions m JOIN documents d ON d.id = document_id"
    found = rows(corpus, query)
    assert found
    assert all(text == cut for text, cut in found)


@pytest.mark.parametrize(
    ("index", "words", "expected"),
    [
        ("documents_fts", "verboten", 1),
        ("documents_fts", "fehler AND plan", 1),
        ("documents_fts", "nirgends", 0),
        ("entities_fts", "oz", 1),
        ("claims_fts", "siemens", 1),
    ],
)
def test_search(corpus: Corpus, index: str, words: str, expected: int) -> None:
    assert len(rows(corpus, f"SELECT rowid FROM {index} WHERE {index} MATCH ?", words)) == expected


def check_search(corpus: Corpus) -> None:
    """Make sure that the search indexes are those of the tables."""
    for index in ("documents_fts", "entities_fts", "claims_fts"):
        corpus.database.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")


def test_a_document_done_again(corpus: Corpus, extractor: Extractor) -> None:
    """Nothing of the old one stays, in tables or search; its summary's path is given back when it has another."""
    other = extractor.extract("Ein Sprecher sagte, das Netz sei da.")
    assert (
        put(corpus, other, text="Ein Sprecher sagte, das Netz sei da.", target="summaries/b.yaml") == "summaries/a.yaml"
    )
    assert rows(corpus, "SELECT count(*) FROM documents") == [(1,)]
    assert rows(corpus, "SELECT rowid FROM documents_fts WHERE documents_fts MATCH 'verboten'") == []
    assert rows(corpus, "SELECT count(*) FROM claim_entities") == [(0,)]
    check_search(corpus)


def test_two_of_one_summary(corpus: Corpus, summary: Summary) -> None:
    """The later document has it."""
    assert put(corpus, summary, number=8) is None
    assert rows(corpus, "SELECT id, summary FROM documents") == [(7, None), (8, "summaries/a.yaml")]


def test_removing(corpus: Corpus, summary: Summary) -> None:
    put(corpus, summary, number=8, target="summaries/b.yaml")
    assert corpus.remove("7.txt") == ["summaries/a.yaml"]
    corpus.commit()
    for table in ("documents", "entities", "mentions", "claims", "events", "_articles"):
        column = "id" if table == "documents" else "document_id"
        assert {number for (number,) in rows(corpus, f"SELECT {column} FROM {table}")} == {8}
    check_search(corpus)


def test_settling_can_be_stopped(corpus: Corpus, summary: Summary, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost, and the next time it is done."""
    monkeypatch.setattr("articlekit.write.sqlite.corpus.STEPS", 10)
    for number in range(10, 60):
        put(corpus, summary, number=number, target=f"summaries/{number}.yaml")
    corpus.settle(lambda: True)
    assert rows(corpus, "SELECT name FROM _state") == [("unsettled",)]
    assert len(rows(corpus, "SELECT 1 FROM documents")) == 51
    corpus.settle(lambda: False)
    assert rows(corpus, "SELECT name FROM _state") == []
    check_search(corpus)


def test_few_new_documents_are_no_reason_to_settle(corpus: Corpus, summary: Summary) -> None:
    for number in range(10, 40):
        put(corpus, summary, number=number, target=f"summaries/{number}.yaml")
    corpus.settle(lambda: False)
    put(corpus, summary, number=50, target="summaries/50.yaml")
    corpus.settle(lambda: False)
    assert rows(corpus, "SELECT * FROM _state") == [("unsettled", 1)]


def test_too_many_mentions(summary: Summary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows_module, "IDS", 3)
    with pytest.raises(ArticlekitError, match="too many"):
        document_rows(summary, TEXT, number=1, path="a.txt", record=1, target="a.yaml")


def test_others_can_read_while_it_is_written(corpus: Corpus, summary: Summary) -> None:
    """A reader sees what was committed, without waiting."""
    corpus.put(
        document_rows(summary, TEXT, number=9, path="9.txt", record=1, target="summaries/9.yaml"),
        digest="d", made_by="m", size=1,
    )  # fmt: skip
    reader = sqlite3.connect(corpus.path, timeout=0)
    assert reader.execute("SELECT id FROM documents").fetchall() == [(7,)]
    assert reader.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    reader.close()
    corpus.close()


def test_other_tools_see_the_search(corpus: Corpus) -> None:
    """Datasette and sqlite-utils know it by this spelling alone."""
    for table in ("documents", "entities", "claims"):
        (sql,) = rows(corpus, "SELECT sql FROM sqlite_master WHERE name = ?", f"{table}_fts")[0]
        assert f'content="{table}"' in sql
