"""Dates as people write them in Swedish."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import dates


@pytest.mark.parametrize(
    "text", ["2027-06-30", "2027-6-30", "20270630", "30 juni 2027", "den 30 jun 2027", "30\u00a0Juni 2027"]
)
def test_a_date_is_read_in_iso_and_with_the_name_of_its_month(text: str) -> None:
    assert dates.parse(text) == date(2027, 6, 30)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("2026-02-30", dates.NoSuchDay),
        ("2027-13-01", dates.NoSuchDay),
        ("1/2/2026", dates.Ambiguous),
        ("26-02-01", dates.Ambiguous),
        ("01.02.26", dates.Ambiguous),
        ("feb 2026", dates.NotADate),
        ("i höst", dates.NotADate),
        ("30 juli2027", dates.NotADate),
        ("1026-02-01", dates.OutOfRange),
        ("2926-02-01", dates.OutOfRange),
    ],
)
def test_what_is_no_certain_date_is_asked_about(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        dates.parse(text)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_reads_back_from_iso_and_from_words(day: date) -> None:
    assert dates.parse(day.isoformat()) == day
    assert dates.parse(f"{day.day} {dates.MONTHS[day.month - 1]} {day.year}") == day


def test_a_time_of_day_is_dropped() -> None:
    assert dates.exact(datetime(2027, 6, 30, 13, 5)) == date(2027, 6, 30)
