"""Budget, outcome and prognosis as a table: a row for each verksamhet, nämnd or object, a sum last.

All amounts are net costs in tkr; a deviation is budget less outcome, so that minus is worse than budget.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from schemas.text import StyledText
from service.chain.ekonomi import Ekonomi, summa
from service.chain.records import Tkr

from .contract import told

TECKEN = (
    "Belopp i tkr. Nettokostnad anges med plus. Avvikelse är budget minus utfall eller prognos: plus är bättre än "
    "budget, minus är sämre."
)
TECKEN_INVESTERING = (
    "Belopp i tkr. Utgift anges med plus. Avvikelse är budget minus utfall eller prognos: minus är mer än budget."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Utfallsrad:
    """The economy of a verksamhet, a nämnd or an object, or the sum of all, in tkr."""

    kod: str = field(metadata=told("Kod; tom för en summa eller ett objekt.", "440"))
    benamning: str = field(metadata=told("Verksamhetens, nämndens eller objektets namn.", "Grundskola"))
    slag: str = field(metadata=told("Slag av investering; annars tom.", "investering"))
    budget_helar: Tkr = field(metadata=told("Hela årets budget.", "554 000"))
    budget: Tkr = field(metadata=told("Periodens budget.", "369 000"))
    utfall: Tkr = field(metadata=told("Periodens utfall.", "375 500"))
    avvikelse: Tkr = field(metadata=told("Periodens budget minus utfall.", "−6 500"))
    foregaende: Tkr | None = field(metadata=told("Prognosen förra perioden; kan saknas.", "560 000"))
    prognos: Tkr = field(metadata=told("Prognos för hela året.", "562 000"))
    prognosavvikelse: Tkr = field(metadata=told("Hela årets budget minus prognos.", "−8 000"))
    kommentar: StyledText = field(metadata=told("Varför det blir en avvikelse; kan vara tom.", "Fler elever."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Utfallstabell:
    """The table. The sum is the sum of the rows shown."""

    rader: tuple[Utfallsrad, ...] = field(metadata=told("En rad för varje verksamhet, nämnd eller objekt."))
    summa: Utfallsrad = field(metadata=told("Alla rader tillsammans."))
    tecken: str = field(metadata=told("Vad plus och minus betyder, och var utfallet är hämtat.", TECKEN))


@dataclass(frozen=True, slots=True, kw_only=True)
class Utfallspost:
    """What a row is made of."""

    benamning: str
    ekonomi: Ekonomi
    kod: str = ""
    slag: str = ""
    foregaende: Tkr | None = None
    kommentar: StyledText = field(default_factory=StyledText)


def utfallstabell_of(poster: Iterable[Utfallspost], tecken: str = TECKEN) -> Utfallstabell:
    """The rows in the order given, with their sum."""
    rows = list(poster)
    earlier = [row.foregaende for row in rows if row.foregaende is not None]
    total = Utfallspost(
        benamning="Summa",
        ekonomi=summa(row.ekonomi for row in rows),
        slag="–" if any(row.slag for row in rows) else "",
        foregaende=sum(earlier) if earlier else None,
    )
    return Utfallstabell(rader=tuple(_rad(row) for row in rows), summa=_rad(total), tecken=tecken)


def _rad(post: Utfallspost) -> Utfallsrad:
    part = post.ekonomi
    return Utfallsrad(
        kod=post.kod,
        benamning=post.benamning,
        slag=post.slag,
        budget_helar=part.budget_helar,
        budget=part.budget,
        utfall=part.utfall,
        avvikelse=part.avvikelse,
        foregaende=post.foregaende,
        prognos=part.prognos,
        prognosavvikelse=part.prognosavvikelse,
        kommentar=post.kommentar,
    )
