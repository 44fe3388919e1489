"""The detaljbudget as a table: a row for each verksamhet, and the comparison with the frame (regler § 5.2)."""

from dataclasses import dataclass, field

from service.chain import figures
from service.chain.plans import Installningar, Mrp, Verksamhetsplan
from service.chain.records import Budgetrad, Tkr

from .contract import told
from .wording import or_dash


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgettabellRad:
    """A verksamhet's budget, or the sum of all, in tkr; income and costs are positive."""

    kod: str = field(metadata=told("Verksamhetskod.", "440"))
    benamning: str = field(metadata=told("Verksamhetens namn.", "Grundskola"))
    niva: str = field(metadata=told("Anslagsbindningsnivå.", "Nämnden"))
    intakter: Tkr | None = field(metadata=told("Intäkter.", "58 000"))
    personal: Tkr | None = field(metadata=told("Personalkostnader.", "410 000"))
    lokal: Tkr | None = field(metadata=told("Lokalkostnader.", "98 000"))
    ovrigt: Tkr | None = field(metadata=told("Övriga kostnader.", "96 000"))
    kapital: Tkr | None = field(metadata=told("Kapitalkostnader.", "8 000"))
    kostnader: Tkr = field(metadata=told("Alla kostnader.", "612 000"))
    netto: Tkr = field(metadata=told("Kostnader minus intäkter.", "554 000"))
    netto_forra: Tkr | None = field(metadata=told("Föregående års budget, netto.", "540 000"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Nivarad:
    """The detaljbudget against the frame at one anslagsbindningsnivå, in tkr."""

    niva: str = field(metadata=told("Anslagsbindningsnivå.", "Nämnden"))
    mrp: Tkr = field(metadata=told("Ram i mål- och resursplanen.", "1 048 600"))
    andring: Tkr = field(metadata=told("Kommunfullmäktiges senare ändringar.", "0"))
    ram: Tkr = field(metadata=told("Ram att fördela.", "1 048 600"))
    netto: Tkr = field(metadata=told("Detaljbudgetens nettokostnad.", "1 048 600"))
    differens: Tkr = field(metadata=told("Netto minus ram; plus är över ramen.", "0"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Budgettabell:
    """The detaljbudget."""

    rader: tuple[BudgettabellRad, ...] = field(metadata=told("En rad för varje verksamhet."))
    summa: BudgettabellRad = field(metadata=told("Alla verksamheter tillsammans."))
    nivaer: tuple[Nivarad, ...] = field(metadata=told("Jämförelse med ramen."))


def budgettabell_of(vp: Verksamhetsplan, mrp: Mrp, installningar: Installningar) -> Budgettabell:
    """The nämnd's detaljbudget in the plan's own order."""
    return Budgettabell(
        rader=tuple(_rad(row, vp.head.namnd, mrp, installningar) for row in vp.budget),
        summa=_summa(vp),
        nivaer=_nivaer(vp, mrp, installningar),
    )


def _rad(row: Budgetrad, namnd: str, mrp: Mrp, installningar: Installningar) -> BudgettabellRad:
    return BudgettabellRad(
        kod=row.verksamhet,
        benamning=row.benamning or installningar.verksamhet_namn(namnd, row.verksamhet),
        niva=or_dash(figures.niva_for(row, namnd, mrp, installningar)),
        intakter=row.intakter,
        personal=row.personal,
        lokal=row.lokal,
        ovrigt=row.ovrigt,
        kapital=row.kapital,
        kostnader=row.kostnader,
        netto=row.netto,
        netto_forra=row.netto_forra,
    )


def _summa(vp: Verksamhetsplan) -> BudgettabellRad:
    total = figures.summa_budget(vp.budget)
    return BudgettabellRad(
        kod="", benamning="Summa", niva="", intakter=total.intakter, personal=total.personal, lokal=total.lokal,
        ovrigt=total.ovrigt, kapital=total.kapital, kostnader=total.kostnader, netto=total.netto,
        netto_forra=total.netto_forra,
    )  # fmt: skip


def _nivaer(vp: Verksamhetsplan, mrp: Mrp, installningar: Installningar) -> tuple[Nivarad, ...]:
    namnd = vp.head.namnd
    frames, later = figures.ram_att_fordela(mrp, namnd), figures.senare_andringar(mrp, namnd)
    net = figures.netto_per_niva(vp, mrp, installningar)
    difference = figures.differens_per_niva(vp, mrp, installningar)
    return tuple(
        Nivarad(
            niva=or_dash(level),
            mrp=figures.summa_ramar(ram for ram in mrp.namnd_ramar(namnd) if ram.anslagsniva == level).ram_1,
            andring=later.get(level, 0),
            ram=frames.get(level, 0),
            netto=net[level],
            differens=difference[level],
        )
        for level in net
    )
