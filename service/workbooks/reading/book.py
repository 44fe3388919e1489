"""A workbook as it stands in the file: its sheets, its defined names and what is hidden in it."""

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from ..names import AUTHOR, IDENTITY
from .archive import Archive
from .grid import Grid, Range, grid_in, range_of
from .refusals import Refused, broken
from .strings import String, strings_in
from .styles import Style, styles_in
from .xml import attribute, found, parsed, truth

MOST_SHEETS = 100
_ROOT = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A defined name, what it stands for, and the sheet (from 0) it belongs to when it is not the whole workbook's."""

    name: str
    text: str
    sheet: int | None = None


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet: title, whether it is hidden, contents, people's comments, and the total rows of its Excel tables."""

    index: int
    title: str
    hidden: bool
    grid: Grid
    comments: int = 0
    totals: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """A whole workbook. `property` is the document property that carries its identity."""

    sheets: tuple[BookSheet, ...]
    names: tuple[Name, ...]
    property: str = ""
    macros: bool = False


def book_in(archive: Archive) -> Book:
    """The workbook in a checked archive. Raises `Refused` when its inside does not hold together."""
    return _Reader(archive).book()


class _Reader:
    """What the sheets of one file share while they are read."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        main = [target for kind, target, _ in self._relations(_ROOT) if kind == "officeDocument"]
        self._main = main[0] if main else "xl/workbook.xml"
        self._root = parsed(archive.read(self._main))
        self._related = self._relations(self._main)
        self._strings: Sequence[String] = strings_in(self._part("sharedStrings") or b"<sst/>")
        self._styles: Mapping[int, Style] = styles_in(self._part("styles") or b"<styleSheet/>")
        self._epoch: datetime = WINDOWS_EPOCH
        if any(truth(properties, "date1904") for properties in found(self._root, "workbookPr")):
            self._epoch = MAC_EPOCH

    def book(self) -> Book:
        """The whole workbook."""
        macros = any(name.endswith("vbaproject.bin") for name in self._archive.names)
        return Book(self._sheets(), self._names(), self._property(), macros)

    def _sheets(self) -> tuple[BookSheet, ...]:
        elements = found(self._root, "sheet")
        if len(elements) > MOST_SHEETS:
            raise Refused("for-manga-blad", antal=str(len(elements)), mest=str(MOST_SHEETS))
        by_id = {id: (kind, target) for kind, target, id in self._related}
        sheets = []
        for index, element in enumerate(elements):
            kind, target = by_id.get(_relation_id(element), ("", ""))
            if kind == "worksheet":
                sheets.append(self._sheet(index, element, target))
        return tuple(sheets)

    def _sheet(self, index: int, element: etree._Element, part: str) -> BookSheet:
        grid = grid_in(self._archive.read(part), self._strings, self._styles, self._epoch)
        related = [(kind, target) for kind, target, _ in self._relations(part) if target in self._archive]
        comments = sum(self._comments(target) for kind, target in related if kind == "comments")
        totals = [rows for kind, target in related if kind == "table" for rows in self._totals(target)]
        hidden = attribute(element, "state") in ("hidden", "veryHidden")
        return BookSheet(index, attribute(element, "name"), hidden, grid, comments, tuple(totals))

    def _comments(self, part: str) -> int:
        """How many comments people have written; our own, in a workbook sent back, are not counted."""
        texts = [
            "".join(t.text or "" for t in found(c, "t")) for c in found(parsed(self._archive.read(part)), "comment")
        ]
        return sum(not text.lstrip().startswith(AUTHOR) for text in texts)

    def _totals(self, part: str) -> list[Range]:
        table = parsed(self._archive.read(part))
        count = attribute(table, "totalsRowCount")
        if count in ("", "0"):
            return []
        area = range_of(attribute(table, "ref"))
        return [Range(area.bottom, area.left, area.bottom, area.right)]

    def _names(self) -> tuple[Name, ...]:
        return tuple(
            Name(attribute(name, "name"), name.text or "", _index(attribute(name, "localSheetId")))
            for name in found(self._root, "definedName")
        )

    def _property(self) -> str:
        if "docProps/custom.xml" not in self._archive:
            return ""
        for element in found(parsed(self._archive.read("docProps/custom.xml")), "property"):
            if attribute(element, "name") == IDENTITY:
                return "".join(child.text or "" for child in element)
        return ""

    def _part(self, kind: str) -> bytes:
        for related, target, _ in self._related:
            if related == kind and target in self._archive:
                return self._archive.read(target)
        return b""

    def _relations(self, part: str) -> list[tuple[str, str, str]]:
        """Kind, target and id of each of a part's relations within the file; what lies outside is not followed."""
        folder, _, name = part.rpartition("/")
        path = f"{folder}/_rels/{name}.rels".lstrip("/")
        if path not in self._archive:
            return []
        relations = found(parsed(self._archive.read(path)), "Relationship")
        return [
            (attribute(r, "Type").rpartition("/")[2], _resolved(folder, attribute(r, "Target")), attribute(r, "Id"))
            for r in relations
            if attribute(r, "TargetMode") != "External"
        ]


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")


def _relation_id(element: etree._Element) -> str:
    """The `r:id` of a sheet, which also has a plain `sheetId`."""
    for key, value in element.attrib.items():
        if str(key).endswith("}id"):
            return str(value)
    raise broken("ett blad saknar innehåll")


def _index(text: str) -> int | None:
    return int(text) if re.fullmatch(r"\d{1,4}", text) else None
