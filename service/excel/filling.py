"""Values put into a template's named cells and tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from lxml import etree

from service.excel.areas import Area
from service.excel.cells import CellValue, accepted, looks_like_formula, numeral, serial
from service.excel.faults import TemplateFault, nearest
from service.excel.headings import rename_heading
from service.excel.moving import grow
from service.excel.namespaces import main
from service.excel.sheets import FORMULA, Sheet, emptied, style_of
from service.excel.tables import Table
from service.excel.workbook import Workbook

_LONGEST_HEADING = 255  # Excel repairs a table with a longer one

TableRows = Sequence[Mapping[str, CellValue]]


def fill_table(workbook: Workbook, name: str, rows: TableRows) -> None:
    """The table's sample row becomes one row for each of ``rows``; one blank row where there are none."""
    table = known_table(workbook, name)
    sheet = workbook.sheet(table.sheet)
    assert sheet is not None  # a table is found through its sheet
    sample = table.sample_row()
    _check_headers(workbook, sheet, table)
    calculated = _calculated(sheet, table, sample)
    rows = _spelled(table, rows)
    _check_columns(table, rows, calculated)
    _write_formulas(sheet, table, sample, calculated)
    grow(workbook, table, sheet, max(len(rows), 1) - 1)
    for number, row in enumerate(rows or [{}], start=sample):
        _fill_row(workbook, sheet, table, number, row, calculated)


def fill_cell(workbook: Workbook, name: str, sheet: Sheet, area: Area, value: CellValue) -> None:
    """The value in the cell a name points at; in a table's header row it becomes the column's name too."""
    row, column = area.first_row, area.first_column
    if sheet.formula(row, column) is not None:
        raise TemplateFault("name_on_formula", name, sheet=sheet.name, cell=str(area))
    table = _table_at(workbook, sheet, row, column)
    if table is not None and row in table.shape.data.rows:
        raise TemplateFault("name_in_table", name, sheet=sheet.name, cell=str(area))
    if table is not None and row == table.area.first_row:
        value = _heading(value)
        rename_heading(workbook, table, column - table.area.first_column, value)
    write(workbook, sheet.cell(row, column), value)


def write(workbook: Workbook, cell: etree._Element, value: CellValue) -> None:
    """The value in place of what the cell held; its style stays, but for what the value's kind demands."""
    emptied(cell)
    try:
        _write_accepted(workbook, cell, accepted(value))
    except (TypeError, ValueError) as fault:
        fault.add_note(f"cell {cell.get('r')}")
        raise


def _write_accepted(workbook: Workbook, cell: etree._Element, value: CellValue) -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        _write_text(workbook, cell, value)
    elif isinstance(value, bool):
        _write_value(cell, str(int(value)), "b")
    elif isinstance(value, date):
        cell.set("s", str(workbook.styles.for_date(style_of(cell))))
        _write_value(cell, str(serial(value, from_1904=workbook.from_1904)))
    else:
        _write_value(cell, numeral(value))


def _write_text(workbook: Workbook, cell: etree._Element, text: str) -> None:
    if looks_like_formula(text):
        cell.set("s", str(workbook.styles.for_quoted_text(style_of(cell))))
    _write_value(cell, str(workbook.strings.index(text)), "s")


def _write_value(cell: etree._Element, text: str, kind: str = "") -> None:
    if kind:
        cell.set("t", kind)
    etree.SubElement(cell, main("v")).text = text


def known_table(workbook: Workbook, name: str) -> Table:
    """The table of a name. ``TemplateFault`` where there is none."""
    if name not in workbook.tables:
        raise TemplateFault("unknown_table", name, nearest=nearest(name, workbook.tables))
    return workbook.tables[name]


def column_faults(workbook: Workbook, table: Table, given: Iterable[str]) -> Iterator[TemplateFault]:
    """All that keeps a table from being filled with the columns given."""
    sheet = workbook.sheet(table.sheet)
    assert sheet is not None  # a table is found through its sheet
    try:
        sample = table.sample_row()
        _check_headers(workbook, sheet, table)
    except TemplateFault as fault:
        yield fault
        return
    calculated = _calculated(sheet, table, sample)
    for heading in given:
        try:
            _check_columns(table, _spelled(table, [{heading: None}]), calculated)
        except TemplateFault as fault:
            yield fault


def _table_at(workbook: Workbook, sheet: Sheet, row: int, column: int) -> Table | None:
    on_sheet = (table for table in workbook.tables.values() if table.sheet == sheet.name)
    return next((table for table in on_sheet if table.area.holds(row, column)), None)


def _check_headers(workbook: Workbook, sheet: Sheet, table: Table) -> None:
    """Excel repairs (that is, breaks off) a workbook whose header cells are not the columns' names."""
    area = table.area
    for column, heading in zip(area.columns, table.headings, strict=True):
        cell = sheet.existing(area.first_row, column)
        shown = None if cell is None else workbook.text_in(cell)
        if shown is None or shown.replace("\r\n", "\n") != heading.replace("\r\n", "\n"):
            place = str(Area(area.first_row, column, area.first_row, column))
            raise TemplateFault("header_differs", heading, sheet=sheet.name, cell=place)


def _calculated(sheet: Sheet, table: Table, sample: int) -> dict[str, str]:
    """Formula by heading: the sample row's own, or else the one Excel keeps for the column."""
    formulas = table.calculated()
    for column, heading in zip(table.area.columns, table.headings, strict=True):
        formula = sheet.formula(sample, column)
        if formula is not None:
            formulas[heading] = formula.text or ""
    return formulas


def _spelled(table: Table, rows: TableRows) -> TableRows:
    """Rows under the template's own spelling: a heading broken over two lines is the same heading."""
    spelling = {" ".join(heading.split()): heading for heading in table.headings}
    return [{spelling.get(" ".join(key.split()), key): value for key, value in row.items()} for row in rows]


def _check_columns(table: Table, rows: TableRows, calculated: Mapping[str, str]) -> None:
    headings = table.headings
    for heading in dict.fromkeys(heading for row in rows for heading in row):
        if heading not in headings:
            near = nearest(heading, headings)
            raise TemplateFault("unknown_column", heading, sheet=table.sheet, cell=str(table.area), nearest=near)
        if heading in calculated:
            raise TemplateFault("calculated_column", heading, sheet=table.sheet, cell=str(table.area))


def _write_formulas(sheet: Sheet, table: Table, sample: int, calculated: Mapping[str, str]) -> None:
    """A column's formula that the sample row lacks is written there, so that the copies get it."""
    for column, heading in zip(table.area.columns, table.headings, strict=True):
        if heading in calculated and sheet.formula(sample, column) is None:
            cell = sheet.cell(sample, column)
            emptied(cell)
            etree.SubElement(cell, FORMULA).text = calculated[heading]


def _fill_row(
    workbook: Workbook,
    sheet: Sheet,
    table: Table,
    number: int,
    row: Mapping[str, CellValue],
    calculated: Mapping[str, str],
) -> None:
    for column, heading in zip(table.area.columns, table.headings, strict=True):
        if heading not in calculated:
            write(workbook, sheet.cell(number, column), row.get(heading))


def _heading(value: CellValue) -> str:
    """A table's heading is always text, a year too, and never empty."""
    value = accepted(value)
    if isinstance(value, (bool, date, type(None))):
        raise TypeError(f"en kolumnrubrik ska vara text eller ett tal, inte {value!r}")
    heading = value if isinstance(value, str) else numeral(value)
    if not 0 < len(heading) <= _LONGEST_HEADING:
        raise ValueError(f"en kolumnrubrik ska ha 1–{_LONGEST_HEADING} tecken: {heading!r}")
    return heading
