"""Other programs agree: LibreOffice with our figures, Microsoft's validator with our markup."""

from datetime import date
from decimal import Decimal

import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

from service.excel import WorkbookProperties, fill

from ..office import convert, validator_errors
from .build import add_table, budget, name_cell, shown, without_caches

FORMULAS = (
    "=SUM(Budget[Kostnader])+Investering[[#Totals],[Utgift]]",
    '=SUMIF(Budget[Verksamhet],"=*skola*",Budget[Netto])',
    '=SUMIF(Budget[Kostnader],">=100",Budget[Netto])',
    "=ROUND(D6/3,1)",
    '=IF(D6<0,"Underskott "&ABS(ROUND(D6,0)),"Överskott")',
    '=IFERROR(D6/0,"saknas")',
    "=MIN(Budget[Intäkter])-MAX(C4:C6)",
    "=COUNT(Budget[Intäkter])+COUNTA(Budget[Verksamhet])",
    "=SUM(alla)-SUM($C$5:$C$5)",
    "=D6/0",
    "=D6>0",
    "=-2^2*50%+(1-3)*4",
    "=SUBTOTAL(103,Budget[Verksamhet])",
    "=B1",
)

SHARE = "Investering[[#This Row],[Utgift]]/SUM(Investering[Utgift])"


def everything(sheet):
    """A template that uses all the engine knows."""
    add_table(
        sheet,
        "Investering",
        9,
        ("Projekt", "Utgift", "Andel"),
        (None, None, f"=IFERROR({SHARE},0)"),
        ("Summa", "=SUBTOTAL(109,Investering[Utgift])", "=SUM(Investering[Andel])"),
    )
    for row, formula in enumerate(FORMULAS, start=1):
        sheet.cell(row, 7).value = formula
        sheet.cell(row + 15, 7).value = formula
    name_cell(sheet, "alla", "$C$5:$C$5")
    name_cell(sheet, "falt_dag", "$B$1")
    name_cell(sheet, "falt_rubrik", "$B$9")
    name_cell(sheet, "falt_text", "$A$13")
    sheet.merge_cells("A13:D13")
    sheet.print_area = "A1:D13"
    choices = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0")
    choices.add("B5")
    sheet.add_data_validation(choices)
    sheet.conditional_formatting.add("D5", CellIsRule(operator="lessThan", formula=["0"], font=Font(bold=True)))
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=4, max_row=5), titles_from_data=True)
    sheet.add_chart(chart, "A40")


@pytest.fixture(scope="module")
def filled():
    units = ("Förskola", "Grundskola & fritids", "=Vård", "+46")
    plan = [
        {"Verksamhet": unit, "Intäkter": Decimal("33.35") * n, "Kostnader": Decimal("1000.1") / 4**n}
        for n, unit in enumerate(units)
    ]
    projects = [{"Projekt": f"P{n}", "Utgift": n * 7} for n in range(1, 4)]
    cells = {"falt_dag": date(2026, 11, 12), "falt_rubrik": "Utgift 2027", "falt_text": "A & B <x>"}
    tables = {"Budget": plan, "Investering": projects}
    return fill(budget(everything), cells, tables, properties=WorkbookProperties(title="Detaljbudget & mål"))


@pytest.mark.office
def test_libreoffice_works_out_the_same_values(filled, tmp_path):
    source = tmp_path / "in.xlsx"
    # Without our values beside the formulas LibreOffice cannot but work them out.
    source.write_bytes(without_caches(filled))
    convert([source], "xlsx", tmp_path / "out")
    theirs, ours = shown((tmp_path / "out" / "in.xlsx").read_bytes()), shown(filled)
    assert ours.keys() == theirs.keys()
    for sheet, cells in ours.items():
        assert {cell: comparable(value) for cell, value in cells.items()} == {
            cell: pytest.approx(value, rel=1e-12, abs=1e-9) if isinstance(value, float) else comparable(value)
            for cell, value in theirs[sheet].items()
        }


def comparable(value):
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


@pytest.mark.validator
def test_microsofts_validator_finds_nothing_but_openpyxls_fonts(filled, tmp_path):
    source = tmp_path / "filled.xlsx"
    source.write_bytes(filled)
    assert validator_errors(source) == ""
