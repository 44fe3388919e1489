"""The Excel template of the detaljbudget: two tables with live formulas, all data through names and tables."""

import io
import re
from collections.abc import Sequence
from pathlib import Path

from lxml import etree
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.table import Table, TableColumn, TableFormula, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from .look import INK, RULE, SHADE
from .paper import repacked

AMOUNT = "#,##0;\u2212#,##0;0"
CHANGE = "+#,##0;\u2212#,##0;0"
COVER = (
    ("falt_kommun", "Kommun"), ("falt_titel", "Handling"), ("falt_namnd", "Nämnd"),
    ("falt_forvaltning", "Förvaltning"), ("falt_diarienummer", "Diarienummer"), ("falt_status", "Läge"),
    ("falt_beslut", "Beslut"), ("falt_exempel", "Märkning"),
)  # fmt: skip
HEAD_ROW = 13
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FONT_PARTS = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family",
    "charset", "scheme",
)  # fmt: skip
# Together no wider than that a landscape A4 takes them at some 85 percent.
BUDGET = (
    ("Kod", 7, ""), ("Verksamhet", 30, ""), ("Anslagsbindningsnivå", 18, ""), ("Intäkter", 11, AMOUNT),
    ("Personalkostnader", 15, AMOUNT), ("Lokalkostnader", 13, AMOUNT), ("Övriga kostnader", 11, AMOUNT),
    ("Kapitalkostnader", 14, AMOUNT), ("Kostnader", 11, AMOUNT), ("Netto", 11, AMOUNT),
    ("Netto föregående år", 11, AMOUNT), ("Förändring", 11, CHANGE),
)  # fmt: skip
FRAMES = (
    ("Anslagsbindningsnivå", 30, ""), ("Ram i MRP", 16, AMOUNT), ("Senare ändringar", 16, CHANGE),
    ("Ram att fördela", 16, AMOUNT), ("Netto", 16, AMOUNT), ("Differens", 16, CHANGE),
)  # fmt: skip


def save(path: Path) -> None:
    """Write the template."""
    workbook = Workbook()
    budget, frames = workbook.active, workbook.create_sheet("Jämförelse med ramen")
    budget.title = "Detaljbudget"
    _budget_sheet(workbook, budget)
    _frame_sheet(frames)
    for sheet in (budget, frames):
        _page(sheet)
    out = io.BytesIO()
    workbook.save(out)
    path.write_bytes(repacked(out.getvalue(), {"xl/styles.xml": _in_order, "docProps/core.xml": _undated}))


def _in_order(styles: bytes) -> bytes:
    """Fonts with their parts in the order of the schema (§18.8.22); openpyxl writes them in another."""
    root = etree.fromstring(styles)
    for font in root.iter(f"{{{SHEET}}}font"):
        font[:] = sorted(font, key=lambda part: FONT_PARTS.index(etree.QName(part).localname))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _undated(properties: bytes) -> bytes:
    """The file's properties without the hour it was written."""
    return re.sub(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", b"", properties)


def _budget_sheet(workbook: Workbook, sheet: Worksheet) -> None:
    _cover(workbook, sheet)
    row = HEAD_ROW + 1
    costs = "Detaljbudget[[#This Row],[Personalkostnader]:[Kapitalkostnader]]"
    formulas = {
        "Kostnader": f"SUM({costs})",
        "Netto": "Detaljbudget[[#This Row],[Kostnader]]-Detaljbudget[[#This Row],[Intäkter]]",
        "Förändring": "Detaljbudget[[#This Row],[Netto]]-Detaljbudget[[#This Row],[Netto föregående år]]",
    }
    _table(sheet, "Detaljbudget", BUDGET, HEAD_ROW, formulas, total=True)
    names = [heading for heading, _, _ in BUDGET]
    place = f"'Detaljbudget'!${_letter(names.index('Netto föregående år'))}${HEAD_ROW}"
    workbook.defined_names["falt_rubrik_netto_forra"] = DefinedName("falt_rubrik_netto_forra", attr_text=place)
    sheet.freeze_panes = f"C{row}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"


def _cover(workbook: Workbook, sheet: Worksheet) -> None:
    sheet["A1"] = "Detaljbudget per verksamhet"
    sheet["A1"].font = Font(name="Calibri", size=18, bold=True, color=INK)
    for row, (name, label) in enumerate(COVER, 3):
        sheet.cell(row, 1, label).font = Font(name="Calibri", bold=True, color=INK)
        sheet.cell(row, 3).alignment = Alignment(horizontal="left")
        workbook.defined_names[name] = DefinedName(name, attr_text=f"'{sheet.title}'!$C${row}")
    sheet.cell(HEAD_ROW - 1, 1, "Belopp i tkr. Intäkter och kostnader anges med plus; netto = kostnader − intäkter.")
    sheet.cell(HEAD_ROW - 1, 1).font = Font(name="Calibri", italic=True, color="595959")


def _frame_sheet(sheet: Worksheet) -> None:
    sheet["A1"] = "Detaljbudgeten jämförd med ramen"
    sheet["A1"].font = Font(name="Calibri", size=18, bold=True, color=INK)
    about = [f"'Detaljbudget'!$C${row}" for row in (4, 5, 8)]
    sheet["A2"] = "=" + '&", "&'.join(about)
    sheet["A3"] = "Belopp i tkr. Differens = netto − ram: plus är över ramen, 0 är rätt."
    sheet["A3"].font = Font(name="Calibri", italic=True, color="595959")
    this = "Ram[[#This Row],[{}]]"
    level = this.format("Anslagsbindningsnivå")
    formulas = {
        "Ram att fördela": f"{this.format('Ram i MRP')}+{this.format('Senare ändringar')}",
        "Netto": f"SUMIF(Detaljbudget[Anslagsbindningsnivå],{level},Detaljbudget[Netto])",
        "Differens": f"{this.format('Netto')}-{this.format('Ram att fördela')}",
    }
    _table(sheet, "Ram", FRAMES, 5, formulas, total=True)
    sheet.freeze_panes = "B6"
    sheet.print_title_rows = "5:5"


Columns = Sequence[tuple[str, int, str]]


def _table(sheet: Worksheet, name: str, columns: Columns, head: int, formulas: dict[str, str], *, total: bool) -> None:
    """A table with one sample row and a row of sums."""
    last = _letter(len(columns) - 1)
    table = Table(displayName=name, name=name, ref=f"A{head}:{last}{head + 2}", totalsRowCount=1, totalsRowShown=True)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    table._initialise_columns()
    for index, (heading, width, form) in enumerate(columns):
        sheet.column_dimensions[_letter(index)].width = width
        _head_cell(sheet, head, index, heading, form)
        _sample_cell(sheet, head + 1, index, formulas.get(heading, ""), form)
        _total_cell(sheet, head + 2, index, name, heading, form)
        _describe(table.tableColumns[index], heading, formulas.get(heading, ""), index, form)
    table.autoFilter = None
    sheet.add_table(table)
    sheet.row_dimensions[head].height = 32


def _head_cell(sheet: Worksheet, row: int, index: int, heading: str, form: str) -> None:
    cell = sheet.cell(row, index + 1, heading)
    cell.font = Font(name="Calibri", size=9, bold=True, color=INK)
    cell.fill = PatternFill("solid", fgColor=SHADE)
    cell.border = Border(top=Side("medium", color=INK), bottom=Side("medium", color=INK))
    cell.alignment = Alignment(horizontal="right" if form else "left", vertical="bottom", wrap_text=True)


def _sample_cell(sheet: Worksheet, row: int, index: int, formula: str, form: str) -> None:
    cell = sheet.cell(row, index + 1, f"={formula}" if formula else None)
    cell.number_format = form or "@"
    cell.border = Border(bottom=Side("thin", color=RULE))
    cell.alignment = Alignment(horizontal="right" if form else "left", vertical="center", wrap_text=not form)


def _total_cell(sheet: Worksheet, row: int, index: int, table: str, heading: str, form: str) -> None:
    cell = sheet.cell(row, index + 1)
    if form:
        cell.value, cell.number_format = f"=SUBTOTAL(109,{table}[{heading}])", form
    elif index == 0:
        cell.value = "Summa"
    cell.font = Font(name="Calibri", bold=True)
    cell.border = Border(top=Side("medium", color=INK), bottom=Side("medium", color=INK))
    cell.alignment = Alignment(horizontal="right" if form else "left")


def _describe(column: TableColumn, heading: str, formula: str, index: int, form: str) -> None:
    """What Excel itself keeps of the column: its name, its formula and its sum."""
    column.name = heading
    if formula:
        column.calculatedColumnFormula = TableFormula(attr_text=formula)
    if form:
        column.totalsRowFunction = "sum"
    elif index == 0:
        column.totalsRowLabel = "Summa"


def _letter(index: int) -> str:
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index]


def _page(sheet: Worksheet) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.7, bottom=0.6, header=0.3, footer=0.3)
    sheet.oddFooter.left.text = "&A"
    sheet.oddFooter.right.text = "Sida &P (&N)"
