"""An opinion piece has claims of its author, an agency report has none, and `--author-claims` says how many are given."""

from pathlib import Path

import pytest
import yaml

from articlekit import Extractor
from articlekit.errors import SettingsError
from articlekit.records import Summary
from articlekit.settings import Settings, author_claims_wanted, load_settings
from tests.conftest import RunCli, the_line

OPINION = """Schluss mit den Ausreden

Die Regierung hat den digitalen Staat verschlafen, und das ist ein Skandal. Wer heute noch Faxgeräte verteidigt, hat \
jede Glaubwürdigkeit verloren. Der neue Plan ist reine Symbolpolitik. Er löst kein einziges Problem und schafft neue.

Es ist geradezu absurd, dass jede Gemeinde ihre eigene Software kauft. Diese Kleinstaaterei ist teuer, gefährlich und \
vollkommen überflüssig. Wir brauchen endlich einen gemeinsamen Standard, und zwar sofort. Alles andere wäre fahrlässig.

Natürlich wird der Umbau Geld kosten. Doch Nichtstun kostet am Ende viel mehr, weil das Vertrauen der Bürger verloren \
geht. Die Ministerin muss jetzt handeln oder ihr Amt räumen. Ein Land, das seine Verwaltung so vernachlässigt, darf \
sich über Verdruss nicht wundern.
"""
REPORT = """Die Nordbank hat am Montag ein neues Rechenzentrum in Bonn eröffnet. Die Anlage kostete nach Angaben des \
Unternehmens 40 Millionen Euro. Rund 120 Menschen arbeiten dort.

Die Bauarbeiten hatten im März 2023 begonnen. Oberbürgermeisterin Ute Keller sagte, die Stadt habe lange auf die \
Ansiedlung gewartet. „Wir freuen uns über jeden Arbeitsplatz“, sagte Keller der Lokalzeitung.

Das Gebäude hat drei Stockwerke und eine Fläche von 8000 Quadratmetern. Die Abwärme wird in das Fernwärmenetz \
geleitet. Ein zweiter Bauabschnitt soll 2027 folgen, wie das Unternehmen mitteilte. Der Rat stimmte am Donnerstag zu.
"""


@pytest.fixture(scope="module")
def unlimited() -> Extractor:
    return Extractor(config=Settings(author_claims="all"))


@pytest.fixture(scope="module")
def opinion(unlimited: Extractor) -> Summary:
    return unlimited.extract(OPINION)


def test_an_opinion_piece_has_claims_of_its_author(opinion: Summary) -> None:
    assert len(opinion.author_claims) >= 6
    assert {"criticise", "demand"} <= {claim.act for claim in opinion.author_claims}


def test_an_agency_report_has_none(unlimited: Extractor) -> None:
    summary = unlimited.extract(REPORT)
    assert summary.author_claims == ()
    assert summary.claims


def test_the_strongest_come_first_each_a_sentence_of_the_text(opinion: Summary) -> None:
    saliences = [claim.salience for claim in opinion.author_claims]
    assert saliences == sorted(saliences, reverse=True)
    assert all(0.5 <= salience <= 1 for salience in saliences)
    for claim in opinion.author_claims:
        (span,) = claim.spans
        assert OPINION[span.start : span.end] == claim.text
        assert claim.text.endswith(".")
    sentences = [claim.sentence for claim in opinion.author_claims]
    assert len(set(sentences)) == len(sentences)


def test_a_quotation_in_it_is_not_the_authors(unlimited: Extractor) -> None:
    quoted = "„Dieser Plan ist ein Skandal und reine Symbolpolitik“, sagte Ute Keller."
    summary = unlimited.extract(f"{OPINION}\n{quoted}\n")
    assert summary.author_claims
    assert not [claim.text for claim in summary.author_claims if "Ute Keller" in claim.text]


@pytest.mark.parametrize(("option", "number"), [("3", 3), ("0", 0), ("none", 0), ("all", None)])
def test_the_option_of_the_command(
    tmp_path: Path, run_cli: RunCli, opinion: Summary, option: str, number: int | None
) -> None:
    (tmp_path / "a.txt").write_text(OPINION, "utf-8")
    result = run_cli("extract", "a.txt", "--author-claims", option)
    assert (result.returncode, result.stderr) == (0, b"")
    found = [claim["text"] for claim in yaml.safe_load(result.stdout)["author_claims"]]
    assert found == [claim.text for claim in opinion.author_claims][:number]


def test_a_configuration_file_says_so_too_and_the_option_wins(tmp_path: Path, run_cli: RunCli) -> None:
    (tmp_path / "a.txt").write_text(OPINION, "utf-8")
    (tmp_path / "c.yaml").write_text("author_claims: 2\nonly: [author_claims]\n", "utf-8")
    for options, number in (((), 2), (("--author-claims", "1"), 1)):
        result = run_cli("extract", "a.txt", "--config", "c.yaml", *options)
        assert len(yaml.safe_load(result.stdout)["author_claims"]) == number


@pytest.mark.parametrize("option", ["few", "", "1.5", "-1"])
def test_a_wrong_option_is_one_line(tmp_path: Path, run_cli: RunCli, option: str) -> None:
    (tmp_path / "a.txt").write_text(OPINION, "utf-8")
    result = run_cli("extract", "a.txt", f"--author-claims={option}")
    assert (result.returncode, result.stdout) == (2, b"")
    assert "author_claims must be a number, all or none" in the_line(result.stderr)


@pytest.mark.parametrize(("amount", "number"), [(3, 3), (0, 0), ("none", 0), ("all", 100), (10, 10)])
def test_settings_of_the_library(opinion: Summary, amount: int | str, number: int) -> None:
    settings = Settings(author_claims=amount)
    assert author_claims_wanted(settings) == (None if amount == "all" else number)
    assert load_settings(author_claims=amount) == settings


def test_the_library_gives_the_strongest(opinion: Summary) -> None:
    summary = Extractor(config=Settings(author_claims=3)).extract(OPINION)
    assert summary.author_claims == opinion.author_claims[:3]


@pytest.mark.parametrize("amount", ["few", -1, ""])
def test_a_wrong_setting_is_refused(amount: int | str) -> None:
    with pytest.raises(SettingsError, match="author_claims must be a number, all or none"):
        load_settings(author_claims=amount)
