"""What a batch would write of each plan, and what stands in the way of its being official: told before it begins."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from schemas.workbooks import Kind
from service.chain.values import State
from service.documents import DOCUMENTS
from service.store import Account, PlanKey

from ..accounts.access import is_central
from ..answers import Refused, counted
from ..batches.orders import BatchWish, documents_of
from ..house import House
from ..loading.year import Year
from ..oversight.overview import Standing, overview
from .kommunrapport import joint_paper_of
from .namndrapport import paper_of
from .orders import Order, plan_asked

_OF_PLAN: Mapping[Kind, tuple[str, ...]] = {
    Kind.MRP: ("mrp", "uppdragsdialog", "malkedja", "anvisningar"),
    Kind.VERKSAMHETSPLAN: ("verksamhetsplan", "detaljbudget"),
    Kind.STYRDOKUMENT: ("styrdokument",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ready:
    """A plan as it stands, the titles of the papers that would be written of it, each with how many there are, and
    what there is to say of it. `namnd` is empty for the municipality's own; with `drafts` a revision under way is
    written in place of what is adopted."""

    standing: Standing
    namnd: str
    papers: tuple[tuple[str, int], ...]
    drafts: bool = False

    @property
    def shows_in_force(self) -> bool:
        """Whether what is adopted is written though a revision is under way."""
        return bool(self.standing.in_force) and not self.drafts and self.standing.state is not State.ANTAGEN

    @property
    def count(self) -> int:
        """How many papers would be written."""
        return sum(number for _, number in self.papers)

    @property
    def is_official(self) -> bool:
        """Whether its papers would be adopted ones."""
        return bool(self.count) and (self.standing.state is State.ANTAGEN or self.shows_in_force)

    @property
    def why(self) -> str:
        """What becomes of it, and why not more."""
        if not self.count:
            return "Skrivs inte: inget är inskickat." if self.standing.state is None else "Ger inga handlingar ännu."
        if self.shows_in_force:
            under_way, state = self.standing.version, self.standing.state
            return f"Skrivs som antagen, version {self.standing.in_force}; inte version {under_way} ({state})."
        return _why(self.standing)


@dataclass(frozen=True, slots=True)
class Readiness:
    """The plans that a batch concerns."""

    rows: tuple[Ready, ...] = ()

    @property
    def documents(self) -> int:
        """How many papers would be written."""
        return sum(row.count for row in self.rows)

    @property
    def official(self) -> int:
        """How many of them show what is adopted."""
        return sum(row.count for row in self.rows if row.is_official)

    @property
    def missing(self) -> tuple[Ready, ...]:
        """The plans of which nothing would be written."""
        return tuple(row for row in self.rows if not row.count)


def readiness(house: House, who: Account, year: Year, wish: BatchWish) -> Readiness:
    """What the batch would write of every plan that it concerns, those without anything to write among them."""
    papers = _papers(house, wish)
    seen = overview(house, who, year)
    names = {namnd.kod: namnd.namn for namnd in year.namnder}
    rows = []
    for standing in seen.standings:
        found = papers.get(standing.key, Counter())
        if found or _concerned(standing.key, wish):
            name = "" if is_central(standing.key) else names.get(standing.key.namnd, standing.key.namnd)
            rows.append(
                Ready(standing, name, tuple((DOCUMENTS[kind].title, n) for kind, n in found.items()), wish.utkast)
            )
    return Readiness(tuple(rows))


def _papers(house: House, wish: BatchWish) -> Mapping[PlanKey, Counter[str]]:
    """How many papers of each kind would be written of each plan."""
    found: dict[PlanKey, Counter[str]] = {}
    for order in _orders(house, wish):
        found.setdefault(_plan(order), Counter())[order.kind] += 1
    return found


def _plan(order: Order) -> PlanKey:
    """The plan that a paper shows; the mål- och resursplan's papers for each nämnd are its own."""
    key = plan_asked(order)
    return replace(key, namnd="") if key.kind is Kind.MRP else key


def _orders(house: House, wish: BatchWish) -> Iterator[Order]:
    try:
        for document in documents_of(house, wish):
            values = json.loads(document.key)
            del values["filename"]
            yield Order(**values)
    except Refused:
        return


def _concerned(key: PlanKey, wish: BatchWish) -> bool:
    """Whether papers of the plan are among those asked for, should it come."""
    kinds = _kinds(key)
    of_kind = not wish.kinds or bool(set(wish.kinds) & set(kinds))
    of_namnd = not wish.namnder or (not is_central(key) and key.namnd in wish.namnder)
    of_period = not wish.periods or key.period in wish.periods
    return bool(kinds) and not key.proposal and of_kind and of_namnd and of_period


def _kinds(key: PlanKey) -> tuple[str, ...]:
    if key.kind is Kind.UPPFOLJNING:
        return (paper_of(key.period),)
    return (joint_paper_of(key.period),) if key.kind is Kind.BOKSLUT else _OF_PLAN.get(key.kind, ())


def _why(standing: Standing) -> str:
    if standing.state is State.ANTAGEN:
        return "Skrivs som antagen handling."
    if standing.state is State.INLAMNAD:
        return "Skrivs som förslag: beslutet är inte infört."
    if standing.state is State.UTKAST and standing.fel is None:
        return "Skrivs som utkast: planen kan inte prövas ännu."
    if standing.state is State.UTKAST and standing.fel:
        return f"Skrivs som utkast: {counted(standing.fel, 'fel', 'fel')} återstår att rätta."
    return "Skrivs som utkast: planen är inte inlämnad." if standing.state is State.UTKAST else "Planen är upphävd."
