"""The sample municipality adds up, and its wrong workbooks are told what they must be told."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from samples.build import guide
from samples.source import check
from samples.source.wrong import WRONG, Wrong
from service.chain.ekonomi import ekonomi, summa
from service.chain.rakning import arets_resultat, balanskrav
from service.chain.skalor import Betydelse
from service.findings import Level, line
from service.usecases.demo.year import AR, SAMPLES, Demo
from service.usecases.house import open_house
from service.usecases.loading.reports import load_joint_report

Done = tuple[Demo, Path]


def test_the_sample_adds_up_and_refers_to_what_exists() -> None:
    assert list(check.faults()) == []


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case.name)
def test_a_wrong_workbook_is_told_what_is_wrong(demo: Done, case: Wrong) -> None:
    outcome = next(o for o in demo[0].wrong if o.file.endswith(f"-{case.name}.xlsx"))
    said = "\n".join(line(finding) for finding in outcome.findings).replace("\u00a0", " ")
    assert case.fras in said
    assert set(case.koder) <= {finding.code for finding in outcome.findings}, said
    assert set(case.regler) <= {rule for finding in outcome.findings for rule in finding.rules}, said
    assert (outcome.status == "inte inläst") is case.avvisas
    assert case.beskrivning


def test_every_right_workbook_is_accepted_and_the_mrp_adopted(demo: Done) -> None:
    by_file = {outcome.file: outcome for outcome in demo[0].workbooks}
    assert by_file["installningar-2027.xlsx"].status == "gäller"
    assert by_file["mrp-2027.xlsx"].status == "antagen"
    plans = [outcome for outcome in demo[0].workbooks if outcome.file.startswith("verksamhetsplan")]
    assert len(plans) == 8
    assert {plan.status for plan in plans} == {"antagen"}
    assert not any(outcome.count(Level.FEL) for outcome in demo[0].workbooks)


def test_the_year_is_followed_up_and_the_report_that_never_came_is_named(demo: Done) -> None:
    followed = [outcome for outcome in demo[0].workbooks if outcome.file.startswith(("uppfoljning", "bokslut"))]
    assert len(followed) == 26
    assert {outcome.status for outcome in followed} == {"antagen"}
    with open_house(demo[1], lambda: datetime(2028, 4, 13, tzinfo=UTC)) as house:
        august, year = (load_joint_report(house, AR, period) for period in ("T2", "AR"))
    assert [namnd.kod for namnd in august.saknas] == ["MHN"]
    assert not year.saknas
    assert august.bokslut is not None
    assert year.bokslut is not None
    assert arets_resultat(august.bokslut).prognos == 2_100
    assert balanskrav(year.bokslut)[-1].utfall == 8_900


def test_the_follow_ups_sum_to_the_municipality_s_figures(demo: Done) -> None:
    with open_house(demo[1], lambda: datetime(2028, 4, 13, tzinfo=UTC)) as house:
        august, year = (load_joint_report(house, AR, period) for period in ("T2", "AR"))
    sums = {report.namnd: report.ekonomi for report in august.rapporter}
    assert (sums["BUN"].avvikelse, sums["BUN"].prognosavvikelse) == (-11_500, -13_400)
    assert (sums["SN"].avvikelse, sums["SN"].prognosavvikelse) == (-11_300, -16_000)
    assert august.bokslut is not None
    namnder = summa(ekonomi(row, helar=False) for row in august.bokslut.drift if row.namnd)
    assert (namnder.budget, namnder.utfall, namnder.avvikelse) == (1_800_800, 1_821_200, -20_400)
    assert (namnder.prognos, namnder.prognosavvikelse) == (2_732_900, -27_900)
    assert {lage.mal.beteckning: lage.sammanvagd for lage in year.mal} == dict.fromkeys(
        ("IM1", "IM2", "IM3", "IM4", "IM5"), Betydelse.DELVIS
    )


def test_one_nämnd_judges_otherwise_than_its_figures(demo: Done) -> None:
    with open_house(demo[1], lambda: datetime(2028, 4, 13, tzinfo=UTC)) as house:
        august = load_joint_report(house, AR, "T2")
    differing = [each for each in august.resultat if each.skiljer]
    assert [(each.namnd, each.bedomning, each.siffror) for each in differing] == [
        ("KFN", Betydelse.UPPFYLLT, Betydelse.DELVIS)
    ]


def test_every_document_is_written(demo: Done) -> None:
    kinds = [written.order.kind for written in demo[0].documents]
    assert (kinds.count("mrp"), kinds.count("verksamhetsplan"), kinds.count("detaljbudget")) == (3, 8, 8)
    assert all(written.path.exists() for written in demo[0].documents)


def test_a_marked_up_workbook_comes_back_for_each_that_could_be_read(demo: Done) -> None:
    marked = [outcome for outcome in demo[0].wrong if outcome.marked_up]
    assert len(marked) >= 10
    assert all(outcome.marked_up and outcome.marked_up.exists() for outcome in marked)


def test_the_guide_to_the_samples_tells_of_every_wrong_workbook() -> None:
    assert (SAMPLES / "README.md").read_text(encoding="utf-8") == guide()
