"""The file around the cells: equal bytes, honest properties, nothing lost."""

import zipfile
from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from service.excel import SENTENCES, TemplateFault, WorkbookProperties, fill

from .build import budget, name_cell, opened, part, rows, saved, with_parts

GIVEN = {"Budget": rows((1, 2), (3, 4))}


def test_equal_arguments_give_equal_bytes():
    template = budget()
    properties = WorkbookProperties(title="Detaljbudget")
    assert fill(template, {}, GIVEN, properties=properties) == fill(template, {}, GIVEN, properties=properties)


def test_no_clock_is_read():
    with zipfile.ZipFile(BytesIO(fill(budget(), {}, GIVEN))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_properties_replace_all_the_template_said_of_itself():
    def change(sheet):
        sheet.parent.properties.creator = "Anna Andersson"
        sheet.parent.properties.lastModifiedBy = "Bo Bengtsson"

    given = WorkbookProperties(title="A & B <c>", creator="Kommunen", created=datetime(2026, 11, 12, 8))
    filled = fill(budget(change), {}, GIVEN, properties=given)
    found = opened(filled).properties
    assert (found.title, found.creator, found.lastModifiedBy, found.language) == (
        "A & B <c>",
        "Kommunen",
        None,
        "sv-SE",
    )
    assert found.created == found.modified == datetime(2026, 11, 12, 8)
    assert "Anna" not in part(filled, "docProps/core.xml")


def test_without_properties_the_templates_own_stay():
    template = budget(lambda sheet: setattr(sheet.parent.properties, "title", "Mallens titel"))
    assert opened(fill(template, {}, GIVEN)).properties.title == "Mallens titel"


def test_parts_not_filled_come_out_byte_for_byte():
    template = with_parts(budget(), {"xl/theme/theme1.xml": lambda text: text + "<!-- orörd -->"})
    assert part(fill(template, {}, GIVEN), "xl/theme/theme1.xml") == part(template, "xl/theme/theme1.xml")


def test_excel_is_not_made_to_recalculate_and_ask_about_saving():
    assert "fullCalcOnLoad" in part(budget(), "xl/workbook.xml")
    assert "fullCalcOnLoad" not in part(fill(budget(), {}, GIVEN), "xl/workbook.xml")


def with_calculation_chain():
    chain = '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="D5" i="1"/></calcChain>'
    relation = (
        '<Relationship Id="rId77" Target="calcChain.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/calcChain"/></Relationships>'
    )
    override = (
        '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.calcChain+xml"/></Types>'
    )
    template = with_parts(
        budget(),
        {
            "xl/_rels/workbook.xml.rels": lambda text: text.replace("</Relationships>", relation),
            "[Content_Types].xml": lambda text: text.replace("</Types>", override),
        },
    )
    target = BytesIO(template)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("xl/calcChain.xml", chain)
    return target.getvalue()


def test_the_chain_of_calculation_is_forgotten():
    filled = fill(with_calculation_chain(), {}, GIVEN)
    with zipfile.ZipFile(BytesIO(filled)) as archive:
        assert "xl/calcChain.xml" not in archive.namelist()
    assert "calcChain" not in part(filled, "xl/_rels/workbook.xml.rels") + part(filled, "[Content_Types].xml")


def test_a_workbook_without_any_text_gets_its_strings():
    workbook = Workbook()
    name_cell(workbook.active, "falt_a", "$A$1")
    template = saved(workbook)
    filled = fill(template, {"falt_a": "text"}, {})
    assert opened(filled).active["A1"].value == "text"


def test_a_template_with_shared_strings_is_filled_as_well():
    # openpyxl writes texts in their cells; Excel, and what is filled here, in the table of shared strings.
    template = fill(budget(lambda sheet: name_cell(sheet, "falt_a", "$C$4")), {"falt_a": "Kostnad"}, {})
    assert "sharedStrings" in part(template, "[Content_Types].xml")
    given = {"Budget": [{"Verksamhet": "Kostnad", "Kostnad": 3}]}
    sheet = opened(fill(template, {"falt_a": "Kostnad"}, given)).active
    assert [sheet[cell].value for cell in ("C4", "A5", "C5")] == ["Kostnad", "Kostnad", 3]


def test_an_excel_template_file_becomes_a_workbook():
    workbook = Workbook()
    workbook.template = True
    filled = fill(saved(workbook), {}, {})
    assert "template.main" not in part(filled, "[Content_Types].xml")


def macro(text):
    return text.replace("openxmlformats-officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main")


def strict(text):
    return text.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/x")


@pytest.mark.parametrize(
    ("blob", "code"),
    [
        (b"", "not_a_workbook"),
        (b"\xd0\xcf\x11\xe0 gammal xls", "not_a_workbook"),
        (budget()[:500], "not_a_workbook"),
        (with_parts(budget(), {"[Content_Types].xml": macro}), "macros"),
        (with_parts(budget(), {"xl/workbook.xml": strict}), "strict"),
        (with_parts(budget(), {"xl/worksheets/sheet1.xml": lambda text: text[:-20]}), "damaged"),
        (with_parts(budget(), {"xl/styles.xml": lambda text: f"<!DOCTYPE a>{text}"}), "damaged"),
    ],
)
def test_what_is_no_ordinary_workbook_is_refused(blob, code):
    with pytest.raises(TemplateFault) as caught:
        fill(blob, {}, {})
    assert caught.value.code == code


def test_every_fault_has_a_sentence():
    for code in SENTENCES:
        sentence = str(TemplateFault(code, "N", sheet="Blad", cell="A1", nearest="M"))
        assert sentence.startswith("Blad 'Blad' cell A1: ")
        assert sentence.endswith("Närmast är M.")
