"""What people do to sheets, rows and columns: what is found again, what is told, and what is refused."""

from datetime import date

import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table

from schemas.sheets import load
from schemas.workbooks import workbook_schema
from service.findings import Level, line
from service.workbooks import Content, build, read

from .filled import (
    MRP,
    SETTINGS,
    VP,
    built,
    changed,
    codes,
    content,
    filled,
    part_of,
    parts_of,
    record,
    row,
    tampered,
    zipped,
)

BUDGET = "Detaljbudget"


def said(reading, code):
    """The sentence of the first finding of that code."""
    return next(line(finding) for finding in reading.findings if finding.code == code)


def reread(change, blob=None):
    return read(changed(change, blob), "plan.xlsx")


def forget_names(workbook):
    for name in [name for name in workbook.defined_names if name != "mk_identity"]:
        del workbook.defined_names[name]


def rename(workbook, title="Vår budget"):
    workbook[BUDGET].title = title
    for name, defined in workbook.defined_names.items():
        workbook.defined_names[name].attr_text = defined.attr_text.replace(f"{BUDGET}!", f"'{title}'!")


def test_a_renamed_moved_and_hidden_sheet_is_found_and_the_hiding_told():
    def change(workbook):
        rename(workbook)
        workbook.move_sheet("Vår budget", -5)
        workbook["Vår budget"].sheet_state = "hidden"

    reading = reread(change)
    assert codes(reading) == ["dolt-blad"]
    assert reading.layout.titles["budgetrad"] == "Vår budget"
    assert len(reading.sheets["budgetrad"]) == 3


def test_a_renamed_sheet_without_defined_names_is_known_by_its_headings():
    def change(workbook):
        rename(workbook)
        forget_names(workbook)

    reading = reread(change)
    assert codes(reading) == []
    assert len(reading.sheets["budgetrad"]) == 3


def test_without_defined_names_everything_is_found_by_titles_and_headings():
    assert reread(forget_names).sheets == read(built(), "").sheets
    assert codes(read(changed(forget_names, build(MRP, content(MRP.kind))), "")) == []


@pytest.mark.parametrize(
    "title", ["Detaljbudget (2)", "Detaljbudget_2", "Kopia av Detaljbudget", "Detaljbudget - kopia"]
)
def test_a_copied_sheet_is_refused_and_both_are_named(title):
    def copy(workbook):
        workbook.copy_worksheet(workbook[BUDGET]).title = title

    reading = reread(copy)
    assert reading.refused
    assert not reading.sheets
    assert "”Detaljbudget”" in said(reading, "flera-blad")
    assert title in said(reading, "flera-blad")
    assert "okant-blad" not in {finding.code for finding in reading.findings}


def test_a_missing_sheet_is_named_and_every_other_fault_told_at_once():
    def remove(workbook):
        del workbook[BUDGET]
        del workbook["Aktiviteter"]
        workbook["Investeringar"]["B5"] = "Något helt annat"
        forget_names(workbook)

    reading = reread(remove)
    assert codes(reading) == ["blad-saknas", "blad-saknas", "kolumn-saknas"]
    assert "”Aktiviteter”" in said(reading, "blad-saknas")
    assert "”Objekt”" in said(reading, "kolumn-saknas")


def test_a_sheet_of_their_own_is_left_alone_and_told():
    def add(workbook):
        workbook.create_sheet("Mina anteckningar")["A1"] = "Ring Karin"
        workbook.create_sheet("Tomt")

    reading = reread(add)
    assert codes(reading) == ["okant-blad"]
    assert reading.findings[0].level is Level.UPPLYSNING


def test_a_chart_sheet_first_does_not_matter():
    def add(workbook):
        workbook.create_chartsheet("Diagram", 0)

    assert codes(reread(add)) == []


def test_a_heading_is_found_whatever_its_case_spaces_dashes_and_row():
    def change(workbook):
        forget_names(workbook)
        sheet = workbook[BUDGET]
        sheet.insert_rows(1, 4)
        for letter, heading in (("D", "INTÄKTER"), ("E", "Personal-\nkostnader"), ("F", " lokal kostnader* ")):
            sheet[f"{letter}9"] = heading
        sheet["E11"] = 7

    reading = reread(change)
    assert codes(reading) == []
    assert row(reading, "budgetrad", 11)["personal"] == 7


def test_columns_in_another_order_are_read_by_their_headings():
    def swap(workbook):
        forget_names(workbook)
        sheet = workbook[BUDGET]
        sheet["D5"], sheet["E5"] = sheet["E5"].value, sheet["D5"].value
        sheet["D7"], sheet["E7"] = 1, 2

    reading = reread(swap)
    assert row(reading, "budgetrad", 7)["personal"] == 1
    assert row(reading, "budgetrad", 7)["intakter"] == 2
    assert reading.layout.cells["budgetrad"]["personal"] == "D"


def test_a_rewritten_heading_is_known_by_its_name():
    reading = read(filled({BUDGET: {"E5": "Löner", "E7": 5}}), "")
    assert codes(reading) == []
    assert row(reading, "budgetrad", 7)["personal"] == 5


def test_a_missing_column_is_named():
    def drop(workbook):
        workbook[BUDGET].delete_cols(5)
        del workbook.defined_names["mk_budgetrad_personal"]

    reading = reread(drop)
    assert reading.refused
    assert "”Personalkostnader”" in said(reading, "kolumn-saknas")


def older(*, deleted=False):
    """The settings without the column of the days of dispatch: as they were before it came, or with it `deleted`."""

    def drop(workbook):
        workbook["Nämnder"].delete_cols(
            [cell.value for cell in workbook["Nämnder"][5]].index("Utskick, dagar före") + 1
        )
        if deleted:
            workbook.defined_names["mk_namnd_utskick_dagar"].attr_text = "'Nämnder'!#REF!"
        else:
            del workbook.defined_names["mk_namnd_utskick_dagar"]

    namnd = record("namnd", "n-1", kod="SN", namn="Socialnämnden", aktiv_fran=date(2020, 1, 1))
    return reread(drop, build(SETTINGS, Content("X", records={"namnd": [namnd]})))


def test_a_workbook_from_before_a_column_came_is_read_and_told_what_holds_instead():
    reading = older()
    assert codes(reading) == ["kolumn-fanns-inte"]
    assert reading.findings[0].level is Level.UPPLYSNING
    assert "Kolumnen ”Utskick, dagar före” finns inte i din arbetsbok" in said(reading, "kolumn-fanns-inte")
    assert "7 dagar gäller." in said(reading, "kolumn-fanns-inte")
    (read_row,) = load(workbook_schema(SETTINGS.kind).sheet("namnd"), reading.sheets["namnd"])[0]
    assert read_row.values["namn"] == "Socialnämnden"
    assert read_row.values["utskick_dagar"] is None
    assert read_row.values["aktiv_fran"] == date(2020, 1, 1)


def test_a_column_that_was_there_and_has_been_deleted_is_missed_although_older_workbooks_lack_it():
    assert codes(older(deleted=True)) == ["kolumn-saknas"]


def test_a_form_from_before_a_field_came_is_read_and_told_what_holds_instead(monkeypatch):
    def drop(workbook):
        forget_names(workbook)
        workbook["Grunduppgifter"]["B6"] = None

    fields = workbook_schema(VP.kind).sheet("verksamhetsplan").columns().values()
    field = next(field for field in fields if field.heading == "Diarienummer")
    monkeypatch.setattr(field, "unsaid", "Inget nummer")
    reading = reread(drop)
    assert not reading.refused
    assert "Uppgiften ”Diarienummer” finns inte i din arbetsbok" in said(reading, "falt-fanns-inte")


def test_two_columns_with_one_heading_are_refused():
    def double(workbook):
        forget_names(workbook)
        workbook[BUDGET]["L5"] = "Personalkostnader"

    assert "”Personalkostnader”" in said(reread(double), "dubbel-rubrik")


def test_a_sheet_whose_headings_are_gone_is_refused():
    def wipe(workbook):
        forget_names(workbook)
        for cell in workbook[BUDGET][5]:
            cell.value = None

    assert codes(reread(wipe)) == ["rubriker-saknas"]


def test_a_form_that_lost_a_field_is_refused_and_the_field_named():
    def drop(workbook):
        forget_names(workbook)
        workbook["Grunduppgifter"]["B6"] = None

    assert "”Diarienummer”" in said(reread(drop), "falt-saknas")


def test_hidden_and_filtered_rows_are_read_and_told():
    def hide(workbook):
        workbook[BUDGET].row_dimensions[7].hidden = True
        workbook[BUDGET].row_dimensions[8].hidden = True
        workbook[BUDGET].column_dimensions["E"].hidden = True

    reading = reread(hide)
    assert codes(reading) == ["dolda-rader", "dolda-kolumner"]
    assert "har lästs: 2" in said(reading, "dolda-rader")
    assert len(reading.sheets["budgetrad"]) == 3


def test_a_value_outside_the_form_is_told_with_its_address():
    reading = read(filled({BUDGET: {"M9": "glömd", "XFD1048576": 1}, "Grunduppgifter": {"F8": "x", "B40": "y"}}), "")
    assert codes(reading) == ["utanfor", "utanfor"]
    assert "F8, B40" in said(reading, "utanfor") or "F8" in said(reading, "utanfor")
    assert any("M9, XFD1048576" in line(finding) for finding in reading.findings)
    assert not reading.refused


def test_values_far_below_the_rest_are_told_and_not_read():
    reading = read(filled({BUDGET: {"D700": 1}}), "")
    assert codes(reading) == ["langt-ner"]
    assert len(reading.sheets["budgetrad"]) == 3


def test_a_total_row_and_repeated_headings_are_no_data():
    def add(workbook):
        sheet = workbook[BUDGET]
        for column in range(2, 10):
            sheet.cell(9, column).value = sheet.cell(5, column).value
        sheet["B10"], sheet["D10"] = "Summa", 99

    reading = reread(add)
    assert codes(reading) == ["summarad"]
    assert [found.row for found in reading.sheets["budgetrad"]] == [6, 7, 8]


def test_a_row_that_only_mentions_a_total_is_data():
    blob = filled({"Centrala poster": {"B6": "Totala pensionskostnader", "C6": 5}}, build(MRP, content(MRP.kind)))
    assert len(read(blob, "").sheets["brygga"]) == 1


def test_the_total_row_of_an_excel_table_is_no_data():
    def add(workbook):
        sheet = workbook["Bilagor"]
        for number, title in ((6, "A"), (7, "Tillsammans")):
            sheet[f"B{number}"], sheet[f"C{number}"] = number, title
        table = Table(displayName="T", ref="B5:D7", totalsRowCount=1)
        sheet.add_table(table)

    reading = reread(add)
    assert codes(reading) == ["summarad"]
    assert [found.row for found in reading.sheets["vp_bilaga"]] == [6]


def test_comments_by_people_are_told():
    def comment(workbook):
        workbook[BUDGET]["E7"].comment = Comment("Stämmer det här?", "Karin")

    assert "finns 1." in said(reread(comment), "kommentarer")


def test_a_row_copied_whole_is_a_new_row():
    def copy(workbook):
        sheet = workbook[BUDGET]
        for column in range(1, 10):
            sheet.cell(9, column).value = sheet.cell(8, column).value

    ids = [found.cells["id"].value for found in reread(copy).sheets["budgetrad"]]
    assert ids == ["b-100", "b-407", "b-440", None]


def test_an_inserted_row_is_read_with_its_own_number():
    def insert(workbook):
        workbook[BUDGET].insert_rows(7)
        workbook[BUDGET]["B7"] = "441"

    reading = reread(insert)
    assert [found.row for found in reading.sheets["budgetrad"]] == [6, 7, 8, 9]
    assert row(reading, "budgetrad", 9)["id"] == "b-440"


# The file as programs write it.


def sheet_part():
    return part_of(BUDGET)


def test_a_sheet_without_dimension_and_cells_without_references_reads_the_same():
    name = sheet_part()
    parts = parts_of(built())
    start, end = parts[name].index(b"<dimension"), parts[name].index(b"/>", parts[name].index(b"<dimension")) + 2
    without = parts[name][:start] + parts[name][end:]
    assert read(zipped({**parts, name: without}), "").sheets == read(built(), "").sheets
    bare = without.replace(b'<c r="A6"', b"<c", 1).replace(b'<c r="B6"', b"<c", 1)
    assert read(zipped({**parts, name: bare}), "").sheets == read(built(), "").sheets


def test_a_dimension_of_the_whole_sheet_costs_nothing():
    blob = tampered(sheet_part(), b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')
    assert codes(read(blob, "")) == []


DISJOINTED = [
    b'<row r="6"><c r="B6"/></row>',
    b'<row r="99"><c r="B99"/><c r="C98"/></row>',
    b'<row r="99"><c r="B99"><v>1</v></c><c r="B99"><v>2</v></c></row>',
    b'<row r="2000000"/>',
    b'<row r="x"/>',
]


@pytest.mark.parametrize("rows", DISJOINTED)
def test_rows_out_of_joint_make_a_broken_file(rows):
    blob = tampered(sheet_part(), b"</sheetData>", rows + b"</sheetData>")
    assert codes(read(blob, "")) == ["trasig-fil"]


def test_a_cell_that_points_at_no_text_makes_a_broken_file():
    blob = tampered(sheet_part(), b"</sheetData>", b'<row r="99"><c r="B99" t="s"><v>7</v></c></row></sheetData>')
    assert codes(read(blob, "")) == ["trasig-fil"]


def test_the_identity_expected_and_found_is_no_fault():
    assert codes(read(built(), "", expected=VP)) == []
