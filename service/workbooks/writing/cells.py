"""Writing one value in one cell, or field of a CSV file, so that it stays what it is: text is never a formula, styles
are kept."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl.cell import Cell as XlsxCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from schemas.cells import CellValue
from schemas.text import Run, StyledText

from .styles import FACE

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MOST = 32_767  # characters that Excel allows in a cell
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # and as wide signs
# `-1 234,5 %` as people write it, `-0.5` and `-1E+3` as programs do.
_NUMBER = re.compile(r"[+\-]?[0-9]+(?:[ \u00a0\u202f][0-9]{3})*(?:[.,][0-9]+)?(?:E[+\-]?[0-9]+)?(?:[ \u00a0]?%)?", re.I)
# What stands after a list's dash is harmless unless it calls a function, a program or the cells of another file.
_CALLS = re.compile(r"\w\(|\||!\$?\w|[=@]")


def write(cell: XlsxCell, value: CellValue) -> None:
    """Write a value of ours. Text that happens to look like Excel's escapes (`_x0041_`) is escaped itself."""
    if isinstance(value, StyledText):
        write_as_found(cell, StyledText(tuple(Run(_escaped(r.text), r.bold, r.italic) for r in value.runs)))
    else:
        write_as_found(cell, _escaped(value) if isinstance(value, str) else value)


def write_as_found(cell: XlsxCell, value: CellValue) -> None:
    """Write a value exactly as it was read from a workbook."""
    if isinstance(value, StyledText):
        runs = _without_lone_spaces(value)
        styled = any(run.bold or run.italic for run in runs)
        _write_text(cell, CellRichText([_block(run) for run in runs]) if styled else str(value))
    elif isinstance(value, str):
        _write_text(cell, value)
    elif isinstance(value, bool | int | float | Decimal | date):
        cell.value = value


def cell_of(sheet: Any, value: CellValue) -> XlsxCell:
    """A new cell for a row of a sheet that openpyxl writes."""
    made: XlsxCell = WriteOnlyCell(sheet)
    write(made, value)
    return made


def csv_field(text: str) -> str:
    """A field of a CSV file, which cannot say that it is text: what a spreadsheet would run gets an apostrophe before.

    Numbers, and lines of a list (`- …`) that call nothing, stand as they were entered.
    """
    if not text.startswith(_FORMULA_STARTS) or _NUMBER.fullmatch(text):
        return text
    return text if text.startswith("- ") and not _CALLS.search(text) else f"'{text}"


def _write_text(cell: XlsxCell, text: str | CellRichText) -> None:
    cell.value = _UNWRITABLE.sub("", text)[:_MOST] if isinstance(text, str) else text
    if text:
        cell.data_type = "s"  # otherwise `=1+1` becomes a formula and `#REF!` an error


def _block(run: Run) -> TextBlock | str:
    text = _UNWRITABLE.sub("", run.text)
    if not (run.bold or run.italic):
        return text
    return TextBlock(InlineFont(rFont=FACE, b=run.bold or None, i=run.italic or None, sz=11), text)


def _without_lone_spaces(text: StyledText) -> list[Run]:
    """The runs, those of white space alone joined to the one before: Excel drops a run of nothing but a space."""
    joined: list[Run] = []
    for run in text.runs:
        last = joined[-1] if joined else None
        if last and not run.text.strip():
            joined[-1] = Run(last.text + run.text, last.bold, last.italic)
        elif last and not last.text.strip():
            joined[-1] = Run(last.text + run.text, run.bold, run.italic)
        else:
            joined.append(run)
    return joined


def _escaped(text: str) -> str:
    return _ESCAPE_LIKE.sub("_x005F_", text)
