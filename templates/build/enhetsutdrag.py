"""The template of a unit's extract of the verksamhetsplan: a page or two for its staff."""

from .look import plain_headings
from .paper import Paper
from .tables import Column, Table


def write() -> Paper:
    """The whole template."""
    paper = Paper("Utdrag ur verksamhetsplan", plain_headings(), None)
    paper.head_and_foot("{{ titelsida.kommun }}\t{{ status.rad }}", "{{ rubrik }}, dnr {{ titelsida.diarienummer }}")
    paper.add("Rubrik utan nummer", "{{ enhet }}")
    paper.add("Omslag", "{{ titelsida.titel }} {{ ar }}, {{ namnd }}")
    paper.add("Uppgift", "{{ status.rad }}. {{ status.beslut }}.", "Planens läge: ")
    paper.add("Uppgift", "{{ titelsida.diarienummer }}", "Diarienummer: ")
    with paper.when("titelsida.exempel"):
        paper.add("Uppgift", "{{ titelsida.exempel }}", "Märkning: ")
    with paper.when("vision"):
        paper.add("Vision", "{{ vision.text }}")
    with paper.when("not mal"):
        paper.add("Normal", "Enheten har inga egna aktiviteter i planen.")
    with paper.each("mal in mal"):
        paper.heading(1, "Inriktningsmål {{ anchor(mal.ankare, mal.nummer) }}: {{ mal.text }}")
        with paper.each("r in mal.resultat"):
            _result(paper)
    with paper.when("status.anmarkning"):
        paper.add("Tabellnot", "{{ status.anmarkning }}")
    return paper


def _result(paper: Paper) -> None:
    table = Table(
        "Enhetens aktiviteter för resultat {{ r.nummer }}",
        "En aktivitet på varje rad med ansvarig och tid.",
        (
            Column("Nummer", 1.6, "{{ anchor(a.ankare, a.nummer) }}"),
            Column("Aktivitet", 5.3, "{{ a.text }}"),
            Column("Enhet", 3.4, "{{ a.enhet }}"),
            Column("Ansvarig", 3.4, "{{ a.ansvarig }}"),
            Column("Tid", 2.9, "{{ a.tid }}"),
        ),
        "a in r.aktiviteter",
        together=True,
    )
    paper.heading(2, "Förväntat resultat {{ anchor(r.ankare, r.nummer) }}")
    paper.add("Normal", "{{ r.text }}")
    with paper.each("m in r.matt"):
        paper.add("List Bullet", "{{ m.rad }}; basvärde {{ m.bas }}")
    paper.table(table, "Period för resultatet: {{ r.period }}. Verksamheter: {{ r.verksamheter }}.")
