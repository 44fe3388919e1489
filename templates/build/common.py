"""What several plans print alike: chapters of text, mått, appendices and the goal chain."""

from .paper import Paper
from .tables import Column, Table, number


def chapter(paper: Paper, level: int, heading: str, name: str, *, required: bool = False) -> None:
    """A heading with its text. A required one stands there even without."""
    if required:
        paper.heading(level, heading)
        with paper.when(name):
            paper.add("Normal", f"{{{{ {name} }}}}")
            paper.otherwise()
            paper.add("Normal", "Text saknas.")
    else:
        with paper.when(name):
            paper.heading(level, heading)
            paper.add("Normal", f"{{{{ {name} }}}}")


def measures(paper: Paper, loop: str, owner: str) -> None:
    """A table of mått with base value and targets."""
    table = Table(
        f"Mått på {owner}",
        "Ett mått på varje rad med enhet, önskad riktning, basvärde och målvärden för tre år.",
        (
            Column("Nummer", 1.6, "{{ anchor(m.ankare, m.nummer) }}"),
            Column("Mått och källa", 5.6, "{{ m.text }}\nKälla: {{ m.kalla }}"),
            Column("Enhet", 2.0, "{{ m.enhet }}"),
            Column("Bättre\nnär", 1.3, "{{ m.riktning }}"),
            number("Basvärde\n(år)", 2.2, "{{ m.bas }}"),
            number("Mål\n{{ ar }}", 1.3, "{{ m.mal_1 }}"),
            number("Mål\n{{ ar + 1 }}", 1.3, "{{ m.mal_2 }}"),
            number("Mål\n{{ ar + 2 }}", 1.3, "{{ m.mal_3 }}"),
        ),
        f"m in {loop}",
    )
    with paper.when(loop):
        paper.table(table)


def appendices(paper: Paper) -> None:
    """The plan's own appendices."""
    with paper.each("b in bilagor"):
        paper.add("Bilagerubrik", "Bilaga {{ anchor(b.ankare, b.nummer) }} {{ b.titel }}")
        with paper.when("b.innehall"):
            paper.add("Normal", "{{ b.innehall }}")
            paper.otherwise()
            paper.add("Normal", "Bilagan är en egen fil.")


def chain_tables(paper: Paper, columns: tuple[Column, ...]) -> None:
    """The goal chain both ways, as the last appendix."""
    paper.add(
        "Bilagerubrik",
        "Bilaga {{ anchor(malkedja_bilaga.ankare, malkedja_bilaga.nummer) }} {{ malkedja_bilaga.titel }}",
    )
    about = "En väg genom målkedjan på varje rad; texter upprepas så att varje rad kan läsas för sig."
    with paper.when("vision"):
        paper.add("Uppgift", "{{ vision.text }}", "Alla vägar börjar i visionen: ")
    with paper.when("malkedja.nedat"):
        paper.table(Table("Målkedjan från visionen", about, columns, "k in malkedja.nedat"))
        paper.otherwise()
        paper.add("Normal", "Målkedjan är tom.")
    with paper.when("malkedja.uppat"):
        back = Table("Målkedjan tillbaka till visionen", about, tuple(reversed(columns)), "k in malkedja.uppat")
        paper.table(back, "Tabellen är ordnad efter vem som svarar för den sista länken.")


def year_wheel(paper: Paper) -> None:
    """The table of the årshjul; its numbers are those of the wheel."""
    columns = (
        number("Nr", 1.0, "{{ h.nummer }}"),
        Column("Månad", 2.3, "{{ h.manad }}"),
        Column("Senast", 3.3, "{{ h.nar }}"),
        Column("Hålltid", 5.8, "{{ h.vad }}"),
        Column("Vem", 4.2, "{{ h.vem }}"),
    )
    about = "En hålltid på varje rad, ordnade efter datum."
    with paper.when("arshjulsbild"):
        paper.add("Normal", "{{ arshjulsbild }}")
        paper.add("Tabellnot", "Numren i hjulet är hålltidernas nummer i tabellen.")
    with paper.when("arshjul.rader"):
        paper.table(Table("{{ arshjul.rubrik }}", about, columns, "h in arshjul.rader"))
        paper.otherwise()
        paper.add("Normal", "Inga hålltider är satta.")
