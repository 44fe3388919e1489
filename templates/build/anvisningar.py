"""The template of kommunstyrelsen's instructions and preliminary frames in February."""

from .look import headings
from .mrp_budget import assumptions, changes
from .mrp_namnder import task_table
from .opening import cover
from .paper import Paper
from .tables import Column, Table, number

RAMAR = "Belopp i tkr. Nettokostnad anges med plus. Ramarna är preliminära tills kommunfullmäktige beslutar planen."


def write() -> Paper:
    """The whole template."""
    paper = Paper("Anvisningar och ekonomiska ramar", headings(parts=False), 1)
    paper.head_and_foot(
        "{{ rubrik }}\t{{ status.rad }}",
        "{{ titelsida.kommun }}, dnr {{ titelsida.diarienummer }}",
        first_head="{{ titelsida.kommun }}",
        first_foot="Diarienummer {{ titelsida.diarienummer }}",
    )
    cover(paper)
    paper.add("TOC Heading", "Innehåll")
    paper.add("Normal", "[[innehåll 1-2]]")
    _instructions(paper)
    _frames(paper)
    _goals(paper)
    _tasks(paper)
    return paper


def _instructions(paper: Paper) -> None:
    paper.heading(1, "Anvisningar", new_page=True)
    with paper.when("anvisningar"):
        paper.add("Normal", "{{ anvisningar }}")
        paper.otherwise()
        paper.add("Normal", "Text saknas.")
    paper.heading(1, "Tidsplan")
    with paper.when("tidsplan_beslut"):
        paper.add("Normal", "Tidsplanen är fastställd av kommunstyrelsen {{ tidsplan_beslut }}.")
    columns = (
        Column("Senast", 3.4, "{{ t.nar }}"),
        Column("Hålltid", 8.2, "{{ t.vad }}"),
        Column("Vem", 5.0, "{{ t.vem }}"),
    )
    with paper.when("tidsplan"):
        paper.table(Table("Tidsplan", "En hålltid på varje rad, i tidsordning.", columns, "t in tidsplan"))
        paper.otherwise()
        paper.add("Normal", "Inga hålltider är satta.")


def _frames(paper: Paper) -> None:
    heads = ("Budget\n{{ ar - 1 }}", "Preliminär\nram {{ ar }}", "Föränd\u00adring", "Plan\n{{ ar + 1 }}",
             "Plan\n{{ ar + 2 }}")  # fmt: skip
    names = ("budget_forra|tkr", "ram_1|tkr", "forandring|tkr_tecken", "ram_2|tkr", "ram_3|tkr")
    amounts = tuple(
        number(head, 2.1, f"{{{{ r.{name} }}}}", f"{{{{ ramar.summa.{name} }}}}")
        for head, name in zip(heads, names, strict=True)
    )
    first = Column("Nämnd och anslagsbindningsnivå", 6.1, "{{ r.rubrik }}", total="Summa")
    about = "En rad för varje nämnd och anslagsbindningsnivå, en summa sist."
    table = Table("Preliminära ramar", about, (first, *amounts), "r in ramar.rader", total=True)
    paper.heading(1, "Ekonomiska ramar")
    paper.heading(2, "Preliminära ramar per nämnd")
    with paper.when("ramar.rader"):
        paper.table(table, RAMAR)
        paper.otherwise()
        paper.add("Normal", "Inga ramar är satta.")
    with paper.when("ramar.forandringar"):
        paper.heading(2, "Varför ramarna ändras")
        changes(paper, "ramar.forandringar")
    with paper.when("antaganden"):
        paper.heading(2, "Antaganden")
        assumptions(paper)


def _goals(paper: Paper) -> None:
    columns = (
        Column("Nr", 1.2, "{{ anchor(mal.ankare, mal.nummer) }}"),
        Column("Inriktningsmål", 7.4, "{{ mal.text }}"),
        Column("Ansvarig", 4.6, "{{ mal.ansvariga }}"),
        Column("Gäller", 3.4, "{{ mal.period }}"),
    )
    paper.heading(1, "Vision och inriktningsmål")
    with paper.when("vision"):
        paper.add("Vision", "{{ vision.text }}")
    with paper.when("inriktningsmal"):
        table = Table("Inriktningsmål", "Ett mål på varje rad.", columns, "mal in inriktningsmal", together=True)
        paper.table(table)
        paper.otherwise()
        paper.add("Normal", "Inga inriktningsmål är beslutade.")


def _tasks(paper: Paper) -> None:
    paper.heading(1, "Uppdrag till nämnderna")
    with paper.when("uppdrag"):
        paper.table(task_table("Uppdrag till nämnderna", "u in uppdrag", all_namnder=True))
        paper.otherwise()
        paper.add("Normal", "Inga särskilda uppdrag.")
