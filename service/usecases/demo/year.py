"""The sample municipality's year: its workbooks handed in as its staff would, adopted, followed up, every paper
written."""

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

from ..adopt import adopt
from ..figures.amounts import import_figures
from ..figures.kolada import import_kolada
from ..files import write_whole
from ..hand_in import hand_in
from ..house import House, open_house
from ..loading.plans import current_version
from ..papers.generate import Written, write
from ..papers.orders import Order, orders_of_year
from ..papers.preparing import prepare
from ..submitting.submit import Receipt, marked_up, submit
from ..workbooks.turning import Opened, open_year
from .followups import OCCASIONS, decided, follow_up_files, follow_year
from .meetings import called_meeting, held_meeting, papers_made

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
AR = 2027
STYRDOKUMENT_ADOPTED = date(2026, 11, 25), 147
_FIGURES = {"utfall-2027-t1-bun.se": "T1", "utfall-2027-t2.csv": "T2", "kolada-2027.json": ""}
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
    """What the demo did: the right workbooks, the wrong ones, the documents, the figures from elsewhere, the year
    that was opened after it, and the papers of the meetings."""

    workbooks: list[Outcome] = field(default_factory=list)
    wrong: list[Outcome] = field(default_factory=list)
    documents: list[Written] = field(default_factory=list)
    figures: list[Outcome] = field(default_factory=list)
    years: list[Opened] = field(default_factory=list)
    meetings: list[Path] = field(default_factory=list)


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
    followups = sum(len(follow_up_files(SAMPLES, occasion.period)) for occasion in OCCASIONS)
    reports = followups  # a paper for each
    workbooks = 2 + proposals + namnder + others + len(_wrong()) + followups
    documents = 3 + 4 * namnder + proposals + 2 + others + reports
    return workbooks + len(_FIGURES) + documents + 3


def run(house: House, demo: Demo, folder: Path) -> Iterator[str]:
    """Do the whole demo into `folder`; before each step gives what it is about to take up."""
    for path in [SAMPLES / f"installningar-{AR}.xlsx", *sorted((SAMPLES / "forslag").glob("*.xlsx"))]:
        yield path.name
        demo.workbooks.append(_outcome(path, _submitted(house, path)))
    yield f"mrp-{AR}.xlsx"
    demo.workbooks.append(_adopt_mrp(house, SAMPLES / f"mrp-{AR}.xlsx"))
    yield from _try_wrong(house, demo, folder / "fel", [path for path in _wrong() if path not in _wrong_followups()])
    yield from _meet(house, demo, folder / "moten")
    for path in sorted(SAMPLES.glob(f"styrdokument-{AR}-*.xlsx")):
        yield path.name
        demo.workbooks.append(_adopted(house, path, *STYRDOKUMENT_ADOPTED))
    yield from _read_figures(house, demo)
    yield from _try_wrong(house, demo, folder / "fel", _wrong_followups())
    for path, receipt, status in follow_year(house, SAMPLES):
        yield path.name
        demo.workbooks.append(_outcome(path, receipt, status))
    prepared = []
    for order in [*orders_of_year(house, AR), *_more_orders(house)]:
        yield order.file_name
        prepared.append(prepare(house, order))
    yield "sidnummer och PDF"
    demo.documents.extend(write(house, prepared, folder, pdf=True))
    yield f"planåret {AR + 1}"
    demo.years.append(open_year(house, AR + 1, by="Ekonomen", folder=folder / str(AR + 1)))


def _meet(house: House, demo: Demo, folder: Path) -> Iterator[str]:
    """Every nämnd's plan handed in, its meeting called, the papers of all made together, then each meeting held."""
    plans: list[tuple[Path, Receipt, str]] = []
    for path in sorted(SAMPLES.glob(f"verksamhetsplan-{AR}-*.xlsx")):
        yield path.name
        receipt = _submitted(house, path)
        plans.append((path, receipt, called_meeting(house, receipt, SAMPLES)))
    yield "handlingarna till nämndernas sammanträden"
    papers_made(house, [meeting for _, _, meeting in plans if meeting])
    for path, receipt, meeting in plans:
        yield f"sammanträdet {meeting}"
        if meeting:
            held_meeting(house, meeting, folder, demo.meetings)
        state = current_version(house, receipt.key).state.value if receipt.key and receipt.ready else ""
        demo.workbooks.append(_outcome(path, receipt, state))


def _read_figures(house: House, demo: Demo) -> Iterator[str]:
    """What the economy system and Kolada have given for the year."""
    for name, period in _FIGURES.items():
        yield name
        blob = (SAMPLES / "kallor" / name).read_bytes()
        done = (
            import_figures(house, blob, name, AR, period, by="Ekonomen")
            if period
            else import_kolada(house, blob, name, AR, by="Ekonomen")
        )
        demo.figures.append(Outcome(name, "inläst" if done.stored else "inte inläst", done.findings))


def _adopt_mrp(house: House, path: Path) -> Outcome:
    receipt = _submitted(house, path)
    key = PlanKey(Kind.MRP, "", AR)
    hand_in(house, key, by="Ekonomichefen", acknowledge=True)
    adopt(house, key, MRP_DECISION, by="Kommunsekreteraren")
    return _outcome(path, receipt, "antagen")


def _adopted(house: House, path: Path, datum: date, paragraf: int) -> Outcome:
    receipt = _submitted(house, path)
    if receipt.key is None or not receipt.ready:
        return _outcome(path, receipt)
    return _outcome(path, receipt, decided(house, receipt.key, datum, paragraf))


def _wrong() -> list[Path]:
    return sorted((SAMPLES / "fel").glob("*"))


def _wrong_followups() -> list[Path]:
    """Those that need an adopted verksamhetsplan to be judged against."""
    return [path for path in _wrong() if path.name.startswith((Kind.UPPFOLJNING, Kind.BOKSLUT))]


def _try_wrong(house: House, demo: Demo, folder: Path, paths: list[Path]) -> Iterator[str]:
    """Hand in the wrong workbooks in a copy of the house, so that none of them becomes anybody's draft."""
    with TemporaryDirectory() as beside:
        copy_database(house.store, Path(beside) / FILENAME)
        with open_house(Path(beside), house.now) as copy:
            for path in paths:
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
