"""What the papers of a meeting look like alike: a head with the facts, att-satser, lists of people."""

from .look import MEETING, plain_headings
from .paper import Paper
from .tables import Column, Table


def meeting_paper(title: str, foot: str = "{{ rubrik }}") -> Paper:
    """An upright paper of a few pages, in the nämnd's name."""
    paper = Paper(title, (*plain_headings(), *MEETING), None)
    paper.head_and_foot("{{ mote.kommun }}\t{{ mote.namnd }}", foot)
    return paper


def opening(paper: Paper, heading: str) -> None:
    """The heading; what is invented says so."""
    paper.add("Rubrik utan nummer", heading)
    with paper.when("mote.exempel"):
        paper.add("Uppgift sist", "{{ mote.exempel }}", "Märkning: ")


def signature(paper: Paper, name: str, label: str = "") -> None:
    """A line to sign on, with the name below it."""
    paper.add("Underskrift", "______________________________________")
    paper.add("Uppgift sist", f"{{{{ {name} }}}}", f"{label}: " if label else "")


def signatures(paper: Paper, one: tuple[str, str], other: tuple[str, str]) -> None:
    """Two lines to sign on side by side, each with its label and name below it."""
    paper.add("Underskrift", "_____________________________\t_____________________________")
    paper.add("Underskrivare", "\t".join(f"{label}: {{{{ {name} }}}}" for label, name in (one, other)))


def receivers(paper: Paper, name: str) -> None:
    """To whom the decision is sent."""
    with paper.each(f"m in {name}"):
        paper.add("List Bullet", "{{ m }}")


def section(paper: Paper, level: int, heading: str, name: str) -> None:
    """A heading with its text; nothing where there is none."""
    with paper.when(name):
        paper.heading(level, heading)
        paper.add("Normal", f"{{{{ {name} }}}}")


def people(paper: Paper, title: str, name: str) -> None:
    """A list of those who were there."""
    columns = (
        Column("Namn", 7.0, "{{ n.namn }}"), Column("Roll", 4.6, "{{ n.roll }}"),
        Column("Anmärkning", 5.0, "{{ n.anmarkning }}"),
    )  # fmt: skip
    with paper.when(name):
        paper.heading(3, title)
        paper.bare_table(Table(title, "En person på varje rad.", columns, f"n in {name}"), "")


def decision(paper: Paper, name: str) -> None:
    """What a § says under its heading."""
    with paper.when(f"{name}.dnr != '–'"):
        paper.add("Uppgift sist", f"{{{{ {name}.dnr }}}}", "Diarienummer: ")
    paper.heading(3, "Beslut")
    paper.add("Normal", f"{{{{ {name}.beslut }}}}")
    section(paper, 3, "Reservation", f"{name}.reservation")
    section(paper, 3, "Sammanfattning av ärendet", f"{name}.sammanfattning")
    section(paper, 3, "Beslutsgång", f"{name}.beslutsgang")
    section(paper, 3, "Beslutsunderlag", f"{name}.underlag")
    with paper.when(f"{name}.mottagare"):
        paper.heading(3, "Beslutet skickas till")
        receivers(paper, f"{name}.mottagare")
