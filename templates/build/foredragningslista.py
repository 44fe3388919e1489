"""The template of an agenda."""

from .motet import meeting_paper, opening
from .paper import Paper
from .tables import Column, Table, number


def write() -> Paper:
    """The whole template."""
    paper = meeting_paper("Föredragningslista")
    opening(paper, "Föredragningslista")
    for label, name in (("Nämnd", "mote.namnd"), ("Tid", "mote.datum }} kl. {{ mote.tid")):
        paper.add("Uppgift", f"{{{{ {name} }}}}", f"{label}: ")
    paper.add("Uppgift sist", "{{ mote.plats }}", "Plats: ")
    paper.heading(1, "Ärenden")
    paper.bare_table(_list(), "Paragraferna ges vid sammanträdet.")
    paper.heading(1, "Förslag till beslut och handlingar")
    with paper.each("a in arenden"):
        _item(paper)
    return paper


def _list() -> Table:
    columns = (
        number("Nr", 0.9, "{{ anchor(a.ankare, a.nummer) }}"),
        Column("Ärende", 5.2, "{{ a.rubrik }}{% if a.utgar %} (utgår){% endif %}"),
        Column("Typ", 1.9, "{{ a.typ }}"), Column("Diarienummer", 2.4, "{{ a.dnr }}"),
        Column("Föredragande", 3.0, "{{ a.foredragande }}"), Column("Handlingar", 3.2, "{{ a.handlingar }}"),
    )  # fmt: skip
    return Table("Föredragningslista", "Ett ärende på varje rad, i ordning.", columns, "a in arenden")


def _item(paper: Paper) -> None:
    with paper.when("a.utgar"):
        paper.heading(2, "{{ a.nummer }}. {{ a.rubrik }}")
        paper.add("Normal", "Ärendet utgår.")
        paper.otherwise_if("a.forslag or a.bilagor or a.skrivelse")
        paper.heading(2, "{{ a.nummer }}. {{ a.rubrik }}")
        with paper.when("a.forslag"):
            paper.heading(3, "Förslag till beslut")
            paper.add("Normal", "{{ a.forslag }}")
        with paper.when("a.bilagor or a.skrivelse"):
            paper.heading(3, "Handlingar")
        with paper.when("a.skrivelse"):
            paper.add("List Bullet", "{{ a.skrivelse }}")
        with paper.each("b in a.bilagor"):
            paper.add("List Bullet", "Bilaga {{ anchor(b.ankare, b.nummer) }} {{ b.titel }}")
