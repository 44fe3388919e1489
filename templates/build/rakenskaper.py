"""Accounts in the municipality's report: statements, drift- and investeringsredovisning, balanskrav, key figures."""

from .diagrams import diagram
from .paper import Paper
from .tables import Column, Table, judgement, number

SIGNS = "Belopp i tkr. Intäkter anges med plus, kostnader med minus."
FLOWS = "Belopp i tkr. Inbetalningar anges med plus, utbetalningar med minus."
BALANCE = "Belopp i tkr. Tillgångar, eget kapital och skulder anges med plus."


def accounts(paper: Paper, *, during: bool) -> None:
    """Resultat- and balansräkning and kassaflödesanalys; during the year only those that have been filled in."""
    paper.heading(1, "Räkenskaper")
    _statement(paper, "Resultaträkning", "rakenskaper.resultat", SIGNS, during=during, always=True)
    _statement(paper, "Balansräkning", "rakenskaper.balans", BALANCE, during=during, always=not during)
    _statement(paper, "Kassaflödesanalys", "rakenskaper.kassaflode", FLOWS, during=during, always=not during)
    if during:
        with paper.when("not rakenskaper.balans"):
            paper.add("Normal", "Balansräkning och kassaflödesanalys upprättas inte i den här rapporten.")


def economy(paper: Paper, *, during: bool) -> None:
    """Operations by nämnd with a chart, then investments."""
    paper.heading(1, "Drift- och investeringsredovisning")
    paper.heading(2, "Driftredovisning")
    with paper.when("drift.rader"):
        name = (Column("Nämnd eller post", 4.2 if during else 7.6, "{{ v.namnd }}", total="Summa"),)
        _outcome(paper, "Driftredovisning", name, "drift", during=during, period=True)
        with paper.each("v in drift.rader"), paper.when("v.kommentar"):
            paper.add("Analys", "{{ v.kommentar }}", "{{ v.namnd }}: ")
        against = "prognos" if during else "utfall"
        about = "Nettokostnad i tkr; centrala poster är inte med."
        diagram(paper, f"Budget och {against} {{{{ ar }}}} per nämnd", "diagram.ekonomi", about)
        paper.otherwise()
        paper.add("Normal", "Inga nettokostnader är redovisade.")
    _investments(paper, during=during)


def _investments(paper: Paper, *, during: bool) -> None:
    paper.heading(2, "Investeringsredovisning")
    with paper.when("objekt.rader"):
        name = (Column("Nämnd", 5.4 if during else 7.6, "{{ v.namnd }}", total="Summa"),)
        _outcome(paper, "Investeringar per nämnd", name, "investeringar", during=during, period=False)
        both = (
            Column("Nämnd", 1.7, "{{ v.kod }}", total="Summa"),
            Column("Objekt", 5.3 if during else 6.9, "{{ v.objekt }}"),
        )
        _outcome(paper, "Investeringar per objekt", both, "objekt", during=during, period=False, together=False)
        paper.otherwise()
        paper.add("Normal", "Inga investeringar är redovisade.")


def financial_goals(paper: Paper, *, during: bool) -> None:
    """The financial goals and how they go."""
    columns = (
        Column("Finansiellt mål", 6.9 if during else 8.9, "{{ f.mal }}"),
        number("Målvärde", 2.0, "{{ f.malvarde }}"),
        number("Utfall", 2.0, "{{ f.utfall }}"),
        *((number("Prognos\n{{ ar }}", 2.0, "{{ f.prognos }}"),) if during else ()),
        judgement("Bedömning", 3.7, "f.bedomning"),
    )
    with paper.when("finansmal"):
        about = "Ett finansiellt mål på varje rad med målvärde, utfall och bedömning."
        paper.table(Table("Finansiella mål", about, columns, "f in finansmal", together=True))
    with paper.each("f in finansmal"), paper.when("f.kommentar"):
        paper.add("Analys", "{{ f.kommentar }}")


def key_figures(paper: Paper, *, during: bool) -> None:
    """The key figures of the finansiell analys."""
    columns = (
        Column("Nyckeltal", 9.1 if during else 11.1, "{{ n.namn }}"),
        number("{{ samma_period }}", 2.7, "{{ n.forra|procent }}"),
        number("{{ period }}", 2.8, "{{ n.utfall|procent }}"),
        *((number("Prognos\n{{ ar }}", 2.0, "{{ n.prognos|procent }}"),) if during else ()),
    )
    with paper.when("nyckeltal"):
        table = Table("Nyckeltal", "Ett nyckeltal på varje rad, i procent.", columns, "n in nyckeltal", together=True)
        paper.table(table)
        with paper.when("rakenskaper.balans"):
            said = "Soliditeten avser slutet av perioden; i den första kolumnen den 31 december {{ ar - 1 }}."
            paper.add("Tabellnot", said)


def balance_requirement(paper: Paper, *, during: bool) -> None:
    """From årets resultat to the balanskravsresultat (LKBR 11 kap.)."""
    columns = (
        Column("Post", 9.1 if during else 11.1, "{{ r.post }}"),
        number("{{ samma_period }}", 2.7, "{{ r.forra|tkr }}"),
        number("{{ period }}", 2.8, "{{ r.utfall|tkr }}"),
        *((number("Prognos\n{{ ar }}", 2.0, "{{ r.prognos|tkr }}"),) if during else ()),
    )
    about = "Från årets resultat till årets balanskravsresultat, en post på varje rad."
    with paper.when("rakenskaper.balanskrav"):
        loop = "r in rakenskaper.balanskrav"
        table = Table("Balanskravsutredning", about, columns, loop, emphasis="r.summa", together=True)
        paper.table(table, "Belopp i tkr. Det som sänker resultatet anges med minus.")


def _statement(paper: Paper, title: str, rows: str, note: str, *, during: bool, always: bool) -> None:
    table = Table(title, "En post på varje rad med summor.", _columns(title, during=during), f"r in {rows}",
                  emphasis="r.summa", together=True)  # fmt: skip
    if not always:
        with paper.when(rows):
            paper.heading(2, title)
            paper.table(table, note)
        return
    paper.heading(2, title)
    with paper.when(rows):
        paper.table(table, note)
        paper.otherwise()
        paper.add("Normal", f"{title} saknas.")


def _columns(title: str, *, during: bool) -> tuple[Column, ...]:
    stock = title == "Balansräkning"
    before = "31 december\n{{ ar - 1 }}" if stock else "{{ samma_period }}"
    now = "{{ periodslut }}" if stock else "{{ period }}"
    budget = number("Budget\n{{ ar }}", 2.1, "{{ r.budget_helar|tkr }}")
    forecast = number("Prognos\n{{ ar }}", 2.1, "{{ r.prognos|tkr }}")
    deviation = number("Avvikelse\nmot budget", 2.3, "{{ r.avvikelse|tkr_tecken }}")
    later = (budget, *((forecast,) if during else ()), *(() if stock else (deviation,)))
    amounts = (number(before, 2.7, "{{ r.forra|tkr }}"), number(now, 2.7, "{{ r.utfall|tkr }}"), *later)
    return Column("Post", 16.6 - sum(column.width for column in amounts), "{{ r.post }}"), *amounts


def _outcome(
    paper: Paper, title: str, first: tuple[Column, ...], name: str, *, during: bool, period: bool,
    together: bool = True,
) -> None:  # fmt: skip
    """A table of budget and what became; `period` when the budget is known for part of the year."""
    fields = [("Budget\n{{ ar }}", "budget_helar", "tkr")]
    if during and period:
        fields += [("Budget\nperioden", "budget", "tkr")]
    fields += [("Utfall\nperioden" if during else "Utfall\n{{ ar }}", "utfall", "tkr")]
    if during and period:
        fields += [("Avvikelse\nperioden", "avvikelse", "tkr_tecken")]
    if during:
        fields += [("Prognos\n{{ ar }}", "prognos", "tkr")]
    fields += [("Avvikelse\nmot budget", "prognosavvikelse", "tkr_tecken")]
    width = (16.6 - sum(column.width for column in first)) / len(fields)
    amounts = tuple(
        number(heading, width, f"{{{{ v.{field}|{form} }}}}", f"{{{{ {name}.summa.{field}|{form} }}}}")
        for heading, field, form in fields
    )
    table = Table(title, "En rad för varje nämnd, post eller objekt, en summa sist.", (*first, *amounts),
                  f"v in {name}.rader", total=True, together=together)  # fmt: skip
    paper.table(table, f"{{{{ {name}.noter }}}}")
