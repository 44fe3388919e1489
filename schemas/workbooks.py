"""The official workbooks: which sheets each has, in order, and whose it is."""

from dataclasses import dataclass
from functools import cache

from .kinds import Kind, Period
from .sheets import FormSheet, SheetSchema, TableSheet

__all__ = ["Kind", "Period", "WorkbookSchema", "workbook_schema"]


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
    from . import bokslut, installningar, mote, mrp, styrdokument, uppfoljning, verksamhetsplan

    return {
        Kind.INSTALLNINGAR: installningar.WORKBOOK,
        Kind.MRP: mrp.WORKBOOK,
        Kind.VERKSAMHETSPLAN: verksamhetsplan.WORKBOOK,
        Kind.UPPFOLJNING: uppfoljning.WORKBOOK,
        Kind.BOKSLUT: bokslut.WORKBOOK,
        Kind.STYRDOKUMENT: styrdokument.WORKBOOK,
        Kind.MOTE: mote.WORKBOOK,
    }[kind]
