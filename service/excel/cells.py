"""Values a caller may give, and how they stand in a cell."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

CellValue = str | int | Decimal | date | bool | None

_LONGEST_TEXT = 32_767  # characters in a cell, counted as Excel does: UTF-16 units
_LARGEST = Decimal("9.99999999999999E+307")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t")


def cleaned(text: str) -> str:
    """The text without control characters, with every line break as ``\\n``.

    Raises ``ValueError`` where it is longer than a cell holds: to cut it would lose words silently.
    """
    text = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text.encode("utf-16-le")) // 2 > _LONGEST_TEXT:
        raise ValueError(f"texten är längre än de {_LONGEST_TEXT} tecken en cell rymmer")
    return text


def escaped(text: str) -> str:
    """As ``ST_Xstring`` wants it (ECMA-376 part 1, 22.9.2.19): a literal ``_x0041_`` must not become ``A``."""
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def unescaped(text: str) -> str:
    """What an ``ST_Xstring`` means."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def looks_like_formula(text: str) -> bool:
    """Whether a person who edits the cell would turn the text into a formula by pressing Enter."""
    return text.startswith(_FORMULA_SIGNS)


def numeral(value: int | Decimal) -> str:
    """The number as a cell writes it, exactly and without exponent; ``ValueError`` where Excel cannot hold it."""
    amount = Decimal(value)
    if not amount.is_finite() or abs(amount) > _LARGEST:
        raise ValueError(f"talet {value} ryms inte i Excel")
    written = format(amount, "f")
    written = written.rstrip("0").rstrip(".") if "." in written else written
    return "0" if written in ("-0", "") else written


def serial(day: date, *, from_1904: bool = False) -> int:
    """The day's number in Excel (ECMA-376 part 1, 18.17.4.1); ``ValueError`` before 1 March 1900."""
    if day < date(1900, 3, 1):  # Excel's calendar has a 29 February 1900 that never was
        raise ValueError(f"datumet {day} kan inte stå i en Excelcell")
    return (day - (date(1904, 1, 1) if from_1904 else date(1899, 12, 30))) // timedelta(days=1)


def accepted(value: object) -> CellValue:
    """The value, text cleaned; ``TypeError`` for what no cell may be given, floats and datetimes among them."""
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, datetime) or not isinstance(value, (bool, int, Decimal, date, type(None))):
        raise TypeError(f"{type(value).__name__} kan inte skrivas i en cell: {value!r}")
    return value
