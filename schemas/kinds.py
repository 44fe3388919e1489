"""The kinds of workbooks, and the periods that a follow-up may cover."""

from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of workbooks. The value is the word of the command line, the address and the store."""

    INSTALLNINGAR = "installningar"
    MRP = "mrp"
    VERKSAMHETSPLAN = "verksamhetsplan"
    UPPFOLJNING = "uppfoljning"
    BOKSLUT = "bokslut"
    STYRDOKUMENT = "styrdokument"
    MOTE = "mote"


class Period(StrEnum):
    """What a follow-up covers: the year until April or August, or the whole year (regler § 4.1)."""

    T1 = "T1"
    T2 = "T2"
    AR = "AR"

    def last_day(self, ar: int) -> date:
        """The last day of the period in the year."""
        month, day = {"T1": (4, 30), "T2": (8, 31), "AR": (12, 31)}[self.value]
        return date(ar, month, day)

    @property
    def months(self) -> int:
        """How many months of the year it covers."""
        return self.last_day(2000).month

    @property
    def shown(self) -> str:
        """How it is called in a heading: `januari–augusti`."""
        return {"T1": "januari–april", "T2": "januari–augusti", "AR": "helår"}[self.value]

    @property
    def earlier(self) -> tuple["Period", ...]:
        """The periods of the same year before it, the nearest first."""
        order = list(Period)
        return tuple(reversed(order[: order.index(self)]))
