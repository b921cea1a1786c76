"""Gold articles become text and offsets, and every mistake of a file is told."""

from pathlib import Path

import pytest

from articlekit.errors import GoldError
from articlekit.learn.evaluate import read_corpus
from articlekit.learn.gold import Gold, gold_files, read_gold

from .builders import write_gold


def cut(gold: Gold, span: tuple[int, int]) -> str:
    return gold.article.text[slice(*span)]


def test_text_is_the_article_without_its_tags(tmp_path: Path) -> None:
    """Blocks are separated by one blank line; white space between them in the file is not text."""
    gold = read_gold(write_gold(tmp_path, "<h>Die <org>EU</org> ruft</h>\n<p>A &amp; B</p>"))
    assert gold.article.text == "Die EU ruft\n\nA & B"


def test_metadata_comes_from_the_root(tmp_path: Path) -> None:
    attributes = 'id="x" title="T" date="2025-01-02" author="N" genre="op-ed"'
    gold = read_gold(write_gold(tmp_path, "<p>Text</p>", attributes=attributes))
    article = gold.article
    assert (article.id, article.title, article.date, article.author, gold.genre) == (
        "x",
        "T",
        "2025-01-02",
        "N",
        "op-ed",
    )


def test_file_name_stands_in_for_a_missing_id(tmp_path: Path) -> None:
    gold = read_gold(write_gold(tmp_path, "<p>Text</p>", name="slug.xml", attributes=""))
    assert gold.article.id == "slug"


def test_offsets_are_code_points_across_blocks(tmp_path: Path) -> None:
    """Neither a character beyond the basic plane nor an escaped one shifts what follows."""
    gold = read_gold(write_gold(tmp_path, "<h>😀 &lt;Über&gt;</h><p>Herr <per>Müller</per> aus <loc>Köln</loc></p>"))
    assert [(name.label, cut(gold, (name.start, name.end))) for name in gold.entities] == [
        ("PER", "Müller"),
        ("LOC", "Köln"),
    ]
    assert gold.entities[0].start == len("😀 <Über>\n\nHerr ")


def test_nested_claim_lies_inside_the_outer_one(tmp_path: Path) -> None:
    body = (
        '<p><claim c="1" form="indirect" act="assert" speaker="A">dass B meine, '
        '<claim c="2" form="indirect" act="deny" speaker="B">es sei <tec>X</tec></claim></claim></p>'
    )
    outer, inner = read_gold(write_gold(tmp_path, body)).claims
    gold = read_gold(write_gold(tmp_path, body))
    assert cut(gold, outer.spans[0]) == "dass B meine, es sei X"
    assert cut(gold, inner.spans[0]) == "es sei X"
    assert (inner.act, inner.speaker) == ("deny", "B")
    assert cut(gold, (gold.entities[0].start, gold.entities[0].end)) == "X"


def test_pieces_cues_and_speaker_join_by_their_number(tmp_path: Path) -> None:
    """A discontinuous claim keeps the attributes of its first piece and the order of its pieces."""
    body = (
        '<p><claim c="7" form="indirect" act="demand" speaker="Durow">Man müsse</claim>, <cue c="7">fügte</cue> '
        '<spk c="7"><per>Durow</per></spk> <cue c="7">hinzu</cue>, <claim c="7">handeln</claim>.</p>'
    )
    gold = read_gold(write_gold(tmp_path, body))
    (claim,) = gold.claims
    assert [cut(gold, span) for span in claim.spans] == ["Man müsse", "handeln"]
    assert [cut(gold, span) for span in claim.cue_spans] == ["fügte", "hinzu"]
    assert [cut(gold, span) for span in claim.speaker_spans] == ["Durow"]
    assert (claim.form, claim.act, claim.speaker) == ("indirect", "demand", "Durow")


def test_claims_come_in_order_of_their_text(tmp_path: Path) -> None:
    body = (
        '<p><spk c="2">Sie</spk> <claim c="1" form="free" act="ask" speaker="">Wann?</claim> '
        '<claim c="2" form="free" act="ask" speaker="">Wo?</claim></p>'
    )
    assert [claim.id for claim in read_gold(write_gold(tmp_path, body)).claims] == ["1", "2"]


MISTAKES = {
    "name in a name": ("<p><org>Bank <loc>Bonn</loc></org></p>", "<loc> inside another name at 5"),
    "empty tag": ("<p>Text <per></per></p>", "empty <per> at 5"),
    "unknown tag": ("<p><foo>Text</foo></p>", "unknown tag <foo> at 0"),
    "block": ("<div>Text</div>", "<div> where <p> or <h> belongs"),
    "form": ('<p><claim c="1" form="loud" act="ask">Text</claim></p>', "claim 1: form 'loud' is none of"),
    "act": ('<p><claim c="1" form="free" act="sing">Text</claim></p>', "claim 1: act 'sing' is none of"),
    "lonely cue": ('<p><cue c="4">sagte</cue></p>', "claim 4 has a cue or speaker but no <claim>"),
}


@pytest.mark.parametrize(("body", "told"), MISTAKES.values(), ids=MISTAKES)
def test_mistake_is_named(tmp_path: Path, body: str, told: str) -> None:
    with pytest.raises(GoldError) as caught:
        read_gold(write_gold(tmp_path, body))
    assert told in caught.value.message
    assert "a.xml" in str(caught.value)


def test_every_mistake_of_a_file_is_named_at_once(tmp_path: Path) -> None:
    bodies = [body for body, _ in MISTAKES.values() if 'c="1"' not in body]
    with pytest.raises(GoldError) as caught:
        read_gold(write_gold(tmp_path, "".join(bodies)))
    wanted = ["<loc> inside another name", "empty <per>", "unknown tag <foo>", "<div> where", "claim 4"]
    assert [told for told in wanted if told not in caught.value.message] == []


@pytest.mark.parametrize("content", ["<article><p>open</article>", "", "Text"])
def test_what_is_no_xml_is_told_with_its_file(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.xml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=r"a\.xml: cannot be read"):
        read_gold(path)


def test_other_root_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<text><p>A</p></text>", encoding="utf-8")
    with pytest.raises(GoldError, match="<text> where <article> belongs"):
        read_gold(path)


def test_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.xml", "sub/a.xml", "a.xml"):
        write_gold(tmp_path, "<p>Text</p>", name=name)
    (tmp_path / "notes.txt").touch()
    assert list(read_corpus(tmp_path)) == ["a.xml", "b.xml", "sub/a.xml"]


def test_no_gold_is_an_error(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.xml"):
        with pytest.raises(GoldError, match="no gold articles here"):
            gold_files(path)


def test_all_wrong_files_of_a_folder_are_told_at_once(tmp_path: Path) -> None:
    write_gold(tmp_path, "<p>right</p>", name="a.xml")
    write_gold(tmp_path, "<p><foo>wrong</foo></p>", name="b.xml")
    write_gold(tmp_path, "<p><bar>wrong</bar></p>", name="c.xml")
    with pytest.raises(GoldError, match=r"2 gold articles are wrong: .*b\.xml: unknown tag <foo>.*c\.xml: .*<bar>"):
        read_corpus(tmp_path)
