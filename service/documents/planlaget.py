"""Mått and activities as rows of a report before anybody has followed them up: the plan's, without outcome."""

from schemas.text import StyledText
from service.chain.records import Aktivitet, Matt, VpMatt

from .aktivitetslaget import Aktivitetslage
from .bedomningen import ej_foljt
from .matten import mattrad_of
from .mattutfallen import Mattutfallsrad
from .visionen import Resolve
from .wording import DASH, or_dash, period

EMPTY = StyledText(())


def planerat_matt(matt: Matt | VpMatt, ar: int) -> Mattutfallsrad:
    """A mått of the plan for a year, not yet measured."""
    row = mattrad_of(matt, ar)
    return Mattutfallsrad(
        nummer=row.nummer, ankare=row.ankare, text=row.text, enhet=row.enhet, riktning=row.riktning, bas=row.bas,
        foregaende=DASH, utfall=DASH, avser="", prognos=DASH, mal=row.mal_1, bedomning=ej_foljt(), narhet=DASH,
        trend=DASH, ej_matt="", kommentar=EMPTY, diagram=None,
    )  # fmt: skip


def planerad_aktivitet(row: Aktivitet, resultat: str, resolve: Resolve) -> Aktivitetslage:
    """An activity of the plan, not yet followed up."""
    return Aktivitetslage(
        nummer=str(row.nummer), ankare=f"aktivitet {row.nummer.text}", resultat=resultat, text=resolve(row.text),
        ansvarig=or_dash(row.ansvarig), tid=period(row.start, row.slut), lage=ej_foljt(), kommentar=EMPTY,
    )  # fmt: skip
