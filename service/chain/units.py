"""The unit of a workbook's amounts, tkr or kronor: decided amounts put into it, and amounts left in another one."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from schemas.columns import Belopp
from schemas.sheets import Record
from schemas.workbooks import Kind, workbook_schema
from service.findings import Finding, Level

from .links import place_of
from .values import Layout

Records = Mapping[str, Sequence[Record]]
KRONOR = "kronor"


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


def left_in_other_unit(kind: Kind, records: Records, sent_out: Records, layout: Layout) -> Iterator[Finding]:
    """A fel for each amount that stands as it was handed out although the workbook has been switched to another unit:
    it would be read a thousand times too small or too large."""
    now, then = unit_of(kind, records), unit_of(kind, sent_out)
    if now is None or then is None or now == then:
        return
    for schema in workbook_schema(kind).sheets:
        amounts = [name for name, column in schema.columns().items() if isinstance(column, Belopp)]
        before = {row.id: row for row in sent_out.get(schema.key, ()) if row.id}
        for record in records.get(schema.key, ()):
            old = before.get(record.id)
            for name in amounts if old else ():
                if old and record.values[name] and record.values[name] == old.values[name]:
                    place = place_of(schema, record, name, layout)
                    details = {"rubrik": schema.columns()[name].heading, "forr": then, "nu": now}
                    yield Finding("belopp-i-annan-enhet", Level.FEL, place, str(record.values[name]), details)
