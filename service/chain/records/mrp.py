"""The rows of the mål- och resursplan. Amounts are whole tkr."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from schemas.text import StyledText

from ..values import Nummer
from .row import Row, Tkr


@dataclass(frozen=True, slots=True, kw_only=True)
class MrpUppgifter(Row):
    sheet: ClassVar[str] = "mrp"
    diarienummer: str
    beloppsenhet: str | None
    skattesats: Decimal | None
    skattesats_forandring: Decimal | None
    dokumentagare: str
    dokumentansvarig: str
    amnesomrade: str
    intranat: bool | None
    hemsida: bool | None
    styrande_dokument: StyledText
    resultatmal_procent: Decimal | None
    synnerliga_skal: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class MrpText(Row):
    sheet: ClassVar[str] = "mrp_text"
    inledning: StyledText
    styrmodell: StyledText
    hushallning: StyledText
    omvarld: StyledText
    befolkning: StyledText
    skatteunderlag: StyledText
    finansiell_analys: StyledText
    koncernforetag: StyledText
    investeringar: StyledText
    anvisningar: StyledText
    dialogfragor: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class Vision(Row):
    sheet: ClassVar[str] = "vision"
    text: StyledText
    beskrivning: StyledText
    datum: date | None
    paragraf: int | None
    giltig_fran: date | None
    giltig_till: date | None

    def valid(self, day: date) -> bool:
        """Whether the vision is in force that day."""
        started = self.giltig_fran is not None and self.giltig_fran <= day
        return started and (self.giltig_till is None or self.giltig_till >= day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inriktningsmal(Row):
    sheet: ClassVar[str] = "inriktningsmal"
    nummer: Nummer
    beteckning: str
    text: StyledText
    beskrivning: StyledText
    agare: str
    ansvariga: tuple[str, ...]
    bidragande: tuple[str, ...]
    datum: date | None
    paragraf: int | None
    giltig_fran: date | None
    giltig_till: date | None
    reviderat: date | None
    revideringsskal: StyledText
    tidigare_text: StyledText
    utgar: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resultat(Row):
    """A förväntat resultat. `inriktningsmal` is the row id of the goal it is numbered under (empty: unknown)."""

    sheet: ClassVar[str] = "resultat"
    nummer: Nummer
    beteckning: str
    inriktningsmal: str
    namnd: str
    bidragande: tuple[str, ...]
    text: StyledText
    period_fran: date | None
    period_till: date | None
    verksamheter: tuple[str, ...]
    avstamd: date | None
    kostnad: Tkr | None
    motivering: StyledText
    utgar: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matt(Row):
    """A mått. `hor_till` is the row id of its goal or result."""

    sheet: ClassVar[str] = "matt"
    nummer: Nummer
    hor_till: str
    text: str
    enhet: str
    riktning: str | None
    kalla: str
    kolada_id: str
    frekvens: str | None
    agare: str
    basvarde: Decimal | None
    basar: str
    mal_1: Decimal | None
    mal_2: Decimal | None
    mal_3: Decimal | None
    utgar: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MrpUppdrag(Row):
    sheet: ClassVar[str] = "uppdrag"
    nummer: Nummer
    namnd: str
    text: StyledText
    givare: str | None
    aterrapport: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beslutspunkt(Row):
    sheet: ClassVar[str] = "beslutspunkt"
    text: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class Namndtext(Row):
    sheet: ClassVar[str] = "namndtext"
    namnd: str
    uppdrag: StyledText
    inriktning: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialog(Row):
    sheet: ClassVar[str] = "dialog"
    namnd: str
    datum: date | None
    narvarande: str
    anteckning: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class Bekraftelse(Row):
    sheet: ClassVar[str] = "bekraftelse"
    datum: date | None
    paragraf: int | None
    dnr: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilaga(Row):
    sheet: ClassVar[str] = "bilaga"
    nummer: Decimal | None
    titel: str
    innehall: StyledText
