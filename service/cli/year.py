"""The command that turns the year."""

import getpass
import json
from pathlib import Path

import click

from service.chain.carryover import Left
from service.findings import shorten
from service.usecases.house import House
from service.usecases.year import Opened, Step, open_year

from .commands import in_house
from .printing import OUT, print_table

_NEW_TERM = (
    "{ar} börjar en ny mandatperiod: inriktningsmål, förväntade resultat och aktiviteter förs inte över. "
    "Budgetens kolumner, texter och verksamhetsbeskrivningar är med."
)


@click.group("year")
def year_group() -> None:
    """Årsskiftet: föra över det som lever vidare till nästa planår."""


@year_group.command("open")
@click.argument("ar", type=int)
@click.option("-o", "--output", "folder", type=click.Path(file_okay=False, path_type=Path),
              help="Mapp för alla arbetsböcker, färdiga att skicka ut.")  # fmt: skip
@click.option("--by", default=getpass.getuser, help="Vem som öppnar året (annars användarnamnet).")
@click.option("--json", "json_format", is_flag=True, help="Svara med JSON.")
@in_house
def open_command(house: House, ar: int, folder: Path | None, by: str, json_format: bool) -> None:
    """Öppna planåret AR med det som lever vidare från året före."""
    opened = open_year(house, ar, by=by, folder=folder)
    if json_format:
        click.echo(json.dumps(_as_json(opened), ensure_ascii=False, indent=1))
    else:
        print_opened(opened)


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


def _as_json(opened: Opened) -> dict[str, object]:
    return {
        "ar": opened.ar, "ny_mandatperiod": opened.new_term, "redan_oppnat": opened.already or None,
        "planer": [
            {
                "plan": step.plan, "namnd": step.namnd or None, "gjort": step.gjort,
                "inte_med": [
                    {"blad": left.blad, "nummer": left.nummer or None, "text": left.text, "skal": left.skal}
                    for left in step.left
                ],
            }
            for step in opened.steps
        ],
        "filer": [str(path) for path in opened.files],
    }  # fmt: skip
