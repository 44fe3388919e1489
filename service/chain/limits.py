"""The limits that figures and rules are tried against, each a setting. The regler give no numbers: these are only
proposals."""

from dataclasses import dataclass
from decimal import Decimal

from .plans import Installningar


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit: its name in the settings, the value proposed, and what it means."""

    namn: str
    varde: int
    betydelse: str

    def of(self, installningar: Installningar) -> Decimal:
        """The municipality's own value, or the proposed one."""
        return installningar.grans(self.namn, self.varde)


DELVIS = Limit(
    "delvis uppfyllt, procent av vägen", 50,
    "Så stor del av vägen från basvärde till mål måste ett mått ha kommit för att räknas som delvis uppfyllt.",
)  # fmt: skip
TREND = Limit(
    "trend, tolerans i procent", 1, "En mindre förändring än så mot det tidigare värdet räknas som oförändrad."
)
