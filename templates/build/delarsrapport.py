"""The template of a nämnd's delårsrapport: the economy so far, and what the year is expected to become."""

from .namndrapport import chapters, report_paper
from .paper import Paper
from .tables import Column, number


def write() -> Paper:
    """The whole template."""
    paper = report_paper("Delårsrapport")
    chapters(paper, "prognos", number("Prognos\n{{ ar }}", 1.5, "{{ m.prognos }}"), _economy(), _investments())
    return paper


def _economy() -> tuple[Column, ...]:
    return (
        Column("Verksamhet", 4.2, "{{ v.kod }} {{ v.benamning }}", total="Summa"),
        number("Budget\nhelår", 2.0, "{{ v.budget_helar|tkr }}", "{{ ekonomi.summa.budget_helar|tkr }}"),
        number("Budget\nperioden", 2.0, "{{ v.budget|tkr }}", "{{ ekonomi.summa.budget|tkr }}"),
        number("Utfall\nperioden", 2.0, "{{ v.utfall|tkr }}", "{{ ekonomi.summa.utfall|tkr }}"),
        number("Avvikelse\nperioden", 2.0, "{{ v.avvikelse|tkr_tecken }}", "{{ ekonomi.summa.avvikelse|tkr_tecken }}"),
        number("Prognos\nhelår", 2.0, "{{ v.prognos|tkr }}", "{{ ekonomi.summa.prognos|tkr }}"),
        number(
            "Avvikelse\nmot budget", 2.4, "{{ v.prognosavvikelse|tkr_tecken }}",
            "{{ ekonomi.summa.prognosavvikelse|tkr_tecken }}",
        ),
    )  # fmt: skip


def _investments() -> tuple[Column, ...]:
    total = "investeringar.summa"
    return (
        Column("Objekt", 5.2, "{{ v.benamning }}", total="Summa"),
        Column("Slag", 2.4, "{{ v.slag }}"),
        number("Budget\nhelår", 2.2, "{{ v.budget_helar|tkr }}", f"{{{{ {total}.budget_helar|tkr }}}}"),
        number("Utfall\nperioden", 2.2, "{{ v.utfall|tkr }}", f"{{{{ {total}.utfall|tkr }}}}"),
        number("Prognos\nhelår", 2.2, "{{ v.prognos|tkr }}", f"{{{{ {total}.prognos|tkr }}}}"),
        number(
            "Avvikelse\nmot budget", 2.4, "{{ v.prognosavvikelse|tkr_tecken }}",
            f"{{{{ {total}.prognosavvikelse|tkr_tecken }}}}",
        ),
    )  # fmt: skip
