"""Sentences are cut into typed clauses by their commas and tags alone."""

import pytest

from articlekit.recognise.claims.clauses import Clause, content_end, split_clauses, trim
from articlekit.recognise.view import View
from tests.builders import make_doc


def clauses_in(tagged: str) -> tuple[View, list[Clause]]:
    """Return the clauses of a sentence given as `form/TAG form/TAG …`; a tag with `*` is in the Konjunktiv."""
    rows = [piece.rpartition("/") for piece in tagged.split()]
    lines = (f"{form} {tag.rstrip('*')} = {'+Mood=Sub' if tag.endswith('*') else ''}" for form, _, tag in rows)
    view = View(make_doc("\n".join(lines)))
    return view, split_clauses(view, 0, len(view))


def kinds_in(tagged: str) -> list[tuple[str, str]]:
    view, clauses = clauses_in(tagged)
    return [(clause.kind, view.words(clause.start, clause.end)) for clause in clauses]


@pytest.mark.parametrize(
    ("tagged", "expected"),
    [
        ("Sie/PPER geht/VVFIN ./$.", [("main", "Sie geht")]),
        (
            "Sie/PPER sagt/VVFIN ,/$, dass/KOUS er/PPER geht/VVFIN ./$.",
            [("main", "Sie sagt"), ("sub", "dass er geht")],
        ),
        (
            "Das/ART Amt/NN ,/$, das/PRELS prüft/VVFIN ,/$, zögert/VVFIN ./$.",
            [("frag", "Das Amt"), ("rel", "das prüft"), ("main", "zögert")],
        ),
        (
            "Firmen/NN ,/$, in/APPR denen/PRELS gespart/VVPP wird/VAFIN ,/$, klagen/VVFIN",
            [("frag", "Firmen"), ("rel", "in denen gespart wird"), ("main", "klagen")],
        ),
        (
            "Sie/PPER fragt/VVFIN ,/$, warum/PWAV Daten/NN fehlen/VVFIN",
            [("main", "Sie fragt"), ("wh", "warum Daten fehlen")],
        ),
        ("Warum/PWAV fehlen/VVFIN Daten/NN ?/$.", [("main", "Warum fehlen Daten")]),
        (
            "Sie/PPER droht/VVFIN ,/$, den/ART Dienst/NN zu/PTKZU sperren/VVINF ./$.",
            [("main", "Sie droht"), ("inf", "den Dienst zu sperren")],
        ),
        (
            "Sie/PPER droht/VVFIN ,/$, ihn/PPER abzuschalten/VVIZU ./$.",
            [("main", "Sie droht"), ("inf", "ihn abzuschalten")],
        ),
        (
            "Sie/PPER spart/VVFIN ,/$, um/KOUI zu/PTKZU wachsen/VVINF ./$.",
            [("main", "Sie spart"), ("inf", "um zu wachsen")],
        ),
        (
            "Keller/NE (/$( CDU/NE )/$( geht/VVFIN ./$.",
            [("main", "Keller (CDU) geht")],
        ),
        (
            "Keller/NE (/$( sie/PPER lacht/VVFIN )/$( geht/VVFIN ./$.",
            [("frag", "Keller"), ("main", "sie lacht"), ("main", "geht")],
        ),
        (
            "Sie/PPER lobt/VVFIN ihn/PPER und/KON geht/VVFIN ./$.",
            [("main", "Sie lobt ihn"), ("main", "geht")],
        ),
        ("Katzen/NN und/KON Hunde/NN bellen/VVFIN ./$.", [("main", "Katzen und Hunde bellen")]),
        ("Die/ART re/NE :/$. publica/NE endet/VVFIN ./$.", [("frag", "Die re"), ("main", "publica endet")]),
        ("Die/ART re~/NE :~/$. publica/NE endet/VVFIN ./$.", [("main", "Die re:publica endet")]),
        ("Nur/ADV ein/ART Wort/NN !/$.", [("frag", "Nur ein Wort")]),
        ("Sie/PPER geht/VVFIN –/$( endlich/ADV", [("main", "Sie geht"), ("frag", "endlich")]),
        (",/$, ,/$, ./$.", []),
        ("./$.", []),
    ],
)
def test_clauses_and_their_kinds(tagged: str, expected: list[tuple[str, str]]) -> None:
    assert kinds_in(tagged) == expected


@pytest.mark.parametrize(
    ("tagged", "finite", "opener"),
    [
        ("dass/KOUS er/PPER kommen/VVINF soll/VMFIN", "soll", "dass"),
        ("Und/KON ob/KOUS er/PPER geht/VVFIN", "geht", "ob"),
        ("um/KOUI zu/PTKZU gehen/VVINF", None, "um"),
        ("Sie/PPER hat/VAFIN gesagt/VVPP", "hat", ""),
        ("den/ART Dienst/NN", None, ""),
    ],
)
def test_finite_verb_and_opener(tagged: str, finite: str | None, opener: str) -> None:
    view, (clause,) = clauses_in(tagged)
    assert (view.text[clause.finite] if clause.finite >= 0 else None, clause.opener) == (finite, opener)


@pytest.mark.parametrize(
    ("tagged", "first", "content"),
    [
        (
            "Sie/PPER sagt/VVFIN ,/$, dass/KOUS er/PPER gehe/VVFIN* ,/$, weil/KOUS er/PPER müsse/VMFIN* ./$.",
            1,
            "dass er gehe, weil er müsse",
        ),
        (
            "Sie/PPER sagt/VVFIN ,/$, dass/KOUS er/PPER gehe/VVFIN* ,/$, aber/KON er/PPER lacht/VVFIN nie/ADV ./$.",
            1,
            "dass er gehe",
        ),
        (
            "Sie/PPER sagt/VVFIN ,/$, er/PPER gehe/VVFIN* ,/$, sie/PPER bleibe/VVFIN* ,/$, alle/PIS lachen/VVFIN",
            1,
            "er gehe, sie bleibe",
        ),
        (
            "Sie/PPER sagt/VVFIN ,/$, dass/KOUS Leute/NN ,/$, die/PRELS sparen/VVFIN ,/$, klagen/VVFIN ./$.",
            1,
            "dass Leute, die sparen, klagen",
        ),
        (
            "Sie/PPER sagt/VVFIN ,/$, dass/KOUS er/PPER gehe/VVFIN* ;/$. er/PPER bleibe/VVFIN* ./$.",
            1,
            "dass er gehe",
        ),
    ],
)
def test_content_takes_its_own_clauses_and_no_more(tagged: str, first: int, content: str) -> None:
    view, clauses = clauses_in(tagged)
    assert view.words(clauses[first].start, content_end(view, clauses, first)) == content


def test_trim_takes_white_space_and_the_final_mark() -> None:
    view = View(make_doc("¶ _SP =\nSie PPER =\ngeht VVFIN =\n. $. =\n¶ _SP ="))
    assert view.words(*trim(view, 0, len(view))) == "Sie geht"


def test_nothing_has_no_clauses() -> None:
    view, clauses = clauses_in("Sie/PPER")
    assert split_clauses(view, 1, 1) == []
    assert [clause.kind for clause in clauses] == ["frag"]
