"""The municipality's delårsrapport and årsredovisning: all that contributes, who is missing, what adds up."""

from dataclasses import replace
from typing import Any

import pytest
from docx.oxml.ns import qn

from schemas.text import Run, StyledText, styled
from schemas.workbooks import Period
from service.chain.references import resolver, scope_of, taken_over
from service.chain.values import State
from tests.documents import plans
from tests.documents.bun_report import bun_report
from tests.documents.contexts import arsredovisning_context, joint_context, joint_context_of
from tests.documents.kommun_report import bokslut, joint_report
from tests.documents.paper import compare, drawings, empty_cells, outline, table_named, written

DELAR, AR = "delarsrapport-kommunen", "arsredovisning"
EMPTY: dict[str, Any] = dict.fromkeys(
    ("inriktningsmal", "matt", "finansmal", "resultatrakning", "kassaflode", "balans", "drift", "investeringar",
     "balanskrav", "personal", "bilagor"), ()
)  # fmt: skip
MISSING = "Samhällsbyggnadsnämnden (har inte lämnat rapport)"


def number(text: str) -> int:
    return 0 if text == "–" else int("".join(text.split()).replace("−", "-").replace("+", ""))


def delar(**changes: Any) -> str:
    return outline(written(DELAR, joint_context(**changes)))


def test_a_draft_in_april_reads_as_kept() -> None:
    compare("delarsrapport-kommunen-t1-utkast", delar(state=State.UTKAST, period=Period.T1))


@pytest.mark.parametrize(("kind", "context"), [(DELAR, joint_context(**EMPTY)), (AR, arsredovisning_context(**EMPTY))])
def test_an_empty_report_has_no_empty_tables(kind: str, context: Any) -> None:
    document = written(kind, context)
    assert empty_cells(document) == []
    assert all(len(table.rows) > 1 for table in document.tables)
    assert "Resultaträkning saknas." in outline(document)


def test_a_namnd_without_a_report_is_named_near_the_front_and_in_every_row_of_its_own() -> None:
    document = written(DELAR, joint_context())
    text = outline(document)
    front = text[: text.index("Förvaltningsberättelse\n", text.index("Rapporten följer upp"))]
    assert "Har inte lämnat rapport: Samhällsbyggnadsnämnden." in front
    rapporter = table_named(document, "Nämndernas rapporter")
    assert ["Samhällsbyggnadsnämnden", "○ Har inte lämnat rapport", "–"] in rapporter
    assert [row[-2:] for row in table_named(document, "Resultat under inriktningsmål 2")[1:]] == [
        ["– inte rapporterat"] * 2
    ]
    for caption in ("Driftredovisning", "Investeringar per nämnd"):
        assert MISSING in [row[0] for row in table_named(document, caption)]
    assert "Har inte lämnat rapport för januari–augusti 2027." in text


def test_a_namnd_without_a_report_has_the_accounts_own_amounts_or_none_but_never_nothing_as_zero() -> None:
    document = written(DELAR, joint_context())
    spent = {row[0]: row[1:] for row in table_named(document, "Driftredovisning")}
    assert spent[MISSING][2] == "79 600"
    invested = {row[0]: row[1:] for row in table_named(document, "Investeringar per nämnd")}
    assert invested[MISSING] == ["44 500", "–", "–", "–"]
    assert "Summan omfattar inte Samhällsbyggnadsnämnden" in outline(document)
    unknown = [replace(row, utfall=None, prognos=None) for row in bokslut(Period.T2).drift if row.namnd == "SBN"]
    others = [row for row in bokslut(Period.T2).drift if row.namnd != "SBN"]
    text = delar(drift=(*others, *unknown))
    assert f"{MISSING} | 118 700 | 79 000 | – | – | – | –" in text
    assert "Summan skiljer sig från verksamhetens nettokostnader i resultaträkningen med 79 600 tkr." in text


@pytest.mark.parametrize(
    ("kind", "context", "caption", "columns"),
    [
        (DELAR, joint_context(), "Driftredovisning", range(1, 7)),
        (DELAR, joint_context(period=Period.T1), "Driftredovisning", range(1, 7)),
        (DELAR, joint_context(), "Investeringar per nämnd", range(1, 5)),
        (DELAR, joint_context(), "Investeringar per objekt", range(2, 6)),
        (DELAR, joint_context(), "Resultat per bedömning", range(1, 2)),
        (AR, arsredovisning_context(), "Driftredovisning", range(1, 4)),
        (AR, arsredovisning_context(), "Investeringar per objekt", range(2, 5)),
    ],
)
def test_a_sum_is_the_sum_of_the_rows_shown(kind: str, context: Any, caption: str, columns: range) -> None:
    _, *rows, total = table_named(written(kind, context), caption)
    assert total[0] == "Summa"
    for column in columns:
        assert sum(number(row[column]) for row in rows) == number(total[column]), column


def test_the_total_of_the_driftredovisning_is_the_net_cost_of_the_resultatrakning() -> None:
    document = written(DELAR, joint_context())
    total = table_named(document, "Driftredovisning")[-1]
    net = next(row for row in table_named(document, "Resultaträkning") if row[0] == "Verksamhetens nettokostnader")
    assert number(total[3]) == -number(net[2])
    assert "Summan är verksamhetens nettokostnader i resultaträkningen." in outline(document)


def test_the_balanskrav_is_reconciled_row_by_row_from_the_years_result() -> None:
    rows = table_named(written(AR, arsredovisning_context()), "Balanskravsutredning")
    amounts = {row[0]: number(row[2]) for row in rows[1:]}
    first, last = amounts["Årets resultat enligt resultaträkningen"], amounts["Årets balanskravsresultat"]
    assert amounts["Samtliga realisationsvinster"] == -500
    assert last == first - 500


def test_the_law_s_parts_stand_in_the_year_s_report_also_without_text() -> None:
    text = outline(written(AR, arsredovisning_context(texter=replace(bokslut(Period.AR).texter, oversikt=styled("")))))
    parts = (
        "Översikt över verksamhetens utveckling\nText saknas.", "Viktiga förhållanden för resultat och ekonomisk",
        "Händelser av väsentlig betydelse", "Styrning och uppföljning", "God ekonomisk hushållning",
        "Balanskravsresultat",
        "Väsentliga personalförhållanden", "Förväntad utveckling", "Resultaträkning", "Balansräkning",
        "Kassaflödesanalys", "Driftredovisning", "Investeringsredovisning", "Hur nära är visionen?",
    )  # fmt: skip
    assert [part for part in parts if part not in text] == []


def test_in_april_what_is_not_drawn_up_is_said_not_to_be_and_has_no_heading() -> None:
    text = delar(period=Period.T1)
    assert "Balansräkning och kassaflödesanalys upprättas inte i den här rapporten." in text
    assert "# Balansräkning" not in text
    assert "Soliditet |" not in text
    assert "Soliditeten avser" not in text
    assert "lagstadgade" not in text
    assert "Den är kommunens lagstadgade delårsrapport" in delar()


def test_where_kommunstyrelsen_judges_otherwise_than_results_or_matt_it_is_said() -> None:
    better = outline(written(AR, arsredovisning_context()))
    assert (
        "Kommunstyrelsens bedömning (”uppfyllt”) är bättre än nämndernas resultat sammanvägda (”delvis uppfyllt”)."
        in better
    )
    assert "Kommunstyrelsens bedömning (”uppfyllt”) är bättre än vad fullmäktiges egna mått visar (”ej" in better
    agreed = [replace(row, status="bedöms delvis uppfyllas") for row in bokslut(Period.T2).inriktningsmal]
    assert "Kommunstyrelsens bedömning (”" not in delar(inriktningsmal=agreed, matt=())


def test_every_goal_has_all_results_with_the_namnd_before_the_number_and_counts() -> None:
    document = written(DELAR, joint_context())
    rows = table_named(document, "Resultat under inriktningsmål 1")[1:]
    assert [row[0] for row in rows] == ["BUN 1.1", "BUN 1.2"]
    assert "Nämndernas bedömningar: bedöms uppfyllas: 1, bedöms delvis uppfyllas: 1." in outline(document)
    assert "Följande resultat har utgått under året: BUN 1.9." in outline(document)
    assert "Ett mål är uppfyllt när alla dess resultat är uppfyllda" in outline(document)


def test_a_result_is_kept_when_its_goal_has_been_withdrawn() -> None:
    report = joint_report()
    goals = [replace(mal, utgar=mal.id == "m1") for mal in report.mrp.inriktningsmal]
    text = outline(written(DELAR, joint_context_of(replace(report, mrp=replace(report.mrp, inriktningsmal=goals)))))
    assert "Resultat utan gällande inriktningsmål" in text
    assert "BUN 1.1 | Minst 76 procent" in text


def test_charts_say_in_words_what_the_tables_have() -> None:
    document = written(DELAR, joint_context())
    told = drawings(document.element.body)
    assert any("Resultat per inriktningsmål och bedömning" in words for words in told)
    assert any("Budget och prognos 2027 per nämnd" in words and "1 063 000" in words for words in told)


def test_references_are_live_here_and_a_namnd_s_own_chapters_are_the_namnd_s() -> None:
    document = written(DELAR, joint_context())
    fields = [field.text or "" for field in document.element.body.iter(qn("w:instrText"))]
    assert len([code for code in fields if code.strip().startswith("REF")]) >= 3
    report = bun_report()
    own = replace(report.uppfoljning.texter, sammanfattning=styled("Se [[kapitel Ekonomi]] och [[aktivitet 1.1.1]]."))
    followed = replace(report, uppfoljning=replace(report.uppfoljning, texter=own))
    text = outline(written(DELAR, joint_context_of(replace(joint_report(), rapporter=(followed,)))))
    assert "Se kapitel Ekonomi (nämndens rapport) och aktivitet 1.1.1 (Verksamhetsplan 2027 BUN, version 1)." in text


def test_what_is_taken_over_from_another_paper_points_at_that_paper() -> None:
    done = taken_over(resolver(scope_of(())), "nämndens rapport")(styled("Se [[bilaga 1]]."))
    assert str(done) == "Se bilaga\u00a01 (nämndens rapport)."
    assert all(run.reference is None for run in done.runs)
    assert taken_over(lambda text: text, "x")(StyledText((Run("2.3", reference="resultat 2.3"),))).runs[0].reference


def test_titles_are_the_municipalitys_own() -> None:
    own = {"rubrik_arsredovisning": "Årsbok", "rubrik_delarsrapport": "Tertialrapport"}
    kommun = replace(plans.installningar().kommun, **own)
    settings = plans.installningar(kommun=kommun)
    year = joint_context_of(replace(joint_report(Period.AR), installningar=settings))
    assert (year.rubrik, year.titelsida.titel) == ("Årsbok 2027, Exempelkommun", "Årsbok")
    assert joint_context_of(replace(joint_report(), installningar=settings)).titelsida.titel == "Tertialrapport"
