"""Hand out an official workbook: prefilled with what is decided, and with what the plan already holds."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from schemas.sheets import Record
from schemas.workbooks import Kind
from service.chain.assembly import mrp_numbers, vp_numbers
from service.chain.carryover import Carried
from service.chain.figures import ram_att_fordela
from service.chain.plans import Installningar, Mrp
from service.chain.prefill import (
    Prefill,
    prefill_installningar,
    prefill_mrp,
    prefill_verksamhetsplan,
)  # fmt: skip
from service.chain.prefill_mote import prefill_mote
from service.chain.values import Nummer, State
from service.findings import shorten
from service.rules import DEFAULT_GRANSER, DEFAULT_ORD
from service.store import (
    PlanKey,
    Version,
    adopted_version,
    latest_submission,
    latest_version,
    numbers_of_year,
    records_of,
    submission,
)  # fmt: skip
from service.workbooks import EDITION, Content, Identity, build

from ..house import House
from ..loading.plans import (
    given_for,
    governing_mrp,
    known_key,
    load_mrp,
    numbers_of_mrp,
    settings,
)  # fmt: skip
from ..meetings.alike import said_alike
from .carrying import carried_mrp, carried_vp, last_mrp
from .followup_workbooks import prefilled_from, prepared_bokslut, prepared_uppfoljning

_DAY, _YEAR = re.compile(r"\b(\d{4})-\d{2}-\d{2}\b"), r"\1"
Records = Mapping[str, Sequence[Record]]


def hand_out(house: House, kind: Kind, ar: int, namnd: str = "", proposal: str = "", period: str = "") -> bytes:
    """The official workbook of a kind, for a nämnd and a period where it has its own. Raises `Refused`."""
    identity, content = prepared(house, kind, ar, namnd, proposal, period)
    return build(identity, content)


def prepared(
    house: House, kind: Kind, ar: int, namnd: str = "", proposal: str = "", period: str = "", *, blank: bool = False
) -> tuple[Identity, Content]:
    """What a workbook would be filled from now, and its hidden identity; `blank` as if nothing had been sent in to
    the plan itself. Raises `Refused`."""
    key = known_key(house, PlanKey(kind, namnd, ar, proposal, period))
    if kind is Kind.INSTALLNINGAR:
        return _installningar(house, ar)
    if kind is Kind.STYRDOKUMENT:
        return _styrdokument(house, key)
    if kind is Kind.MOTE:
        return _mote(house, key)
    if kind is Kind.UPPFOLJNING:
        return prepared_uppfoljning(house, key, blank=blank)
    if kind is Kind.BOKSLUT:
        return prepared_bokslut(house, key, blank=blank)
    version = None if blank else _own_or_in_force(house, key)
    return _mrp(house, key, version) if kind is Kind.MRP else _verksamhetsplan(house, key, version)


def _installningar(house: House, ar: int) -> tuple[Identity, Content]:
    before = latest_submission(house.store, Kind.INSTALLNINGAR, ar)  # an earlier year's serve as a beginning
    records = records_of(house.store, before) if before else {}
    prefill = prefill_installningar(records, DEFAULT_ORD, DEFAULT_GRANSER, ar=ar, earlier=before.ar if before else ar)
    kommun = records["kommun"][0].values["namn"] if records.get("kommun") else "Kommunen"
    choices = {key: _row_choices(records.get(key, ())) for key in ("namnd", "enhet", "verksamhet")}
    identity = Identity(Kind.INSTALLNINGAR, "", ar, EDITION, f"installningar:{before.id}" if before else "")
    return identity, Content(kommun, "", prefill.records, prefill.locked_rows, choices)


def _mrp(house: House, key: PlanKey, version: Version | None) -> tuple[Identity, Content]:
    ar = key.ar
    installningar = settings(house, ar)
    carried = carried_mrp(house, ar) if version is None or version.state is State.UTKAST else Carried()
    records = _records(house, version) if version else carried.records
    source = version or last_mrp(house, ar)
    if version:
        numbers = numbers_of_mrp(house, version, installningar)
    else:
        numbers = mrp_numbers(records, *given_for(house, installningar, ar))
    prefill = prefill_mrp(records, numbers)
    identity = Identity(key.kind, "", ar, EDITION, prefilled_from(source), key.proposal)
    content = Content(
        installningar.kommun.namn, "", prefill.records, prefill.locked_rows, _mrp_choices(installningar, prefill),
        left_notes(carried, ar), _traces(numbers, ar),
    )  # fmt: skip
    return identity, content


def _own_or_in_force(house: House, key: PlanKey) -> Version | None:
    """The version that a workbook begins from: the plan's or proposal's own, else the one in force, else the draft."""
    own = latest_version(house.store, key)
    in_force = adopted_version(house.store, key.kind, key.namnd, key.ar, key.period)
    return own or in_force or latest_version(house.store, replace(key, proposal=""))


def _records(house: House, version: Version) -> Records:
    return records_of(house.store, submission(house.store, version.submission))


def _verksamhetsplan(house: House, key: PlanKey, version: Version | None) -> tuple[Identity, Content]:
    installningar, kod = settings(house, key.ar), key.namnd
    governing = governing_mrp(house, key.ar)
    mrp = load_mrp(house, governing, installningar)
    carried = Carried() if version else carried_vp(house, kod, mrp)
    records = _records(house, version) if version else carried.records
    numbers = vp_numbers(records, mrp, numbers_of_year(house.store, key.ar))
    decided = {row.id: row.nummer for row in mrp.resultat} | {row.id: row.nummer for row in mrp.matt}
    notes = left_notes(carried, key.ar)
    prefill = prefill_verksamhetsplan(records, numbers, mrp, installningar, kod)
    source = "+".join(part for part in (prefilled_from(governing), prefilled_from(version)) if part)
    identity = Identity(key.kind, kod, key.ar, EDITION, source, key.proposal)
    content = Content(
        installningar.kommun.namn, installningar.namnd_namn(kod), prefill.records, prefill.locked_rows,
        _vp_choices(installningar, mrp, kod), [*_frame_notes(mrp, kod), *notes], _traces(numbers | decided, key.ar),
    )  # fmt: skip
    return identity, content


def _styrdokument(house: House, key: PlanKey) -> tuple[Identity, Content]:
    installningar = settings(house, key.ar)
    version = _own_or_in_force(house, key)
    records = _records(house, version) if version else {}
    identity = Identity(key.kind, key.namnd, key.ar, EDITION, prefilled_from(version), key.proposal)
    choices = {"namnd": [(namnd.kod, namnd.namn) for namnd in installningar.namnder]}
    return identity, Content(installningar.kommun.namn, key.namnd, records, frozenset(), choices)


def _mote(house: House, key: PlanKey) -> tuple[Identity, Content]:
    installningar = settings(house, key.ar)
    version = latest_version(house.store, key)
    records = _records(house, version) if version else _new_mote(house, key, installningar)
    identity = Identity(key.kind, key.namnd, key.ar, EDITION, prefilled_from(version), key.proposal)
    choices = {"namnd": [(namnd.kod, namnd.namn) for namnd in installningar.namnder]}
    return identity, Content(installningar.kommun.namn, key.namnd, records, frozenset(), choices)


def _new_mote(house: House, key: PlanKey, installningar: Installningar) -> Mapping[str, Sequence[Record]]:
    """A meeting before anybody has written in it, with what the nämnd's last one said alike."""
    records = prefill_mote(key.namnd, installningar)
    (form,) = records["mote"]
    return {**records, "mote": [form.holding(**said_alike(house, form.values["namnd"]))]}


def left_notes(carried: Carried, ar: int) -> list[str]:
    """What of last year's plan does not stand in the workbook, a line for each reason; of days only the year."""
    reasons: dict[str, list[str]] = {}
    for left in carried.left:
        reason = f"{left.blad}: {_DAY.sub(_YEAR, left.skal)}"
        reasons.setdefault(reason, []).append(left.nummer or shorten(left.text, 60))
    return [f"Inte med från {ar - 1}. {reason} ({', '.join(names)})." for reason, names in reasons.items()]


def _traces(numbers: Mapping[str, Nummer], ar: int) -> dict[str, str]:
    """What is said of a row that had a number in last year's plan."""
    return {id: f"Tidigare {n.tidigare}, i planen för {ar - 1}." for id, n in numbers.items() if n.tidigare}


def _mrp_choices(installningar: Installningar, prefill: Prefill) -> dict[str, list[tuple[str, str]]]:
    """The lists behind the drop-downs; goals and results of the same workbook are chosen by their labels."""
    return {
        "namnd": [(namnd.kod, namnd.namn) for namnd in installningar.namnder],
        "verksamhet": [(v.kod, f"{v.namn} ({v.namnd})") for v in installningar.verksamheter],
        "inriktningsmal": _row_choices(prefill.records.get("inriktningsmal", ()), "beteckning"),
    }


def _vp_choices(installningar: Installningar, mrp: Mrp, namnd: str) -> dict[str, list[tuple[str, str]]]:
    return {
        "namnd": [(n.kod, n.namn) for n in installningar.namnder],
        "verksamhet": [(v.kod, v.namn) for v in installningar.verksamheter if v.namnd == namnd],
        "enhet": [(enhet.kod, enhet.namn) for enhet in installningar.enheter if enhet.namnd == namnd],
        "resultat": [(str(resultat.nummer), str(resultat.text)) for resultat in mrp.namnd_resultat(namnd)],
    }


def _row_choices(rows: Sequence[Record], code: str = "kod") -> list[tuple[str, str]]:
    label = "namn" if code == "kod" else "text"
    return [(row.values[code], str(row.values[label])) for row in rows if row.values[code]]


def _frame_notes(mrp: Mrp, namnd: str) -> list[str]:
    frames = ram_att_fordela(mrp, namnd)
    return [f"Ram att fördela, {level}: {_grouped(frame)} tkr" for level, frame in frames.items()]


def _grouped(amount: int) -> str:
    return f"{amount:,}".replace(",", "\u00a0").replace("-", "−")
