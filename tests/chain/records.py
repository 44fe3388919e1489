"""Small plans as records, for the tests of the chain."""

from datetime import date
from decimal import Decimal
from typing import Any

from schemas.sheets import Record, restored
from schemas.text import styled
from schemas.workbooks import Kind, workbook_schema
from service.chain.assembly import assemble_installningar, assemble_mrp, assemble_verksamhetsplan
from service.chain.numbering import GivenNumbers
from service.chain.plans import Installningar, Mrp, Verksamhetsplan
from service.chain.values import Head, Layout

Records = dict[str, list[Record]]


def record(kind: Kind, key: str, id: str, row: int = 5, **values: Any) -> Record:
    """A record with the given values; the rest is empty."""
    empty = restored(workbook_schema(kind).sheet(key), row, id, {}).values
    own = {"id": id} if "id" in empty else {}
    return Record(key, row, id, {**empty, **own, **values})


def goal(label: str, text: str, **values: Any) -> Record:
    """An inriktningsmål whose row id is its label."""
    return record(Kind.MRP, "inriktningsmal", label, beteckning=label, text=styled(text), **values)


def result(label: str, goal: str, namnd: str, text: str, **values: Any) -> Record:
    """A förväntat resultat whose row id is its label."""
    return record(
        Kind.MRP, "resultat", label, beteckning=label, inriktningsmal=goal, namnd=namnd, text=styled(text), **values
    )


def matt(id: str, on: str, text: str, **values: Any) -> Record:
    """A mått on a goal or result."""
    return record(Kind.MRP, "matt", id, hor_till=on, text=text, **values)


def activity(id: str, result: str, text: str, **values: Any) -> Record:
    """An aktivitet."""
    return record(Kind.VERKSAMHETSPLAN, "aktivitet", id, resultat=result, text=styled(text), **values)


def mrp_records() -> Records:
    """Two goals, three results, four mått, two frames."""
    return {
        "mrp": [record(Kind.MRP, "mrp", "", 0, beloppsenhet="tkr")],
        "inriktningsmal": [goal("IM1", "Studierna ska öka."), goal("IM2", "Utsläppen ska minska.")],
        "resultat": [
            result("KS-1", "IM2", "KS", "Bilarna är laddbara.", period_till=date(2027, 12, 31)),
            result("BUN-1", "IM1", "BUN", "Eleverna får betyg.", period_till=date(2028, 6, 30)),
            result("KS-2", "IM2", "KS", "Energin minskar.", period_till=date(2027, 12, 31)),
        ],
        "matt": [
            matt("m1", "IM1", "Examen", mal_1=Decimal(76)),
            matt("m2", "KS-1", "Laddbara bilar", mal_1=Decimal(70), mal_2=Decimal(75)),
            matt("m3", "KS-1", "Körda mil"),
            matt("m4", "IM2", "Utsläpp"),
        ],
        "ram": [
            record(Kind.MRP, "ram", "r1", 5, namnd="KS", anslagsniva="Nämnden", budget_forra=Decimal(303900),
                   ram_1=Decimal(312400), ram_2=Decimal(318600), ram_3=Decimal(325000)),
            record(Kind.MRP, "ram", "r2", 6, namnd="SBN", anslagsniva="Skattefinansierat", ram_1=Decimal(118700)),
            record(Kind.MRP, "ram", "r3", 7, namnd="SBN", anslagsniva="Taxefinansierat", ram_1=Decimal(0)),
        ],
        "uppdrag": [record(Kind.MRP, "uppdrag", "u1", 5, namnd="KS", text=styled("Redovisa en plan."))],
    }  # fmt: skip


def settings_records() -> Records:
    """Three nämnder with their verksamheter."""

    def namnd(kod: str, namn: str, **values: Any) -> Record:
        return record(Kind.INSTALLNINGAR, "namnd", kod, kod=kod, namn=namn, verksamhetsplan=True, **values)

    def verksamhet(namnd: str, kod: str, namn: str, level: str = "Nämnden") -> Record:
        return record(
            Kind.INSTALLNINGAR, "verksamhet", f"{namnd}-{kod}", namnd=namnd, kod=kod, namn=namn, anslagsniva=level
        )

    return {
        "kommun": [
            record(Kind.INSTALLNINGAR, "kommun", "", 0, namn="Sjöby kommun", mandatperiod_fran=date(2024, 1, 1))
        ],
        "namnd": [namnd("KS", "Kommunstyrelsen"), namnd("BUN", "Barn- och utbildningsnämnden"),
                  namnd("SBN", "Samhällsbyggnadsnämnden"),
                  namnd("ÖN", "Överförmyndarnämnden"), namnd("GN", "Gamla nämnden", aktiv_till=date(2025, 12, 31))],
        "verksamhet": [verksamhet("KS", "100", "Politik"), verksamhet("KS", "015", "Stab"),
                       verksamhet("SBN", "240", "Gator", "Skattefinansierat"),
                       verksamhet("SBN", "860", "Vatten", "Taxefinansierat")],
    }  # fmt: skip


def settings() -> Installningar:
    """The settings as a value."""
    return assemble_installningar(Head(kind="installningar", namnd="", ar=2027), settings_records(), Layout())


def mrp(
    records: Records | None = None, given: GivenNumbers | None = None, mal_given: GivenNumbers | None = None
) -> Mrp:
    """An MRP for 2027 as a value."""
    head = Head(kind="mrp", namnd="", ar=2027)
    return assemble_mrp(head, records or mrp_records(), Layout(), mal_given or GivenNumbers(), given or GivenNumbers())


def vp(records: Records, mrp: Mrp, namnd: str = "KS", given: GivenNumbers | None = None) -> Verksamhetsplan:
    """A nämnd's plan for 2027 as a value."""
    head = Head(kind="verksamhetsplan", namnd=namnd, ar=2027)
    return assemble_verksamhetsplan(head, records, Layout(), mrp, given or GivenNumbers())
