"""A table of German expressions of time: what they mean, and that they are found whole in a sentence."""

import datetime as dt
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from articlekit.recognise.lexicon import load_lexicons
from articlekit.recognise.times import find_times
from articlekit.recognise.when.words import TimeWords
from articlekit.summarise.dates import Interval, resolve_time


class Case(NamedTuple):
    text: str
    date: str | None
    tense: Any
    named_year: int | None
    expected: Interval | None


def _cases() -> list[Case]:
    groups = yaml.safe_load(Path(__file__).with_name("times.yaml").read_text("utf-8"))
    return [
        Case(
            text,
            group["date"] and str(group["date"]),
            group.get("tense"),
            group.get("named_year"),
            days and Interval(*(day and str(day) for day in days)),
        )
        for group in groups
        for text, days in group["times"].items()
    ]


CASES = _cases()
EXPRESSIONS = list(dict.fromkeys(case.text for case in CASES))
PARTICLES = ("noch ",)
"""They may stand before an expression, and are no part of it."""


def found_in(sentence: str) -> list[str]:
    return [sentence[start:end] for start, end in find_times(sentence)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.text}, {case.date} {case.tense or ''}")
def test_the_table(case: Case) -> None:
    assert resolve_time(case.text, case.date, case.named_year, tense=case.tense) == case.expected


def test_the_table_is_large() -> None:
    assert len(CASES) > 300


@pytest.mark.parametrize("text", EXPRESSIONS)
@pytest.mark.parametrize(
    "sentence", ["Die Konferenz findet {} statt.", "Das war {}, heißt es.", "Ob {}?", "{} begann es."]
)
def test_each_is_found_whole(text: str, sentence: str) -> None:
    for particle in PARTICLES:
        sentence = sentence.replace("{}", particle + "{}") if text.startswith(particle) else sentence
        text = text.removeprefix(particle)
    if sentence.startswith("{}"):
        text = text[0].upper() + text[1:]
    assert found_in(sentence.format(text)) == [text]


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        # no times: names, numbers, versions, laws, hours, habits, durations
        ("Die Agenda 2030, Horizont 2020 und die Digitalstrategie 2025 helfen.", []),
        ("Die Forum Digital Bridge 2025 begann.", []),
        ("Die Verordnung (EU) 2019/1020 und die Richtlinie 2014/24 gelten.", []),
        ("Auf der it-sa 2024 und der CPDP.ai 2024 war es Thema.", []),
        ("Die vergangenen Jahre und die nächsten Quartale zeigen es.", []),
        ("Es kamen 2000 Menschen, es kostet 2025 Euro und 1950 Watt.", []),
        ("Bis 2000 Euro, ab 2030 Stellen, in 2000 Fällen.", []),
        ("In Abschnitt 3.10. und Kapitel 03.10. steht es, Version 3.2 auch.", []),
        ("Die Nummer 1.2.3.2025 und 10.0.3.10.25 sind keine.", []),
        ("Es beginnt um 14 Uhr und endet gegen 18.30 Uhr.", []),
        ("Jeden Dienstag, an jedem Freitag und alle drei Jahre kommt er.", []),
        ("Es dauerte drei Jahre, zwei Wochen lang und nach drei Monaten war es aus.", []),
        ("Guten Morgen! Der Morgen kam, ein Sommer auch, und der Mai.", []),
        ("Er lebt im Maintal und las die Mainzer Montagszeitung.", []),
        ("Personen ab 13 Jahren und bis zu sieben Jahre alte Geräte.", []),
        ("Sie wohnt in einem Haus, in der ersten Etage, vor dem Tor.", []),
        ("Ron Sommer und Imke Winter sprachen mit August Mai.", []),
        ("Im Mai\n\n2024 begann es.", ["Im Mai", "2024"]),
        # several times are several
        ("im Mai und im Juni 2024", ["im Mai", "im Juni 2024"]),
        ("am 3. Mai und am 5. Juni", ["am 3. Mai", "am 5. Juni"]),
        ("Am Montag, am Dienstag und Ende Mai.", ["Am Montag", "am Dienstag", "Ende Mai"]),
        ("Im Mai 2025 – heute ist das anders.", ["Im Mai 2025", "heute"]),
        ("Bereits 2019 und erneut 2024 kam es dazu.", ["2019", "2024"]),
        # where they begin and end
        ("Sie kommen, um im nächsten Sommer und um heute zu beraten.", ["im nächsten Sommer", "heute"]),
        ("Sie verbot den heute vorgestellten Dienst.", ["heute"]),
        ("Der Streit vom 3. Mai an der Universität.", ["vom 3. Mai"]),
        ("Am 3. Mai. 2024 folgte der Rest.", ["Am 3. Mai", "2024"]),
        ("Von Mai 2026 an gilt es, von Montag an auch.", ["Von Mai 2026 an", "von Montag an"]),
        ("Schon im vergangenen Jahr und noch bis Freitag.", ["im vergangenen Jahr", "bis Freitag"]),
        ("am 3.\u00a0Mai\n2024", ["am 3.\u00a0Mai\n2024"]),
    ],
)
def test_what_is_found(sentence: str, times: list[str]) -> None:
    assert found_in(sentence) == times


@pytest.mark.parametrize(
    "text", ["schon am 3. Mai 2025", "erst am 3. Mai 2025.", " am 3. Mai 2025 ", "noch am 3. Mai 2025!"]
)
def test_particles_and_marks_around_it_change_nothing(text: str) -> None:
    assert resolve_time(text, None) == ("2025-05-03", "2025-05-03")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "um 14 Uhr",
        "nicht am 3. Mai 2025",
        "am 3. Mai 2025 in Bonn",
        "am 3. Mai 2025 und am 7. Juni",
        "jeden Montag",
    ],
)
def test_what_is_not_one_expression_is_not_resolved(text: str) -> None:
    assert resolve_time(text, "2025-10-08") is None


def test_open_ends_are_none_and_have_names() -> None:
    since, until = resolve_time("seit 2019", None), resolve_time("bis 2030", None)
    assert since
    assert until
    assert (since.start, since.end, until.start, until.end) == ("2019-01-01", None, None, "2030-12-31")


def test_a_users_words_are_read() -> None:
    lexicons = load_lexicons()
    words = TimeWords({**lexicons, "time_months": {**lexicons["time_months"], "Feber": 2}})
    assert find_times("im Feber 2025", words) == [(0, 13)]
    assert resolve_time("im Feber 2025", None, words=words) == ("2025-02-01", "2025-02-28")
    assert resolve_time("im Feber 2025", None) is None


def _words() -> list[str]:
    words = " ".join(EXPRESSIONS).split()
    sections = (value for name, value in load_lexicons().items() if name.startswith("time_"))
    for section in sections:
        words += section.split() if isinstance(section, str) else [str(word) for word in section]
    return [*dict.fromkeys(words), *".,;–-/()%", "\n\n", "00", "99", "9999", "٣", "0"]


texts = st.lists(st.sampled_from(_words()), max_size=12).map(" ".join) | st.lists(
    st.sampled_from(_words()), max_size=12
).map("".join)
dates = st.none() | st.dates().map(str) | st.sampled_from(["0001-01-01", "9999-12-31", "x", "2025-10"])
tenses = st.sampled_from([None, "past", "future"])


@settings(deadline=None, max_examples=500)
@given(texts | st.text(max_size=60), dates, st.none() | st.integers(1, 9999), tenses)
def test_any_text_is_resolved_in_order_or_not_at_all(
    text: str, date: str | None, named_year: int | None, tense: Any
) -> None:
    spans = find_times(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    for words in (text, *(text[start:end] for start, end in spans)):
        interval = resolve_time(words, date, named_year, tense=tense)
        if interval:
            days = [dt.date.fromisoformat(day) for day in interval if day]
            assert days
            assert days == sorted(days)


@settings(deadline=None)
@given(texts)
def test_what_is_found_is_read_whole(text: str) -> None:
    """A stretch that is found in a text is found whole when it stands alone."""
    for start, end in find_times(text):
        assert find_times(text[start:end])[:1] == [(0, end - start)]


@pytest.mark.parametrize(
    "piece",
    [
        "1., ",
        "1. und ",
        "Ende ",
        "vor etwa ",
        "bis ",
        "am Montag, ",
        "vor mehr ",
        "nicht ",
        "2019 bis ",
        "im ",
        "3.10.",
        "Dienstag kommende Woche ",
        "Dienstag, 3. Mai, ",
        "vor den ",
        "a-",
        " ",
    ],
)
def test_time_is_linear_in_the_text(piece: str) -> None:
    """Ten times the text takes about ten times as long, not a hundred times."""

    def seconds(count: int) -> float:
        start = process_time()
        find_times(piece * count)
        return process_time() - start

    seconds(1000)
    short, long = min(seconds(1000) for _ in range(3)), min(seconds(10_000) for _ in range(3))
    assert long < 40 * short + 0.05
