"""The rows of the settings."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import ClassVar

from schemas.text import StyledText

from .row import Row

DAGAR_FORE = 7  # what kommunallagen 5 kap. 13 § asks of fullmäktige, and what most nämnder keep to


@dataclass(frozen=True, slots=True, kw_only=True)
class Kommun(Row):
    sheet: ClassVar[str] = "kommun"
    namn: str
    kommunkod: str
    valar: int | None
    mandatperiod_fran: date | None
    invanare: Decimal | None
    dokumentagare: str
    dokumentansvarig: str
    rubrik_mrp: str
    rubrik_verksamhetsplan: str
    rubrik_detaljbudget: str
    ord_for_region: str | None
    exempel: bool | None
    rubrik_delarsrapport: str = ""
    rubrik_arsberattelse: str = ""
    rubrik_arsredovisning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Namnd(Row):
    sheet: ClassVar[str] = "namnd"
    kod: str
    namn: str
    forvaltning: str
    roll: str | None
    diarieprefix: str
    dnr_monster: str
    verksamhetsplan: bool | None
    ordning: Decimal | None
    aktiv_fran: date | None
    aktiv_till: date | None
    utskick_dagar: Decimal | None = None

    def utskick_senast(self, datum: date) -> date:
        """The last day to send out the summons to a meeting: so many days before it, and no Saturday or Sunday."""
        last = datum - timedelta(days=int(self.utskick_dagar or DAGAR_FORE))
        return last - timedelta(days=max(0, last.weekday() - 4))

    def active(self, ar: int) -> bool:
        """Whether the nämnd exists during any part of the year."""
        started = self.aktiv_fran is None or self.aktiv_fran <= date(ar, 12, 31)
        return started and (self.aktiv_till is None or self.aktiv_till >= date(ar, 1, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Verksamhet(Row):
    sheet: ClassVar[str] = "verksamhet"
    namnd: str
    kod: str
    namn: str
    anslagsniva: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Enhet(Row):
    sheet: ClassVar[str] = "enhet"
    namnd: str
    kod: str
    namn: str
    niva: str | None
    overordnad: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kodnyckelrad(Row):
    """Which codes of the economy system belong to a nämnd and verksamhet, or are of a kostnadsslag."""

    sheet: ClassVar[str] = "kodnyckel"
    ansvar: str
    verksamhetskod: str
    konto: str
    projekt: str
    namnd: str
    verksamhet: str
    kostnadsslag: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ord(Row):
    sheet: ClassVar[str] = "ord"
    lista: str | None
    ord: str
    slag: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grans(Row):
    sheet: ClassVar[str] = "grans"
    namn: str
    varde: Decimal | None
    betydelse: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statusord(Row):
    """A word for how it goes; `betydelse` says how it is counted."""

    sheet: ClassVar[str] = "statusord"
    skala: str | None
    ord: str
    betydelse: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelniva(Row):
    sheet: ClassVar[str] = "regelniva"
    regel: str
    niva: str | None
    skal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Halltid(Row):
    """A milestone. `manad` is the first day of its month, where no day is set; `handling` is the step to follow."""

    sheet: ClassVar[str] = "halltid"
    vad: str
    vem: str | None
    namnd: str
    handling: str | None
    datum: date | None
    manad: date | None
    klart: date | None

    @property
    def senast(self) -> date | None:
        """The last day: the day set, else the last of the month; None where neither stands."""
        if self.datum is not None or self.manad is None:
            return self.datum
        return self.manad.replace(day=monthrange(self.manad.year, self.manad.month)[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Beslut(Row):
    sheet: ClassVar[str] = "beslut"
    avser: str | None
    organ: str
    datum: date | None
    paragraf: int | None
    dnr: str
    anmarkning: StyledText
