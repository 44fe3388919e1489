"""How every plan begins: the cover, the document-information table and the contents."""

from collections.abc import Iterator
from contextlib import nullcontext

from .paper import Paper
from .tables import Column, Table

AMOUNTS = "Belopp anges i tusental kronor (tkr), avrundade var för sig; summor gäller de visade beloppen."
_ROWS = (
    ("Dokumenttyp", "dokumenttyp"), ("Dokumentnamn", "dokumentnamn"), ("Antagen", "antagen"),
    ("Antagen av", "antagen_av"), ("Dokumentägare", "dokumentagare"), ("Dokumentansvarig", "dokumentansvarig"),
    ("Reviderad", "reviderad"), ("Giltighet", "giltighet"), ("Dokumentinformation", "information"),
    ("Diarienummer", "diarienummer"), ("Ämnesområde", "amnesomrade"), ("Intranät", "pa_intranat"),
    ("Hemsida", "pa_hemsida"), ("Andra styrande dokument som omnämns", "styrande_dokument"),
)  # fmt: skip
_BOXES = {"pa_intranat": "Publiceras på intranätet", "pa_hemsida": "Publiceras på hemsidan"}


class InformationTable(Table):
    """The document-information table: fixed rows rather than a loop."""

    def _rows(self) -> Iterator[str]:
        yield self._row([column.heading for column in self.columns], "Tabellhuvud", "Tabellhuvud", header=True)
        for label, name in _ROWS:
            field = f"dokumentinformation.{name}"
            printed = f'kryssruta({field}, "{_BOXES[name]}", "{label}")' if name in _BOXES else field
            yield self._row([label, f"{{{{ {printed} }}}}"], "Tabelltext", "Tabelltext")


def open_paper(paper: Paper, levels: str, *, amounts: bool = True, tables: str = "") -> None:
    """Cover, document information, contents (`levels`: `1-2`) and the list of tables.

    `amounts` when the paper has any; `tables` is the field that says whether it has tables, where it may have none.
    """
    cover(paper)
    _information(paper, AMOUNTS if amounts else "")
    paper.add("TOC Heading", "Innehåll")
    paper.add("Normal", f"[[innehåll {levels}]]")
    with paper.when(tables) if tables else nullcontext():
        paper.add("TOC Heading", "Tabeller")
        paper.add("Normal", "[[tabellförteckning]]")


def cover(paper: Paper, state: str = "{{ status.rad }}") -> None:
    """The first page; `state` is what it says of the state of what it shows."""
    paper.add("Title", "{{ titelsida.titel }}")
    paper.add("Subtitle", "{{ titelsida.period }}")
    with paper.when("titelsida.avser"):
        paper.add("Omslag", "{{ titelsida.avser }}")
    with paper.when("titelsida.forvaltning"):
        paper.add("Omslag", "{{ titelsida.forvaltning }}")
    paper.add("Läge", state)
    paper.add("Omslag", "{{ status.beslut }}")
    paper.add("Omslag", "Diarienummer {{ titelsida.diarienummer }}")
    with paper.when("titelsida.exempel"):
        paper.add("Märkning", "{{ titelsida.exempel }}")


def _information(paper: Paper, note: str) -> None:
    paper.add("TOC Heading", "Om dokumentet")
    columns = (Column("Uppgift", 5.2, ""), Column("Innehåll", 11.4, ""))
    table = InformationTable("Dokumentinformation", "Uppgifter om dokumentet, en på varje rad.", columns, "")
    paper.bare_table(table, note)
    with paper.when("status.anmarkning"):
        paper.add("Tabellnot", "{{ status.anmarkning }}")
