"""Follow-ups out of the store, whole, and the workbooks for them: what they follow up, and what came before."""

from collections.abc import Mapping, Sequence

from schemas.sheets import Record
from schemas.uppfoljning.goals import AKTIVITETSSTATUS, BEDOMNING
from schemas.workbooks import Kind, Period
from service.chain.assembly_followups import assemble_bokslut, assemble_uppfoljning
from service.chain.followups import Bokslut, Uppfoljning
from service.chain.kallor import notes_of
from service.chain.plans import Installningar, Mrp, Verksamhetsplan
from service.chain.prefill_bokslut import prefill_bokslut
from service.chain.prefill_uppfoljning import prefill_uppfoljning
from service.chain.records import Namnd
from service.chain.skalor import aktivitetsskala, bedomningsskala
from service.chain.values import State
from service.store import (
    PlanKey,
    Version,
    adopted_version,
    adopted_versions,
    latest_version,
    records_of,
    submission,
)
from service.workbooks import EDITION, Content, Identity

from .answers import refused
from .figures import figures_at
from .house import House
from .plans import governing_mrp, head_of, load_mrp, load_vp, namnder_with_plan, settings

Choices = dict[str, list[tuple[str, str]]]


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


def prefilled_from(version: Version | None) -> str:
    """How a workbook remembers what it was filled from: `mrp:3f2a91c4:v2`, or nothing.

    A nämnd's names the MRP and, after a `+`, its own earlier version: blank rows of two workbooks never share ids.
    """
    return f"{version.key.kind.value}:{version.submission}:v{version.version}" if version else ""


def prepared_uppfoljning(house: House, key: PlanKey) -> tuple[Identity, Content]:
    """What a nämnd's follow-up would be filled from now. Raises `Refused` without an adopted verksamhetsplan."""
    installningar, governing = settings(house, key.ar), governing_mrp(house, key.ar)
    in_force = vp_in_force(house, key.namnd, key.ar)
    mrp = load_mrp(house, governing, installningar)
    earlier = earlier_reports(house, key)
    own = latest_version(house.store, key)
    plans = _versions_of_plan(house, in_force, mrp)
    figures = figures_at(house, key.ar, key.period, installningar, [*mrp.matt, *plans[0].matt])
    prefill = prefill_uppfoljning(
        _records(house, own), mrp, plans,
        load_uppfoljning(house, earlier[0]) if earlier else None, installningar, figures,
    )  # fmt: skip
    choices = _words(installningar, key.period) | {
        "verksamhet": [(v.kod, v.namn) for v in installningar.verksamheter if v.namnd == key.namnd]
    }
    identity = _identity(key, governing, in_force, own)
    name = installningar.namnd_namn(key.namnd)
    notes = _notes(key) + notes_of(figures, _numbers(prefill.records["uf_matt"]))
    return identity, Content(installningar.kommun.namn, name, prefill.records, prefill.locked_rows, choices, notes)


def prepared_bokslut(house: House, key: PlanKey) -> tuple[Identity, Content]:
    """What the municipality's own workbook for a period would be filled from now. Raises `Refused`."""
    installningar, governing = settings(house, key.ar), governing_mrp(house, key.ar)
    earlier, own = earlier_reports(house, key), latest_version(house.store, key)
    reported = reports_of(house, key.ar, key.period, installningar)
    mrp = load_mrp(house, governing, installningar)
    figures = figures_at(house, key.ar, key.period, installningar, mrp.matt)
    prefill = prefill_bokslut(
        _records(house, own), mrp, installningar,
        load_bokslut(house, earlier[0]) if earlier else None,
        [load_uppfoljning(house, version) for version in reported.values()], figures,
    )  # fmt: skip
    choices = _words(installningar, key.period) | {"namnd": [(n.kod, n.namn) for n in installningar.namnder]}
    missing = [namnd.namn for namnd in missing_namnder(reported, installningar, key.ar)]
    notes = _notes(key) + notes_of(figures, _numbers(prefill.records["bs_matt"]))
    notes += [f"Har ännu inte rapporterat: {', '.join(missing)}."] if missing else []
    content = Content(installningar.kommun.namn, "", prefill.records, prefill.locked_rows, choices, notes)
    return _identity(key, governing, own), content


def _numbers(matt: Sequence[Record]) -> dict[str, tuple[str, str]]:
    """Number and base year of each mått in the workbook, by row id."""
    return {row.id: (row.values["nummer"], row.values["basar"]) for row in matt if not row.values["utgatt"]}


def _versions_of_plan(house: House, in_force: Version, mrp: Mrp) -> list[Verksamhetsplan]:
    """The verksamhetsplan in force and, newest first, the adopted versions that it replaced."""
    replaced = [v for v in adopted_versions(house.store, in_force.key) if v.version < in_force.version]
    return [load_vp(house, version, mrp) for version in (in_force, *reversed(replaced))]


def _words(installningar: Installningar, period: str) -> Choices:
    words = bedomningsskala(installningar, period).orden, aktivitetsskala(installningar).orden
    return {
        name: [(ord, ord) for ord in orden]
        for name, orden in zip((BEDOMNING, AKTIVITETSSTATUS), words, strict=True)
    }  # fmt: skip


def _notes(key: PlanKey) -> list[str]:
    period = Period(key.period)
    return [f"Uppföljningen gäller {period.shown} {key.ar}, till och med {period.last_day(key.ar)}."]


def _identity(key: PlanKey, *sources: Version | None) -> Identity:
    source = "+".join(part for part in map(prefilled_from, sources) if part)
    return Identity(key.kind, key.namnd, key.ar, EDITION, source, "", key.period)


def _records(house: House, version: Version | None) -> Mapping[str, Sequence[Record]]:
    return records_of(house.store, submission(house.store, version.submission)) if version else {}
