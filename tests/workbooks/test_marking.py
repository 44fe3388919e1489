"""The workbook sent back: the person's own values, every fault marked where it stands, and fit to be mended."""

import io

import pytest
from openpyxl import load_workbook

from schemas.sheets import load
from schemas.workbooks import Kind, workbook_schema
from service.findings import Finding, Level, Place
from service.workbooks import annotate, read

from ..office import validator_errors
from .filled import VP, built, changed, codes, content, filled, row

BUDGET = "Detaljbudget"
WRONG = {
    BUDGET: {"D7": "tolv", "E7": "1.234", "F7": 5.5, "B12": "999", "D12": 7, "H12": "=SUM(D6:D8)"},
    "Aktiviteter": {"D9": "=1+1 är två", "J9": "1/2/2026", "C9": "1.1"},
}


def judged(reading):
    """Every fault that the cells of a reading have."""
    schema = workbook_schema(Kind.VERKSAMHETSPLAN)
    return [f for key, rows in reading.sheets.items() for f in load(schema.sheet(key), rows)[1] if f.code != "tom"]


def sent_back(blob):
    reading = read(blob, "plan.xlsx")
    return annotate(VP, content(), reading, [*reading.findings, *judged(reading)])


def plain_values(reading, sheet):
    return {
        found.row: {name: cell.found or cell.value for name, cell in found.cells.items() if not cell.empty}
        for found in reading.sheets[sheet]
    }


def test_it_reads_as_what_the_person_sent():
    blob = filled(WRONG)
    before, after = read(blob, ""), read(sent_back(blob), "")
    assert codes(after) == []
    assert after.identity == VP
    for sheet in before.sheets:
        assert plain_values(after, sheet) == plain_values(before, sheet), sheet


def test_every_fault_is_marked_in_its_cell_with_what_to_do():
    sheet = load_workbook(io.BytesIO(sent_back(filled(WRONG))))[BUDGET]
    assert sheet["D7"].value == "tolv"
    assert sheet["D7"].fill.fgColor.rgb.endswith("F8C9C4")
    assert "Intäkter ska vara ett tal." in sheet["D7"].comment.text
    assert "Skriv bara siffror" in sheet["D7"].comment.text
    assert sheet["F7"].comment is None


def test_the_first_sheet_lists_every_fault_with_a_link_to_its_cell():
    sheet = load_workbook(io.BytesIO(sent_back(filled(WRONG)))).worksheets[0]
    assert sheet.title == "Fel"
    rows = {(cells[3].value, cells[4].value): cells for cells in sheet.iter_rows(min_row=6)}
    assert rows[BUDGET, "D7"][5].value == "tolv"
    assert rows[BUDGET, "D7"][4].hyperlink.location == "'Detaljbudget'!D7"
    assert rows["Aktiviteter", "J9"][2].value == "Fel"


def test_what_could_not_be_read_stands_as_text_just_as_it_was_found():
    sheet = load_workbook(io.BytesIO(sent_back(filled(WRONG))))[BUDGET]
    assert (sheet["H12"].value, sheet["H12"].data_type) == ("=SUM(D6:D8)", "s")


def test_it_can_be_mended_and_sent_in_again():
    mended = filled(
        {BUDGET: {"D7": 12, "E7": 1234, "H12": 3}, "Aktiviteter": {"J9": "2026-02-01"}}, sent_back(filled(WRONG))
    )
    reading = read(mended, "", expected=VP)
    assert codes(reading) == []
    assert judged(reading) == []
    assert row(reading, "budgetrad", 7)["id"] == "b-407"


def test_where_the_layout_differed_the_findings_move_along():
    def move(workbook):
        sheet = workbook[BUDGET]
        sheet.insert_cols(4)
        sheet.insert_rows(1, 3)
        sheet["E10"] = "tolv"
        for name in [name for name in workbook.defined_names if name != "mk_identity"]:
            del workbook.defined_names[name]

    reading = read(changed(move), "")
    finding = next(finding for finding in judged(reading) if finding.found == "tolv")
    assert finding.place.cell == "E10"
    sheet = load_workbook(io.BytesIO(annotate(VP, content(), reading, [finding])))
    assert sheet[BUDGET]["D7"].value == "tolv"
    assert sheet[BUDGET]["D7"].comment is not None
    assert sheet["Fel"]["E6"].value == "D7"


def test_a_locked_cell_that_is_wrong_can_be_mended():
    finding = Finding("last-andrad", Level.FEL, Place("Mått", "D6"), "x", {"ratt": "y"})
    sheet = load_workbook(io.BytesIO(annotate(VP, content(), read(built(), ""), [finding])))["Mått"]
    assert not sheet["D6"].protection.locked
    assert sheet["E6"].protection.locked


def test_the_worst_finding_gives_the_colour_and_the_comment_has_them_all():
    findings = [
        Finding("styrtecken", Level.UPPLYSNING, Place(BUDGET, "D7")),
        Finding("inte-heltal", Level.FEL, Place(BUDGET, "D7"), details={"rubrik": "Intäkter"}, paragraph="§ 2.2"),
    ]
    cell = load_workbook(io.BytesIO(annotate(VP, content(), read(built(), ""), findings)))[BUDGET]["D7"]
    assert cell.fill.fgColor.rgb.endswith("F8C9C4")
    assert "Fel: " in cell.comment.text
    assert "Upplysning: " in cell.comment.text
    assert "(regler § 2.2)" in cell.comment.text


def test_a_finding_without_a_place_is_listed_all_the_same():
    finding = Finding("makron", Level.UPPLYSNING)
    sheet = load_workbook(io.BytesIO(annotate(VP, content(), read(built(), ""), [finding])))["Fel"]
    assert "makron" in sheet["G6"].value


def test_the_same_faults_give_the_same_bytes():
    assert sent_back(filled(WRONG)) == sent_back(filled(WRONG))


@pytest.mark.validator
def test_microsofts_validator_finds_nothing_wrong(tmp_path):
    for kind in Kind:
        (tmp_path / f"{kind}.xlsx").write_bytes(built(kind))
    (tmp_path / "marked.xlsx").write_bytes(sent_back(filled(WRONG)))
    assert validator_errors(tmp_path) == ""
