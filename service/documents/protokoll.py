"""The minutes of a meeting, as a draft to finish in Word; and the public notice of them (anslag)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from schemas.mote import ERSATTARE, LEDAMOT, ORDFORANDE, OVRIG, TJANSTGORANDE
from service.chain.moten import Mote
from service.chain.plans import Installningar
from service.chain.records import Narvarande

from .besluten import LINE
from .contract import told
from .motet import Motesfakta, motesfakta
from .paragraferna import Paragraf, paragraferna, paragrafspann
from .wording import day, or_dash

ANSLAGSTID = timedelta(weeks=3)  # kommunallagen 13 kap. 5 §: what is decided can be appealed for three weeks
DECIDING = (ORDFORANDE, LEDAMOT, TJANSTGORANDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Narvarorad:
    """Somebody who was there."""

    namn: str = field(metadata=told("Namn, med parti.", "Kim Ek (X)"))
    roll: str = field(metadata=told("Rollen.", "ledamot"))
    anmarkning: str = field(metadata=told("Anmärkning; ett streck om ingen.", "§§ 119–121"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Anslagsfakta:
    """What the notice says; a line to write on where it is not yet known."""

    ar_justerat: bool = field(metadata=told("Om det är känt när protokollet justerades.", "ja"))
    justerat: str = field(metadata=told("Dagen då protokollet justerades.", "16 december 2026"))
    upp: str = field(metadata=told("Dagen då anslaget sattes upp.", "17 december 2026"))
    ned: str = field(metadata=told("Dagen då anslaget tidigast tas ned.", "8 januari 2027"))
    forvaras: str = field(metadata=told("Var protokollet förvaras.", "Kommunhuset"))
    justerare: str = field(metadata=told("Vem som justerar, utöver ordföranden.", "Kim Ek"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtokollContext:
    """All that the templates of minutes and of their notice may use."""

    rubrik: str = field(metadata=told("Papperets rubrik.", "Protokoll Socialnämnden 10 december 2026"))
    mote: Motesfakta = field(metadata=told("När och var."))
    tid: str = field(metadata=told("Tiden, från och till.", "13.00–15.40"))
    spann: str = field(metadata=told("Paragraferna.", "§§ 118–124"))
    beslutande: tuple[Narvarorad, ...] = field(metadata=told("De som beslutar."))
    ersattare: tuple[Narvarorad, ...] = field(metadata=told("Ersättare som inte tjänstgör."))
    ovriga: tuple[Narvarorad, ...] = field(metadata=told("Övriga närvarande."))
    anslag: Anslagsfakta = field(metadata=told("Justering och anslag."))
    utgar: tuple[str, ...] = field(metadata=told("Ärenden som utgår.", "Ekonomiskt läge efter november"))
    paragrafer: tuple[Paragraf, ...] = field(metadata=told("Paragraferna i ordning."))


def context_for(mote: Mote, installningar: Installningar, titel: str = "Protokoll") -> ProtokollContext:
    """What the minutes say, and their notice."""
    facts, paragrafer = motesfakta(mote, installningar), paragraferna(mote)
    slut = mote.protokoll.slut
    return ProtokollContext(
        rubrik=f"{titel} {facts.namnd} {facts.datum}",
        mote=facts,
        tid=f"{facts.tid}–{slut}" if slut else facts.tid,
        spann=paragrafspann(paragrafer),
        beslutande=_rows(mote.narvaro, DECIDING),
        ersattare=_rows(mote.narvaro, (ERSATTARE,)),
        ovriga=_rows(mote.narvaro, (OVRIG,)),
        anslag=anslagsfakta(mote),
        utgar=tuple(punkt.rad.rubrik for punkt in mote.punkter if punkt.utgar),
        paragrafer=paragrafer,
    )


def anslagsfakta(mote: Mote) -> Anslagsfakta:
    """The notice is up for three weeks after the day it was put up."""
    minutes, line = mote.protokoll, LINE
    up = minutes.anslag_upp
    return Anslagsfakta(
        ar_justerat=minutes.justerat is not None,
        justerat=day(minutes.justerat) if minutes.justerat else line,
        upp=day(up) if up else line,
        ned=day(up + ANSLAGSTID + timedelta(days=1)) if up else line,
        forvaras=minutes.forvaras or line,
        justerare=minutes.justerare or line,
    )


def _rows(people: Iterable[Narvarande], roles: tuple[str, ...]) -> tuple[Narvarorad, ...]:
    return tuple(
        Narvarorad(
            namn=f"{one.namn} ({one.parti})" if one.parti else one.namn, roll=or_dash(one.roll),
            anmarkning=or_dash(one.anmarkning),
        )
        for one in people
        if one.roll in roles
    )  # fmt: skip
