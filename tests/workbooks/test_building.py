"""The workbook that is sent out: what is in it, what is locked, and that it is the same each time."""

import io
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from schemas.columns import heading_for
from schemas.text import Run, StyledText
from schemas.workbooks import Kind, workbook_schema
from service.workbooks import Content, build, csv_field

from .filled import MRP, VP, built, content, read_built, record, row


@cache
def opened(kind: Kind = Kind.VERKSAMHETSPLAN):
    return load_workbook(io.BytesIO(built(kind)), rich_text=True)


def sheet(title: str, kind: Kind = Kind.VERKSAMHETSPLAN) -> Worksheet:
    return opened(kind)[title]


@pytest.mark.parametrize("kind", Kind)
def test_the_sheets_stand_in_the_order_of_the_schema_after_the_readme(kind):
    titles = [sheet.title for sheet in workbook_schema(kind).sheets]
    assert opened(kind).sheetnames == ["Läs mig", *titles, "Listor", "_malkedjan"]


@pytest.mark.parametrize("kind", Kind)
def test_no_two_columns_of_a_sheet_are_read_by_the_same_heading(kind):
    for found in workbook_schema(kind).sheets:
        headings = Counter(heading_for(column, 2027).casefold() for column in found.columns().values())
        assert headings.most_common(1)[0][1] == 1, found.title


@pytest.mark.parametrize("kind", Kind)
def test_no_two_defined_names_of_a_workbook_are_alike(kind):
    names = [f"mk_{s.key}_{name}" for s in workbook_schema(kind).sheets for name in s.columns()]
    names += [f"mk_blad_{s.key}" for s in workbook_schema(kind).sheets]
    assert len(set(names)) == len(names)
    assert set(names) <= set(opened(kind).defined_names)


@pytest.mark.parametrize("kind", Kind)
def test_every_sheet_is_protected_without_a_password_and_lets_text_be_formatted(kind):
    for found in workbook_schema(kind).sheets:
        protection = sheet(found.title, kind).protection
        assert protection.sheet
        assert protection.password is None
        assert not protection.formatCells


def test_the_same_content_gives_the_same_bytes():
    assert build(VP, content()) == built()


def test_headings_carry_the_years_of_the_plan_and_a_mark_on_what_is_required():
    headings = [cell.value for cell in sheet("Driftbudget", Kind.MRP)[5]]
    assert "Bokslut 2025" in headings
    assert "Ram 2027 *" in headings
    assert "Plan 2029 *" in headings


def test_a_locked_row_is_locked_whole_and_an_open_row_only_in_its_locked_columns():
    measures = sheet("Mått")
    assert measures["D6"].protection.locked
    assert not measures["D7"].protection.locked
    assert measures["B7"].protection.locked


def test_codes_are_shown_with_their_labels():
    assert sheet("Detaljbudget")["B7"].value == "407 Förskola"


def test_bold_and_italics_are_written_as_rich_text():
    assert read_built().sheets["verksamhetsplan_text"][0].cells["inledning"].value == StyledText(
        (Run("Planen gäller "), Run("hela", bold=True), Run(" året "), Run("2027", italic=True), Run("."))
    )


def test_text_that_looks_like_a_formula_or_an_error_stays_text():
    texts = ("=1+1", "+46 521 72 10 00", "@x", "-5", '=HYPERLINK("http://x")')
    rows = [record("bilaga", "", titel=text) for text in texts]
    workbook = load_workbook(io.BytesIO(build(MRP, Content("X", records={"bilaga": rows}))))
    cells = [workbook["Bilagor"][f"C{number}"] for number in range(6, 11)]
    assert [cell.value for cell in cells] == list(texts)
    assert {cell.data_type for cell in cells} == {"s"}


def test_only_what_a_spreadsheet_would_run_is_guarded_in_a_csv_field():
    for text in (
        "-0.5",
        "-0,5",
        "-1 234,5 %",
        "+3",
        "-1E+3",
        "",
        "- Bygglovsarkivet",
        "- Fler (10 %)\n- Bra!",
        "−5",
        "a=b",
    ):
        assert csv_field(text) == text
    for text in (
        "=1+1",
        "@SUM(1)",
        "+A1",
        "-A1",
        "-1+2",
        "-cmd|' /C calc'!A0",
        "- cmd|' /C calc'!A0",
        "- HYPERLINK(A1)",
        "\t=1",
    ):
        assert csv_field(text) == f"'{text}"


def test_every_row_has_an_id_that_comes_back_at_the_next_making():
    ids = [cell.value for cell in sheet("Aktiviteter")["A"][5:]]
    assert len(ids) == len(set(ids)) == 40
    assert all(id.startswith("aktivitet-") and len(id) == len("aktivitet-") + 10 for id in ids)


def test_a_blank_row_never_gets_the_id_of_a_prefilled_one():
    blank = sheet("Aktiviteter")["A7"].value
    again = build(VP, Content("X", records={"aktivitet": [record("aktivitet", blank)]}))
    ids = [cell.value for cell in load_workbook(io.BytesIO(again))["Aktiviteter"]["A"][5:]]
    assert len(ids) == len(set(ids)) == 41


def test_the_items_of_the_result_budget_are_there_without_being_sent_in():
    assert sheet("Resultatbudget", Kind.MRP)["B9"].value == "Skatteintäkter"


def test_choices_that_stand_elsewhere_in_the_workbook_are_gathered_in_a_list():
    workbook = opened(Kind.MRP)
    formulas = [validation.formula1 for validation in workbook["Mått"].data_validations.dataValidation]
    assert "mk_lista_mal_eller_resultat" in formulas
    assert "Förväntade resultat" in str([cell.value for row in workbook["Listor"].rows for cell in row])


def test_open_cells_have_help_no_longer_than_excel_allows():
    for kind in Kind:
        for ws in opened(kind):
            for validation in ws.data_validations.dataValidation:
                assert len(validation.prompt or "") <= 255
                assert len(validation.promptTitle or "") <= 32
                assert len(validation.formula1 or "") <= 255


def test_what_is_left_of_the_frame_is_shown_above_the_budget():
    budget = sheet("Detaljbudget")
    assert budget["G4"].value == "Kvar att fördela, tkr"
    assert "Ram" in budget["H4"].value
    assert budget["J5"].value == "Netto (räknas ut)"


def test_a_workbook_prints_on_landscape_pages_one_page_wide_with_its_headings_repeated():
    budget = sheet("Detaljbudget")
    assert budget.page_setup.orientation == "landscape"
    assert budget.sheet_properties.pageSetUpPr.fitToPage
    assert budget.print_title_rows == "$5:$5"
    assert budget.oddFooter.right.text == "Sida &P av &N"


def test_amounts_keep_their_decimals_and_numbers_are_numbers():
    assert row(read_built(), "vp_matt", 6)["mal_1"] == 76.5


def test_open_cells_on_either_side_of_a_locked_row_keep_their_choices():
    rows = [record("vp_matt", id, hor_till="1.1") for id in ("m-0", "m-1", "m-2")]
    given = replace(content(), records={**content().records, "vp_matt": rows})
    sheet = load_workbook(io.BytesIO(build(VP, given)))["Mått"]
    ranges = [str(v.sqref) for v in sheet.data_validations.dataValidation if v.type == "list"]
    assert any(" " in where and "6" in where for where in ranges), ranges
