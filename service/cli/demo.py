"""The demo on the terminal: a progress bar while it runs, tables of what it did when it is done."""

import sys
from collections.abc import Iterator
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from service.findings import Level, line, worst_first
from service.usecases.demo.year import Demo, Outcome
from service.usecases.papers.generate import Written

from .printing import NO_OFFICE, OUT, on_page_numbers, print_table
from .year_printing import print_steps


def follow(steps: Iterator[str], total: int, title: str) -> None:
    """Run the steps; on a terminal with a bar that names the one at hand, in a pipe in silence."""
    if not sys.stdout.isatty():
        for _ in steps:
            pass
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[step]}"))
    with Progress(*columns, console=OUT, transient=True) as progress:
        task = progress.add_task(title, total=total, step="")
        for done, step in enumerate(steps):
            progress.update(task, completed=done, step=step)


def report(demo: Demo) -> None:
    """Print what the demo did: workbooks, the wrong ones with what they are told, documents, and what was left out."""
    print_table(
        "Arbetsböcker",
        ("Fil", "Läge", "Varningar", "Upplysningar"),
        [_workbook_row(o) for o in demo.workbooks],
        drawn=True,
    )
    print_table(
        "Felaktiga arbetsböcker (samples/fel)",
        ("Fil", "Läge", "Första beskedet"),
        [_wrong_row(o) for o in demo.wrong],
        drawn=True,
    )
    print_table(
        "Siffror från annat håll (samples/kallor)",
        ("Fil", "Läge", "Varningar", "Upplysningar"),
        [_workbook_row(o) for o in demo.figures],
        drawn=True,
    )
    rows = [(written.name, _state(written), str(written.path)) for written in demo.documents]
    print_table("Dokument", ("Titel", "Läge", "Fil"), rows, drawn=True)
    for opened in demo.years:
        print_steps(opened)
    OUT.print(f"{len(demo.documents)} dokument skrivna i {demo.documents[0].path.parent}.")
    pdfs = sum(written.pdf is not None for written in demo.documents)
    if pdfs:
        OUT.print(f"{pdfs} av dem också som PDF, i samma mapp.")
    else:
        OUT.print(f"Utelämnat: PDF av dokumenten. {NO_OFFICE}")
    if demo.meetings:
        _report_meetings(demo.meetings)
    marked = [outcome.marked_up for outcome in demo.wrong if outcome.marked_up]
    if marked:
        OUT.print(f"{len(marked)} felaktiga arbetsböcker tillbaka med felen markerade i {marked[0].parent}.")
    for remark in {remark: None for written in demo.documents if (remark := on_page_numbers(written))}:
        OUT.print(remark)


def _report_meetings(files: list[Path]) -> None:
    OUT.print(f"{len(files)} filer till nämndernas sammanträden i {files[0].parent}.")
    whole = sum(file.name.endswith("-handlingar.pdf") for file in files)
    if whole:
        OUT.print(f"{whole} av dem är en nämnds alla handlingar som en PDF.")
    else:
        OUT.print(f"Utelämnat: handlingarna som en PDF. {NO_OFFICE}")


def _workbook_row(outcome: Outcome) -> tuple[str, ...]:
    return outcome.file, outcome.status, str(outcome.count(Level.VARNING)), str(outcome.count(Level.UPPLYSNING))


def _wrong_row(outcome: Outcome) -> tuple[str, ...]:
    first = next(iter(worst_first(outcome.findings)), None)
    return outcome.file, outcome.status, line(first) if first else ""


def _state(written: Written) -> str:
    return f"{written.version.state.word}, version {written.version.version}"
