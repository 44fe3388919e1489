"""What the templates of a nämnd's delårsrapport and årsberättelse have alike."""

from .common import appendices, chapter
from .diagrams import diagram
from .look import REPORT, headings
from .opening import open_paper
from .paper import Paper
from .rapportmal import results
from .tables import Column, Table, judgement, number


def report_paper(title: str) -> Paper:
    """A report begun: head, foot, cover, contents, list of tables."""
    paper = Paper(title, (*headings(parts=False), *REPORT), 1)
    paper.head_and_foot(
        "{{ rubrik }}\t{{ status.rad }}",
        "{{ titelsida.kommun }}, dnr {{ titelsida.diarienummer }}",
        first_head="{{ titelsida.kommun }}",
        first_foot="Diarienummer {{ titelsida.diarienummer }}",
    )
    open_paper(paper, "1-2")
    with paper.when("diagram.finns"):
        paper.add("Rubrik över lista", "Diagram")
        paper.add("Normal", "[[diagramförteckning]]")
    return paper


def chapters(
    paper: Paper, against: str, value: Column, economy: tuple[Column, ...], investments: tuple[Column, ...]
) -> None:
    """Every chapter in order. The paper's own: what the budget is held against, the value beside a mått's
    outcome, and the tables of the economy."""
    _summary(paper)
    chapter(paper, 1, "Viktiga händelser", "texter.handelser", required=True)
    results(paper, value)
    _activities(paper)
    _tasks(paper)
    _economy(paper, against, economy)
    _investments(paper, investments)
    _staff(paper)
    chapter(paper, 1, "Framåtblick", "texter.framatblick", required=True)
    appendices(paper)


def _summary(paper: Paper) -> None:
    columns = (Column("Uppgift", 5.0, "{{ k.uppgift }}"), Column("Läge", 11.6, "{{ k.lage }}"))
    about = "En uppgift på varje rad: resultat, aktiviteter, ekonomi och investeringar."
    paper.heading(1, "Sammanfattning", new_page=True)
    paper.add("Normal", "Rapporten följer upp {{ vp_rubrik }} ({{ vp_status.rad }}) för {{ period }}.")
    with paper.when("framtagen_av"):
        paper.add("Uppgift", "{{ framtagen_av }}", "Framtagen av: ")
    with paper.when("texter.sammanfattning"):
        paper.add("Normal", "{{ texter.sammanfattning }}")
        paper.otherwise()
        paper.add("Normal", "Text saknas.")
    with paper.when("korthet"):
        paper.table(Table("Rapporten i korthet", about, columns, "k in korthet", together=True))


def _activities(paper: Paper) -> None:
    counts = (
        judgement("Läge", 7.0, "a.bedomning", "Summa"),
        number("Antal aktiviteter", 4.0, "{{ a.antal }}", "{{ aktiviteter.summa }}"),
    )
    columns = (
        Column("Nummer", 1.5, "{{ anchor(a.ankare, a.nummer) }}"),
        Column("Aktivitet", 4.9, "{{ a.text }}"),
        Column("Ansvarig", 3.7, "{{ a.ansvarig }}"),
        judgement("Läge", 3.2, "a.lage"),
        Column("Kommentar", 3.3, "{{ a.kommentar or '–' }}"),
    )
    paper.heading(1, "Aktiviteter")
    with paper.when("aktiviteter.rader"):
        paper.add("Uppgift", "Verksamhetsplanens aktiviteter och deras läge den {{ periodslut }}.")
        about = "Ett läge på varje rad, en summa sist."
        table = Table("Aktiviteter per läge", about, counts, "a in aktiviteter.antal", total=True, together=True)
        paper.table(table, "Aktiviteter som utgår räknas med.")
        paper.table(Table("Aktiviteternas läge", "En aktivitet på varje rad med ansvarig, läge och kommentar.",
                          columns, "a in aktiviteter.rader"))  # fmt: skip
        paper.otherwise()
        paper.add("Normal", "Verksamhetsplanen har inga aktiviteter.")
    with paper.when("aktiviteter.utgar"):
        paper.add(
            "Tabellnot", "Följande aktiviteter utgår och deras nummer används inte igen: {{ aktiviteter.utgar }}."
        )


def _tasks(paper: Paper) -> None:
    columns = (
        Column("Slag och motpart", 3.9, "{{ u.vad }}"),
        Column("Uppdrag eller åtagande", 5.0, "{{ u.text }}"),
        judgement("Läge", 3.2, "u.lage"),
        Column("Uppföljning", 4.5, "{{ u.uppfoljning or '–' }}"),
    )
    paper.heading(1, "Uppföljning av verksamhetsbeskrivningen")
    with paper.when("texter.uppdrag"):
        paper.add("Normal", "{{ texter.uppdrag }}")
    with paper.each("g in uppdrag"):
        paper.heading(2, "{{ g.rubrik }}")
        with paper.when("g.rader"):
            paper.table(Table("{{ g.rubrik }}", "Ett uppdrag eller åtagande på varje rad.", columns, "u in g.rader"))
            paper.otherwise()
            paper.add("Normal", "{{ g.tom }}")


def _economy(paper: Paper, against: str, columns: tuple[Column, ...]) -> None:
    about = "En verksamhet på varje rad, en summa sist."
    table = Table("Ekonomi per verksamhet", about, columns, "v in ekonomi.rader", total=True)
    paper.heading(1, "Ekonomi")
    with paper.when("ekonomi.rader"):
        paper.table(table, "{{ ekonomi.tecken }}")
        diagram(paper, f"Budget och {against} {{{{ ar }}}} per verksamhet", "diagram.ekonomi", "Nettokostnad i tkr.")
        paper.otherwise()
        paper.add("Normal", "Nämnden har ingen detaljbudget att följa upp.")
    paper.heading(2, "Ekonomisk analys")
    with paper.when("texter.ekonomi"):
        paper.add("Normal", "{{ texter.ekonomi }}")
        paper.otherwise()
        paper.add("Normal", "Text saknas.")
    _comments(paper, "ekonomi.rader", "{{ v.kod }} {{ v.benamning }}: ")
    paper.heading(2, "Åtgärder")
    with paper.when("texter.ekonomi_atgarder"):
        paper.add("Normal", "{{ texter.ekonomi_atgarder }}")
        paper.otherwise()
        with paper.when("ekonomi.summa.prognosavvikelse < 0"):
            paper.add("Normal", "Åtgärder är inte angivna.")
            paper.otherwise()
            paper.add("Normal", "Nämnden redovisar inga åtgärder: nettokostnaden ryms i budgeten.")


def _investments(paper: Paper, columns: tuple[Column, ...]) -> None:
    about = "Ett objekt på varje rad, en summa sist."
    table = Table("Investeringar", about, columns, "v in investeringar.rader", total=True)
    paper.heading(1, "Investeringar")
    with paper.when("texter.investeringar"):
        paper.add("Normal", "{{ texter.investeringar }}")
    with paper.when("investeringar.rader"):
        paper.table(table, "{{ investeringar.tecken }}")
        paper.otherwise()
        paper.add("Normal", "Nämnden har inga investeringar.")
    _comments(paper, "investeringar.rader", "{{ v.benamning }}: ")


def _comments(paper: Paper, rows: str, label: str) -> None:
    with paper.each(f"v in {rows}"), paper.when("v.kommentar"):
        paper.add("Analys", "{{ v.kommentar }}", label)


def _staff(paper: Paper) -> None:
    first = Column("Uppgift", 6.9, "{{ p.post }}")
    before = number("Samma tid\n{{ ar - 1 }}", 3.2, "{{ p.forra }}")
    earlier = number("{{ forra_perioden }}", 3.3, "{{ p.foregaende }}")
    now = number("{{ period }}", 3.2, "{{ p.utfall }}")
    about = "En uppgift om personalen på varje rad."
    paper.heading(1, "Personal")
    with paper.when("texter.personal"):
        paper.add("Normal", "{{ texter.personal }}")
    with paper.when("not personal"):
        paper.add("Normal", "Inga personaluppgifter är lämnade.")
    with paper.when("personal and forra_perioden"):
        paper.table(Table("Personal", about, (first, before, earlier, now), "p in personal"))
    with paper.when("personal and not forra_perioden"):
        paper.table(Table("Personal", about, (first, before, now), "p in personal"))
    with paper.each("p in personal"), paper.when("p.kommentar"):
        paper.add("Analys", "{{ p.kommentar }}", "{{ p.post }}: ")
