"""An iCalendar file of whole-day entries; the same entries always give the same bytes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import icalendar

_PRODUCT = "-//Malkedjan//Arshjul//SV"


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole-day entry, which takes up no time of anybody's.

    `uid` is the same whenever it is written, so that a calendar renews the entry rather than doubling it; `stamp` (UTC)
    is when it was last changed; `reminders` are days before.
    """

    uid: str
    day: date
    title: str
    description: str
    categories: Sequence[str]
    stamp: datetime
    reminders: Sequence[int] = ()


def write(name: str, entries: Iterable[Entry]) -> bytes:
    """The file's bytes; `name` is what a calendar program calls it."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical(sorted=False))


def _event(entry: Entry) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.stamp)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))  # the end of a whole day is the day after (§3.6.1)
    event.add("summary", entry.title)
    if entry.description:
        event.add("description", entry.description)
    event.add("categories", list(entry.categories))
    event.add("transp", "TRANSPARENT")
    for days in entry.reminders:
        event.add_component(_alarm(entry, days))
    return event


def _alarm(entry: Entry, days: int) -> icalendar.Alarm:
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"Om {days} {'dag' if days == 1 else 'dagar'}: {entry.title}")
    alarm.add("trigger", timedelta(days=-days))
    return alarm
