"""The workbooks of a follow-up, filled in: what they follow up, what came before, and figures from elsewhere."""

from collections.abc import Mapping, Sequence

from schemas.sheets import Record
from schemas.uppfoljning.goals import AKTIVITETSSTATUS, BEDOMNING
from schemas.workbooks import Period
from service.chain.kallor import notes_of
from service.chain.plans import Installningar, Mrp, Verksamhetsplan
from service.chain.prefill_bokslut import prefill_bokslut
from service.chain.prefill_uppfoljning import prefill_uppfoljning
from service.chain.skalor import aktivitetsskala, bedomningsskala
from service.store import PlanKey, Version, adopted_versions, latest_version, records_of, submission
from service.workbooks import EDITION, Content, Identity

from ..figures.in_effect import figures_at
from ..house import House
from ..loading.followups import (
    earlier_reports,
    load_bokslut,
    load_uppfoljning,
    missing_namnder,
    reports_of,
    vp_in_force,
)
from ..loading.plans import governing_mrp, load_mrp, load_vp, settings

Choices = dict[str, list[tuple[str, str]]]


def prefilled_from(version: Version | None) -> str:
    """How a workbook remembers what it was filled from: `mrp:3f2a91c4:v2`, or nothing.

    A nämnd's names the MRP and, after a `+`, its own earlier version: blank rows of two workbooks never share ids.
    """
    return f"{version.key.kind.value}:{version.submission}:v{version.version}" if version else ""


def prepared_uppfoljning(house: House, key: PlanKey, *, blank: bool = False) -> tuple[Identity, Content]:
    """What a nämnd's follow-up would be filled from now. Raises `Refused` without an adopted verksamhetsplan."""
    installningar, governing = settings(house, key.ar), governing_mrp(house, key.ar)
    in_force = vp_in_force(house, key.namnd, key.ar)
    mrp = load_mrp(house, governing, installningar)
    earlier = earlier_reports(house, key)
    own = None if blank else latest_version(house.store, key)
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


def prepared_bokslut(house: House, key: PlanKey, *, blank: bool = False) -> tuple[Identity, Content]:
    """What the municipality's own workbook for a period would be filled from now. Raises `Refused`."""
    installningar, governing = settings(house, key.ar), governing_mrp(house, key.ar)
    earlier, own = earlier_reports(house, key), None if blank else latest_version(house.store, key)
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
