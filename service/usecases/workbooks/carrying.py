"""What lives on from last year's adopted plans, read out of the store: the one source of next year's workbooks."""

from collections.abc import Iterator, Mapping, Sequence

from schemas.sheets import Record
from schemas.workbooks import Kind, Period
from service.chain.assembly import mrp_numbers, vp_numbers
from service.chain.carryover import Carried, Outcomes, outcomes_of
from service.chain.carryover_mrp import mrp_carried
from service.chain.carryover_texts import readdressed
from service.chain.carryover_vp import vp_carried
from service.chain.followups import Followup
from service.chain.mandatperiod import begins
from service.chain.plans import Mrp, Verksamhetsplan
from service.chain.prefill import prefill_mrp
from service.chain.skalor import aktivitetsskala
from service.store import PlanKey, Version, adopted_version, numbers_of_year, records_of, submission

from ..house import House
from ..loading.followups import load_bokslut, load_uppfoljning, reported_version
from ..loading.ground import ground_of, load_plan, numbers_of
from ..loading.plans import given_for, load_mrp, namnder_with_plan, settings


def new_term(house: House, ar: int) -> bool:
    """Whether the year begins a mandatperiod by its settings. Raises `Refused` without any."""
    return begins(settings(house, ar).kommun.mandatperiod_fran, ar)


def last_mrp(house: House, ar: int) -> Version | None:
    """The mål- och resursplan that was in force the year before."""
    return adopted_version(house.store, Kind.MRP, "", ar - 1)


def carried_mrp(house: House, ar: int) -> Carried:
    """What lives on from last year's mål- och resursplan; nothing where none was adopted. Raises `Refused`."""
    last = last_mrp(house, ar)
    if last is None:
        return Carried()
    numbered = prefill_mrp(_records(house, last), numbers_of(house, last)).records
    codes = [namnd.kod for namnd in namnder_with_plan(settings(house, ar - 1), ar - 1)]
    carried = mrp_carried(numbered, ar, _outcomes(house, ar - 1, ["", *codes]), new_term=new_term(house, ar))
    before = load_mrp(house, last, ground_of(house, last).installningar)
    return readdressed(carried, ar, [before], mrp_numbers(carried.records, *given_for(house, settings(house, ar), ar)))


def carried_vp(house: House, namnd: str, mrp: Mrp) -> Carried:
    """What lives on from a nämnd's plan of the year before `mrp`; nothing where none was adopted. Raises `Refused`."""
    ar = mrp.head.ar
    last = adopted_version(house.store, Kind.VERKSAMHETSPLAN, namnd, ar - 1)
    plan = load_plan(house, last) if last else None
    if last is None or not isinstance(plan, Verksamhetsplan):
        return Carried()
    outcomes = _outcomes(house, ar - 1, [namnd])
    carried = vp_carried(_records(house, last), plan, mrp, outcomes, new_term=new_term(house, ar))
    own = vp_numbers(carried.records, mrp, numbers_of_year(house.store, ar))
    decided = {row.id: row.nummer for row in mrp.inriktningsmal} | {row.id: row.nummer for row in mrp.resultat}
    decided |= {row.id: row.nummer for row in mrp.uppdrag}
    before = ground_of(house, last).mrp
    return readdressed(carried, ar, [plan, *([before] if before else [])], own | decided)


def _outcomes(house: House, ar: int, koder: Sequence[str]) -> Outcomes:
    return outcomes_of(_reports(house, ar, koder), aktivitetsskala(settings(house, ar)))


def _reports(house: House, ar: int, koder: Sequence[str]) -> Iterator[Followup]:
    """The year's reports of the nämnder (an empty code: the municipality's own), the oldest period first."""
    for period in Period:
        for kod in koder:
            key = PlanKey(Kind.UPPFOLJNING if kod else Kind.BOKSLUT, kod, ar, "", period)
            if version := reported_version(house, key):
                yield load_uppfoljning(house, version) if kod else load_bokslut(house, version)


def _records(house: House, version: Version) -> Mapping[str, Sequence[Record]]:
    return records_of(house.store, submission(house.store, version.submission))
