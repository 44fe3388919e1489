"""The rows of a nämnd's verksamhetsplan and its detaljbudget. Amounts are whole tkr."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from schemas.text import StyledText

from ..values import Nummer
from .mrp import Bilaga
from .row import Row, Tkr


@dataclass(frozen=True, slots=True, kw_only=True)
class VpUppgifter(Row):
    sheet: ClassVar[str] = "verksamhetsplan"
    diarienummer: str
    beloppsenhet: str | None
    framtagen_av: str
    dokumentagare: str
    dokumentansvarig: str
    amnesomrade: str
    intranat: bool | None
    hemsida: bool | None
    styrande_dokument: StyledText
    inga_konflikter: bool | None
    inom_ram: bool | None
    delgiven: bool | None
    inga_statliga: bool | None
    inga_kommunala: bool | None
    inga_ataganden: bool | None
    inga_satsningar: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VpText(Row):
    sheet: ClassVar[str] = "verksamhetsplan_text"
    inledning: StyledText
    uppdrag: StyledText
    organisation: StyledText
    verksamhet: StyledText
    detaljbudget: StyledText
    investeringar: StyledText
    uppfoljning: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class VpResultat(Row):
    """A förväntat resultat as it stands in the nämnd's workbook (locked). `id` is the id of the MRP's own row."""

    sheet: ClassVar[str] = "vp_resultat"
    nummer: str
    inriktningsmal: str
    text: StyledText
    period_fran: date | None
    period_till: date | None
    verksamheter: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VpMatt(Row):
    """A mått in the nämnd's workbook. `hor_till` is the row id of the result; `egen` is true for the nämnd's own."""

    sheet: ClassVar[str] = "vp_matt"
    nummer: Nummer
    hor_till: str
    text: str
    enhet: str
    riktning: str | None
    kalla: str
    kolada_id: str
    frekvens: str | None
    basvarde: Decimal | None
    basar: str
    mal_1: Decimal | None
    mal_2: Decimal | None
    mal_3: Decimal | None
    egen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Aktivitet(Row):
    """An aktivitet. `resultat` is the row id of its förväntade resultat (empty: unknown)."""

    sheet: ClassVar[str] = "aktivitet"
    nummer: Nummer
    resultat: str
    text: StyledText
    niva: str | None
    beslutad_av: str
    verksamhet: str
    enhet: str
    ansvarig: str
    start: date | None
    slut: date | None
    kostnad: Tkr | None
    funnits_sedan: Decimal | None
    utgar: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Uppdrag(Row):
    """A row of the verksamhetsbeskrivning. `nummer` is the MRP's number for a task that comes from it."""

    sheet: ClassVar[str] = "vb"
    nummer: str
    slag: str | None
    text: StyledText
    kalla: str | None
    kallhanvisning: str
    motpart: str
    belopp: Tkr | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VpRam(Row):
    sheet: ClassVar[str] = "vp_ram"
    anslagsniva: str
    mrp: Decimal | None
    andring: Decimal | None
    ram: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Budgetrad(Row):
    """A verksamhet's budget; income and costs are positive."""

    sheet: ClassVar[str] = "budgetrad"
    verksamhet: str
    benamning: str
    intakter: Tkr | None
    personal: Tkr | None
    lokal: Tkr | None
    ovrigt: Tkr | None
    kapital: Tkr | None
    netto_forra: Tkr | None

    @property
    def fylld(self) -> bool:
        """Whether any of the year's amounts has been filled in."""
        amounts = (self.intakter, self.personal, self.lokal, self.ovrigt, self.kapital)
        return any(amount is not None for amount in amounts)

    @property
    def kostnader(self) -> Tkr:
        """All costs, tkr."""
        return (self.personal or 0) + (self.lokal or 0) + (self.ovrigt or 0) + (self.kapital or 0)

    @property
    def netto(self) -> Tkr:
        """Costs less income, tkr."""
        return self.kostnader - (self.intakter or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class VpInvestering(Row):
    sheet: ClassVar[str] = "vp_investering"
    objekt: str
    slag: str | None
    ar_1: Tkr | None
    ar_2: Tkr | None
    ar_3: Tkr | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VpBilaga(Bilaga):
    sheet: ClassVar[str] = "vp_bilaga"
