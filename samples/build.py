"""Fill the official workbooks with the sample municipality's own words and figures, as its staff would have done.

`make samples` runs this after a change of `samples/source` or of the workbooks' form.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from samples.source import installningar, mrp, vp_bn, vp_bun, vp_kfn, vp_ks, vp_mhn, vp_ofn, vp_sbn, vp_sn
from schemas.cells import Cell
from schemas.columns import Prosa, Tal
from schemas.sheets import CellRow, Record, SheetSchema, load, restored
from schemas.text import Run, StyledText
from schemas.workbooks import Kind, workbook_schema
from service.chain.values import Decision
from service.findings import line, refuses
from service.store import PlanKey
from service.usecases.adopt import adopt
from service.usecases.hand_in import hand_in
from service.usecases.house import House, open_house
from service.usecases.submit import submit
from service.usecases.workbook import prepared
from service.workbooks import Content, build

HERE = Path(__file__).parent
AR = 2027
NAMNDER: Mapping[str, ModuleType] = {
    "KS": vp_ks, "BUN": vp_bun, "SN": vp_sn, "SBN": vp_sbn, "BN": vp_bn, "MHN": vp_mhn, "KFN": vp_kfn, "OFN": vp_ofn,
}  # fmt: skip
MRP_DECISION = Decision("KF", date(2026, 6, 17), 78, "KS 2026/101")
_MARKUP = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*", re.DOTALL)
_MATCHED = ("post", "verksamhet", "namn", "objekt")  # what tells a prefilled row apart from the others
Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def main() -> None:
    """Write every sample workbook afresh."""
    with TemporaryDirectory() as folder, open_house(Path(folder), lambda: datetime(2026, 6, 1, tzinfo=UTC)) as house:
        for name, blob in sample_workbooks(house):
            path = HERE / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(blob)
            print(f"Skrev samples/{name}")


def sample_workbooks(house: House) -> Iterable[tuple[str, bytes]]:
    """Each sample workbook's file name and bytes, in the order in which they are handed in."""
    yield from _accepted(house, f"installningar-{AR}.xlsx", filled(house, Kind.INSTALLNINGAR, installningar))
    yield from _accepted(house, f"mrp-{AR}.xlsx", filled(house, Kind.MRP, mrp))
    key = PlanKey(Kind.MRP, "", AR)
    hand_in(house, key, by="Ekonomichefen", acknowledge=True)
    adopt(house, key, MRP_DECISION, by="Kommunsekreteraren")
    for kod, module in NAMNDER.items():
        blob = filled(house, Kind.VERKSAMHETSPLAN, module, kod)
        yield from _accepted(house, f"verksamhetsplan-{AR}-{kod.lower()}.xlsx", blob)


def filled(house: House, kind: Kind, source: Any, namnd: str = "", proposal: str = "") -> bytes:
    """The official workbook with the source's forms and rows put in."""
    identity, content = prepared(house, kind, AR, namnd, proposal)
    return build(identity, with_source(kind, content, source.FORMS, source.ROWS))


def with_source(kind: Kind, content: Content, forms: Mapping[str, Mapping[str, Any]], rows: Rows) -> Content:
    """What the workbook holds once the source's own have been put among the prefilled rows."""
    records = {key: list(given) for key, given in content.records.items()}
    workbook = workbook_schema(kind)
    for key, values in forms.items():
        records[key] = [_record(workbook.sheet(key), values, (records.get(key) or [None])[0])]
    for key, given in rows.items():
        records[key] = _merged(workbook.sheet(key), records.get(key, []), given)
    return replace(content, records=records)


def styled_markup(text: str) -> StyledText:
    """`**fet**` and `*kursiv*` as runs."""
    runs, end = [], 0
    for match in _MARKUP.finditer(text):
        runs.append(Run(text[end : match.start()]))
        runs.append(Run(match[1] or match[2], bold=bool(match[1]), italic=bool(match[2])))
        end = match.end()
    return StyledText(tuple(run for run in [*runs, Run(text[end:])] if run.text))


def _accepted(house: House, name: str, blob: bytes) -> Iterable[tuple[str, bytes]]:
    receipt = submit(house, blob, name, by="Exempel")
    if refuses(receipt.findings) or not receipt.ready:
        raise SystemExit("\n".join([f"{name} antas inte:", *(line(finding) for finding in receipt.findings)]))
    yield name, blob


def _merged(sheet: type[SheetSchema], before: Sequence[Record], rows: Sequence[Mapping[str, Any]]) -> list[Record]:
    """The prefilled rows with the source's values in those they match, and the source's other rows after them."""
    given = list(rows)
    merged = []
    for record in before:
        match = next((values for values in given if _same(record, values)), None)
        if match is not None:
            given.remove(match)
        merged.append(_record(sheet, match, record) if match is not None else record)
    return [*merged, *(_record(sheet, values, None) for values in given)]


def _same(record: Record, values: Mapping[str, Any]) -> bool:
    matched = [name for name in _MATCHED if name in values and name in record.values]
    return bool(matched) and all(record.values[name] == values[name] for name in matched)


def _record(sheet: type[SheetSchema], values: Mapping[str, Any], before: Record | None) -> Record:
    """A record of the source's values, read as a cell would be, over what stood there."""
    columns = sheet.columns()
    cells = {name: Cell(name, _as_cell(columns[name], value)) for name, value in values.items()}
    loaded, findings = load(sheet, [CellRow(0, cells)])
    if findings:
        raise SystemExit("\n".join(f"{sheet.key}: {line(finding)}" for finding in findings))
    base = before.values if before else restored(sheet, 0, "", {}).values
    given = {name: loaded[0].values[name] for name in values}
    return Record(sheet.key, 0, before.id if before else "", {**base, **given})


def _as_cell(column: Any, value: Any) -> Any:
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, str) and isinstance(column, Prosa):
        return styled_markup(value)
    if isinstance(column, Tal) and isinstance(value, str | int):
        return Decimal(value)
    return value


if __name__ == "__main__":
    main()
