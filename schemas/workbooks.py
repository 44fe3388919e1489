"""The official workbooks: which sheets each has, in order, and whose it is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from .sheets import FormSheet, SheetSchema, TableSheet


class Kind(StrEnum):
    """The kinds of workbooks. The value is the word of the command line, the address and the store."""

    INSTALLNINGAR = "installningar"
    MRP = "mrp"
    VERKSAMHETSPLAN = "verksamhetsplan"
    UPPFOLJNING = "uppfoljning"
    BOKSLUT = "bokslut"
    STYRDOKUMENT = "styrdokument"


class Period(StrEnum):
    """What a follow-up covers: the year until April or August, or the whole year (regler § 4.1)."""

    T1 = "T1"
    T2 = "T2"
    AR = "AR"

    def last_day(self, ar: int) -> date:
        """The last day of the period in the year."""
        month, day = {"T1": (4, 30), "T2": (8, 31), "AR": (12, 31)}[self.value]
        return date(ar, month, day)

    @property
    def months(self) -> int:
        """How many months of the year it covers."""
        return self.last_day(2000).month

    @property
    def shown(self) -> str:
        """How it is called in a heading: `januari–augusti`."""
        return {"T1": "januari–april", "T2": "januari–augusti", "AR": "helår"}[self.value]

    @property
    def earlier(self) -> tuple["Period", ...]:
        """The periods of the same year before it, the nearest first."""
        order = list(Period)
        return tuple(reversed(order[: order.index(self)]))


@dataclass(frozen=True, slots=True)
class WorkbookSchema:
    """A kind of workbook. `per_namnd` is true when each nämnd has its own, `per_period` when each period has, `named`
    when there are several, each by a name of its own."""

    kind: Kind
    title: str
    intro: str
    sheets: tuple[type[SheetSchema], ...]
    per_namnd: bool = False
    per_period: bool = False
    named: bool = False

    def sheet(self, key: str) -> type[SheetSchema]:
        """The sheet with that key. Raises `KeyError`."""
        for sheet in self.sheets:
            if sheet.key == key:
                return sheet
        raise KeyError(key)

    @property
    def forms(self) -> tuple[type[FormSheet], ...]:
        """The sheets of single fields."""
        return tuple(sheet for sheet in self.sheets if issubclass(sheet, FormSheet))

    @property
    def tables(self) -> tuple[type[TableSheet], ...]:
        """The sheets of rows."""
        return tuple(sheet for sheet in self.sheets if issubclass(sheet, TableSheet))


@cache
def workbook_schema(kind: Kind) -> WorkbookSchema:
    """The description of a kind of workbook."""
    from . import bokslut, installningar, mrp, styrdokument, uppfoljning, verksamhetsplan

    return {
        Kind.INSTALLNINGAR: installningar.WORKBOOK,
        Kind.MRP: mrp.WORKBOOK,
        Kind.VERKSAMHETSPLAN: verksamhetsplan.WORKBOOK,
        Kind.UPPFOLJNING: uppfoljning.WORKBOOK,
        Kind.BOKSLUT: bokslut.WORKBOOK,
        Kind.STYRDOKUMENT: styrdokument.WORKBOOK,
    }[kind]
