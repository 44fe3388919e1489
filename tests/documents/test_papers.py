"""The finished papers: read as outlines kept beside the test, and what must hold of every one."""

import io
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from schemas.text import styled
from service import word
from service.batch import with_pictures
from service.chain import figures
from service.chain.values import State
from tests.documents import plans
from tests.documents.contexts import CONTEXTS, enhetsutdrag_context, malkedja_context, mrp_context, vp_context
from tests.documents.paper import compare, drawings, empty_cells, outline, table_named, template, written

WORD = (
    "mrp", "verksamhetsplan", "enhetsutdrag", "anvisningar", "uppdragsdialog", "styrdokument", "delarsrapport",
    "arsberattelse", "delarsrapport-kommunen", "arsredovisning", "malkedja",
)  # fmt: skip
MEETING = ("kallelse", "foredragningslista", "tjansteskrivelse", "protokoll", "protokollsutdrag", "anslag")
EMPTY_MRP: dict[str, Any] = dict.fromkeys(
    (
        "visioner", "inriktningsmal", "resultat", "matt", "ramar", "ramforandringar", "ramandringar", "brygga",
        "resultatbudget", "kassaflode", "balans", "investeringar", "antaganden", "uppdrag", "beslutspunkter",
        "namndtexter", "bekraftelser", "bilagor",
    ), (),
)  # fmt: skip
EMPTY_VP: dict[str, Any] = dict.fromkeys(("matt", "aktiviteter", "uppdrag", "budget", "investeringar", "bilagor"), ())


@pytest.mark.parametrize("kind", WORD + MEETING)
def test_a_paper_reads_as_kept(kind: str) -> None:
    compare(kind, outline(written(kind, CONTEXTS[kind](State.ANTAGEN))))


def test_a_draft_reads_as_kept() -> None:
    compare("verksamhetsplan-utkast", outline(written("verksamhetsplan", vp_context(State.UTKAST))))


@pytest.mark.parametrize("kind", WORD)
@pytest.mark.parametrize(
    ("state", "mark"),
    [(State.UTKAST, "UTKAST"), (State.INLAMNAD, "FÖRSLAG"), (State.ANTAGEN, "ANTAGEN"), (State.UPPHAVD, "UPPHÄVD")],
)
def test_cover_and_every_head_say_the_state(kind: str, state: State, mark: str) -> None:
    document = written(kind, CONTEXTS[kind](state))
    assert mark in "".join(paragraph.text for paragraph in document.paragraphs[:8])
    assert mark in document.sections[0].header.paragraphs[0].text


def test_a_draft_marks_its_provisional_numbers_and_says_so() -> None:
    text = outline(written("verksamhetsplan", vp_context(State.UTKAST)))
    assert "1.1.1* |" in text
    assert "* Numret är preliminärt" in text
    assert "preliminärt" not in outline(written("verksamhetsplan", vp_context(State.ANTAGEN)))


@pytest.mark.parametrize("kind", WORD)
def test_no_cell_is_empty(kind: str) -> None:
    assert empty_cells(written(kind, CONTEXTS[kind](State.ANTAGEN))) == []


@pytest.mark.parametrize(
    ("kind", "context"), [("mrp", mrp_context(**EMPTY_MRP)), ("verksamhetsplan", vp_context(**EMPTY_VP))]
)
def test_an_empty_plan_has_no_empty_tables(kind: str, context: Any) -> None:
    document = written(kind, context)
    assert empty_cells(document) == []
    assert all(len(table.rows) > 1 for table in document.tables)


def test_headings_of_the_verksamhetsbeskrivning_stand_also_when_empty() -> None:
    text = outline(written("verksamhetsplan", vp_context(uppdrag=())))
    assert "## 4.1 Statliga uppdrag och ålägganden\nInga särskilda statliga uppdrag eller ålägganden." in text
    assert "## 4.2 Uppdrag från kommunfullmäktige, kommunstyrelsen och nämnden\nInga uppgifter är lämnade." in text


def test_an_empty_extract_says_so() -> None:
    assert "Enheten har inga egna aktiviteter" in outline(written("enhetsutdrag", enhetsutdrag_context(aktiviteter=())))


def test_a_units_extract_has_its_own_activities_and_those_below_it() -> None:
    assert "1.1.2" in outline(written("enhetsutdrag", enhetsutdrag_context(enhet="A1")))
    alone = outline(written("enhetsutdrag", enhetsutdrag_context(enhet="E12")))
    assert "1.1.2" in alone
    assert "1.1.1 " not in alone


@pytest.mark.parametrize("written_text", ["A & B < C", "{{ ar }} {% if %}", "<w:p/>", "]]> &amp;"])
def test_what_people_write_comes_through_as_written(written_text: str) -> None:
    texter = replace(plans.MRP_TEXTER, inledning=styled(written_text))
    assert written_text in outline(written("mrp", mrp_context(texter=texter)))


def test_the_sums_of_the_driftbudget_are_the_chains() -> None:
    mrp = plans.mrp()
    total = figures.summa_ramar(mrp.ramar)
    shown = table_named(written("mrp", mrp_context()), "Driftbudget")
    assert shown[-1] == ["Summa", *_shown(total.bokslut, total.budget_forra, total.ram_1), "+29 700",
                         *_shown(total.ram_2, total.ram_3)]  # fmt: skip
    assert [sum(_number(row[column]) for row in shown[1:-1]) for column in (1, 2, 3, 5, 6)] == [
        _number(shown[-1][column]) for column in (1, 2, 3, 5, 6)
    ]


def test_the_sums_of_the_budgets_are_the_chains() -> None:
    mrp, document = plans.mrp(), written("mrp", mrp_context())
    assert table_named(document, "Resultatbudget")[-1] == ["Årets resultat", *_shown(*figures.arets_resultat(mrp))]
    assert table_named(document, "Finansieringsbudget")[-1][1:] == _shown(*figures.forandring_likvida(mrp))
    assert table_named(document, "Balansbudget")[-1][1:] == _shown(*figures.summa_skulder(mrp))
    plan = table_named(document, "Investerings- och exploateringsplan")
    assert plan[-1][1:] == _shown(*figures.summa_investeringar(mrp.investeringar))


def test_the_sums_of_the_detaljbudget_are_the_chains() -> None:
    vp, mrp, settings = plans.verksamhetsplan(), plans.mrp(), plans.installningar()
    document, total = written("verksamhetsplan", vp_context()), figures.summa_budget(vp.budget)
    assert table_named(document, "Detaljbudget")[-1] == [
        "Summa", *_shown(total.intakter, total.personal, total.lokal, total.ovrigt, total.kapital, total.netto,
                         total.netto_forra),
    ]  # fmt: skip
    assert figures.differens_per_niva(vp, mrp, settings) == {"Nämnden": 0}
    assert table_named(document, "Jämförelse med ramen")[1][-1] == "0"


def test_references_lead_to_the_number_in_the_same_paper() -> None:
    done = word.render(template("mrp"), with_pictures(mrp_context()))
    text = outline(Document(io.BytesIO(done)))
    assert "Målen står i kapitel 4 och ramarna i tabell 7." in text
    assert "Elevhälsan byggs ut enligt resultat 1.2." in text


def test_rows_stay_whole_heads_are_repeated_and_tables_described() -> None:
    for kind in WORD:
        for table in written(kind, CONTEXTS[kind](State.ANTAGEN)).tables:
            assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table._tbl.tr_lst)
            assert table._tbl.tr_lst[0].find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
            assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
            assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))


def test_no_paragraph_of_the_body_is_empty() -> None:
    for kind in WORD:
        document = written(kind, CONTEXTS[kind](State.ANTAGEN))
        empty = [p.style.name for p in document.paragraphs if not (p.text.strip() or drawings(p._p))]
        assert empty == []


def test_the_same_plan_gives_the_same_bytes() -> None:
    first, second = (word.render(template("mrp"), with_pictures(mrp_context())) for _ in range(2))
    assert first == second


def _shown(*amounts: int | None) -> list[str]:
    return [f"{amount:,}".replace(",", " ").replace("-", "−") for amount in amounts if amount is not None]


def _number(text: str) -> int:
    return int(text.replace(" ", "").replace("−", "-"))


def test_the_chain_counts_every_result_once_and_leads_back_from_each_activity() -> None:
    context = malkedja_context()
    assert sum(goal.antal.summa for goal in context.mal) + len(context.losa) == context.antal.summa
    assert {way.aktivitet for way in context.uppat} == {way.aktivitet for way in context.nedat}
    assert sum(row.antal for row in context.aktiviteter) == context.aktiviteter_summa


def test_the_chain_before_any_follow_up_says_so_of_every_link() -> None:
    context = malkedja_context(period=None)
    results = [result for goal in context.mal for result in goal.resultat]
    assert {result.bedomning.ord for result in results} == {"ännu ej följt upp"}
    assert context.antal.ej_foljt == context.antal.summa == len(results)
    assert empty_cells(written("malkedja", context)) == []
    assert "Ingen uppföljning är rapporterad ännu." in outline(written("malkedja", context))


def test_a_result_whose_goal_has_been_withdrawn_is_not_lost_from_the_chain() -> None:
    goals = [replace(goal, utgar=goal.nummer.text == "1") for goal in plans.mrp().inriktningsmal]
    context = malkedja_context(inriktningsmal=goals)
    assert [result.nummer for result in context.losa] == ["1.1", "1.2"]
    assert "Resultat som inte leder till något gällande mål" in outline(written("malkedja", context))
