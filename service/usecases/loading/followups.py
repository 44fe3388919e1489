"""Follow-ups out of the store, whole, and which of them count as reported."""

from collections.abc import Mapping

from schemas.workbooks import Kind, Period
from service.chain.assembly_followups import assemble_bokslut, assemble_uppfoljning
from service.chain.followups import Bokslut, Uppfoljning
from service.chain.plans import Installningar
from service.chain.records import Namnd
from service.chain.values import State
from service.store import (
    PlanKey,
    Version,
    adopted_version,
    latest_version,
    records_of,
    submission,
)

from ..answers import refused
from ..house import House
from .plans import head_of, namnder_with_plan


def vp_in_force(house: House, namnd: str, ar: int) -> Version:
    """The nämnd's adopted verksamhetsplan of the year. Raises `Refused`."""
    version = adopted_version(house.store, Kind.VERKSAMHETSPLAN, namnd, ar)
    if version is None:
        raise refused("vp-inte-antagen", namnd=namnd, ar=str(ar))
    return version


def reported_version(house: House, key: PlanKey) -> Version | None:
    """The follow-up that counts as reported: the newest handed in, else the one approved; None for a draft only."""
    newest = latest_version(house.store, key)
    if newest is not None and newest.state in (State.INLAMNAD, State.ANTAGEN):
        return newest
    return adopted_version(house.store, key.kind, key.namnd, key.ar, key.period)


def newest_reported(house: House, namnd: str, ar: int, period: str = "") -> Version | None:
    """A nämnd's follow-up of a period that counts as reported; without one, of the latest that it has reported."""
    periods = [Period(period)] if period else list(reversed(Period))
    found = (reported_version(house, PlanKey(Kind.UPPFOLJNING, namnd, ar, "", each)) for each in periods)
    return next((version for version in found if version), None)


def reports_of(house: House, ar: int, period: str, installningar: Installningar) -> dict[str, Version]:
    """The nämnder's reports of a period by code, in the municipality's order."""
    keys = [PlanKey(Kind.UPPFOLJNING, n.kod, ar, "", period) for n in namnder_with_plan(installningar, ar)]
    return {key.namnd: version for key in keys if (version := reported_version(house, key))}


def missing_namnder(reported: Mapping[str, object], installningar: Installningar, ar: int) -> tuple[Namnd, ...]:
    """The nämnder that should have reported but have not."""
    return tuple(namnd for namnd in namnder_with_plan(installningar, ar) if namnd.kod not in reported)


def load_uppfoljning(house: House, version: Version) -> Uppfoljning:
    """A nämnd's follow-up as a value."""
    return house.store.kept(("uppfoljning", version), lambda: _loaded_uppfoljning(house, version))


def _loaded_uppfoljning(house: House, version: Version) -> Uppfoljning:
    found = submission(house.store, version.submission)
    return assemble_uppfoljning(head_of(house, version, found), records_of(house.store, found), found.layout)


def load_bokslut(house: House, version: Version) -> Bokslut:
    """The municipality's own figures as a value."""
    found = submission(house.store, version.submission)
    return assemble_bokslut(head_of(house, version, found), records_of(house.store, found), found.layout)


def earlier_reports(house: House, key: PlanKey) -> tuple[Version, ...]:
    """What was reported for the earlier periods of the same year, the nearest first."""
    keys = [PlanKey(key.kind, key.namnd, key.ar, "", period) for period in Period(key.period).earlier]
    return tuple(version for earlier in keys if (version := reported_version(house, earlier)))
