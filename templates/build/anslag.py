"""The template of the public notice that minutes are approved."""

from .motet import meeting_paper, opening, signature
from .paper import Paper

_THEN = (
    "Justeringen tillkännages på kommunens anslagstavla. Besluten kan överklagas genom laglighetsprövning inom tre "
    "veckor från det att anslaget sattes upp."
)


def write() -> Paper:
    """The whole template."""
    paper = meeting_paper("Anslag", "Anslag, {{ mote.namnd }} {{ mote.datum }}")
    opening(paper, "Anslag")
    with paper.when("anslag.ar_justerat"):
        paper.add("Normal", f"Protokollet är justerat. {_THEN}")
        paper.otherwise()
        paper.add("Normal", f"Protokollet justerades den {{{{ anslag.justerat }}}} (fyll i dagen). {_THEN}")
    for label, name in (("Organ", "mote.namnd"), ("Sammanträdesdag", "mote.datum"), ("Paragrafer", "spann"),
                        ("Protokollet justerat", "anslag.justerat"), ("Anslaget sattes upp", "anslag.upp"),
                        ("Anslaget tas tidigast ned", "anslag.ned"), ("Protokollet förvaras", "anslag.forvaras"),
                        ("Sekreterare", "mote.sekreterare")):  # fmt: skip
        paper.add("Uppgift", f"{{{{ {name} }}}}", f"{label}: ")
    paper.heading(3, "Underskrift")
    signature(paper, "mote.sekreterare")
    return paper
