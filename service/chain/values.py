"""What every plan value shares: its place in a workbook, its number, its state and its decision."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class State(StrEnum):
    """Where a plan stands. `word` is what each page of its papers says."""

    UTKAST = "utkast"
    INLAMNAD = "inlämnad"
    ANTAGEN = "antagen"
    UPPHAVD = "upphävd"

    @property
    def word(self) -> str:
        """`UTKAST`, `FÖRSLAG`, `ANTAGEN` or `UPPHÄVD`."""
        return {"inlämnad": "FÖRSLAG"}.get(self.value, self.value.upper())


@dataclass(frozen=True, slots=True)
class Nummer:
    """An official number: `2`, `2.3`, `2.3.1`, `M2a`. Until it is given it is marked with an asterisk.

    `tidigare` is the number that the same row had in last year's plan, where it had one.
    """

    text: str
    given: bool = True
    tidigare: str = ""

    def __str__(self) -> str:
        return self.text if self.given else f"{self.text}*"


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision by an organ (KF, BUN …), as its minutes have it."""

    organ: str
    datum: date
    paragraf: int
    dnr: str


@dataclass(frozen=True, slots=True)
class Head:
    """Which plan this is: its kind, nämnd (empty for the MRP), year, version and state, and what it was read from.

    `period` is `T1`, `T2` or `AR` for a follow-up, else empty.

    `proposal` names a draft that lives beside others. `decision` stands once it is adopted; `reason` says why it
    revises an adopted one, and `first_decision` is the one that adopted its first version. `inlamnad` is when it was
    uploaded and `av` by whom.
    """

    kind: str
    namnd: str
    ar: int
    version: int = 1
    state: State = State.UTKAST
    proposal: str = ""
    decision: Decision | None = None
    first_decision: Decision | None = None
    reason: str = ""
    submission: str = ""
    inlamnad: datetime | None = None
    av: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each field stood in the workbook: by sheet key and field, a column's letter (`E`) or a form's cell (`C5`).

    `titles` holds what the sheets were called in that very file.
    """

    cells: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
