"""The official workbooks: which sheets each has, in order, and whose it is."""

from dataclasses import dataclass
from enum import StrEnum

from .sheets import FormSheet, SheetSchema, TableSheet


class Kind(StrEnum):
    """The kinds of workbooks. The value is the word of the command line, the address and the store."""

    INSTALLNINGAR = "installningar"
    MRP = "mrp"
    VERKSAMHETSPLAN = "verksamhetsplan"
    STYRDOKUMENT = "styrdokument"


@dataclass(frozen=True, slots=True)
class WorkbookSchema:
    """A kind of workbook. `per_namnd` is true when each nämnd has its own, `named` when there are several, each by a
    name of its own."""

    kind: Kind
    title: str
    intro: str
    sheets: tuple[type[SheetSchema], ...]
    per_namnd: bool = False
    named: bool = False

    def sheet(self, key: str) -> type[SheetSchema]:
        """The sheet with that key. Raises `KeyError`."""
        return {sheet.key: sheet for sheet in self.sheets}[key]

    @property
    def forms(self) -> tuple[type[FormSheet], ...]:
        """The sheets of single fields."""
        return tuple(sheet for sheet in self.sheets if issubclass(sheet, FormSheet))

    @property
    def tables(self) -> tuple[type[TableSheet], ...]:
        """The sheets of rows."""
        return tuple(sheet for sheet in self.sheets if issubclass(sheet, TableSheet))


def workbook_schema(kind: Kind) -> WorkbookSchema:
    """The description of a kind of workbook."""
    from . import installningar, mrp, styrdokument, verksamhetsplan

    return {
        Kind.INSTALLNINGAR: installningar.WORKBOOK,
        Kind.MRP: mrp.WORKBOOK,
        Kind.VERKSAMHETSPLAN: verksamhetsplan.WORKBOOK,
        Kind.STYRDOKUMENT: styrdokument.WORKBOOK,
    }[kind]
