"""The finished reports agree with the finished plans, and each sum with its rows, read out of the files themselves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx.document import Document as Docx

from service.documents import DOCUMENTS
from service.usecases.demo import Demo
from service.usecases.namndrapport import NAMNDRAPPORTER

from .finished import amount, opened, table_under

Done = tuple[Demo, Path]
ACTIVITIES, RESULTS = "Aktiviteternas läge", "Måluppfyllelse i korthet"
SUMMED = ("Resultat per bedömning", "Aktiviteter per läge", "Ekonomi per verksamhet", "Investeringar")


def reports(demo: Done) -> Iterator[tuple[str, Docx]]:
    """Each report with its nämnd's code in small letters."""
    for written in demo[0].documents:
        if written.order.kind in NAMNDRAPPORTER:
            yield written.order.namnd.lower().replace("ö", "o"), opened(demo[1], written.path.name)


def named(table: list[list[str]], column: int = 0) -> dict[str, str]:
    """What each number stands for: `{'2.3': 'Matsvinnet …'}`, from `2.3 Matsvinnet …` or two columns."""
    if column:
        return dict(row[column].split(" ", 1) for row in table[1:])
    return {row[0]: row[1] for row in table[1:]}


def planned_activities(vp: Docx, results: dict[str, str]) -> dict[str, str]:
    found = {}
    for result in results:
        try:
            found.update(named(table_under(vp, f"Aktiviteter för resultat {result}")))
        except LookupError:
            continue  # a result without activities
    return found


def test_every_namnd_has_its_reports(demo: Done) -> None:
    kinds = [written.order.kind for written in demo[0].documents]
    assert [kinds.count(kind) for kind in NAMNDRAPPORTER] == [15, 8]
    assert set(NAMNDRAPPORTER) <= set(DOCUMENTS)


def test_a_number_names_the_same_thing_in_the_plan_and_in_every_report(demo: Done) -> None:
    for namnd, report in reports(demo):
        vp = opened(demo[1], f"verksamhetsplan-2027-{namnd}.docx")
        results = named(table_under(report, RESULTS), 1)
        assert results == named(table_under(vp, "Översikt"), 1), namnd
        assert named(table_under(report, ACTIVITIES)) == planned_activities(vp, results), namnd


@pytest.mark.parametrize("caption", SUMMED)
def test_a_sum_is_the_sum_of_the_rows_shown(demo: Done, caption: str) -> None:
    seen = 0
    for namnd, report in reports(demo):
        try:
            head, *rows, total = table_under(report, caption)
        except LookupError:
            continue  # a nämnd without investments
        for column in range(1, len(head)):
            if head[column] not in ("Slag",):
                parts = [amount(row[column].replace("+", "")) for row in rows]
                assert sum(parts) == amount(total[column].replace("+", "")), (namnd, caption, head[column])
                seen += 1
    assert seen >= 15


def test_the_years_budget_in_a_report_is_the_detaljbudget_of_the_plan(demo: Done) -> None:
    for namnd, report in reports(demo):
        vp = opened(demo[1], f"verksamhetsplan-2027-{namnd}.docx")
        plan = {row[0]: amount(row[6]) for row in table_under(vp, "Detaljbudget")[1:]}
        assert {row[0]: amount(row[1]) for row in table_under(report, "Ekonomi per verksamhet")[1:]} == plan, namnd
