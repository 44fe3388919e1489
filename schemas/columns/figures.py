"""Columns of numbers: never floats."""

from datetime import date
from decimal import Decimal
from typing import Any

from schemas import numbers
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
        return self.bounded(self.number(value))

    def number(self, value: Any) -> Decimal:
        """The number that stands there, unbounded."""
        if isinstance(value, bool | date):
            raise self.fault("inte-tal")
        if isinstance(value, int | float | Decimal):
            return numbers.exact(value)
        try:
            return numbers.parse(clean(as_text(value))[0], self.units)
        except numbers.Ambiguous as error:
            raise self.fault("tvetydigt-tal", tolkningar=str(error)) from None
        except numbers.WrongUnit as error:
            raise self.fault(
                "fel-enhet", enhet=error.unit, ratt=" eller ".join(sorted(self.units)) or "ingen"
            ) from None
        except numbers.NotANumber:
            raise self.fault("inte-tal") from None

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
    """An amount of money, exactly as entered, in the workbook's unit (tkr or kronor). Gives `Decimal`."""

    number_format = '#,##0;"−"#,##0;0'  # Excel shows its own language's separator for the comma

    def __init__(self, heading: str, help: str = "", **rest: Any) -> None:
        defaults: dict[str, Any] = {
            "decimals": 2, "most": 10**13, "least": -(10**13), "example": "1 234",
            "units": frozenset({"tkr", "kr", "kronor"}),
        }  # fmt: skip
        super().__init__(heading, help, **{**defaults, **rest})


class Heltal(Tal):
    """A whole number. Gives `Decimal` without decimals."""

    number_format = "0"

    def __init__(self, heading: str, help: str = "", **rest: Any) -> None:
        super().__init__(heading, help, **{"decimals": 0, "example": "5", **rest})


class Tkr(Heltal):
    """An amount that is always in tkr, whatever unit the workbook's own amounts have. Gives `Decimal`."""

    number_format = Belopp.number_format
