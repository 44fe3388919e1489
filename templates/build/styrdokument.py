"""The template of any other governing document."""

from .common import appendices
from .look import headings
from .opening import open_paper
from .paper import Paper
from .tables import Column, Table

_WIDTH = 16.6


def write() -> Paper:
    """The whole template."""
    paper = Paper("Styrdokument", headings(parts=False), 1)
    paper.head_and_foot(
        "{{ rubrik }}\t{{ status.rad }}",
        "{{ titelsida.kommun }}, dnr {{ titelsida.diarienummer }}",
        first_head="{{ titelsida.kommun }}",
        first_foot="Diarienummer {{ titelsida.diarienummer }}",
    )
    open_paper(paper, "1-3", amounts=False, tables="har_tabeller")
    with paper.when("not kapitel"):
        paper.add("Normal", "Dokumentet har inga kapitel.")
    with paper.each("k in kapitel"):
        _chapter(paper)
    appendices(paper)
    return paper


def _chapter(paper: Paper) -> None:
    with paper.when("loop.first"):
        paper.heading(1, "{{ k.rubrik }}", new_page=True)
        paper.otherwise_if("k.niva == 1")
        paper.heading(1, "{{ k.rubrik }}")
        paper.otherwise_if("k.niva == 2")
        paper.heading(2, "{{ k.rubrik }}")
        paper.otherwise()
        paper.heading(3, "{{ k.rubrik }}")
    with paper.when("k.text"):
        paper.add("Normal", "{{ k.text }}")
    with paper.each("t in k.tabeller"):
        for count in (2, 3, 4):
            with paper.when(f"t.kolumner == {count} and t.rader"):
                paper.table(_table(count))


def _table(count: int) -> Table:
    columns = tuple(
        Column(f"{{{{ t.huvud.cell_{n} }}}}", _WIDTH / count, f"{{{{ r.cell_{n} }}}}") for n in range(1, count + 1)
    )
    return Table(
        "{{ t.titel }}", "En rad för varje uppgift, rubriker i första raden.", columns, "r in t.rader", together=True
    )
