"""The rows of a meeting."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from schemas.text import StyledText

from .row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class MoteUppgifter(Row):
    sheet: ClassVar[str] = "mote"
    namnd: str
    datum: date | None
    tid: str
    plats: str
    ordforande: str
    sekreterare: str
    kallade: StyledText
    forhinder: str
    utskick: date | None
    senaste_paragraf: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoteProtokoll(Row):
    sheet: ClassVar[str] = "protokoll"
    slut: str
    justerare: str
    justerat: date | None
    anslag_upp: date | None
    forvaras: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arende(Row):
    sheet: ClassVar[str] = "arende"
    beteckning: str
    rubrik: str
    typ: str | None
    dnr: str
    foredragande: str
    forslag: StyledText
    skickas_till: StyledText
    utgar: bool | None
    utfall: str | None
    beslut: StyledText
    beslutsgang: StyledText
    reservation: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class Tjansteskrivelse(Row):
    sheet: ClassVar[str] = "tjansteskrivelse"
    arende: str
    datum: date | None
    handlaggare: str
    chef: str
    sammanfattning: StyledText
    beskrivning: StyledText
    ekonomi: StyledText
    underlag: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling(Row):
    sheet: ClassVar[str] = "handling"
    arende: str
    titel: str
    beteckning: str
    innehall: str | None
    fil: str
    planar: Decimal | None
    period: str | None
    namn: str
    version: Decimal | None
    antas: bool | None
    sekretess: bool | None
    oppen_rubrik: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Narvarande(Row):
    sheet: ClassVar[str] = "narvaro"
    namn: str
    roll: str | None
    parti: str
    anmarkning: str
