"""The template of the mål- och resursplan."""

from .common import appendices, chain_tables, chapter, year_wheel
from .look import headings
from .mrp_budget import budgets, conditions, frames, stewardship
from .mrp_goals import goals, results, vision
from .mrp_namnder import UTGIFT, investment_table, namnder, task_table
from .opening import open_paper
from .paper import Paper
from .tables import Column


def write() -> Paper:
    """The whole template."""
    paper = Paper("Mål- och resursplan", headings(parts=True), 2)
    paper.head_and_foot(
        "{{ rubrik }}\t{{ status.rad }}",
        "{{ titelsida.kommun }}, dnr {{ titelsida.diarienummer }}",
        first_head="{{ titelsida.kommun }}",
        first_foot="Diarienummer {{ titelsida.diarienummer }}",
    )
    open_paper(paper, "1-2")
    _part_1(paper)
    namnder(paper)
    _part_3(paper)
    _appendices(paper)
    return paper


def _part_1(paper: Paper) -> None:
    paper.heading(1, "Del I Vision, mål och ekonomi")
    chapter(paper, 2, "Inledning", "texter.inledning", required=True)
    vision(paper)
    chapter(paper, 2, "Styrmodell och målkedja", "texter.styrmodell", required=True)
    paper.add(
        "Normal",
        "Hela målkedjan, från vision till förväntade resultat och tillbaka, står i bilaga "
        "{{ ref(malkedja_bilaga.ankare, malkedja_bilaga.nummer) }}.",
    )
    paper.heading(3, "Styrmodellens årshjul")
    paper.add("Normal", "Hålltiderna gäller arbetet med planen och uppföljningen av den, från januari till december.")
    year_wheel(paper)
    goals(paper)
    results(paper)
    stewardship(paper)
    conditions(paper)
    frames(paper)
    budgets(paper)
    _decisions(paper)


def _decisions(paper: Paper) -> None:
    paper.heading(2, "Beslut och uppdrag till nämnderna")
    with paper.when("beslutspunkter"):
        paper.heading(3, "Kommunfullmäktiges beslut")
        with paper.each("punkt in beslutspunkter"):
            paper.add("List Number", "{{ punkt }}")
    paper.heading(3, "Uppdrag till nämnderna")
    with paper.when("uppdrag"):
        paper.table(task_table("Uppdrag till nämnderna", "u in uppdrag", all_namnder=True))
        paper.otherwise()
        paper.add("Normal", "Inga särskilda uppdrag.")
    with paper.when("bekraftelser"):
        paper.heading(3, "Beslut av det nyvalda kommunfullmäktige")
        with paper.each("beslut in bekraftelser"):
            paper.add("Normal", "Budgeten är fastställd av det nyvalda kommunfullmäktige {{ beslut }}.")


def _part_3(paper: Paper) -> None:
    paper.heading(1, "Del III Investerings- och exploateringsplan")
    with paper.when("texter.investeringar"):
        paper.heading(2, "Investeringar och exploatering")
        paper.add("Normal", "{{ texter.investeringar }}")
    paper.heading(2, "Investerings- och exploateringsplan per nämnd")
    with paper.when("investeringsplan.delar"):
        table = investment_table(
            "Investerings- och exploateringsplan",
            "Nämnd",
            "r in investeringsplan.delar",
            "investeringsplan.summa",
            kind=False,
        )
        paper.table(table, UTGIFT)
        paper.otherwise()
        paper.add("Normal", "Inga investeringar är planerade.")
    with paper.when("investeringsplan.delar"):
        paper.heading(2, "Investeringar per objekt")
        with paper.each("d in investeringsplan.delar"):
            paper.heading(3, "{{ d.namnd }}")
            title = "Objekt, {{ d.namnd }}"
            paper.table(investment_table(title, "Objekt", "r in d.rader", "d.summa", kind=True), UTGIFT)


def _appendices(paper: Paper) -> None:
    paper.heading(1, "Bilagor")
    appendices(paper)
    columns = (
        Column("Inriktningsmål", 5.4, "{{ k.mal }}"),
        Column("Förväntat resultat", 7.2, "{{ k.resultat }}"),
        Column("Nämnd", 4.0, "{{ k.namnd }}"),
    )
    chain_tables(paper, columns)
