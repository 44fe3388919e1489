"""What was read of a workbook, sheet by sheet: shapes made of the columns as `schemas` describes them."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from marshmallow import Schema, fields

from schemas import columns as c
from schemas.sheets import FormSheet, Record, SheetSchema
from schemas.workbooks import Kind, workbook_schema


class _Decimaltext(fields.String):
    """An exact number as text with a decimal point: a program that reads numbers as floats loses nothing."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else f"{value:f}"


@cache
def records_schema() -> Schema:
    """The records of a submission: under the name of its kind, a list for each sheet of rows, an object for a form."""
    kinds: dict[str, Any] = {kind.value: fields.Nested(_workbook(kind), metadata=_about(kind)) for kind in Kind}
    slag = fields.String(required=True, metadata={"enum": [kind.value for kind in Kind]})
    return Schema.from_dict({"slag": slag, **kinds}, name="Poster")()


def records_json(kind: Kind, records: Mapping[str, Sequence[Record]]) -> dict[str, Any]:
    """A submission's records as the shape has them: amounts and other numbers as decimal text, days as ISO."""
    sheets = {sheet.key: _sheet_json(sheet, records.get(sheet.key, ())) for sheet in workbook_schema(kind).sheets}
    return {"slag": kind.value, kind.value: sheets}


def _workbook(kind: Kind) -> type[Schema]:
    sheets: dict[str, Any] = {sheet.key: _sheet(kind, sheet) for sheet in workbook_schema(kind).sheets}
    return Schema.from_dict(sheets, name=f"Poster-{kind.value}")


def _sheet(kind: Kind, sheet: type[SheetSchema]) -> fields.Field[Any]:
    shape = Schema.from_dict(
        {
            "id": fields.String(required=True, metadata={"description": "Radens beständiga id."}),
            "rad": fields.Integer(required=True, metadata={"description": "Radens nummer i arbetsboken."}),
            **{name: _field(column) for name, column in _shown(sheet).items()},
        },
        name=f"Rad-{kind.value}-{sheet.key}",
    )
    about = {"title": sheet.title, "description": sheet.intro or sheet.title}
    if issubclass(sheet, FormSheet):
        return fields.Nested(shape, required=True, allow_none=True, metadata=about)
    return fields.List(fields.Nested(shape), required=True, metadata=about)


def _field(column: c.Column) -> fields.Field[Any]:
    """The JSON field of a column: its heading, its help and its choices are the workbook's."""
    about: dict[str, Any] = {"title": column.heading, "description": column.help or column.heading}
    given: dict[str, Any] = {"required": True, "allow_none": True, "metadata": about}
    if isinstance(column, c.Tal):
        return _Decimaltext(**given)
    if isinstance(column, c.Datum):
        return fields.Date(**given)
    if isinstance(column, c.Ar | c.Paragraf):
        return fields.Integer(**given)
    if isinstance(column, c.JaNej):
        return fields.Boolean(**given)
    if isinstance(column, c.Koder):
        return fields.List(fields.String(), **given)
    return fields.String(**given)


def _shown(sheet: type[SheetSchema]) -> dict[str, c.Column]:
    return {name: column for name, column in sheet.columns().items() if not column.hidden}


def _sheet_json(sheet: type[SheetSchema], rows: Any) -> Any:
    found = [_row_json(sheet, record) for record in rows]
    return next(iter(found), None) if issubclass(sheet, FormSheet) else found


def _row_json(sheet: type[SheetSchema], record: Record) -> Mapping[str, Any]:
    values = {name: record.values.get(name) for name in _shown(sheet)}
    return {"id": record.id, "rad": record.row, **values}


def _about(kind: Kind) -> dict[str, str]:
    return {"title": workbook_schema(kind).title}
