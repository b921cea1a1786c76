"""The index: names, ids, roles, what a user's gazetteer adds, and what a summary in part gives."""

from pathlib import Path

import pytest

from articlekit.codec import from_plain, to_plain
from articlekit.errors import SettingsError
from articlekit.identify import IdentityIndex, Member
from articlekit.recognise.lexicon import load_lexicons
from tests.identify.builders import indexed, summary


def test_what_an_identity_says() -> None:
    index = indexed(
        [
            summary(
                "b",
                PER=[("Ute Keller", "Ministerin")],
                ORG=[("Bundesamt für Sicherheit in der Informationstechnik", "BSI")],
            ),
            summary("a", PER=[("Ute Keller", "Digitalministerin", "Ministerin")], ORG=["BSI"]),
        ]
    )
    body, person = index.identities()
    assert (body.id, body.name) == (
        "org-bundesamt-fuer-sicherheit-in-der-informationstechnik",
        "Bundesamt für Sicherheit in der Informationstechnik",
    )
    assert body.aliases == ("BSI",)
    assert person.roles == ("Ministerin", "Digitalministerin")
    assert person.articles == (Member("a", "per1"), Member("b", "per1"))
    assert not index.conflicts()


def test_ids_are_numbered_and_never_meet() -> None:
    """The second of a name is 2, unless something is called so."""
    index = indexed(
        [
            summary("a", PER=[("Ute Keller", "Landwirtin")], TEC=["Netz", "Netz 2"]),
            summary("b", PER=[("Ute Keller", "Juristin")]),
            summary("c", PER=[("Ute Keller 2", "Pilotin")]),
        ]
    )
    ids = [one.id for one in index.identities()]
    assert ids == ["per-ute-keller", "per-ute-keller-2", "per-ute-keller-3", "tec-netz", "tec-netz-2"]


def test_the_user_adds_names_and_wikidata(tmp_path: Path) -> None:
    lexicon = tmp_path / "mine.yaml"
    lexicon.write_text(
        'gazetteer:\n  "Nordnetz": {kind: ORG, aliases: ["Elbnetz"], wikidata: Q1}\n'
        '  "Ute Keller": {kind: PER, aliases: ["Uta K."], wikidata: Q2}\n'
        'same_names:\n  "Kompass": {kind: TEC, names: [Wegweiser]}\n',
        "utf-8",
    )
    index = IdentityIndex(load_lexicons((str(lexicon),)))
    index.add(summary("a", ORG=["Elbnetz"], PER=["Uta K."], TEC=["Wegweiser"]))
    index.add(summary("b", ORG=["Nordnetz"], PER=["Ute Keller"], TEC=["Kompass"]))
    assert [(one.id, one.wikidata) for one in index.identities()] == [
        ("org-nordnetz", "Q1"),
        ("per-ute-keller", "Q2"),
        ("tec-kompass", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "same_names: {Kompass: {kind: TEC}}",
        "same_names: {Kompass: {kind: THING, names: [A]}}",
        "states: {Atlantis: null, Mu: []}",
        "editions: {Messe: [often]}",
        "name_rewrites: {'(': x}",
        "homonyms: {Netz: {kind: TEC}}",
    ],
)
def test_a_wrong_entry_is_told(tmp_path: Path, text: str) -> None:
    lexicon = tmp_path / "mine.yaml"
    lexicon.write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=r"lexicon of identities .* docs/identities\.md"):
        IdentityIndex(load_lexicons((str(lexicon),)))


def test_a_brief_summary_goes() -> None:
    plain = to_plain(summary("a", ORG=["SPD"], PER=[("Ute Keller", "Ministerin")]), brief=True, only=["people"])
    index = IdentityIndex()
    index.add(
        from_plain({**plain, "article": {**plain["article"], "words": 1, "sentences": 1, "sha256": "0"}}), file="a.yaml"
    )
    assert [one.articles for one in index.identities()] == [(Member("a", "per1", "a.yaml"),)]


def test_two_articles_of_one_id_from_two_files() -> None:
    index = IdentityIndex()
    index.add(summary("a", ORG=["SPD"]), file="one.yaml")
    index.add(summary("a", ORG=["SPD"]), file="two.yaml")
    index.add(summary("a", ORG=["SPD"]), file="two.yaml")
    assert [member.file for member in index.identities()[0].articles] == ["one.yaml", "two.yaml"]
