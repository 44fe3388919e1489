"""A verksamhetsplan of thousands of budget rows, and the settings that know its verksamheter: made from the samples."""

import io
import statistics
import time
from datetime import UTC, datetime
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from schemas.workbooks import Kind
from service.store import PlanKey
from service.usecases.adopt import adopt
from service.usecases.demo.year import AR, MRP_DECISION
from service.usecases.hand_in import hand_in
from service.usecases.house import House, open_house
from service.usecases.submitting.submit import submit

SAMPLES = Path("samples")
NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
NAMND = "BUN"


def measured(data: Path, rows: int, rounds: int = 5) -> dict[str, object]:
    """Seconds of loading the workbook with openpyxl and of submitting it, in turn, and the ratio of each pair."""
    blob, loading, submitting = plan(rows), [], []
    for number in range(rounds):
        with open_house(data / str(number), lambda: NOW) as house:
            _prepared(house, rows)
            start = time.perf_counter()
            load_workbook(io.BytesIO(blob))
            middle = time.perf_counter()
            assert submit(house, blob, "plan.xlsx", by="Eva").stored
            loading.append(middle - start)
            submitting.append(time.perf_counter() - middle)
    ratios = [submitted / loaded for submitted, loaded in zip(submitting, loading, strict=True)]
    low, median, high = statistics.quantiles(ratios, n=4)
    return {"rows": rows, "load_s": loading, "submit_s": submitting,
            "ratio": {"median": median, "low": low, "high": high, "rounds": rounds}}  # fmt: skip


def _prepared(house: House, rows: int) -> None:
    """The settings in force and an MRP adopted, so that a plan can be submitted."""
    assert submit(house, settings(rows), "installningar.xlsx", by="Eva").ready
    submit(house, (SAMPLES / f"mrp-{AR}.xlsx").read_bytes(), "mrp.xlsx", by="Eva")
    hand_in(house, PlanKey(Kind.MRP, "", AR), by="Eva", acknowledge=True)
    adopt(house, PlanKey(Kind.MRP, "", AR), MRP_DECISION, by="Eva")


def settings(rows: int) -> bytes:
    """The sample settings with so many more verksamheter for the nämnd."""
    book = load_workbook(SAMPLES / "installningar-2027.xlsx")
    page = book["Verksamheter"]
    first = _after_last(page, 3)
    for number in range(rows):
        for column, value in enumerate((NAMND, _code(number), _name(number), "Nämnden"), 2):
            page.cell(first + number, column).value = value
    return _saved(book)


def plan(rows: int) -> bytes:
    """The nämnd's sample plan with a budget row for each of them."""
    book = load_workbook(SAMPLES / f"verksamhetsplan-2027-{NAMND.lower()}.xlsx")
    page = book["Detaljbudget"]
    first = _after_last(page, 2)
    for number in range(rows):
        figures = (0, 100 + number % 7, 20, 10 + number % 3, 1, 130)
        row = (f"{_code(number)} {_name(number)}", _name(number), *figures)
        for column, value in enumerate(row, 2):
            page.cell(first + number, column).value = value
    return _saved(book)


def _code(number: int) -> str:
    return str(100_000 + number)


def _name(number: int) -> str:
    return f"Enhetens verksamhet {number}"


def _after_last(page: Worksheet, column: int) -> int:
    return 1 + max(row for row in range(1, page.max_row + 1) if page.cell(row, column).value)


def _saved(book: object) -> bytes:
    out = io.BytesIO()
    book.save(out)  # type: ignore[attr-defined]
    return out.getvalue()
