"""Rows as municipalities have written them: those that must be told, and those that must not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from service.findings import Finding, Level, what
from service.rules import Case, MrpCase, Stage, VpCase, judge

from .plans import (
    budgetrad,
    goal_case,
    installningar,
    mal,
    matt_on_mal,
    matt_on_resultat,
    mrp,
    mrp_case,
    mrp_head,
    r,
    resultat,
    row,
    vp,
    vp_head,
)  # fmt: skip


def told(case: Case) -> dict[str, Finding]:
    return {finding.code: finding for finding in judge(case, Stage.ADOPT)}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Vi ska värna om en god livsmiljö.", {"R35", "R36"}),
        ("Kommunen ska ta till vara medarbetarnas kompetens.", {"R35", "R36"}),
        ("Fler invånare ska vara nöjda med hur deras behov tillgodoses.", {"R36"}),
        ("Minska antalet bilar till 120 den 31 december 2027.", {"R34"}),
    ],
)
def test_a_badly_worded_goal_is_warned_of_but_never_stopped(text: str, codes: set[str]) -> None:
    found = told(goal_case(text))
    assert set(found) == codes
    assert {finding.level for finding in found.values()} == {Level.VARNING}


@pytest.mark.parametrize(
    "text",
    [
        "Fler barn och unga fullföljer sina studier",
        "Kommunens attraktionskraft ska öka",
        "Det ska vara enklare för företag att etablera sig",
        "Fler värnamobor om tio år",
    ],
)
def test_a_well_worded_goal_is_not_flagged(text: str) -> None:
    assert told(goal_case(text + ".")) == {}
    assert {code: finding.level for code, finding in told(goal_case(text)).items()} == {"R33-punkt": Level.UPPLYSNING}


def climate(*results: r.Resultat, matt: tuple[r.Matt, ...] = ()) -> MrpCase:
    """An MRP with the climate goal beside the sound one, and more results under it."""
    goal = mal("Kommunens klimatpåverkan ska minska.", 6)
    own = replace(matt_on_mal(), id="utslapp", hor_till=goal.id, text="Utsläpp", riktning="lägre", mal_1=Decimal(60))
    first = resultat("Matsvinnet i skolorna är högst 38 gram per portion under 2027.", 7, inriktningsmal=goal.id)
    svinn = matt_on_resultat(7, hor_till=first.id, text="Matsvinn", riktning="lägre", mal_1=Decimal(60))
    return mrp_case(
        inriktningsmal=(mal(), goal),
        resultat=(resultat(), first, *results),
        matt=(matt_on_mal(), matt_on_resultat(), own, svinn, *matt),
    )


def test_the_municipality_with_a_climate_goal_is_sound() -> None:
    assert told(climate()) == {}


def test_a_result_that_repeats_its_goal_lacks_nearly_everything() -> None:
    bare = resultat("Klimatpåverkan ska minska.", 8, inriktningsmal="inriktningsmal-6", period_fran=None,
                    period_till=None, verksamheter=())  # fmt: skip
    found = told(climate(bare))
    assert set(found) == {"R45-matbart", "R45-specifikt", "R45-tidsatt", "R47-mal", "R50-verksamhet"}
    assert "Kommunens klimatpåverkan ska minska." in what(found["R47-mal"])


@pytest.mark.parametrize(
    ("text", "code"), [("Genomföra utbildning i Excel.", "R44"), ("Skollagen ska följas.", "R47-lag")]
)
def test_an_activity_or_a_law_is_no_result(text: str, code: str) -> None:
    assert told(climate(resultat(text, 8)))[code].level is Level.VARNING


def test_one_thousand_over_the_frame_stops_the_plan_and_is_said() -> None:
    ram = replace(mrp().ramar[0], ram_1=1_121_300)
    rows = (budgetrad("407", 5, personal=820_300), budgetrad("440", 6, personal=373_000, intakter=71_000))
    over = VpCase(vp=vp(budget=rows), mrp=mrp(ramar=(ram,)), installningar=installningar())
    finding = told(over)["R80-over"]
    assert finding.level is Level.FEL
    assert finding.rules == ("R80", "R23")
    assert "1\u00a0122\u00a0300" in what(finding)
    assert " 1\u00a0000 tkr över ramen på 1\u00a0121\u00a0300 tkr" in what(finding)


def test_a_plan_decided_in_january_is_too_late_but_recorded() -> None:
    late = replace(vp_head().decision, datum=date(2027, 1, 14))
    found = told(VpCase(vp=vp(head=vp_head(decision=late)), mrp=mrp(), installningar=installningar()))
    assert {code: finding.level for code, finding in found.items()} == {"R20-sent": Level.VARNING}
    assert "2026-12-31" in what(found["R20-sent"])


def test_a_goal_without_namnd_stops_the_plan() -> None:
    assert told(goal_case(ansvariga=()))["R17-ingen"].level is Level.FEL


def test_a_late_revision_without_reason_is_told_twice() -> None:
    case = goal_case(reviderat=date(2027, 2, 10), tidigare_text="Andelen ska öka.", giltig_till=date(2027, 12, 31))
    of_2028 = replace(case, mrp=replace(case.mrp, head=mrp_head(ar=2028)))
    found = told(of_2028)
    assert found["R41-skal"].level is Level.FEL
    assert found["R42-sent"].level is Level.VARNING
    assert "2026-12-31" in what(found["R42-sent"])


def test_results_that_pull_the_same_matt_apart_stop_the_plan() -> None:
    absence = "Andelen elever med mer än 15 procents frånvaro är högst 9 procent höstterminen 2027."
    opposite = "Andelen elever med frånvaro ska vara minst 12 procent"
    low = matt_on_resultat(8, hor_till="resultat-8", text="Frånvaro > 15 %", riktning="lägre", mal_1=Decimal(60))
    high = matt_on_resultat(9, hor_till="resultat-9", text="Frånvaro > 15 %", riktning="högre", mal_1=Decimal(80))
    case = climate(resultat(absence, 8), resultat(opposite, 9), matt=(low, high))
    assert {code: finding.level for code, finding in told(case).items()} == {"R48": Level.FEL}


def test_a_goal_for_three_years_is_warned_of_not_stopped() -> None:
    found = told(goal_case(giltig_fran=date(2025, 1, 1), giltig_till=date(2027, 12, 31)))
    assert {code: finding.level for code, finding in found.items()} == {"R40-langd": Level.VARNING}


def test_a_half_filled_draft_is_not_asked_for_what_comes_last() -> None:
    draft = vp(aktiviteter=(), uppdrag=(), budget=(), uppgifter=row(r.VpUppgifter))
    codes = {
        finding.code for finding in judge(VpCase(vp=draft, mrp=mrp(), installningar=installningar()), Stage.SUBMIT)
    }
    assert codes == {"R70-aktiviteter", "R70-uppdrag", "R73-uppdrag", "R79-tom"}
