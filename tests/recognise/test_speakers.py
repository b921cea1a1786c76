"""Speakers: pronouns, role nouns and missing speakers become the name they stand for, or stay as they are."""

import pytest

from tests.builders import Seen, claims_of, make_doc, meant_of, recognised, summary_of

UTE = "Ute NE = nsubj:3 @PER\nKeller NE = flat:1 @PER\nkam VVFIN kommen root:0\n. $. ="
PAWEL = "Pawel NE = nsubj:3 @PER\nDurow NE = flat:1 @PER\nkam VVFIN kommen root:0\n. $. ="
MINISTER = "Minister NN = nsubj:4\nPawel NE = flat:1 @PER\nDurow NE = flat:1 @PER\nkam VVFIN kommen root:0\n. $. ="
BANK = "Die ART der det:2\nNordbank NE = nsubj:3 @ORG\nwuchs VVFIN wachsen root:0\n. $. ="
COMPANY = "Die ART der det:3\nFirma NN = nmod:3\nNordlicht NE = nsubj:4 @ORG\nwuchs VVFIN wachsen root:0\n. $. ="
SHE, HE = "Sie PPER sie nsubj:2", "Er PPER er nsubj:2"
FREE = "Das ART der det:2\nKabel NN = nsubj:4\nsei VAFIN sein cop:4 +Mood=Sub\nalt ADJD = root:0\n. $. ="
QUOTE = "„ $( =\nDas ART der det:3\nKabel NN = nsubj:5\nist VAFIN sein cop:5\nalt ADJD = root:0\n. $. =\n“ $( ="


def said(*subject: str) -> str:
    """Return the table of `SUBJECT sagte, das Netz halte.`; the subject's rows as they are."""
    verb = len(subject) + 1
    claim = [f"das ART der det:{verb + 3}", f"Netz NN = nsubj:{verb + 4}", f"halte VVFIN halten ccomp:{verb} +Mood=Sub"]
    return "\n".join([*subject, "sagte VVFIN sagen root:0", ", $, =", *claim, ". $. ="])


def meant_in(*sentences: str) -> list[str | None]:
    return meant_of(recognised(make_doc("\n\n".join(sentences)), "lemmas", "claims", "speakers"))


@pytest.mark.parametrize(
    ("sentences", "meant"),
    [
        ([UTE, said(SHE)], "Ute Keller"),
        ([PAWEL, said(HE)], "Pawel Durow"),
        ([UTE, PAWEL, said(SHE)], "Ute Keller"),
        ([PAWEL, UTE, said(HE)], "Pawel Durow"),
        ([PAWEL, said(SHE)], None),
        ([UTE, said(HE)], None),
        ([said(HE)], None),
        ([BANK, said(HE)], None),
    ],
    ids=["she", "he", "she-not-the-nearest", "he-not-the-nearest", "no-woman", "no-man", "nobody", "no-person"],
)
def test_a_pronoun_means_a_person_of_its_gender(sentences: list[str], meant: str | None) -> None:
    assert meant_in(*sentences) == [meant]


def test_a_pronoun_after_a_claim_means_its_speaker() -> None:
    first = said("Pawel NE = nsubj:3 @PER", "Durow NE = flat:1 @PER")
    assert meant_in(first, said(HE)) == ["Pawel Durow", "Pawel Durow"]


def test_two_pronouns_of_two_genders() -> None:
    assert meant_in(PAWEL, UTE, said(SHE), said(HE)) == ["Ute Keller", "Pawel Durow"]


def test_a_title_tells_the_gender_where_the_first_name_does_not() -> None:
    title = "Frau NN = nsubj:3\nKim NE = flat:1 @PER\nkam VVFIN kommen root:0\n. $. ="
    assert meant_in(title, said(SHE)) == ["Kim"]
    assert meant_in(title, said(HE)) == [None]


@pytest.mark.parametrize(
    ("sentences", "subject", "meant"),
    [
        ([MINISTER, UTE], ["Der ART der det:2", "Minister NN = nsubj:3"], "Pawel Durow"),
        ([PAWEL, UTE], ["Die ART der det:2", "Ministerin NN = nsubj:3"], "Ute Keller"),
        ([UTE, PAWEL], ["Der ART der det:2", "Gründer NN = nsubj:3"], "Pawel Durow"),
        ([BANK, UTE], ["Der ART der det:2", "Konzern NN = nsubj:3"], "Nordbank"),
        ([COMPANY, BANK], ["Die ART der det:2", "Firma NN = nsubj:3"], "Nordlicht"),
        ([UTE], ["Eine ART ein det:2", "Ministerin NN = nsubj:3"], None),
        ([UTE], ["Experten NN Experte nsubj:2"], None),
        ([BANK], ["Die ART der det:2", "Ministerin NN = nsubj:3"], None),
        ([UTE], ["Die ART der det:2", "Behörde NN = nsubj:3"], None),
    ],
    ids=["same", "woman", "man", "company", "its-noun", "indefinite", "plural", "no-person", "no-organisation"],
)
def test_a_role_noun_means_the_name_that_fits(sentences: list[str], subject: list[str], meant: str | None) -> None:
    """A role said before counts first, then the nearest name of the kind; an indefinite noun means nobody known."""
    assert meant_in(*sentences, said(*subject)) == [meant]


@pytest.mark.parametrize(
    ("subject", "meant"),
    [
        (["Nordbank NE = nsubj:2 @ORG"], "Nordbank"),
        (["Ministerin NN = nsubj:4", "Ute NE = flat:1 @PER", "Keller NE = flat:1 @PER"], "Ute Keller"),
        (["Ein ART ein det:2", "Sprecher NN = nsubj:5", "von APPR = case:4", "Siemens NE = nmod:2 @ORG"], None),
        (["Die ART der det:2", "Chefin NN = nsubj:5", "der ART = det:4", "Nordbank NE = nmod:2 @ORG"], None),
    ],
    ids=["organisation", "person-with-role", "spokesperson", "boss"],
)
def test_a_name_in_the_speaker_itself(subject: list[str], meant: str | None) -> None:
    """A spokesperson and a boss are somebody else than their organisation."""
    assert meant_in(said(*subject)) == [meant]


def test_two_verbs_share_their_subject() -> None:
    table = """
        Ute NE = nsubj:2 @PER
        lobte VVFIN loben root:0
        den ART der det:4
        Plan NN = obj:2
        und KON = cc:6
        kündigte VVFIN kündigen conj:2
        Hilfe NN = obj:6
        an PTKVZ = compound:prt:6
        . $. =
        """
    doc = recognised(make_doc(table), "lemmas", "claims", "speakers")
    assert [claim.speaker for claim in claims_of(doc)] == ["Ute", "Ute"]
    assert meant_of(doc) == ["Ute", "Ute"]


def test_free_speech_goes_on_with_the_speaker_before() -> None:
    doc = recognised(make_doc("\n\n".join([said("Ute NE = nsubj:2 @PER"), FREE])), "lemmas", "claims", "speakers")
    assert claims_of(doc)[1] == Seen("free", "assert", None, "", "Das Kabel sei alt")
    assert meant_of(doc) == ["Ute", "Ute"]


def test_a_quotation_alone_goes_on_with_the_speaker_before() -> None:
    assert meant_in(said("Ute NE = nsubj:2 @PER"), QUOTE) == ["Ute", "Ute"]


def test_free_speech_and_a_quotation_without_anybody_have_no_speaker() -> None:
    assert meant_in(FREE) == [None]
    assert meant_in(QUOTE) == [None]


@pytest.mark.parametrize("subject", ["Ich PPER ich nsubj:2", "Wir PPER wir nsubj:2", "Man PIS man nsubj:2"])
def test_the_author_is_no_speaker(subject: str) -> None:
    assert meant_in(said(subject)) == []


@pytest.mark.parametrize(
    ("sentences", "speaker", "text"),
    [
        ([UTE, said(SHE)], "Ute Keller", "Sie"),
        ([UTE, said("Keller NE = nsubj:2 @PER")], "Ute Keller", "Keller"),
        ([said(SHE)], None, "Sie"),
        ([said("Die ART der det:2", "Behörde NN = nsubj:3")], "Behörde", "Die Behörde"),
        ([said("Experten NN Experte nsubj:2")], "Experten", "Experten"),
    ],
    ids=["pronoun", "surname", "unknown-pronoun", "noun-phrase", "plural"],
)
def test_the_speaker_in_the_summary(sentences: list[str], speaker: str | None, text: str) -> None:
    """The canonical name where one is known, the noun phrase without its article where not, nothing for a pronoun."""
    doc = recognised(make_doc("\n\n".join(sentences)), "lemmas", "claims", "speakers")
    (claim,) = summary_of(doc).claims
    assert (claim.speaker, claim.speaker_text) == (speaker, text)


def test_a_document_without_claims_stays_as_it_is() -> None:
    assert meant_in(UTE) == []
