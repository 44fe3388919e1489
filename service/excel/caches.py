"""Values written beside the formulas, so that a reader that does not recalculate shows the right ones."""

from decimal import Decimal, InvalidOperation

from lxml import etree

from service.excel.calculation import Content, ErrorValue, Formula, Grid, Model, Value, error_named, evaluate, plain
from service.excel.cells import escaped
from service.excel.faults import TemplateFault
from service.excel.namespaces import main
from service.excel.sheets import FORMULA, Sheet
from service.excel.workbook import Workbook

VALUE = main("v")


def write_caches(workbook: Workbook) -> None:
    """Every formula cell gets its value; ``TemplateFault`` where one cannot be evaluated."""
    for place, value in evaluate(model_of(workbook)).items():
        sheet = workbook.sheet(place.sheet)
        assert sheet is not None  # places come from the workbook's own sheets
        _write(sheet.cell(place.row, place.column), value)


def model_of(workbook: Workbook) -> Model:
    """The workbook as the evaluator sees it."""
    return Model(
        grids={sheet.name.casefold(): _grid(workbook, sheet) for sheet in workbook.sheets},
        tables={name.casefold(): table.shape for name, table in workbook.tables.items()},
        names={(sheet.casefold(), name.casefold()): element.text or "" for name, sheet, element in workbook.names()},
    )


def _grid(workbook: Workbook, sheet: Sheet) -> Grid:
    contents = ((row, column, _content(workbook, cell)) for row, column, cell in sheet.cells())
    cells = {(row, column): content for row, column, content in contents if content is not None}
    return Grid(sheet.name, cells, sheet.hidden_rows())


def _content(workbook: Workbook, cell: etree._Element) -> Content | None:
    formula = cell.find(FORMULA)
    if formula is not None:
        return Formula(formula.text or "", formula.get("t", "").replace("normal", ""))
    text = workbook.text_in(cell)
    if text is not None:
        return text
    value = cell.findtext(VALUE)
    return _constant(cell.get("t", "n"), value) if value else None


def _constant(kind: str, value: str) -> Content:
    try:
        return value == "1" if kind == "b" else error_named(value) if kind == "e" else Decimal(value)
    except InvalidOperation as fault:
        raise TemplateFault("damaged", value) from fault


def _write(cell: etree._Element, value: Value) -> None:
    for old in cell.findall(VALUE):
        cell.remove(old)
    cell.attrib.pop("t", "")
    kind, text = _written(value)
    if kind:
        cell.set("t", kind)
    etree.SubElement(cell, VALUE).text = text


def _written(value: Value) -> tuple[str, str]:
    if isinstance(value, bool):
        return "b", str(int(value))
    if isinstance(value, ErrorValue):
        return "e", value.value
    if isinstance(value, Decimal):
        return "", plain(value)
    return "str", escaped(value or "")
