"""`malkedjan year open`: what it says, what it writes, and how it ends."""

import json
from pathlib import Path

from .test_commands import adopt_mrp, data, run

__all__ = ["data"]


def test_a_year_is_opened_with_its_workbooks_and_opened_again_without_harm(data: Path, tmp_path: Path) -> None:
    adopt_mrp(data)
    first = run(data, "year", "open", 2028, "--by", "Ekonomen", "-o", tmp_path / "2028")
    assert first.exit_code == 0
    assert "ny mandatperiod" in first.output
    assert (tmp_path / "2028" / "verksamhetsplan-2028-bun.xlsx").is_file()
    again = run(data, "year", "open", 2028, "--json")
    assert "Ekonomen" in json.loads(again.output)["redan_oppnat"]


def test_a_year_after_no_plan_is_refused(data: Path) -> None:
    done = run(data, "year", "open", 2028)
    assert done.exit_code == 3
    assert "ingen antagen mål- och resursplan för 2027" in done.output
