"""The rules that turn a summary into quotations of the collection's scheme."""

import pytest

from articlekit.records import Claim

from .news import Seen, said, span_of, turned


def test_no_claims_are_no_quotations() -> None:
    assert turned("Kim kam.", people=("Kim",)) == []


@pytest.mark.parametrize("form", ["direct", "indirect"])
def test_claim_with_a_cue_keeps_its_parts(form: str) -> None:
    """The mark that ends it is not taken along."""
    text = "Kim sagte dem Rat, das sei klar."
    claim = said(
        text, "das sei klar", form=form, by="Kim", cue="sagte", frame="Kim sagte dem Rat",
        addressee_span=span_of(text, "dem Rat"),
    )  # fmt: skip
    assert turned(text, claim) == [Seen(form, "das sei klar", "Kim", "sagte", "Kim sagte dem Rat", "dem Rat")]


def test_pieces_are_one_message() -> None:
    text = "Das, sagte Kim, sei klar."
    assert turned(text, said(text, "Das ... sei klar", by="Kim")) == [Seen("indirect", "Das sei klar", "Kim")]


@pytest.mark.parametrize("words", ["läne wirk", " Pläne wirken ", "Pläne wirken"])
def test_tokens_that_a_span_cuts_belong_to_it(words: str) -> None:
    """Those that it only reaches do not."""
    text = "Kims Pläne wirken nicht."
    assert turned(text, said(text, words)) == [Seen("indirect", "Pläne wirken")]


STANCE = "Kim lehnt den Plan ab."


@pytest.mark.parametrize("act", ["criticise", "praise", "deny"])
def test_stance_towards_a_thing_is_no_quotation(act: str) -> None:
    assert turned(STANCE, said(STANCE, "den Plan", form="reported", act=act, by="Kim", cue="lehnt ... ab")) == []


def test_stance_in_words_is_a_quotation() -> None:
    text = "Kim bestreitet, dass es brennt."
    claim = said(text, "dass es brennt", act="deny", by="Kim", cue="bestreitet")
    assert turned(text, claim) == [Seen("indirect", "dass es brennt", "Kim", "bestreitet")]


@pytest.mark.parametrize("words", ["faulen Kompromiss", "Unfug"])
def test_what_a_stance_quotes_is_a_quotation(words: str) -> None:
    """With the cue and the frame of the stance; here one word is enough."""
    text = f"Kim lehnt den „{words}“ ab."
    claim = said(
        text, f"den „{words}“", form="reported", act="deny", by="Kim", cue="lehnt ... ab", frame="Kim lehnt ... ab"
    )
    assert turned(text, claim) == [Seen("direct", f"„ {words} “", "Kim", "lehnt ab", "Kim lehnt ab")]


@pytest.mark.parametrize("act", ["announce", "demand", "assert"])
def test_other_reported_claim_is_its_whole_sentence(act: str) -> None:
    """Its cue and frame are part of the message, as is the mark that ends it."""
    text = "Kim kündigt den Umbau an. Gut."
    claim = said(
        text, "den Umbau", form="reported", act=act, by="Kim", cue="kündigt ... an", frame="Kim kündigt ... an"
    )
    assert turned(text, claim) == [Seen("reported", "Kim kündigt den Umbau an .", "Kim")]


def test_what_a_reported_claim_quotes_has_its_cue_and_frame() -> None:
    text = "Kim plant den „großen Umbau“."
    claim = said(text, "den „großen Umbau“", form="reported", by="Kim", cue="plant", frame="Kim plant")
    assert turned(text, claim) == [
        Seen("reported", "Kim plant den „ großen Umbau “ .", "Kim"),
        Seen("direct", "„ großen Umbau “", "Kim", "plant", "Kim plant"),
    ]


@pytest.mark.parametrize(
    ("rule", "form"), [("free-konjunktiv", "free, Konjunktiv"), ("free-indicative", "free, indicative")]
)
@pytest.mark.parametrize(("after", "taken"), [(".", " ."), ("!", " !"), ("?", " ?"), (", so Kim", ""), ("", "")])
def test_free_claim_takes_the_mark_that_ends_it(rule: str, form: str, after: str, taken: str) -> None:
    text = f"Das sei klar{after}"
    assert turned(text, said(text, "Das sei klar", form="free", rule=rule)) == [Seen(form, f"Das sei klar{taken}")]


FREE = "Es brenne. Man müsse löschen. Dann sei Ruhe."


def free(text: str, words: str, speaker: str | None = "Kim", cue: str = "") -> Claim:
    return said(text, words, form="free", rule="free-konjunktiv", speaker=speaker, cue=cue)


@pytest.mark.parametrize("speaker", ["Kim", None])
def test_free_claims_of_one_speaker_go_on(speaker: str | None) -> None:
    claims = [free(FREE, words, speaker) for words in ("Es brenne", "Man müsse löschen", "Dann sei Ruhe")]
    assert turned(FREE, *claims) == [Seen("free, Konjunktiv", "Es brenne . Man müsse löschen . Dann sei Ruhe .")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (free(FREE, "Es brenne"), free(FREE, "Man müsse löschen", speaker="Ott")),
        (free(FREE, "Es brenne"), free(FREE, "löschen")),
        (free(FREE, "Es brenne"), free(FREE, "Man müsse löschen", cue="Dann")),
        (said(FREE, "Es brenne.", speaker="Kim"), free(FREE, "Man müsse löschen")),
    ],
    ids=["other speaker", "words between", "own cue", "other form"],
)
def test_free_claims_that_do_not_belong_together_stay_apart(first: Claim, second: Claim) -> None:
    assert len(turned(FREE, first, second)) == 2


def test_only_the_claim_right_before_is_gone_on_with() -> None:
    claims = (free(FREE, "Es brenne", "Ott"), free(FREE, "Man müsse löschen"), free(FREE, "Dann sei Ruhe"))
    assert [quotation.message for quotation in turned(FREE, *claims)] == [
        "Es brenne .",
        "Man müsse löschen . Dann sei Ruhe .",
    ]


DIRECT = "„Nein“, sagte Kim dem Rat. „Nie wieder.“ Gut so. „Na dann.“"
SAID = said(
    DIRECT, "„Nein“", form="direct", speaker="Kim", by="Kim", cue="sagte", frame="sagte Kim dem Rat",
    addressee_span=span_of(DIRECT, "dem Rat"),
)  # fmt: skip


def test_direct_claim_that_goes_on_has_the_roles_of_the_one_before() -> None:
    """It stays a quotation of its own."""
    roles = ("Kim", "sagte", "sagte Kim dem Rat", "dem Rat")
    after = said(DIRECT, "„Nie wieder.“", form="direct", speaker="Kim")
    assert turned(DIRECT, SAID, after) == [
        Seen("direct", "„ Nein “", *roles),
        Seen("direct", "„ Nie wieder . “", *roles),
    ]


@pytest.mark.parametrize(("words", "speaker"), [("„Na dann.“", "Kim"), ("„Nie wieder.“", "Ott")])
def test_direct_claim_that_does_not_go_on_has_no_cue(words: str, speaker: str) -> None:
    last = turned(DIRECT, SAID, said(DIRECT, words, form="direct", speaker=speaker))[-1]
    assert (last.cue, last.frame, last.addressee) == ("", "", "")


@pytest.mark.parametrize(
    "marks", ["„ “", "„ ”", "» «", "› ‹", "‚ ‘", "“ ”", '" "', "' '", "« »"], ids=lambda marks: marks.replace(" ", "")
)
def test_what_is_quoted_inside_a_claim_is_a_quotation(marks: str) -> None:
    opening, closing = marks.split()
    text = f"Kim sagte, man wolle {opening}sehr schnell{closing} handeln."
    inner = f"man wolle {opening}sehr schnell{closing} handeln"
    assert turned(text, said(text, inner, by="Kim", cue="sagte", frame="Kim sagte")) == [
        Seen("indirect", f"man wolle {opening} sehr schnell {closing} handeln", "Kim", "sagte", "Kim sagte"),
        Seen("direct", f"{opening} sehr schnell {closing}", "Kim", "sagte", "Kim sagte"),
    ]


@pytest.mark.parametrize(
    "words",
    ["das sei „klar“", "das sei „klar!!“", "das sei „sehr klar", "Kim's Plan sei so klar wie Ott's Plan"],
    ids=["one word", "one word and marks", "not closed", "apostrophes"],
)
def test_what_is_no_quoted_fragment(words: str) -> None:
    text = f"{words}."
    assert len(turned(text, said(text, words))) == 1


def test_each_quoted_fragment_is_a_quotation() -> None:
    """Pieces of a claim are looked through apart."""
    text = "Das „ganz große“ und „sehr teure“ Projekt, so Kim, sei „so nicht“ gut."
    found = turned(text, said(text, "Das „ganz große“ und „sehr teure“ Projekt ... sei „so nicht“ gut"))
    assert [quotation.message for quotation in found[1:]] == ["„ ganz große “", "„ sehr teure “", "„ so nicht “"]


def test_quotation_inside_a_direct_one_is_part_of_it() -> None:
    text = "„Das ist ‚sehr klar‘ so“, sagte Kim."
    assert len(turned(text, said(text, "„Das ist ‚sehr klar‘ so“", form="direct", by="Kim", cue="sagte"))) == 1
