"""Amounts from the economy system as values: the codes they stand on, what they measure, and where they stood."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from .figures import to_tkr

UTFALL, BUDGET, ARSBUDGET, PROGNOS = "utfall", "budget", "arsbudget", "prognos"
# What a column can hold: outcome and budget so far, the year's budget, and the forecast for the year.
MEASURES = (UTFALL, BUDGET, ARSBUDGET, PROGNOS)
WORDS = {UTFALL: "utfall", BUDGET: "budget", ARSBUDGET: "årsbudget", PROGNOS: "prognos"}
LAST_MONTH = {"T1": 4, "T2": 8, "AR": 12}


@dataclass(frozen=True, slots=True, order=True)
class Codes:
    """A code string (kodsträng). Codes are text: leading zeros count."""

    ansvar: str = ""
    konto: str = ""
    verksamhet: str = ""
    projekt: str = ""
    aktivitet: str = ""
    objekt: str = ""
    motpart: str = ""

    def __str__(self) -> str:
        parts = [f"{name} {code}" for name in self.__slots__ if (code := getattr(self, name))]
        return ", ".join(parts) or "utan koder"


@dataclass(frozen=True, slots=True)
class Entry:
    """An amount in kronor, costs plus and income minus, with its place in the file (`rad 14`, `Blad1!F14`)."""

    source: str
    codes: Codes
    measure: str
    amount: Decimal
    text: str = ""
    month: int | None = None


def sums(entries: Iterable[Entry]) -> dict[str, Decimal]:
    """The amounts added up by measure, in kronor."""
    totals: dict[str, Decimal] = {}
    for entry in entries:
        totals[entry.measure] = totals.get(entry.measure, Decimal(0)) + entry.amount
    return {measure: totals[measure] for measure in MEASURES if measure in totals}


def in_words(totals: dict[str, Decimal]) -> str:
    """`utfall 1 234,50 kr, budget −20 kr`; `0 kr` when there is nothing."""
    return ", ".join(f"{WORDS[measure]} {kronor(amount)}" for measure, amount in totals.items()) or "0 kr"


def kronor(amount: Decimal) -> str:
    """An amount as Swedes write it: no-break spaces, `−`, decimals only where there are any."""
    exact = amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount
    text = f"{abs(exact):,f}".replace(",", "\u00a0").replace(".", ",")
    return f"{'−' if exact < 0 else ''}{text}\u00a0kr"


def tkr(amount: Decimal) -> int:
    """An amount in kronor as whole tkr."""
    return to_tkr(amount, "kronor")
