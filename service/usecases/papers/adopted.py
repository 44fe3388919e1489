"""What is adopted, to be read: each official paper of a year with what it was decided by, and its files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from schemas.workbooks import Period
from service.chain.values import Decision, State
from service.documents import DOCUMENTS
from service.store import Account, PlanKey, adopted_version

from ..accounts.access import is_central
from ..house import House
from .writing import Writable, writable
from .written import Paper, papers_of_year

_SHOWN = (
    "mrp", "verksamhetsplan", "detaljbudget", "delarsrapport", "arsberattelse", "delarsrapport-kommunen",
    "arsredovisning", "styrdokument",
)  # fmt: skip


_MONTHS: Mapping[str, str] = {"": "", Period.T1: "april", Period.T2: "augusti", Period.AR: ""}


@dataclass(frozen=True, slots=True)
class Reading:
    """An adopted paper: how it is asked for, the decision, and (None: not written yet) the newest that was written."""

    order: Writable
    decision: Decision | None
    paper: Paper | None

    @property
    def plan(self) -> PlanKey:
        """The plan that it shows."""
        return self.order.plan

    @property
    def kind(self) -> str:
        """The kind of paper."""
        return self.order.order.kind

    @property
    def title(self) -> str:
        """`Delårsrapport april`: its title where its nämnd and year are already said."""
        title = DOCUMENTS[self.kind].title
        if self.kind == "styrdokument":
            return f"{title} {self.plan.namnd}"
        return f"{title} {_MONTHS[self.plan.period]}".strip()


@dataclass(frozen=True, slots=True)
class Readings:
    """The year's adopted papers."""

    papers: tuple[Reading, ...]

    @property
    def kommunen(self) -> tuple[Reading, ...]:
        """The municipality's own."""
        return tuple(one for one in self.papers if is_central(one.plan))

    def of(self, plan: PlanKey) -> tuple[Reading, ...]:
        """Those that show a plan."""
        return tuple(one for one in self.papers if one.plan == plan)

    def row(self, plans: Iterable[PlanKey]) -> tuple[tuple[Reading, ...], ...]:
        """Those that show each of some plans."""
        return tuple(self.of(plan) for plan in plans)


def readings(house: House, who: Account, ar: int) -> Readings:
    """What is in force and may be read, in the year's order; of a plan that is being revised, what still holds good."""
    written = {_written_as(paper): paper for paper in reversed(papers_of_year(house, who, ar))}  # the newest of each
    found = []
    for order in writable(house, who, ar):
        if order.state is State.ANTAGEN and order.order.kind in _SHOWN and not order.plan.proposal:
            paper = written.get((order.order.file_name, order.version, State.ANTAGEN))
            found.append(Reading(order, _decision(house, order.plan), paper))
    return Readings(tuple(found))


def _written_as(paper: Paper) -> tuple[str, int, State]:
    return paper.document.filename, paper.document.version, paper.state


def _decision(house: House, plan: PlanKey) -> Decision | None:
    version = adopted_version(house.store, plan.kind, plan.namnd, plan.ar, plan.period)
    return version.decision if version else None
