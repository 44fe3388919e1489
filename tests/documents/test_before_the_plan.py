"""The papers before the plan is decided: kommunstyrelsens instructions, and what lies on the table at the dialogue."""

from dataclasses import replace
from datetime import date

from service.chain import records as r
from service.documents import anvisningar
from tests.documents import plans
from tests.documents.contexts import anvisningar_context, uppdragsdialog_context
from tests.documents.paper import outline, table_named, written
from tests.documents.rows import row

BESLUT = (
    row(r.Beslut, avser="tidsplan", organ="KS", datum=date(2025, 10, 29), paragraf=187),
    row(r.Beslut, avser="anvisningar och ramar", organ="KS", datum=date(2026, 2, 11), paragraf=21, dnr="KS 2026/7"),
)


def with_decisions(*, preliminary: bool) -> anvisningar.AnvisningarContext:
    plan = plans.mrp()
    if preliminary:
        plan = replace(plan, ramar=tuple(replace(ram, preliminar=ram.ram_1) for ram in plan.ramar))
    return anvisningar.context_for(plan, plans.installningar(beslut=BESLUT), plans.resolve_for(plan))


def test_the_instructions_are_kommunstyrelsens_own_decision_while_the_plan_is_a_draft() -> None:
    context = with_decisions(preliminary=True)
    assert context.status.beslut == "Fastställd av kommunstyrelsen 11 februari 2026 §\u00a021"
    assert context.status.ord == "ANTAGEN"
    assert context.titelsida.diarienummer == "KS 2026/7"
    assert context.tidsplan_beslut == "29 oktober 2025 §\u00a0187"


def test_frames_that_are_not_the_preliminary_ones_are_not_said_to_be_decided_by_kommunstyrelsen() -> None:
    assert "kommunstyrelsen" not in with_decisions(preliminary=False).status.beslut


def test_the_timetable_is_the_year_before_in_order_of_time() -> None:
    assert [rad.nar for rad in anvisningar_context().tidsplan] == ["februari 2026", "17 juni 2026", "30 september 2026"]


def test_the_frames_add_up_to_the_sum_printed() -> None:
    head, *rows = table_named(written("anvisningar", anvisningar_context()), "Preliminära ramar")
    for n in range(1, len(head)):
        amounts = [int(cells[n].replace(" ", "").replace("−", "-").replace("+", "")) for cells in rows]
        assert sum(amounts[:-1]) == amounts[-1]


def test_a_nämnd_sees_its_results_beside_the_goals_they_serve() -> None:
    head, *rows = table_named(written("uppdragsdialog", uppdragsdialog_context()), "Mål och resultat sida vid sida")
    assert head[:2] == ["Inriktningsmål", "Förväntat resultat"]
    assert [cells[1].split()[0] for cells in rows if cells[1][0].isdigit()] == ["1.1", "1.2"]


def test_a_goal_without_a_result_of_the_responsible_nämnd_stands_there_to_be_seen() -> None:
    context = uppdragsdialog_context(resultat=())
    assert {str(rad.text) for rad in context.rader} == {"Inget förväntat resultat är föreslaget."}
    assert "–" in {rad.resultat for rad in context.rader}


def test_before_the_dialogue_there_is_room_for_notes_and_after_it_the_note() -> None:
    blank = outline(written("uppdragsdialog", uppdragsdialog_context(dialoger=())))
    assert "Vad ni kom fram till:" in blank
    note = row(
        r.Dialog, namnd="BUN", datum=date(2026, 4, 14), narvarande="Presidiet", anteckning="Målen är **rimliga**."
    )
    held = outline(written("uppdragsdialog", uppdragsdialog_context(dialoger=(note,))))
    assert "[Uppgift] Datum: 14 april 2026" in held
    assert "Vad ni kom fram till:" not in held


def test_the_plan_s_own_questions_take_the_place_of_the_usual_ones() -> None:
    assert "Är resultaten mätbara" in str(uppdragsdialog_context().fragor)
    own = replace(plans.MRP_TEXTER, dialogfragor=plans.MRP_TEXTER.inledning)
    assert uppdragsdialog_context(texter=own).fragor != uppdragsdialog_context().fragor


def test_a_paper_for_the_dialogue_lies_on_its_side() -> None:
    [section] = written("uppdragsdialog", uppdragsdialog_context()).sections
    assert section.page_width > section.page_height
