"""A template opened: its sheets, tables, names, styles and strings, and the formulas wherever they stand."""

from collections.abc import Iterator

from lxml import etree

from service.excel.cells import unescaped
from service.excel.faults import TemplateFault
from service.excel.namespaces import RELATIONS, main
from service.excel.package import Package, relation_type
from service.excel.sheets import Sheet
from service.excel.strings import Strings, shown
from service.excel.styles import Styles
from service.excel.tables import Table

_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_SHEET_MAIN = _SPREADSHEET + "sheet.main+xml"
_TEMPLATE_MAIN = _SPREADSHEET + "template.main+xml"
_NO_STRINGS = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'


class Workbook:
    """Raises ``TemplateFault`` for what is no ordinary workbook, and for what cannot be filled truthfully."""

    def __init__(self, blob: bytes) -> None:
        try:
            self._open(blob)
        except (ValueError, LookupError) as fault:  # markup where numbers and ids are not what they must be
            raise TemplateFault("damaged", "workbook") from fault

    def _open(self, blob: bytes) -> None:
        self.package = Package(blob)
        self.part = self._main_part()
        self.root = self.package.xml(self.part)
        self._refuse_unusual()
        self.sheets = list(self._open_sheets())
        self.tables = {table.name: table for table in self._open_tables()}
        self.strings = Strings(self.package.xml(self._strings_part()))
        self._check_indexes()
        self.styles = Styles(self.package.xml(self._single("styles")))

    @property
    def from_1904(self) -> bool:
        """Whether days are counted from 1904, as workbooks from old Macs do."""
        settings = self.root.find(main("workbookPr"))
        return settings is not None and settings.get("date1904") in ("1", "true")

    def sheet(self, name: str) -> Sheet | None:
        """The sheet, whose name Excel compares without regard to case."""
        return next((sheet for sheet in self.sheets if sheet.name.casefold() == name.casefold()), None)

    def names(self) -> Iterator[tuple[str, str, etree._Element]]:
        """Each defined name with the sheet it is limited to (empty: none) and its element."""
        all_sheets = [sheet.get("name", "") for sheet in self.root.iter(main("sheet"))]
        for element in self.root.iter(main("definedName")):
            local = element.get("localSheetId")
            yield element.get("name", ""), "" if local is None else all_sheets[int(local)], element

    def text_in(self, cell: etree._Element) -> str | None:
        """The text a cell holds; ``None`` for a number, a truth value or nothing."""
        kind, value = cell.get("t"), cell.findtext(main("v"))
        if kind == "s" and value:
            return self.strings[int(value)]
        if kind == "str":
            return unescaped(value or "")
        inline = cell.find(main("is"))
        return shown(inline) if kind == "inlineStr" and inline is not None else None

    def to_bytes(self) -> bytes:
        self._forget_calculation()
        return self.package.to_bytes()

    def _check_indexes(self) -> None:
        """What is read as late as when a cell is filled is tried here, where a fault has a name."""
        list(self.names())
        for sheet in self.sheets:
            for _, _, cell in sheet.cells():
                self.text_in(cell)

    def _main_part(self) -> str:
        found = self.package.related_by_kind("", "officeDocument")
        if len(found) != 1:
            raise TemplateFault("not_a_workbook")
        return found[0]

    def _refuse_unusual(self) -> None:
        content_type = self.package.content_type(self.part)
        if "macroEnabled" in content_type:
            raise TemplateFault("macros")
        if content_type not in (_SHEET_MAIN, _TEMPLATE_MAIN):
            raise TemplateFault("not_a_workbook")
        if self.root.tag != main("workbook"):
            raise TemplateFault("strict")
        if self.package.parts_of_type("pivotTable+xml"):
            raise TemplateFault("pivot")
        # Excel refuses a template's content type under the name .xlsx.
        self.package.set_content_type(self.part, _SHEET_MAIN)

    def _open_sheets(self) -> Iterator[Sheet]:
        parts = {found: (kind, target) for found, kind, target in self.package.related(self.part)}
        for element in self.root.iter(main("sheet")):
            kind, part = parts.get(element.get(f"{{{RELATIONS}}}id", ""), ("", ""))
            if kind == "worksheet":
                tables = self.package.related_by_kind(part, "table")
                yield Sheet(element.get("name", ""), part, self.package.xml(part), tables)

    def _open_tables(self) -> Iterator[Table]:
        for sheet in self.sheets:
            for part in sheet.tables:
                table = Table(sheet.name, part, self.package.xml(part))
                if len(table.headings) != len(table.shape.area.columns):
                    raise TemplateFault("damaged", part)
                yield table

    def _strings_part(self) -> str:
        found = self.package.related_by_kind(self.part, "sharedStrings")
        if found:
            return found[0]
        part = "xl/sharedStrings.xml"
        content_type = _SPREADSHEET + "sharedStrings+xml"
        relation = relation_type("sharedStrings")
        self.package.add(part, _NO_STRINGS, content_type, source=self.part, relation=relation)
        return part

    def _single(self, kind: str) -> str:
        found = self.package.related_by_kind(self.part, kind)
        if len(found) != 1:
            raise TemplateFault("damaged", kind)
        return found[0]

    def _forget_calculation(self) -> None:
        """The chain of calculation names cells that have moved; Excel builds it anew.

        ``fullCalcOnLoad`` is taken away: the cached values are right, and with it Excel asks everyone who
        merely looked at the file whether to save it, and recalculates nothing at all in Protected View.
        """
        for part in self.package.related_by_kind(self.part, "calcChain"):
            self.package.remove(part, source=self.part)
        for settings in self.root.iter(main("calcPr")):
            settings.attrib.pop("fullCalcOnLoad", "")
