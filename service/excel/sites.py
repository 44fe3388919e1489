"""Every place in a workbook where a formula stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from service.excel.namespaces import CHART, EXCEL_MAIN, main
from service.excel.sheets import FORMULA
from service.excel.tables import CALCULATED, TOTALS_FORMULA
from service.excel.workbook import Workbook

_CONDITIONS = (main("formula"), main("formula1"), main("formula2"), f"{{{EXCEL_MAIN}}}f")
_CHART_FORMULA = f"{{{CHART}}}f"
_CHART_DATA = {f"{{{CHART}}}cat", f"{{{CHART}}}val", f"{{{CHART}}}xVal", f"{{{CHART}}}yVal"}


@dataclass(slots=True)
class FormulaSite:
    """A formula's element. ``sheet`` is what references without a sheet mean, ``row`` the cell's row.

    ``relative`` formulas are read anew from each cell they apply to; ``in_chart`` ones are a chart's data.
    ``attribute`` names the attribute that holds the formula, where its text does not.
    """

    element: etree._Element
    sheet: str = ""
    row: int = 0
    relative: bool = False
    in_chart: bool = False
    attribute: str = ""

    @property
    def text(self) -> str:
        return (self.element.get(self.attribute) if self.attribute else self.element.text) or ""

    @text.setter
    def text(self, formula: str) -> None:
        if self.attribute:
            self.element.set(self.attribute, formula)
        else:
            self.element.text = formula


def sites(workbook: Workbook) -> Iterator[FormulaSite]:
    """Formulas of cells, tables, conditional formats, data validations, links, names and charts."""
    for site in (*_in_sheets(workbook), *_in_tables(workbook), *_in_names(workbook), *_in_charts(workbook)):
        if site.text:
            yield site


def _in_sheets(workbook: Workbook) -> Iterator[FormulaSite]:
    for sheet in workbook.sheets:
        for row, _, cell in sheet.cells():
            formula = cell.find(FORMULA)
            if formula is not None:
                yield FormulaSite(formula, sheet.name, row)
        for element in sheet.root.iter(*_CONDITIONS):
            yield FormulaSite(element, sheet.name, relative=True)
        for element in sheet.root.iter(main("cfvo")):
            yield FormulaSite(element, sheet.name, relative=True, attribute="val")
        for element in sheet.root.iter(main("hyperlink")):
            yield FormulaSite(element, sheet.name, attribute="location")


def _in_tables(workbook: Workbook) -> Iterator[FormulaSite]:
    for table in workbook.tables.values():
        for element in table.root.iter(CALCULATED):
            yield FormulaSite(element, table.sheet, relative=True)
        for element in table.root.iter(TOTALS_FORMULA):
            yield FormulaSite(element, table.sheet)


def _in_names(workbook: Workbook) -> Iterator[FormulaSite]:
    for _, sheet, element in workbook.names():
        yield FormulaSite(element, sheet)


def _in_charts(workbook: Workbook) -> Iterator[FormulaSite]:
    for part in workbook.package.parts_of_type("drawingml.chart+xml"):
        for element in workbook.package.xml(part).iter(_CHART_FORMULA):
            yield FormulaSite(element, in_chart=_is_data(element))


def _is_data(element: etree._Element) -> bool:
    return any(parent.tag in _CHART_DATA for parent in element.iterancestors())
