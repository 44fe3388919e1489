"""What opening a year did, on the terminal."""

from service.chain.carryover import Left
from service.findings import shorten
from service.usecases.workbooks.turning import Opened, Step

from .printing import OUT, print_table

_NEW_TERM = (
    "{ar} börjar en ny mandatperiod: inriktningsmål, förväntade resultat och aktiviteter förs inte över. "
    "Budgetens kolumner, texter och verksamhetsbeskrivningar är med."
)


def print_opened(opened: Opened) -> None:
    """What was carried over, what was not and why, and where the workbooks lie."""
    print_steps(opened)
    rows = [_left_row(step, left) for step in opened.steps for left in step.left]
    if rows:
        print_table("Inte med", ("Plan", "Blad", "Nummer", "Vad", "Varför"), rows, drawn=True)


def print_steps(opened: Opened) -> None:
    """What was done with each plan, and how many rows of it were left behind."""
    rows = [(step.plan, step.gjort, str(len(step.left))) for step in opened.steps]
    print_table(f"Planåret {opened.ar}", ("Plan", "Gjort", "Inte med"), rows, drawn=True)
    if opened.new_term:
        OUT.print(_NEW_TERM.format(ar=opened.ar))
    if opened.already:
        OUT.print(f"{opened.ar} är redan öppnat ({opened.already}). Inget har ändrats.")
    if opened.files:
        OUT.print(f"{len(opened.files)} arbetsböcker skrivna i {opened.files[0].parent}.")


def _left_row(step: Step, left: Left) -> tuple[str, ...]:
    return step.namnd or "MRP", left.blad, left.nummer or "–", shorten(left.text, 70), left.skal
