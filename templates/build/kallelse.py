"""The template of a summons."""

from .motet import meeting_paper, opening
from .paper import Paper


def write() -> Paper:
    """The whole template."""
    paper = meeting_paper("Kallelse")
    opening(paper, "Kallelse till {{ mote.namnd }}")
    for label, name in (("Dag", "mote.datum"), ("Tid", "mote.tid"), ("Plats", "mote.plats"),
                        ("Ordförande", "mote.ordforande")):  # fmt: skip
        paper.add("Uppgift", f"{{{{ {name} }}}}", f"{label}: ")
    paper.add("Uppgift sist", "{{ mote.sekreterare }}", "Sekreterare: ")
    paper.heading(1, "Kallade")
    paper.add("Normal", "{{ kallade }}")
    with paper.when("forhinder"):
        paper.heading(1, "Anmäl förhinder")
        paper.add("Normal", "{{ forhinder }}")
    paper.heading(1, "Ärenden")
    paper.add("Normal", "Föredragningslistan med {{ antal }} och handlingarna följer med kallelsen.")
    return paper
