"""The template of målkedjan: the vision, each goal with all that leads to it, and the way back; landscape pages."""

from .diagrams import diagram
from .look import LANDSCAPE_WIDTH, REPORT, Style, headings
from .opening import cover
from .paper import Paper
from .rapportmal import TREND, OneRow
from .tables import Column, Table, judgement, number

_LABEL = Style("Radrubrik", "Radrubrik", bold=True, before=8, after=3, keep_next=True)


def write() -> Paper:
    """The whole template."""
    paper = Paper("Målkedjan", (*headings(parts=False), *REPORT, _LABEL), 1, landscape=True)
    paper.head_and_foot(
        "{{ rubrik }}\t{{ mrp_rubrik }}, {{ status.rad }}",
        "{{ titelsida.kommun }}, dnr {{ titelsida.diarienummer }}",
        first_head="{{ titelsida.kommun }}",
        first_foot="Diarienummer {{ titelsida.diarienummer }}",
    )
    cover(paper, "{{ mrp_rubrik }}: {{ status.rad }}")
    paper.add("TOC Heading", "Innehåll")
    paper.add("Normal", "[[innehåll 1-2]]")
    _overview(paper)
    with paper.each("g in mal"):
        _goal(paper)
    with paper.when("losa"):
        paper.heading(1, "Resultat som inte leder till något gällande mål")
    with paper.each("r in losa"):
        _result(paper)
    _both_ways(paper)
    _sources(paper)
    return paper


def _overview(paper: Paper) -> None:
    paper.heading(1, "Från vision till aktivitet", new_page=True)
    with paper.when("vision"):
        paper.add("Vision", "{{ vision.text }}")
        paper.otherwise()
        paper.add("Normal", "Ingen vision gäller.")
    with paper.when("visionsord"):
        paper.add("Normal", "{{ visionsord }}")
    with paper.when("uppfoljd"):
        paper.add("Normal", "Bedömningarna är nämndernas senast rapporterade ({{ period }}).")
        paper.otherwise()
        paper.add("Normal", "Ingen uppföljning är rapporterad ännu. Mål, resultat, mått och aktiviteter är planernas.")
    with paper.when("saknas"):
        paper.add("Uppgift", "{{ saknas }}", "Har inte rapporterat perioden: ")
    with paper.when("tidigare"):
        paper.add("Normal", "{{ tidigare }}", "Tidigare bedömningar visas för: ")
    with paper.when("status.anmarkning"):
        paper.add("Tabellnot", "{{ status.anmarkning }}")
    _goals(paper)
    diagram(paper, "Resultat per bedömning och inriktningsmål", "diagram", size='"24 cm", "7,5 cm"')
    _activities(paper)


def _goals(paper: Paper) -> None:
    counts = (
        ("{{ ord.uppfyllt }}", "uppfyllt"), ("{{ ord.delvis }}", "delvis"), ("{{ ord.ej }}", "ej"),
        ("{{ ord.okant }}", "okant"), ("Ännu ej följt upp", "ej_foljt"), ("Resultat", "summa"),
    )  # fmt: skip
    columns = (
        Column("Inriktningsmål", 7.3, "{{ m.nummer }} {{ m.text }}", total="Alla mål"),
        *(number(head, 1.95, f"{{{{ m.antal.{name} }}}}", f"{{{{ antal.{name} }}}}") for head, name in counts),
        judgement("Resultaten sammanvägda", 3.1, "m.sammanvagd"),
        judgement("Kommunstyrelsens bedömning", 3.1, "m.bedomning"),
    )
    about = "Ett inriktningsmål på varje rad med antal resultat per bedömning, en summa sist."
    table = Table("Målen och deras resultat", about, columns, "m in mal", total=True, width=LANDSCAPE_WIDTH)
    with paper.when("mal"):
        paper.table(table)
        with paper.when("losa"):
            paper.add("Tabellnot", "Resultat som inte leder till något gällande mål räknas med i summan.")
        paper.otherwise()
        paper.add("Normal", "Inga inriktningsmål är beslutade.")


def _activities(paper: Paper) -> None:
    columns = (
        judgement("Läge", 7.0, "a.bedomning", "Summa"),
        number("Antal aktiviteter", 4.0, "{{ a.antal }}", "{{ aktiviteter_summa }}"),
    )
    table = Table(
        "Aktiviteterna", "Ett läge på varje rad, en summa sist.", columns, "a in aktiviteter", total=True,
        together=True, width=LANDSCAPE_WIDTH,
    )  # fmt: skip
    with paper.when("aktiviteter_summa"):
        paper.table(table)
        paper.otherwise()
        paper.add("Normal", "Inga aktiviteter är beslutade.")


def _goal(paper: Paper) -> None:
    paper.heading(1, "Inriktningsmål {{ anchor(g.ankare, g.nummer) }}", new_page=True)
    paper.add("Mål", "{{ g.text }}")
    paper.add("Uppgift", "{{ g.ansvariga }}", "{{ g.ansvariga_rubrik }}: ")
    paper.add("Uppgift", "{{ g.bidragande }}", "Bidrar: ")
    paper.add("Uppgift", "{{ g.period }}, beslutat av kommunfullmäktige {{ g.beslut }}", "Gäller: ")
    columns = (
        judgement("Nämndernas resultat sammanvägda", 8.0, "g.sammanvagd"),
        judgement("Kommunstyrelsens bedömning", 8.0, "g.bedomning"),
    )
    title, about = "Bedömning av inriktningsmål {{ g.nummer }}", "Resultaten sammanvägda och målets bedömning."
    paper.bare_table(OneRow(title, about, columns, "", width=LANDSCAPE_WIDTH), "")
    with paper.when("g.motivering"):
        paper.add("Analys", "{{ g.motivering }}")
    with paper.when("g.matt"):
        paper.add("Radrubrik", "Kommunfullmäktiges mått på målet")
        _measures(paper, "g.matt", "inriktningsmål {{ g.nummer }}")
    with paper.when("not g.resultat"):
        paper.add("Normal", "Inget förväntat resultat leder till målet.")
    with paper.each("r in g.resultat"):
        _result(paper)


def _result(paper: Paper) -> None:
    paper.heading(2, "{{ r.kod }} {{ anchor(r.ankare, r.nummer) }}")
    paper.add("Mål", "{{ r.text }}")
    columns = (
        Column("Nämnd", 6.8, "{{ r.namnd }}"),
        Column("Ska nås", 3.4, "{{ r.period }}"),
        judgement("Nämndens bedömning", 5.2, "r.bedomning"),
        judgement("Måtten visar", 5.2, "r.siffror"),
        Column("Bedömningen gäller", 4.6, "{{ r.bedomd }}"),
    )
    title, about = "Bedömning av resultat {{ r.nummer }}", "Nämndens bedömning och vad måtten visar."
    paper.bare_table(OneRow(title, about, columns, "", width=LANDSCAPE_WIDTH), "")
    with paper.when("r.skillnad"):
        paper.add("Analys", "{{ r.skillnad }}")
    with paper.when("r.matt"):
        paper.add("Radrubrik", "Mått")
        _measures(paper, "r.matt", "resultat {{ r.nummer }}")
        paper.otherwise()
        paper.add("Analys", "Resultatet har inga mått.")
    _result_activities(paper)


def _measures(paper: Paper, loop: str, owner: str) -> None:
    """During the year the value judged is the prognosis, so it stands there too."""
    about = "Ett mått på varje rad med basvärde, mål, utfall och trend."
    outcome, expected = number("Utfall", 2.1, "{{ m.utfall }}"), number("Prognos {{ ar }}", 2.1, "{{ m.prognos }}")
    for condition, text, values in (("helar", 8.2, (outcome,)), ("not helar", 6.1, (outcome, expected))):
        columns = (
            Column("Nummer", 1.8, "{{ anchor(m.ankare, m.nummer) }}"),
            Column("Mått", text, "{{ m.text }} ({{ m.enhet }}, bättre när {{ m.riktning }})"),
            number("Basvärde (år)", 2.8, "{{ m.bas }}"),
            number("Mål {{ ar }}", 2.1, "{{ m.mal }}"),
            *values,
            judgement("Måttet visar", 4.6, "m.bedomning"),
            Column("Trend", 3.6, "{{ m.trend }}"),
        )
        with paper.when(condition):
            paper.bare_table(Table(f"Mått på {owner}", about, columns, f"m in {loop}", width=LANDSCAPE_WIDTH), TREND)
    with paper.each(f"m in {loop}"), paper.when("m.kalla"):
        paper.add("Tabellnot", "{{ m.nummer }}: {{ m.kalla }}")


def _result_activities(paper: Paper) -> None:
    columns = (
        Column("Nummer", 1.8, "{{ anchor(a.ankare, a.nummer) }}"),
        Column("Aktivitet", 9.0, "{{ a.text }}"),
        Column("Ansvarig", 4.4, "{{ a.ansvarig }}"),
        Column("Tid", 5.4, "{{ a.tid }}"),
        judgement("Läge", 4.6, "a.lage"),
    )
    table = Table(
        "Aktiviteter för resultat {{ r.nummer }}", "En aktivitet på varje rad med ansvarig, tid och läge.", columns,
        "a in r.aktiviteter", width=LANDSCAPE_WIDTH,
    )  # fmt: skip
    with paper.when("r.aktiviteter"):
        paper.add("Radrubrik", "Aktiviteter")
        paper.bare_table(table, "")
        paper.otherwise()
        paper.add("Analys", "Resultatet har inga aktiviteter.")


def _both_ways(paper: Paper) -> None:
    goal, result = Column("Inriktningsmål", 4.7, "{{ k.mal }}"), Column("Nämndens resultat", 6.2, "{{ k.resultat }}")
    judged, state = judgement("Bedömning", 3.2, "k.bedomning"), judgement("Läge", 3.1, "k.lage")
    activity, owner = Column("Aktivitet", 4.8, "{{ k.aktivitet }}"), Column("Ansvarig", 3.3, "{{ k.ansvarig }}")
    about = "En väg genom målkedjan på varje rad; texter upprepas så att varje rad kan läsas för sig."
    down, up = (goal, result, judged, activity, owner, state), (owner, activity, state, result, judged, goal)
    paper.heading(1, "Målkedjan åt båda håll", new_page=True)
    with paper.when("vision"):
        paper.add("Uppgift", "{{ vision.text }}", "Alla vägar börjar och slutar i visionen: ")
    with paper.when("nedat"):
        paper.table(Table("Från målen till aktiviteterna", about, down, "k in nedat", width=LANDSCAPE_WIDTH))
        paper.otherwise()
        paper.add("Normal", "Målkedjan är tom.")
    with paper.when("uppat"):
        table = Table("Från aktiviteterna till målen", about, up, "k in uppat", width=LANDSCAPE_WIDTH)
        paper.table(table, "Tabellen är ordnad efter nämnd och sedan efter vem som svarar för aktiviteten.")


def _sources(paper: Paper) -> None:
    columns = (
        Column("Kod", 2.0, "{{ u.kod }}"),
        Column("Nämnd", 8.0, "{{ u.namnd }}"),
        Column("Verksamhetsplan {{ ar }}", 6.0, "{{ u.plan }}"),
        Column("Senaste uppföljning", 9.2, "{{ u.rapport }}"),
    )
    about = "En nämnd på varje rad med sin plan och sin senaste uppföljning."
    paper.heading(1, "Underlag")
    paper.add("Normal", "Mål och resultat står i {{ mrp_rubrik }} ({{ status.rad }}). {{ status.beslut }}.")
    with paper.when("underlag"):
        paper.table(Table("Nämndernas planer och uppföljningar", about, columns, "u in underlag",
                          width=LANDSCAPE_WIDTH))  # fmt: skip
    paper.heading(2, "Så görs bedömningarna")
    paper.add("Normal", "{{ mattregel }}")
    paper.add("Normal", "{{ regel }}")
