"""All the sample's workbooks by kind and nämnd, and small questions that builders and checks ask of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schemas.workbooks import Kind

from . import installningar, moten, mrp, styrdokument, vp_bn, vp_bun, vp_kfn, vp_ks, vp_mhn, vp_ofn, vp_sbn, vp_sn
from .writing import Forms, Row, Rows

AR = 2027


@dataclass(frozen=True)
class Source:
    """What one workbook is filled with."""

    kind: Kind
    namnd: str
    forms: Forms
    rows: Rows


INSTALLNINGAR = Source(Kind.INSTALLNINGAR, "", installningar.FORMS, installningar.ROWS)
MRP = Source(Kind.MRP, "", mrp.FORMS, mrp.ROWS)
STYRDOKUMENT = Source(Kind.STYRDOKUMENT, styrdokument.NAMN, styrdokument.FORMS, styrdokument.ROWS)
VERKSAMHETSPLANER = {
    kod: Source(Kind.VERKSAMHETSPLAN, kod, module.FORMS, module.ROWS)
    for kod, module in {
        "KS": vp_ks,
        "BUN": vp_bun,
        "SN": vp_sn,
        "SBN": vp_sbn,
        "BN": vp_bn,
        "MHN": vp_mhn,
        "KFN": vp_kfn,
        "OFN": vp_ofn,
    }.items()
}


MOTEN = {
    kod: Source(
        Kind.MOTE,
        f"{kod} {moten.DAG.isoformat()}",
        *moten.mote_of(kod, source.forms["verksamhetsplan"]["diarienummer"]),
    )
    for kod, source in VERKSAMHETSPLANER.items()
}


def sources() -> Iterator[Source]:
    """Every workbook, in the order they are handed in."""
    yield INSTALLNINGAR
    yield MRP
    yield from VERKSAMHETSPLANER.values()


def numbers(rows: Rows) -> dict[str, str]:
    """The official number of every goal and result of an MRP, by its `beteckning`."""
    goals = {goal["beteckning"]: str(n) for n, goal in enumerate(rows["inriktningsmal"], 1)}
    given = dict(goals)
    last = dict.fromkeys(goals, 0)
    for result in rows["resultat"]:
        goal = result["inriktningsmal"]
        last[goal] += 1
        given[result["beteckning"]] = f"{goals[goal]}.{last[goal]}"
    return given


def matt_numbers(rows: list[Row], given: dict[str, str], used: frozenset[str] = frozenset()) -> list[str]:
    """The official number of every mått, in order; those in `used` are taken."""
    found: list[str] = []
    for row in rows:
        parent = given[row["hor_till"]]
        spelled = (f"M{parent}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
        found.append(next(number for number in spelled if number not in used and number not in found))
    return found


def aktivitet_numbers(rows: list[Row], given: dict[str, str]) -> list[str]:
    """The official number of every aktivitet, in order."""
    last: dict[str, int] = {}
    found = []
    for row in rows:
        parent = given[row["resultat"]]
        last[parent] = last.get(parent, 0) + 1
        found.append(f"{parent}.{last[parent]}")
    return found


def in_tkr(source: Source, amount: int) -> int:
    """An amount of the workbook in whole tkr, halves rounded away from zero."""
    form = source.forms.get("mrp") or source.forms.get("verksamhetsplan") or {}
    if form.get("beloppsenhet") != "kronor":
        return amount
    return (abs(amount) + 500) // 1000 * (1 if amount >= 0 else -1)


def column(rows: Iterable[Row], field: str) -> list[str]:
    """The different values of a field, in order."""
    return list(dict.fromkeys(row.get(field, "") for row in rows))


def codes(sheet: str, namnd: str) -> set[str]:
    """The codes a nämnd has in `verksamhet` or `enhet`."""
    return {row["kod"] for row in INSTALLNINGAR.rows[sheet] if row["namnd"] == namnd}
