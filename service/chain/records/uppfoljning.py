"""The rows of a nämnd's follow-up. Amounts are whole tkr net cost; `id` is the id of the plan's own row."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from schemas.text import StyledText

from .mrp import Bilaga
from .row import Row, Tkr


@dataclass(frozen=True, slots=True, kw_only=True)
class UfUppgifter(Row):
    sheet: ClassVar[str] = "uppfoljning"
    diarienummer: str
    beloppsenhet: str | None
    framtagen_av: str
    dokumentagare: str
    dokumentansvarig: str
    amnesomrade: str
    intranat: bool | None
    hemsida: bool | None
    styrande_dokument: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class UfText(Row):
    sheet: ClassVar[str] = "uf_text"
    sammanfattning: StyledText
    handelser: StyledText
    maluppfyllelse: StyledText
    uppdrag: StyledText
    ekonomi: StyledText
    ekonomi_atgarder: StyledText
    investeringar: StyledText
    personal: StyledText
    framatblick: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class UfResultat(Row):
    """The nämnd's judgement of a förväntat resultat. `foregaende` is the word of the period before."""

    sheet: ClassVar[str] = "uf_resultat"
    nummer: str
    inriktningsmal: str
    text: StyledText
    utgatt: bool | None
    foregaende: str
    status: str
    analys: StyledText
    effekter: StyledText
    atgard: StyledText
    atgard_ansvarig: str
    atgard_datum: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matutfall(Row):
    """What a mått shows. `hor_till` is the number of its result or goal, `foregaende` the value of the period before:
    its prognosis or, without one, its outcome."""

    nummer: str
    hor_till: str
    text: str
    enhet: str
    riktning: str | None
    basvarde: Decimal | None
    basar: str
    mal: Decimal | None
    utgatt: bool | None
    foregaende: Decimal | None
    utfall: Decimal | None
    avser: str
    prognos: Decimal | None
    ej_matt: str
    kommentar: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class UfMatt(Matutfall):
    sheet: ClassVar[str] = "uf_matt"


@dataclass(frozen=True, slots=True, kw_only=True)
class UfAktivitet(Row):
    """Where an activity stands. `resultat` is the number of its förväntade resultat."""

    sheet: ClassVar[str] = "uf_aktivitet"
    nummer: str
    resultat: str
    text: StyledText
    ansvarig: str
    start: date | None
    slut: date | None
    utgatt: bool | None
    foregaende: str
    status: str
    kommentar: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class UfUppdrag(Row):
    sheet: ClassVar[str] = "uf_uppdrag"
    nummer: str
    slag: str | None
    text: StyledText
    motpart: str
    status: str
    uppfoljning: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class UfEkonomi(Row):
    """A verksamhet's net cost: budget, outcome, prognosis."""

    sheet: ClassVar[str] = "uf_ekonomi"
    verksamhet: str
    benamning: str
    budget_helar: Tkr | None
    foregaende: Tkr | None
    budget: Tkr | None
    utfall: Tkr | None
    prognos: Tkr | None
    kommentar: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class UfInvestering(Row):
    sheet: ClassVar[str] = "uf_investering"
    objekt: str
    slag: str | None
    budget_helar: Tkr | None
    foregaende: Tkr | None
    utfall: Tkr | None
    prognos: Tkr | None
    kommentar: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class Personalpost(Row):
    """A figure on the staff: the same period last year, the period before, and this one."""

    post: str | None
    forra: Decimal | None
    foregaende: Decimal | None
    utfall: Decimal | None
    kommentar: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class UfPersonal(Personalpost):
    sheet: ClassVar[str] = "uf_personal"


@dataclass(frozen=True, slots=True, kw_only=True)
class UfBilaga(Bilaga):
    sheet: ClassVar[str] = "uf_bilaga"
