"""The finished reports agree with the finished plans, and each sum with its rows, read out of the files themselves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx.document import Document as Docx

from service.documents import DOCUMENTS
from service.usecases.demo.year import Demo
from service.usecases.papers.kommunrapport import KOMMUNRAPPORTER
from service.usecases.papers.namndrapport import NAMNDRAPPORTER

from .finished import amount, blocks, opened, table_under

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


def joint(demo: Done) -> Iterator[tuple[str, Docx]]:
    """The municipality's own papers, each with its period."""
    for written in demo[0].documents:
        if written.order.kind in KOMMUNRAPPORTER:
            yield written.order.period, opened(demo[1], written.path.name)


def signed(text: str) -> int:
    """An amount, a deviation too; a dash is nothing known."""
    return 0 if text == "–" else amount(text.replace("+", ""))


def test_the_municipality_has_a_paper_for_each_period(demo: Done) -> None:
    names = [w.path.name for w in demo[0].documents if w.order.kind in KOMMUNRAPPORTER]
    assert names == ["delarsrapport-2027-t1.docx", "delarsrapport-2027-t2.docx", "arsredovisning-2027.docx"]


def test_a_number_names_the_same_thing_in_the_mrp_and_in_the_joint_papers_as_in_the_namnder_s(demo: Done) -> None:
    plan = opened(demo[1], "mal-och-resursplan-2027-2029.docx")
    planned: dict[str, str] = {}
    for namnd in {w.title.split(", ")[-1] for w in demo[0].documents if w.order.kind in NAMNDRAPPORTER}:
        planned |= named(table_under(plan, f"Förväntade resultat för {namnd}"))
    for period, paper in joint(demo):
        shown = {}
        for n in range(1, 6):
            rows = table_under(paper, f"Resultat under inriktningsmål {n}")[1:]
            shown |= {row[0].split(" ")[-1]: row[1] for row in rows}
        assert shown == planned, period
        for namnd, report in reports(demo):
            theirs = named(table_under(report, RESULTS), 1)
            assert {number: shown[number] for number in theirs} == theirs, (period, namnd)


@pytest.mark.parametrize("caption", ["Driftredovisning", "Investeringar per nämnd", "Investeringar per objekt"])
def test_a_joint_sum_is_the_sum_of_the_rows_shown(demo: Done, caption: str) -> None:
    for period, paper in joint(demo):
        head, *rows, total = table_under(paper, caption)
        for column in range(2 if "Objekt" in head else 1, len(head)):
            assert sum(signed(row[column]) for row in rows) == signed(total[column]), (period, head[column])


def test_the_joint_papers_have_each_namnd_s_own_sum_and_the_accounts_total(demo: Done) -> None:
    for period, paper in joint(demo):
        column = 2 if period == "AR" else 3
        rows = {row[0]: row for row in table_under(paper, "Driftredovisning")}
        for written in demo[0].documents:
            if written.order.kind in NAMNDRAPPORTER and written.order.period == period:
                report = opened(demo[1], written.path.name)
                name = written.title.split(", ")[-1]
                total = table_under(report, "Ekonomi per verksamhet")[-1]
                assert rows[name][column] == total[3], (period, name)
        statement = {row[0]: row for row in table_under(paper, "Resultaträkning")}
        assert signed(rows["Summa"][column]) == -signed(statement["Verksamhetens nettokostnader"][2])


def test_who_has_not_reported_is_named_in_every_place_of_its_own(demo: Done) -> None:
    for period, paper in joint(demo):
        text = "\n".join(blocks(paper))
        assert ("Har inte lämnat rapport: Miljö- och hälsoskyddsnämnden." in text) is (period == "T2")
        places = text.count("har inte lämnat rapport)") + text.count("Har inte lämnat rapport")
        assert (places >= 6) if period == "T2" else (places == 0), period
