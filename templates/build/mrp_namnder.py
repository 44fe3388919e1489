"""The mål- och resursplan: a chapter for each nämnd, tasks and investments."""

from dataclasses import replace

from .common import chapter
from .mrp_budget import NETTO, OKAR, frame_table, later_table
from .paper import Paper
from .tables import Column, Table, number

UTGIFT = "Belopp i tkr. Utgift anges med plus."


def task_table(title: str, loop: str, *, all_namnder: bool) -> Table:
    """Tasks to nämnder; those to all are anchored for references."""
    shown = "{{ anchor(u.ankare, u.nummer) }}" if all_namnder else "{{ u.nummer }}"
    whose = (Column("Nämnd", 4.0, "{{ u.namnd }}"),) if all_namnder else ()
    columns = (
        Column("Nummer", 1.6, shown),
        *whose,
        Column("Uppdrag", 5.6 if all_namnder else 9.6, "{{ u.text }}"),
        Column("Uppdragsgivare", 2.9, "{{ u.givare }}"),
        Column("Återrapport\nsenast", 2.5, "{{ u.aterrapport }}"),
    )
    return Table(title, "Ett uppdrag på varje rad.", columns, loop)


def namnder(paper: Paper) -> None:
    paper.heading(1, "Del II Nämnderna")
    with paper.when("not namnder"):
        paper.add("Normal", "Inga nämnder har ram eller text.")
    with paper.each("n in namnder"):
        paper.heading(2, "{{ n.namn }}")
        with paper.when("n.forvaltning"):
            paper.add("Uppgift", "{{ n.forvaltning }}", "Förvaltning: ")
        chapter(paper, 3, "Uppdrag och verksamhet", "n.uppdrag")
        chapter(paper, 3, "Inriktning för planperioden", "n.inriktning")
        _namnd_results(paper)
        _namnd_frame(paper)
        _namnd_investments(paper)
        with paper.when("n.uppdragen"):
            paper.heading(3, "Uppdrag till nämnden")
            paper.table(task_table("Uppdrag till {{ n.namn }}", "u in n.uppdragen", all_namnder=False))


def _namnd_results(paper: Paper) -> None:
    table = Table(
        "Förväntade resultat för {{ n.namn }}",
        "Ett förväntat resultat på varje rad med inriktningsmål, period, mått och mål för planåret.",
        (
            Column("Nummer", 1.6, "{{ r.nummer }}"),
            Column("Förväntat resultat", 6.1, "{{ r.text }}"),
            Column("Inriktnings\u00admål", 1.9, "{{ r.mal_nummer }}"),
            Column("Period", 2.85, "{{ r.period }}"),
            Column("Mått och mål {{ ar }}", 4.15, "{{ r.matt_text }}"),
        ),
        "r in n.resultat",
    )
    with paper.when("n.resultat"):
        paper.heading(3, "Förväntade resultat")
        paper.table(table)


def _namnd_frame(paper: Paper) -> None:
    changes = Table(
        "Ramförändringar för {{ n.namn }}",
        "Vad som ändrar nämndens ram från föregående år, med summa sist.",
        (
            Column("Post", 13.6, "{{ r.post }}", total="Summa"),
            number("Belopp", 3.0, "{{ r.belopp|tkr_tecken }}", "{{ n.forandring.summa|tkr_tecken }}"),
        ),
        "r in n.forandring.rader",
        total=True,
        together=True,
    )
    level = Column("Anslagsbindningsnivå", 5.5, "{{ r.niva }}", total="Summa")
    frame = frame_table("Ram för {{ n.namn }}", level, "r in n.ramar", "n.ramsumma", total_if="n.ramar|length > 1")
    later = later_table("Senare ramändringar för {{ n.namn }}", replace(level, width=5.0), "r in n.senare")
    with paper.when("n.ramar"):
        paper.heading(3, "Ekonomisk ram")
        paper.table(frame, NETTO)
    with paper.when("n.forandring.rader"):
        paper.table(changes, OKAR)
    with paper.when("n.senare"):
        paper.table(later, OKAR)


def investment_table(title: str, first: str, loop: str, total: str, *, kind: bool) -> Table:
    """Investments over five years; `total` names the row of sums."""
    name = "r.objekt" if kind else "r.namnd"
    row = "r" if kind else "r.summa"
    heads = ("Budget\n{{ ar }}", *(f"Plan\n{{{{ ar + {n} }}}}" for n in range(1, 5)))
    amounts = tuple(
        number(head, 1.8, f"{{{{ {row}.ar_{n}|tkr }}}}", f"{{{{ {total}.ar_{n}|tkr }}}}")
        for n, head in enumerate(heads, 1)
    )
    kinds = (Column("Slag", 2.3, "{{ r.slag }}"),) if kind else ()
    leading = Column(first, 5.3 if kind else 7.6, f"{{{{ {name} }}}}", total="Summa")
    return Table(
        title, "En rad för varje post, en summa sist.", (leading, *kinds, *amounts), loop, total=True, together=True
    )


def _namnd_investments(paper: Paper) -> None:
    with paper.when("n.investeringar.rader"):
        paper.heading(3, "Investeringar")
        title = "Investeringar för {{ n.namn }}"
        table = investment_table(title, "Objekt", "r in n.investeringar.rader", "n.investeringar.summa", kind=True)
        paper.table(table, UTGIFT)
