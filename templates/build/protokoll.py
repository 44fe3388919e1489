"""The template of the minutes."""

from .motet import decision, meeting_paper, opening, people, receivers, signature
from .paper import Paper


def write() -> Paper:
    """The whole template."""
    paper = meeting_paper("Protokoll")
    opening(paper, "Protokoll")
    for label, name in (("Nämnd", "mote.namnd"), ("Dag", "mote.datum"), ("Tid", "tid"), ("Plats", "mote.plats"),
                        ("Paragrafer", "spann"), ("Justerare", "anslag.justerare"),
                        ("Justerat", "anslag.justerat")):  # fmt: skip
        paper.add("Uppgift", f"{{{{ {name} }}}}", f"{label}: ")
    paper.heading(2, "Närvaro")
    people(paper, "Beslutande", "beslutande")
    people(paper, "Ersättare", "ersattare")
    people(paper, "Övriga", "ovriga")
    with paper.when("not beslutande"):
        paper.add("Normal", "Närvaron är ännu inte införd.")
    with paper.when("utgar"):
        paper.heading(2, "Ärenden som utgår")
        receivers(paper, "utgar")
    paper.heading(2, "Underskrifter")
    for label, name in (("Sekreterare", "mote.sekreterare"), ("Ordförande", "mote.ordforande"),
                        ("Justerare", "anslag.justerare")):  # fmt: skip
        signature(paper, name, label)
    with paper.each("p in paragrafer"):
        with paper.when("loop.first"):
            paper.heading(1, "§\u00a0{{ anchor(p.ankare, p.nummer) }} {{ p.rubrik }}", new_page=True)
            paper.otherwise()
            paper.heading(1, "§\u00a0{{ anchor(p.ankare, p.nummer) }} {{ p.rubrik }}")
        decision(paper, "p")
    return paper
