"""The rows of a governing document."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from schemas.text import StyledText

from .mrp import Bilaga
from .row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class StyrUppgifter(Row):
    sheet: ClassVar[str] = "styrdokument"
    dokumenttyp: str | None
    dokumentnamn: str
    namnd: str
    diarienummer: str
    dokumentagare: str
    dokumentansvarig: str
    giltighet: str
    information: str
    amnesomrade: str
    intranat: bool | None
    hemsida: bool | None
    styrande_dokument: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class Kapitel(Row):
    sheet: ClassVar[str] = "kapitel"
    niva: Decimal | None
    rubrik: str
    text: StyledText


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabellrad(Row):
    sheet: ClassVar[str] = "tabellrad"
    tabell: str
    kapitel: str
    kolumn_1: StyledText
    kolumn_2: StyledText
    kolumn_3: StyledText
    kolumn_4: StyledText

    @property
    def celler(self) -> tuple[StyledText, ...]:
        """The four cells; those beyond the table's columns are empty."""
        return (self.kolumn_1, self.kolumn_2, self.kolumn_3, self.kolumn_4)


@dataclass(frozen=True, slots=True, kw_only=True)
class StyrBilaga(Bilaga):
    sheet: ClassVar[str] = "styr_bilaga"
