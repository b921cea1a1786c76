"""YAML that a person can read and a program can trust."""

import io
from dataclasses import fields, replace

import pytest
import yaml
from hypothesis import given

from articlekit import Summary, write_summary
from articlekit.codec import from_plain, to_plain
from articlekit.records import ArticleInfo, Entity, Mention, Offsets, Provenance
from articlekit.write.as_yaml import YamlWriter
from tests.strategies import TRICKY, summaries

MENTION = Mention(text="Jörg Ähre", start=3, end=12, sentence=1)
SUMMARY = Summary(
    article=ArticleInfo(title="Größe: „ÄÖÜ“", date="2025-10-02", words=9, sentences=1, sha256="0"),
    people=(Entity(id="per1", name="Jörg Ähre", count=1, mentions=(MENTION,)),),
    provenance=Provenance(articlekit="0.1.0", model="m", model_version="1", config_sha256="0"),
)


def written(*several: Summary) -> str:
    """Return what the writer writes for one or several summaries."""
    out = io.StringIO()
    writer = YamlWriter(out, several=len(several) > 1)
    for summary in several:
        writer.write(to_plain(summary))
    writer.close()
    return out.getvalue()


@given(summaries)
def test_what_is_written_is_read_again(summary: Summary) -> None:
    """No text is changed, lost or taken for a date, a number or a truth value."""
    text = written(summary)
    assert from_plain(yaml.safe_load(text)) == summary
    assert text.encode("utf-8")


@pytest.mark.parametrize("text", TRICKY)
def test_strings_stay_strings(text: str) -> None:
    """A string that looks like something else of YAML's is quoted."""
    again = yaml.safe_load(written(replace(SUMMARY, article=replace(SUMMARY.article, title=text))))
    assert again["article"]["title"] == text


def test_umlauts_stand_as_they_are() -> None:
    """A person reads the text, not escapes of it."""
    assert "  title: 'Größe: „ÄÖÜ“'\n" in written(SUMMARY)
    assert "  name: Jörg Ähre\n" in written(SUMMARY)


def test_no_anchors() -> None:
    """A record that occurs twice is written twice."""
    twice = replace(SUMMARY, people=SUMMARY.people * 2, organisations=SUMMARY.people)
    text = written(twice)
    assert text.count("- {text: Jörg Ähre, start: 3, end: 12, sentence: 1}\n") == 3
    assert "&id" not in text
    assert "*id" not in text


def test_keys_stand_in_the_order_of_the_contract() -> None:
    """The summary reads from the article to the provenance, as `records.py` has it."""
    read = yaml.safe_load(written(SUMMARY))
    assert list(read) == [field.name for field in fields(Summary)]
    assert list(read["article"]) == [field.name for field in fields(ArticleInfo)]
    assert list(read["people"][0]) == [field.name for field in fields(Entity)]


def test_a_place_in_the_text_takes_one_line(extractor_summary: Summary) -> None:
    """Mentions and spans do not blow a summary up."""
    text = written(extractor_summary)
    span = extractor_summary.claims[0].spans[0]
    assert isinstance(span, Offsets)
    assert f"  - {{start: {span.start}, end: {span.end}}}\n" in text


def test_one_summary_is_one_document_and_several_are_separated() -> None:
    """`---` stands only where more than one may come."""
    other = replace(SUMMARY, claims=())
    assert written(SUMMARY).startswith("schema: articlekit/1\n")
    assert "\n---\n" not in written(SUMMARY)
    text = written(SUMMARY, other, SUMMARY)
    assert text.startswith("---\nschema: articlekit/1\n")
    assert [from_plain(plain) for plain in yaml.safe_load_all(text)] == [SUMMARY, other, SUMMARY]


def test_write_summary_writes_yaml_by_default() -> None:
    """The function of the library and the writer of the command are one."""
    out = io.StringIO()
    write_summary(SUMMARY, out)
    assert out.getvalue() == written(SUMMARY)


def test_emoji_stand_as_they_are() -> None:
    """What posts are full of stays readable."""
    assert "😀" in written(replace(SUMMARY, article=replace(SUMMARY.article, title="😀")))
