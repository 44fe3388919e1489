"""The command that turns the year."""

import getpass
import json
from pathlib import Path

import click

from service.usecases.house import House
from service.usecases.workbooks.turning import Opened, open_year

from .house import in_house
from .year_printing import print_opened


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
