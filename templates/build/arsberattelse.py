"""The template of a nämnd's årsberättelse: what the year became, against its budget and its last prognosis."""

from .namndrapport import chapters, report_paper
from .paper import Paper
from .tables import Column, number


def write() -> Paper:
    """The whole template."""
    paper = report_paper("Årsberättelse")
    first = Column("Verksamhet", 6.0, "{{ v.kod }} {{ v.benamning }}", total="Summa")
    earlier = number("Förra\nvärdet", 1.5, "{{ m.foregaende }}")
    objects = (Column("Objekt", 5.6, "{{ v.benamning }}", total="Summa"), Column("Slag", 2.6, "{{ v.slag }}"))
    chapters(paper, "utfall", earlier, (first, *_amounts("ekonomi", 2.65)), (*objects, *_amounts("investeringar", 2.1)))
    return paper


def _amounts(table: str, width: float) -> tuple[Column, ...]:
    fields = (
        ("Budget\n{{ ar }}", "budget_helar", "tkr"), ("Senaste\nprognos", "foregaende", "tkr"),
        ("Utfall\n{{ ar }}", "utfall", "tkr"), ("Avvikelse", "avvikelse", "tkr_tecken"),
    )  # fmt: skip
    return tuple(
        number(heading, width, f"{{{{ v.{name}|{form} }}}}", f"{{{{ {table}.summa.{name}|{form} }}}}")
        for heading, name, form in fields
    )
