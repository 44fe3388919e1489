"""Columns of numbers: never floats."""

from datetime import date
from decimal import Decimal
from typing import Any

from marshmallow import ValidationError

from schemas import money, numbers
from schemas.text import clean

from .column import Column, as_text


class Tal(Column):
    """A number with its exact decimals. Gives `Decimal`."""

    # Not `#,##0.###`, which leaves a whole number with a bare decimal comma behind it.
    number_format = "General"

    def __init__(
        self,
        heading: str,
        help: str = "",
        *,
        decimals: int = 3,
        least: int | None = None,
        most: int | None = None,
        units: frozenset[str] = frozenset(),
        **rest: Any,
    ) -> None:
        super().__init__(heading, help, **{"example": "1 234,5", **rest})
        self.decimals = decimals
        self.least = least
        self.most = most
        self.units = units

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Decimal:
        try:
            return self.bounded(self.number(value, self.units))
        except numbers.WrongUnit as error:
            raise self.wrong_unit(error.unit, " eller ".join(sorted(self.units))) from None

    def number(self, value: Any, units: frozenset[str]) -> Decimal:
        """The number that stands there, unbounded. Raises `WrongUnit` when a unit that is none of these follows it."""
        if isinstance(value, bool | date):
            raise self.fault("inte-tal")
        if isinstance(value, int | float | Decimal):
            return numbers.exact(value)
        try:
            return numbers.parse(clean(as_text(value))[0], units)
        except numbers.Ambiguous as error:
            raise self.fault("tvetydigt-tal", tolkningar=str(error)) from None
        except numbers.NotANumber:
            raise self.fault("inte-tal") from None

    def wrong_unit(self, written: str, right: str) -> ValidationError:
        """The exception for a number with a unit that is not the column's; it may have none."""
        code = "fel-enhet" if right else "ingen-enhet"
        return self.fault(code, enhet=written, ratt=right)

    def restored(self, value: Any) -> Decimal:
        """The number that `dump` wrote with a decimal comma."""
        return Decimal(value.replace(",", "."))

    def bounded(self, number: Decimal) -> Decimal:
        """The number, when its size and its decimals are allowed."""
        exponent = 0 if number == number.to_integral_value() else number.normalize().as_tuple().exponent
        if isinstance(exponent, int) and -exponent > self.decimals:
            if not self.decimals:
                raise self.fault("inte-heltal")
            raise self.fault("for-manga-decimaler", antal=str(self.decimals))
        if self.least is not None and number < self.least:
            raise self.fault("for-litet", minst=str(self.least))
        if self.most is not None and number > self.most:
            raise self.fault("for-stort", mest=str(self.most))
        return number

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else numbers.shown(value)


class Belopp(Tal):
    """An amount of money, exactly as entered, in the workbook's unit (tkr or kronor). Gives `Decimal`.

    `deserialize` is told that unit as `unit`. It may be written after the amount; another one is a fault, since the
    amount would be read a thousand times too large or too small.
    """

    number_format = '#,##0;"−"#,##0;0'  # Excel shows its own language's separator for the comma

    def __init__(self, heading: str, help: str = "", **rest: Any) -> None:
        defaults: dict[str, Any] = {"decimals": 2, "most": 10**13, "least": -(10**13), "example": "1 234"}
        super().__init__(heading, help, **{**defaults, **rest})

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Decimal:
        return _amount(self, value, kwargs.get("unit"))


class Heltal(Tal):
    """A whole number. Gives `Decimal` without decimals."""

    number_format = "0"

    def __init__(self, heading: str, help: str = "", **rest: Any) -> None:
        super().__init__(heading, help, **{"decimals": 0, "example": "5", **rest})


class Tkr(Heltal):
    """An amount that is always in tkr, whatever unit the workbook's own amounts have. Gives `Decimal`."""

    number_format = Belopp.number_format

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Decimal:
        return _amount(self, value, "tkr")


def _amount(column: Tal, value: Any, unit: str | None) -> Decimal:
    """The amount that stands in a cell whose amounts are in the unit."""
    try:
        return column.bounded(column.number(value, money.spellings(unit)))
    except numbers.WrongUnit as error:
        if unit is None:
            raise column.fault("enhet-utan-arbetsbokens", enhet=error.unit) from None
        if not money.is_money(error.unit):
            raise column.wrong_unit(error.unit, unit) from None
        raise _in_other_unit(column, value, error.unit, unit) from None


def _in_other_unit(column: Tal, value: Any, written: str, unit: str) -> ValidationError:
    """The exception for an amount in another unit: with the same amount in the right one, when it is exact there."""
    stands = column.number(value, frozenset({written.casefold()}))
    right = numbers.exact(money.converted(stands, written, unit))
    try:
        return column.fault("annan-enhet", enhet=written, ratt=unit, forslag=numbers.spaced(column.bounded(right)))
    except ValidationError:
        return column.fault("annan-enhet-ojamnt", enhet=written, ratt=unit)
