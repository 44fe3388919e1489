"""The numbers of a chart: in words as Swedish writes them, in XML and Excel as these do."""

from decimal import ROUND_HALF_UP, Context, Decimal

from ..filters import MINUS, SPACE
from .values import Number

# As wide as the largest number that a chart holds: 301 digits before the point.
_WIDE = Context(prec=400)
_SWEDISH = "[$-41D]"  # the language sv-SE, in a number format


def shown(value: Number, decimals: int) -> str:
    """`1 234,5`, `−5`: rounded half up, grouped with no-break spaces."""
    exact = Decimal(value)
    step = Decimal(1).scaleb(-decimals)
    rounded = exact.quantize(step, ROUND_HALF_UP, _WIDE)
    digits = f"{rounded.copy_abs():,f}".replace(",", SPACE).replace(".", ",")
    return f"{MINUS}{digits}" if rounded < 0 else digits


def stored(value: Number) -> str:
    """A number as XML Schema and Excel write it: `1234.5`, `-5`, without exponent."""
    return f"{Decimal(value):f}"


def format_code(decimals: int) -> str:
    """Excel's number format, Swedish also where the reader's program is not; the minus is a true one."""
    plain = "#,##0" + (f".{'0' * decimals}" if decimals else "")
    return f'{_SWEDISH}{plain};{_SWEDISH}"{MINUS}"{plain}'
