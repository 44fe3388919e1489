"""Leaves no holes where `{%p`, `{%tr` and `{%tc` took things away: rows, tables, cells, grids (§17.4)."""

from .ooxml import SDT, TBL, TC, TEXT_BOX, TR, Element, P, make, remove, value_of, w

_ENDS_IN_PARAGRAPH = (TC, TEXT_BOX, w("hdr"), w("ftr"))
_CONTENT = w("sdtContent")


def tidy_tables(root: Element) -> None:
    """Remove empty rows and tables, fit each grid to its rows, and end cells with a paragraph."""
    for table in reversed(list(root.iter(TBL))):
        for row in list(rows(table)):
            if not cells(row):
                remove(row)
        if any(True for _ in rows(table)):
            _fit_grid(table)
            _part_from_next(table)
        else:
            remove(table)
    for element in root.iter(*_ENDS_IN_PARAGRAPH):
        if len(element) == 0 or element[-1].tag != P:
            element.append(make("p"))


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


def _part_from_next(table: Element) -> None:
    """Two tables side by side would be read as one: keep a paragraph between them."""
    following = table.getnext()
    if following is not None and following.tag == TBL:
        table.addnext(make("p"))
