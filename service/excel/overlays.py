"""What lies over a sheet, in parts of its own: notes, pictures and charts, moved with the rows under them."""

import re
from collections.abc import Iterator

from lxml import etree

from service.excel.areas import Area
from service.excel.growth import Growth
from service.excel.namespaces import DRAWING
from service.excel.package import Package

_NOTE_KINDS = ("comments", "threadedComment")
_VML = "{urn:schemas-microsoft-com:office:excel}"
_ANCHORS = (f"{{{DRAWING}}}twoCellAnchor", f"{{{DRAWING}}}oneCellAnchor")


def move_notes(package: Package, sheet: str, growth: Growth) -> None:
    """Notes and threaded comments, and the boxes (VML) in which notes are shown."""
    for _, kind, part in list(package.related(sheet)):
        if kind in _NOTE_KINDS:
            for note in package.xml(part).iter():
                if isinstance(note.tag, str) and note.get("ref"):
                    note.set("ref", str(growth.moved(Area.parse(note.get("ref", "")))))
        elif kind == "vmlDrawing":
            _move_boxes(package.xml(part), growth)


def _move_boxes(root: etree._Element, growth: Growth) -> None:
    for box in root.iter(f"{_VML}ClientData"):
        row, anchor = box.find(f"{_VML}Row"), box.find(f"{_VML}Anchor")
        if row is None or not row.text:
            continue
        old = int(row.text)
        moved = growth.row(old + 1) - 1
        row.text = str(moved)
        if anchor is not None and anchor.text and moved != old:
            anchor.text = _lowered(anchor.text, moved - old)


def _lowered(anchor: str, rows: int) -> str:
    """Left column, offset, top row, offset, right column, offset, bottom row, offset."""
    numbers = [int(number) for number in re.findall(r"-?\d+", anchor)]
    for position in (2, 6):
        numbers[position] += rows
    return ", ".join(str(number) for number in numbers)


def move_drawings(package: Package, sheet: str, growth: Growth) -> None:
    """Pictures, shapes and charts keep their place over the cells they were laid on."""
    for part in package.related_by_kind(sheet, "drawing"):
        for anchor in package.xml(part).iter(*_ANCHORS):
            _move_anchor(anchor, growth)


def _move_anchor(anchor: etree._Element, growth: Growth) -> None:
    rows = list(_anchored_rows(anchor))
    stretches = anchor.get("editAs", "twoCell") == "twoCell"
    if anchor.get("editAs") == "absolute" or not rows:
        return
    first = int(rows[0].text or 0)
    step = growth.row(first + 1) - 1 - first
    for row in rows:
        number = int(row.text or 0)
        row.text = str(growth.row(number + 1) - 1 if stretches else number + step)


def _anchored_rows(anchor: etree._Element) -> Iterator[etree._Element]:
    for end in ("from", "to"):
        row = anchor.find(f"{{{DRAWING}}}{end}/{{{DRAWING}}}row")
        if row is not None:
            yield row
