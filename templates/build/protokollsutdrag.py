"""The template of an extract of the minutes."""

from .motet import decision, meeting_paper, opening, signature
from .paper import Paper


def write() -> Paper:
    """The whole template."""
    paper = meeting_paper("Protokollsutdrag")
    opening(paper, "Protokollsutdrag")
    for label, name in (("Nämnd", "mote.namnd"), ("Dag", "mote.datum"), ("Till", "mottagare"),
                        ("Justerat", "anslag.justerat")):  # fmt: skip
        paper.add("Uppgift", f"{{{{ {name} }}}}", f"{label}: ")
    paper.heading(1, "§\u00a0{{ anchor(paragraf.ankare, paragraf.nummer) }} {{ paragraf.rubrik }}")
    decision(paper, "paragraf")
    paper.heading(3, "Utdraget bestyrks")
    signature(paper, "mote.sekreterare")
    return paper
