"""Where the activities and the tasks of the plan stand; dropped ones are said to be dropped."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.plans import Installningar
from service.chain.records import UfAktivitet
from service.chain.skalor import Lage, Skala, aktivitetsskala, lage

from .bedomningen import Antalsrad, Bedomning, lage_of, lagesrader_of
from .contract import told
from .visionen import Resolve
from .wording import listed, or_dash, period


@dataclass(frozen=True, slots=True, kw_only=True)
class Aktivitetslage:
    """An activity and where it stands."""

    nummer: str = field(metadata=told("Aktivitetens nummer.", "2.3.1"))
    ankare: str = field(metadata=told("Nyckel för korshänvisningar till aktiviteten.", "aktivitet 2.3.1"))
    resultat: str = field(metadata=told("Numret på resultatet.", "2.3"))
    text: StyledText = field(metadata=told("Vad som skulle göras.", "Väga svinn varje vecka i alla kök"))
    ansvarig: str = field(metadata=told("Ansvarig befattning.", "Kostchef"))
    tid: str = field(metadata=told("Start och slut.", "10 januari – 20 december 2027"))
    lage: Bedomning = field(metadata=told("Läget."))
    kommentar: StyledText = field(metadata=told("Kommentar; kan vara tom.", "Vägningen är en vana."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Aktivitetsdel:
    """All activities of a report."""

    rader: tuple[Aktivitetslage, ...] = field(metadata=told("Aktiviteterna, de som utgår också."))
    antal: tuple[Antalsrad, ...] = field(metadata=told("Hur många som står i varje läge."))
    summa: int = field(metadata=told("Hur många aktiviteter som följs upp.", "14"))
    utgar: str = field(metadata=told("Nummer på aktiviteter som utgår; annars tom.", "2.3.2 och 2.3.4"))


def aktivitetsdel_of(rows: Iterable[UfAktivitet], installningar: Installningar, resolve: Resolve) -> Aktivitetsdel:
    """The activities in the plan's order, counted."""
    found, skala = list(rows), aktivitetsskala(installningar)
    lines = aktivitetslagen_of(found, installningar, resolve)
    dropped = [row.nummer for row in found if _dropped(row, skala)]
    return Aktivitetsdel(
        rader=lines,
        antal=lagesrader_of((line.lage.ord for line in lines), skala),
        summa=len(lines),
        utgar=listed(dropped) if dropped else "",
    )


def aktivitetslagen_of(
    rows: Iterable[UfAktivitet], installningar: Installningar, resolve: Resolve
) -> tuple[Aktivitetslage, ...]:
    """Each activity as a row, in the order given."""
    skala = aktivitetsskala(installningar)
    return tuple(_rad(row, skala, resolve) for row in rows)


def _rad(row: UfAktivitet, skala: Skala, resolve: Resolve) -> Aktivitetslage:
    return Aktivitetslage(
        nummer=row.nummer,
        ankare=f"aktivitet {row.nummer.rstrip('*')}",
        resultat=or_dash(row.resultat),
        text=resolve(row.text),
        ansvarig=or_dash(row.ansvarig),
        tid=period(row.start, row.slut),
        lage=lage_of(skala.ord_for(Lage.UTGAR) if _dropped(row, skala) else row.status, skala),
        kommentar=resolve(row.kommentar),
    )


def _dropped(row: UfAktivitet, skala: Skala) -> bool:
    """Whether it has been dropped from the plan, or is said to be."""
    return bool(row.utgatt) or lage(skala, row.status) is Lage.UTGAR
