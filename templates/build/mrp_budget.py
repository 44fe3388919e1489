"""The mål- och resursplan: the economy, from god ekonomisk hushållning to the balansbudget."""

from .common import chapter
from .diagrams import diagram
from .paper import Paper
from .tables import Column, Table, number

NETTO = "Belopp i tkr. Nettokostnad anges med plus."
OKAR = "Belopp i tkr. Plus ökar ramen."
RAMAR = (
    "Nettokostnad i tkr. En nämnds anslagsbindningsnivåer är sammanlagda; beloppen var för sig står i tabellen ovan."
)
LOW = '"16,6 cm", "5,5 cm"'
PLUS_MINUS = "Belopp i tkr. Intäkter anges med plus och kostnader med minus."


def stewardship(paper: Paper) -> None:
    chapter(paper, 2, "God ekonomisk hushållning och finansiella mål", "texter.hushallning", required=True)
    with paper.when("resultatmal_procent is not none"):
        paper.add(
            "Normal",
            "Årets resultat ska vara minst {{ resultatmal_procent|procent }} av skatteintäkter, generella statsbidrag "
            f"och utjämning. Budgeten ger {_result(1)} för {{{{ ar }}}}, {_result(2)} för {{{{ ar + 1 }}}} och "
            f"{_result(3)} för {{{{ ar + 2 }}}}.",
            "Finansiellt mål. ",
        )
    with paper.when("synnerliga_skal"):
        paper.add("Normal", "{{ synnerliga_skal }}", "Synnerliga skäl för underskott. ")


def conditions(paper: Paper) -> None:
    paper.heading(2, "Ekonomiska förutsättningar")
    chapter(paper, 3, "Omvärld", "texter.omvarld")
    chapter(paper, 3, "Befolkning", "texter.befolkning")
    chapter(paper, 3, "Skatteunderlag och antaganden", "texter.skatteunderlag", required=True)
    with paper.when("skattesats is not none"):
        paper.add("Uppgift", "{{ skattesats|tal }} kronor per skattekrona", "Skattesats: ")
    with paper.when("skattesats_forandring is not none"):
        paper.add("Uppgift", "{{ skattesats_forandring|tal }} kronor", "Förändring av skattesatsen: ")
    with paper.when("antaganden"):
        assumptions(paper)
    chapter(paper, 3, "Finansiell analys", "texter.finansiell_analys")
    chapter(paper, 3, "Kommunala koncernföretag", "texter.koncernforetag")


def assumptions(paper: Paper) -> None:
    """The table of figures that the budget rests on."""
    table = Table(
        "Antaganden",
        "Siffror som budgeten bygger på, ett antagande på varje rad.",
        (
            Column("Antagande", 6.0, "{{ a.antagande }}"),
            Column("Enhet", 1.8, "{{ a.enhet }}"),
            Column("Källa", 3.7, "{{ a.kalla }}"),
            number("{{ ar }}", 1.7, "{{ a.ar_1 }}"),
            number("{{ ar + 1 }}", 1.7, "{{ a.ar_2 }}"),
            number("{{ ar + 2 }}", 1.7, "{{ a.ar_3 }}"),
        ),
        "a in antaganden",
        together=True,
    )
    paper.table(table, "Antagandena är kommunens egna där ingen annan källa anges.")


def frame_table(title: str, first: Column, loop: str, total: str, *, total_if: bool | str = True) -> Table:
    """Frames: accounts, last budget, frame, change and the plan years."""
    names = ("bokslut", "budget_forra", "ram_1", "forandring", "ram_2", "ram_3")
    heads = ("Bokslut\n{{ ar - 2 }}", "Budget\n{{ ar - 1 }}", "Ram\n{{ ar }}", "Föränd\u00adring", "Plan\n{{ ar + 1 }}",
             "Plan\n{{ ar + 2 }}")  # fmt: skip
    columns = tuple(
        number(head, 1.85, f"{{{{ r.{name}|{_filter(name)} }}}}", f"{{{{ {total}.{name}|{_filter(name)} }}}}")
        for head, name in zip(heads, names, strict=True)
    )
    about = "En rad för varje anslagsbindningsnivå, en summa sist."
    return Table(title, about, (first, *columns), loop, total=total_if, together=True)


def _filter(name: str) -> str:
    return "tkr_tecken" if name == "forandring" else "tkr"


def frames(paper: Paper) -> None:
    paper.heading(2, "Driftbudget per nämnd och anslagsbindningsnivå")
    with paper.when("driftbudget.rader"):
        first = Column("Nämnd och anslagsbindningsnivå", 5.5, "{{ r.rubrik }}", total="Summa")
        paper.table(frame_table("Driftbudget", first, "r in driftbudget.rader", "driftbudget.summa"), NETTO)
        diagram(paper, "Ramar per nämnd {{ ar }}–{{ ar + 2 }}", "diagram.ramar", RAMAR)
        paper.otherwise()
        paper.add("Normal", "Inga ramar är beslutade.")
    with paper.when("driftbudget.forandringar"):
        paper.heading(3, "Ramförändringar från föregående år")
        changes(paper, "driftbudget.forandringar")
    _preliminary(paper)
    _later(paper)
    with paper.when("budgetar.brygga"):
        paper.heading(3, "Från ramar till nettokostnader")
        paper.table(_years("Verksamhetens nettokostnader", "budgetar.brygga"), NETTO)


def changes(paper: Paper, parts: str) -> None:
    """The table of why frames change; `parts` are the nämnder's changes."""
    table = Table(
        "Ramförändringar",
        "Vad som ändrar varje nämnds ram från föregående år, med summa för varje nämnd.",
        (
            Column("Nämnd", 5.5, "{{ d.namnd }}"),
            Column("Post", 8.6, "{{ r.post }}"),
            number("Belopp", 2.5, "{{ r.belopp|tkr_tecken }}"),
        ),
        f"d in {parts}",
        inner="r in d.rader",
        inner_total=("{{ d.namnd }}", "Summa", "{{ d.summa|tkr_tecken }}"),
    )
    paper.table(table, OKAR)


def _preliminary(paper: Paper) -> None:
    table = Table(
        "Avstämning mot preliminära ramar",
        "Den preliminära ramen i februari jämförd med ramen i planen, en rad för varje anslagsbindningsnivå.",
        (
            Column("Nämnd och anslagsbindningsnivå", 8.2, "{{ r.rubrik }}", total="Summa"),
            number("Preliminär ram", 2.8, "{{ r.preliminar|tkr }}", "{{ driftbudget.summa.preliminar|tkr }}"),
            number("Ram {{ ar }}", 2.8, "{{ r.ram_1|tkr }}", "{{ driftbudget.summa.ram_1|tkr }}"),
            number(
                "Skillnad",
                2.8,
                "{{ r.mot_preliminar|tkr_tecken }}",
                "{{ driftbudget.summa.mot_preliminar|tkr_tecken }}",
            ),
        ),
        "r in driftbudget.rader",
        total=True,
        together=True,
    )
    with paper.when("driftbudget.summa.preliminar is not none"):
        paper.heading(3, "Avstämning mot nämndernas preliminära ramar")
        paper.table(table, "Belopp i tkr. Preliminär ram enligt kommunstyrelsens beslut om anvisningar och ramar.")


def later_table(title: str, first: Column, loop: str) -> Table:
    """Changes of frames that were decided after the plan."""
    columns = (
        first,
        Column("Avser", 5.2, "{{ r.avser }}"),
        Column("Beslut i kommunfullmäktige", 4.2, "{{ r.beslut }}"),
        number("Ändring", 2.2, "{{ r.belopp|tkr_tecken }}"),
    )
    return Table(title, "Ett beslut på varje rad.", columns, loop)


def _later(paper: Paper) -> None:
    with paper.when("driftbudget.senare"):
        paper.heading(3, "Senare ramändringar")
        first = Column("Nämnd och anslagsbindningsnivå", 5.0, "{{ r.rubrik }}")
        paper.table(later_table("Senare ramändringar", first, "r in driftbudget.senare"), OKAR)


def _years(title: str, rows: str) -> Table:
    """Lines of three years; sums are bold."""
    columns = (
        Column("Post", 8.5, "{{ r.post }}"),
        number("Budget {{ ar }}", 2.7, "{{ r.ar_1|tkr }}"),
        number("Plan {{ ar + 1 }}", 2.7, "{{ r.ar_2|tkr }}"),
        number("Plan {{ ar + 2 }}", 2.7, "{{ r.ar_3|tkr }}"),
    )
    return Table(
        title, "En post på varje rad, summor i fetstil.", columns, f"r in {rows}", emphasis="r.summa", together=True
    )


def budgets(paper: Paper) -> None:
    paper.heading(2, "Resultatbudget")
    with paper.when("budgetar.resultat"):
        paper.table(_years("Resultatbudget", "budgetar.resultat"), PLUS_MINUS)
        paper.add(
            "Normal",
            f"Årets resultat motsvarar {_result(1)} av skatteintäkter, generella statsbidrag och utjämning "
            f"{{{{ ar }}}}, {_result(2)} {{{{ ar + 1 }}}} och {_result(3)} {{{{ ar + 2 }}}}.",
        )
        diagram(paper, "Årets resultat i procent av skatter och generella bidrag", "diagram.resultat", size=LOW)
        diagram(paper, "Skatteintäkter, statsbidrag och nettokostnader", "diagram.skatter")
        _or_missing(paper)
    paper.heading(2, "Finansieringsbudget")
    with paper.when("budgetar.kassaflode"):
        paper.table(_years("Finansieringsbudget", "budgetar.kassaflode"), "Belopp i tkr. Inbetalningar anges med plus.")
        _or_missing(paper)
    _balance(paper)


def _balance(paper: Paper) -> None:
    table = Table(
        "Balansbudget",
        "En post på varje rad vid utgången av fyra år, summor i fetstil.",
        (
            Column("Post", 6.6, "{{ r.post }}"),
            number("Budget {{ ar - 1 }}", 2.5, "{{ r.forra|tkr }}"),
            number("Budget {{ ar }}", 2.5, "{{ r.ar_1|tkr }}"),
            number("Plan {{ ar + 1 }}", 2.5, "{{ r.ar_2|tkr }}"),
            number("Plan {{ ar + 2 }}", 2.5, "{{ r.ar_3|tkr }}"),
        ),
        "r in budgetar.balans",
        emphasis="r.summa",
        together=True,
    )
    paper.heading(2, "Balansbudget")
    with paper.when("budgetar.balans"):
        paper.table(table, "Belopp i tkr vid årets utgång. Tillgångar, eget kapital och skulder anges med plus.")
        paper.add(
            "Normal",
            "Soliditeten är {{ budgetar.soliditet.forra|procent }} {{ ar - 1 }}, {{ budgetar.soliditet.ar_1|procent }} "
            "{{ ar }}, {{ budgetar.soliditet.ar_2|procent }} {{ ar + 1 }} och {{ budgetar.soliditet.ar_3|procent }} "
            "{{ ar + 2 }}.",
        )
        _or_missing(paper)


def _or_missing(paper: Paper) -> None:
    paper.otherwise()
    paper.add("Normal", "Budgeten är inte upprättad.")


def _result(year: int) -> str:
    """Årets resultat in percent, as exactly as it takes to tell it from the target."""
    return f"{{{{ budgetar.resultat_procent.ar_{year}|procent(budgetar.resultat_decimaler) }}}}"
