"""Single cells are filled through defined names."""

from datetime import date, datetime

import pytest
from openpyxl.workbook.defined_name import DefinedName

from service.excel import TemplateFault, fill

from .build import budget, name_cell, opened, shown


def with_field(sheet):
    name_cell(sheet, "falt_titel", "$B$2")


def fault_of(template, cells):
    with pytest.raises(TemplateFault) as caught:
        fill(template, cells, {})
    return caught.value


def test_a_named_cell_gets_its_value():
    assert shown(fill(budget(with_field), {"falt_titel": "Budget 2027"}, {}))["Driftbudget"]["B2"] == "Budget 2027"


def test_a_cell_that_was_never_written_takes_its_columns_style():
    def change(sheet):
        with_field(sheet)
        sheet.column_dimensions["B"].number_format = "yyyy-mm-dd"

    sheet = opened(fill(budget(change), {"falt_titel": date(2026, 1, 2)}, {}))["Driftbudget"]
    assert sheet["B2"].number_format == "yyyy-mm-dd"


def test_none_and_empty_text_leave_a_blank_cell():
    def change(sheet):
        with_field(sheet)
        sheet["B2"] = "Exempel"

    for blank in (None, ""):
        assert "B2" not in shown(fill(budget(change), {"falt_titel": blank}, {}))["Driftbudget"]


def test_a_name_for_merged_cells_is_a_name_for_one():
    def change(sheet):
        sheet.merge_cells("B2:D2")
        name_cell(sheet, "falt_titel", "$B$2:$D$2")

    assert shown(fill(budget(change), {"falt_titel": "Över tre"}, {}))["Driftbudget"]["B2"] == "Över tre"


def test_names_without_the_prefix_may_be_given_or_not():
    template = budget(lambda sheet: name_cell(sheet, "rubrik", "$B$2"))
    assert "B2" not in shown(fill(template, {}, {}))["Driftbudget"]
    assert shown(fill(template, {"rubrik": "Så"}, {}))["Driftbudget"]["B2"] == "Så"


def test_a_value_for_a_name_that_is_not_there_is_refused():
    fault = fault_of(budget(with_field), {"falt_titel": "x", "falt_tittel": "y"})
    assert (fault.code, fault.name, fault.nearest) == ("unknown_name", "falt_tittel", "falt_titel")


def test_a_field_that_gets_no_value_is_refused():
    fault = fault_of(budget(with_field), {})
    assert (fault.code, fault.name) == ("name_not_given", "falt_titel")
    assert "falt_titel" in str(fault)


def test_a_field_that_no_longer_points_anywhere_is_refused():
    template = budget(lambda sheet: sheet.parent.defined_names.add(DefinedName("falt_x", attr_text="#REF!")))
    assert fault_of(template, {}).code == "name_not_one_cell"


def test_a_field_of_one_sheet_only_is_refused():
    template = budget(lambda sheet: sheet.defined_names.add(DefinedName("falt_x", attr_text="Driftbudget!$A$1")))
    fault = fault_of(template, {})
    assert (fault.code, fault.name, fault.sheet) == ("name_local", "falt_x", "Driftbudget")


@pytest.mark.parametrize(
    ("cell", "code"), [("$A$1:$B$2", "name_not_one_cell"), ("$D$6", "name_on_formula"), ("$A$5", "name_in_table")]
)
def test_a_field_that_cannot_be_filled_there_is_refused(cell, code):
    template = budget(lambda sheet: name_cell(sheet, "falt_x", cell))
    assert fault_of(template, {"falt_x": "y"}).code == code


@pytest.mark.parametrize("value", [1.5, b"x", [], object()])
def test_values_no_cell_may_be_given_are_type_errors(value):
    with pytest.raises(TypeError):
        fill(budget(with_field), {"falt_titel": value}, {})


def test_a_datetime_is_a_type_error():
    with pytest.raises(TypeError):
        fill(budget(with_field), {"falt_titel": datetime(2026, 1, 1)}, {})
