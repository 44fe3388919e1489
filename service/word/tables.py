"""Leaves no holes where `{%p`, `{%tr` and `{%tc` took things away: rows, tables, cells, grids (§17.4).

Rows, cells and paragraphs are mended in the text itself (see mends). Only a table whose rows may have come to cover
another number of columns than its grid (marked so in the template) is read as a tree: to count spans takes one.
"""

import re
from collections.abc import Iterator, Sequence

from . import marks
from .fragments import Namespaces
from .mends import MENDS, Mend
from .ooxml import SDT, TBL, TC, TR, Element, P, make, remove, value_of, visible_text, w

_CONTENT = w("sdtContent")
_TABLE_TAG = re.compile(r"<w:tbl>|</w:tbl>")


def tidy_tables(xml: str, namespaces: Namespaces, mends: Sequence[Mend] = MENDS) -> tuple[str, list[str]]:
    """Remove empty rows and tables, fit marked grids to their rows, and end cells with a paragraph.

    Beside the text come the faults of the marked tables, which no grid can fit. `mends` are those it may need.
    """
    faults: list[str] = []
    xml = _fitted(xml, namespaces, faults) if marks.TABLE in xml else xml
    for mend in mends:
        xml = mend.carry_out(xml)
    return xml, faults


def _fitted(xml: str, namespaces: Namespaces, faults: list[str]) -> str:
    """The text with each marked table's grid fitted to its rows."""
    pieces, last = list[str](), 0
    while (at := xml.find(marks.TABLE, last)) >= 0:
        end = _end_of_table(xml, at + 1)
        root = namespaces.parse(xml[at:end].replace(marks.TABLE, ""))
        _fit_all(root)
        faults += (fault for table in root.iter(TBL) for fault in table_faults(table))
        pieces += (xml[last:at], namespaces.serialise(root))
        last = end
    return "".join([*pieces, xml[last:]])


def _end_of_table(xml: str, start: int) -> int:
    depth = 0
    for tag in _TABLE_TAG.finditer(xml, start):
        depth += 1 if tag[0] == "<w:tbl>" else -1
        if depth == 0:
            return tag.end()
    return len(xml)


def _fit_all(root: Element) -> None:
    for table in reversed(list(root.iter(TBL))):
        for row in list(rows(table)):
            if not cells(row):
                remove(row)
        if any(True for _ in rows(table)):
            _fit_grid(table)
        else:
            remove(table)


def table_faults(table: Element) -> Iterator[str]:
    """What is wrong with a table's rows and grid (§17.4.38)."""
    grid = len(columns(table))
    if not rows(table):
        yield "en tabell saknar rader"
    for row in rows(table):
        if not cells(row):
            yield "en tabellrad saknar celler"
        elif width(row) != grid:
            yield f"en tabellrad täcker {width(row)} av {grid} kolumner: {_row_text(row)!r}"


def _row_text(row: Element) -> str:
    return " | ".join(visible_text(paragraph) for paragraph in row.iter(P))[:60]


def rows(table: Element) -> list[Element]:
    """A table's rows, also those inside a content control."""
    return _inside(table, TR)


def cells(row: Element) -> list[Element]:
    """A row's cells, also those inside a content control."""
    return _inside(row, TC)


def width(row: Element) -> int:
    """How many grid columns a row covers, with what it skips at its edges."""
    trpr = row.find(w("trPr"))
    skipped = int(value_of(trpr, "gridBefore") or 0) + int(value_of(trpr, "gridAfter") or 0)
    return skipped + sum(int(value_of(cell.find(w("tcPr")), "gridSpan") or 1) for cell in cells(row))


def columns(table: Element) -> list[Element]:
    """The columns of a table's grid."""
    return table.findall(f"{w('tblGrid')}/{w('gridCol')}")


def _inside(parent: Element, tag: str) -> list[Element]:
    found: list[Element] = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif child.tag == SDT:
            content = child.find(_CONTENT)
            found.extend([] if content is None else _inside(content, tag))
    return found


def _fit_grid(table: Element) -> None:
    """As many columns as the widest row has, over the same width as before."""
    grid, old = table.find(w("tblGrid")), columns(table)
    wanted = max(width(row) for row in rows(table))
    if grid is None:
        grid = make("tblGrid")
        table.insert(1 if table.find(w("tblPr")) is not None else 0, grid)
    if len(old) == wanted:
        return
    total = sum(int(float(column.get(w("w"), "0"))) for column in old)
    grid[:] = [make("gridCol", w=str(total // wanted)) for _ in range(wanted)]
