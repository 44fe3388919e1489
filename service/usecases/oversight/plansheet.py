"""A plan with all that is done to it: how it stands, its workbook, what has been sent in."""

from dataclasses import dataclass

from schemas.workbooks import Kind, Period, workbook_schema
from service.chain.values import State
from service.store import Account, PlanKey

from ..accounts.access import Action, may
from ..house import House
from ..submitting.history import Sent, history
from .overview import Overview, Standing


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """A plan as it stands, the submissions to it (newest first), and what may be done with it.

    `has_workbook` tells whether there is a workbook to hand out yet, `revises` whether an upload now would revise what
    has been adopted, and so needs its reason.
    """

    standing: Standing
    title: str
    sent: tuple[Sent, ...] = ()
    has_workbook: bool = False
    may_upload: bool = False
    revises: bool = False

    @property
    def key(self) -> PlanKey:
        """The plan."""
        return self.standing.key


def sheets_of_namnd(house: House, who: Account, overview: Overview, namnd: str) -> tuple[PlanSheet, ...]:
    """A nämnd's plan and reports of the year, as somebody may see them."""
    row = next((row for known, row in overview.namnder if known.kod == namnd), ())
    adopted = any(s.key.kind is Kind.VERKSAMHETSPLAN and s.in_force for s in row)
    return tuple(_sheet(house, who, s, adopted or s.key.kind is not Kind.UPPFOLJNING) for s in row)


def sheets_of_kommun(house: House, who: Account, overview: Overview) -> tuple[PlanSheet, ...]:
    """The municipality's own plans of the year, as somebody may see them."""
    return tuple(_sheet(house, who, standing, True) for standing in overview.kommunen)


def title_of(key: PlanKey) -> str:
    """How a plan is headed where its nämnd and year are already said: `Uppföljning januari–april`."""
    schema = workbook_schema(key.kind)
    period = f" {Period(key.period).shown}" if key.period else ""
    name = f" {key.namnd}" if schema.named else ""
    proposal = f" – förslag {key.proposal}" if key.proposal else ""
    return f"{schema.title}{period}{name}{proposal}"


def _sheet(house: House, who: Account, standing: Standing, has_workbook: bool) -> PlanSheet:
    key = standing.key
    if not standing.open:
        return PlanSheet(standing, title_of(key))
    revises = bool(standing.in_force) and standing.state is State.ANTAGEN and key.kind is not Kind.INSTALLNINGAR
    return PlanSheet(
        standing, title_of(key), tuple(history(house, key)), has_workbook, may(who, Action.UPLOAD, key), revises
    )
