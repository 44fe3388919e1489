"""Columns of time: a year, a day, a month."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from schemas import dates
from schemas.text import clean

from .column import Column, as_text


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
