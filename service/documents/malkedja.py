"""The goal chain as a table that can be followed both ways: from the vision down and from the last link up (R06)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from service.chain.plans import Installningar, Mrp, Verksamhetsplan, plain, swedish
from service.chain.records import Aktivitet, Inriktningsmal, Resultat

from .contract import told
from .wording import DASH, or_dash, organ


@dataclass(frozen=True, slots=True, kw_only=True)
class Kedjerad:
    """One way through the chain. What is missing below a link is a dash: it is repeated rather than merged."""

    vision: str = field(metadata=told("Visionen.", "Attraktiv och hållbar i alla delar, hela livet"))
    mal: str = field(metadata=told("Inriktningsmålet med nummer.", "2 Kommunens klimatpåverkan ska minska."))
    resultat: str = field(metadata=told("Det förväntade resultatet med nummer.", "2.3 Matsvinnet är högst 38 gram."))
    namnd: str = field(metadata=told("Nämnden som svarar för resultatet.", "Samhällsbyggnadsnämnden"))
    aktivitet: str = field(metadata=told("Aktiviteten med nummer.", "2.3.1 Väga svinn varje vecka"))
    ansvarig: str = field(metadata=told("Enhet eller befattning som svarar för aktiviteten.", "Kostchef"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Malkedja:
    """The chain both ways."""

    nedat: tuple[Kedjerad, ...] = field(metadata=told("Från visionen och nedåt."))
    uppat: tuple[Kedjerad, ...] = field(metadata=told("Från den sista länken och uppåt, efter vem som svarar för den."))


def mrp_kedja(mrp: Mrp, installningar: Installningar) -> Malkedja:
    """The chain as far as the mål- och resursplan goes: to the nämnder's results."""
    return _both(
        _rad(mrp, mal, resultat, None, installningar)
        for mal in mrp.gallande_mal
        for resultat in mrp.resultat_under(mal) or (None,)
    )


def vp_kedja(vp: Verksamhetsplan, mrp: Mrp, installningar: Installningar) -> Malkedja:
    """A nämnd's part of the chain, to the single unit."""
    return _both(
        _rad(mrp, mrp.mal(resultat.inriktningsmal), resultat, aktivitet, installningar)
        for resultat in mrp.namnd_resultat(vp.head.namnd)
        for aktivitet in vp.aktiviteter_for(resultat.id) or (None,)
    )


def _both(rows: Iterator[Kedjerad]) -> Malkedja:
    down = tuple(rows)
    linked = (row for row in down if row.resultat != DASH)
    return Malkedja(
        nedat=down, uppat=tuple(sorted(linked, key=lambda row: (swedish(row.namnd), swedish(row.ansvarig))))
    )


def _rad(
    mrp: Mrp, mal: Inriktningsmal | None, resultat: Resultat | None, aktivitet: Aktivitet | None,
    installningar: Installningar,
) -> Kedjerad:  # fmt: skip
    return Kedjerad(
        vision=plain(mrp.vision.text) if mrp.vision else DASH,
        mal=_link(mal),
        resultat=_link(resultat),
        namnd=organ(resultat.namnd, installningar) if resultat else DASH,
        aktivitet=_link(aktivitet),
        ansvarig=_ansvarig(resultat, aktivitet, installningar),
    )


def _link(row: Inriktningsmal | Resultat | Aktivitet | None) -> str:
    return f"{row.nummer} {plain(row.text)}" if row else DASH


def _ansvarig(resultat: Resultat | None, aktivitet: Aktivitet | None, installningar: Installningar) -> str:
    """The activity's unit; its responsible post where the whole förvaltning shares it."""
    if resultat is None or aktivitet is None:
        return DASH
    enhet = installningar.enhet(resultat.namnd, aktivitet.enhet)
    return enhet.namn if enhet else or_dash(aktivitet.ansvarig)
