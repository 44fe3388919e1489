"""A table's growth carried through the whole workbook: every reference to what moves, wherever it stands."""

from lxml import etree

from service.excel.areas import MAX_ROW, Area
from service.excel.faults import TemplateFault
from service.excel.growth import Growth
from service.excel.namespaces import EXCEL_MAIN, main
from service.excel.overlays import move_drawings, move_notes
from service.excel.references import Reference
from service.excel.rewriting import rewritten
from service.excel.sheets import Sheet
from service.excel.sites import FormulaSite, sites
from service.excel.tables import Table
from service.excel.workbook import Workbook

_AREA_ATTRIBUTES = ("ref", "sqref", "activeCell", "topLeftCell")
_GROWING = {
    main(tag)
    for tag in (
        "autoFilter",
        "conditionalFormatting",
        "dataValidation",
        "dimension",
        "ignoredError",
        "protectedRange",
        "sortCondition",
        "sortState",
        "table",
    )
}
_EXTENSION_AREA = f"{{{EXCEL_MAIN}}}sqref"
_EXTENSION_GROWING = ("conditionalFormatting", "dataValidation")


def grow(workbook: Workbook, table: Table, sheet: Sheet, added: int) -> None:
    """The table's sample row becomes ``1 + added`` rows, and the workbook is as if typed in so."""
    shape = table.shape
    after, columns = table.sample_row(), shape.area.columns
    _refuse_neighbours(workbook, table, after)
    if not added:
        return
    if sheet.last_row() + added > MAX_ROW:
        raise TemplateFault("too_many_rows", table.name, sheet=sheet.name)
    growth = Growth(sheet.name, after, added, columns[0], columns[-1])
    _refuse_merged(sheet, growth)
    for site in sites(workbook):
        _move_formula(site, growth)
    _move_areas(sheet.root, growth)
    for part in sheet.tables:
        _move_areas(workbook.package.xml(part), growth)
    move_notes(workbook.package, sheet.part, growth)
    move_drawings(workbook.package, sheet.part, growth)
    sheet.grow(growth, columns)


def _refuse_neighbours(workbook: Workbook, table: Table, after: int) -> None:
    for other in workbook.tables.values():
        if other is not table and other.sheet == table.sheet and after in other.area.rows:
            raise TemplateFault("tables_side_by_side", table.name, sheet=table.sheet)


def _refuse_merged(sheet: Sheet, growth: Growth) -> None:
    """Rows that come in through the middle of merged cells would tear a label beside the table apart."""
    for merged in sheet.root.iter(main("mergeCell")):
        area = Area.parse(merged.get("ref", ""))
        if area.first_row <= growth.after < area.last_row:
            raise TemplateFault("merged_across", str(area), sheet=sheet.name)


def _move_formula(site: FormulaSite, growth: Growth) -> None:
    here = growth.sheet.casefold()

    def move(text: str) -> str:
        reference = Reference.parse(text)
        if reference is None or (reference.sheet or site.sheet).casefold() != here:
            return text
        fixed_only = site.relative or (site.row == growth.after and site.sheet.casefold() == here)
        return str(growth.reference(reference, fixed_only=fixed_only, cells=site.in_chart))

    site.text = rewritten(site.text, move)


def _move_areas(root: etree._Element, growth: Growth) -> None:
    for element in root.iter("{*}*"):
        for attribute in _AREA_ATTRIBUTES:
            text = element.get(attribute)
            if text:
                element.set(attribute, _moved(text, growth, grows=element.tag in _GROWING))
        if element.tag == _EXTENSION_AREA and element.text:
            element.text = _moved(element.text, growth, grows=_in_growing_extension(element))
    for page_break in root.iterfind(f"{main('rowBreaks')}/{main('brk')}"):
        _move_break(page_break, growth)


def _moved(text: str, growth: Growth, *, grows: bool) -> str:
    try:
        areas = [Area.parse(part) for part in text.split()]
    except ValueError:  # a hyperlink's or sort's "ref" may be whole columns, which stay
        return text
    return " ".join(str(growth.grown(area) if grows else growth.moved(area)) for area in areas)


def _in_growing_extension(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and etree.QName(parent).localname in _EXTENSION_GROWING


def _move_break(page_break: etree._Element, growth: Growth) -> None:
    """A break stands under the row it names; one right under the sample row goes under the last new row."""
    row = int(page_break.get("id", 0))
    page_break.set("id", str(row + growth.added if row >= growth.after else row))
