"""Charts show what the cells hold now, not what the template held."""

from collections.abc import Iterator

from lxml import etree

from service.excel.areas import Area
from service.excel.caches import VALUE
from service.excel.cells import escaped
from service.excel.namespaces import CHART
from service.excel.references import Reference
from service.excel.workbook import Workbook

_CACHES = {f"{{{CHART}}}{kind}Ref": f"{{{CHART}}}{kind}Cache" for kind in ("num", "str")}
_POINTS = (f"{{{CHART}}}ptCount", f"{{{CHART}}}pt")


def write_chart_caches(workbook: Workbook) -> None:
    """The values kept in a chart for readers that do not look in the cells, where it keeps any.

    A cache of a kind not written here (several levels, several areas) is taken out: none is better than
    the template's.
    """
    for part in workbook.package.parts_of_type("drawingml.chart+xml"):
        root = workbook.package.xml(part)
        for reference, cache in list(_cached(root)):
            cells = _cells(workbook, reference.findtext(f"{{{CHART}}}f") or "")
            if cells is None or reference.tag not in _CACHES:
                reference.remove(cache)
            else:
                _write_points(cache, cells)


def _cached(root: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    for name in ("numCache", "strCache", "multiLvlStrCache"):
        for cache in root.iter(f"{{{CHART}}}{name}"):
            parent = cache.getparent()
            if parent is not None:
                yield parent, cache


def _cells(workbook: Workbook, formula: str) -> list[str | None] | None:
    reference = Reference.parse(formula.strip("()"))
    sheet = workbook.sheet(reference.sheet) if reference else None
    if reference is None or sheet is None or reference.first.row is None or reference.first.column is None:
        return None
    area: Area = reference.area
    found = (sheet.existing(row, column) for row in area.rows for column in area.columns)
    return [None if cell is None else workbook.text_in(cell) or cell.findtext(VALUE) for cell in found]


def _write_points(cache: etree._Element, values: list[str | None]) -> None:
    """``ptCount`` and points stand last in a cache, after the number format (ECMA-376 part 1, 21.2.2.121)."""
    for old in [child for child in cache if child.tag in _POINTS]:
        cache.remove(old)
    etree.SubElement(cache, _POINTS[0]).set("val", str(len(values)))
    for index, value in enumerate(values):
        if value:
            point = etree.SubElement(cache, _POINTS[1], idx=str(index))
            etree.SubElement(point, f"{{{CHART}}}v").text = escaped(value)
