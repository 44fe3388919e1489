"""The detaljbudget as a workbook: the chain's figures, and formulas that go on working."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from service import excel
from service.chain import figures
from service.chain.values import State
from service.documents import detaljbudget
from tests.documents import plans
from tests.documents.contexts import detaljbudget_context
from tests.documents.paper import template


def filled(state: State = State.INLAMNAD, *, formulas: bool = False, **changes: Any) -> tuple[Worksheet, Worksheet]:
    context = detaljbudget_context(state, **changes)
    done = excel.fill(template("detaljbudget"), detaljbudget.cells(context), detaljbudget.tables(context))
    book = load_workbook(io.BytesIO(done), data_only=not formulas)
    return book["Detaljbudget"], book["Jämförelse med ramen"]


def values(sheet: Worksheet, first: str) -> list[Any]:
    """The row that begins with that word."""
    return next([cell.value for cell in row] for row in sheet.iter_rows() if row[0].value == first)


def test_the_sums_are_the_chains() -> None:
    total = figures.summa_budget(plans.verksamhetsplan().budget)
    assert values(filled()[0], "Summa")[3:11] == [
        total.intakter, total.personal, total.lokal, total.ovrigt, total.kapital, total.kostnader, total.netto,
        total.netto_forra,
    ]  # fmt: skip


def test_the_frame_is_compared_at_its_level() -> None:
    assert values(filled()[1], "Nämnden") == ["Nämnden", 1_048_600, 1_500, 1_050_100, 1_050_100, 0]


def test_formulas_live_on() -> None:
    budget, frames = filled(formulas=True)
    assert values(budget, "100")[9].startswith("=")
    assert values(frames, "Nämnden")[4].startswith("=SUMIF(")


def test_the_cover_says_whose_it_is_and_its_state() -> None:
    budget, frames = filled(State.UTKAST)
    assert values(budget, "Läge")[2] == "UTKAST, version 1"
    assert values(budget, "Märkning")[2].startswith("EXEMPEL")
    assert "UTKAST" in frames["A2"].value


def test_last_years_column_is_named_by_its_year() -> None:
    assert "Netto 2026" in values(filled()[0], "Kod")


@pytest.mark.parametrize("changes", [{"budget": ()}])
def test_an_empty_budget_sums_to_nothing(changes: dict[str, Any]) -> None:
    assert values(filled(**changes)[0], "Summa")[9] == 0
