"""The rows of the municipality's own figures for a period. Amounts are whole tkr."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from schemas.text import StyledText

from .mrp import Bilaga
from .row import Row, Tkr
from .uppfoljning import Matutfall, Personalpost, UfUppgifter


@dataclass(frozen=True, slots=True, kw_only=True)
class BsUppgifter(UfUppgifter):
    sheet: ClassVar[str] = "bokslut"
    lagstadgad: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BsText(Row):
    sheet: ClassVar[str] = "bs_text"
    sammanfattning: StyledText
    oversikt: StyledText
    stallning: StyledText
    handelser: StyledText
    styrning: StyledText
    hushallning: StyledText
    finansiell_analys: StyledText
    balanskrav: StyledText
    personal: StyledText
    utveckling: StyledText
    koncern: StyledText
    vision: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class BsInriktningsmal(Row):
    """Kommunstyrelsens judgement of an inriktningsmål; `id` is the id of the MRP's own row."""

    sheet: ClassVar[str] = "bs_inriktningsmal"
    nummer: str
    text: StyledText
    foregaende: str
    status: str
    bedomning: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class BsMatt(Matutfall):
    sheet: ClassVar[str] = "bs_matt"


@dataclass(frozen=True, slots=True, kw_only=True)
class BsFinansmal(Row):
    sheet: ClassVar[str] = "bs_finansmal"
    mal: str
    enhet: str
    malvarde: Decimal | None
    utfall: Decimal | None
    prognos: Decimal | None
    status: str
    kommentar: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class Rakningspost(Row):
    """A line of a statement: last year, this period, the year's budget and its prognosis."""

    post: str | None
    forra: Tkr | None
    utfall: Tkr | None
    budget_helar: Tkr | None
    prognos: Tkr | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BsResultat(Rakningspost):
    sheet: ClassVar[str] = "bs_resultatpost"


@dataclass(frozen=True, slots=True, kw_only=True)
class BsKassaflode(Rakningspost):
    sheet: ClassVar[str] = "bs_kassaflodespost"


@dataclass(frozen=True, slots=True, kw_only=True)
class BsBalans(Rakningspost):
    sheet: ClassVar[str] = "bs_balanspost"


@dataclass(frozen=True, slots=True, kw_only=True)
class BsDrift(Row):
    """A nämnd's or central item's net cost, positive."""

    sheet: ClassVar[str] = "bs_drift"
    slag: str | None
    namnd: str
    post: str
    budget_helar: Tkr | None
    budget: Tkr | None
    utfall: Tkr | None
    prognos: Tkr | None
    kommentar: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class BsInvestering(Row):
    sheet: ClassVar[str] = "bs_investering"
    namnd: str
    objekt: str
    budget_helar: Tkr | None
    utfall: Tkr | None
    prognos: Tkr | None
    kommentar: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class BsBalanskrav(Row):
    """What parts årets resultat from the balanskravsresultat; what lowers it is minus."""

    sheet: ClassVar[str] = "bs_balanskravspost"
    post: str | None
    forra: Tkr | None
    utfall: Tkr | None
    prognos: Tkr | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BsPersonal(Personalpost):
    sheet: ClassVar[str] = "bs_personal"


@dataclass(frozen=True, slots=True, kw_only=True)
class BsBilaga(Bilaga):
    sheet: ClassVar[str] = "bs_bilaga"
