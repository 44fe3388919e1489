"""A sound follow-up of BUN's plan and sound accounts, in which no rule finds anything; tests break them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from schemas.workbooks import Kind
from service.chain import records as r
from service.chain.followups import Bokslut, Uppfoljning
from service.chain.values import Decision, Head, State
from service.rules import BokslutCase, UppfoljningCase

from .plans import AR, aktivitet, installningar, layout, mal, matt_on_mal, matt_on_resultat, mrp, resultat, row, vp


def uf_head(period: str = "T1", **values: Any) -> Head:
    """The head of an approved follow-up, sent in after its period."""
    given = {"decision": Decision("BUN", date(2027, 5, 27), 61, "BUN 2027/64"), "state": State.ANTAGEN, **values}
    return Head(kind=Kind.UPPFOLJNING.value, namnd="BUN", ar=AR, period=period, **given)


def uf_resultat(**changes: Any) -> r.UfResultat:
    """BUN's result, expected to be met."""
    values = {"id": resultat().id, "nummer": "1.5", "text": "Fler klarar skolan.", "status": "bedöms uppfyllas",
              "effekter": "Eleverna läser bättre."}  # fmt: skip
    return row(r.UfResultat, 5, **{**values, **changes})


def uf_matt(cls: type[r.UfMatt | r.BsMatt] = r.UfMatt, **changes: Any) -> Any:
    """The mått on it, its target reached."""
    decided = matt_on_resultat() if cls is r.UfMatt else matt_on_mal()
    values = {"id": decided.id, "nummer": "M1.5a", "hor_till": "1.5", "text": decided.text, "riktning": "högre",
              "basvarde": Decimal("72.8"), "mal": Decimal(76), "utfall": Decimal(77), "utgatt": None}  # fmt: skip
    return row(cls, 5, **{**values, **changes})


def uf_aktivitet(**changes: Any) -> r.UfAktivitet:
    """The plan's activity, going on as planned."""
    values = {"id": aktivitet().id, "nummer": "1.5.5", "resultat": "1.5", "text": "Lovskola", "utgatt": None,
              "status": "pågår enligt plan"}  # fmt: skip
    return row(r.UfAktivitet, 5, **{**values, **changes})


def uf_ekonomi(**changes: Any) -> r.UfEkonomi:
    """A verksamhet in balance."""
    values = {"verksamhet": "440", "benamning": "Grundskola", "budget_helar": 1_000, "budget": 330, "utfall": 330,
              "prognos": 1_000}  # fmt: skip
    return row(r.UfEkonomi, 5, **{**values, **changes})


def uf(**changes: Any) -> Uppfoljning:
    """BUN's follow-up after April."""
    whole = Uppfoljning(
        head=uf_head(), layout=layout(Kind.UPPFOLJNING),
        uppgifter=row(r.UfUppgifter, diarienummer="BUN 2027/64"),
        texter=row(r.UfText), resultat=(uf_resultat(),), matt=(uf_matt(),), aktiviteter=(uf_aktivitet(),),
        ekonomi=(uf_ekonomi(),),
    )  # fmt: skip
    return replace(whole, **changes)


def uf_case(tidigare: tuple[Uppfoljning, ...] = (), **changes: Any) -> UppfoljningCase:
    """The sound follow-up, changed, against the sound plan."""
    return UppfoljningCase(
        uppfoljning=uf(**changes), vp=vp(), mrp=mrp(), installningar=installningar(), tidigare=tidigare
    )


def bs_head(period: str = "T2", **values: Any) -> Head:
    """The head of the municipality's report, decided in time by KF."""
    given = {"decision": Decision("KF", date(2027, 10, 20), 131, "KS 2027/310"), "state": State.ANTAGEN, **values}
    return Head(kind=Kind.BOKSLUT.value, namnd="", ar=AR, period=period, **given)


def bs_mal(**changes: Any) -> r.BsInriktningsmal:
    """The goal, judged."""
    values = {"id": mal().id, "nummer": "1", "status": "bedöms uppfyllas", "bedomning": "Fler klarar skolan."}
    return row(r.BsInriktningsmal, 5, **{**values, **changes})


def bs_drift(**changes: Any) -> r.BsDrift:
    """BUN's row, as it has reported."""
    values = {"slag": "nämnd", "namnd": "BUN", "post": "Barn- och utbildningsnämnden", "budget_helar": 1_000,
              "budget": 330, "utfall": 330, "prognos": 1_000}  # fmt: skip
    return row(r.BsDrift, 5, **{**values, **changes})


def bs_balans(utfall: int = 150) -> tuple[r.BsBalans, ...]:
    """Assets and debts, both 150 at the period's end."""
    return (
        row(r.BsBalans, 5, post="Likvida medel", forra=100, utfall=utfall),
        row(r.BsBalans, 6, post="Eget kapital", forra=100, utfall=150),
    )


def bokslut(**changes: Any) -> Bokslut:
    """The municipality's own figures after August."""
    whole = Bokslut(
        head=bs_head(), layout=layout(Kind.BOKSLUT),
        uppgifter=row(r.BsUppgifter, diarienummer="KS 2027/310", lagstadgad=True), texter=row(r.BsText),
        inriktningsmal=(bs_mal(),), matt=(uf_matt(r.BsMatt),),
        resultatrakning=(row(r.BsResultat, 5, post="Verksamhetens kostnader", utfall=-330, prognos=-1_000),),
        kassaflode=(row(r.BsKassaflode, 5, post="Årets resultat", utfall=50),),
        balans=bs_balans(), drift=(bs_drift(),),
    )  # fmt: skip
    return replace(whole, **changes)


def bs_case(case: dict[str, Any] | None = None, **changes: Any) -> BokslutCase:
    """The sound figures, changed, with BUN's report of the period; `case` changes the case itself."""
    given = {"rapporter": (uf(head=uf_head("T2")),), **(case or {})}
    return BokslutCase(bokslut=bokslut(**changes), mrp=mrp(), installningar=installningar(), **given)
