"""The template of the uppdragsdialog: a few landscape pages with goals, results and room for notes side by side."""

from .look import LANDSCAPE_WIDTH, plain_headings
from .paper import Paper
from .tables import Column, Table, number

_ROOM = "\n\n\n\n"


def write() -> Paper:
    """The whole template."""
    paper = Paper("Uppdragsdialog", plain_headings(), None, landscape=True)
    paper.head_and_foot("{{ titelsida.kommun }}\t{{ status.rad }}", "{{ rubrik }}, dnr {{ titelsida.diarienummer }}")
    paper.add("Rubrik utan nummer", "{{ rubrik }}")
    paper.add("Omslag", "Underlag till budgetberedningens dialog om mål- och resursplan {{ ar }}–{{ ar + 2 }}")
    paper.add("Uppgift", "{{ status.rad }}. {{ status.beslut }}.", "Planens läge: ")
    with paper.when("titelsida.exempel"):
        paper.add("Uppgift", "{{ titelsida.exempel }}", "Märkning: ")
    _results(paper)
    _frame(paper)
    paper.heading(1, "Frågor att tala om")
    paper.add("Normal", "{{ fragor }}")
    _note(paper)
    return paper


def _results(paper: Paper) -> None:
    columns = (
        Column("Inriktningsmål", 5.2, "{{ d.mal }} {{ d.mal_text }}\n({{ d.roll }})"),
        Column("Förväntat resultat", 6.15, "{{ d.resultat }} {{ d.text }}"),
        Column("Mått och mål {{ ar }}", 5.0, "{{ d.matt }}"),
        Column("Period", 2.85, "{{ d.period }}"),
        # Its choice stands in one run, the room after it in runs of its own: a choice across runs cannot be proved.
        Column("Avstämning och anteckning", 6.1, "{% if d.avstamt %}Avstämt {{ d.avstamt }}{% elif d.resultat == '–' %}"
               f"Anteckning:{{% else %}}☐ Godtas   ☐ Ändras{{% endif %}}{_ROOM}"),
    )  # fmt: skip
    about = "Ett förväntat resultat på varje rad med målet det hör till, mått och plats för anteckning."
    table = Table("Mål och resultat sida vid sida", about, columns, "d in rader", width=LANDSCAPE_WIDTH)
    paper.heading(1, "Inriktningsmål och förväntade resultat")
    with paper.when("rader"):
        paper.table(table)
        paper.otherwise()
        paper.add("Normal", "Nämnden är inte ansvarig för något inriktningsmål och har inte föreslagit något resultat.")
    with paper.when("status.anmarkning"):
        paper.add("Tabellnot", "{{ status.anmarkning }}")


def _frame(paper: Paper) -> None:
    heads = ("Bokslut {{ ar - 2 }}", "Budget {{ ar - 1 }}", "Preliminär ram", "Ram {{ ar }}", "Förändring",
             "Plan {{ ar + 1 }}", "Plan {{ ar + 2 }}")  # fmt: skip
    names = ("bokslut|tkr", "budget_forra|tkr", "preliminar|tkr", "ram_1|tkr", "forandring|tkr_tecken", "ram_2|tkr",
             "ram_3|tkr")  # fmt: skip
    amounts = tuple(
        number(head, 2.7, f"{{{{ r.{name} }}}}", f"{{{{ ramsumma.{name} }}}}")
        for head, name in zip(heads, names, strict=True)
    )
    first = Column("Anslagsbindningsnivå", 6.4, "{{ r.niva }}", total="Summa")
    frame = Table(
        "Ekonomisk ram", "En rad för varje anslagsbindningsnivå.", (first, *amounts), "r in ramar",
        total="ramar|length > 1", together=True, width=LANDSCAPE_WIDTH,
    )  # fmt: skip
    change = Table(
        "Varför ramen ändras", "En post på varje rad, en summa sist.",
        (Column("Post", 20.3, "{{ r.post }}", total="Summa"),
         number("Belopp", 5.0, "{{ r.belopp|tkr_tecken }}", "{{ forandring.summa|tkr_tecken }}")),
        "r in forandring.rader", total=True, together=True, width=LANDSCAPE_WIDTH,
    )  # fmt: skip
    paper.heading(1, "Ekonomisk ram")
    with paper.when("ramar"):
        paper.table(frame, "Belopp i tkr. Nettokostnad anges med plus.")
        paper.otherwise()
        paper.add("Normal", "Nämnden har ingen ram.")
    with paper.when("forandring.rader"):
        paper.table(change, "Belopp i tkr. Plus ökar ramen.")


def _note(paper: Paper) -> None:
    paper.heading(1, "Anteckning från dialogen")
    with paper.when("anteckning"):
        paper.add("Uppgift", "{{ anteckning.datum }}", "Datum: ")
        paper.add("Uppgift", "{{ anteckning.narvarande }}", "Närvarande: ")
        with paper.when("anteckning.anteckning"):
            paper.add("Normal", "{{ anteckning.anteckning }}")
        paper.otherwise()
        paper.add("Uppgift", "______________________", "Datum: ")
        paper.add("Uppgift", "______________________________________________________________", "Närvarande: ")
        paper.add("Normal", "Vad ni kom fram till:")
