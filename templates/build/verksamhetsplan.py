"""The template of the verksamhetsplan."""

from .common import appendices, chain_tables, chapter, measures
from .diagrams import diagram, measure_diagrams
from .look import headings
from .opening import open_paper
from .paper import Paper
from .tables import Column, Table, number

KOSTNADER = "Belopp i tkr. Intäkter och kostnader anges med plus; netto är kostnader minus intäkter."


def write() -> Paper:
    """The whole template."""
    paper = Paper("Verksamhetsplan", headings(parts=False), 1)
    paper.head_and_foot(
        "{{ rubrik }}\t{{ status.rad }}",
        "{{ titelsida.kommun }}, dnr {{ titelsida.diarienummer }}",
        first_head="{{ titelsida.kommun }}",
        first_foot="Diarienummer {{ titelsida.diarienummer }}",
    )
    open_paper(paper, "1-2")
    _introduction(paper)
    _assignment(paper)
    _results(paper)
    _description(paper)
    _budget(paper)
    _investments(paper)
    chapter(paper, 1, "Uppföljning", "texter.uppfoljning")
    _appendices(paper)
    return paper


def _introduction(paper: Paper) -> None:
    paper.heading(1, "Inledning", new_page=True)
    with paper.when("texter.inledning"):
        paper.add("Normal", "{{ texter.inledning }}")
    paper.add("Normal", "Planen utgår från {{ mrp_rubrik }} ({{ mrp_status.rad }}). {{ mrp_status.beslut }}.")
    with paper.when("framtagen_av"):
        paper.add("Uppgift", "{{ framtagen_av }}", "Framtagen av: ")
    with paper.when("delgiven"):
        paper.add("Uppgift", "Cheferna går igenom planen med medarbetarna.", "Delgivning: ")
    paper.heading(2, "Vision")
    with paper.when("vision"):
        paper.add("Vision", "{{ vision.text }}")
        paper.otherwise()
        paper.add("Normal", "Ingen vision gäller.")


def _assignment(paper: Paper) -> None:
    paper.heading(1, "Nämndens uppdrag och organisation")
    chapter(paper, 2, "Uppdrag", "texter.uppdrag", required=True)
    chapter(paper, 2, "Organisation", "texter.organisation", required=True)
    chapter(paper, 2, "Verksamheten under året", "texter.verksamhet")


def _results(paper: Paper) -> None:
    paper.heading(1, "Resultat- och aktivitetsplan")
    with paper.when("not mal"):
        paper.add("Normal", "Nämnden har inga förväntade resultat i mål- och resursplanen.")
    _overview(paper)
    with paper.each("mal in mal"):
        paper.heading(2, "Inriktningsmål {{ anchor(mal.ankare, mal.nummer) }}")
        paper.add("Mål", "{{ mal.text }}")
        with paper.each("r in mal.resultat"):
            _result(paper)
    _contributions(paper)


def _overview(paper: Paper) -> None:
    """Goals and results at a glance; the goal's text is repeated rather than merged."""
    columns = (
        Column("Inriktningsmål", 5.4, "{{ mal.nummer }} {{ mal.text }}"),
        Column("Förväntat resultat", 6.45, "{{ r.nummer }} {{ r.text }}"),
        Column("Period", 2.85, "{{ r.period }}"),
        number("Antal\naktiviteter", 1.9, "{{ r.aktiviteter|length }}"),
    )
    about = "Ett förväntat resultat på varje rad, med målet det hör till."
    table = Table("Översikt", about, columns, "mal in mal", inner="r in mal.resultat")
    with paper.when("mal"):
        paper.table(table)


def _result(paper: Paper) -> None:
    paper.heading(3, "Förväntat resultat {{ anchor(r.ankare, r.nummer) }}")
    paper.add("Mål", "{{ r.text }}")
    paper.add("Uppgift", "{{ r.period }}", "Period: ")
    paper.add("Uppgift", "{{ r.verksamheter }}", "Verksamheter: ")
    measures(paper, "r.matt", "resultat {{ r.nummer }}")
    measure_diagrams(paper, "r.matt", "resultat {{ r.nummer }}")
    table = Table(
        "Aktiviteter för resultat {{ r.nummer }}",
        "En aktivitet på varje rad med enhet, ansvarig och tid.",
        (
            Column("Nummer", 1.6, "{{ anchor(a.ankare, a.nummer) }}"),
            Column("Aktivitet", 4.4, "{{ a.text }}"),
            Column("Verksamhet och enhet", 3.9, "{{ a.plats }}"),
            Column("Ansvarig", 3.6, "{{ a.ansvarig }}"),
            Column("Tid", 3.1, "{{ a.tid }}"),
        ),
        "a in r.aktiviteter",
    )
    with paper.when("r.aktiviteter"):
        paper.table(table)
        paper.otherwise()
        paper.add("Normal", "Inga aktiviteter är planerade.")
    with paper.when("r.utgar"):
        paper.add("Tabellnot", "Följande aktiviteter utgår och deras nummer används inte igen: {{ r.utgar }}.")


def _contributions(paper: Paper) -> None:
    columns = (
        Column("Nummer", 1.7, "{{ b.nummer }}"),
        Column("Förväntat resultat", 9.9, "{{ b.text }}"),
        Column("Ansvarig nämnd", 5.0, "{{ b.namnd }}"),
    )
    with paper.when("bidrag"):
        paper.heading(2, "Bidrag till andra nämnders resultat")
        table = Table("Resultat som nämnden bidrar till", "Ett resultat på varje rad.", columns, "b in bidrag")
        paper.table(table)


def _description(paper: Paper) -> None:
    columns = (
        Column("Slag", 3.0, "{{ u.slag }}"),
        Column("Uppdrag eller åtagande", 4.6, "{{ u.text }}"),
        Column("Motpart", 3.9, "{{ u.motpart }}"),
        Column("Källa", 3.4, "{{ u.kalla }}"),
        number("Belopp", 1.7, "{{ u.belopp|tkr }}"),
    )
    paper.heading(1, "Verksamhetsbeskrivning")
    with paper.each("g in verksamhetsbeskrivning"):
        paper.heading(2, "{{ g.rubrik }}")
        with paper.when("g.rader"):
            table = Table("{{ g.rubrik }}", "Ett uppdrag eller åtagande på varje rad.", columns, "u in g.rader")
            paper.table(table, "Belopp i tkr, inom nämndens ram.")
            paper.otherwise()
            paper.add("Normal", "{{ g.tom }}")


def _budget(paper: Paper) -> None:
    names = ("intakter", "personal", "lokal", "ovrigt", "kapital", "netto", "netto_forra")
    heads = (
        "Intäkter", "Personal\u00adkostnader", "Lokal\u00adkostnader", "Övriga\nkostnader", "Kapital\u00adkostnader",
        "Netto\n{{ ar }}", "Netto\n{{ ar - 1 }}",
    )  # fmt: skip
    amounts = tuple(
        number(head, 1.8, f"{{{{ v.{name}|tkr }}}}", f"{{{{ detaljbudget.summa.{name}|tkr }}}}")
        for head, name in zip(heads, names, strict=True)
    )
    first = Column("Verksamhet", 4.0, "{{ v.kod }} {{ v.benamning }}", total="Summa")
    about = "En verksamhet på varje rad med intäkter, kostnader och netto, en summa sist."
    table = Table("Detaljbudget", about, (first, *amounts), "v in detaljbudget.rader", total=True)
    paper.heading(1, "Detaljbudget")
    with paper.when("texter.detaljbudget"):
        paper.add("Normal", "{{ texter.detaljbudget }}")
    with paper.when("detaljbudget.rader"):
        paper.table(table, KOSTNADER)
        diagram(paper, "Nettobudget per verksamhet {{ ar }} och {{ ar - 1 }}", "diagram.detaljbudget")
        paper.otherwise()
        paper.add("Normal", "Ingen detaljbudget är upprättad.")
    _against_frame(paper)


def _against_frame(paper: Paper) -> None:
    columns = (
        Column("Anslagsbindningsnivå", 5.1, "{{ n.niva }}"),
        number("Ram i mål- och\nresursplanen", 2.9, "{{ n.mrp|tkr }}"),
        number("Senare\nändringar", 2.1, "{{ n.andring|tkr_tecken }}"),
        number("Ram att\nfördela", 2.2, "{{ n.ram|tkr }}"),
        number("Detaljbudget\nnetto", 2.3, "{{ n.netto|tkr }}"),
        number("Differens", 2.0, "{{ n.differens|tkr_tecken }}"),
    )
    about = "En anslagsbindningsnivå på varje rad."
    table = Table("Jämförelse med ramen", about, columns, "n in detaljbudget.nivaer", together=True)
    paper.heading(2, "Jämförelse med ramen")
    with paper.when("detaljbudget.nivaer"):
        paper.table(table, "Belopp i tkr. Differens är netto minus ram: plus är över ramen, 0 är rätt.")
        paper.otherwise()
        paper.add("Normal", "Nämnden har ingen ram i mål- och resursplanen.")


def _investments(paper: Paper) -> None:
    heads = ("Budget {{ ar }}", "Plan {{ ar + 1 }}", "Plan {{ ar + 2 }}")
    amounts = tuple(
        number(head, 2.5, f"{{{{ i.ar_{n}|tkr }}}}", f"{{{{ investeringar_summa.ar_{n}|tkr }}}}")
        for n, head in enumerate(heads, 1)
    )
    columns = (Column("Objekt", 6.6, "{{ i.objekt }}", total="Summa"), Column("Slag", 2.5, "{{ i.slag }}"), *amounts)
    table = Table("Investeringar", "Ett objekt på varje rad, en summa sist.", columns, "i in investeringar", total=True)
    paper.heading(1, "Investeringar")
    with paper.when("texter.investeringar"):
        paper.add("Normal", "{{ texter.investeringar }}")
    with paper.when("investeringar"):
        paper.table(table, "Belopp i tkr. Utgift anges med plus.")
        paper.otherwise()
        paper.add("Normal", "Nämnden har inga investeringar.")


def _appendices(paper: Paper) -> None:
    columns = (
        Column("Inriktningsmål", 4.1, "{{ k.mal }}"),
        Column("Förväntat resultat", 4.5, "{{ k.resultat }}"),
        Column("Aktivitet", 4.4, "{{ k.aktivitet }}"),
        Column("Enhet eller ansvarig", 3.6, "{{ k.ansvarig }}"),
    )
    appendices(paper)
    chain_tables(paper, columns)
