"""Investments and exploitation over five years, per nämnd and object."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from service.chain import figures
from service.chain.plans import Installningar, Mrp
from service.chain.records import Investering, Tkr

from .contract import told
from .driftbudget import namnd_order
from .wording import or_dash, organ


@dataclass(frozen=True, slots=True, kw_only=True)
class Investeringsrad:
    """An object, or the sum of several, in tkr; spending is positive."""

    objekt: str = field(metadata=told("Objekt.", "Ny förskola Mariedal"))
    slag: str = field(metadata=told("Investering eller exploatering.", "investering"))
    ar_1: Tkr | None = field(metadata=told("Budget för planåret.", "32 000"))
    ar_2: Tkr | None = field(metadata=told("Plan för andra året.", "28 000"))
    ar_3: Tkr | None = field(metadata=told("Plan för tredje året.", "0"))
    ar_4: Tkr | None = field(metadata=told("Plan för fjärde året.", "0"))
    ar_5: Tkr | None = field(metadata=told("Plan för femte året.", "0"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Investeringsdel:
    """A nämnd's investments with their sum."""

    namnd: str = field(metadata=told("Nämndens namn.", "Samhällsbyggnadsnämnden"))
    rader: tuple[Investeringsrad, ...] = field(metadata=told("Nämndens objekt."))
    summa: Investeringsrad = field(metadata=told("Nämndens objekt tillsammans."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Investeringsplan:
    """The whole plan."""

    delar: tuple[Investeringsdel, ...] = field(metadata=told("Nämnderna som investerar."))
    summa: Investeringsrad = field(metadata=told("Alla nämnder tillsammans."))


def investeringsplan_of(mrp: Mrp, installningar: Installningar) -> Investeringsplan:
    """The plan, nämnder in the municipality's order; those without investments are left out."""
    parts = (investeringsdel_of(mrp, kod, installningar) for kod in namnd_order(mrp, installningar))
    return Investeringsplan(delar=tuple(part for part in parts if part.rader), summa=_summa(mrp.investeringar, "Summa"))


def investeringsdel_of(mrp: Mrp, kod: str, installningar: Installningar) -> Investeringsdel:
    """A nämnd's investments; without rows when it has none."""
    rows = [row for row in mrp.investeringar if row.namnd == kod]
    name = organ(kod, installningar)
    return Investeringsdel(namnd=name, rader=tuple(_rad(row) for row in rows), summa=_summa(rows, name))


def _rad(row: Investering) -> Investeringsrad:
    return Investeringsrad(
        objekt=row.objekt, slag=or_dash(row.slag),
        ar_1=row.ar_1, ar_2=row.ar_2, ar_3=row.ar_3, ar_4=row.ar_4, ar_5=row.ar_5,
    )  # fmt: skip


def _summa(rows: Sequence[Investering], name: str) -> Investeringsrad:
    first, second, third, fourth, fifth = figures.summa_investeringar(rows)
    return Investeringsrad(objekt=name, slag="–", ar_1=first, ar_2=second, ar_3=third, ar_4=fourth, ar_5=fifth)
