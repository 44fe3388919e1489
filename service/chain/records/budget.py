"""The rows of the MRP's budget: frames, the three-year budgets, investments. Amounts are whole tkr."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from .row import Row, Tkr


@dataclass(frozen=True, slots=True, kw_only=True)
class Ram(Row):
    """A nämnd's frame at one anslagsbindningsnivå; net cost is positive."""

    sheet: ClassVar[str] = "ram"
    namnd: str
    anslagsniva: str
    bokslut: Tkr | None
    budget_forra: Tkr | None
    preliminar: Tkr | None
    ram_1: Tkr | None
    ram_2: Tkr | None
    ram_3: Tkr | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ramforandring(Row):
    sheet: ClassVar[str] = "ramforandring"
    namnd: str
    post: str
    belopp: Tkr | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ramandring(Row):
    """A change of a frame that KF decided after the plan was adopted."""

    sheet: ClassVar[str] = "ramandring"
    namnd: str
    anslagsniva: str
    belopp: Tkr | None
    avser: str
    datum: date | None
    paragraf: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arspost(Row):
    """A line of one of the three-year budgets: `post` and an amount a year."""

    post: str
    ar_1: Tkr | None
    ar_2: Tkr | None
    ar_3: Tkr | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bryggpost(Arspost):
    sheet: ClassVar[str] = "brygga"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resultatpost(Arspost):
    sheet: ClassVar[str] = "resultatpost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kassaflodespost(Arspost):
    sheet: ClassVar[str] = "kassaflodespost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Balanspost(Arspost):
    sheet: ClassVar[str] = "balanspost"
    forra: Tkr | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Investering(Row):
    sheet: ClassVar[str] = "investering"
    namnd: str
    objekt: str
    slag: str | None
    ar_1: Tkr | None
    ar_2: Tkr | None
    ar_3: Tkr | None
    ar_4: Tkr | None
    ar_5: Tkr | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Antagande(Row):
    sheet: ClassVar[str] = "antagande"
    antagande: str
    enhet: str
    ar_1: Decimal | None
    ar_2: Decimal | None
    ar_3: Decimal | None
    kalla: str
