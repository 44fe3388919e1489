"""Budget, outcome and prognosis: net costs in whole tkr, positive. Deviation = budget − outcome: minus is worse."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from .figures import share
from .followups import Bokslut, Uppfoljning
from .records import BsDrift, BsInvestering, Tkr, UfEkonomi, UfInvestering


@dataclass(frozen=True, slots=True)
class Ekonomi:
    """A verksamhet's, a nämnd's or the municipality's economy in a period."""

    budget_helar: Tkr = 0
    budget: Tkr = 0
    utfall: Tkr = 0
    prognos: Tkr = 0

    @property
    def avvikelse(self) -> Tkr:
        """Budget of the period less its outcome."""
        return self.budget - self.utfall

    @property
    def prognosavvikelse(self) -> Tkr:
        """Budget of the year less its prognosis."""
        return self.budget_helar - self.prognos

    @property
    def prognosavvikelse_procent(self) -> Decimal | None:
        """That deviation in percent of the year's budget, unrounded; None without a budget."""
        return share(self.prognosavvikelse, self.budget_helar)

    def __add__(self, other: "Ekonomi") -> "Ekonomi":
        return Ekonomi(
            self.budget_helar + other.budget_helar, self.budget + other.budget, self.utfall + other.utfall,
            self.prognos + other.prognos,
        )  # fmt: skip


def ekonomi(row: UfEkonomi | BsDrift, *, helar: bool) -> Ekonomi:
    """A row's economy. At the year's end the budget is the year's, and the outcome stands for the prognosis.

    An amount not filled in counts as nothing; the rules say so.
    """
    year, outcome = row.budget_helar or 0, row.utfall or 0
    if helar:
        return Ekonomi(year, year, outcome, outcome)
    return Ekonomi(year, row.budget or 0, outcome, row.prognos or 0)


def summa(parts: Iterable[Ekonomi]) -> Ekonomi:
    """The sum, part by part."""
    return sum(parts, Ekonomi())


def namndens_ekonomi(uppfoljning: Uppfoljning) -> Ekonomi:
    """The sum of a nämnd's verksamheter."""
    return summa(ekonomi(row, helar=uppfoljning.helar) for row in uppfoljning.ekonomi)


def kommunens_ekonomi(bokslut: Bokslut) -> Ekonomi:
    """The sum of the driftredovisning: all nämnder and the central items."""
    return summa(ekonomi(row, helar=bokslut.helar) for row in bokslut.drift)


def investering(row: UfInvestering | BsInvestering, *, helar: bool) -> Ekonomi:
    """An investment's economy. It has no budget for part of the year: the year's stands for it."""
    year, outcome = row.budget_helar or 0, row.utfall or 0
    return Ekonomi(year, year, outcome, outcome if helar else row.prognos or 0)


def namndens_investeringar(uppfoljning: Uppfoljning) -> Ekonomi:
    """The sum of a nämnd's investments."""
    return summa(investering(row, helar=uppfoljning.helar) for row in uppfoljning.investeringar)
