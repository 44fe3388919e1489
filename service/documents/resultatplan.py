"""Resultat- och aktivitetsplan: a nämnd's results under their goals, with mått and activities (regler § 5.1)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.plans import Installningar, Mrp, Verksamhetsplan
from service.chain.records import Aktivitet, Inriktningsmal, Resultat

from .contract import told
from .matten import Mattrad, mattrad_of
from .visionen import Resolve
from .wording import or_dash, organ, period, verksamheter, with_trace

Chosen = Callable[[Aktivitet], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aktivitetsrad:
    """An activity."""

    nummer: str = field(metadata=told("Aktivitetens nummer.", "2.3.1"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till aktiviteten.", "aktivitet 2.3.1"))
    text: StyledText = field(metadata=told("Vad som ska göras.", "Väga svinn varje vecka i alla kök"))
    verksamhet: str = field(metadata=told("Verksamheten.", "Kost"))
    plats: str = field(metadata=told("Verksamhet och enhet på en rad.", "Kost, Centralköket"))
    enhet: str = field(metadata=told("Enheten, eller nivån där ingen enhet är angiven.", "Centralköket"))
    ansvarig: str = field(metadata=told("Ansvarig befattning.", "Kostchef"))
    tid: str = field(metadata=told("Start och slut.", "10 januari – 20 december 2027"))
    kostnad: int | None = field(metadata=told("Kostnad inom ram, tkr; kan saknas.", "150"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanResultat:
    """A förväntat resultat with its mått and activities."""

    nummer: str = field(metadata=told("Resultatets nummer.", "2.3"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till resultatet.", "resultat 2.3"))
    text: StyledText = field(metadata=told("Det förväntade resultatet.", "Matsvinnet är högst 38 gram per portion."))
    period: str = field(metadata=told("När resultatet ska nås.", "2027"))
    verksamheter: str = field(metadata=told("Verksamheter som berörs.", "Kost"))
    matt: tuple[Mattrad, ...] = field(metadata=told("Resultatets mått, nämndens egna också."))
    aktiviteter: tuple[Aktivitetsrad, ...] = field(metadata=told("Resultatets aktiviteter."))
    utgar: str = field(metadata=told("Nummer på aktiviteter som utgår; annars tom.", "2.3.2"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMal:
    """An inriktningsmål under which the nämnd has results."""

    nummer: str = field(metadata=told("Målets nummer.", "2"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till målet.", "mål 2"))
    text: StyledText = field(metadata=told("Inriktningsmålet.", "Kommunens klimatpåverkan ska minska."))
    resultat: tuple[PlanResultat, ...] = field(metadata=told("Nämndens resultat under målet."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bidrag:
    """A result of another nämnd that this one contributes to."""

    nummer: str = field(metadata=told("Resultatets nummer.", "1.4"))
    text: StyledText = field(metadata=told("Det förväntade resultatet.", "Fler elever tar examen."))
    namnd: str = field(metadata=told("Nämnden som svarar för resultatet.", "Kommunstyrelsen"))


def resultatplan_of(
    vp: Verksamhetsplan, mrp: Mrp, installningar: Installningar, resolve: Resolve, chosen: Chosen | None = None
) -> tuple[PlanMal, ...]:
    """The nämnd's goals, results and activities. With `chosen` only such activities, and what they stand under."""
    goals = (_mal(mal, vp, mrp, installningar, resolve, chosen) for mal in mrp.gallande_mal)
    return tuple(goal for goal in goals if goal.resultat)


def bidrag_of(namnd: str, mrp: Mrp, installningar: Installningar, resolve: Resolve) -> tuple[Bidrag, ...]:
    """The results of others that the nämnd contributes to."""
    return tuple(
        Bidrag(nummer=str(r.nummer), text=resolve(r.text), namnd=organ(r.namnd, installningar))
        for r in mrp.gallande_resultat
        if namnd in r.bidragande and r.namnd != namnd
    )


def _mal(
    mal: Inriktningsmal, vp: Verksamhetsplan, mrp: Mrp, installningar: Installningar, resolve: Resolve,
    chosen: Chosen | None,
) -> PlanMal:  # fmt: skip
    own = [resultat for resultat in mrp.resultat_under(mal) if resultat.namnd == vp.head.namnd]
    results = (_resultat(resultat, vp, installningar, resolve, chosen) for resultat in own)
    return PlanMal(
        nummer=str(mal.nummer),
        ankare=f"mål {mal.nummer.text}",
        text=resolve(mal.text),
        resultat=tuple(resultat for resultat in results if chosen is None or resultat.aktiviteter),
    )


def _resultat(
    resultat: Resultat, vp: Verksamhetsplan, installningar: Installningar, resolve: Resolve, chosen: Chosen | None
) -> PlanResultat:
    activities = [a for a in vp.aktiviteter_for(resultat.id) if chosen is None or chosen(a)]
    withdrawn = (a for a in vp.aktiviteter if a.utgar and a.resultat == resultat.id)
    return PlanResultat(
        nummer=str(resultat.nummer),
        ankare=f"resultat {resultat.nummer.text}",
        text=with_trace(resolve(resultat.text), resultat.nummer),
        period=period(resultat.period_fran, resultat.period_till),
        verksamheter=verksamheter(resultat.verksamheter, resultat.namnd, installningar),
        matt=tuple(mattrad_of(matt, vp.head.ar) for matt in vp.matt_for(resultat.id)),
        aktiviteter=tuple(_aktivitet(a, vp.head.namnd, installningar, resolve) for a in activities),
        utgar=", ".join(str(aktivitet.nummer) for aktivitet in withdrawn),
    )


def _aktivitet(aktivitet: Aktivitet, namnd: str, installningar: Installningar, resolve: Resolve) -> Aktivitetsrad:
    found = installningar.enhet(namnd, aktivitet.enhet)
    enhet = found.namn if found else aktivitet.enhet
    verksamhet = installningar.verksamhet_namn(namnd, aktivitet.verksamhet) if aktivitet.verksamhet else ""
    return Aktivitetsrad(
        nummer=str(aktivitet.nummer),
        ankare=f"aktivitet {aktivitet.nummer.text}",
        text=with_trace(resolve(aktivitet.text), aktivitet.nummer),
        verksamhet=or_dash(verksamhet),
        plats=or_dash(", ".join(part for part in dict.fromkeys((verksamhet, enhet)) if part) or aktivitet.niva),
        enhet=or_dash(enhet or aktivitet.niva),
        ansvarig=or_dash(aktivitet.ansvarig),
        tid=period(aktivitet.start, aktivitet.slut),
        kostnad=aktivitet.kostnad,
    )
