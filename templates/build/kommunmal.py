"""The chapter on goals in the municipality's report: each goal with its judgement and all that contributes to it."""

from .diagrams import diagram, measure_diagrams
from .paper import Paper
from .rapportmal import TREND, OneRow, vision
from .tables import Column, Table, judgement, number


def goals(paper: Paper, *, during: bool) -> None:
    """Vision, all goals at a glance, goal by goal, how it is judged, and how near the vision is."""
    paper.heading(1, "Måluppfyllelse")
    if during:
        paper.add("Normal", "Bedömningarna är en prognos för hela {{ ar }}, gjord efter den {{ periodslut }}.")
    vision(paper)
    _overview(paper)
    with paper.each("mal in maluppfyllelse.mal"):
        _goal(paper, during=during)
    with paper.when("maluppfyllelse.ovriga"):
        paper.heading(2, "Resultat utan gällande inriktningsmål")
        paper.table(_results("Resultat utan gällande inriktningsmål", "maluppfyllelse.ovriga"))
    paper.heading(2, "Så görs bedömningarna")
    paper.add("Normal", "{{ maluppfyllelse.mattregel }}")
    paper.add("Normal", "{{ maluppfyllelse.regel }}")
    paper.heading(2, "Hur nära är visionen?")
    with paper.when("texter.vision"):
        paper.add("Normal", "{{ texter.vision }}")
        paper.otherwise()
        paper.add("Normal", "Text saknas.")


def _overview(paper: Paper) -> None:
    columns = (
        Column("Inriktningsmål", 6.9, "{{ mal.nummer }} {{ mal.text }}"),
        judgement("Kommunstyrelsens\nbedömning", 3.3, "mal.bedomning"),
        judgement("Nämndernas resultat\nsammanvägda", 3.3, "mal.sammanvagd"),
        judgement("Fullmäktiges\nmått visar", 3.1, "mal.siffror"),
    )
    counts = (
        judgement("Bedömning", 7.0, "a.bedomning", "Summa"),
        number("Antal resultat", 4.0, "{{ a.antal }}", "{{ maluppfyllelse.summa }}"),
    )
    about = "Ett inriktningsmål på varje rad med bedömningen, resultaten sammanvägda och vad måtten visar."
    paper.heading(2, "Samlad bild")
    with paper.when("maluppfyllelse.mal"):
        table = Table("Måluppfyllelse i korthet", about, columns, "mal in maluppfyllelse.mal", together=True)
        paper.table(table, "Hur bedömningarna görs och vägs samman står sist i kapitlet.")
        paper.otherwise()
        paper.add("Normal", "Inga inriktningsmål gäller.")
    with paper.when("maluppfyllelse.summa"):
        said = "En bedömning på varje rad, en summa sist."
        table = Table("Resultat per bedömning", said, counts, "a in maluppfyllelse.antal", total=True, together=True)
        paper.table(table, "Bedömningarna är nämndernas egna.")
        diagram(paper, "Resultat per inriktningsmål och bedömning", "diagram.mal", "Antal förväntade resultat.")
    with paper.when("maluppfyllelse.utgangna"):
        paper.add("Normal", "Följande resultat har utgått under året: {{ maluppfyllelse.utgangna }}.")
    with paper.when("saknas"):
        said = "{{ saknas }}. Resultaten står med i tabellerna som inte rapporterade."
        paper.add("Observera", said, "Har inte lämnat rapport: ")


def _goal(paper: Paper, *, during: bool) -> None:
    paper.heading(2, "Inriktningsmål {{ anchor(mal.ankare, mal.nummer) }}")
    paper.add("Mål", "{{ mal.text }}")
    _judgement(paper)
    with paper.each("s in mal.skillnader"):
        paper.add("Analys", "{{ s }}")
    with paper.when("mal.motivering"):
        paper.add("Analys", "{{ mal.motivering }}", "Kommunstyrelsens motivering: ")
        paper.otherwise()
        paper.add("Analys", "saknas.", "Kommunstyrelsens motivering ")
    with paper.when("mal.resultat"):
        paper.heading(3, "Resultat som bidrar")
        paper.add("Uppgift", "{{ mal.antal_ord }}.", "Nämndernas bedömningar: ")
        paper.table(_results("Resultat under inriktningsmål {{ mal.nummer }}", "mal.resultat"))
        _deviations(paper)
        paper.otherwise()
        paper.add("Normal", "Inga förväntade resultat bidrar till målet.")
    _measures(paper, during=during)


def _judgement(paper: Paper) -> None:
    fields = (
        ("Kommunstyrelsens\nbedömning", "mal.bedomning"), ("Nämndernas resultat\nsammanvägda", "mal.sammanvagd"),
        ("Fullmäktiges\nmått visar", "mal.siffror"), ("Bedömning\n{{ forra_perioden }}", "mal.foregaende"),
    )  # fmt: skip
    four, three = (tuple(judgement(head, 16.6 / n, name) for head, name in fields[:n]) for n in (4, 3))
    title, about = "Bedömning av inriktningsmål {{ mal.nummer }}", "Bedömningen, resultaten sammanvägda och måtten."
    with paper.when("forra_perioden"):
        paper.bare_table(OneRow(title, about, four, ""), "")
        paper.otherwise()
        paper.bare_table(OneRow(title, about, three, ""), "")


def _results(title: str, loop: str) -> Table:
    columns = (
        Column("Nummer", 2.0, "{{ r.kod }} {{ anchor(r.ankare, r.nummer) }}"),
        Column("Förväntat resultat", 7.8, "{{ r.text }}"),
        judgement("Nämndens bedömning", 3.5, "r.bedomning"),
        judgement("Måtten visar", 3.3, "r.siffror"),
    )
    return Table(title, "Ett förväntat resultat på varje rad, nämndens kod före numret.", columns, f"r in {loop}")


def _deviations(paper: Paper) -> None:
    """What is said of the results that are not met, and where judgement and figures disagree."""
    with paper.each("r in mal.resultat"):
        with paper.when("r.skillnad"):
            paper.add("Analys", "{{ r.skillnad }}", "{{ r.kod }} {{ r.nummer }}: ")
        with paper.when("r.avviker and r.analys"):
            paper.add("Analys", "{{ r.analys }}", "{{ r.kod }} {{ r.nummer }}: ")
        with paper.when("r.avviker and r.atgard"):
            label = "{{ r.kod }} {{ r.nummer }}, åtgärd ({{ r.atgard_vem }}): "
            paper.add("Analys", "{{ r.atgard }}", label)


def _measures(paper: Paper, *, during: bool) -> None:
    with paper.when("mal.egna_matt or mal.resultatmatt"):
        paper.heading(3, "Mått")
    with paper.when("mal.egna_matt"):
        paper.table(
            _measure_table("Kommunfullmäktiges mått på mål {{ mal.nummer }}", "mal.egna_matt", during=during), TREND
        )
        with paper.each("m in mal.egna_matt"):
            with paper.when("m.avser"):
                paper.add("Tabellnot", "Utfallet för {{ m.nummer }} avser {{ m.avser }}.")
            with paper.when("m.ej_matt"):
                paper.add("Tabellnot", "{{ m.nummer }} är inte mätt: {{ m.ej_matt }}")
            with paper.when("m.kommentar"):
                paper.add("Analys", "{{ m.kommentar }}", "{{ m.nummer }}: ")
        measure_diagrams(paper, "mal.egna_matt", "mål {{ mal.nummer }}")
    with paper.when("mal.resultatmatt"):
        table = _measure_table("Mått på resultat under mål {{ mal.nummer }}", "mal.resultatmatt", during=during)
        paper.table(
            table, f"{TREND} Nämndens rapport säger varför ett mått inte är mätt, och varifrån värdet är hämtat."
        )


def _measure_table(title: str, loop: str, *, during: bool) -> Table:
    year = number("Prognos\n{{ ar }}", 1.5, "{{ m.prognos }}")
    before = number("Förra\nvärdet", 1.5, "{{ m.foregaende }}")
    return Table(
        title,
        "Ett mått på varje rad med basvärde, utfall, mål, vad det visar och trend.",
        (
            Column("Nummer", 1.65, "{{ anchor(m.ankare, m.nummer) }}"),
            Column("Mått", 3.8, "{{ m.text }}\n{{ m.enhet }}, bättre när {{ m.riktning }}"),
            number("Basvärde\n(år)", 2.0, "{{ m.bas }}"),
            number("Utfall", 1.35, "{{ m.utfall }}"),
            year if during else before,
            number("Mål\n{{ ar }}", 1.2, "{{ m.mal }}"),
            judgement("Måttet visar", 2.8, "m.bedomning"),
            Column("Trend", 2.3, "{{ m.trend }}"),
        ),
        f"m in {loop}",
    )
