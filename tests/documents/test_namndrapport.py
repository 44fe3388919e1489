"""A nämnd's delårsrapport and årsberättelse: judgement beside figures, what is dropped, what adds up."""

import io
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from schemas.workbooks import Period
from service import word
from service.batch import with_pictures
from service.chain.values import State
from service.documents.mattutfallen import Mattutfallsrad
from service.documents.namndrapport import NamndrapportContext
from tests.documents import plans
from tests.documents.bun_report import bun_report
from tests.documents.contexts import arsberattelse_context, report_context, report_context_of, vp_context
from tests.documents.paper import compare, empty_cells, outline, table_named, template, written

EMPTY: dict[str, Any] = dict.fromkeys(
    ("resultat", "matt", "aktiviteter", "uppdrag", "ekonomi", "investeringar", "personal", "bilagor"), ()
)
DELAR, AR = "delarsrapport", "arsberattelse"


def number(text: str) -> int:
    return int(text.replace(" ", "").replace("−", "-").replace("+", ""))


def test_a_draft_in_april_reads_as_kept() -> None:
    compare("delarsrapport-t1-utkast", outline(written(DELAR, report_context(State.UTKAST, Period.T1))))


@pytest.mark.parametrize(("kind", "context"), [(DELAR, report_context(**EMPTY)), (AR, arsberattelse_context(**EMPTY))])
def test_an_empty_report_has_no_empty_tables(kind: str, context: Any) -> None:
    document = written(kind, context)
    assert empty_cells(document) == []
    assert all(len(table.rows) > 1 for table in document.tables)
    text = outline(document)
    for said in ("inga förväntade resultat", "inga aktiviteter", "ingen detaljbudget", "inga investeringar"):
        assert said in text


def test_during_the_year_judgements_are_a_forecast_and_at_its_end_they_are_not() -> None:
    during, at_end = outline(written(DELAR, report_context())), outline(written(AR, arsberattelse_context()))
    assert "Bedömningarna är en prognos för hela 2027, gjord efter den 31 augusti 2027." in during
    assert "bedöms delvis uppfyllas" in during
    assert "en prognos för hela" not in at_end
    assert "◐ delvis uppfyllt" in at_end


def test_where_judgement_and_figures_disagree_it_is_said_and_which_is_the_better() -> None:
    text = outline(written(DELAR, report_context()))
    said = "Nämndens bedömning (”bedöms uppfyllas”) är bättre än vad måtten visar (”bedöms delvis uppfyllas”)."
    assert text.count("än vad måtten visar") == 1
    assert said in text
    worse = [replace(row, status="bedöms inte uppfyllas") for row in bun_report().uppfoljning.resultat]
    assert "(”bedöms inte uppfyllas”) är sämre än vad" in outline(written(DELAR, report_context(resultat=worse)))


def test_a_judgement_has_its_symbol_its_word_and_the_style_of_its_colour() -> None:
    done = word.render(template(DELAR), with_pictures(report_context()))
    found = {
        (paragraph.style.name, paragraph.text)
        for table in Document(io.BytesIO(done)).tables
        for cell in table._cells
        for paragraph in cell.paragraphs
        if paragraph.style.name.startswith("Bedömning ")
    }
    assert ("Bedömning grön", "●\u00a0bedöms uppfyllas") in found
    assert ("Bedömning gul", "▲\u00a0pågår med avvikelse") in found
    assert ("Bedömning röd", "○\u00a0bedöms inte uppfyllas") in found
    assert ("Bedömning grå", "✕\u00a0utgår") in found
    assert all(len(text.split("\u00a0", 1)[1]) > 3 for _, text in found)


def test_what_has_been_dropped_from_the_plan_is_said_to_be_dropped() -> None:
    document = written(DELAR, report_context())
    activities = {row[0]: row for row in table_named(document, "Aktiviteternas läge")}
    assert activities["1.1.3"][3:] == ["✕ utgår", "Lokalen behövs till annat."]
    assert table_named(document, "Resultat som har utgått")[1][0] == "1.9"
    text = outline(document)
    assert "aktiviteter utgår och deras nummer används inte igen: 1.1.3." in text
    assert "mått har utgått och deras nummer används inte igen: M1.2c." in text


def test_an_action_that_is_needed_but_missing_is_said_to_be() -> None:
    text = outline(written(DELAR, report_context()))
    assert text.count("Åtgärd är inte angiven.") == 1
    assert "Åtgärd: Lovskolan utökas med svenska." in text
    assert "Ansvarig för åtgärden: Verksamhetschef grundskola. Klar: 31 oktober 2027." in text


def test_a_result_is_kept_when_its_goal_has_been_withdrawn() -> None:
    report = bun_report()
    goals = [replace(mal, utgar=mal.id == "m1") for mal in report.mrp.inriktningsmal]
    context = report_context_of(replace(report, mrp=replace(report.mrp, inriktningsmal=goals)))
    text = outline(written(DELAR, context))
    assert "Resultat utan gällande inriktningsmål" in text
    assert "Förväntat resultat 1.1" in text


@pytest.mark.parametrize(
    ("kind", "context", "caption", "columns"),
    [
        (DELAR, report_context(), "Ekonomi per verksamhet", range(1, 7)),
        (DELAR, report_context(period=Period.T1), "Ekonomi per verksamhet", range(1, 7)),
        (DELAR, report_context(), "Investeringar", range(2, 6)),
        (DELAR, report_context(), "Resultat per bedömning", range(1, 2)),
        (DELAR, report_context(), "Aktiviteter per läge", range(1, 2)),
        (AR, arsberattelse_context(), "Ekonomi per verksamhet", range(1, 5)),
        (AR, arsberattelse_context(), "Investeringar", range(2, 6)),
    ],
)
def test_a_sum_is_the_sum_of_the_rows_shown(kind: str, context: Any, caption: str, columns: range) -> None:
    _, *rows, total = table_named(written(kind, context), caption)
    assert total[0] == "Summa"
    for column in columns:
        assert sum(number(row[column]) for row in rows) == number(total[column]), column


def test_deviation_is_budget_less_outcome_and_minus_is_worse() -> None:
    rows = table_named(written(DELAR, report_context()), "Ekonomi per verksamhet")
    school = next(row for row in rows if row[0].startswith("440"))
    assert school[1:] == ["726 000", "481 000", "494 600", "−13 600", "742 500", "−16 500"]
    assert "minus är sämre" in outline(written(DELAR, report_context()))


def test_a_number_names_the_same_thing_in_the_plan_and_in_the_report() -> None:
    plan = written("verksamhetsplan", vp_context())
    report = written(DELAR, report_context())
    planned = {row[0]: row[1] for n in ("1.1", "1.2") for row in table_named(plan, f"Aktiviteter för resultat {n}")}
    followed = {row[0]: row[1] for row in table_named(report, "Aktiviteternas läge")}
    assert planned.items() <= followed.items()
    for result in ("1.1", "1.2"):
        measures = {row[0]: row[1].split("\n")[0] for row in table_named(plan, f"Mått på resultat {result}")}
        shown = {row[0]: row[1].split("\n")[0] for row in table_named(report, f"Mått på resultat {result}")}
        assert measures.keys() == shown.keys()
        assert all(shown[nummer] == measures[nummer] for nummer in measures if nummer.startswith("M"))


def test_titles_are_the_municipalitys_own() -> None:
    kommun = replace(plans.installningar().kommun, rubrik_arsberattelse="Verksamhetsberättelse")
    report = replace(bun_report(Period.AR), installningar=plans.installningar(kommun=kommun))
    context = report_context_of(report)
    assert context.rubrik == "Verksamhetsberättelse 2027, Barn- och utbildningsnämnden"
    assert context.titelsida.titel == "Verksamhetsberättelse"
    assert report_context(period=Period.T1).titelsida.period == "januari–april 2027"


def test_references_are_live_within_the_paper_and_named_elsewhere() -> None:
    document = written(DELAR, report_context())
    text = outline(document)
    assert "Resultat 2.1 (Mål- och resursplan 2027–2029, version 2) påverkar skolmåltiderna." in text
    fields = [field.text for field in document.element.body.iter(qn("w:instrText")) if "REF " in (field.text or "")]
    assert len([code for code in fields if code.strip().startswith("REF")]) >= 4


def test_a_matt_is_drawn_against_its_target_when_two_earlier_values_are_known() -> None:
    assert [matt.diagram for matt in matt_of(report_context(period=Period.T1))] == [None, None, None]
    drawn = {matt.nummer: matt.diagram for matt in matt_of(report_context()) if matt.diagram}
    assert drawn.keys() == {"M1.2b"}
    chart = drawn["M1.2b"]
    assert chart.categories == ("2025", "april 2027", "prognos 2027")
    assert chart.series[0].values == (Decimal("4.1"), Decimal("4.0"), Decimal("3.6"))
    assert chart.target is not None
    assert chart.target.values == (Decimal("3.5"),) * 3
    assert chart.title == "M1.2b Elever i särskild undervisningsgrupp, förbättrad sedan 2025"


def test_the_economy_is_drawn_as_the_table_has_it() -> None:
    for kind, context, against in ((DELAR, report_context(), "Prognos"), (AR, arsberattelse_context(), "Utfall")):
        chart, rows = context.diagram.ekonomi, context.ekonomi.rader
        assert chart is not None
        assert [series.name for series in chart.series] == ["Budget 2027", f"{against} 2027"]
        assert chart.series[1].values == tuple(row.prognos for row in rows)
        document = written(kind, context)
        assert f"Budget och {against.lower()} 2027 per verksamhet" in outline(document)
        described = [drawing.get("descr") or "" for drawing in document.element.body.iter(qn("wp:docPr"))]
        assert any("743 900" in words.replace("\u00a0", " ") for words in described) == (kind == AR)
        assert all(described)


def test_a_report_without_charts_has_no_list_of_them() -> None:
    text = outline(written(DELAR, report_context(ekonomi=(), matt=())))
    assert "Diagram" not in text


def matt_of(context: NamndrapportContext) -> list[Mattutfallsrad]:
    return [matt for goal in context.maluppfyllelse.mal for result in goal.resultat for matt in result.matt]
