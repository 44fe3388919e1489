"""What differs between two versions of a plan: every open cell of every workbook that is decided on."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from schemas.columns import Ar, Column, Datum, JaNej, Koder, Kodmonster, Prosa, Tal, expanded
from schemas.sheets import SheetSchema
from schemas.text import styled
from schemas.workbooks import Kind, workbook_schema
from service.chain.assembly import assemble_styrdokument
from service.chain.assembly_followups import assemble_bokslut, assemble_uppfoljning
from service.chain.celldifferences import cell_differences
from service.chain.differences import ADDED, CHANGED
from service.chain.plans import Plan
from service.chain.values import Head, Layout

from .records import Records, activity, goal, matt, mrp, mrp_records, record, result, vp

OPEN = [
    (kind, sheet, name)
    for kind in (Kind.MRP, Kind.VERKSAMHETSPLAN, Kind.UPPFOLJNING, Kind.BOKSLUT, Kind.STYRDOKUMENT)
    for sheet in workbook_schema(kind).sheets
    for name, column in sheet.columns().items()
    if not column.locked and name != "id"
]
# Cells that point at a row of the MRP: the labels of two.
POINTS_AT = {"inriktningsmal": ("IM1", "IM2"), "hor_till": ("KS-1", "KS-2"), "resultat": ("KS-1", "KS-2")}


def assembled(kind: Kind, records: Records) -> Plan:
    """A workbook's records as a plan."""
    head = Head(kind=kind.value, namnd="KS", ar=2027)
    if kind is Kind.MRP:
        return mrp(records)
    if kind is Kind.VERKSAMHETSPLAN:
        return vp(records, mrp())
    if kind is Kind.STYRDOKUMENT:
        return assemble_styrdokument(head, records, Layout())
    return (assemble_uppfoljning if kind is Kind.UPPFOLJNING else assemble_bokslut)(head, records, Layout())


def values_of(column: Column) -> tuple[Any, Any]:
    """Two values that a cell of the column may hold."""
    if isinstance(column, Tal):
        return Decimal(1200), Decimal(1300)
    if isinstance(column, Datum):
        return date(2027, 1, 1), date(2027, 2, 1)
    if isinstance(column, JaNej):
        return False, True
    if isinstance(column, Prosa):
        return styled("Ett."), styled("Ett annat.")
    if isinstance(column, Koder | Kodmonster):
        return ("KS",), ("BUN",)
    return (2027, 2028) if isinstance(column, Ar) else ("Ett", "Ett annat")


@pytest.mark.parametrize(("kind", "sheet", "name"), OPEN, ids=lambda part: getattr(part, "key", str(part)))
def test_a_change_of_any_open_cell_is_told_with_its_heading(kind: Kind, sheet: type[SheetSchema], name: str) -> None:
    column = sheet.columns()[name]
    base = mrp_records() if kind is Kind.MRP else {}
    others = [row for row in base.get(sheet.key, []) if row.row]
    one, other = (
        assembled(kind, {**base, sheet.key: [record(kind, sheet.key, "x", 50, **{name: value}), *others]})
        for value in POINTS_AT.get(name) or values_of(column)
    )
    told = [(line.subject, line.change) for line in cell_differences(one, other)]
    assert told == [(f"{sheet.title}: {expanded(column.heading, 2027)}", CHANGED)]


def test_a_cell_that_points_at_a_row_is_told_by_the_rows_number_and_an_amount_in_tkr() -> None:
    results = [*mrp_records()["resultat"], result("KS-3", "IM2", "KS", "Vattnet räcker.")]
    decided = mrp({**mrp_records(), "resultat": results})
    shown = {"vp_resultat": [record(Kind.VERKSAMHETSPLAN, "vp_resultat", row.id, nummer=str(row.nummer))
                             for row in decided.resultat]}  # fmt: skip
    old, new = (
        vp({"aktivitet": [activity("a1", on, "Byt pump", kostnad=Decimal(cost))], **shown}, decided)
        for on, cost in (("KS-1", 180), ("KS-3", 1200))
    )
    lines = {line.subject: (line.before, line.after.replace("\u00a0", " ")) for line in cell_differences(old, new)}
    numbers = {row.beteckning: str(row.nummer) for row in decided.resultat}
    assert lines == {
        "Aktiviteter: Förväntat resultat": (numbers["KS-1"], numbers["KS-3"]),
        "Aktiviteter: Kostnad inom ram": ("180", "1 200"),
    }


def test_a_result_and_its_matt_that_another_proposal_has_by_other_ids_are_no_difference() -> None:
    before, after = mrp_records(), mrp_records()
    after["inriktningsmal"][1] = goal("IM9", "Utsläppen ska  MINSKA.")
    after["resultat"] = [
        result("KS-8", "IM9", "KS", "Bilarna är laddbara.", period_till=before["resultat"][0].values["period_till"]),
        before["resultat"][1],
        result("KS-9", "IM9", "KS", "Energin minskar.", period_till=before["resultat"][2].values["period_till"]),
        result("KS-7", "IM1", "KS", "Energin minskar."),
    ]
    after["matt"] = [
        before["matt"][0], matt("x2", "KS-8", "Laddbara bilar", mal_1=70, mal_2=75), matt("x3", "KS-8", "Körda mil"),
        matt("x4", "IM9", "Utsläpp"),
    ]  # fmt: skip
    told = cell_differences(mrp(before), mrp(after))
    assert [(one.change, one.subject.partition(":")[0]) for one in told] == [
        (CHANGED, "Inriktningsmål"), (ADDED, "Förväntade resultat")
    ]  # fmt: skip
    assert "Energin minskar." in told[1].after
