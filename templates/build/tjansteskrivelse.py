"""The template of a tjänsteskrivelse."""

from .motet import meeting_paper, opening, receivers, section, signatures
from .paper import Paper


def write() -> Paper:
    """The whole template."""
    paper = meeting_paper("Tjänsteskrivelse", "Tjänsteskrivelse, dnr {{ dnr }}")
    opening(paper, "{{ rubrik }}")
    facts = (
        ("Till", "mote.namnd }} {{ mote.datum }}, ärende {{ arende"), ("Diarienummer", "dnr"), ("Datum", "datum"),
        ("Förvaltning", "mote.forvaltning"), ("Handläggare", "handlaggare"),
    )  # fmt: skip
    for label, name in facts:
        paper.add("Uppgift", f"{{{{ {name} }}}}", f"{label}: ")
    section(paper, 1, "Förslag till beslut", "forslag")
    for heading, name in (("Sammanfattning", "sammanfattning"), ("Beskrivning av ärendet", "beskrivning"),
                          ("Ekonomiska konsekvenser", "ekonomi"), ("Beslutsunderlag", "underlag")):  # fmt: skip
        section(paper, 1, heading, name)
    with paper.when("mottagare"):
        paper.heading(1, "Beslutet skickas till")
        receivers(paper, "mottagare")
    paper.heading(1, "Underskrifter")
    signatures(paper, ("Handläggare", "handlaggare"), ("Chef", "chef"))
    return paper
