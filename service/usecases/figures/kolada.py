"""Take in key figures from Kolada for the year's mått: from a saved answer, or fetched when that is asked for."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.chain.plans import Installningar
from service.chain.records import Matt, VpMatt
from service.findings import Finding, Level, as_json, refuses
from service.sources import (
    KoladaClient,
    KoladaFault,
    KoladaReading,
    KoladaValue,
    counted,
    notice,
    read_kolada,
    refusal,
    warning,
)  # fmt: skip
from service.store import Figure, FigureImport, FigureKind, add_entry, add_figures, import_of_file

from ..answers import Refused, answer
from ..filenames import plain_file_name
from ..house import House
from ..loading.plans import settings
from .amounts import import_id
from .in_effect import matt_with_kpi

YEARS_BACK = 3  # values come late: the newest one before the year is wanted too


@dataclass(frozen=True, slots=True)
class KoladaReceipt:
    """What came of an answer from Kolada. `values` are those of the year's mått, missing ones among them."""

    findings: tuple[Finding, ...]
    stored: FigureImport | None = None
    already: bool = False
    values: tuple[KoladaValue, ...] = ()


def fetch_kolada(house: House, client: KoladaClient, ar: int, *, by: str) -> KoladaReceipt:
    """Ask Kolada for the year's mått and keep the answer. Raises `Refused`."""
    installningar, kpis = _wanted(house, ar)
    years = list(range(ar - YEARS_BACK, ar + 1))
    try:
        blob = client.fetch(sorted(kpis), installningar.kommun.kommunkod, years)
    except KoladaFault as fault:
        return KoladaReceipt((refusal(fault.code, **fault.details),))
    return import_kolada(house, blob, "kolada.json", ar, by=by)


def import_kolada(house: House, blob: bytes, filename: str, ar: int, *, by: str) -> KoladaReceipt:
    """Keep an answer from Kolada, a page or a list of pages. Raises `Refused`."""
    installningar, kpis = _wanted(house, ar)
    sha256 = hashlib.sha256(blob).hexdigest()
    reading = read_kolada(blob, installningar.kommun.kommunkod)
    if refuses(reading.findings):
        return KoladaReceipt(reading.findings)
    values = tuple(value for value in reading.values if value.kpi in kpis)
    told = tuple(_told(kpis, values, reading, ar))
    with house.store.transaction():
        if known := import_of_file(house.store, FigureKind.KOLADA, ar, "", sha256, ""):
            again = answer("redan-inlast", Level.UPPLYSNING, nar=known.at.strftime("%Y-%m-%d %H:%M"), av=known.by)
            return KoladaReceipt((again, *told), known, True, values)
        made = FigureImport(
            id=import_id(house, ar, "kolada", sha256), kind=FigureKind.KOLADA, ar=ar, period="", at=house.now(), by=by,
            filename=plain_file_name(filename), sha256=sha256, form="Kolada v3",
            findings=tuple(as_json(finding) for finding in told),
        )  # fmt: skip
        add_figures(house.store, made, blob, map(_figure, values))
        details = {"fil": made.filename, "import": made.id, "värden": len(values)}
        add_entry(house.store, made.at, by, "figures", f"kolada {ar}", details)
    return KoladaReceipt(told, made, False, values)


def _wanted(house: House, ar: int) -> tuple[Installningar, dict[str, Matt | VpMatt]]:
    """The settings, and the year's mått by their id in Kolada."""
    installningar = settings(house, ar)
    if not installningar.kommun.kommunkod:
        raise Refused(refusal("kolada-utan-kommunkod"))
    kpis = {matt.kolada_id: matt for matt in matt_with_kpi(house, ar, installningar)}
    if not kpis:
        raise Refused(refusal("kolada-utan-matt", ar=str(ar)))
    return installningar, kpis


def _told(
    kpis: dict[str, Matt | VpMatt], values: Sequence[KoladaValue], reading: KoladaReading, ar: int
) -> Iterator[Finding]:
    there = {value.kpi for value in values}
    for kpi, matt in kpis.items():
        if kpi not in there:
            yield warning("kolada-inget", kpi=kpi, matt=matt.text)
    for value in values:
        if value.value is None and value.ar <= ar:
            yield notice("kolada-saknas", kpi=value.kpi, matt=kpis[value.kpi].text, ar=str(value.ar))
    others = reading.others + len(reading.values) - len(values)
    if others:
        yield notice("kolada-ovrigt", antal=counted(others, "värde", "värden"))


def _figure(value: KoladaValue) -> Figure:
    keys = {
        "kpi": value.kpi, "kommun": value.kommun, "ar": value.ar, "kon": "T", "status": value.status,
        "antal": value.count,
    }  # fmt: skip
    return Figure(value.source, "matt", value.value, keys)
