"""What every column has: a heading, help, and how a value is told from a fault."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from marshmallow import ValidationError, fields

from schemas import numbers


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a value cannot be read: a finding's code and what fills its sentence."""

    code: str
    details: Mapping[str, str] = field(default_factory=dict)


class Column(fields.Field[Any]):
    """A column (or, on a form sheet, a single field) of an official workbook.

    heading   the Swedish heading, also the label on pages and in documentation
    help      one or two sentences for the person who fills it in
    required  must be filled for the plan to be handed in; an empty one is a fel, never a refusal
    locked    prefilled by the service; a person's change is told
    derived   locked, and follows from the row's other cells: alone it makes no row
    width     the column's width in characters
    example   what a filled cell can look like
    hidden    kept for the service, not shown
    unsaid    in words, what holds for a workbook taken out before the column came (`7 dagar`); empty for a column that
              has always been there: without it the workbook is refused
    """

    number_format = "General"

    def __init__(
        self,
        heading: str,
        help: str = "",
        *,
        required: bool = False,
        locked: bool = False,
        derived: bool = False,
        width: int = 16,
        example: str = "",
        hidden: bool = False,
        unsaid: str = "",
    ) -> None:
        if required and unsaid:
            raise ValueError(f"{heading}: a column that must be filled cannot be left out")
        super().__init__(allow_none=True, load_default=None)
        self.heading = heading
        self.help = help
        self.must = required
        self.locked = locked or derived
        self.derived = derived
        self.width = width
        self.example = example
        self.hidden = hidden
        self.unsaid = unsaid

    def stored(self, value: Any) -> Any:
        """The value as JSON can hold it; `restored` reads it back."""
        return self._serialize(value, None, None)

    def restored(self, value: Any) -> Any:
        """The value that `dump` wrote for the store, exactly as it was: it is not read a second time."""
        return value

    def fault(self, code: str, **details: str) -> ValidationError:
        """The exception for a fault in this column."""
        return ValidationError([Fault(code, {"rubrik": self.heading, "exempel": self.example, **details})])


def heading_for(column: Column, ar: int) -> str:
    """The heading as it stands in the workbook of a plan year."""
    return expanded(column.heading, ar)


def expanded(heading: str, ar: int) -> str:
    """A heading with its years put in: `Plan {ar+1}` becomes `Plan 2028` for the plan year 2027."""
    return re.sub(r"\{ar([+-]\d+)?\}", lambda match: str(ar + int(match[1] or 0)), heading)


def as_text(value: Any) -> str:
    """A cell's value as a person would type it: whole floats without decimals, dates as ISO."""
    if isinstance(value, bool):
        return "SANT" if value else "FALSKT"
    if isinstance(value, float | Decimal):
        return numbers.shown(numbers.exact(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value)
