"""The rows of the workbooks as values. Amounts are whole tkr; codes are text; `row` is the row in the workbook.

Field names are the schemas' own; a test holds that they agree.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from schemas.text import StyledText

from .values import Nummer

Tkr = int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a sheet: its permanent id and its row number in the workbook (0 on a form)."""

    sheet: ClassVar[str]
    id: str = ""
    row: int = 0


# --- installningar -------------------------------------------------------------------------------------------------


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
class Regelniva(Row):
    sheet: ClassVar[str] = "regelniva"
    regel: str
    niva: str | None
    skal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Halltid(Row):
    sheet: ClassVar[str] = "halltid"
    vad: str
    vem: str | None
    datum: date | None
    handling: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beslut(Row):
    sheet: ClassVar[str] = "beslut"
    avser: str | None
    organ: str
    datum: date | None
    paragraf: int | None
    dnr: str
    anmarkning: StyledText


# --- mrp -----------------------------------------------------------------------------------------------------------


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


# --- verksamhetsplan -----------------------------------------------------------------------------------------------


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
