"""Numbers as people write them in Swedish, read strictly: what can be read in two ways is asked about."""

import re
from decimal import Decimal

SPACES = "\u0020\u00a0\u202f\u2009\u2007"
_MINUS = "-−–‒"
_NUMBER = re.compile(rf"^(?P<whole>\d+|\d{{1,3}}(?:[{SPACES}]\d{{3}})+)(?:(?P<mark>,)(?P<part>\d+))?$")
_TWO_WAYS = re.compile(r"^\d{1,3}([.,]\d{3})+$|^\d+\.\d+$|^\d{1,3}(\.\d{3})+,\d+$|^\d{1,3}(,\d{3})+\.\d+$")


class NotANumber(ValueError):
    """The text is no number."""


class Ambiguous(ValueError):
    """The text can be read as more than one number; `readings` holds them as text."""

    def __init__(self, readings: tuple[str, ...]) -> None:
        super().__init__(" eller ".join(readings))
        self.readings = readings


class WrongUnit(ValueError):
    """The number carries a unit other than the declared one."""

    def __init__(self, unit: str) -> None:
        super().__init__(unit)
        self.unit = unit


def parse(text: str, units: frozenset[str] = frozenset()) -> Decimal:
    """The exact number in the text: `1 234,50`, `−5`, `(5)`, `5-`, and `12 %` where `%` is among `units`.

    Raises `NotANumber`, `Ambiguous` (`1.234`: thousands or decimals?) or `WrongUnit`.
    """
    body, unit = _split_unit(text.strip(SPACES))
    if unit and unit.casefold() not in units:
        raise WrongUnit(unit)
    negative, digits = _sign(body)
    if _TWO_WAYS.match(digits) and not re.match(r"^\d+,\d{1,2}$|^\d+,\d{4,}$|^0,\d+$", digits):
        raise Ambiguous(_readings(digits))
    match = _NUMBER.match(digits)
    if not match:
        raise NotANumber(text)
    number = Decimal(re.sub(rf"[{SPACES}]", "", match["whole"]) + ("." + match["part"] if match["part"] else ""))
    return -number if negative else number


def unit_after(text: str) -> str:
    """The unit that follows the number in a text, as it is written; empty for none."""
    return _split_unit(text.strip(SPACES))[1]


def exact(value: int | float | Decimal) -> Decimal:
    """A number from a cell, exactly as the person saw it: a float by its shortest form (0.1 is 0,1), no `-0`."""
    if type(value) is int:
        return Decimal(value)
    number = value if isinstance(value, Decimal) else Decimal(repr(value))
    whole = number.to_integral_value()
    return whole + 0 if number == whole else number.normalize()


def shown(number: Decimal) -> str:
    """The number in Swedish: decimal comma, no grouping, no exponent. `parse` reads it back."""
    return format(number, "f").replace(".", ",")


def grouped(number: int) -> str:
    """`1 234 567` with no-break spaces, and `−` before a negative."""
    return f"{number:,}".replace(",", "\u00a0").replace("-", "−")


def spaced(number: Decimal) -> str:
    """The number in Swedish with no-break spaces between thousands and `−` before a negative: `1 234,5`."""
    whole, comma, part = shown(abs(number)).partition(",")
    return ("−" if number < 0 else "") + grouped(int(whole)) + comma + part


def _split_unit(text: str) -> tuple[str, str]:
    match = re.match(r"^(.*?[\d)\-−])\s*([^\W\d_][\w./²³]*|%|‰)$", text)
    return (match[1].strip(SPACES), match[2]) if match else (text, "")


def _sign(text: str) -> tuple[bool, str]:
    if text.startswith("(") and text.endswith(")"):
        return True, text[1:-1].strip(SPACES)
    if text[:1] and text[0] in _MINUS:
        return True, text[1:].strip(SPACES)
    if text[-1:] and text[-1] in _MINUS:
        return True, text[:-1].strip(SPACES)
    return False, text.removeprefix("+")


def _readings(digits: str) -> tuple[str, ...]:
    plain = re.sub(r"[.,]", "", digits)
    last = max(digits.rfind("."), digits.rfind(","))
    with_part = re.sub(r"[.,]", "", digits[:last]) + "," + digits[last + 1 :]
    return (plain, with_part)
