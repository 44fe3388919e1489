"""A table's sample row becomes the rows given."""

import re
from datetime import date
from decimal import Decimal

import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.table import TableFormula

from service.excel import TemplateFault, fill

from .build import NET, add_table, budget, name_cell, opened, part, rows, shown, with_parts


def test_every_row_is_written_under_its_heading():
    filled = fill(budget(), {}, {"Budget": rows((100, 300), (0, 50))})
    assert shown(filled)["Driftbudget"] == {
        "A4": "Verksamhet", "B4": "Intäkter", "C4": "Kostnader", "D4": "Netto",
        "A5": "Verksamhet 1", "B5": 100, "C5": 300, "D5": -200,
        "A6": "Verksamhet 2", "B6": 0, "C6": 50, "D6": -50,
        "A7": "Summa", "C7": 350, "D7": -250,
    }  # fmt: skip


def test_the_table_and_its_filter_take_in_every_row():
    table = opened(fill(budget(), {}, {"Budget": rows((1, 2), (3, 4), (5, 6))}))["Driftbudget"].tables["Budget"]
    assert (table.ref, table.autoFilter.ref, table.totalsRowCount) == ("A4:D8", "A4:D7", 1)


def test_a_table_without_totals_row_grows_too():
    filled = fill(budget(totals=False), {}, {"Budget": rows((1, 2), (3, 4))})
    table = opened(filled)["Driftbudget"].tables["Budget"]
    assert (table.ref, table.autoFilter.ref) == ("A4:D6", "A4:D6")


def test_an_empty_table_keeps_one_blank_row():
    filled = fill(budget(), {}, {"Budget": []})
    assert opened(filled)["Driftbudget"].tables["Budget"].ref == "A4:D6"
    sheet = shown(filled)["Driftbudget"]
    assert (sheet.get("A5"), sheet.get("B5"), sheet["D5"], sheet["D6"]) == (None, None, 0, 0)


def test_what_the_sample_row_held_does_not_remain():
    template = budget(lambda sheet: sheet.__setitem__("A5", "Exempel"))
    assert "A5" not in shown(fill(template, {}, {"Budget": []}))["Driftbudget"]


def test_rows_have_the_sample_rows_looks_and_height():
    def style(sheet):
        sheet["C5"].number_format = "#,##0"
        sheet["A5"].font = Font(bold=True)
        sheet.row_dimensions[5].height = 31

    sheet = opened(fill(budget(style), {}, {"Budget": rows((1, 2), (3, 4), (5, 6))}))["Driftbudget"]
    assert [sheet[f"C{row}"].number_format for row in (5, 6, 7, 8)] == ["#,##0"] * 3 + ["General"]
    assert [sheet[f"A{row}"].font.b for row in (5, 6, 7, 8)] == [True] * 3 + [False]
    assert [sheet.row_dimensions[row].height for row in (5, 6, 7, 8)] == [31, 31, 31, None]


def test_what_stands_beside_the_sample_row_is_not_repeated():
    def beside(sheet):
        sheet["G5"] = "en gång"
        sheet["H5"] = "=1+1"
        sheet["G5"].number_format = "0.00"

    sheet = opened(fill(budget(beside), {}, {"Budget": rows((1, 2), (3, 4))}))["Driftbudget"]
    assert [sheet[cell].value for cell in ("G5", "H5", "G6", "H6")] == ["en gång", "=1+1", None, None]
    assert sheet["G6"].number_format == "0.00"


def test_formulas_are_filled_down_as_excel_fills_them():
    template = budget(lambda sheet: sheet.__setitem__("D5", "=B5-C5+SUM($B$5:B5)+$A$1"))
    sheet = opened(fill(template, {}, {"Budget": rows((1, 2), (3, 4))}))["Driftbudget"]
    assert sheet["D5"].value == "=B5-C5+SUM($B$5:B5)+$A$1"
    assert sheet["D6"].value == "=B6-C6+SUM($B$5:B6)+$A$1"


def test_a_range_across_the_sample_row_stays_within_each_row():
    template = budget(lambda sheet: sheet.__setitem__("D5", "=SUM(B5:C5)"))
    assert [shown(fill(template, {}, {"Budget": rows((1, 2), (3, 4))}))["Driftbudget"][f"D{n}"] for n in (5, 6)] == [
        3,
        7,
    ]


def test_a_share_of_the_fixed_whole_column_takes_in_all_rows():
    template = budget(lambda sheet: sheet.__setitem__("D5", "=B5/SUM($B$5:$B$5)"))
    sheet = shown(fill(template, {}, {"Budget": rows((1, 0), (3, 0))}))["Driftbudget"]
    assert (sheet["D5"], sheet["D6"]) == (0.25, 0.75)


def test_a_column_formula_kept_only_in_the_table_is_written_in_every_row():
    def column_formula(sheet):
        sheet["D5"] = None
        sheet.tables["Budget"].tableColumns[3].calculatedColumnFormula = TableFormula(attr_text=NET)

    sheet = shown(fill(budget(column_formula), {}, {"Budget": rows((9, 1), (9, 2))}))["Driftbudget"]
    assert (sheet["D5"], sheet["D6"]) == (8, 7)


def test_a_value_left_out_is_a_blank_cell():
    filled = fill(budget(), {}, {"Budget": [{"Verksamhet": "Skola"}, {"Kostnader": 5}]})
    sheet = shown(filled)["Driftbudget"]
    assert ("B5" in sheet, sheet["D5"], "A6" in sheet, sheet["D6"]) == (False, 0, False, -5)


def test_each_kind_of_value_keeps_its_kind():
    given = {"Verksamhet": date(2026, 11, 12), "Intäkter": Decimal("1234567.05"), "Kostnader": True}
    sheet = shown(fill(budget(), {}, {"Budget": [given]}))["Driftbudget"]
    assert (sheet["A5"].date(), sheet["B5"], sheet["C5"]) == (date(2026, 11, 12), 1234567.05, True)


def test_a_date_in_an_unformatted_cell_is_shown_as_a_date():
    sheet = opened(fill(budget(), {}, {"Budget": [{"Verksamhet": date(2026, 11, 12)}]}))["Driftbudget"]
    assert sheet["A5"].is_date
    assert not sheet["B5"].is_date


def test_a_date_is_shown_as_one_in_a_template_libreoffice_has_saved():
    def libreoffices(text):
        own = '<numFmts count="1"><numFmt numFmtId="164" formatCode="General"/></numFmts><fonts'
        text = re.sub(r"<numFmts[^>]*/>", "", text).replace("<fonts", own, 1)
        return text.replace('<xf numFmtId="0"', '<xf numFmtId="164"')

    template = with_parts(budget(), {"xl/styles.xml": libreoffices})
    assert 'numFmtId="164"' in part(template, "xl/styles.xml")
    sheet = opened(fill(template, {}, {"Budget": [{"Verksamhet": date(2026, 11, 12)}]}))["Driftbudget"]
    assert sheet["A5"].is_date


def test_a_date_keeps_the_templates_own_date_format():
    template = budget(lambda sheet: setattr(sheet["A5"], "number_format", "d mmmm yyyy"))
    sheet = opened(fill(template, {}, {"Budget": [{"Verksamhet": date(2026, 11, 12)}]}))["Driftbudget"]
    assert sheet["A5"].number_format == "d mmmm yyyy"


def tables_of(filled):
    return {table.name: table for table in opened(filled)["Driftbudget"].tables.values()}


def two_tables(sheet):
    add_table(
        sheet, "Investering", 9, ("Projekt", "Utgift"), (None, None), ("Summa", "=SUBTOTAL(109,Investering[Utgift])")
    )
    sheet["F1"] = "=SUM(Budget[Kostnader])+Investering[[#Totals],[Utgift]]"


@pytest.mark.parametrize("order", [("Budget", "Investering"), ("Investering", "Budget")])
def test_two_tables_under_each_other_both_grow(order):
    given = {"Budget": rows((0, 1), (0, 2)), "Investering": [{"Projekt": "Skola", "Utgift": n} for n in (10, 20, 30)]}
    filled = fill(budget(two_tables), {}, {name: given[name] for name in order})
    assert {name: table.ref for name, table in tables_of(filled).items()} == {
        "Budget": "A4:D7",
        "Investering": "A10:B14",
    }
    assert shown(filled)["Driftbudget"]["F1"] == 63
    assert [shown(filled)["Driftbudget"][f"B{row}"] for row in (11, 12, 13, 14)] == [10, 20, 30, 60]


def test_a_table_not_named_stays_as_it_is():
    filled = fill(budget(two_tables), {}, {})
    assert {name: table.ref for name, table in tables_of(filled).items()} == {
        "Budget": "A4:D6",
        "Investering": "A9:B11",
    }


def test_a_heading_that_is_a_field_renames_the_column_and_its_formulas():
    def year_heading(sheet):
        name_cell(sheet, "falt_rubrik", "$C$4")
        sheet["F1"] = "=SUM(Budget[Kostnader])"

    filled = fill(budget(year_heading), {"falt_rubrik": "Budget #2027 [tkr]"}, {"Budget": rows((1, 2), (3, 4))})
    sheet = opened(filled)["Driftbudget"]
    assert sheet["C4"].value == sheet.tables["Budget"].tableColumns[2].name == "Budget #2027 [tkr]"
    assert sheet["F1"].value == "=SUM(Budget[Budget '#2027 '[tkr']])"
    assert shown(filled)["Driftbudget"]["D7"] == -2


@pytest.mark.parametrize(("heading", "error"), [("", ValueError), ("x" * 256, ValueError), (None, TypeError)])
def test_a_heading_no_column_can_have_is_refused(heading, error):
    template = budget(lambda sheet: name_cell(sheet, "falt_rubrik", "$C$4"))
    with pytest.raises(error):
        fill(template, {"falt_rubrik": heading}, {})


def test_a_heading_broken_over_two_lines_is_the_same_heading():
    def broken(sheet):
        sheet["C4"] = sheet.tables["Budget"].tableColumns[2].name = "Budget\n2027"
        sheet["D5"] = sheet["C6"] = None

    template = with_parts(budget(broken), {"xl/tables/table1.xml": lambda text: text.replace("&#10;", "_x000a_")})
    filled = fill(template, {}, {"Budget": [{"Budget 2027": 5}]})
    assert shown(filled)["Driftbudget"]["C5"] == 5


def test_a_column_of_the_same_name_in_another_table_keeps_its_name():
    def change(sheet):
        add_table(sheet, "Plan", 9, ("Kostnader", "X"), (None, "=Plan[[#This Row],[Kostnader]]"))
        name_cell(sheet, "falt_rubrik", "$C$4")

    sheet = opened(fill(budget(change), {"falt_rubrik": "Kostnad 2027"}, {}))["Driftbudget"]
    assert sheet["B10"].value == "=Plan[[#This Row],[Kostnader]]"


def test_a_year_as_heading_is_written_as_text():
    template = budget(lambda sheet: name_cell(sheet, "falt_ar", "$C$4"))
    sheet = opened(fill(template, {"falt_ar": 2027}, {}))["Driftbudget"]
    assert sheet["C4"].value == "2027"
    assert sheet["D5"].value == "=Budget[[#This Row],[Intäkter]]-Budget[[#This Row],[2027]]"


def fault_of(template, tables, cells=None):
    with pytest.raises(TemplateFault) as caught:
        fill(template, cells or {}, tables)
    return caught.value


def test_an_unknown_table_is_named_with_its_nearest():
    fault = fault_of(budget(), {"Bugdet": []})
    assert (fault.code, fault.name, fault.nearest) == ("unknown_table", "Bugdet", "Budget")


def test_an_unknown_column_is_named_with_its_nearest():
    fault = fault_of(budget(), {"Budget": [{"Kostnad": 1}]})
    assert (fault.code, fault.sheet, fault.name, fault.nearest) == (
        "unknown_column",
        "Driftbudget",
        "Kostnad",
        "Kostnader",
    )


def test_a_calculated_column_cannot_be_given():
    assert fault_of(budget(), {"Budget": [{"Netto": 1}]}).code == "calculated_column"


def test_two_headings_cannot_become_the_same():
    template = budget(lambda sheet: name_cell(sheet, "falt_rubrik", "$C$4"))
    assert fault_of(template, {}, {"falt_rubrik": "intäkter"}).code == "same_header_twice"


def more_samples(sheet):
    sheet.tables["Budget"].ref = "A4:D8"


def no_header(sheet):
    sheet.tables["Budget"].headerRowCount = 0
    sheet.tables["Budget"].autoFilter = None


def side_by_side(sheet):
    add_table(sheet, "Bredvid", 3, ("X", "Y"), (1, 2), (3, 4), first_column=8)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (more_samples, "sample_row"),
        (no_header, "no_header"),
        (side_by_side, "tables_side_by_side"),
        (lambda sheet: sheet.merge_cells("F4:F7"), "merged_across"),
        (lambda sheet: sheet.tables["Budget"].autoFilter.add_filter_column(0, ["x"]), "filtered"),
    ],
)
def test_a_table_that_cannot_grow_truthfully_is_refused(change, code):
    assert fault_of(budget(change), {"Budget": rows((1, 2), (3, 4))}).code == code


def test_a_header_that_is_not_the_columns_name_is_refused_with_its_cell():
    template = with_parts(budget(), {"xl/tables/table1.xml": lambda text: text.replace('"Intäkter"', '"Inkomster"')})
    fault = fault_of(template, {"Budget": []})
    assert (fault.code, fault.sheet, fault.cell, fault.name) == ("header_differs", "Driftbudget", "B4", "Inkomster")


def test_more_rows_than_a_sheet_holds_are_refused():
    template = budget(lambda sheet: sheet.__setitem__("A1048576", "sista"))
    assert fault_of(template, {"Budget": rows((1, 2), (3, 4))}).code == "too_many_rows"
