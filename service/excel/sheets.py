"""One worksheet's cells as markup (ECMA-376 part 1, 18.3.1)."""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from service.excel.areas import MAX_ROW, Area, cell_name
from service.excel.faults import TemplateFault
from service.excel.growth import Growth
from service.excel.namespaces import main
from service.excel.rewriting import copied

CELL, ROW, FORMULA = main("c"), main("row"), main("f")
_CONTENT_ATTRIBUTES = ("t", "cm", "vm")


class Sheet:
    """Rows and cells by number. ``tables`` are the parts of the tables on the sheet."""

    def __init__(self, name: str, part: str, root: etree._Element, tables: list[str]) -> None:
        self.name, self.part, self.root, self.tables = name, part, root, tables
        data = root.find(main("sheetData"))
        if data is None:
            raise TemplateFault("damaged", part)
        self._data = data
        self._rows: dict[int, etree._Element] = {}
        self._cells: dict[tuple[int, int], etree._Element] = {}
        self._index()
        self._expand_shared_formulas()

    def cells(self) -> Iterator[tuple[int, int, etree._Element]]:
        """Row, column and element of each cell there is."""
        return ((row, column, cell) for (row, column), cell in self._cells.items())

    def cell(self, row: int, column: int) -> etree._Element:
        """The cell; made, with its row's or column's style, where the sheet has none."""
        found = self._cells.get((row, column))
        return found if found is not None else self._new_cell(row, column)

    def existing(self, row: int, column: int) -> etree._Element | None:
        return self._cells.get((row, column))

    def formula(self, row: int, column: int) -> etree._Element | None:
        cell = self._cells.get((row, column))
        return None if cell is None else cell.find(FORMULA)

    def hidden_rows(self) -> set[int]:
        return {row for row, element in self._rows.items() if element.get("hidden") in ("1", "true")}

    def last_row(self) -> int:
        return max(self._rows, default=0)

    def grow(self, growth: Growth, columns: range) -> None:
        """The sample row ``growth.after`` becomes ``growth.added`` rows more, and what is below moves down.

        Within ``columns`` the rows are whole copies, formulas filled down; beside them only looks are copied.
        """
        sample = self._rows.get(growth.after)
        for number in sorted((row for row in self._rows if row > growth.after), reverse=True):
            self._move_row(number, growth.row(number))
        if sample is not None:
            position = self._data.index(sample) + 1
            self._data[position:position] = [_copy_of_row(sample, step, columns) for step in range(1, growth.added + 1)]
        self._index()

    def _index(self) -> None:
        """Numbers may be left out of rows and cells; here they are written out."""
        self._rows, self._cells = {}, {}
        number = 0
        for row in self._data.iter(ROW):
            number = int(row.get("r", number + 1))
            if not 1 <= number <= MAX_ROW:
                raise TemplateFault("damaged", self.part)
            row.set("r", str(number))
            self._rows[number] = row
            self._index_row(number, row)

    def _index_row(self, number: int, row: etree._Element) -> None:
        column = 0
        for cell in row.iter(CELL):
            name = cell.get("r")
            column = Area.parse(name).first_column if name else column + 1
            cell.set("r", cell_name(number, column))
            self._cells[number, column] = cell

    def _move_row(self, number: int, target: int) -> None:
        row = self._rows[number]
        row.set("r", str(target))
        for cell in row.iter(CELL):
            cell.set("r", cell_name(target, Area.parse(cell.get("r", "")).first_column))

    def _new_cell(self, row: int, column: int) -> etree._Element:
        parent = self._rows.get(row)
        if parent is None:
            parent = self._new_row(row)
        left = sum(1 for known in parent.iter(CELL) if Area.parse(known.get("r", "")).first_column < column)
        cell = etree.Element(CELL, {"r": cell_name(row, column)})
        style = parent.get("s") or self._column_style(column)
        if style:
            cell.set("s", style)
        parent.insert(left, cell)
        self._cells[row, column] = cell
        return cell

    def _new_row(self, number: int) -> etree._Element:
        row = etree.Element(ROW, {"r": str(number)})
        self._data.insert(sum(1 for known in self._rows if known < number), row)
        self._rows[number] = row
        return row

    def _column_style(self, column: int) -> str:
        for span in self.root.iter(main("col")):
            if int(span.get("min", 0)) <= column <= int(span.get("max", 0)):
                return span.get("style", "")
        return ""

    def _expand_shared_formulas(self) -> None:
        """A shared formula is written once and filled into its group; here each cell gets its own."""
        masters: dict[str, tuple[int, int, str]] = {}
        for row, column, cell in self.cells():
            formula = cell.find(FORMULA)
            if formula is None or formula.get("t") != "shared":
                continue
            group = formula.get("si", "")
            if formula.text:
                masters[group] = (row, column, formula.text)
            master_row, master_column, text = masters[group]
            formula.text = copied(text, row - master_row, column - master_column)
            for attribute in ("t", "si", "ref"):
                formula.attrib.pop(attribute, "")


def style_of(cell: etree._Element) -> int:
    return int(cell.get("s", 0))


def emptied(cell: etree._Element) -> None:
    """Value and formula go; the style stays."""
    for child in list(cell):
        cell.remove(child)
    for attribute in _CONTENT_ATTRIBUTES:
        cell.attrib.pop(attribute, "")


def _copy_of_row(sample: etree._Element, step: int, columns: range) -> etree._Element:
    row = deepcopy(sample)
    number = int(row.get("r", 0)) + step
    row.set("r", str(number))
    for cell in row.iter(CELL):
        column = Area.parse(cell.get("r", "")).first_column
        cell.set("r", cell_name(number, column))
        formula = cell.find(FORMULA)
        if column not in columns:
            emptied(cell)
        elif formula is not None and formula.text:
            formula.text = copied(formula.text, step)
    return row
