"""How the year's plans and reports stand: every nämnd's, and the municipality's own, as somebody may see them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from schemas.workbooks import Kind, Period
from service.chain.arshjul import Lage, Mark
from service.chain.records import Namnd
from service.chain.values import State
from service.store import Account, PlanKey, Version, adopted_version, plans_of_year

from ..accounts.access import Action, is_central, may, oversees
from ..answers import Refused
from ..house import House
from ..loading.verdicts import verdict
from ..loading.year import Year
from .arshjul import deadlines

_STEPS = {
    "mål- och resursplan": (Kind.MRP, ""), "verksamhetsplan": (Kind.VERKSAMHETSPLAN, ""),
    "utkast till verksamhetsplan": (Kind.VERKSAMHETSPLAN, ""),
    "delårsrapport T1": (Kind.UPPFOLJNING, Period.T1.value), "delårsrapport T2": (Kind.UPPFOLJNING, Period.T2.value),
    "årsberättelse": (Kind.UPPFOLJNING, Period.AR.value), "årsredovisning": (Kind.BOKSLUT, Period.AR.value),
}  # fmt: skip
_DRAFTED = "utkast till verksamhetsplan"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a plan stands.

    `state` is the newest version's (None: nothing sent in yet), `fel` and `varningar` what the rules say of a draft
    (None: it cannot be judged), `in_force` the number of the version adopted (0: none). `senast` is the next day it is
    due, `late` whether one has passed. `open` tells whether the person may see more than this.
    """

    key: PlanKey
    state: State | None = None
    version: int = 0
    fel: int | None = 0
    varningar: int = 0
    in_force: int = 0
    senast: date | None = None
    late: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Overview:
    """A year: a row of standings for each nämnd, and the municipality's own."""

    namnder: tuple[tuple[Namnd, tuple[Standing, ...]], ...]
    kommunen: tuple[Standing, ...]

    @property
    def standings(self) -> tuple[Standing, ...]:
        """All of them, the municipality's first."""
        return (*self.kommunen, *(standing for _, row in self.namnder for standing in row))


def overview(house: House, who: Account, year: Year) -> Overview:
    """The year as somebody may see it: of a plan whose drafts are not theirs to see, no more than what is adopted."""
    everything = house.until_changed(("overview", year.ar, house.now().date()), lambda: _everything(house, year))
    sees_all = oversees(who, year.styrelser)
    return Overview(
        tuple((namnd, tuple(_shown(s, who, sees_all) for s in row)) for namnd, row in everything.namnder),
        tuple(_shown(s, who, sees_all) for s in everything.kommunen if _concerns(s, who)),
    )


def keys_of(namnd: str, ar: int) -> tuple[PlanKey, ...]:
    """The plans and reports that a nämnd makes for a year."""
    reports = (PlanKey(Kind.UPPFOLJNING, namnd, ar, "", period.value) for period in Period)
    return (PlanKey(Kind.VERKSAMHETSPLAN, namnd, ar), *reports)


def halltider(house: House, ar: int, namnd: str = "") -> tuple[Lage, ...]:
    """The year's hålltider as they stand today; none where the year has no settings of its own."""
    return house.until_changed(("halltider", ar, namnd, house.now().date()), lambda: _halltider(house, ar, namnd))


def _halltider(house: House, ar: int, namnd: str) -> tuple[Lage, ...]:
    try:
        return deadlines(house, ar, namnd)
    except Refused:
        return ()


def _everything(house: House, year: Year) -> Overview:
    newest = {version.key: version for version in plans_of_year(house.store, year.ar)}
    due = halltider(house, year.ar)
    central = [PlanKey(Kind.INSTALLNINGAR, "", year.ar), PlanKey(Kind.MRP, "", year.ar)]
    central += [PlanKey(Kind.BOKSLUT, "", year.ar, "", period.value) for period in (Period.T2, Period.AR)]
    central += [key for key in newest if is_central(key) and key not in central and key.kind is not Kind.MOTE]
    return Overview(
        tuple((n, tuple(_standing(house, k, newest, due) for k in keys_of(n.kod, year.ar))) for n in year.namnder),
        tuple(_standing(house, key, newest, due) for key in central),
    )


def _standing(house: House, key: PlanKey, newest: Mapping[PlanKey, Version], due: Iterable[Lage]) -> Standing:
    senast, late = _due(key, due, newest.get(key))
    found = newest.get(key)
    in_force = adopted_version(house.store, key.kind, key.namnd, key.ar, key.period)
    number = in_force.version if in_force and in_force.key == key else 0
    if found is None:
        return Standing(key, senast=senast, late=late, in_force=number)
    counts = verdict(house, found) if found.state in (State.UTKAST, State.INLAMNAD) else None
    fel = (counts.fel if counts else None) if found.state is State.UTKAST else 0
    warnings = counts.varningar if counts else 0
    return Standing(key, found.state, found.version, fel, warnings, number, senast, late)


def _due(key: PlanKey, due: Iterable[Lage], found: Version | None) -> tuple[date | None, bool]:
    """The first day that is still to be kept, and whether it has passed. A draft is what the draft's day asks for."""
    for lage in due:
        steg = lage.halltid.handling or ""
        concerns = _STEPS.get(steg) == (key.kind, key.period) and not key.proposal
        met = lage.mark is Mark.KLAR or (key.namnd and key.namnd not in lage.saknas) or (steg == _DRAFTED and found)
        if concerns and not met:
            return lage.senast, lage.mark is Mark.SEN
    return None, False


def _shown(standing: Standing, who: Account, sees_all: bool) -> Standing:
    if may(who, Action.SEE_DRAFT, standing.key):
        return replace(standing, open=True)
    if sees_all:
        return standing
    state = State.ANTAGEN if standing.in_force else None
    return Standing(standing.key, state, standing.in_force, in_force=standing.in_force)


def _concerns(standing: Standing, who: Account) -> bool:
    """Whether somebody is shown the plan at all: a proposal or a draft is hidden from those who may not see it."""
    listed = not standing.key.proposal and standing.key.kind in (Kind.MRP, Kind.BOKSLUT)
    decided = bool(standing.in_force) and standing.key.kind is not Kind.INSTALLNINGAR  # settings are nobody's paper
    return listed or decided or may(who, Action.SEE_DRAFT, standing.key)
