"""The municipality's statements as tables, its financial goals and key figures (LKBR 5–8 and 11 kap.)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from schemas.text import StyledText
from service.chain import nyckeltal, rakning
from service.chain.followups import Bokslut
from service.chain.rakning import Rad
from service.chain.records import Rakningspost, Tkr
from service.chain.skalor import Skala

from .bedomningen import Bedomning, sagd_bedomning
from .contract import told
from .visionen import Resolve
from .wording import SPACE, amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Rakningsrad:
    """A line of a statement, in tkr. Income is plus and cost minus; a balance's posts are plus."""

    post: str = field(metadata=told("Vad raden avser.", "Skatteintäkter"))
    forra: Tkr = field(metadata=told("Samma period året före; i balansräkningen årets början.", "1 333 000"))
    utfall: Tkr = field(metadata=told("Periodens utfall; i balansräkningen periodens slut.", "1 381 000"))
    budget_helar: Tkr = field(metadata=told("Hela årets budget.", "2 071 000"))
    prognos: Tkr = field(metadata=told("Prognos för hela året; efter året utfallet.", "2 071 000"))
    avvikelse: Tkr = field(metadata=told("Prognos minus budget: plus är bättre.", "0"))
    summa: bool = field(metadata=told("Om raden är en summa.", "nej"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rakenskaper:
    """The statements. One that nobody has filled in is empty."""

    resultat: tuple[Rakningsrad, ...] = field(metadata=told("Resultaträkningens rader med delsummor."))
    balans: tuple[Rakningsrad, ...] = field(metadata=told("Balansräkningens rader med summor; kan vara tom."))
    kassaflode: tuple[Rakningsrad, ...] = field(metadata=told("Kassaflödesanalysens rader; kan vara tom."))
    balanskrav: tuple[Rakningsrad, ...] = field(
        metadata=told("Från årets resultat till årets balanskravsresultat, rad för rad.")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Finansmalsrad:
    """A financial goal and its outcome."""

    mal: str = field(metadata=told("Det finansiella målet.", "Årets resultat är minst 1 procent av skatterna."))
    malvarde: str = field(metadata=told("Målvärde med enhet.", "1 %"))
    utfall: str = field(metadata=told("Utfall med enhet.", "0,4 %"))
    prognos: str = field(metadata=told("Prognos för året med enhet.", "0,1 %"))
    bedomning: Bedomning = field(metadata=told("Kommunstyrelsens bedömning."))
    kommentar: StyledText = field(metadata=told("Kommentar; kan vara tom.", "Prognosen är 2 100 tkr."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Nyckeltalsrad:
    """A key figure, in percent, unrounded."""

    namn: str = field(metadata=told("Vad nyckeltalet mäter.", "Soliditet"))
    forra: Decimal | None = field(metadata=told("Samma period året före, eller dess slut.", "42,5 %"))
    utfall: Decimal | None = field(metadata=told("Perioden, eller dess slut.", "42,3 %"))
    prognos: Decimal | None = field(metadata=told("Vad som väntas för hela året; kan saknas.", "42,1 %"))


def rakenskaper_of(bokslut: Bokslut) -> Rakenskaper:
    """All statements with their sums."""
    return Rakenskaper(
        resultat=_rader(rakning.resultatrakning(bokslut), bokslut.resultatrakning),
        balans=_rader(rakning.balansrakning(bokslut), bokslut.balans),
        kassaflode=_rader(rakning.kassaflode(bokslut), bokslut.kassaflode),
        balanskrav=tuple(_rad(rad) for rad in rakning.balanskrav(bokslut)) if bokslut.resultatrakning else (),
    )


def finansmal_of(bokslut: Bokslut, skala: Skala, resolve: Resolve) -> tuple[Finansmalsrad, ...]:
    """The financial goals in the workbook's order."""
    return tuple(
        Finansmalsrad(
            mal=row.mal, malvarde=_with_unit(row.malvarde, row.enhet), utfall=_with_unit(row.utfall, row.enhet),
            prognos=_with_unit(row.prognos, row.enhet), bedomning=sagd_bedomning(row.status, skala),
            kommentar=resolve(row.kommentar),
        )
        for row in bokslut.finansmal
    )  # fmt: skip


def nyckeltal_of(bokslut: Bokslut) -> tuple[Nyckeltalsrad, ...]:
    """The key figures that can be worked out."""
    return tuple(
        Nyckeltalsrad(namn=each.namn, forra=each.forra, utfall=each.utfall, prognos=each.prognos)
        for each in nyckeltal.nyckeltal(bokslut)
    )


def _rader(rows: Iterable[Rad], entered: Sequence[Rakningspost]) -> tuple[Rakningsrad, ...]:
    """The rows; none where no outcome has been entered: the budget alone is no statement."""
    filled = any(row.utfall is not None for row in entered)
    return tuple(_rad(rad) for rad in rows) if filled else ()


def _rad(rad: Rad) -> Rakningsrad:
    return Rakningsrad(
        post=rad.post, forra=rad.forra, utfall=rad.utfall, budget_helar=rad.budget_helar, prognos=rad.prognos,
        avvikelse=rad.prognosavvikelse, summa=rad.summa,
    )  # fmt: skip


def _with_unit(value: Decimal | None, unit: str) -> str:
    return amount(value) if value is None or not unit else f"{amount(value)}{SPACE}{unit}"
