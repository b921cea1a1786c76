"""German dates become ISO intervals, against the article's date and the year that an event's name carries."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlekit.recognise.times import find_times
from articlekit.summarise.dates import resolve_time

TODAY = "2025-10-05"  # a Sunday


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # ranges of days
        ("vom 2. bis 4. Oktober", "2025-10-02", "2025-10-04"),
        ("2. bis 4. Oktober", "2025-10-02", "2025-10-04"),
        ("vom 2. bis zum 4. Oktober 2024", "2024-10-02", "2024-10-04"),
        ("vom 2. – 4. Oktober", "2025-10-02", "2025-10-04"),
        ("am 2. und 3. Mai", "2025-05-02", "2025-05-03"),
        ("vom 30. September bis 2. Oktober", "2025-09-30", "2025-10-02"),
        ("vom 30. Dezember bis 2. Januar", "2025-12-30", "2026-01-02"),
        ("vom 30. Dezember 2024 bis 2. Januar 2025", "2024-12-30", "2025-01-02"),
        ("vom 28. Februar bis 1. März 2024", "2024-02-28", "2024-03-01"),
        # days
        ("am 5. Oktober", "2025-10-05", "2025-10-05"),
        ("am 3. März 2024", "2024-03-03", "2024-03-03"),
        ("am 1. Jänner 2025", "2025-01-01", "2025-01-01"),
        ("am 29. Februar 2024", "2024-02-29", "2024-02-29"),
        ("am 04.05.2024", "2024-05-04", "2024-05-04"),
        ("1.2.2024", "2024-02-01", "2024-02-01"),
        ("den 31. Dezember", "2025-12-31", "2025-12-31"),
        # a day without a year is in the nearest one
        ("am 6. Januar", "2026-01-06", "2026-01-06"),
        ("am 2. Februar", "2026-02-02", "2026-02-02"),
        ("am 2. Mai", "2025-05-02", "2025-05-02"),
        # months and years
        ("im Mai", "2025-05-01", "2025-05-31"),
        ("im Februar 2024", "2024-02-01", "2024-02-29"),
        ("Oktober 2025", "2025-10-01", "2025-10-31"),
        ("im Januar", "2026-01-01", "2026-01-31"),
        ("im Jahr 2024", "2024-01-01", "2024-12-31"),
        ("im Jahre 1999", "1999-01-01", "1999-12-31"),
        # weekdays
        ("am Sonntag", "2025-10-05", "2025-10-05"),
        ("am Montag", "2025-09-29", "2025-09-29"),
        ("am Freitag", "2025-10-03", "2025-10-03"),
        ("am Sonnabend", "2025-10-04", "2025-10-04"),
        ("am kommenden Montag", "2025-10-06", "2025-10-06"),
        ("am kommenden Sonntag", "2025-10-12", "2025-10-12"),
        ("am vergangenen Sonntag", "2025-09-28", "2025-09-28"),
        ("am vergangenen Donnerstag", "2025-10-02", "2025-10-02"),
    ],
)
def test_resolved(text: str, first: str, last: str) -> None:
    assert resolve_time(text, TODAY) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        *("am 31. Februar", "am 29. Februar 2025", "am 32. Mai", "am 0. Mai", "am 31.02.2024", "am 1.13.2024"),
        *("vom 4. bis 2. Oktober", "vom 31. bis 32. Mai", "am 3. Kongress", "am 2. und 3. Tag"),
        *("bald", "am Wochenende", "Artikel 5", "", " "),
    ],
)
def test_not_resolved(text: str) -> None:
    """Impossible dates and vague ones stay words."""
    assert resolve_time(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "date", "year", "expected"),
    [
        ("vom 2. bis 4. Mai", TODAY, 2023, ("2023-05-02", "2023-05-04")),
        ("am 3. Mai", None, 2023, ("2023-05-03", "2023-05-03")),
        ("am 3. Mai 2022", TODAY, 2023, ("2022-05-03", "2022-05-03")),
        ("im Mai", None, 2024, ("2024-05-01", "2024-05-31")),
        ("am 29. Februar", None, 2024, ("2024-02-29", "2024-02-29")),
        ("am 29. Februar", None, 2025, None),
        ("am 3. Mai", None, None, None),
        ("vom 2. bis 4. Mai", None, None, None),
        ("im Mai", None, None, None),
        ("am Montag", None, 2025, None),
        ("am 3. Mai 2024", None, None, ("2024-05-03", "2024-05-03")),
        ("im Jahr 2024", None, None, ("2024-01-01", "2024-12-31")),
        ("am 3. Mai", "kein Datum", None, None),
        ("am 3. Mai", "2025-10", None, None),
        ("am Montag", "2025-10-05T06:30:00+02:00", None, ("2025-09-29", "2025-09-29")),
        ("am 31. Dezember", "2025-01-02", None, ("2024-12-31", "2024-12-31")),
        ("vom 30. Dezember bis 2. Januar", "2025-01-03", None, ("2024-12-30", "2025-01-02")),
    ],
)
def test_the_year_comes_from_the_text_then_the_name_then_the_article(
    text: str, date: str | None, year: int | None, expected: tuple[str, str] | None
) -> None:
    assert resolve_time(text, date, year) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "vom 2.–4. Oktober",
            ("2025-10-02", "2025-10-04"),
        ),
        pytest.param(
            "vom 30. Dezember bis 2. Januar",
            ("2023-12-30", "2024-01-02"),
        ),
        pytest.param("bis 4. Oktober", None),
        pytest.param("seit dem 4. Oktober", ("2025-10-04", None)),
    ],
)
def test_to_be_mended(text: str, expected: tuple[str, str | None] | None) -> None:
    assert resolve_time(text, TODAY, 2023 if "Dezember" in text else None) == expected


@settings(deadline=None)
@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.dates(dt.date(1900, 1, 2), dt.date(2098, 12, 31)))
def test_a_full_date_is_itself_whatever_today_is(day: dt.date, today: dt.date) -> None:
    months = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
    for text in (f"am {day.day}. {months[day.month - 1]} {day.year}", f"{day.day}.{day.month}.{day.year}"):
        assert resolve_time(text, today.isoformat()) == (day.isoformat(), day.isoformat())


@settings(deadline=None)
@given(st.text(alphabet="0123456789. -–MaiOktoberbisvomundzumam", max_size=40), st.sampled_from([None, TODAY, "x"]))
def test_any_text_is_resolved_in_order_or_not_at_all(text: str, date: str | None) -> None:
    for words in (text, *(text[start:end] for start, end in find_times(text))):
        interval = resolve_time(words, date)
        days = [dt.date.fromisoformat(day) for day in interval or () if day]
        assert days == sorted(days)


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("text", ["am 3. Mai", "im Mai", "am 31. Dezember", "im Januar"])
def test_the_ends_of_the_calendar(text: str, date: str) -> None:
    """A placeholder for a date in the metadata makes nothing fail."""
    resolve_time(text, date)


@pytest.mark.parametrize(("text", "date"), [("am kommenden Montag", "9999-12-31"), ("am Sonntag", "0001-01-01")])
def test_weekdays_beyond_the_calendar(text: str, date: str) -> None:
    resolve_time(text, date)
