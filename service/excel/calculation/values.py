"""Excel's values and what its operators do with them, in exact decimal arithmetic.

Where Excel's answer depends on the language it is run in (``"1,5"+1``, ``1/2&""``), no answer is given: a
cached value that another reader's Excel would change is worse than a refused template.
"""

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum

from service.excel.faults import TemplateFault


class ErrorValue(Enum):
    """What Excel shows in place of a value (ECMA-376 part 1, 18.17.3)."""

    DIV0 = "#DIV/0!"
    NA = "#N/A"
    NAME = "#NAME?"
    NULL = "#NULL!"
    NUM = "#NUM!"
    REF = "#REF!"
    VALUE = "#VALUE!"


Value = Decimal | str | bool | ErrorValue | None

ARITHMETIC = Context(prec=34, Emax=9999, Emin=-9999, traps=[])
HUNDRED = Decimal(100)
_LARGEST = Decimal("1.7976931348623157E+308")
_EXCEL_DIGITS = Context(prec=15)  # Excel compares and rounds what it shows: 15 significant digits
_WRITTEN_DIGITS = Context(prec=17)  # as many as a binary double can hold
_PLAIN_INTEGER = re.compile(r"[+-]?[0-9]{1,15}")
_MONTH = r"(?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|dec)[a-z]*[.\s-]*"
_MAYBE_NUMBER = re.compile(
    r"[-+−(\s€$]*[0-9][-+−0-9\s.,:/%)€$]*(?:e[-+]?[0-9]+)?(?:kr)?\s*"
    rf"|[0-9]{{1,2}}[.\s-]*{_MONTH}[0-9]*|{_MONTH}[0-9]+",
    re.IGNORECASE,
)
_SAFE_IN_TEXT = Decimal(10) ** 15


def error_named(text: str) -> ErrorValue:
    """``"#N/A"`` and so on; ``TemplateFault`` for one of the newer errors, which no function here gives."""
    try:
        return ErrorValue(text.upper())
    except ValueError as fault:
        raise TemplateFault("unsupported_reference", text) from fault


class Raised(Exception):
    """An Excel error on its way to the cell, or to the IFERROR that catches it."""

    def __init__(self, error: ErrorValue) -> None:
        super().__init__(error.value)
        self.error = error


def checked(value: Value) -> Decimal | str | bool | None:
    """The value; an error value is raised instead."""
    if isinstance(value, ErrorValue):
        raise Raised(value)
    return value


def number(value: Value) -> Decimal:
    """The value as an operand of arithmetic."""
    value = checked(value)
    if isinstance(value, str):
        found = number_in(value)
        if found is None:
            raise Raised(ErrorValue.VALUE)
        return found
    return Decimal(value) if value is not None else Decimal(0)


def number_in(text: str) -> Decimal | None:
    """The number a text spells in every language; ``None`` where it spells none in any."""
    if _PLAIN_INTEGER.fullmatch(text):
        return Decimal(text)
    if _MAYBE_NUMBER.fullmatch(text):
        raise TemplateFault("depends_on_language", f'"{text}"')
    return None


def text(value: Value) -> str:
    """The value as an operand of ``&``."""
    value = checked(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        raise TemplateFault("depends_on_language", "SANT/FALSKT & text")
    if isinstance(value, Decimal):
        if value != value.to_integral_value() or abs(value) >= _SAFE_IN_TEXT:
            raise TemplateFault("depends_on_language", f"{value:f} & text")
        return plain(value)
    return value


def truth(value: Value) -> bool:
    """The value as a condition."""
    value = checked(value)
    if isinstance(value, str):
        raise Raised(ErrorValue.VALUE)
    return bool(value)


def plain(value: Decimal) -> str:
    """The number without exponent or needless zeros, with the digits a double can hold."""
    written = format(_WRITTEN_DIGITS.plus(value), "f")
    written = written.rstrip("0").rstrip(".") if "." in written else written
    return "0" if written in ("-0", "") else written


def rounded(value: Decimal, digits: int) -> Decimal:
    """Excel's ROUND: halves go away from zero, judged on the 15 digits Excel works with."""
    if abs(digits) > 300:
        return value if digits > 0 else Decimal(0)
    shown = _EXCEL_DIGITS.plus(value)
    wide = Context(prec=700, rounding=ROUND_HALF_UP)
    return shown.quantize(Decimal(1).scaleb(-digits), context=wide)


def calculate(operator: str, left: Value, right: Value) -> Value:
    """``left operator right``; raises ``Raised`` where Excel would show an error."""
    if operator == "&":
        return text(left) + text(right)
    if operator in _COMPARED:
        return compare(operator, checked(left), checked(right))
    return _arithmetic(operator, number(left), number(right))


def _arithmetic(operator: str, left: Decimal, right: Decimal) -> Decimal:
    if operator == "/" and not right:
        raise Raised(ErrorValue.DIV0)
    if operator == "^" and (not left and right <= 0):
        raise Raised(ErrorValue.NUM if not right else ErrorValue.DIV0)
    result = {
        "+": ARITHMETIC.add,
        "-": ARITHMETIC.subtract,
        "*": ARITHMETIC.multiply,
        "/": ARITHMETIC.divide,
        "^": ARITHMETIC.power,
    }[operator](left, right)
    return finite(result)


def finite(value: Decimal) -> Decimal:
    """The number, where Excel can hold it."""
    if not value.is_finite() or abs(value) > _LARGEST:
        raise Raised(ErrorValue.NUM)
    return value


_COMPARED = {"=", "<>", "<", ">", "<=", ">="}


def compare(operator: str, left: Value, right: Value) -> bool:
    """Excel's comparison: numbers before texts before booleans, texts without regard to case."""
    left, right = _filled(left, right), _filled(right, left)
    first, second = _ranked(left), _ranked(right)
    if operator in ("=", "<>"):
        return (first == second) == (operator == "=")
    if isinstance(left, str) and isinstance(right, str) and first != second:
        raise TemplateFault("depends_on_language", f"text {operator} text")
    below = first < second or (first == second and "=" in operator)
    above = first > second or (first == second and "=" in operator)
    return below if operator.startswith("<") else above


def _filled(value: Value, other: Value) -> Value:
    """An empty cell compares as the nothing of the other's kind."""
    if value is not None:
        return value
    return "" if isinstance(other, str) else False if isinstance(other, bool) else Decimal(0)


def _ranked(value: Value) -> tuple[int, Decimal, str]:
    if isinstance(value, bool):
        return 2, Decimal(value), ""
    if isinstance(value, Decimal):
        return 0, _EXCEL_DIGITS.plus(value), ""
    return 1, Decimal(0), str(value).casefold()
