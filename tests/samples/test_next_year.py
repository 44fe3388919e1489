"""The demo's last step: the workbooks of the next year, as they would be sent out to every nämnd."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from schemas.workbooks import Kind
from service.findings import Finding, Level, line
from service.store import FILENAME
from service.usecases.demo.year import AR, SAMPLES, Demo
from service.usecases.house import open_house
from service.usecases.submitting.submit import submit

NEXT = AR + 1


def _is_blank(finding: Finding) -> bool:
    """Whether a cell or a whole sheet is only waiting to be filled in."""
    return finding.code == "tom" or not finding.found


def test_every_namnd_has_a_workbook_of_the_next_year_which_can_be_sent_in_as_it_is(
    demo: tuple[Demo, Path], tmp_path: Path
) -> None:
    [opened] = demo[0].years
    namnder = {path.stem.rpartition("-")[2] for path in SAMPLES.glob(f"verksamhetsplan-{AR}-*.xlsx")}
    assert {path.name for path in opened.files} == {
        f"installningar-{NEXT}.xlsx", f"mrp-{NEXT}.xlsx", *(f"verksamhetsplan-{NEXT}-{kod}.xlsx" for kod in namnder),
    }  # fmt: skip
    shutil.copy(demo[1] / FILENAME, tmp_path / FILENAME)
    with open_house(tmp_path, lambda: datetime(2028, 5, 2, 9, tzinfo=UTC)) as house:
        for path in opened.files:
            receipt = submit(house, path.read_bytes(), path.name, by="Eva")
            faults = [finding for finding in receipt.findings if finding.level is Level.FEL]
            assert receipt.stored, [line(finding) for finding in faults]
            assert [line(finding) for finding in faults if not _is_blank(finding)] == [], path.name
            if path.name.startswith(Kind.INSTALLNINGAR):
                assert receipt.ready
