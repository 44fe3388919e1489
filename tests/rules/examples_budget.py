"""Examples for the rules on the municipality's budget, the årshjul and the settings."""

from dataclasses import replace
from datetime import date
from typing import Any

from schemas.text import styled
from service.chain import records as r
from service.rules import InstallningarCase, MrpCase

from .example import Example
from .plans import installningar, mrp, mrp_case, row, settings_case


def deficit(reason: str = "") -> MrpCase:
    """A budget 31 short of the sound one."""
    uppgifter = replace(mrp().uppgifter, synnerliga_skal=styled(reason), resultatmal_procent=None)
    return replace(taxes(1099), mrp=replace(taxes(1099).mrp, uppgifter=uppgifter))


def taxes(first: int) -> MrpCase:
    """The MRP with other taxes in the first year, and a cash flow that follows."""
    cost, tax = mrp().resultatbudget
    start, rest = mrp().kassaflode
    result = first - 1100
    return mrp_case(
        resultatbudget=(cost, replace(tax, ar_1=first)),
        kassaflode=(replace(start, ar_1=result), replace(rest, ar_1=10 - result)),
    )


def third_year(cost: int | None, tax: int | None) -> MrpCase:
    costs, taxes_ = mrp().resultatbudget
    return mrp_case(resultatbudget=(replace(costs, ar_3=cost), replace(taxes_, ar_3=tax)))


def balance(**changes: int) -> MrpCase:
    liquid, own = mrp().balans
    return mrp_case(balans=(liquid, replace(own, **changes)))


def cash(**changes: int | None) -> MrpCase:
    start, rest = mrp().kassaflode
    return mrp_case(kassaflode=(start, replace(rest, **changes)))


def bridge(amount: int) -> MrpCase:
    return mrp_case(brygga=(replace(mrp().brygga[0], ar_2=amount),))


def explained(amount: int) -> MrpCase:
    return mrp_case(ramforandringar=(replace(mrp().ramforandringar[0], belopp=amount),))


def first_result(amount: int) -> MrpCase:
    start, rest = mrp().kassaflode
    return mrp_case(kassaflode=(replace(start, ar_1=amount), replace(rest, ar_1=10 - amount)))


def decisions(n: int, **changes: object) -> InstallningarCase:
    """The settings with decision number `n` changed."""
    rows = list(installningar().beslut)
    rows[n] = replace(rows[n], **changes)
    return settings_case(beslut=tuple(rows))


def entered(*avser: str) -> MrpCase:
    """The MRP under settings with only these decisions."""
    rows = tuple(beslut for beslut in installningar().beslut if beslut.avser in avser)
    return replace(mrp_case(), installningar=installningar(beslut=rows))


def with_ks(ram: r.Ram | None) -> MrpCase:
    """The MRP where KS too makes a plan, with this frame."""
    namnder = tuple(replace(namnd, verksamhetsplan=namnd.kod in ("KS", "BUN")) for namnd in installningar().namnder)
    talked = (*mrp().dialoger, replace(mrp().dialoger[0], namnd="KS"))
    case = mrp_case(dialoger=talked, ramar=(*mrp().ramar, *([ram] if ram else [])))
    return replace(case, installningar=installningar(namnder=namnder))


def without_halltid(n: int) -> InstallningarCase:
    return settings_case(halltider=tuple(row for i, row in enumerate(installningar().halltider) if i != n))


def halltid(**changes: Any) -> InstallningarCase:
    """The settings with the first hålltid changed."""
    first, *rest = installningar().halltider
    return settings_case(halltider=(replace(first, **changes), *rest))


def level(regel: str, niva: str) -> InstallningarCase:
    return settings_case(regelnivaer=(row(r.Regelniva, 5, regel=regel, niva=niva, skal="Prov"),))


def pattern(ord: str) -> InstallningarCase:
    return settings_case(ordlista=(row(r.Ord, 5, lista="allmän fras", ord=ord, slag="mönster"),))


def confirmed(*days: date) -> MrpCase:
    return mrp_case(bekraftelser=tuple(row(r.Bekraftelse, n, datum=day, paragraf=1) for n, day in enumerate(days, 5)))


def in_other_years() -> MrpCase:
    """The MRP when the election was the year before."""
    return replace(confirmed(), installningar=installningar(kommun=replace(installningar().kommun, valar=2025)))


KS_RAM = row(r.Ram, 6, namnd="KS", anslagsniva="Nämnden", budget_forra=0, preliminar=0, ram_1=0, ram_2=0, ram_3=0)

BUDGET = [
    Example("L4-underskott", "mrp.synnerliga_skal.0", deficit(), deficit("Sparade medel används.")),
    Example("L4-mal", "mrp.resultatmal_procent.0", taxes(1111), taxes(1112)),
    Example("L5", "resultatpost", third_year(0, 0), third_year(0, 1170), also=("L6-resultat", "L7-netto")),
    Example("L6-balans", "balanspost.ar_2.5", balance(ar_2=121), balance(ar_2=120)),
    Example("L6-likvida", "kassaflodespost.ar_1.5", cash(ar_1=-19), cash(ar_1=None)),
    Example("L6-resultat", "kassaflodespost.ar_1.5", first_result(29), first_result(30)),
    Example("L7-netto", "resultatpost.ar_2.5", bridge(101), bridge(100)),
    Example("L7-ramforandring", "ramforandring.belopp.5", explained(99), explained(100)),
    Example("R12-ram", "ram", with_ks(None), with_ks(KS_RAM)),
    Example("R12-preliminar", "ram.preliminar.6", with_ks(replace(KS_RAM, preliminar=None)), with_ks(KS_RAM)),
    Example("R11-saknas", "", entered("anvisningar och ramar"), entered("tidsplan", "anvisningar och ramar")),
    Example("R12-saknas", "", entered("tidsplan"), entered("tidsplan", "anvisningar och ramar")),
    Example("R13-valar", "bekraftelse", confirmed(), in_other_years()),
    Example("R13-bekraftelse", "bekraftelse.datum.5", confirmed(date(2026, 10, 14)), confirmed(date(2026, 10, 15))),
    Example("R11-organ", "beslut.organ.5", decisions(0, organ="BUN"), decisions(0, organ="ks"),
            also=("L11-lista",)),
    Example("R12-februari", "beslut.datum.6", decisions(1, datum=date(2026, 3, 1)),
            decisions(1, datum=date(2026, 2, 28))),
    Example("L11-lista", "beslut.dnr.5", decisions(0, dnr="KS-300"), decisions(0, dnr="ks  2025/3")),
    Example("L11-lista", "beslut.dnr.5", decisions(0, dnr="KF 2025/3"), decisions(0, organ="KF", dnr="KS 2025/3")),
    Example("R58", "halltid", without_halltid(2), settings_case()),
    Example("R58-nar", "halltid.datum.5", halltid(datum=None), halltid(datum=None, manad=date(2026, 6, 1))),
    Example("R58-manad", "halltid.manad.5", halltid(manad=date(2026, 5, 1)), halltid(manad=date(2026, 6, 1))),
    Example("R56", "halltid", without_halltid(0), settings_case(), also=("R58",)),
    Example("R77", "halltid", without_halltid(1), settings_case(), also=("R56", "R58")),
    Example("R02-okand", "regelniva.regel.5", level("R99", "varning"), level("r37", "varning")),
    Example("R02-hogst", "regelniva.niva.5", level("R36", "fel"), level("R36", "upplysning")),
    Example("R02-monster", "ord.ord.5", pattern("(hållbar"), pattern("(hållbar)?het")),
    Example("R02-monster", "ord.ord.5", pattern("(a+)+b"), pattern("(ab)+c")),
]  # fmt: skip
