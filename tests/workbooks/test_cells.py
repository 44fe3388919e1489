"""What stands in cells: values as they are, and problems where there is no value to be had."""

import re
from datetime import datetime

import pytest
from openpyxl.styles import Font

from schemas.text import Run, StyledText
from service.workbooks import read

from .filled import built, changed, filled, part_of, parts_of, row, tampered

BUDGET, ACTIVITIES = "Detaljbudget", "Aktiviteter"


def with_cell(xml, title=BUDGET, styles=b""):
    """The workbook with a row 60 that holds that cell, as XML."""
    blob = tampered("xl/styles.xml", b"</cellXfs>", styles + b"</cellXfs>") if styles else built()
    return tampered(part_of(title), b"</sheetData>", b'<row r="60">' + xml + b"</row></sheetData>", blob)


def cell(blob, sheet, number, field):
    return next(r for r in read(blob, "").sheets[sheet] if r.row == number).cells[field]


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        (b"<v>5</v>", 5),
        (b"<v>5.5</v>", 5.5),
        (b"<v>0.30000000000000004</v>", 0.30000000000000004),
        (b"<v>1E+20</v>", 1e20),
        (b"<v>1e999</v>", "1e999"),
        (b"<v>nonsense</v>", "nonsense"),
    ],
)
def test_numbers_are_left_raw(stored, value):
    assert cell(with_cell(b'<c r="E60">' + stored + b"</c>"), "budgetrad", 60, "personal").value == value


@pytest.mark.parametrize("text", ["1 234,50", "1\u00a0234", "−5", "(5)", "1.234", "12 %", "_x000D_", "  x  "])
def test_text_is_left_as_it_stands(text):
    assert row(read(filled({BUDGET: {"E7": text}}), ""), "budgetrad", 7)["personal"] == text


def test_true_is_true():
    assert row(read(filled({ACTIVITIES: {"N6": True}}), ""), "aktivitet", 6)["utgar"] is True


def test_a_formula_with_a_value_is_that_value():
    assert cell(with_cell(b'<c r="E60"><f>2+3</f><v>5</v></c>'), "budgetrad", 60, "personal").value == 5


def test_a_formula_that_gives_nothing_is_empty():
    blob = with_cell(b'<c r="D60"><v>1</v></c><c r="E60" t="str"><f>IF(1,"")</f><v></v></c>')
    assert cell(blob, "budgetrad", 60, "personal").empty


def test_a_formula_never_computed_is_a_problem_that_shows_the_formula():
    found = cell(filled({BUDGET: {"E20": "=SUM(E6:E8)"}}), "budgetrad", 20, "personal")
    assert (found.problem, found.found, found.ref) == ("formel-utan-varde", "=SUM(E6:E8)", "E20")


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!", "#SAKNAS!"])
def test_an_error_is_a_problem_even_as_text(error):
    stored = cell(with_cell(f'<c r="E60" t="e"><v>{error}</v></c>'.encode()), "budgetrad", 60, "personal")
    typed = cell(filled({BUDGET: {"E7": error}}), "budgetrad", 7, "personal")
    assert (stored.problem, stored.found) == (typed.problem, typed.found) == ("felvarde", error)


def test_a_merged_range_is_a_problem_in_every_cell_but_the_first():
    def merge(workbook):
        workbook[BUDGET]["E7"] = 5
        workbook[BUDGET].merge_cells("E7:F8")

    rows = {r.row: r.cells for r in read(changed(merge), "").sheets["budgetrad"]}
    assert rows[7]["personal"].value == 5
    for number, field in ((7, "lokal"), (8, "personal"), (8, "lokal")):
        assert (rows[number][field].problem, rows[number][field].found) == ("sammanfogad", "E7:F8")


def test_percent_is_read_as_the_person_sees_it():
    percent = b'<xf numFmtId="9" fontId="0"/>'
    count = built_styles()
    blob = with_cell(f'<c r="E60" s="{count}"><v>0.76</v></c>'.encode(), styles=percent)
    assert cell(blob, "budgetrad", 60, "personal").value == "76 %"


def built_styles():
    """How many cell styles the built workbook has, that is, the number of the next one."""
    return int(re.search(rb'<cellXfs count="(\d+)"', parts_of(built())["xl/styles.xml"])[1])


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        (b"<v>46419</v>", datetime(2027, 2, 1)),
        (b"<v>99999999999</v>", 99999999999),
        (b"<v>-700000</v>", -700000),
    ],
)
def test_a_day_is_a_day_where_the_calendar_has_it(stored, value):
    day = b'<xf numFmtId="14" fontId="0"/>'
    blob = with_cell(f'<c r="J60" s="{built_styles()}">'.encode() + stored + b"</c>", ACTIVITIES, day)
    assert cell(blob, "aktivitet", 60, "start").value == value


def test_an_iso_day_is_a_day():
    blob = with_cell(b'<c r="J60" t="d"><v>2027-02-01T00:00:00Z</v></c>', ACTIVITIES)
    assert cell(blob, "aktivitet", 60, "start").value == datetime(2027, 2, 1)


def test_rich_text_keeps_bold_and_italics_and_drops_the_rest():
    xml = (
        b'<c r="D60" t="inlineStr"><is><r><t xml:space="preserve">a </t></r><r><rPr><b/><color rgb="FFFFFFFF"/></rPr>'
        b"<t>b</t></r><r><rPr><strike/><i val='1'/><b val='0'/></rPr><t>c</t></r><rPh><t>fonetik</t></rPh></is></c>"
    )
    found = cell(with_cell(xml, ACTIVITIES), "aktivitet", 60, "text").value
    assert found == StyledText((Run("a "), Run("b", bold=True), Run("c", italic=True)))


def test_a_cell_that_is_bold_as_a_whole_is_bold_text():
    def embolden(workbook):
        workbook[ACTIVITIES]["D6"] = "Viktigt"
        workbook[ACTIVITIES]["D6"].font = Font(bold=True)

    found = row(read(changed(embolden), ""), "aktivitet", 6)["text"]
    assert found == StyledText((Run("Viktigt", bold=True),))


def test_line_breaks_are_kept():
    assert row(read(filled({ACTIVITIES: {"D6": "- a\n- b"}}), ""), "aktivitet", 6)["text"] == "- a\n- b"


def test_a_row_with_only_white_space_is_blank():
    assert read(filled({ACTIVITIES: {"D6": "  ", "F6": "\n"}}), "").sheets["aktivitet"] == []
