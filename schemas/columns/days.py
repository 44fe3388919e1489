"""Columns of time: a year, a day, a month, a time of day."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from schemas import dates
from schemas.text import clean

from .column import Column, as_text
from .texts import Text

_TIME = re.compile(r"(?:kl(?:ockan|\.)?\s*)?(\d{1,2})(?:([.:,])(\d{1,2})(?::00)?)?", re.IGNORECASE)


class Ar(Column):
    """A year. Gives `int`."""

    number_format = "0"

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        text = as_text(value)
        if not re.fullmatch(r"(19|20)\d\d", text):
            raise self.fault("inte-ar")
        return int(text)


class Datum(Column):
    """A day. Gives `date`."""

    number_format = "yyyy-mm-dd"
    unreadable = "inte-datum"

    def __init__(self, heading: str, help: str = "", **rest: Any) -> None:
        super().__init__(heading, help, **{"width": 12, "example": "2027-06-30", **rest})

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:
        try:
            if isinstance(value, date | datetime):
                return self.read(dates.exact(value).isoformat())
            if isinstance(value, bool | int | float | Decimal) and not re.fullmatch(r"(19|20)\d{6}", as_text(value)):
                raise dates.NotADate
            return self.read(clean(as_text(value))[0])
        except dates.NoSuchDay:
            raise self.fault("omojligt-datum") from None
        except dates.Ambiguous:
            raise self.fault("tvetydigt-datum") from None
        except dates.OutOfRange:
            raise self.fault("datum-utanfor") from None
        except dates.NotADate:
            raise self.fault(self.unreadable) from None

    def read(self, text: str) -> date:
        """The day that the text says. Raises as `dates.parse`."""
        return dates.parse(text)

    def restored(self, value: Any) -> date:
        """The day that `dump` wrote as ISO."""
        return date.fromisoformat(value)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else value.isoformat()


class Manad(Datum):
    """A month. Gives its first day as `date`."""

    number_format = "yyyy-mm"
    unreadable = "inte-manad"

    def __init__(self, heading: str, help: str = "", **rest: Any) -> None:
        super().__init__(heading, help, **{"example": "2027-06", **rest})

    def read(self, text: str) -> date:
        """The first day of the month that the text says."""
        return dates.parse_month(text)


class Klockslag(Text):
    """A time of day, or one to another. Gives `str`: `13.00`; `13`, `13:00` and `kl. 13` are read alike."""

    def __init__(self, heading: str, help: str = "", **rest: Any) -> None:
        super().__init__(heading, help, **{"width": 20, "example": "13.00", **rest})

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if isinstance(value, float | Decimal) and 0 < value < 1:  # a time as a spreadsheet keeps it: part of a day
            hour, minute = divmod(round(value * 24 * 60), 60)
            value = f"{hour}.{minute:02}"
        text = clean(as_text(value))[0]
        times = re.split(r"\s*[–-]\s*", text)
        if not text or len(times) > 2:
            return self._refused(text)
        return "–".join(self._time(time) for time in times)

    def _time(self, text: str) -> str:
        match = _TIME.fullmatch(text)
        if not match:
            return self._refused(text)
        hour, mark, minute = match.groups(default="")
        if mark == ",":
            minute = minute.ljust(2, "0")  # 13.30 as a number is 13,3
        if int(hour) > 23 or int(minute or 0) > 59 or len(minute) == 1:
            return self._refused(text)
        return f"{hour}.{minute or '00'}"

    def _refused(self, text: str) -> str:
        if text:
            raise self.fault("inte-klockslag")
        return ""
