"""Amounts, codes and periods in the cells of an export."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from schemas import dates, money, numbers
from schemas.cells import Cell
from schemas.columns import as_text
from schemas.text import clean

_UNITS = money.spellings("kronor") | money.spellings("tkr")
_POINT = re.compile(r"^[-−–(+]?\s*\d+\.\d{1,2}\s*[-−–)]?$")
_YEAR_MONTH = re.compile(r"^(20\d\d)\s*[-/.]?\s*(0[1-9]|1[0-2])$")
_MONTH = re.compile(r"^(0?[1-9]|1[0-2])$")


class Unreadable(ValueError):
    """An amount that cannot be read; `readings` says how when it can be read in several ways."""

    def __init__(self, readings: str = "") -> None:
        super().__init__(readings)
        self.readings = readings


def amount_in(cell: Cell, point_is_decimal: bool = False) -> Decimal:
    """The amount in a cell. Raises `Unreadable`."""
    value = cell.value
    if cell.problem or isinstance(value, bool | date) or value is None:
        raise Unreadable
    if isinstance(value, int | float | Decimal):
        return numbers.exact(value)
    text = clean(str(value))[0]
    if point_is_decimal and _POINT.match(text):
        text = text.replace(".", ",")
    try:
        return numbers.parse(text, _UNITS)
    except numbers.Ambiguous as error:
        raise Unreadable(str(error)) from None
    except (numbers.NotANumber, numbers.WrongUnit):
        raise Unreadable from None


def unit_at(cell: Cell) -> str:
    """The unit of money that is written after the amount in a cell; empty for none."""
    unit = numbers.unit_after(clean(cell.value)[0]) if isinstance(cell.value, str) else ""
    return unit if money.is_money(unit) else ""


def decimal_point(cells: Iterable[Cell]) -> str:
    """An example of an amount with a decimal point, when those that could be read in two ways all have one or two
    decimals after it and none has a comma: then the point cannot part thousands. Else nothing."""
    example = ""
    for cell in cells:
        text = clean(str(cell.value))[0] if isinstance(cell.value, str) else ""
        if "," in text:
            return ""
        if "." in text:
            if not _POINT.match(text):
                return ""
            example = example or text
    return example


def code_in(cell: Cell) -> str:
    """The code in a cell as text: `3100 Rektorsområde centrum` is `3100`."""
    if cell.problem or cell.value is None:
        return ""
    text = " ".join(clean(as_text(cell.value))[0].split())
    first, _, rest = text.partition(" ")
    return first.rstrip(":,;") if rest and any(c.isdigit() for c in first) else text


def period_in(cell: Cell, ar: int) -> tuple[int, int] | None:
    """Year and month of a period (`202708`, `2027-08`, `aug`, `8`, or a day in it); None when it cannot be read."""
    value = cell.value
    if isinstance(value, date):
        return value.year, value.month
    text = " ".join(as_text(value).casefold().split()) if value is not None else ""
    if match := _YEAR_MONTH.match(text):
        return int(match[1]), int(match[2])
    if match := _MONTH.match(text):
        return ar, int(match[1])
    month = [n for n, name in enumerate(dates.MONTHS, 1) if text and (name == text or text.rstrip(".") == name[:3])]
    if month:
        return ar, month[0]
    try:
        day = dates.parse(text)
    except ValueError:
        return None
    return day.year, day.month
