"""The sample municipality's year: its workbooks handed in as its staff would, the MRP adopted, every paper written."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from schemas.workbooks import Kind
from service.chain.values import Decision
from service.findings import Finding, Level
from service.store import FILENAME, PlanKey, copy_database

from .adopt import adopt
from .files import write_whole
from .generate import Order, Written, generate, orders_of_year
from .hand_in import hand_in
from .house import House, open_house
from .submit import Receipt, marked_up, submit

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
AR = 2027
STYRDOKUMENT_DECISION = Decision("KF", date(2026, 11, 25), 147, "KS 2026/288")
MRP_DECISION = Decision("KF", date(2026, 6, 17), 78, "KS 2026/101")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a sample workbook: its file, how it stands now, its findings, and where it lies marked up."""

    file: str
    status: str
    findings: tuple[Finding, ...] = ()
    marked_up: Path | None = None

    def count(self, level: Level) -> int:
        """How many findings of the level."""
        return sum(finding.level is level for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo did: the right workbooks, the wrong ones, and the documents."""

    workbooks: list[Outcome] = field(default_factory=list)
    wrong: list[Outcome] = field(default_factory=list)
    documents: list[Written] = field(default_factory=list)


def fresh(data: Path) -> Path:
    """An empty data directory in place of what an earlier demo left."""
    if data.exists():
        shutil.rmtree(data)
    data.mkdir(parents=True)
    return data


def step_count() -> int:
    """How many steps the demo has: each workbook, and each document that comes of it."""
    proposals = len(list((SAMPLES / "forslag").glob("*.xlsx")))
    namnder = len(list(SAMPLES.glob(f"verksamhetsplan-{AR}-*.xlsx")))
    others = len(list(SAMPLES.glob(f"styrdokument-{AR}-*.xlsx")))
    wrong = len(list((SAMPLES / "fel").glob("*")))
    return 2 + proposals + namnder + wrong + 2 + 3 * namnder + proposals + 2 + 2 * others


def run(house: House, demo: Demo, folder: Path) -> Iterator[str]:
    """Do the whole demo into `folder`; before each step gives what it is about to take up."""
    for path in [SAMPLES / f"installningar-{AR}.xlsx", *sorted((SAMPLES / "forslag").glob("*.xlsx"))]:
        yield path.name
        demo.workbooks.append(_outcome(path, _submitted(house, path)))
    yield f"mrp-{AR}.xlsx"
    demo.workbooks.append(_adopt_mrp(house, SAMPLES / f"mrp-{AR}.xlsx"))
    yield from _try_wrong(house, demo, folder / "fel")
    for path in sorted(SAMPLES.glob(f"verksamhetsplan-{AR}-*.xlsx")):
        yield path.name
        demo.workbooks.append(_hand_in_vp(house, path))
    for path in sorted(SAMPLES.glob(f"styrdokument-{AR}-*.xlsx")):
        yield path.name
        demo.workbooks.append(_adopt_styrdokument(house, path))
    for order in [*orders_of_year(house, AR), *_more_orders(house)]:
        yield order.file_name
        demo.documents.append(generate(house, order, folder))


def _adopt_mrp(house: House, path: Path) -> Outcome:
    receipt = _submitted(house, path)
    key = PlanKey(Kind.MRP, "", AR)
    hand_in(house, key, by="Ekonomichefen", acknowledge=True)
    adopt(house, key, MRP_DECISION, by="Kommunsekreteraren")
    return _outcome(path, receipt, "antagen")


def _adopt_styrdokument(house: House, path: Path) -> Outcome:
    receipt = _submitted(house, path)
    if receipt.key is None or not receipt.ready:
        return _outcome(path, receipt)
    hand_in(house, receipt.key, by="Ekonomichefen", acknowledge=True)
    adopt(house, receipt.key, STYRDOKUMENT_DECISION, by="Kommunsekreteraren")
    return _outcome(path, receipt, "antagen")


def _hand_in_vp(house: House, path: Path) -> Outcome:
    receipt = _submitted(house, path)
    if receipt.key is None or not receipt.ready:
        return _outcome(path, receipt)
    done = hand_in(house, receipt.key, by="Förvaltningschefen", acknowledge=True)
    return _outcome(path, receipt, done.version.state.value)


def _try_wrong(house: House, demo: Demo, folder: Path) -> Iterator[str]:
    """Hand in the wrong workbooks in a copy of the house, so that none of them becomes anybody's draft."""
    with TemporaryDirectory() as beside:
        copy_database(house.store, Path(beside) / FILENAME)
        with open_house(Path(beside), house.now) as copy:
            for path in sorted((SAMPLES / "fel").glob("*")):
                yield path.name
                demo.wrong.append(_tried(copy, path, folder))


def _tried(house: House, path: Path, folder: Path) -> Outcome:
    proposal = path.stem if path.name.startswith("mrp") else ""
    receipt = submit(house, path.read_bytes(), path.name, by="Exempel", proposal=proposal)
    content = marked_up(receipt)
    marked = folder / f"{path.stem}-markerad.xlsx" if content else None
    if content and marked:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(marked, content)
    return Outcome(path.name, receipt.state.value if receipt.state else "inte inläst", receipt.findings, marked)


def _submitted(house: House, path: Path) -> Receipt:
    proposal = path.stem.removeprefix(f"mrp-{AR}-") if path.parent.name == "forslag" else ""
    return submit(house, path.read_bytes(), path.name, by="Exempel", proposal=proposal)


def _outcome(path: Path, receipt: Receipt, status: str = "") -> Outcome:
    if receipt.key is not None and receipt.key.kind is Kind.INSTALLNINGAR and receipt.state:
        status = "gäller"
    state = receipt.state.value if receipt.state else "inte inläst"
    return Outcome(path.name, status or state, receipt.findings)


def _more_orders(house: House) -> Iterator[Order]:
    """The proposals beside the adopted MRP, the paper for a dialogue not yet held, and a unit's extract."""
    for path in sorted((SAMPLES / "forslag").glob("*.xlsx")):
        yield Order("mrp", AR, proposal=path.stem.removeprefix(f"mrp-{AR}-"))
    yield Order("uppdragsdialog", AR, "SN", proposal="ramar-februari")  # before the dialogue: room for notes
    yield Order("enhetsutdrag", AR, "SN", "S10")
