"""What stands below a table moves down with everything that refers to it."""

import zipfile
from io import BytesIO

import pytest
from openpyxl.chart import BarChart
from openpyxl.chart import Reference as ChartData
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.pagebreak import Break

from service.excel import fill

from .build import budget, name_cell, opened, part, rows, shown, with_parts

THREE = {"Budget": rows((10, 1), (20, 2), (30, 3))}


def grown(change):
    """The table from row 5 on holds three rows, so that row 7 and below have become row 9 and below."""
    return fill(budget(change), {}, THREE)


def test_cells_merged_ranges_and_row_heights_below_move():
    def below(sheet):
        sheet["A8"] = "Anmärkning"
        sheet.merge_cells("A8:D9")
        sheet.row_dimensions[8].height = 44
        sheet.merge_cells("A1:D2")

    sheet = opened(grown(below))["Driftbudget"]
    assert (sheet["A8"].value, sheet["A10"].value) == ("Summa", "Anmärkning")
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:D2", "A10:D11"}
    assert (sheet.row_dimensions[8].height, sheet.row_dimensions[10].height) == (None, 44)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("=D6", "=D8"),
        ("=$D$6*2", "=$D$8*2"),
        ("=D4", "=D4"),
        ("=C5", "=C5"),
        ("=SUM(C5:C5)", "=SUM(C5:C7)"),
        ("=SUM(C4:C6)", "=SUM(C4:C8)"),
        ("=SUM($C$5:$C$5)", "=SUM($C$5:$C$7)"),
        ("=SUM(F5:F5)", "=SUM(F5:F5)"),
        ("=SUM(C:C)", "=SUM(C:C)"),
        ("=SUM(3:4)", "=SUM(3:4)"),
        ("=SUM(Budget[Netto])", "=SUM(Budget[Netto])"),
        ('=IF(D6>1,"D6","Blad!D6")', '=IF(D8>1,"D6","Blad!D6")'),
        ("=Annat!D6", "=Annat!D6"),
    ],
)
def test_references_in_formulas_follow(before, after):
    def change(sheet):
        sheet.parent.create_sheet("Annat")
        sheet["G2"] = before
        sheet["G9"] = before

    sheet = opened(grown(change))["Driftbudget"]
    assert (sheet["G2"].value, sheet["G11"].value) == (after, after)


def test_references_from_other_sheets_follow():
    def change(sheet):
        sheet.title = "Drift 'A' budget"
        other = sheet.parent.create_sheet("Översikt")
        other["A1"] = "='Drift ''A'' budget'!D6"
        other["A2"] = "=D6"

    filled = grown(change)
    other = opened(filled)["Översikt"]
    assert (other["A1"].value, other["A2"].value) == ("='Drift ''A'' budget'!D8", "=D6")
    assert shown(filled)["Översikt"] == {"A1": 54, "A2": 0}


def test_names_follow_and_are_filled_where_they_now_are():
    def change(sheet):
        name_cell(sheet, "falt_not", "$B$9")
        name_cell(sheet, "alla", "$C$5:$C$5")
        sheet["A10"] = "=SUM(alla)"

    filled = fill(budget(change), {"falt_not": "Längst ned"}, THREE)
    assert opened(filled).defined_names["falt_not"].attr_text == "'Driftbudget'!$B$11"
    assert shown(filled)["Driftbudget"]["B11"] == "Längst ned"
    assert shown(filled)["Driftbudget"]["A12"] == 6


def test_print_area_and_titles_follow():
    def change(sheet):
        sheet.print_area = "A1:D9"
        sheet.print_title_rows = "4:4"

    sheet = opened(grown(change))["Driftbudget"]
    assert sheet.print_area == "'Driftbudget'!$A$1:$D$11"
    assert sheet.print_title_rows == "$4:$4"


def test_a_print_area_that_ends_with_the_table_takes_its_rows_in():
    filled = fill(budget(lambda sheet: setattr(sheet, "print_area", "A1:D5"), totals=False), {}, THREE)
    assert opened(filled)["Driftbudget"].print_area == "'Driftbudget'!$A$1:$D$7"


def test_data_validations_cover_every_row():
    def change(sheet):
        for cell, choices in (("A5", "$F$8:$F$9"), ("B9", '"ja,nej"'), ("F5", '"x"')):
            validation = DataValidation(type="list", formula1=choices)
            validation.add(cell)
            sheet.add_data_validation(validation)

    validations = opened(grown(change))["Driftbudget"].data_validations.dataValidation
    assert [(str(one.sqref), one.formula1) for one in validations] == [
        ("A5:A7", "$F$10:$F$11"),
        ("B11", '"ja,nej"'),
        ("F5", '"x"'),
    ]


def test_conditional_formats_cover_every_row_and_still_look_at_their_own():
    def change(sheet):
        rule = FormulaRule(formula=["SUM($B5:$C5)<$D$6"], font=Font(bold=True))
        sheet.conditional_formatting.add("A5:D5", rule)

    (formatting,) = opened(grown(change))["Driftbudget"].conditional_formatting
    assert str(formatting.sqref) == "A5:D7"
    assert formatting.rules[0].formula == ["SUM($B5:$C5)<$D$8"]


def test_newer_excels_conditions_in_extensions_follow():
    extension = (
        '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
        'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
        '<x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1">'
        '<x14:dataValidation type="list"><x14:formula1><xm:f>Driftbudget!$F$8</xm:f></x14:formula1>'
        "<xm:sqref>A5</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>"
    )
    # extLst stands after tableParts, last in the sheet.
    template = with_parts(budget(), {"xl/worksheets/sheet1.xml": lambda text: text.replace("</worksheet>", extension)})
    markup = part(fill(template, {}, THREE), "xl/worksheets/sheet1.xml")
    assert "<xm:f>Driftbudget!$F$10</xm:f>" in markup
    assert "<xm:sqref>A5:A7</xm:sqref>" in markup


def test_links_notes_and_page_breaks_follow():
    def change(sheet):
        sheet["A9"].comment = Comment("Se bilaga", "X")
        sheet["A8"].hyperlink = Hyperlink(ref="A8", location="Driftbudget!D6")
        sheet.row_breaks.append(Break(id=5))
        sheet.row_breaks.append(Break(id=2))

    filled = grown(change)
    sheet = opened(filled)["Driftbudget"]
    assert sheet["A11"].comment.text == "Se bilaga"
    assert (sheet["A10"].hyperlink.ref, sheet["A10"].hyperlink.location) == ("A10", "Driftbudget!D8")
    assert [one.id for one in sheet.row_breaks.brk] == [7, 2]


# As Excel writes it, with a line break that is no XML.
NOTE_BOX = """<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<v:shape><v:textbox><div>rad<br></div></v:textbox><x:ClientData ObjectType="Note">
<x:Anchor>1, 15, 8, 2, 3, 10, 12, 4</x:Anchor><x:Row>8</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>"""


def test_the_box_of_a_note_follows_its_cell():
    template = budget(lambda sheet: setattr(sheet["A9"], "comment", Comment("Se bilaga", "X")))
    with zipfile.ZipFile(BytesIO(template)) as archive:
        (box,) = (name for name in archive.namelist() if name.endswith(".vml"))
    markup = part(fill(with_parts(template, {box: lambda _: NOTE_BOX}), {}, THREE), box)
    assert "Anchor>1, 15, 10, 2, 3, 10, 14, 4<" in markup
    assert "Row>10<" in markup


def test_frozen_panes_above_the_table_stay():
    assert opened(grown(lambda sheet: setattr(sheet, "freeze_panes", "A5")))["Driftbudget"].freeze_panes == "A5"


def chart_over_the_table(sheet):
    chart = BarChart()
    chart.add_data(ChartData(sheet, min_col=3, min_row=4, max_row=5), titles_from_data=True)
    chart.set_categories(ChartData(sheet, min_col=1, min_row=5, max_row=5))
    sheet.add_chart(chart, "A9")


def test_a_chart_below_moves_and_shows_every_row():
    filled = grown(chart_over_the_table)
    markup = part(filled, "xl/charts/chart1.xml")
    assert "<f>'Driftbudget'!$C$5:$C$7</f>" in markup
    assert "'Driftbudget'!$A$5:$A$7</f>" in markup
    assert "<f>'Driftbudget'!C4</f>" in markup
    assert "<xdr:row>10</xdr:row>" in part(filled, "xl/drawings/drawing1.xml").replace("<row", "<xdr:row").replace(
        "</row", "</xdr:row"
    )


def test_values_kept_in_a_chart_are_the_filled_ones():
    old = (
        '<numCache><formatCode>General</formatCode><ptCount val="1"/><pt idx="0"><v>99</v></pt></numCache>'
        "</numRef></val>"
    )
    template = with_parts(
        budget(chart_over_the_table),
        {"xl/charts/chart1.xml": lambda text: text.replace("</numRef></val>", old)},
    )
    markup = part(fill(template, {}, THREE), "xl/charts/chart1.xml")
    assert (
        '<formatCode>General</formatCode><ptCount val="3"/><pt idx="0"><v>1</v></pt>'
        '<pt idx="1"><v>2</v></pt><pt idx="2"><v>3</v></pt></numCache>'
    ) in markup


def test_shared_formulas_are_read_as_their_own():
    def change(sheet):
        sheet["F8"], sheet["F9"] = "=D6", "=D6"

    def shared(text):
        first, second = '<c r="F8"><f>D6</f><v></v></c>', '<c r="F9"><f>D6</f><v></v></c>'
        assert first in text
        assert second in text
        return text.replace(first, '<c r="F8"><f t="shared" ref="F8:F9" si="0">D6</f></c>').replace(
            second, '<c r="F9"><f t="shared" si="0"/></c>'
        )

    template = with_parts(budget(change), {"xl/worksheets/sheet1.xml": shared})
    sheet = opened(fill(template, {}, THREE))["Driftbudget"]
    assert (sheet["F10"].value, sheet["F11"].value) == ("=D8", "=D9")
