"""The row values have the fields of their sheets: a column is described once, in its schema."""

from dataclasses import fields

import pytest

from schemas.workbooks import Kind, workbook_schema
from service.chain import records

ROW_TYPES = [
    value
    for value in (getattr(records, name) for name in records.__all__)
    if isinstance(value, type)
    and issubclass(value, records.Row)
    and "sheet" in value.__dict__
    and value is not records.Row
]
SHEETS = {sheet.key: sheet for kind in Kind for sheet in workbook_schema(kind).sheets}
COMPUTED = {"egen"}


@pytest.mark.parametrize("row_type", ROW_TYPES, ids=lambda t: t.__name__)
def test_a_rows_fields_are_its_sheets_columns(row_type: type[records.Row]) -> None:
    own = {field.name for field in fields(row_type)} - {"id", "row"} - COMPUTED
    assert own == set(SHEETS[row_type.sheet].columns()) - {"id"}


def test_every_sheet_has_its_row_type() -> None:
    assert {row_type.sheet for row_type in ROW_TYPES} == set(SHEETS)
