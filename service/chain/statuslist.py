"""The list of status: every result, activity and mått with its number, nämnd and status, a row each (regler § 5.1)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .maluppfyllelse import Resultatlage, resultatlagen
from .plans import Installningar, Mrp, Verksamhetsplan, plain
from .records import UfMatt
from .report import Report
from .skalor import Betydelse, bedomningsskala
from .utfall import Mattlage, granser, mattlage

NOT_REPORTED = "ej rapporterat"
DROPPED = "har utgått"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statusrad:
    """A row of the list. `period` is that of the report it comes from; empty where nothing has been reported."""

    slag: str
    nummer: str
    namnd: str
    text: str
    status: str
    period: str = ""
    siffror: str = ""
    trend: str = ""
    utfall: Decimal | None = None
    prognos: Decimal | None = None
    mal: Decimal | None = None
    ansvarig: str = ""
    slut: date | None = None


def reported_rows(report: Report) -> Iterator[Statusrad]:
    """The rows of a nämnd that has reported."""
    uf, installningar = report.uppfoljning, report.installningar
    lagen = {each.resultat.id: each for each in resultatlagen(uf, installningar)}
    namnd, period = report.namnd, uf.head.period
    for row in uf.resultat:
        status = DROPPED if row.utgatt else row.status
        yield Statusrad(
            slag="Resultat", nummer=row.nummer, text=plain(row.text), status=status, ansvarig=row.atgard_ansvarig,
            siffror=_figures(lagen.get(row.id), report), slut=row.atgard_datum, namnd=namnd, period=period,
        )  # fmt: skip
    for activity in uf.aktiviteter:
        yield Statusrad(
            slag="Aktivitet", nummer=activity.nummer, text=plain(activity.text), status=activity.status,
            ansvarig=activity.ansvarig, slut=activity.slut, namnd=namnd, period=period,
        )  # fmt: skip
    limits = granser(installningar)
    for matt in uf.matt:
        yield _matt(matt, mattlage(matt, limits, helar=uf.helar), report)


def planned_rows(vp: Verksamhetsplan, mrp: Mrp) -> Iterator[Statusrad]:
    """The rows of a nämnd that has not reported: its plan's, without status."""
    namnd = vp.head.namnd
    for row in mrp.namnd_resultat(namnd):
        yield Statusrad(
            slag="Resultat", nummer=str(row.nummer), namnd=namnd, text=plain(row.text), status=NOT_REPORTED,
            slut=row.period_till,
        )  # fmt: skip
    for activity in vp.gallande_aktiviteter:
        yield Statusrad(
            slag="Aktivitet", nummer=str(activity.nummer), namnd=namnd, text=plain(activity.text),
            status=NOT_REPORTED, ansvarig=activity.ansvarig, slut=activity.slut,
        )  # fmt: skip
    for matt in vp.matt:
        yield Statusrad(
            slag="Mått", nummer=str(matt.nummer), namnd=namnd, text=matt.text, status=NOT_REPORTED, mal=matt.mal_1
        )


def _figures(each: Resultatlage | None, report: Report) -> str:
    return _word(each.siffror, report.installningar, report.uppfoljning.head.period) if each and each.matt else ""


def _matt(matt: UfMatt, each: Mattlage, report: Report) -> Statusrad:
    word = _word(each.status, report.installningar, report.uppfoljning.head.period)
    return Statusrad(
        slag="Mått", nummer=matt.nummer, namnd=report.namnd, text=matt.text,
        status=DROPPED if matt.utgatt else word, period=report.uppfoljning.head.period,
        trend=each.trend_ord, utfall=matt.utfall, prognos=matt.prognos,
        mal=matt.mal,
    )  # fmt: skip


def _word(status: Betydelse, installningar: Installningar, period: str) -> str:
    return bedomningsskala(installningar, period).ord_for(status)


def headings() -> Sequence[tuple[str, str, int]]:
    """The list's columns: field, heading, width in characters."""
    return (
        ("slag", "Slag", 11), ("nummer", "Nummer", 10), ("namnd", "Nämnd", 9), ("text", "Vad", 70),
        ("status", "Status", 26), ("period", "Period", 9), ("siffror", "Enligt måtten", 26), ("trend", "Trend", 24),
        ("utfall", "Utfall", 10), ("prognos", "Prognos", 10), ("mal", "Mål", 10), ("ansvarig", "Ansvarig", 28),
        ("slut", "Klart", 12),
    )  # fmt: skip
