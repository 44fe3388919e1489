"""Which years there are plans for, which one to show, and the settings that hold for it."""

from dataclasses import dataclass

from schemas.workbooks import Kind
from service.chain.plans import Installningar
from service.chain.records import Namnd
from service.rules import KS, has_role
from service.store import Account, adopted_version, years

from ..accounts.access import reads_only
from ..answers import Refused
from ..house import House
from .plans import namnder_with_plan, settings

PLANNING_BEGINS = 7  # the month after fullmäktige has decided on the next year's mål- och resursplan


@dataclass(frozen=True, slots=True)
class Year:
    """A plan year with the settings that hold for it: its own or an earlier year's, or (None) none yet."""

    ar: int
    installningar: Installningar | None

    @property
    def kommun(self) -> str:
        """The municipality's name."""
        return self.installningar.kommun.namn if self.installningar else "Kommunen"

    @property
    def namnder(self) -> tuple[Namnd, ...]:
        """The nämnder that make a plan for the year, in the municipality's order."""
        return namnder_with_plan(self.installningar, self.ar) if self.installningar else ()

    @property
    def styrelser(self) -> frozenset[str]:
        """The codes of those that have uppsikt over the others (regler § 1.4)."""
        if self.installningar is None:
            return frozenset()
        return frozenset(n.kod for n in self.installningar.namnder if has_role(self.installningar, n.kod, KS))


def years_shown(house: House) -> list[int]:
    """Every year that has settings or a mål- och resursplan, newest first."""
    found = {*years(house.store, Kind.INSTALLNINGAR), *years(house.store, Kind.MRP)}
    return sorted(found, reverse=True)


def next_year(house: House) -> int:
    """The first year that nothing has been sent in for."""
    return max(years_shown(house), default=house.now().year) + 1


def year(house: House, ar: int) -> Year:
    """A year with the settings that hold for it."""
    return house.until_changed(("year", ar), lambda: Year(ar, _settings(house, ar)))


def latest_year(house: House) -> Year | None:
    """The newest year that there are settings for; None in a service that has just been set up."""
    found = (year(house, ar) for ar in years_shown(house))
    return next((one for one in found if one.installningar), None)


def year_to_begin_with(house: House, who: Account) -> Year | None:
    """The year that somebody is shown when they have chosen none: the one that is worked with by the date, or for those
    who only read the newest whose mål- och resursplan is adopted. None in a service that has just been set up."""
    if reads_only(who):
        adopted = (ar for ar in years_shown(house) if adopted_version(house.store, Kind.MRP, "", ar))
        found = next((year(house, ar) for ar in adopted), None)
        if found is not None and found.installningar:
            return found
    return _at_work(house)


def _at_work(house: House) -> Year | None:
    """The year in force; from July on, or once its mål- och resursplan is adopted, the next one, which is then planned.
    Of those that are there, the nearest."""
    today = house.now().date()
    coming = today.year + 1
    planned = today.month >= PLANNING_BEGINS or adopted_version(house.store, Kind.MRP, "", coming) is not None
    wanted = coming if planned else today.year
    known = [one for one in (year(house, ar) for ar in years_shown(house)) if one.installningar]  # newest first
    return next((one for one in known if one.ar <= wanted), known[-1] if known else None)


def _settings(house: House, ar: int) -> Installningar | None:
    try:
        return settings(house, ar)
    except Refused:
        return None


def all_namnder(house: House) -> tuple[Namnd, ...]:
    """Every nämnd of the newest settings; none where there are no settings yet."""
    latest = latest_year(house)
    return tuple(latest.installningar.ordered(latest.ar)) if latest and latest.installningar else ()
