"""Workbooks for the tests: built ones, filled ones, and ones whose inside was tampered with."""

import io
import zipfile
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from openpyxl import Workbook, load_workbook

from schemas.sheets import Record
from schemas.text import Run, StyledText, styled
from schemas.workbooks import Kind
from service.findings import line
from service.workbooks import Content, Identity, Reading, build, read

VP = Identity(Kind.VERKSAMHETSPLAN, "BUN", 2027, prefilled_from="mrp:3f2a91:v2")
MRP = Identity(Kind.MRP, "", 2027)
SETTINGS = Identity(Kind.INSTALLNINGAR, "", 2027)
STYR = Identity(Kind.STYRDOKUMENT, "resor", 2027)
UF = Identity(Kind.UPPFOLJNING, "BUN", 2027, prefilled_from="mrp:3f2a91:v2", period="T2")
ACCOUNTS = Identity(Kind.BOKSLUT, "", 2027, period="T2")
IDENTITIES = {
    Kind.VERKSAMHETSPLAN: VP, Kind.MRP: MRP, Kind.INSTALLNINGAR: SETTINGS, Kind.UPPFOLJNING: UF, Kind.BOKSLUT: ACCOUNTS,
    Kind.STYRDOKUMENT: STYR, Kind.MOTE: Identity(Kind.MOTE, "BUN 2026-12-10", 2027),
}  # fmt: skip
WORDS = (("bedöms uppfyllas", "bedöms uppfyllas"), ("kan ej bedömas", "kan ej bedömas"))
INTRO = StyledText((Run("Planen gäller "), Run("hela", bold=True), Run(" året "), Run("2027", italic=True), Run(".")))
NAMNDER = (("KF", "Kommunfullmäktige"), ("KS", "Kommunstyrelsen"), ("BUN", "Barn- och utbildningsnämnden"))
VERKSAMHETER = (("100", "Ledning"), ("407", "Förskola"), ("440", "Grundskola"))


def content(kind: Kind = Kind.VERKSAMHETSPLAN) -> Content:
    """What a workbook of the kind is sent out with."""
    return {
        Kind.VERKSAMHETSPLAN: Content(
            "Exempelby kommun",
            "Barn- och utbildningsnämnden",
            {
                "verksamhetsplan": [record("verksamhetsplan", "", beloppsenhet="tkr")],
                "verksamhetsplan_text": [record("verksamhetsplan_text", "", inledning=INTRO)],
                "vp_resultat": [record("vp_resultat", "r-1", nummer="1.1", text=styled("Fler når målen."))],
                "vp_matt": [record("vp_matt", "m-1", nummer="M1.1a", hor_till="1.1", mal_1=Decimal("76.5"))],
                "vp_ram": [record("vp_ram", "ram-1", anslagsniva="Nämnden", ram=Decimal(1_048_600))],
                "budgetrad": [
                    record("budgetrad", f"b-{kod}", verksamhet=kod, benamning=namn) for kod, namn in VERKSAMHETER
                ],
            },
            frozenset({"r-1", "m-1", "ram-1"}),
            {"verksamhet": VERKSAMHETER, "namnd": NAMNDER, "resultat": (("1.1", "Fler når målen."),)},
            ("Ram att fördela: 1 048 600 tkr",),
        ),
        Kind.MRP: Content("Exempelby kommun", choices={"namnd": NAMNDER}),
        Kind.INSTALLNINGAR: Content("Exempelby kommun"),
        Kind.STYRDOKUMENT: Content("Exempelby kommun", choices={"namnd": NAMNDER}),
        Kind.MOTE: Content("Exempelby kommun", choices={"namnd": NAMNDER}),
        Kind.UPPFOLJNING: Content(
            "Exempelby kommun", "Barn- och utbildningsnämnden",
            {"uf_resultat": [record("uf_resultat", "r-1", nummer="1.1", text=styled("Fler når målen."))]},
            choices={"verksamhet": VERKSAMHETER, "bedomning": WORDS, "aktivitetsstatus": WORDS},
        ),
        Kind.BOKSLUT: Content(
            "Exempelby kommun", choices={"namnd": NAMNDER, "bedomning": WORDS, "aktivitetsstatus": WORDS}
        ),
    }[kind]  # fmt: skip


def record(sheet: str, id: str, **values: Any) -> Record:
    """A prefilled row."""
    return Record(sheet, 0, id, values)


@cache
def built(kind: Kind = Kind.VERKSAMHETSPLAN) -> bytes:
    """The workbook as it is sent out."""
    return build(IDENTITIES[kind], content(kind))


def changed(change: Callable[[Workbook], None], blob: bytes | None = None) -> bytes:
    """A workbook opened, changed and saved by another program than ours."""
    workbook = load_workbook(io.BytesIO(blob or built()), rich_text=True)
    change(workbook)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def filled(cells: Mapping[str, Mapping[str, Any]], blob: bytes | None = None) -> bytes:
    """A workbook with values written in it, by sheet and cell."""

    def fill(workbook: Workbook) -> None:
        for title, values in cells.items():
            for ref, value in values.items():
                workbook[title][ref] = value

    return changed(fill, blob)


def parts_of(blob: bytes) -> dict[str, bytes]:
    """The parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A file of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def tampered(part: str, old: bytes, new: bytes, blob: bytes | None = None, count: int = 1) -> bytes:
    """A workbook with bytes of one part replaced."""
    parts = parts_of(blob or built())
    assert old in parts[part], f"{old!r} is not in {part}"
    return zipped({**parts, part: parts[part].replace(old, new, count)})


def part_of(title: str, blob: bytes | None = None) -> str:
    """The name of a sheet's part. Sheets are numbered in the order they stand."""
    titles = load_workbook(io.BytesIO(blob or built())).sheetnames
    return f"xl/worksheets/sheet{titles.index(title) + 1}.xml"


def codes(reading: Reading) -> list[str]:
    """The codes of a reading's findings, each of which can be said."""
    assert all(line(finding) for finding in reading.findings)
    return [finding.code for finding in reading.findings]


def code_of(blob: bytes, filename: str = "plan.xlsx") -> str:
    """The one code with which a file is refused."""
    reading = read(blob, filename)
    assert reading.refused
    assert not reading.sheets
    assert len(reading.findings) == 1, codes(reading)
    return reading.findings[0].code


def row(reading: Reading, sheet: str, number: int) -> dict[str, Any]:
    """The values of a row as read, without empty ones."""
    found = next(row for row in reading.sheets[sheet] if row.row == number)
    return {name: cell.value for name, cell in found.cells.items() if not cell.empty and not cell.problem}


def read_built() -> Reading:
    """The verksamhetsplan as it is sent out, read."""
    return read(built(), "plan.xlsx")
