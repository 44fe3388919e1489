"""Everything stored for a year, out again: as JSON, as an Excel file, or as CSV files in a zip."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook

from schemas.sheets import SheetSchema, stored
from schemas.workbooks import Kind, workbook_schema
from service.store import Version, adopted_version, plans_of_year, records_of, submission
from service.workbooks import cell_of, csv_field

from .house import House
from .loading.ground import numbers_of

FORMATS = ("json", "xlsx", "csv")
Table = tuple[list[str], list[list[str]]]
_ORIGIN = ("slag", "plan_namnd", "period", "forslag", "version", "tillstand")


@dataclass(frozen=True, slots=True)
class Exported:
    """A file's bytes and the ending its name should have."""

    content: bytes
    ending: str


def export(house: House, ar: int, format: str, *, meetings: bool = True) -> Exported:
    """Every plan and proposal of a year: what is in force, and the newest version where that is another; and, unless it
    is for somebody who may not see what is secret in them, the meetings. Each row has its permanent id, number and
    origin.

    Amounts are as entered; dates are ISO. `format` is one of `FORMATS`.
    """
    if format == "json":
        plans = [_as_json(house, version) for version in _versions(house, ar, meetings)]
        return Exported(json.dumps(plans, ensure_ascii=False, indent=1).encode(), "json")
    tables = _tables(house, ar, meetings)
    return Exported(_as_xlsx(tables), "xlsx") if format == "xlsx" else Exported(_as_zip(tables), "zip")


def _versions(house: House, ar: int, meetings: bool) -> list[Version]:
    found = []
    for newest in plans_of_year(house.store, ar):
        if newest.key.kind is Kind.MOTE and not meetings:
            continue
        key = newest.key
        in_force = adopted_version(house.store, key.kind, key.namnd, key.ar, key.period)
        if in_force is not None and in_force.key == key and in_force != newest:
            found.append(in_force)
        found.append(newest)
    return found


def _as_json(house: House, version: Version) -> dict[str, Any]:
    key = version.key
    sheets: dict[str, list[dict[str, Any]]] = {}
    for sheet, row in _rows(house, version):
        sheets.setdefault(sheet.key, []).append(row)
    return {
        "slag": key.kind.value, "namnd": key.namnd, "ar": key.ar, "period": key.period, "forslag": key.proposal,
        "version": version.version, "tillstand": version.state.value, "inlamning": version.submission, "blad": sheets,
    }  # fmt: skip


def _rows(house: House, version: Version) -> Iterator[tuple[type[SheetSchema], dict[str, Any]]]:
    workbook = workbook_schema(version.key.kind)
    numbers = {id: str(nummer) for id, nummer in numbers_of(house, version).items()}
    found = submission(house.store, version.submission)
    records = records_of(house.store, found)
    for sheet in workbook.sheets:
        for record in records.get(sheet.key, ()):
            values = stored(sheet, record)
            if record.id in numbers and "nummer" in values:
                values["nummer"] = numbers[record.id]
            yield sheet, {"id": record.id, "rad": record.row, **{k: v for k, v in values.items() if k != "id"}}


def _tables(house: House, ar: int, meetings: bool) -> dict[str, Table]:
    """A table a sheet, the plans' rows under each other."""
    tables: dict[str, Table] = {}
    for version in _versions(house, ar, meetings):
        key = version.key
        origin = [key.kind.value, key.namnd, key.period, key.proposal, str(version.version), version.state.value]
        for sheet, row in _rows(house, version):
            table = tables.setdefault(sheet.key, ([*_ORIGIN, *row], []))
            table[1].append([*origin, *(_flat(value) for value in row.values())])
    return tables


def _flat(value: Any) -> str:
    if isinstance(value, list):
        return "".join(part[0] for part in value) if value and isinstance(value[0], list) else ", ".join(value)
    return "" if value is None else str(value)


def _as_xlsx(tables: dict[str, Table]) -> bytes:
    book = Workbook(write_only=True)
    for name, (heads, rows) in tables.items():
        sheet = book.create_sheet(name[:31])
        for row in [heads, *rows]:
            sheet.append([cell_of(sheet, value) for value in row])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _as_zip(tables: dict[str, Table]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, (heads, rows) in tables.items():
            text = io.StringIO()
            writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
            writer.writerow(heads)
            writer.writerows([[csv_field(value) for value in row] for row in rows])
            archive.writestr(zipfile.ZipInfo(f"{name}.csv", (1980, 1, 1, 0, 0, 0)), "\ufeff" + text.getvalue())
    return target.getvalue()
