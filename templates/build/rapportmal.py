"""The chapter on goals and results, in the reports of a nämnd."""

from collections.abc import Iterator

from .diagrams import measure_diagrams
from .paper import Paper
from .tables import Column, Table, judgement, number

TREND = "Trend: ↑ är bättre och ↓ är sämre än basåret, åt vilket håll siffrorna än går."


class OneRow(Table):
    """A table of one row, which is no loop."""

    def _rows(self) -> Iterator[str]:
        yield self._row([column.heading for column in self.columns], "Tabellhuvud", "Tabellhuvudtal", header=True)
        yield from self._body()


def vision(paper: Paper) -> None:
    """The vision that all goals lead to."""
    paper.heading(2, "Vision")
    with paper.when("vision"):
        paper.add("Vision", "{{ vision.text }}")
        paper.otherwise()
        paper.add("Normal", "Ingen vision gäller.")


def results(paper: Paper, value: Column) -> None:
    """Vision, counts, all results at a glance, each goal with its results, and how they are judged."""
    paper.heading(1, "Måluppfyllelse")
    with paper.when("texter.maluppfyllelse"):
        paper.add("Normal", "{{ texter.maluppfyllelse }}")
    with paper.when("not helar"):
        paper.add("Normal", "Bedömningarna är en prognos för hela {{ ar }}, gjord efter den {{ periodslut }}.")
    vision(paper)
    _overview(paper)
    with paper.each("mal in maluppfyllelse.mal"):
        paper.heading(2, "Inriktningsmål {{ anchor(mal.ankare, mal.nummer) }}")
        paper.add("Mål", "{{ mal.text }}")
        paper.add("Uppgift", "{{ mal.sammanvagd.rad }}", "Nämndens resultat sammanvägda: ")
        with paper.each("r in mal.resultat"):
            _result(paper, value)
    with paper.when("maluppfyllelse.ovriga"):
        paper.heading(2, "Resultat utan gällande inriktningsmål")
    with paper.each("r in maluppfyllelse.ovriga"):
        _result(paper, value)
    _dropped(paper)
    paper.heading(2, "Så görs bedömningarna")
    paper.add("Normal", "{{ maluppfyllelse.mattregel }}")
    paper.add("Normal", "{{ maluppfyllelse.regel }}")


def _overview(paper: Paper) -> None:
    counts = (
        judgement("Bedömning", 7.0, "a.bedomning", "Summa"),
        number("Antal resultat", 4.0, "{{ a.antal }}", "{{ maluppfyllelse.summa }}"),
    )
    columns = (
        Column("Inriktningsmål", 4.4, "{{ mal.nummer }} {{ mal.text }}"),
        Column("Förväntat resultat", 6.0, "{{ r.nummer }} {{ r.text }}"),
        judgement("Nämndens bedömning", 3.1, "r.bedomning"),
        judgement("Måtten visar", 3.1, "r.siffror"),
    )
    about = "Ett förväntat resultat på varje rad, med målet det hör till och hur det har gått."
    table = Table("Måluppfyllelse i korthet", about, columns, "mal in maluppfyllelse.mal", inner="r in mal.resultat")
    paper.heading(2, "Samlad bild")
    with paper.when("maluppfyllelse.summa"):
        said = "En bedömning på varje rad, en summa sist."
        each = "a in maluppfyllelse.antal"
        counted = Table("Resultat per bedömning", said, counts, each, total=True, together=True)
        paper.table(counted, "Bedömningarna är nämndens egna.")
        paper.otherwise()
        paper.add("Normal", "Nämnden har inga förväntade resultat att följa upp.")
    with paper.when("maluppfyllelse.mal"):
        paper.table(table)


def _result(paper: Paper, value: Column) -> None:
    paper.heading(3, "Förväntat resultat {{ anchor(r.ankare, r.nummer) }}")
    paper.add("Mål", "{{ r.text }}")
    _judgement(paper)
    with paper.when("r.skillnad"):
        paper.add("Analys", "{{ r.skillnad }}")
    _measures(paper, value)
    _analysis(paper)


def _judgement(paper: Paper) -> None:
    own, figures = judgement("Nämndens bedömning", 5.5, "r.bedomning"), judgement("Måtten visar", 5.5, "r.siffror")
    earlier = judgement("Bedömning {{ forra_perioden }}", 5.6, "r.foregaende")
    title, about = "Bedömning av resultat {{ r.nummer }}", "Nämndens bedömning och vad måtten visar."
    with paper.when("forra_perioden"):
        paper.bare_table(OneRow(title, about, (own, figures, earlier), ""), "")
        paper.otherwise()
        paper.bare_table(OneRow(title, about, (own, figures), ""), "")


def _measures(paper: Paper, value: Column) -> None:
    table = Table(
        "Mått på resultat {{ r.nummer }}",
        "Ett mått på varje rad med basvärde, utfall, mål, vad det visar och trend.",
        (
            Column("Nummer", 1.65, "{{ anchor(m.ankare, m.nummer) }}"),
            Column("Mått", 3.45, "{{ m.text }}\n{{ m.enhet }}, bättre när {{ m.riktning }}"),
            number("Basvärde\n(år)", 2.1, "{{ m.bas }}"),
            number("Utfall", 1.4, "{{ m.utfall }}"),
            value,
            number("Mål\n{{ ar }}", 1.3, "{{ m.mal }}"),
            judgement("Måttet visar", 2.9, "m.bedomning"),
            Column("Trend", 2.3, "{{ m.trend }}"),
        ),
        "m in r.matt",
    )
    with paper.when("r.matt"):
        paper.table(table, TREND)
        with paper.each("m in r.matt"):
            with paper.when("m.avser"):
                paper.add("Tabellnot", "Utfallet för {{ m.nummer }} avser {{ m.avser }}.")
            with paper.when("m.kalla"):
                paper.add("Tabellnot", "{{ m.nummer }}: {{ m.kalla }}")
            with paper.when("m.ej_matt"):
                paper.add("Tabellnot", "{{ m.nummer }} är inte mätt: {{ m.ej_matt }}")
            with paper.when("m.kommentar"):
                paper.add("Analys", "{{ m.kommentar }}", "{{ m.nummer }}: ")
        measure_diagrams(paper, "r.matt", "resultat {{ r.nummer }}")
        paper.otherwise()
        paper.add("Analys", "Resultatet har inga mått.")


def _analysis(paper: Paper) -> None:
    for label, name in (("Analys: ", "r.analys"), ("Analys av effekter: ", "r.effekter"), ("Åtgärd: ", "r.atgard")):
        with paper.when(name):
            paper.add("Analys", f"{{{{ {name} }}}}", label)
    with paper.when("r.atgard"):
        paper.add("Analys", "{{ r.atgard_ansvarig }}. Klar: {{ r.atgard_datum }}.", "Ansvarig för åtgärden: ")
    with paper.when("r.atgard_saknas"):
        paper.add("Analys", "är inte angiven.", "Åtgärd ")


def _dropped(paper: Paper) -> None:
    columns = (
        Column("Nummer", 1.7, "{{ anchor(u.ankare, u.nummer) }}"),
        Column("Förväntat resultat", 8.3, "{{ u.text }}"),
        Column("Kommentar", 6.6, "{{ u.kommentar or '–' }}"),
    )
    with paper.when("maluppfyllelse.utgangna or maluppfyllelse.utgangna_matt"):
        paper.heading(2, "Utgått ur planen")
    with paper.when("maluppfyllelse.utgangna_matt"):
        paper.add(
            "Normal", "Följande mått har utgått och deras nummer används inte igen: {{ maluppfyllelse.utgangna_matt }}."
        )
    with paper.when("maluppfyllelse.utgangna"):
        paper.add("Uppgift", "Följande resultat har utgått under året och deras nummer används inte igen.")
        table = Table("Resultat som har utgått", "Ett resultat på varje rad.", columns, "u in maluppfyllelse.utgangna")
        paper.table(table)
