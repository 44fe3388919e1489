"""The unit of a workbook's amounts, tkr or kronor: decided amounts put into it, and amounts left in another one."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from schemas.columns import Belopp
from schemas.numbers import exact
from schemas.sheets import Record, SheetSchema
from schemas.workbooks import Kind, workbook_schema
from service.findings import Finding, Level, Place

from .links import place_of
from .values import Layout

Records = Mapping[str, Sequence[Record]]
KRONOR = "kronor"
LEFT = {Level.FEL: "belopp-i-annan-enhet", Level.VARNING: "belopp-i-annan-enhet-kanske"}


def unit_of(kind: Kind, records: Records) -> str | None:
    """The unit that the workbook says its amounts are in; None where it does not say."""
    form = records.get(kind.value)
    unit = form[0].values.get("beloppsenhet") if form else None
    return str(unit) if unit else None


def in_unit(tkr: int | None, unit: str | None) -> Decimal | None:
    """An amount in tkr as it stands in a workbook of the unit."""
    if tkr is None:
        return None
    return Decimal(tkr * 1000 if unit == KRONOR else tkr)


def put_in_unit(kind: Kind, records: Records, unit: str | None) -> Records:
    """The records with their amounts in a workbook's unit, and said to be; as they are where neither says one."""
    own = unit_of(kind, records)
    if unit is None or own is None or unit == own:
        return records
    factor = Decimal(1000) if unit == KRONOR else Decimal("0.001")
    moved = {}
    for schema in workbook_schema(kind).sheets:
        amounts = _amounts(schema)
        moved[schema.key] = [
            record.holding(**{name: exact(v * factor) for name in amounts if (v := record.values[name]) is not None})
            for record in records.get(schema.key, ())
        ]
    moved[kind.value] = [form.holding(beloppsenhet=unit) for form in moved[kind.value]]
    return moved


def left_in_other_unit(
    kind: Kind, records: Records, sent_out: Records, layout: Layout, level: Level
) -> Iterator[Finding]:
    """One finding, at the unit, when the workbook has been switched to another one while amounts stand as they were
    handed out: they would be read a thousand times too small or too large."""
    now, then = unit_of(kind, records), unit_of(kind, sent_out)
    if now is None or then is None or now == then:
        return
    left = list(_left(kind, records, sent_out, layout))
    if left:
        form = workbook_schema(kind).sheet(kind.value)
        place = place_of(form, records[kind.value][0], "beloppsenhet", layout)
        example = f"{left[0].sheet} cell {left[0].cell}"
        details = {"forr": then, "nu": now, "antal": str(len(left)), "exempel": example}
        yield Finding(LEFT[level], level, place, now, details)


def _left(kind: Kind, records: Records, sent_out: Records, layout: Layout) -> Iterator[Place]:
    """Where amounts stand as they were handed out."""
    for schema in workbook_schema(kind).sheets:
        before = {row.id: row for row in sent_out.get(schema.key, ()) if row.id}
        for record in records.get(schema.key, ()):
            old = before.get(record.id)
            for name in _amounts(schema) if old else ():
                if old and record.values[name] and record.values[name] == old.values[name]:
                    yield place_of(schema, record, name, layout)


def _amounts(schema: type[SheetSchema]) -> list[str]:
    return [name for name, column in schema.columns().items() if isinstance(column, Belopp)]
