"""What the rules can say of a workbook with cells that cannot be read: only what holds whatever stands there."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from schemas.columns import Ar, Column, Datum, JaNej, Kod, Koder, Kodmonster, Paragraf, Prosa, Tal, Val
from schemas.sheets import Record
from schemas.text import styled
from schemas.workbooks import Kind, workbook_schema
from service.chain.links import Lists, place_of
from service.chain.values import Layout
from service.findings import Finding, Level, Place

Records = Mapping[str, Sequence[Record]]
Judge = Callable[[Records], Iterable[Finding]]
_LARGE = Decimal(10**9)


def settled(
    kind: Kind, records: Records, unreadable: Collection[Place], judge: Judge, layout: Layout, lists: Lists, ar: int
) -> list[Finding]:
    """What the rules say both with the cells empty and with something in them; last, that the rest waits.

    A sum with an unreadable amount in it comes out differently, so what is said of it is left until it can be read.
    """
    filled = {
        schema.key: [
            record.holding(**{
                name: _something(column, record, lists, ar)
                for name, column in schema.columns().items()
                if not column.hidden and place_of(schema, record, name, layout) in unreadable
            })
            for record in records.get(schema.key, ())
        ]
        for schema in workbook_schema(kind).sheets
    }  # fmt: skip
    empty, other = list(judge(records)), list(judge(filled))
    same = [finding for finding in empty if finding in other]
    if len(same) == len(empty) == len(other):
        return same
    return [*same, Finding("provas-nar-lasbart", Level.UPPLYSNING)]


def _something(column: Column, record: Record, lists: Lists, ar: int) -> Any:
    """What could stand in a cell of the column."""
    if isinstance(column, Kod):
        code = next(iter((lists.allowed(column.source, record) or {}).values()), "1")
        return (code,) if isinstance(column, Koder) else code
    for type_, value in (
        (Tal, _LARGE), (Datum, date(ar, 7, 1)), (Ar, ar), (Paragraf, 1), (JaNej, True), (Kodmonster, "1"),
        (Prosa, styled("…")),
    ):  # fmt: skip
        if isinstance(column, type_):
            return value
    return next(iter(column.choices), None) if isinstance(column, Val) else "…"
