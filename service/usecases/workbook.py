"""Hand out an official workbook: prefilled with what is decided, and with what the plan already holds."""

from collections.abc import Mapping, Sequence

from schemas.sheets import Record
from schemas.workbooks import Kind
from service.chain.assembly import mrp_numbers
from service.chain.figures import ram_att_fordela
from service.chain.numbering import GivenNumbers
from service.chain.plans import Installningar, Mrp
from service.chain.prefill import (
    Prefill,
    mrp_of_last_year,
    prefill_installningar,
    prefill_mrp,
    prefill_verksamhetsplan,
    vp_of_last_year,
)  # fmt: skip
from service.rules import DEFAULT_GRANSER, DEFAULT_ORD
from service.store import PlanKey, Version, adopted_version, latest_submission, latest_version, records_of, submission
from service.workbooks import EDITION, Content, Identity, build

from .answers import Refused
from .house import House
from .plans import (
    given_for,
    governing_mrp,
    load_mrp,
    load_vp,
    namnd_with_plan,
    numbers_of_mrp,
    numbers_of_vp,
    settings,
)  # fmt: skip

Records = Mapping[str, Sequence[Record]]


def hand_out(house: House, kind: Kind, ar: int, namnd: str = "", proposal: str = "") -> bytes:
    """The official workbook of a kind, for a nämnd where it has its own. Raises `Refused`."""
    identity, content = prepared(house, kind, ar, namnd, proposal)
    return build(identity, content)


def prepared(house: House, kind: Kind, ar: int, namnd: str = "", proposal: str = "") -> tuple[Identity, Content]:
    """What a workbook would be filled from now, and its hidden identity. Raises `Refused`."""
    if kind is Kind.INSTALLNINGAR:
        return _installningar(house, ar)
    if kind is Kind.MRP:
        return _mrp(house, ar, proposal)
    return _verksamhetsplan(house, ar, namnd)


def prefilled_from(version: Version | None) -> str:
    """How a workbook remembers what it was filled from: `mrp:3f2a91c4:v2`, or nothing.

    A nämnd's names the MRP and, after a `+`, its own earlier version: blank rows of two workbooks never share ids.
    """
    return f"{version.key.kind.value}:{version.submission}:v{version.version}" if version else ""


def _installningar(house: House, ar: int) -> tuple[Identity, Content]:
    before = latest_submission(house.store, Kind.INSTALLNINGAR, ar)  # an earlier year's serve as a beginning
    records = records_of(house.store, before) if before else {}
    prefill = prefill_installningar(records, DEFAULT_ORD, DEFAULT_GRANSER)
    kommun = records["kommun"][0].values["namn"] if records.get("kommun") else "Kommunen"
    choices = {"namnd": _row_choices(records.get("namnd", ())), "enhet": _row_choices(records.get("enhet", ()))}
    identity = Identity(Kind.INSTALLNINGAR, "", ar, EDITION, f"installningar:{before.id}" if before else "")
    return identity, Content(kommun, "", prefill.records, prefill.locked_rows, choices)


def _mrp(house: House, ar: int, proposal: str) -> tuple[Identity, Content]:
    installningar = settings(house, ar)
    own = latest_version(house.store, PlanKey(Kind.MRP, "", ar, proposal))
    version = (
        own or adopted_version(house.store, Kind.MRP, "", ar) or latest_version(house.store, PlanKey(Kind.MRP, "", ar))
    )
    records, source = _mrp_before(house, version, ar)
    if version:
        numbers = numbers_of_mrp(house, version, installningar)
    else:
        numbers = mrp_numbers(records, given_for(house, installningar, ar)[0], GivenNumbers())
    prefill = prefill_mrp(records, numbers)
    identity = Identity(Kind.MRP, "", ar, EDITION, prefilled_from(source), proposal)
    content = Content(
        installningar.kommun.namn, "", prefill.records, prefill.locked_rows, _mrp_choices(installningar, prefill)
    )
    return identity, content


def _mrp_before(house: House, version: Version | None, ar: int) -> tuple[Records, Version | None]:
    """The records to begin with: this year's, else what lives on from last year's."""
    if version:
        return records_of(house.store, submission(house.store, version.submission)), version
    last = adopted_version(house.store, Kind.MRP, "", ar - 1)
    if last is None:
        return {}, None
    numbered = _with_numbers(house, last, ar - 1)
    return mrp_of_last_year(numbered, ar), last


def _with_numbers(house: House, version: Version, ar: int) -> Records:
    records = records_of(house.store, submission(house.store, version.submission))
    return prefill_mrp(records, numbers_of_mrp(house, version, settings(house, ar))).records


def _verksamhetsplan(house: House, ar: int, namnd: str) -> tuple[Identity, Content]:
    installningar = settings(house, ar)
    kod = namnd_with_plan(installningar, namnd).kod
    governing = governing_mrp(house, ar)
    mrp = load_mrp(house, governing, installningar)
    version = latest_version(house.store, PlanKey(Kind.VERKSAMHETSPLAN, kod, ar))
    if version:
        records: Records = records_of(house.store, submission(house.store, version.submission))
        numbers = numbers_of_vp(house, version, mrp)
    else:
        records, numbers = _vp_of_last_year(house, kod, mrp), {}
    prefill = prefill_verksamhetsplan(records, numbers, mrp, installningar, kod)
    source = "+".join(part for part in (prefilled_from(governing), prefilled_from(version)) if part)
    identity = Identity(Kind.VERKSAMHETSPLAN, kod, ar, EDITION, source)
    content = Content(
        installningar.kommun.namn, installningar.namnd_namn(kod), prefill.records, prefill.locked_rows,
        _vp_choices(installningar, mrp, kod), _frame_notes(mrp, kod),
    )  # fmt: skip
    return identity, content


def _vp_of_last_year(house: House, namnd: str, mrp: Mrp) -> Records:
    ar = mrp.head.ar - 1
    last = adopted_version(house.store, Kind.VERKSAMHETSPLAN, namnd, ar)
    if last is None:
        return {}
    try:
        last_mrp = load_mrp(house, governing_mrp(house, ar), settings(house, ar))
    except Refused:
        return {}
    plan = load_vp(house, last, last_mrp)
    return vp_of_last_year(records_of(house.store, submission(house.store, last.submission)), plan, mrp)


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
