"""Dates as people write them in Swedish: ISO or with the month's name; all else is asked about."""

import re
from datetime import date, datetime

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00)?)?$")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_WORDS = re.compile(r"^(?:den )?(\d{1,2})(?::e|:a)? ([a-zåäö]{3,9})\.? (\d{4})$")
_MONTH = re.compile(r"^(?:(\d{4})-(\d{1,2})|([a-zåäö]{3,9})\.? (\d{4}))$")
_TWO_WAYS = re.compile(r"^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}$")


class NotADate(ValueError):
    """The text is no date."""


class NoSuchDay(ValueError):
    """The text has a date's form, but no calendar has that day."""


class Ambiguous(ValueError):
    """The text can be read as more than one date (`1/2/2026`, `26-02-01`)."""


class OutOfRange(ValueError):
    """The year is before 1900 or after 2100."""


def parse(text: str) -> date:
    """The date in `2027-06-30`, `20270630` or `30 juni 2027`.

    Raises `NotADate`, `NoSuchDay`, `Ambiguous` or `OutOfRange`.
    """
    body = " ".join(text.casefold().replace("\u00a0", " ").split())
    if match := _ISO.match(body) or _COMPACT.match(body):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _WORDS.match(body):
        return _day(int(match[3]), _month(match[2]), int(match[1]))
    raise Ambiguous(text) if _TWO_WAYS.match(body) else NotADate(text)


def parse_month(text: str) -> date:
    """The first day of the month in `2027-06` or `juni 2027`, or of the month in which a whole date lies.

    Raises as `parse`.
    """
    body = " ".join(text.casefold().replace("\u00a0", " ").split())
    if match := _MONTH.match(body):
        return _day(int(match[1] or match[4]), int(match[2]) if match[2] else _month(match[3]), 1)
    return parse(body).replace(day=1)


def exact(value: date | datetime) -> date:
    """A date from a cell, without its time. Raises `OutOfRange`."""
    day = value.date() if isinstance(value, datetime) else value
    return _day(day.year, day.month, day.day)


def _month(word: str) -> int:
    matches = [
        number
        for number, name in enumerate(MONTHS, 1)
        if name == word or (name.startswith(word[:3]) and len(word) <= 4)
    ]
    if len(matches) != 1:
        raise NotADate(word)
    return matches[0]


def _day(year: int, month: int, day: int) -> date:
    if not 1900 <= year <= 2100:
        raise OutOfRange(str(year))
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NoSuchDay(str(error)) from None
