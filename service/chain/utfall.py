"""What a mått's figures say: how far it has come towards its target, and which way it goes. Two different things.

`mätt` is the value judged: during the year the prognosis where there is one, else the outcome; at its end the outcome.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .limits import DELVIS, TREND
from .plans import Installningar
from .records import Matutfall
from .skalor import Betydelse


class Trend(StrEnum):
    """Which way a mått has gone since its base value, seen in its own direction."""

    FORBATTRAD = "förbättrad"
    OFORANDRAD = "oförändrad"
    FORSAMRAD = "försämrad"

    @property
    def pil(self) -> str:
        """The arrow that stands beside the word: up is better, whichever way the figures go."""
        return {"förbättrad": "↑", "oförändrad": "→", "försämrad": "↓"}[self.value]


@dataclass(frozen=True, slots=True)
class Granser:
    """The limits of the judgement, in percent: how much of the way counts as partly, how small a change as none."""

    delvis: Decimal = Decimal(DELVIS.varde)
    trend: Decimal = Decimal(TREND.varde)


@dataclass(frozen=True, slots=True)
class Mattlage:
    """Where a mått stands.

    `varde` is the value judged and `ur_prognos` whether it is a prognosis; `narhet` is how much of the way from the
    base value to the target has been gone, in percent, unrounded (below 0: away from it; None: it cannot be said).
    """

    matt: Matutfall
    varde: Decimal | None
    ur_prognos: bool
    status: Betydelse
    narhet: Decimal | None
    trend: Trend | None

    @property
    def trend_ord(self) -> str:
        """`↑ förbättrad sedan 2025`: which way it has gone, and since when; empty where it cannot be said."""
        since = self.matt.basar or "basvärdet"
        return f"{self.trend.pil} {self.trend.value} sedan {since}" if self.trend else ""


def granser(installningar: Installningar) -> Granser:
    """The municipality's limits."""
    return Granser(DELVIS.of(installningar), TREND.of(installningar))


def mattlage(matt: Matutfall, granserna: Granser, *, helar: bool) -> Mattlage:
    """Where a mått stands in its period; `helar` when the period is the whole year."""
    ur_prognos = not helar and matt.prognos is not None
    varde = matt.prognos if ur_prognos else matt.utfall
    return Mattlage(
        matt, varde, ur_prognos,
        status=status(varde, matt.basvarde, matt.mal, matt.riktning, granserna.delvis),
        narhet=narhet(varde, matt.basvarde, matt.mal),
        trend=trend(varde, matt.basvarde, matt.riktning, granserna.trend),
    )  # fmt: skip


def status(
    varde: Decimal | None, bas: Decimal | None, mal: Decimal | None, riktning: str | None, delvis: Decimal
) -> Betydelse:
    """Uppfyllt where the target is reached; else partly where enough of the way from the base value has been gone.

    `OKANT` without a value, a target or a direction.
    """
    if varde is None or mal is None or riktning is None:
        return Betydelse.OKANT
    if reached(varde, mal, riktning):
        return Betydelse.UPPFYLLT
    near = narhet(varde, bas, mal)
    started = bas is not None and not reached(bas, mal, riktning)  # a base past the target measures no way
    return Betydelse.DELVIS if started and near is not None and near >= delvis else Betydelse.EJ


def reached(varde: Decimal, mal: Decimal, riktning: str) -> bool:
    """Whether a value is as good as the target, or better."""
    return varde >= mal if riktning == "högre" else varde <= mal


def narhet(varde: Decimal | None, bas: Decimal | None, mal: Decimal | None) -> Decimal | None:
    """How much of the way from the base value to the target has been gone, in percent, unrounded."""
    if varde is None or bas is None or mal is None or bas == mal:
        return None
    return (varde - bas) * 100 / (mal - bas)


def trend(varde: Decimal | None, tidigare: Decimal | None, riktning: str | None, tolerans: Decimal) -> Trend | None:
    """Which way a value has gone from the one before; a change of at most `tolerans` percent of it is none."""
    if varde is None or tidigare is None or riktning is None:
        return None
    change = varde - tidigare
    if abs(change) * 100 <= abs(tidigare) * tolerans:
        return Trend.OFORANDRAD
    return Trend.FORBATTRAD if (change > 0) == (riktning == "högre") else Trend.FORSAMRAD
