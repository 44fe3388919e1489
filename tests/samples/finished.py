"""Reading finished files as a person does: tables by their captions, amounts as printed, columns by their headings."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.table import Table
from docx.text.paragraph import Paragraph
from openpyxl import load_workbook

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(folder: Path, name: str) -> Docx:
    """A finished Word file."""
    return Document(str(folder / name))


def table_under(document: Docx, caption: str) -> list[list[str]]:
    """The rows of the table whose caption begins so (after its number). Raises `LookupError`."""
    wanted = False
    for block in document.iter_inner_content():
        if isinstance(block, Table) and wanted:
            return rows_of(block)
        if isinstance(block, Paragraph):
            wanted = bool(re.match(rf"Tabell \d+\. {re.escape(caption)}", _words(block)))
    raise LookupError(caption)


def rows_of(table: Table) -> list[list[str]]:
    """A table's cells as text, fields' results included."""
    return [["\n".join(_words(p) for p in cell.paragraphs).strip() for cell in row.cells] for row in table.rows]


def blocks(document: Docx) -> Iterator[str]:
    """Each paragraph, and each row of each table on one line."""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (" | ".join(row) for row in rows_of(block))
        else:
            yield _words(block)


def amount(text: str) -> int:
    """An amount as printed, tkr."""
    return int(text.replace("\u00a0", "").replace("−", "-"))


def printed(amount: int) -> str:
    """An amount as the papers print it."""
    return f"{amount:,}".replace(",", "\u00a0").replace("-", "−")


def column(path: Path, sheet: str, *headings: str) -> list[tuple[Any, ...]]:
    """The values under the given headings of a workbook's sheet, row by row, as far as there are any."""
    page = load_workbook(path, data_only=True)[sheet]
    for cells in page.iter_rows(max_row=10):
        places = {" ".join(str(cell.value or "").strip(" *").split()): cell.column for cell in cells}
        if set(headings) <= set(places):
            rows = page.iter_rows(min_row=cells[0].row + 1)
            picked = [tuple(row[places[heading] - 1].value for heading in headings) for row in rows]
            return [row for row in picked if row[0] not in (None, "")]
    raise LookupError(headings)


def _words(paragraph: Paragraph) -> str:
    pieces = paragraph._p.iter(f"{_W}t", f"{_W}br")
    return "".join(piece.text or "" if piece.tag == f"{_W}t" else " " for piece in pieces)
