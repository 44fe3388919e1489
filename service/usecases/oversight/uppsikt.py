"""How it goes for every nämnd: money, results and what is late, for those who have uppsikt over them (regler § 1.4)."""

from collections.abc import Mapping
from dataclasses import dataclass

from schemas.workbooks import Kind, Period
from service.chain.ekonomi import Ekonomi, kommunens_ekonomi, summa
from service.chain.maluppfyllelse import Antal
from service.chain.records import Namnd
from service.chain.skalor import Betydelse, bedomningsskala
from service.documents.bedomningen import Bedomning, bedomning_of
from service.store import Account, PlanKey

from ..accounts.access import oversees
from ..house import House
from ..loading.followups import load_bokslut, newest_reported, reported_version
from ..loading.reports import report_of
from ..loading.year import Year
from .overview import Standing, overview


@dataclass(frozen=True, slots=True)
class Namndlage:
    """How it goes for a nämnd by its newest report; `period`, `ekonomi` and `antal` are empty before any."""

    namnd: Namnd
    period: Period | None = None
    ekonomi: Ekonomi | None = None
    antal: Antal | None = None


@dataclass(frozen=True, slots=True)
class Uppsikt:
    """How it goes for the nämnder. `period` is the latest that anybody has reported, `ord` its words for results.

    `summa` is of the nämnder shown with amounts, `kommunen` the municipality's own figures of that period, central
    items too. `sena` are the plans and reports that are late, with their nämnd (None: the municipality's own).
    """

    rader: tuple[Namndlage, ...]
    sena: tuple[tuple[Namnd | None, Standing], ...]
    period: Period | None = None
    ord: Mapping[Betydelse, Bedomning] | None = None
    kommunen: Ekonomi | None = None

    @property
    def rapporterat(self) -> tuple[Namndlage, ...]:
        """The nämnder that have reported."""
        return tuple(rad for rad in self.rader if rad.period)

    @property
    def har_samma_period(self) -> bool:
        """Whether all reports shown are of one period, so that their figures can be compared as they stand."""
        return len({rad.period for rad in self.rapporterat}) <= 1

    @property
    def summa(self) -> Ekonomi:
        """The nämnder's amounts together."""
        return summa(rad.ekonomi for rad in self.rader if rad.ekonomi)

    @property
    def antal(self) -> Antal:
        """How many results of each judgement, all nämnder together."""
        return {each: sum(rad.antal[each] for rad in self.rader if rad.antal) for each in Betydelse}

    @property
    def underskott(self) -> tuple[Namndlage, ...]:
        """The nämnder that expect to spend more than their budget."""
        return tuple(rad for rad in self.rader if rad.ekonomi and rad.ekonomi.prognosavvikelse < 0)


def uppsikt(house: House, who: Account, year: Year, period: str = "") -> Uppsikt | None:
    """How it goes for every nämnd after a period (`T1`, `T2`, `AR`), or by the newest report of each. Only what has
    been handed in or approved is told, never what a draft says. None for those who have no such uppsikt.

    Raises `Refused` where a report has lost what it stands on.
    """
    if not oversees(who, year.styrelser):
        return None
    rader = house.until_changed(("uppsikt", year.ar, period), lambda: _rader(house, year, period))
    latest = max((rad.period for rad in rader if rad.period), default=None, key=list(Period).index)
    seen = overview(house, who, year)
    late = [(None, s) for s in seen.kommunen if s.late]
    return Uppsikt(
        rader, (*late, *((namnd, s) for namnd, row in seen.namnder for s in row if s.late)), latest,
        ord=_words(year, latest) if latest else None, kommunen=_kommunen(house, year.ar, latest) if latest else None,
    )  # fmt: skip


def _rader(house: House, year: Year, period: str) -> tuple[Namndlage, ...]:
    return tuple(_rad(house, namnd, year.ar, period) for namnd in year.namnder)


def _rad(house: House, namnd: Namnd, ar: int, period: str) -> Namndlage:
    version = newest_reported(house, namnd.kod, ar, period)
    if version is None:
        return Namndlage(namnd)
    report = report_of(house, version)
    return Namndlage(namnd, report.period, report.ekonomi, report.antal)


def _words(year: Year, period: Period) -> Mapping[Betydelse, Bedomning]:
    assert year.installningar is not None  # nobody has reported without settings
    skala = bedomningsskala(year.installningar, period)
    return {each: bedomning_of(each, skala) for each in Betydelse}


def _kommunen(house: House, ar: int, period: Period) -> Ekonomi | None:
    version = reported_version(house, PlanKey(Kind.BOKSLUT, "", ar, "", period))
    return kommunens_ekonomi(load_bokslut(house, version)) if version else None
