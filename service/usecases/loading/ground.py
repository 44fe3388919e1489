"""What a plan stands on. A draft stands on what is in force today; from its hand-in a plan keeps the settings and the
MRP that it was handed in with, a follow-up the verksamhetsplan too, and the municipality's own figures the reports of
the nämnder: an adopted paper reads the same whatever is revised later."""

from dataclasses import dataclass, replace

from schemas.workbooks import Kind
from service.chain.plans import Installningar, Mrp, Plan, Verksamhetsplan
from service.chain.values import Nummer, State
from service.store import Basis, PlanKey, Version, adopted_version, submission, version_of, years

from ..house import House
from ..meetings.loading import load_mote
from .followups import load_bokslut, load_uppfoljning, reports_of, vp_in_force
from .plans import (
    governing_mrp,
    load_installningar,
    load_mrp,
    load_styrdokument,
    load_vp,
    numbers_of_mrp,
    numbers_of_vp,
    settings,
    settings_version,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ground:
    """What a version stands on: the settings, for a nämnd's plan the MRP, for its follow-up the verksamhetsplan."""

    installningar: Installningar
    mrp: Mrp | None = None
    vp: Verksamhetsplan | None = None


def todays_ground(house: House, key: PlanKey) -> tuple[Basis, ...]:
    """What a plan handed in now would stand on. Raises `Refused`."""
    found = [settings_version(house, key.ar)] if key.kind is not Kind.INSTALLNINGAR else []
    if key.kind in (Kind.VERKSAMHETSPLAN, Kind.UPPFOLJNING, Kind.BOKSLUT):
        found.append(governing_mrp(house, key.ar))
    if key.kind is Kind.UPPFOLJNING:
        found.append(vp_in_force(house, key.namnd, key.ar))
    if key.kind is Kind.BOKSLUT:
        found += reports_of(house, key.ar, key.period, settings(house, key.ar)).values()
    return tuple(Basis(version.key.kind, version.version, version.submission, version.state) for version in found)


def settled_ground(house: House, version: Version) -> tuple[Basis, ...]:
    """The ground that a version is adopted on: what it was handed in with, adopted meanwhile perhaps.

    Raises `Refused`.
    """
    return tuple(_settled(basis, version_of(house.store, basis.submission)) for basis in _ground(house, version))


def _ground(house: House, version: Version) -> tuple[Basis, ...]:
    return version.ground or todays_ground(house, version.key)


def _settled(basis: Basis, now: Version | None) -> Basis:
    return replace(basis, version=now.version, state=State.ANTAGEN) if now and now.decision else basis


def ground_of(house: House, version: Version) -> Ground:
    """The ground of an MRP's or a nämnd's version, as values. Raises `Refused`."""
    stood_on = {basis.kind: basis for basis in _ground(house, version) if basis.kind is not Kind.UPPFOLJNING}
    installningar = load_installningar(house, submitted_version(house, stood_on[Kind.INSTALLNINGAR]))
    if Kind.MRP not in stood_on:
        return Ground(installningar)
    mrp = load_mrp(house, submitted_version(house, stood_on[Kind.MRP]), installningar)
    if Kind.VERKSAMHETSPLAN not in stood_on:
        return Ground(installningar, mrp)
    return Ground(installningar, mrp, load_vp(house, submitted_version(house, stood_on[Kind.VERKSAMHETSPLAN]), mrp))


def reports_under(house: House, version: Version) -> tuple[Version, ...]:
    """The nämnder's reports that the municipality's own figures stand on. Raises `Refused`."""
    under = [basis for basis in _ground(house, version) if basis.kind is Kind.UPPFOLJNING]
    return tuple(submitted_version(house, basis) for basis in under)


def load_plan(house: House, version: Version) -> Plan:
    """A version of any kind as a value, on its own ground."""
    if version.key.kind is Kind.INSTALLNINGAR:
        return load_installningar(house, version)
    if version.key.kind is Kind.STYRDOKUMENT:
        return load_styrdokument(house, version)
    if version.key.kind is Kind.MOTE:
        return load_mote(house, version)
    if version.key.kind is Kind.UPPFOLJNING:
        return load_uppfoljning(house, version)
    if version.key.kind is Kind.BOKSLUT:
        return load_bokslut(house, version)
    ground = ground_of(house, version)
    return load_mrp(house, version, ground.installningar) if ground.mrp is None else load_vp(house, version, ground.mrp)


def numbers_of(house: House, version: Version) -> dict[str, Nummer]:
    """The numbers of a version's own rows by row id; settings and governing documents have none, a follow-up shows
    those of its plan."""
    if version.key.kind in (Kind.INSTALLNINGAR, Kind.STYRDOKUMENT, Kind.UPPFOLJNING, Kind.BOKSLUT, Kind.MOTE):
        return {}
    ground = ground_of(house, version)
    if ground.mrp is None:
        return numbers_of_mrp(house, version, ground.installningar)
    return numbers_of_vp(house, version, ground.mrp)


def submitted_version(house: House, basis: Basis) -> Version:
    """The version as it was then: also where later uploads to the same draft have replaced it, or it was revoked."""
    standing = version_of(house.store, basis.submission)
    if standing is None:
        found = submission(house.store, basis.submission)
        key = PlanKey(found.kind, found.namnd, found.ar, found.proposal, found.period)
        return Version(key, basis.version, found.id, basis.state)
    decision = standing.decision if basis.state is State.ANTAGEN else None
    return replace(standing, version=basis.version, state=basis.state, decision=decision)


def earlier_plans(house: House, namnd: str, ar: int) -> tuple[Verksamhetsplan, ...]:
    """The nämnd's adopted plans of earlier years, newest first."""
    found = []
    for year in reversed([year for year in years(house.store, Kind.VERKSAMHETSPLAN) if year < ar]):
        version = adopted_version(house.store, Kind.VERKSAMHETSPLAN, namnd, year)
        plan = load_plan(house, version) if version else None
        if isinstance(plan, Verksamhetsplan):
            found.append(plan)
    return tuple(found)
