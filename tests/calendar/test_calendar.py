"""Calendar files: what a calendar program reads out of them."""

from datetime import UTC, date, datetime, timedelta

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from service.calendar import Entry, write

STAMP = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)


def entry(**changes: object) -> Entry:
    given_ = {
        "uid": "1@malkedjan", "day": date(2026, 12, 31), "title": "Beslut", "description": "", "categories": ("KF",),
        "stamp": STAMP, "reminders": (60, 7), **changes,
    }  # fmt: skip
    return Entry(**given_)  # type: ignore[arg-type]


def test_a_day_is_whole_takes_no_time_and_reminds_before() -> None:
    [event] = icalendar.Calendar.from_ical(write("Årshjul", [entry()])).events
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 12, 31), date(2027, 1, 1))
    assert event["transp"] == "TRANSPARENT"
    assert [alarm["trigger"].dt for alarm in event.walk("VALARM")] == [timedelta(days=-60), timedelta(days=-7)]


def test_the_same_entries_give_the_same_bytes() -> None:
    assert write("Årshjul", [entry()]) == write("Årshjul", [entry()])
    assert b"DTSTAMP:20260601T090000Z" in write("Årshjul", [entry()])


def test_lines_are_folded_and_end_as_the_standard_says() -> None:
    lines = write("Årshjul", [entry(title="Å" * 200)]).split(b"\r\n")
    assert lines[-1] == b""
    assert max(len(line) for line in lines) <= 75


@given(WORDS)
def test_any_words_come_back(title: str) -> None:
    [event] = icalendar.Calendar.from_ical(write("Årshjul", [entry(title=title)])).events
    assert str(event["summary"]) == title
