"""What the templates of the municipality's delårsrapport and årsredovisning have alike: every chapter in order.

The förvaltningsberättelse has LKBR's parts. During the year the parts that a delårsrapport need not have stand only
where there is text, and a statement only where it has been filled in.
"""

from .common import appendices, chapter
from .kommunmal import goals
from .namndrapport import report_paper
from .paper import Paper
from .rakenskaper import accounts, balance_requirement, economy, financial_goals, key_figures
from .tables import Column, Table, judgement, number


def joint_paper(title: str, *, during: bool) -> Paper:
    """The whole template; `during` the year it has a prognosis, at its end the outcome alone."""
    paper = report_paper(title)
    _summary(paper, during=during)
    _management_report(paper, whole=not during)
    goals(paper, during=during)
    accounts(paper, during=during)
    economy(paper, during=during)
    _namnder(paper)
    appendices(paper)
    return paper


def _summary(paper: Paper, *, during: bool) -> None:
    columns = (Column("Uppgift", 5.0, "{{ k.uppgift }}"), Column("Läge", 11.6, "{{ k.lage }}"))
    about = "En uppgift på varje rad: mål, resultat, ekonomi och vilka som har rapporterat."
    paper.heading(1, "Sammanfattning", new_page=True)
    followed = "Rapporten följer upp {{ mrp_rubrik }} ({{ mrp_status.rad }}) för {{ period }}."
    law = " Den är kommunens lagstadgade delårsrapport (13 kap. lagen om kommunal bokföring och redovisning)."
    if not during:
        paper.add("Normal", followed)
    else:
        with paper.when("lagstadgad"):
            paper.add("Normal", followed + law)
            paper.otherwise()
            paper.add("Normal", followed)
    with paper.when("framtagen_av"):
        paper.add("Uppgift", "{{ framtagen_av }}", "Framtagen av: ")
    with paper.when("saknas"):
        said = "{{ saknas }}. Rapporten är gjord utan deras underlag."
        paper.add("Observera", said, "Har inte lämnat rapport: ")
    _text(paper, "texter.sammanfattning")
    paper.table(Table("Rapporten i korthet", about, columns, "k in korthet", together=True))
    _reported(paper)


def _reported(paper: Paper) -> None:
    columns = (
        Column("Nämnd", 6.2, "{{ n.namn }}"),
        judgement("Rapport", 7.2, "n.rapport"),
        Column("Diarienummer", 3.2, "{{ n.diarienummer }}"),
    )
    with paper.when("namnder"):
        paper.table(Table("Nämndernas rapporter", "En nämnd på varje rad med beslutet om rapporten.", columns,
                          "n in namnder", together=True))  # fmt: skip


def _management_report(paper: Paper, *, whole: bool) -> None:
    paper.heading(1, "Förvaltningsberättelse")
    chapter(paper, 2, "Översikt över verksamhetens utveckling", "texter.oversikt", required=whole)
    chapter(paper, 2, "Den kommunala koncernen", "texter.koncern")
    chapter(paper, 2, "Viktiga förhållanden för resultat och ekonomisk ställning", "texter.stallning", required=True)
    chapter(paper, 2, "Händelser av väsentlig betydelse", "texter.handelser", required=True)
    chapter(paper, 2, "Styrning och uppföljning av den kommunala verksamheten", "texter.styrning", required=whole)
    paper.heading(2, "God ekonomisk hushållning och ekonomisk ställning")
    _text(paper, "texter.hushallning")
    financial_goals(paper, during=not whole)
    paper.heading(3, "Finansiell analys")
    _text(paper, "texter.finansiell_analys")
    key_figures(paper, during=not whole)
    paper.heading(2, "Balanskravsresultat")
    _text(paper, "texter.balanskrav")
    balance_requirement(paper, during=not whole)
    _staff(paper)
    chapter(paper, 2, "Förväntad utveckling", "texter.utveckling", required=True)


def _staff(paper: Paper) -> None:
    amounts = (
        number("{{ samma_period }}", 3.3, "{{ p.forra }}"), number("{{ forra_perioden }}", 3.3, "{{ p.foregaende }}"),
        number("{{ period }}", 3.3, "{{ p.utfall }}"),
    )  # fmt: skip
    four = (Column("Uppgift", 6.7, "{{ p.post }}"), *amounts)
    three = (Column("Uppgift", 10.0, "{{ p.post }}"), amounts[0], amounts[2])
    about = "En uppgift om personalen på varje rad."
    with paper.when("texter.personal or personal or helar"):
        paper.heading(2, "Väsentliga personalförhållanden")
        with paper.when("texter.personal"):
            paper.add("Normal", "{{ texter.personal }}")
        with paper.when("not personal and not texter.personal"):
            paper.add("Normal", "Text saknas.")
    with paper.when("personal and forra_perioden"):
        paper.table(Table("Personal", about, four, "p in personal"))
    with paper.when("personal and not forra_perioden"):
        paper.table(Table("Personal", about, three, "p in personal"))
    with paper.each("p in personal"), paper.when("p.kommentar"):
        paper.add("Analys", "{{ p.kommentar }}", "{{ p.post }}: ")


def _namnder(paper: Paper) -> None:
    paper.heading(1, "Nämndernas verksamhet")
    paper.add("Uppgift", "Avsnitten bygger på nämndernas egna rapporter.")
    with paper.each("n in namnder"):
        paper.heading(2, "{{ n.namn }}")
        with paper.when("n.rapporterat"):
            _namnd(paper)
            paper.otherwise()
            paper.add("Observera", "{{ n.rapport.ord }} för {{ period }}.")


def _namnd(paper: Paper) -> None:
    paper.add("Uppgift", "{{ n.forvaltning }}", "Förvaltning: ")
    paper.add("Uppgift", "{{ n.rapport.ord }}, dnr {{ n.diarienummer }}.", "Rapport: ")
    paper.add("Uppgift", "{{ n.resultat }}.", "Förväntade resultat: ")
    paper.add("Uppgift sist", "{{ n.ekonomi }}.", "Årets nettokostnad: ")
    _text(paper, "n.sammanfattning")
    for label, name in (
        ("Viktiga händelser", "n.handelser"), ("Ekonomisk analys", "n.analys"),
        ("Åtgärder för ekonomin", "n.atgarder"),
    ):  # fmt: skip
        with paper.when(name):
            paper.add("Mellanrubrik", label)
            paper.add("Normal", f"{{{{ {name} }}}}")


def _text(paper: Paper, name: str) -> None:
    """A text that should be there."""
    with paper.when(name):
        paper.add("Normal", f"{{{{ {name} }}}}")
        paper.otherwise()
        paper.add("Normal", "Text saknas.")
