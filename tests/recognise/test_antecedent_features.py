"""What speaks for and against a candidate: the named features, one test for each kind."""

import pytest

from articlekit.recognise.antecedents.candidates import Anaphor, Names, candidates_of
from articlekit.recognise.antecedents.features import Evidence
from articlekit.recognise.claims.frame import Piece
from articlekit.recognise.lexicon import load_lexicons
from articlekit.recognise.linear import Features
from articlekit.recognise.roles import find_roles
from articlekit.recognise.view import View
from tests.builders import BREAK, make_doc

EVIDENCE = Evidence(load_lexicons())
UTE = "Ute NE = nsubj:3 @PER\nKeller NE = flat:1 @PER\nkam VVFIN kommen root:0\n. $. ="
PAWEL = "Pawel NE = nsubj:3 @PER\nDurow NE = flat:1 @PER\nkam VVFIN kommen root:0\n. $. ="
OBJECT = "Niemand PIS = nsubj:2\nlobte VVFIN loben root:0\nUte NE = obj:2 @PER\n. $. ="
MINISTER = "Ministerin NN = nsubj:4\nUte NE = flat:1 @PER\nKeller NE = flat:1 @PER\nkam VVFIN kommen root:0\n. $. ="
BANK = "Nordbank NE = nsubj:2 @ORG\nwuchs VVFIN wachsen root:0\n. $. ="
IT = "Es PPER es nsubj:2\nregnet VVFIN regnen root:0\n. $. ="
HE, SHE = "Er PPER er nsubj:2\nkam VVFIN kommen root:0", "Sie PPER sie nsubj:2\nkam VVFIN kommen root:0"
THEY = "Sie PPER sie nsubj:2\nkamen VVFIN kommen root:0"
PLURAL = "+Number=Plur"


def noun(form: str, article: str = "Die ART der", morph: str = "") -> str:
    return f"{article} det:2\n{form} NN = nsubj:3 {morph}\nkam VVFIN kommen root:0\n. $. ="


def organisation(name: str) -> str:
    return BANK.replace("Nordbank", name)


def described(
    *sentences: str, kind: str = "pronoun", previous: Piece | None = None, said: tuple[int, ...] = ()
) -> list[Features]:
    """Return the features of each candidate of the subject of the last sentence."""
    view = View(make_doc("\n\n".join(sentences)))
    start = view.sentences[-1][0]
    size = {"pronoun": 1, "nominal": 2, "missing": 0}[kind]
    anaphor = Anaphor(kind, (start, start + size), start + size - 1 if size else None, (), previous)
    names, roles = Names(view), find_roles(view)
    return [
        EVIDENCE.of(view, names, roles, anaphor, candidate, frozenset(said))
        for candidate in candidates_of(view, names, anaphor)
    ]


def nobody(table: str, piece: Piece, head: int, kind: str = "nominal") -> dict[str, float]:
    """Return the features of nobody that count, without the kind of anaphor."""
    features = EVIDENCE.of_nobody(View(make_doc(table)), Anaphor(kind, piece, head))
    return {name.removeprefix(f"{kind} nobody").strip(): value for name, value in features.items() if value}


@pytest.mark.parametrize(
    ("form", "morph", "wanted"),
    [
        ("Ministerin", "", "PER"),
        ("Digitalminister", "", "PER"),
        ("Juristin", "", "PER"),
        ("Archäologe", "", "PER"),
        ("Behörde", "", "ORG"),
        ("Aufsichtsbehörde", "", "ORG"),
        ("Konzerns", "", "ORG"),
        ("Bericht", "", "?"),
        ("Gastwirt", "", "PER"),
        ("Gastwirt", PLURAL, "?"),
        ("Ministerinnen", PLURAL, "?"),
        ("46-Jährige", "", "PER"),
    ],
)
def test_what_a_noun_stands_for(form: str, morph: str, wanted: str) -> None:
    assert EVIDENCE.wanted(View(make_doc(noun(form, morph=morph))), 1) == wanted


@pytest.mark.parametrize("form", ["Computer", "Server", "Wetter", "Papier", "Teller", "Fehler", "Sommer", "Zähler"])
def test_a_thing_in_er_is_no_person(form: str) -> None:
    assert EVIDENCE.wanted(View(make_doc(noun(form, "Der ART der"))), 1) == "?"


@pytest.mark.parametrize(
    ("between", "bucket"), [(0, 1), (1, 2), (2, 3), (3, 3), (4, 5), (6, 5), (7, 8), (13, 8), (14, 15), (30, 15)]
)
def test_distance_in_sentences(between: int, bucket: int) -> None:
    (features,) = described(UTE, *[IT] * between, HE)
    assert [name for name in features if "distance" in name] == [f"pronoun distance {bucket}"]


def test_a_name_in_the_same_sentence_is_at_no_distance() -> None:
    rows = [UTE.replace("\n. $. =", ""), "und KON = cc:6", "er PPER = nsubj:6", "ging VVFIN gehen conj:3"]
    view = View(make_doc("\n".join(rows)))
    anaphor, names = Anaphor("pronoun", (4, 5), 4), Names(view)
    (candidate,) = candidates_of(view, names, anaphor)
    assert "pronoun distance 0" in EVIDENCE.of(view, names, {}, anaphor, candidate, frozenset())


@pytest.mark.parametrize(
    ("sentences", "subject", "near"),
    [([UTE, HE], True, True), ([UTE, IT, HE], True, False), ([OBJECT, HE], False, False)],
    ids=["before", "farther", "object"],
)
def test_subjects(sentences: list[str], subject: bool, near: bool) -> None:
    (features,) = described(*sentences)
    assert ("pronoun subject" in features, "pronoun near subject" in features) == (subject, near)


@pytest.mark.parametrize(("times", "often"), [(3, 0), (4, 1)])
def test_somebody_named_four_times_is_named_often(times: int, often: float) -> None:
    (features,) = described(*[UTE] * times, HE)
    assert features["pronoun often"] == often


@pytest.mark.parametrize(("said", "speaks"), [((), 0), ((0,), 1), ((4,), 1), ((3,), 0)])
def test_who_said_something_at_any_mention(said: tuple[int, ...], speaks: float) -> None:
    (features,) = described(UTE, UTE, HE, said=said)
    assert features["pronoun speaks"] == speaks


@pytest.mark.parametrize(("previous", "same"), [((0, 2), True), ((4, 6), True), ((8, 10), False), (None, False)])
def test_who_spoke_before_by_any_mention(previous: Piece | None, same: bool) -> None:
    _, ute = described(UTE, UTE, PAWEL, HE, previous=previous)
    assert ("pronoun previous" in ute, "pronoun previous PER" in ute) == (same, same)


def test_a_phrase_that_spoke_before() -> None:
    (features,) = described(noun("Ministerin"), HE, previous=(0, 2))
    assert "pronoun previous phrase" in features


def test_a_paragraph_break_between() -> None:
    same = ["pronoun same paragraph" in features for features in described(f"{UTE}\n{BREAK} _SP =", PAWEL, HE)]
    assert same == [True, False]


@pytest.mark.parametrize(
    ("before", "anaphor", "kind", "fit"),
    [
        (UTE, SHE, "pronoun", "fits"),
        (UTE, HE, "pronoun", "clashes"),
        (PAWEL, HE, "pronoun", "fits"),
        (UTE.replace("Ute", "Xanto"), HE, "pronoun", "open"),
        (UTE, THEY, "pronoun", "clashes"),
        (UTE, noun("Ministerin"), "nominal", "fits"),
        (PAWEL, noun("Ministerin"), "nominal", "clashes"),
        (UTE, noun("Minister", "Der ART der"), "nominal", "clashes"),
        (UTE, noun("Beauftragte"), "nominal", "open"),
        (UTE, noun("Behörde"), "nominal", "open"),
    ],
    ids=["she", "not-he", "he", "unknown", "they", "woman", "not-man", "not-woman", "either", "organisation"],
)
def test_gender(before: str, anaphor: str, kind: str, fit: str) -> None:
    (features,) = described(before, anaphor, kind=kind)
    assert [name for name in features if "gender" in name] == [f"{kind} gender {fit} PER"]


@pytest.mark.parametrize(
    ("article", "pronoun", "fit"),
    [
        ("Die ART der", SHE, "fits"),
        ("Die ART der", HE, "clashes"),
        ("Das ART der", SHE, "clashes"),
        ("Der ART der +Case=Nom", HE, "fits"),
        ("Der ART der +Case=Gen", HE, "open"),
        ("Dem ART der", HE, "open"),
    ],
)
def test_the_gender_of_an_organisation_is_that_of_its_article(article: str, pronoun: str, fit: str) -> None:
    """`der` may be a genitive or dative of a feminine name."""
    bank = f"{article} det:2\nNordbank NE = nsubj:3 @ORG\nwuchs VVFIN wachsen root:0\n. $. ="
    (features,) = described(bank, pronoun)
    assert f"pronoun gender {fit} ORG" in features


def test_any_mention_of_an_organisation_can_have_the_article() -> None:
    bank = "Die ART der det:2\nNordbank NE = nsubj:3 @ORG\nwuchs VVFIN wachsen root:0\n. $. ="
    (features,) = described(bank, BANK, SHE)
    assert "pronoun gender fits ORG" in features


def test_a_plural_pronoun_wants_a_plural_phrase() -> None:
    (features,) = described(noun("Frauen", morph=PLURAL), THEY)
    assert {"plural phrase", "pronoun gender fits phrase"} <= features.keys()


@pytest.mark.parametrize(("between", "place"), [(0, "near"), (4, "near"), (5, "far")])
def test_a_role_said_before(between: int, place: str) -> None:
    (features,) = described(MINISTER, *[IT] * between, noun("Ministerin"), kind="nominal")
    assert {"role PER", f"role PER {place}"} <= features.keys()
    (other,) = described(MINISTER, noun("Forscherin"), kind="nominal")
    assert not any(name.startswith("role") for name in other)


@pytest.mark.parametrize(
    ("name", "form", "kind"),
    [
        ("Landesamt", "Behörde", "yes"),
        ("BSI", "Behörde", "yes"),
        ("Siemens", "Behörde", "no"),
        ("SPD", "Partei", "yes"),
        ("SPD", "Konzern", "no"),
        ("Siemens", "Konzern", "open"),
        ("Siemens", "Verband", "open"),
        ("Siemens", "Klinik", "open"),
    ],
)
def test_the_kind_of_an_organisation(name: str, form: str, kind: str) -> None:
    """No company is a Behörde, and no party a company; of other nouns nothing is known."""
    (features,) = described(organisation(name), noun(form), kind="nominal")
    assert {f"kind {kind}", "wants ORG is ORG"} <= features.keys()


def test_a_possessive() -> None:
    (features,) = described(UTE, noun("Chefin", "Ihre PPOSAT ihr"), kind="nominal")
    assert "possessive PER" in features
    assert "possessive PER" not in described(UTE, noun("Chefin"), kind="nominal")[0]


def test_features_of_nobody() -> None:
    long = "Die ART =\nneue ADJA =\nBehörde NN ="
    named = "Ein ART =\nSprecher NN =\nvon APPR =\nSiemens NE = @ORG"
    assert nobody("Sie PPER sie", (0, 1), 0, "pronoun") == {"": 1, "?": 1, "PPER": 1}
    assert nobody(long, (0, 3), 2) == {"": 1, "ORG": 1, "ART": 1, "long": 1}
    assert nobody(named, (0, 4), 1) == {"": 1, "PER": 1, "ART": 1, "long": 1, "complement": 1, "named True": 1}
    assert "named False" in nobody(named.replace("Sprecher", "Chef"), (0, 4), 1)
    assert "plural" in nobody(f"Die ART =\nFrauen NN = {PLURAL}", (0, 2), 1)
