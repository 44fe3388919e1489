"""The value of one cell, as the file stores it: a formula counts as the value that was computed for it."""

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from openpyxl.utils.datetime import from_excel

from schemas.cells import Cell, CellValue

from .refusals import broken
from .stream import RawCell
from .strings import String, value_of
from .styles import Style

# As Excel stores them, and as Swedish Excel shows them when they are pasted as text.
_ERRORS = frozenset(
    (
        *("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#GETTING_DATA"),
        *("#SKÄRNING!", "#DIVISION/0!", "#VÄRDEFEL!", "#REFERENS!", "#NAMN?", "#OGILTIGT!", "#SAKNAS!"),
    )
)
_PLAIN = Style()
_WHOLE = re.compile(r"-?\d{1,15}")


def value_in(
    raw: RawCell, ref: str, strings: Sequence[String], styles: Mapping[int, Style], epoch: datetime
) -> Cell | None:
    """The cell as it is meant, or nothing where none stands."""
    kind, stored = raw.kind, raw.stored or ""
    if raw.formula is not None and not stored and not (kind == "str" and raw.stored is not None):
        return Cell(ref, None, "formel-utan-varde", "=" + raw.formula)
    style = styles.get(_index(raw.style) or 0, _PLAIN)
    value = _value(kind, stored, raw.inline, strings, style, epoch)
    if kind == "e" or (isinstance(value, str) and value.strip() in _ERRORS):
        return Cell(ref, None, "felvarde", stored or str(value or ""))
    return None if value is None or value == "" else Cell(ref, value)


def _value(
    kind: str, stored: str, inline: String | None, strings: Sequence[String], style: Style, epoch: datetime
) -> CellValue:
    if kind == "inlineStr":
        return value_of(inline, style) if inline is not None else None
    if not stored:
        return None
    if kind == "s":
        return value_of(_shared(stored, strings), style)
    if kind == "b":
        return stored.strip() in ("1", "true")
    if kind == "d":
        return _iso_day(stored)
    return stored if kind in ("str", "e") else _number(stored.strip(), style, epoch)


def _shared(stored: str, strings: Sequence[String]) -> String:
    index = _index(stored.strip())
    if index is None or index >= len(strings):
        raise broken("en cell pekar på en text som inte finns")
    return strings[index]


def _number(stored: str, style: Style, epoch: datetime) -> CellValue:
    """A number; a day where the cell shows one; percent as the person sees it, since 76 % is stored as 0.76."""
    number: int | float
    if _WHOLE.fullmatch(stored):
        number = int(stored)
    else:
        try:
            number = float(stored)
        except ValueError:
            return stored
        if not math.isfinite(number):
            return stored
    if style.percent:
        return format((Decimal(repr(number)) * 100).normalize(), "f").replace(".", ",") + " %"
    return _day(number, epoch) if style.day else number


def _day(number: float, epoch: datetime) -> CellValue:
    """The day, or the number itself where no calendar has such a day (or it is but a time)."""
    try:
        day = from_excel(number, epoch)
    except (OverflowError, ValueError):
        return number
    return day if isinstance(day, date) else number


def _iso_day(stored: str) -> CellValue:
    try:
        return datetime.fromisoformat(stored.strip().removesuffix("Z")).replace(tzinfo=None)
    except ValueError:
        return stored


def _index(text: str) -> int | None:
    return int(text) if len(text) <= 9 and text.isdecimal() else None
